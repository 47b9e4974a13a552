//! A panel of a picture: its rows, with names above the bars or beside them, and its axis.

use super::super::super::interaction::LaidPanel;
use super::super::super::layout::{Row, Share, WIDE};
use super::super::super::{text, words};
use super::canvas::{Canvas, Look};
use super::{AIR, GAP, LINE};
use crate::model::{Chart, Form, Status};

/// The narrowest panel whose names stand beside the bars, as on a page, in CSS pixels.
const BESIDE: u32 = 600;
/// The least room for the marks of a panel, beside the labels.
const LEAST_PLOT: u32 = 80;

/// The place of a panel.
#[derive(Clone, Copy)]
pub(super) struct PanelPlace {
    /// Its start, and its width.
    pub(super) left: u32,
    pub(super) width: u32,
    /// The distance between its rows.
    pub(super) air: u32,
}

/// Draws a panel. Returns the place where the highlighted row ends, and its middle from the top.
pub(super) fn panel(
    canvas: &mut Canvas,
    chart: &Chart,
    panel: &LaidPanel,
    heading: Option<&str>,
    PanelPlace { left, width, air }: PanelPlace,
) -> Option<(u32, u32)> {
    if let Some(heading) = heading {
        canvas.line(left, heading, Look::Detail);
        canvas.down(AIR / 2);
    }
    let layout = &panel.layout;
    let is_timeline = panel.state.form == Form::Timeline;
    let is_beside = heading.is_none() && !is_timeline && width >= BESIDE;
    let names = if is_beside {
        names_width(chart, panel, width * 44 / 100)
    } else {
        width
    };
    let start = left + if is_beside { names + 2 * GAP } else { 0 };
    let end = left + width;
    let plot = if is_timeline {
        width
    } else {
        plot_width(chart, panel, end - start)
    };
    canvas.set_lined(!layout.ticks.is_empty() || layout.reference.is_some());
    let top = canvas.top();
    if let Some(at) = layout.reference {
        let words = words::baseline(chart, &panel.state);
        canvas.beside_line(start + at.whole_of(plot), end, &words);
    }
    let mut highlighted = None;
    for row in &layout.rows {
        let from = canvas.top();
        let lines = lines(chart, panel, row, names);
        let names_height = u32::try_from(lines.len()).unwrap_or_default() * LINE;
        let height = row.mark.map_or(LINE, |mark| mark.height.whole().max(1));
        let whole = height.max(names_height);
        if is_beside {
            canvas.down((whole - names_height) / 2);
        }
        for (name, detail) in lines {
            canvas.name(left, &name, &detail);
        }
        if is_beside {
            canvas.set_top(from + (whole - height) / 2);
        } else {
            canvas.down(4);
        }
        let label = label(chart, panel, row);
        let at = row.mark.map_or(0, |mark| mark.start.whole_of(plot));
        if is_timeline {
            // The label begins above its mark, or further left if it would not fit.
            let most = end.saturating_sub(text::width(&label, text::SIZE));
            canvas.line(most.min(start + at), &label, Look::Label);
            canvas.down(2);
        }
        let mark_end = draw_mark(canvas, chart, panel, row, (start, plot));
        let label_start = mark_end.map_or(start, |end| end + GAP);
        if !is_timeline {
            canvas.beside(label_start, &label, height);
        }
        if panel.state.highlight == Some(row.index) {
            let label_end = label_start + text::width(&label, text::SIZE) + GAP;
            highlighted = Some((label_end, canvas.top() + height / 2));
        }
        canvas.down(height);
        if is_beside {
            canvas.set_top(from + whole);
        }
        canvas.down(air);
    }
    for tick in &layout.ticks {
        let label = if tick.is_minor && plot < WIDE {
            ""
        } else {
            &tick.label
        };
        canvas.tick(start, tick.at.whole_of(plot), end, top, label);
    }
    if let Some(at) = layout.reference {
        canvas.reference(start + at.whole_of(plot), top);
    }
    canvas.set_lined(false);
    if !layout.ticks.is_empty() {
        canvas.down(LINE);
    }
    highlighted
}

/// Draws the mark of a row. Returns where it ends.
fn draw_mark(
    canvas: &mut Canvas,
    chart: &Chart,
    panel: &LaidPanel,
    row: &Row,
    (start, plot): (u32, u32),
) -> Option<u32> {
    let mark = row.mark?;
    let look = if mark.is_open {
        Look::OpenMark
    } else if chart.commitments[row.index].status == Status::Reported {
        Look::ReportedMark
    } else if row.figure.as_ref().is_some_and(|figure| figure.is_hedged) {
        Look::HedgedMark
    } else {
        Look::Mark
    };
    let from = mark.start.whole_of(plot);
    let to = mark.start.plus(mark.width).whole_of(plot);
    let is_highlighted = panel.state.highlight == Some(row.index);
    canvas.mark(
        start + from,
        (to - from).max(1),
        mark.height.whole().max(1),
        look,
        is_highlighted,
    );
    Some(start + to)
}

/// The room for the names beside the bars: what the longest of them needs with its details, up to a limit.
fn names_width(chart: &Chart, panel: &LaidPanel, most: u32) -> u32 {
    let needed = |row: &Row| {
        let commitment = &chart.commitments[row.index];
        let detail = words::detail(commitment, panel.state.language);
        text::width(&commitment.name, text::SIZE) + GAP + text::width(&detail, text::DETAIL_SIZE)
    };
    let widths = panel.layout.rows.iter().map(needed);
    widths.fold(0, u32::max).min(most)
}

/// The width of the marks of a panel: what the labels leave, wherever each of them begins.
fn plot_width(chart: &Chart, panel: &LaidPanel, width: u32) -> u32 {
    let fits = |row: &Row| {
        let label = text::width(&label(chart, panel, row), text::SIZE);
        let end = row
            .mark
            .map_or(Share::default(), |mark| mark.start.plus(mark.width));
        end.whole_for(width.saturating_sub(GAP + label))
    };
    let widths = panel.layout.rows.iter().map(fits);
    widths.fold(width, u32::min).max(LEAST_PLOT)
}

/// The text beside or above a mark.
fn label(chart: &Chart, panel: &LaidPanel, row: &Row) -> String {
    let words = match panel.state.form {
        Form::Timeline => words::spread(chart, &panel.state, row),
        _ => row.label().into(),
    };
    let sign = words::converted_sign(chart, &panel.state, row);
    [&words, sign.unwrap_or_default()].concat()
}

/// The lines of a name with its details: on the line of the name if both fit, else below it.
fn lines(chart: &Chart, panel: &LaidPanel, row: &Row, width: u32) -> Vec<(String, String)> {
    let commitment = &chart.commitments[row.index];
    let detail = words::detail(commitment, panel.state.language);
    let names = text::wrapped(&commitment.name, text::SIZE, width).into_iter();
    let mut lines: Vec<(String, String)> = names.map(|name| (name, String::new())).collect();
    let taken = text::width(&detail, text::DETAIL_SIZE) + GAP;
    match lines.last_mut() {
        Some((name, beside)) if text::width(name, text::SIZE) + taken <= width => *beside = detail,
        _ => {
            let details = text::wrapped(&detail, text::DETAIL_SIZE, width).into_iter();
            lines.extend(details.map(|detail| (String::new(), detail)));
        }
    }
    lines
}
