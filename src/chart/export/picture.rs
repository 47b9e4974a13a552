//! The picture of a chart as an SVG file that needs nothing else: no style sheet, no nested drawing, no variable. So
//! browsers and other programs draw it alike.
//!
//! Nothing can be measured here: texts have the room that they take in the widest typeface.

mod canvas;

use super::super::interaction::{Interaction, LaidPanel};
use super::super::layout::{LANE, Row, Share};
use super::super::{text, words};
use crate::document;
use crate::model::{Chart, Form, Status};
use canvas::{Canvas, Look};

/// The shape of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureShape {
    /// As wide as a column of a page, and as high as the chart needs.
    Page,
    /// 1200 × 675 pixels, for previews of links.
    Wide,
    /// 1080 × 1350 pixels, for phones.
    Tall,
}

/// The width of the picture for a page, in CSS pixels.
const PAGE: u32 = 700;
/// The distance of everything from the edges, in CSS pixels.
const MARGIN: u32 = 24;
/// The distance between two panels, in CSS pixels.
const GUTTER: u32 = 48;
/// The narrowest column of a panel: two stand side by side if both have this room.
const COLUMN: u32 = 260;
/// The least room for the marks of a panel, beside the labels.
const LEAST_PLOT: u32 = 80;
/// The distance of a label from its mark, in CSS pixels.
const GAP: u32 = 8;
/// The height of a line of names or of labels, in CSS pixels.
const LINE: u32 = 18;
/// The least and the greatest distance between two rows, in CSS pixels.
const AIR: u32 = 12;
const MOST_AIR: u32 = 32;

impl PictureShape {
    /// The size in pixels of the file; `None` if it depends on the chart.
    const fn size(self) -> Option<(u32, u32)> {
        match self {
            Self::Page => None,
            Self::Wide => Some((1200, 675)),
            Self::Tall => Some((1080, 1350)),
        }
    }
}

/// The picture of a chart in its state, with everything that it needs on its own: title, subtitle, notes, source, and
/// the address of the page.
///
/// In a shape of fixed size the text is as large as its height permits; the picture is always complete.
#[must_use]
pub fn picture(
    chart: &Chart,
    interaction: &Interaction,
    shape: PictureShape,
    address: &str,
    is_right_to_left: bool,
) -> String {
    let draw = |width, air| {
        let mut canvas = Canvas::new(width, is_right_to_left);
        draw(&mut canvas, chart, interaction, address, air);
        canvas
    };
    let title = chart.title.plain_text();
    let Some((width, height)) = shape.size() else {
        let canvas = draw(PAGE, AIR);
        let size = (PAGE, canvas.top());
        return canvas.finish(&title, size, size);
    };
    // A wider canvas makes everything smaller: each is a little wider, until the height is enough.
    let mut wide = width * 2 / 5;
    while draw(wide, AIR).top() > wide * height / width && wide < width * 8 {
        wide += wide / 20;
    }
    let mut air = AIR;
    while air < MOST_AIR && draw(wide, air + 1).top() <= wide * height / width {
        air += 1;
    }
    let canvas = draw(wide, air);
    let high = canvas.top().max(wide * height / width);
    canvas.finish(&title, (width, height), (wide, high))
}

/// Draws everything, with this distance between the rows.
fn draw(canvas: &mut Canvas, chart: &Chart, interaction: &Interaction, address: &str, air: u32) {
    let state = interaction.state();
    let width = canvas.width() - 2 * MARGIN;
    canvas.down(MARGIN);
    for line in text::balanced(&chart.title.plain_text(), 20, width) {
        canvas.line(MARGIN, &line, Look::Title);
    }
    canvas.down(2);
    for line in text::wrapped(&words::subtitle(chart, state), text::SIZE, width) {
        canvas.line(MARGIN, &line, Look::Subtitle);
    }
    canvas.down(AIR);
    let top = canvas.top();
    let is_wide = width >= 2 * COLUMN + GUTTER;
    let panels = interaction.panels();
    let messages = &state.language.messages().controls;
    let place = |left, width| PanelPlace { left, width, air };
    let headings = [messages.total_panel, messages.per_year].map(Some);
    match panels {
        [total, per_year] if is_wide => {
            let column = (width - GUTTER) / 2;
            let beside = MARGIN + column + GUTTER;
            let first = place(MARGIN, column);
            let first = panel(canvas, chart, total, headings[0], first);
            let bottom = canvas.top();
            canvas.set_top(top);
            let second = place(beside, column);
            let second = panel(canvas, chart, per_year, headings[1], second);
            canvas.set_top(bottom.max(canvas.top()));
            if let (Some(from), Some(to)) = (first, second) {
                let inset = GUTTER / 8;
                canvas.link((MARGIN + column + inset, from), (beside - inset, to));
            }
        }
        [total, per_year] => {
            let first = place(MARGIN, width);
            panel(canvas, chart, total, headings[0], first);
            canvas.down(air);
            let second = place(MARGIN, width);
            panel(canvas, chart, per_year, headings[1], second);
        }
        others => {
            for other in others {
                let only = place(MARGIN, width);
                panel(canvas, chart, other, None, only);
            }
        }
    }
    canvas.down(AIR);
    for note in notes(chart, interaction, address) {
        for line in text::wrapped(&note, text::TICK_SIZE, width) {
            canvas.line(MARGIN, &line, Look::Note);
        }
    }
    canvas.down(MARGIN);
}

/// The paragraphs below the drawing.
fn notes(chart: &Chart, interaction: &Interaction, address: &str) -> Vec<String> {
    let (state, layout) = (interaction.state(), &interaction.panels()[0].layout);
    let mut notes = Vec::new();
    if let Some(note) = &chart.note {
        notes.push(note.plain_text());
    }
    let remarks = words::remarks(chart, state);
    notes.push(document::joined(&remarks, " ", " "));
    if !layout.dates.is_empty() && !layout.has_room_for_remarks {
        notes.push(words::dated_remarks(chart, true, state.language));
    }
    notes.push(words::source(chart, state.language));
    notes.push(address.into());
    notes.retain(|note| !note.is_empty());
    notes
}

/// The place of a panel.
#[derive(Clone, Copy)]
struct PanelPlace {
    /// Its start, and its width.
    left: u32,
    width: u32,
    /// The distance between its rows.
    air: u32,
}

/// Draws a panel between `left` and `left + width`. Returns the middle of the highlighted row, from the top.
fn panel(
    canvas: &mut Canvas,
    chart: &Chart,
    panel: &LaidPanel,
    heading: Option<&str>,
    PanelPlace { left, width, air }: PanelPlace,
) -> Option<u32> {
    if let Some(heading) = heading {
        canvas.line(left, heading, Look::Detail);
        canvas.down(AIR / 2);
    }
    let is_timeline = panel.state.form == Form::Timeline;
    let plot = if is_timeline {
        width
    } else {
        plot_width(chart, panel, width)
    };
    let remarks = canvas.top();
    canvas.down(LANE * u32::try_from(panel.layout.dates.len()).unwrap_or_default());
    let top = canvas.top();
    let mut highlighted = None;
    let mut rows = Vec::new();
    for row in &panel.layout.rows {
        let from = canvas.top();
        let lines = lines(chart, panel, row, width);
        let height = row.mark.map_or(LINE, |mark| mark.height.whole());
        let over = if is_timeline { LINE } else { 0 };
        let rows_height = u32::try_from(lines.len()).unwrap_or_default() * LINE + over + height + 4;
        if panel.state.highlight == Some(row.index) {
            highlighted = Some(from + rows_height / 2);
        }
        rows.push((row, lines, from));
        canvas.down(rows_height + air);
    }
    // The lines of the axis are below everything else.
    let bottom = canvas.top();
    for tick in &panel.layout.ticks {
        let x = left + tick.at.whole_of(plot);
        canvas.tick(x, (top, bottom), &tick.label, tick.at.whole_of(plot) == 0);
    }
    let mut from = remarks;
    for (index, date) in panel.layout.dates.iter().enumerate() {
        let number = (index + 1).to_string();
        let words = if panel.layout.has_room_for_remarks {
            &date.words
        } else {
            &number
        };
        let at = left + date.at.whole_of(plot);
        canvas.reference(at, (from + 4, bottom));
        canvas.beside_line(at, from + 14, words, date.at > Share::FULL.minus(date.at));
        from += LANE;
    }
    if let Some(at) = panel.layout.reference {
        canvas.reference(left + at.whole_of(plot), (top, bottom));
    }
    for (row, lines, from) in rows {
        canvas.set_top(from);
        for (name, detail) in lines {
            canvas.name(left, &name, &detail);
        }
        canvas.down(4);
        draw_row(canvas, chart, panel, row, (left, width, plot));
    }
    canvas.set_top(bottom);
    if !panel.layout.ticks.is_empty() {
        canvas.down(LINE);
    }
    highlighted
}

/// Draws the mark and the label of a row.
fn draw_row(
    canvas: &mut Canvas,
    chart: &Chart,
    panel: &LaidPanel,
    row: &Row,
    (left, width, plot): (u32, u32, u32),
) {
    let is_timeline = panel.state.form == Form::Timeline;
    let label = label(chart, panel, row);
    let start = row.mark.map_or(0, |mark| mark.start.whole_of(plot));
    if is_timeline {
        // The label begins above its mark, or further left if it would not fit.
        let most = width.saturating_sub(text::width(&label, text::SIZE));
        canvas.line(left + start.min(most), &label, Look::Label);
        canvas.down(2);
    }
    let end = row
        .mark
        .map_or(0, |mark| mark.start.plus(mark.width).whole_of(plot));
    let height = row.mark.map_or(LINE, |mark| mark.height.whole().max(1));
    if let Some(mark) = row.mark {
        let look = if mark.is_open {
            Look::OpenMark
        } else if chart.commitments[row.index].status == Status::Reported {
            Look::ReportedMark
        } else if row.figure.as_ref().is_some_and(|figure| figure.is_hedged) {
            Look::HedgedMark
        } else {
            Look::Mark
        };
        let is_highlighted = panel.state.highlight == Some(row.index);
        canvas.mark(
            left + start,
            (end - start).max(1),
            height,
            look,
            is_highlighted,
        );
    }
    if !is_timeline {
        let x = if end == 0 { left } else { left + end + GAP };
        canvas.beside(x, &label, height);
    }
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

/// The lines of a name with its details: on the line of the name if both fit, else below it. Remarks have lines of their
/// own.
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
    let remarks = text::wrapped(&chart.remarks_on(&commitment.id), text::DETAIL_SIZE, width);
    let remarks = remarks.into_iter().filter(|line| !line.is_empty());
    lines.extend(remarks.map(|line| (String::new(), line)));
    lines
}
