//! Whether prerendered markup is what this build would write for the data of a document.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

use crate::document::Value;

include!("digest/fnv.rs");

/// The fields of a document that its charts are made from.
const OF_CHARTS: [&str; 4] = ["language", "commitments", "exchangeRates", "charts"];
/// The fields that its rows of related stories are made from.
const OF_ROWS: [&str; 2] = ["language", "related"];

/// Digests of what the islands of an article are made from: the data of the document, and the build that
/// reads them.
///
/// Two builds from the same source give the same digests for the same data, whatever machine they
/// run on, and however the JSON was written: spaces, line ends and the order of keys do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digests {
    charts: u64,
    rows: u64,
}

impl Digests {
    /// The digests for a document.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        Self {
            charts: of_fields(document, &OF_CHARTS),
            rows: of_fields(document, &OF_ROWS),
        }
    }

    /// A stamp for the markup that was written for an island: it differs for markup of other data or
    /// of another build, and for markup that has been changed since.
    ///
    /// `island` is its name (`chart:…` or `related:…`). `written` is the markup in a form that both sides
    /// can make of it: the prerenderer, and a browser, which only has the nodes that it made of it (see
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

/// A few letters and digits that differ for different texts.
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

/// Every value begins with a tag of its kind, and texts and lists end with one, so that no two
/// values are written alike.
fn with_value(hash: u64, value: &Value) -> u64 {
    match value {
        Value::Null => with_tag(hash, b'n'),
        Value::Bool(is_so) => fnv(hash, &[b'b', u8::from(*is_so)]),
        Value::Integer(number) => fnv(with_tag(hash, b'i'), &number.to_le_bytes()),
        Value::Inexact => with_tag(hash, b'f'),
        // No UTF-8 has this byte.
        Value::Text(text) => with_tag(fnv(with_tag(hash, b't'), text.as_bytes()), 0xff),
        Value::List(items) => {
            let hash = items.iter().fold(with_tag(hash, b'['), with_value);
            with_tag(hash, b']')
        }
        // Each key by itself: tools that write JSON again may sort them.
        Value::Object(entries) => {
            let each = entries
                .iter()
                .map(|(key, value)| with_value(fnv(FNV_START, key.as_bytes()), value));
            let sum = each.fold(0, u64::wrapping_add);
            fnv(with_tag(hash, b'{'), &sum.to_le_bytes())
        }
    }
}
