//! Sums of money as they were stated.

use super::decimal::Decimal;
use crate::document::{Context, Path, Problem, ProblemKind, Read, Reading, Value, names, object};
use std::fmt;

object! {
    /// A sum of money as it was stated.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Money in Context, "an amount, which is an object" {
        /// The figure before its scale, zero or more: a whole number, or a decimal number in quotes,
        /// so that no digit is lost.
        pub value: Decimal = required "value",
        /// What the figure counts; absent for single units.
        pub scale: Scale = default "scale",
        /// The currency.
        pub currency: Currency = required "currency",
        /// How exact it is; absent for an exact figure.
        pub hedge: Option<Hedge> = optional "hedge",
    }
}

impl Money {
    /// The sum in whole units of the currency.
    #[must_use]
    pub fn units(&self) -> f64 {
        self.value.to_f64() * self.scale.factor()
    }
}

names! {
    /// What a figure counts.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Scale {
        /// Single units, for which there is no name.
        #[default]
        #[cfg_attr(feature = "authoring", serde(skip))]
        One,
        /// Thousands.
        Thousand = "thousand",
        /// Millions.
        Million = "million",
        /// Thousands of millions.
        Billion = "billion",
        /// Millions of millions.
        Trillion = "trillion",
    }
}

impl Scale {
    /// Whether it counts single units.
    #[must_use]
    pub fn is_one(&self) -> bool {
        *self == Self::One
    }

    /// The power of ten of one of the scale.
    #[must_use]
    pub fn power(self) -> usize {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }

    /// How many units one of the scale is.
    #[must_use]
    pub fn factor(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Thousand => 1e3,
            Self::Million => 1e6,
            Self::Billion => 1e9,
            Self::Trillion => 1e12,
        }
    }
}

names! {
    /// How exact a stated figure is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Hedge {
        /// More than the figure.
        Over = "over",
        /// The figure or more.
        AtLeast = "at-least",
        /// Near the figure, on either side.
        About = "about",
        /// A little less than the figure.
        Nearly = "nearly",
        /// The figure or less.
        UpTo = "up-to",
    }
}

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The US dollar.
    pub const USD: Self = Self(*b"USD");
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// The Chinese yuan.
    pub const CNY: Self = Self(*b"CNY");

    /// The currency with a code of three capital letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(code))
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        // The code has only ASCII letters, so this is never the default.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl<C: Context> Read<C> for Currency {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let code = reading.text(value, path)?;
        let Some(currency) = Self::from_code(code) else {
            let message = format!(
                "`{code}` is not a currency: write its ISO 4217 code, three capital letters such as USD"
            );
            reading.list(Problem {
                #[cfg(feature = "checks")]
                meant: in_capitals(code),
                ..Problem::new(ProblemKind::Value, path.to_string(), message)
            });
            return None;
        };
        #[cfg(feature = "checks")]
        if reading.is_strict() && iso_currency::Currency::from_code(code).is_none() {
            let message =
                format!("`{code}` is not among the currencies of ISO 4217: see its list of codes");
            return reading.note(ProblemKind::Value, path, message);
        }
        Some(currency)
    }
}

/// The code of a currency in capitals, if there is one.
#[cfg(feature = "checks")]
fn in_capitals(code: &str) -> Option<Box<crate::document::MeantName>> {
    let capitals = code.to_ascii_uppercase();
    iso_currency::Currency::from_code(&capitals)
        .map(|_| Box::new(crate::document::MeantName(capitals)))
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(feature = "authoring")]
mod wire {
    use super::Currency;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::{Serialize, Serializer};
    use std::borrow::Cow;

    impl Serialize for Currency {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.code())
        }
    }

    impl JsonSchema for Currency {
        fn schema_name() -> Cow<'static, str> {
            "Currency".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A currency by its ISO 4217 code, for example `USD`.",
                "type": "string",
                "pattern": "^[A-Z]{3}$",
            })
        }
    }
}

#[cfg(all(test, feature = "authoring", not(target_arch = "wasm32")))]
mod tests {
    use super::{Currency, Decimal, Hedge, Money, Scale};
    use crate::document::Path;
    use crate::document::Value;
    use crate::document::{Read, Reading};
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};

    /// Reads a sum as a checker does. Returns the problems if it is invalid.
    fn read(json: &Json) -> Result<Money, Vec<String>> {
        let value: Value = serde_json::from_value(json.clone()).unwrap();
        let mut reading = Reading::new((), true);
        let money = Money::read(&value, &Path::Root, &mut reading);
        let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        match money {
            Some(money) if problems.is_empty() => Ok(money),
            _ => Err(problems),
        }
    }

    #[test]
    fn what_is_no_sum_is_named() {
        let sum = |key: &str, value: Json| {
            let mut sum = json!({ "value": 5, "currency": "USD" });
            sum[key] = value;
            read(&sum).expect_err("a wrong sum was read")
        };
        for (key, value, message) in [
            (
                "value",
                json!(-5),
                "value: -5 is negative: give zero or more",
            ),
            (
                "value",
                json!(5.5),
                "value: a number with a fraction must stand in quotes",
            ),
            ("value", json!("5,5"), "value: `5,5` is not a number"),
            (
                "value",
                json!(true),
                "value: found true, expected a whole number, or a decimal",
            ),
            ("value", json!(null), "the field `value` is missing"),
            (
                "scale",
                json!("billions"),
                "scale: `billions` is not known here: did you mean `billion`?",
            ),
            (
                "currency",
                json!("usd"),
                "currency: `usd` is not a currency: write its ISO 4217 code",
            ),
            (
                "currency",
                json!("USX"),
                "currency: `USX` is not among the currencies of ISO 4217",
            ),
            (
                "hedge",
                json!("atleast"),
                "hedge: `atleast` is not known here: did you mean `at-least`?",
            ),
            ("hedge", json!(1), "hedge: found a number, expected a text"),
            ("units", json!(1), "units: `units` is not known here"),
        ] {
            let problems = sum(key, value);
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert!(problems[0].starts_with(message), "{problems:?}");
        }
    }

    #[test]
    fn units_count_the_scale() {
        for (scale, units) in [
            (json!(null), 1.5),
            (json!("thousand"), 1.5e3),
            (json!("million"), 1.5e6),
            (json!("billion"), 1.5e9),
            (json!("trillion"), 1.5e12),
        ] {
            let sum = json!({ "value": "1.5", "scale": scale, "currency": "EUR" });
            #[expect(clippy::float_cmp, reason = "doubles hold these")]
            let is_it = read(&sum).unwrap().units() == units;
            assert!(is_it, "{sum}");
        }
    }

    fn sums() -> impl Strategy<Value = Money> {
        let scales = [
            Scale::One,
            Scale::Thousand,
            Scale::Million,
            Scale::Billion,
            Scale::Trillion,
        ];
        let hedges: Vec<Hedge> = Hedge::NAMES.iter().map(|(_, hedge)| *hedge).collect();
        (
            (0..1_000_000_u64, 0..1_000_000_000_u64),
            prop::sample::select(scales.to_vec()),
            prop::sample::select(vec!["USD", "EUR", "GBP", "CNY", "NGN", "JPY", "CHF"]),
            prop::option::of(prop::sample::select(hedges)),
        )
            .prop_map(|((whole, fraction), scale, code, hedge)| Money {
                value: Decimal::parse(&format!("{whole}.{fraction:09}")).unwrap(),
                scale,
                currency: Currency::from_code(code).unwrap(),
                hedge,
            })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(money in sums()) {
            let json = serde_json::to_value(&money).unwrap();
            prop_assert_eq!(read(&json), Ok(money), "{}", json);
        }

        #[test]
        fn no_digit_of_a_stated_sum_is_lost(whole in 0..1_000_000_u64, fraction in 1..1_000_000_000_u64) {
            let text = format!("{whole}.{fraction:09}");
            let sum = json!({ "value": text, "currency": "USD" });
            let value = read(&sum).unwrap().value;
            let shown = value.to_string();
            prop_assert_eq!(text.trim_end_matches('0'), shown.as_str());
            // The nearest double to the same digits.
            let nearest: f64 = text.parse().unwrap();
            prop_assert!((value.to_f64() - nearest).abs() <= nearest * f64::EPSILON);
        }
    }
}
