//! Sums of money as people state them.

use super::decimal::Decimal;
use crate::document;
use crate::format;
use crate::problem::{Path, Problem};
use std::fmt;

/// A sum of money as it was stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// The figure before its scale.
    pub value: Decimal,
    /// What the figure counts.
    pub scale: Scale,
    /// The currency.
    pub currency: Currency,
    /// How exact it is; `None` for an exact figure.
    pub hedge: Option<Hedge>,
}

impl Money {
    pub(super) fn check(amount: &document::Amount, path: &Path<'_>) -> Result<Self, Problem> {
        Ok(Self {
            value: Decimal::parse(&amount.value.0)
                .map_err(|message| path.key("value").problem(message))?,
            scale: match &amount.scale {
                Some(name) => named(name, &Scale::NAMES, &path.key("scale"))?,
                None => Scale::One,
            },
            currency: Currency::check(&amount.currency, &path.key("currency"))?,
            hedge: match &amount.hedge {
                Some(name) => Some(named(name, &Hedge::NAMES, &path.key("hedge"))?),
                None => None,
            },
        })
    }

    /// The sum in whole units of the currency.
    #[must_use]
    pub fn units(&self) -> f64 {
        self.value.to_f64() * self.scale.factor()
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Single units.
    One,
    /// Thousands.
    Thousand,
    /// Millions.
    Million,
    /// Thousands of millions.
    Billion,
    /// Millions of millions.
    Trillion,
}

impl Scale {
    const NAMES: [(&'static str, Self); 4] = [
        ("thousand", Self::Thousand),
        ("million", Self::Million),
        ("billion", Self::Billion),
        ("trillion", Self::Trillion),
    ];

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

/// How exact a stated figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// At least the figure.
    Over,
    /// Near the figure, on either side.
    About,
    /// A little less than the figure.
    Nearly,
}

impl Hedge {
    const NAMES: [(&'static str, Self); 3] = [
        ("over", Self::Over),
        ("about", Self::About),
        ("nearly", Self::Nearly),
    ];

    /// The word of it in English.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::About => "about",
            Self::Nearly => "nearly",
        }
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

    /// The currency of a code: three capital letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(code))
    }

    pub(super) fn check(code: &str, path: &Path<'_>) -> Result<Self, Problem> {
        Self::from_code(code).ok_or_else(|| {
            path.problem(format!(
                "`{code}` is not a currency: write its ISO 4217 code, three capital letters such as USD"
            ))
        })
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        // Only capital ASCII letters get in, so this never falls back.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Finds a name in a list, or says which names there are.
pub(super) fn named<T: Copy>(
    name: &str,
    names: &[(&str, T)],
    path: &Path<'_>,
) -> Result<T, Problem> {
    if let Some((_, value)) = names.iter().find(|(known, _)| *known == name) {
        return Ok(*value);
    }
    let known: Vec<&str> = names.iter().map(|(known, _)| *known).collect();
    Err(path.problem(format!(
        "`{name}` is not known: use {}",
        format::joined(&known, ", ", " or ")
    )))
}
