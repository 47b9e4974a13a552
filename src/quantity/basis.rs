//! The basis of a comparison: whole sums or yearly sums.

use crate::document::names;

names! {
    /// What is compared.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Basis {
        /// The whole sum, over whatever period it was promised.
        #[default]
        Total = "total",
        /// The sum divided by the years of its period.
        PerYear = "per-year",
    }
}

impl Basis {
    /// Whether it is the whole sum, which is the default.
    #[must_use]
    pub fn is_total(&self) -> bool {
        *self == Self::Total
    }
}
