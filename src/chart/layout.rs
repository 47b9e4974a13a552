//! Where everything of the chart goes.
//!
//! Along the axis all places are shares of the plot's width, so that the chart fits any width
//! without measuring; across it they are CSS pixels, one row after the other. Both run from the
//! start: the views turn them round where the text runs from right to left.

pub(super) mod axis;
mod order;
mod share;

pub(super) use order::order;
pub(super) use order::sorted as ranking;
pub use share::{PixelLength, Share};

use super::figure::RowFigure;

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// One row for each commitment, in the reader's order, from top to bottom.
    pub rows: Vec<Row>,
    /// The ticks of the axis, from its start.
    pub ticks: Vec<Tick>,
    /// Where the baseline of ratios ends.
    pub reference: Option<Share>,
    /// How much is kept free beyond the end of the axis for labels, in steps of [`ROOM`].
    pub room: u32,
    /// How many commitments are wanted, those beyond the last row included.
    pub count: usize,
    /// The height of the rows together, in CSS pixels; the axis stands below.
    pub rows_height: u32,
    /// The height of the whole drawing, in CSS pixels.
    pub height: u32,
}

/// The row of one commitment: its name, and below it its mark with a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The place of its commitment in the chart's list.
    pub index: usize,
    /// Its upper edge, in CSS pixels from the top.
    pub top: u32,
    /// Its height, in CSS pixels.
    pub height: u32,
    /// The name and the details beside or below it.
    pub lines: Vec<Line>,
    /// What is drawn; `None` where there is nothing to draw.
    pub mark: Option<Mark>,
    /// Its figure; `None` where it has none.
    pub figure: Option<RowFigure>,
    /// What stands in its place where it has none.
    pub unknown: &'static str,
    /// Where its label begins, a little beyond the end of the mark.
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
    /// Where it begins along the axis.
    pub start: Share,
    /// How long it is.
    pub width: Share,
    /// Its upper edge, from the top.
    pub top: PixelLength,
    /// How high it is.
    pub height: PixelLength,
    /// Whether it stands for a time alone, because the figure has no yearly sum.
    pub is_open: bool,
}

/// A mark of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it stands along the axis.
    pub at: Share,
    /// What it says.
    pub label: String,
    /// Whether its label is left out where the plot is narrower than [`WIDE`].
    pub is_minor: bool,
}

/// The narrowest plot that all texts fit into, in CSS pixels.
pub const NARROW: u32 = 280;
/// The width from which on every tick has its label, in CSS pixels.
pub const WIDE: u32 = 416;
/// The step of the room for labels, in CSS pixels.
pub const ROOM: u32 = 20;
/// The most steps of it that labels get: nine, or thirteen where letters stand apart.
pub const MOST_ROOM: u32 = 13;
/// How far a label stands off its mark, and a detail off its name, in CSS pixels.
pub const GAP: u32 = 8;

/// The height of a bar, in CSS pixels.
pub(super) const BAR_HEIGHT: u32 = 20;
/// The height of the largest yearly sum in a timeline, in CSS pixels.
pub(super) const RATE_HEIGHT: u32 = 26;
/// Below the marks of a row, in CSS pixels.
pub(super) const AIR: u32 = 9;
/// The height of letters, in CSS pixels, to centre a label on its mark.
const LETTER_HEIGHT: u32 = 10;

/// A width of text in CSS pixels, where texts are set so wide, in percent.
pub(super) const fn stretched(width: u32, stretch: u32) -> u32 {
    (width * stretch).div_ceil(100)
}

impl Row {
    /// What stands beside the mark.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.figure {
            Some(figure) => &figure.label,
            None => self.unknown,
        }
    }

    /// Puts its mark where it belongs, and its label beside it.
    pub(super) fn put(&mut self, mark: Option<Mark>) {
        self.label_at = mark.map_or_else(Share::default, |mark| mark.start.plus(mark.width));
        let height = mark.map_or(BAR_HEIGHT, |mark| mark.height.whole());
        // Beside the middle of the mark, and not above it where that is low.
        self.label_baseline =
            self.marks_top() + u32::midpoint(height.max(LETTER_HEIGHT), LETTER_HEIGHT);
        self.mark = mark;
    }

    /// Where its marks begin, whatever their height: a low one would else be nearer to the next name than
    /// to its own.
    pub(super) const fn marks_top(&self) -> u32 {
        self.top + self.height - AIR - RATE_HEIGHT
    }
}
