//! The forms of a chart. Each has a file that defines its figures, its marks, its axis, its subtitle and its
//! columns.

mod bars;
mod ratio;
mod timeline;

use super::columns::{ChartColumn, Medium};
use super::figure::RowFigure;
use super::layout::Layout;
use super::state::State;
use crate::messages::Language;
use crate::model::{Chart, Form, Sum};

/// The definition of a form.
pub(super) struct FormDefinition {
    /// The label of its control.
    label: fn(Language) -> &'static str,
    /// The name of this kind of chart, for the description.
    pub(super) kind: fn(Language) -> &'static str,
    /// The figure of a commitment, from its sum and that of the baseline.
    pub(super) figure: fn(&Sum<'_>, Option<&Sum<'_>>, Language) -> Option<RowFigure>,
    /// Puts the marks into the rows and the ticks along the axis.
    pub(super) place: fn(&mut Layout, &Chart, &State),
    /// The subtitle: the sums that are compared, and their unit.
    pub(super) subtitle: fn(&Compared<'_>, Language) -> String,
    /// Its own columns, beside those of all forms.
    columns: &'static [ChartColumn],
}

/// The parts of a subtitle.
pub(super) struct Compared<'a> {
    /// The kind of the sums, in words.
    pub(super) sums: &'a str,
    /// Their currency.
    pub(super) currency: &'a str,
    /// The company whose figure is the baseline of ratios.
    pub(super) baseline: &'a str,
}

impl Form {
    /// Every form, in the order of its control.
    pub const ALL: [Self; 3] = [Self::Bars, Self::Timeline, Self::Ratio];

    pub(super) const fn definition(self) -> &'static FormDefinition {
        match self {
            Self::Bars => &bars::BARS,
            Self::Timeline => &timeline::TIMELINE,
            Self::Ratio => &ratio::RATIO,
        }
    }

    /// What its control says.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        (self.definition().label)(language)
    }
}

/// The columns of a medium, in order.
#[must_use]
pub fn columns(chart: &Chart, state: &State, medium: Medium) -> Vec<ChartColumn> {
    let own = state.form.definition().columns;
    let mut columns = Vec::new();
    for column in &ChartColumn::ALL {
        if column.is_in(medium, chart) && (!column.is_of_form() || own.contains(column)) {
            columns.push(*column);
        }
    }
    columns
}
