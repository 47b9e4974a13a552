//! The layout of a chart: the places of its rows, texts, marks and ticks.
//!
//! Places along the axis are shares of the plot's width, so that the chart fits any width without measuring. Places
//! across the axis are CSS pixels. Both count from the start: the views mirror them if the text runs from right to
//! left.

pub(super) mod axis;
mod order;
mod share;

pub(super) use order::order;
pub(super) use order::sorted as ranking;
pub use share::{PixelLength, Share};

use super::figure::RowFigure;

/// The layout of a whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// One row for each commitment, in the reader's order, from top to bottom.
    pub rows: Vec<Row>,
    /// The ticks of the axis, from its start.
    pub ticks: Vec<Tick>,
    /// The end of the baseline of ratios.
    pub reference: Option<Share>,
    /// The room for labels beyond the end of the axis, in steps of [`ROOM`].
    pub room: u32,
    /// How many commitments the reader's choices include, with those beyond the last row.
    pub count: usize,
    /// The height of all rows, in CSS pixels. The axis is below them.
    pub rows_height: u32,
    /// The height of the whole drawing, in CSS pixels.
    pub height: u32,
}

/// The row of one commitment: its name, and below it its mark with a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The index of its commitment.
    pub index: usize,
    /// Its upper edge, in CSS pixels from the top.
    pub top: u32,
    /// Its height, in CSS pixels.
    pub height: u32,
    /// The lines of the name, and of the details beside or below it.
    pub lines: Vec<Line>,
    /// Its mark; `None` if there is nothing to draw.
    pub mark: Option<Mark>,
    /// Its figure; `None` if it is not known.
    pub figure: Option<RowFigure>,
    /// The label if there is no figure.
    pub unknown: &'static str,
    /// The start of its label, a little beyond the end of the mark.
    pub label_at: Share,
    /// The baseline of its label, in CSS pixels from the top.
    pub label_baseline: u32,
}

/// A line of text in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its baseline, in CSS pixels from the top.
    pub baseline: u32,
    /// A part of the name.
    pub name: String,
    /// Details, after the name.
    pub detail: String,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its start along the axis.
    pub start: Share,
    /// Its length along the axis.
    pub width: Share,
    /// Its upper edge, from the top.
    pub top: PixelLength,
    /// Its height.
    pub height: PixelLength,
    /// Whether it shows a time only, because there is no yearly sum.
    pub is_open: bool,
}

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its place along the axis.
    pub at: Share,
    /// Its label.
    pub label: String,
    /// Whether its label is left out where the plot is narrower than [`WIDE`].
    pub is_minor: bool,
}

/// The narrowest plot that all texts fit into, in CSS pixels.
pub const NARROW: u32 = 280;
/// From this width on every tick has its label, in CSS pixels.
pub const WIDE: u32 = 416;
/// The step of the room for labels, in CSS pixels.
pub const ROOM: u32 = 20;
/// The most steps of room for labels: nine, or thirteen if the reader has wider spacing of letters.
pub const MOST_ROOM: u32 = 13;
/// The distance of a label from its mark, and of a detail from its name, in CSS pixels.
pub const GAP: u32 = 8;

/// The height of a bar, in CSS pixels.
pub(super) const BAR_HEIGHT: u32 = 20;
/// The height of the largest yearly sum in a timeline, in CSS pixels.
pub(super) const RATE_HEIGHT: u32 = 26;
/// The distance below the marks of a row, in CSS pixels.
pub(super) const AIR: u32 = 9;
/// The height of letters, in CSS pixels, to centre a label on its mark.
const LETTER_HEIGHT: u32 = 10;

/// The width of a text in CSS pixels, with this spacing of letters in percent of the usual one.
pub(super) const fn stretched(width: u32, stretch: u32) -> u32 {
    (width * stretch).div_ceil(100)
}

impl Row {
    /// The text beside the mark.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.figure {
            Some(figure) => &figure.label,
            None => self.unknown,
        }
    }

    /// Sets its mark, and places its label beside it.
    pub(super) fn put(&mut self, mark: Option<Mark>) {
        self.label_at = mark.map_or_else(Share::default, |mark| mark.start.plus(mark.width));
        let height = mark.map_or(BAR_HEIGHT, |mark| mark.height.whole());
        // Beside the middle of the mark, but not higher than the top of a low mark.
        self.label_baseline =
            self.marks_top() + u32::midpoint(height.max(LETTER_HEIGHT), LETTER_HEIGHT);
        self.mark = mark;
    }

    /// The top of its marks, which does not depend on their height: else a low mark would be nearer to the next name
    /// than to its own.
    pub(super) const fn marks_top(&self) -> u32 {
        self.top + self.height - AIR - RATE_HEIGHT
    }
}
