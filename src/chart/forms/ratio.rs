//! The form with bars as long as the ratios to the figure of one company, the baseline.

use super::super::columns::ChartColumn;
use super::super::figure::ratio;
use super::super::layout::{Layout, Share, axis};
use super::super::state::State;
use super::{Compared, FormDefinition};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;

pub(super) const RATIO: FormDefinition = FormDefinition {
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
    // A long name would need more lines than in other states.
    if baseline.len() <= 24 {
        messages.as_multiples_of.with([sums, baseline])
    } else {
        messages.as_multiples.with([sums])
    }
}

/// Places bars from zero, with a line at the end of the baseline.
fn place(layout: &mut Layout, _: &Chart, state: &State) {
    // The axis includes the baseline, even if it has no row and is much larger.
    let domain = axis::fit_sums(layout, 1.0, state.language, &|times| {
        format::times(times, state.language)
    });
    layout.reference = Some(Share::of(1.0, domain));
}
