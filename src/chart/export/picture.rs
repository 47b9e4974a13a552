//! The picture of a chart as an SVG file that needs nothing else: no style sheet, no nested drawing, no variable. So
//! browsers and other programs draw it alike.
//!
//! Nothing can be measured here: texts have the room that they take in the widest typeface.

mod canvas;
mod panel;
#[cfg(feature = "picture")]
pub mod part;

use super::super::interaction::Interaction;
use super::super::words;
use crate::model::Chart;
pub use canvas::PALETTE;
use canvas::{Canvas, Look};
use panel::{PanelPlace, panel};

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
pub const PAGE: u32 = 700;
/// The distance of everything from the edges, in CSS pixels.
const MARGIN: u32 = 24;
/// The distance between two panels, in CSS pixels.
const GUTTER: u32 = 48;
/// The narrowest column of a panel: two stand side by side if both have this room.
const COLUMN: u32 = 260;
/// The distance of the line between two panels from what it leads to, in CSS pixels.
const LINK: u32 = 6;
/// The distance of a label from its mark, in CSS pixels.
const GAP: u32 = 8;
/// The height of a line of names or of labels, in CSS pixels.
const LINE: u32 = 18;
/// The least and the greatest distance between two rows, in CSS pixels.
const AIR: u32 = 12;
const MOST_AIR: u32 = 32;
/// The longest methodology that pictures have, in bytes: a longer one would leave no room for the chart.
const MOST_METHODOLOGY: usize = 400;

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

/// The picture of a chart in its state, with everything that it needs on its own: title, subtitle, notes, methodology
/// unless it is long, source, licence, and how to cite the page, which is given in lines.
///
/// In a shape of fixed size the text is as large as its height permits; the picture is always complete.
#[must_use]
pub fn picture(
    chart: &Chart,
    interaction: &Interaction,
    shape: PictureShape,
    citation: &str,
    is_right_to_left: bool,
) -> String {
    let draw = |width, air, foot| {
        let mut canvas = Canvas::new(width, is_right_to_left);
        draw(&mut canvas, chart, interaction, citation, (air, foot));
        canvas
    };
    let title = chart.title.plain_text();
    let Some((width, height)) = shape.size() else {
        let canvas = draw(PAGE, AIR, 0);
        let size = (PAGE, canvas.top());
        return canvas.finish(&title, size, size);
    };
    let room = |wide| wide * height / width;
    // The wider the canvas, the smaller everything on it. This finds the narrowest one that is high enough.
    let (mut narrow, mut wide) = (width * 2 / 5, width * 8);
    while wide - narrow > 8 {
        let middle = u32::midpoint(narrow, wide);
        if draw(middle, AIR, 0).top() > room(middle) {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    // The height grows evenly with the distance of the rows. What is left then is above the notes.
    let top = |air| draw(wide, air, 0).top();
    let (least, room) = (top(AIR), room(wide));
    let more = room.saturating_sub(least) / (top(AIR + 1) - least).max(1);
    let air = MOST_AIR.min(AIR + more);
    let canvas = draw(wide, air, room.saturating_sub(top(air)));
    let high = canvas.top().max(room);
    canvas.finish(&title, (width, height), (wide, high))
}

/// The picture for a page as wide as this, in CSS pixels, and its height. Readers load no code for other widths than [`PAGE`].
#[cfg(feature = "picture")]
#[must_use]
pub fn picture_of_width(
    chart: &Chart,
    interaction: &Interaction,
    width: u32,
    citation: &str,
    is_right_to_left: bool,
) -> (String, u32) {
    let mut canvas = Canvas::new(width, is_right_to_left);
    draw(&mut canvas, chart, interaction, citation, (AIR, 0));
    let height = canvas.top();
    let size = (width, height);
    let svg = canvas.finish(&chart.title.plain_text(), size, size);
    (svg, height)
}

/// Draws everything, with these distances: between the rows, and more than that above the notes.
fn draw(
    canvas: &mut Canvas,
    chart: &Chart,
    interaction: &Interaction,
    citation: &str,
    (air, foot): (u32, u32),
) {
    let state = interaction.state();
    let width = canvas.width() - 2 * MARGIN;
    canvas.down(MARGIN);
    canvas.paragraph(&chart.title.plain_text(), width, Look::Title);
    canvas.down(2);
    canvas.paragraph(&words::subtitle(chart, state), width, Look::Subtitle);
    canvas.down(AIR);
    draw_panels(canvas, chart, interaction, width, air);
    canvas.down(foot);
    let mut note = |words: &str| canvas.paragraph(words, width, Look::Note);
    let layout = &interaction.panels()[0].layout;
    if !layout.dates.is_empty() && !layout.has_room_for_remarks {
        note(&words::dated_remarks(chart, true, state.language));
    }
    super::notes(chart, state, MOST_METHODOLOGY, citation, &mut note);
    canvas.down(MARGIN);
}

/// Draws one panel, or two: side by side, or below each other if that is too narrow. A line leads from the highlighted
/// row to its row in the other panel.
fn draw_panels(
    canvas: &mut Canvas,
    chart: &Chart,
    interaction: &Interaction,
    width: u32,
    air: u32,
) {
    let messages = &interaction.state().language.messages().controls;
    let headings = [messages.total_panel, messages.per_year];
    let panels = interaction.panels();
    let has_two = panels.len() > 1;
    let is_wide = has_two && width >= 2 * COLUMN + GUTTER;
    let (column, step) = if is_wide {
        let column = (width - GUTTER) / 2;
        (column, column + GUTTER)
    } else {
        (width, 0)
    };
    let top = canvas.top();
    let (mut left, mut bottom) = (MARGIN, top);
    let mut rows = [None; 2];
    for ((shown, heading), row) in panels.iter().zip(headings).zip(&mut rows) {
        if is_wide {
            canvas.set_top(top);
        }
        let place = PanelPlace {
            left,
            width: column,
            air,
        };
        let heading = has_two.then_some(heading);
        *row = panel(canvas, chart, shown, heading, place);
        canvas.down(air);
        bottom = bottom.max(canvas.top());
        left += step;
    }
    canvas.set_top(bottom);
    if let [Some((end, from)), Some((_, to))] = rows {
        // No text stands in its way: it leaves its row at the end, then runs where no rows are.
        let beside = MARGIN + step - LINK;
        let (out, turn, back) = if is_wide {
            let turn = MARGIN + column;
            (end.min(turn), turn, beside)
        } else {
            (beside, beside - LINK, beside - LINK)
        };
        canvas.link(&[(out, from), (turn, from), (back, to), (beside, to)]);
    }
}
