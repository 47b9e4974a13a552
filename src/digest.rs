//! Digests that show whether prerendered markup is what this build would write for the data of a document.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

use crate::document::Value;

include!("digest/fnv.rs");

/// The fields of a document that its charts depend on.
const OF_CHARTS: [&str; 4] = ["language", "commitments", "exchangeRates", "charts"];
/// The fields of a document that its rows of related stories depend on.
const OF_ROWS: [&str; 2] = ["language", "related"];

/// Digests of what the islands of an article depend on: the data of the document and the build that reads it.
///
/// Two builds of the same source give the same digests for the same data on every machine. The way in which the
/// JSON was written does not matter: spaces, line endings and the order of keys are ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digests {
    charts: u64,
    rows: u64,
}

impl Digests {
    /// The digests of a document.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        Self {
            charts: of_fields(document, &OF_CHARTS),
            rows: of_fields(document, &OF_ROWS),
        }
    }

    /// A stamp for the markup of an island. It changes with the data, with the build, and if the markup is
    /// changed afterwards.
    ///
    /// `island` is its name (`chart:…` or `related:…`). `written` is the markup in a form that the prerenderer
    /// and the browser can both produce. The browser has only the nodes that it parsed from the markup (see
    /// `prerender/written.rs` and `element/written.js`).
    #[must_use]
    pub fn stamp(&self, island: &str, written: &str) -> String {
        let data = if island.starts_with("chart:") {
            self.charts
        } else {
            self.rows
        };
        format!("{:016x}", fnv(data, written.as_bytes()))
    }
}

/// A short tag of the build: two builds of the same source have the same.
#[cfg(feature = "prerender")]
pub(crate) fn build() -> String {
    tag(env!("ARTICLE_WIDGET_BUILD"))
}

/// A short tag of letters and digits, which tells texts apart.
#[cfg(feature = "prerender")]
pub(crate) fn tag(text: &str) -> String {
    format!("{:06x}", fnv(FNV_START, text.as_bytes()) >> 40)
}

fn of_fields(document: &Value, fields: &[&str]) -> u64 {
    let build = fnv(FNV_START, env!("ARTICLE_WIDGET_BUILD").as_bytes());
    let values = fields.iter().map(|field| match document {
        Value::Object(entries) => entries.iter().find(|(key, _)| key == field),
        _ => None,
    });
    values.fold(build, |hash, entry| match entry {
        Some((_, value)) => with_value(hash, value),
        None => with_tag(hash, b'-'),
    })
}

fn with_tag(hash: u64, tag: u8) -> u64 {
    fnv(hash, &[tag])
}

/// Every value begins with a tag of its type, and texts and lists also end with one, so that two different
/// values never give the same bytes.
fn with_value(hash: u64, value: &Value) -> u64 {
    match value {
        Value::Null => with_tag(hash, b'n'),
        Value::Bool(is_so) => fnv(hash, &[b'b', u8::from(*is_so)]),
        Value::Integer(number) => fnv(with_tag(hash, b'i'), &number.to_le_bytes()),
        Value::Inexact => with_tag(hash, b'f'),
        // This byte never occurs in UTF-8.
        Value::Text(text) => with_tag(fnv(with_tag(hash, b't'), text.as_bytes()), 0xff),
        Value::List(items) => {
            let hash = items.iter().fold(with_tag(hash, b'['), with_value);
            with_tag(hash, b']')
        }
        // Each entry is hashed separately, because tools that rewrite JSON may sort the keys.
        Value::Object(entries) => {
            let each = entries
                .iter()
                .map(|(key, value)| with_value(fnv(FNV_START, key.as_bytes()), value));
            let sum = each.fold(0, u64::wrapping_add);
            fnv(with_tag(hash, b'{'), &sum.to_le_bytes())
        }
    }
}
