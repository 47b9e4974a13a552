//! How a chart first shows its commitments.

use crate::document::names;
use crate::quantity::Basis;

names! {
    /// The form of a drawing.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Form {
        /// A bar as long as the figure.
        #[default]
        Bars = "bars",
        /// A bar as long as the period and as high as the yearly sum, so that its area is the total.
        Timeline = "timeline",
        /// A bar as long as the ratio to the figure of one company, the baseline.
        Ratio = "ratio",
    }
}

names! {
    /// The sums that a chart compares.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ChartBasis {
        /// Whole sums.
        Total = "total",
        /// Sums for one year.
        PerYear = "per-year",
        /// Both, in two panels.
        Both = "both",
    }
}

names! {
    /// The order in which a chart first has its rows.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ChartOrder {
        /// The largest figure first.
        Amount = "amount",
        /// The largest yearly sum first.
        PerYear = "per-year",
        /// Names from A to Z.
        Name = "name",
        /// The order of the document.
        Document = "document",
    }
}

names! {
    /// Where a chart stands on a wide page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Placement {
        /// Beside the text of its section, where it stays in view while that is read.
        Beside = "beside",
    }
}

impl From<Basis> for ChartBasis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Total => Self::Total,
            Basis::PerYear => Self::PerYear,
        }
    }
}
