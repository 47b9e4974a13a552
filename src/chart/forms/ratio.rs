//! Bars as long as the figures are multiples of another company's, the baseline's.

use super::super::columns::ChartColumn;
use super::super::figure::ratio;
use super::super::layout::{Layout, Share, axis};
use super::super::state::State;
use super::{Compared, FormDefinition};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;

pub(super) const RATIO: FormDefinition = FormDefinition {
    name: "ratio",
    label: |language| language.messages().controls.ratio,
    kind: |language| language.messages().chart.bar_chart,
    figure: |sum, baseline, language| ratio(sum, baseline?, language),
    place,
    subtitle,
    columns: &[ChartColumn::Multiple],
};

fn subtitle(compared: &Compared<'_>, language: Language) -> String {
    let messages = &language.messages().chart;
    let Compared { sums, baseline, .. } = compared;
    // A long name would take lines that other states do not.
    if baseline.len() <= 24 {
        messages.as_multiples_of.with([sums, baseline])
    } else {
        messages.as_multiples.with([sums])
    }
}

/// Puts bars from zero, with a line where the baseline ends.
fn place(layout: &mut Layout, _: &Chart, state: &State) {
    // The baseline is on the axis, even where it is not shown itself and much larger.
    let domain = axis::fit_sums(layout, state.stretch, 1.0, &|times| {
        format::times(times, state.language.locale())
    });
    layout.reference = Some(Share::of(1.0, domain));
}
