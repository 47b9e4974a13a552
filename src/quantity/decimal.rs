//! Decimal numbers that keep the digits with which they were written.

use crate::document::{Context, Path, ProblemKind, Read, Reading, Value};
use std::fmt;

/// A number that is zero or more, with up to 15 digits, of which up to 9 are decimal places.
///
/// A double holds fifteen digits without loss, so [`Decimal::to_f64`] is as exact as a double can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one whole number.
    digits: u64,
    /// How many of them are decimal places.
    places: u8,
}

impl Decimal {
    /// Reads a number such as `380` or `38.58`.
    ///
    /// # Errors
    ///
    /// A message that says what was found and how to fix it.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.starts_with('-') {
            return Err(format!("{text} is negative: give zero or more"));
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) {
            return Err(format!(
                "`{text}` is not a number: write it like 380 or \"38.58\""
            ));
        }
        let fraction = fraction.trim_end_matches('0');
        let whole = whole.trim_start_matches('0');
        if whole.len() + fraction.len() > 15 || fraction.len() > 9 {
            return Err(format!(
                "{text} has too many digits: at most 15, and at most 9 after the point"
            ));
        }
        let digits = whole
            .bytes()
            .chain(fraction.bytes())
            .fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        #[expect(clippy::cast_possible_truncation, reason = "at most 9, see above")]
        let places = fraction.len() as u8;
        Ok(Self { digits, places })
    }

    /// The nearest double.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "at most 15 digits, which a double holds"
    )]
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_u64.pow(u32::from(self.places)) as f64
    }

    /// Whether the number is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }
}

impl<C: Context> Read<C> for Decimal {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        match value {
            Value::Integer(number) => reading.keep(Self::parse(&number.to_string()), path),
            Value::Text(text) => reading.keep(Self::parse(text), path),
            // JSON parsers convert numbers with a fraction to binary floating point.
            Value::Inexact => reading.note(
                ProblemKind::Type,
                path,
                "a number with a fraction must stand in quotes, so that no digit is lost",
            ),
            _ => reading.unexpected(value, "a whole number, or a decimal number in quotes", path),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(u32::from(self.places));
        write!(f, "{}", self.digits / unit)?;
        if self.places > 0 {
            let places = usize::from(self.places);
            write!(f, ".{:0places$}", self.digits % unit)?;
        }
        Ok(())
    }
}

#[cfg(feature = "authoring")]
mod wire {
    use super::Decimal;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::{Serialize, Serializer};
    use std::borrow::Cow;

    impl Serialize for Decimal {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.places {
                0 => serializer.serialize_u64(self.digits),
                _ => serializer.collect_str(self),
            }
        }
    }

    impl JsonSchema for Decimal {
        fn schema_name() -> Cow<'static, str> {
            "Decimal".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A whole number, or a decimal number in quotes; at most 15 digits, of which at most 9 follow the point.",
                "anyOf": [
                    { "type": "integer", "minimum": 0, "maximum": 999_999_999_999_999_u64 },
                    { "type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$" },
                ],
            })
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Decimal;
    use proptest::prelude::*;

    #[test]
    fn keeps_the_digits() {
        for text in ["0", "380", "38.58", "280.15", "0.05", "999999.999999999"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Decimal::parse("007.50").unwrap().to_string(), "7.5");
    }

    #[test]
    fn refuses_what_is_no_amount() {
        assert!(Decimal::parse("-5").unwrap_err().contains("negative"));
        for text in [
            "", ".", "5.", ".5", "1e9", "1,000", " 5", "+5", "1.2.3", "NaN",
        ] {
            assert!(
                Decimal::parse(text).unwrap_err().contains("not a number"),
                "{text:?}"
            );
        }
        for text in ["1234567890123456", "0.1234567891"] {
            assert!(
                Decimal::parse(text)
                    .unwrap_err()
                    .contains("too many digits")
            );
        }
    }

    proptest! {
        #[test]
        fn display_and_parse_are_inverse(whole in 0..1_000_000_u64, fraction in 0..1_000_000_000_u64) {
            let decimal = Decimal::parse(&format!("{whole}.{fraction:09}")).unwrap();
            prop_assert_eq!(Decimal::parse(&decimal.to_string()).unwrap(), decimal);
        }
    }
}
