//! A decimal number that keeps the digits it was written with.
//!
//! JSON numbers with a fraction pass through binary floating point on their way and may lose a
//! digit, so they are refused; quotes around the number keep it whole.

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::fmt;

/// The digits of a number as written: a JSON whole number, or a decimal number in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecimalText(pub String);

impl<'de> Deserialize<'de> for DecimalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DecimalTextVisitor)
    }
}

struct DecimalTextVisitor;

impl Visitor<'_> for DecimalTextVisitor {
    type Value = DecimalText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or a decimal number in quotes")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<DecimalText, E> {
        Ok(DecimalText(value.to_string()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<DecimalText, E> {
        // The value itself is not printed: that would bring float formatting into the WebAssembly.
        Err(E::custom(
            "a number with a fraction must stand in quotes, so that no digit is lost",
        ))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<DecimalText, E> {
        Ok(DecimalText(value.into()))
    }
}
