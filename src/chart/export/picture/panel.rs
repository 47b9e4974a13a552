//! A panel of a picture: its rows, with names above the bars or beside them, and its axis.

use super::super::super::interaction::LaidPanel;
use super::super::super::layout::{LANE, Row, Share};
use super::super::super::{text, words};
use super::canvas::{Canvas, Look};
use super::{AIR, GAP, LINE, LINK};
use crate::format;
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
    let (names, start) = if is_beside {
        let names = width * 44 / 100;
        (names, left + names + 2 * GAP)
    } else {
        (width, left)
    };
    let end = left + width;
    let plot = if is_timeline {
        width
    } else {
        plot_width(chart, panel, end - start)
    };
    canvas.set_lined(!layout.ticks.is_empty() || layout.reference.is_some());
    let lane = canvas.top();
    canvas.down(LANE * u32::try_from(layout.dates.len()).unwrap_or_default());
    let top = canvas.top();
    let reference = layout.reference.map(|at| start + at.whole_of(plot));
    if let Some(at) = reference {
        let words = words::baseline(chart, &panel.state);
        let most = end.saturating_sub(text::width(&words, text::TICK_SIZE));
        canvas.line(most.min(at + LINK), &words, Look::Note);
    }
    let mut highlighted = None;
    for row in &layout.rows {
        let from = canvas.top();
        let lines = name_lines(chart, panel, row, names);
        let count = lines.iter().filter(|line| line.after == 0).count();
        let names_height = u32::try_from(count).unwrap_or_default() * LINE;
        let height = row.mark.map_or(LINE, |mark| mark.height.whole().max(1));
        let whole = height.max(names_height);
        if is_beside {
            canvas.down((whole - names_height) / 2);
        }
        for NameLine { words, look, after } in lines {
            if after > 0 {
                canvas.set_top(canvas.top() - LINE);
            }
            canvas.name(left + after, &words, look);
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
    let mut taken = 0;
    for tick in &layout.ticks {
        let at = start + tick.at.whole_of(plot);
        canvas.behind(at, top, false);
        taken = canvas.tick(at, (start, end), taken, &tick.label);
    }
    if let Some(at) = reference {
        canvas.behind(at, top, true);
    }
    draw_dates(canvas, panel, lane, (start, plot));
    canvas.set_lined(false);
    if !layout.ticks.is_empty() {
        canvas.down(LINE);
    }
    highlighted
}

/// A line of a name, of its details or of remarks.
struct NameLine {
    words: String,
    look: Look,
    /// The room that the line before takes on the same line; 0 for a line of its own.
    after: u32,
}

/// The lines of a row's name with its details and remarks, in a column of this width.
fn name_lines(chart: &Chart, panel: &LaidPanel, row: &Row, width: u32) -> Vec<NameLine> {
    let commitment = &chart.commitments[row.index];
    let line = |look| {
        move |words| NameLine {
            words,
            look,
            after: 0,
        }
    };
    let detailed = |words: &str| {
        let mut lines = text::wrapped(words, text::DETAIL_SIZE, width);
        lines.retain(|line| !line.is_empty());
        lines.into_iter().map(line(Look::Detail))
    };
    let name = text::wrapped(&commitment.name, text::SIZE, width);
    let after = name.last().map_or(0, |last| text::width(last, text::SIZE)) + GAP;
    let mut lines: Vec<_> = name.into_iter().map(line(Look::Label)).collect();
    let words = words::detail(commitment, panel.state.language);
    // The details are on the last line of the name if both fit, else below it.
    if after + text::width(&words, text::DETAIL_SIZE) > width {
        lines.extend(detailed(&words));
    } else {
        lines.push(NameLine {
            words,
            look: Look::Detail,
            after,
        });
    }
    lines.extend(detailed(
        &chart.remarks_on(&commitment.id, panel.state.language),
    ));
    lines
}

/// Draws the lines of dates with their remarks, or with the numbers of these. Each has a lane of its own from `lane` on.
fn draw_dates(canvas: &mut Canvas, panel: &LaidPanel, mut lane: u32, (start, plot): (u32, u32)) {
    let layout = &panel.layout;
    for (index, date) in layout.dates.iter().enumerate() {
        let number = format::count(index + 1, panel.state.language);
        let words = if layout.has_room_for_remarks {
            &date.words
        } else {
            &number
        };
        let at = start + date.at.whole_of(plot);
        canvas.behind(at, lane + 4, true);
        canvas.beside_line(at, lane + 14, words, date.at > Share::FULL.minus(date.at));
        lane += LANE;
    }
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
