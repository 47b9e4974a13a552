//! Lays a chart out: its rows, then what its form draws in them, and the axis.

use super::figure::sum;
use super::layout::{Layout, Row, order};
use super::state::State;
use crate::model::Chart;

/// Lays a chart out. Where the reader compares whole and yearly sums, this is the panel of the whole sums; see
/// [`State::panels`].
#[must_use]
pub fn layout(chart: &Chart, state: &State) -> Layout {
    let (places, count) = order(chart, state, state.limit);
    let form = state.form.definition();
    let sum = |commitment| sum(chart, state, state.shown_basis(), commitment);
    let baseline = sum(&chart.commitments[state.baseline]);
    let row = |index: usize| {
        let sum = sum(&chart.commitments[index]);
        Row {
            index,
            mark: None,
            figure: sum.and_then(|sum| (form.figure)(&sum, baseline.as_ref(), state.language)),
            unknown: state.language.messages().chart.not_known,
        }
    };
    let mut layout = Layout {
        rows: places.into_iter().map(row).collect(),
        ticks: Vec::new(),
        reference: None,
        dates: Vec::new(),
        has_room_for_remarks: true,
        count,
    };
    (form.place)(&mut layout, chart, state);
    layout
}
