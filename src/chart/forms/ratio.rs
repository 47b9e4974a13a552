//! Bars as long as the figures are multiples of another company's, the baseline's.

use super::super::columns::Column;
use super::super::figure::ratio;
use super::super::layout::{Layout, Share, axis};
use super::super::state::State;
use super::{Compared, Definition};
use crate::format;
use crate::model::Chart;

pub(super) const RATIO: Definition = Definition {
    name: "ratio",
    label: "Ratio",
    kind: "Bar chart",
    figure: |sum, baseline| ratio(sum, baseline?),
    place,
    subtitle,
    columns: &[Column::Multiple],
};

fn subtitle(Compared { sums, baseline, .. }: &Compared<'_>) -> String {
    // A long name would take lines that other states do not.
    let whose = if baseline.len() <= 24 {
        baseline
    } else {
        "the baseline"
    };
    format!("{sums}, as a multiple of {whose}’s")
}

/// Puts bars from zero, with a line where the baseline ends.
fn place(layout: &mut Layout, _: &Chart, state: &State) {
    // The baseline is on the axis, even where it is not shown itself and much larger.
    let domain = axis::fit_sums(layout, state.stretch, 1.0, &format::times);
    layout.reference = Some(Share::of(1.0, domain));
}
