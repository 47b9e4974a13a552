//! Lays a chart out: its rows, then what its form draws in them, and the axis.

use super::figure::sum;
use super::layout::{AIR, GAP, Layout, Line, NARROW, RATE_HEIGHT, Row, Share, order, stretched};
use super::state::State;
use super::{period, text};
use crate::model::{Chart, Commitment};

/// The baseline of the first line of a row, below its top, in CSS pixels.
const FIRST_BASELINE: u32 = 17;
/// The distance from one line of a row to the next, in CSS pixels.
const LINE_HEIGHT: u32 = 18;
/// The distance from the baseline of the last line to the marks, in CSS pixels.
const MARKS_BELOW: u32 = 9;
/// The height that the axis and its labels take under the rows, in CSS pixels.
const AXIS_HEIGHT: u32 = 28;

/// Lays a chart out.
#[must_use]
pub fn layout(chart: &Chart, state: &State) -> Layout {
    let (places, count) = order(chart, state, state.limit);
    let form = state.form.definition();
    let sum = |commitment| sum(chart, state, state.basis, commitment);
    let baseline = sum(&chart.commitments[state.baseline]);
    let figure = |commitment| (form.figure)(&sum(commitment)?, baseline.as_ref(), state.language);
    let mut top = 0;
    let mut rows = Vec::with_capacity(places.len());
    for index in places {
        let commitment = &chart.commitments[index];
        let lines = lines(commitment, top, state);
        let marks_top = lines.last().map_or(top, |line| line.baseline) + MARKS_BELOW;
        let height = marks_top + RATE_HEIGHT + AIR - top;
        rows.push(Row {
            index,
            top,
            height,
            lines,
            mark: None,
            figure: figure(commitment),
            unknown: state.language.messages().chart.not_known,
            label_at: Share::default(),
            label_baseline: 0,
        });
        top += height;
    }
    let mut layout = Layout {
        room: 0,
        rows,
        ticks: Vec::new(),
        reference: None,
        count,
        rows_height: top,
        height: top + AXIS_HEIGHT,
    };
    (form.place)(&mut layout, chart, state);
    layout
}

/// The name and the details of a commitment. The details are on the line of the name if both fit into a narrow
/// plot.
fn lines(commitment: &Commitment, top: u32, state: &State) -> Vec<Line> {
    let (stretch, language) = (state.stretch, state.language);
    let limit = NARROW * 100 / stretch;
    let period = period::short_period(&commitment.period, language);
    let status = (language.messages().chart.status)(commitment.status);
    let detail = format!("{period} · {status}");
    let mut texts: Vec<(String, String)> = text::wrapped(&commitment.name, text::SIZE, limit)
        .into_iter()
        .map(|name| (name, String::new()))
        .collect();
    let taken = texts
        .last()
        .map_or(0, |(name, _)| text::width(name, text::SIZE));
    // Regular type is narrower than bold.
    let detail_taken = text::width(&detail, text::DETAIL_SIZE) * 12 / 13;
    if stretched(taken + detail_taken, stretch) + GAP <= NARROW
        && let Some((_, beside)) = texts.last_mut()
    {
        *beside = detail;
    } else {
        let details = text::wrapped(&detail, text::DETAIL_SIZE, limit);
        texts.extend(details.into_iter().map(|detail| (String::new(), detail)));
    }
    let mut baseline = top + FIRST_BASELINE;
    let line = |(name, detail)| {
        let line = Line {
            baseline,
            name,
            detail,
        };
        baseline += LINE_HEIGHT;
        line
    };
    texts.into_iter().map(line).collect()
}
