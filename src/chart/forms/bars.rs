//! The form with bars as long as the figures.

use super::super::figure::money;
use super::super::layout::{Layout, axis};
use super::super::state::State;
use super::{Compared, FormDefinition};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;

pub(super) const BARS: FormDefinition = FormDefinition {
    label: |language| language.messages().controls.bars,
    kind: |language| language.messages().chart.bar_chart,
    figure: |sum, _, language| Some(money(sum, language)),
    place,
    subtitle,
    columns: &[],
};

fn subtitle(compared: &Compared<'_>, language: Language) -> String {
    let messages = &language.messages().chart;
    messages.as_bars.with([compared.sums, compared.currency])
}

/// Places bars from zero.
fn place(layout: &mut Layout, _: &Chart, state: &State) {
    axis::fit_sums(layout, 0.0, state.language, &|amount| {
        format::short_units(amount, state.currency, None, state.language)
    });
}
