//! Bars as long as the figures.

use super::super::figure::money;
use super::super::layout::{Layout, axis};
use super::super::state::State;
use super::{Compared, Definition};
use crate::format;
use crate::model::Chart;

pub(super) const BARS: Definition = Definition {
    name: "bars",
    label: "Bars",
    kind: "Bar chart",
    figure: |sum, _| Some(money(sum)),
    place,
    subtitle,
    columns: &[],
};

fn subtitle(Compared { sums, currency, .. }: &Compared<'_>) -> String {
    format!("{sums}, in {currency}")
}

/// Puts bars from zero.
fn place(layout: &mut Layout, _: &Chart, state: &State) {
    axis::fit_sums(layout, state.stretch, 0.0, &|amount| {
        format::short_units(amount, state.currency, None)
    });
}
