//! A JSON value that has not been interpreted yet.
//!
//! One small tree for all types adds far less WebAssembly than a parser that is compiled for each type.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, or one too large to be exact. Its value is not kept, because no field of a
    /// document takes such a number (see [`crate::quantity::Decimal`]).
    Inexact,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, with its keys in the order of the text.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// How deep lists and objects may be nested. Real documents need about ten levels. A stack overflow would
    /// abort the whole program.
    pub const MAX_DEPTH: u32 = 100;

    /// A number as browsers represent it: a double, for which `80.0` equals 80, and integers from 2⁵³ on are
    /// not exact.
    #[must_use]
    pub fn from_number(number: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
        let whole = number as i64;
        #[expect(
            clippy::cast_precision_loss,
            clippy::float_cmp,
            reason = "a loss shows in the comparison"
        )]
        if whole as f64 == number && whole.unsigned_abs() < 1 << 53 {
            Self::Integer(whole)
        } else {
            Self::Inexact
        }
    }

    /// The message for a value that is nested deeper than [`Value::MAX_DEPTH`].
    #[must_use]
    pub fn too_deep() -> String {
        format!(
            "nested more than {} levels deep, which no document needs",
            Self::MAX_DEPTH
        )
    }

    /// The words of an invalid value that can still be shown: its strings, if they stand alone, in a list, or
    /// under a key that holds words. Other keys hold addresses, names and settings.
    pub(crate) fn salvage<'a>(&'a self, found: &mut Vec<&'a str>) {
        // Ids of other parts, and comments of the author, which are not shown.
        const SILENT: [&str; 4] = ["$comment", "chart", "footnote", "related"];
        match self {
            // If an object has one key, it may be a block or a mark, even of an unknown kind.
            Self::Object(entries) if entries.len() == 1 => {
                if !SILENT.contains(&entries[0].0.as_str()) {
                    entries[0].1.words(found);
                }
            }
            other => other.words(found),
        }
    }

    fn words<'a>(&'a self, found: &mut Vec<&'a str>) {
        const WORDY: [&str; 19] = [
            "attribution",
            "body",
            "caption",
            "code",
            "columns",
            "datum",
            "emphasis",
            "heading",
            "items",
            "list",
            "paragraph",
            "paragraphs",
            "rows",
            "strong",
            "subheading",
            "term",
            "terms",
            "text",
            "title",
        ];
        match self {
            Self::Text(text) => found.push(text),
            Self::List(values) => {
                for value in values {
                    value.words(found);
                }
            }
            Self::Object(entries) => {
                for (key, value) in entries {
                    if WORDY.contains(&key.as_str()) {
                        value.words(found);
                    }
                }
            }
            _ => {}
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Inexact, Value::Integer))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from_number(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            values.push(entry);
        }
        Ok(Value::Object(values))
    }
}
