//! The layout of a chart: its rows in order, and the places of their marks and of the ticks.
//!
//! Places along the axis are shares of the plot's width, so that the chart fits any width without measuring. Heights
//! are CSS pixels. Places count from the start of the line: the style sheet mirrors them if the text runs from right
//! to left. Browsers break the texts into lines, and stack the rows.

pub(super) mod axis;
mod order;
mod share;

pub(super) use order::order;
pub(super) use order::sorted as ranking;
pub use share::{PixelLength, Share};

use super::figure::RowFigure;
use super::text;

/// The layout of one panel of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// One row for each commitment, in the reader's order, from top to bottom.
    pub rows: Vec<Row>,
    /// The ticks of the axis, from its start; none if the values at the marks are enough.
    pub ticks: Vec<Tick>,
    /// The end of the baseline of ratios.
    pub reference: Option<Share>,
    /// The lines of the dates that have a remark, in the order of the document. Each has a lane above the rows.
    pub dates: Vec<DateLine>,
    /// Whether a plot of [`WIDE`] has room for these remarks. Without it, numbers stand at their lines.
    pub has_room_for_remarks: bool,
    /// How many commitments the reader's choices include, with those beyond the last row.
    pub count: usize,
}

/// The row of one commitment: its name, and its mark with a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The index of its commitment.
    pub index: usize,
    /// Its mark; `None` if there is nothing to draw.
    pub mark: Option<Mark>,
    /// Its figure; `None` if it is not known.
    pub figure: Option<RowFigure>,
    /// The label if there is no figure.
    pub unknown: &'static str,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its start along the axis.
    pub start: Share,
    /// Its length along the axis.
    pub width: Share,
    /// Its height.
    pub height: PixelLength,
    /// Whether it has no end: its period has none, so there is no yearly sum.
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

/// The line of a date that has a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// Its place along the axis.
    pub at: Share,
    /// The remark.
    pub words: String,
}

/// The most rows that need no axis: the values stand at the marks.
pub const GLANCE: usize = 8;
/// The narrowest plot that the labels of all ticks fit into, in CSS pixels.
pub const NARROW: u32 = 180;
/// From this width on every tick has its label, in CSS pixels.
pub const WIDE: u32 = 320;

/// The height of the lane of a remark on a date, in CSS pixels.
pub const LANE: u32 = 18;
/// The distance of the remark from its line, in CSS pixels.
pub const BESIDE: u32 = 6;

/// The height of a bar, in CSS pixels.
pub(super) const BAR_HEIGHT: u32 = 20;
/// The height of the largest yearly sum in a timeline, in CSS pixels.
pub(super) const RATE_HEIGHT: u32 = 40;

impl Layout {
    /// The label that needs the most room beyond the end of the axis, in the narrowest plot.
    #[must_use]
    pub fn widest_label(&self) -> &str {
        let end = |row: &Row| {
            row.mark.map_or(0.0, |mark| {
                mark.start.plus(mark.width).in_width(f64::from(NARROW))
            })
        };
        let reach = |row: &Row| end(row) + f64::from(text::width(row.label(), text::SIZE));
        let mut widest: Option<&Row> = None;
        for row in &self.rows {
            if widest.is_none_or(|other| reach(other) < reach(row)) {
                widest = Some(row);
            }
        }
        widest.map_or("", Row::label)
    }
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
}
