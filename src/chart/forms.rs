//! The forms of a chart. Each has a file that holds all that sets it apart: its figures, what it draws, its
//! axis, its subtitle and its columns.

mod bars;
mod ratio;
mod timeline;

use super::columns::{ChartColumn, Medium};
use super::figure::RowFigure;
use super::layout::Layout;
use super::state::{Form, State};
use crate::messages::Language;
use crate::model::{Chart, Sum};

/// What sets a form apart.
pub(super) struct FormDefinition {
    /// Its name in addresses, events and controls, which no language changes.
    pub(super) name: &'static str,
    /// What its control says.
    label: fn(Language) -> &'static str,
    /// What kind of chart it is.
    pub(super) kind: fn(Language) -> &'static str,
    /// The figure of a commitment, from its sum and that of the baseline.
    pub(super) figure: fn(&Sum<'_>, Option<&Sum<'_>>, Language) -> Option<RowFigure>,
    /// Puts the marks into the rows and the ticks along the axis.
    pub(super) place: fn(&mut Layout, &Chart, &State),
    /// What is compared, and its unit.
    pub(super) subtitle: fn(&Compared<'_>, Language) -> String,
    /// What the table and the tips say beside the sums.
    columns: &'static [ChartColumn],
}

/// What a subtitle is made from.
pub(super) struct Compared<'a> {
    /// What the sums are.
    pub(super) sums: &'a str,
    /// Whether they are whole sums.
    pub(super) is_total: bool,
    /// Their currency.
    pub(super) currency: &'a str,
    /// Whose figure ratios are multiples of.
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

/// What a medium says of each commitment of a chart, in order.
#[must_use]
pub fn columns(state: &State, medium: Medium) -> Vec<ChartColumn> {
    let own = state.form.definition().columns;
    let mut columns = Vec::new();
    for column in &ChartColumn::ALL {
        if column.is_in(medium) && (!column.is_of_form() || own.contains(column)) {
            columns.push(*column);
        }
    }
    columns
}
