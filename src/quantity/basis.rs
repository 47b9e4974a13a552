//! What is compared.

use crate::document::{Context, Path, Read, Reading, Value};

/// What is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Basis {
    /// The whole sum, over whatever period it was promised.
    #[default]
    Total,
    /// The sum divided by the years of its period.
    PerYear,
}

impl Basis {
    /// Whether it is the whole sum, which goes without saying.
    #[must_use]
    pub fn is_total(&self) -> bool {
        *self == Self::Total
    }
}

impl<C: Context> Read<C> for Basis {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const NAMES: [(&str, Basis); 2] = [("total", Basis::Total), ("per-year", Basis::PerYear)];
        reading.named(value, &NAMES, path)
    }
}
