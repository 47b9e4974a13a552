//! Where everything of the chart goes.
//!
//! Along the axis all places are shares of the plot's width, so that the chart fits any width
//! without measuring; across it they are CSS pixels, one row after the other. Both run from the
//! start: the views turn them round where the text runs from right to left.

mod order;
mod share;

pub use share::{Pixels, Share};

use super::figure::{Figure, Figures, sum};
use super::state::{Form, State};
use super::{scale, text};
use crate::format;
use crate::model::{Basis, Chart, Commitment, Month};
pub use order::order;
pub(super) use order::sorted as ranking;

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
    pub figure: Option<Figure>,
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
    pub top: Pixels,
    /// How high it is.
    pub height: Pixels,
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

/// The baseline of the first line of a row, below its top, in CSS pixels.
const FIRST_BASELINE: u32 = 17;
/// From one line of a row to the next, in CSS pixels.
const LINE_HEIGHT: u32 = 18;
/// From the last line's baseline to the marks, in CSS pixels.
const MARKS_BELOW: u32 = 9;
/// The height of a bar, in CSS pixels.
const BAR_HEIGHT: u32 = 20;
/// The height of the largest yearly sum in a timeline, in CSS pixels.
const RATE_HEIGHT: u32 = 26;
/// Below the marks of a row, in CSS pixels.
const AIR: u32 = 9;
/// The height that the axis and its labels take under the rows, in CSS pixels.
const AXIS_HEIGHT: u32 = 28;
/// The height of letters, in CSS pixels, to centre a label on its mark.
const LETTER_HEIGHT: u32 = 10;
/// The most ticks beyond the first, of sums and of time.
const TICKS: u32 = 4;
const TIMES: u32 = 6;

/// Lays a chart out.
#[must_use]
pub fn layout(chart: &Chart, state: &State) -> Layout {
    let (places, count) = order(chart, state, state.limit);
    let figures = Figures::new(chart, state);
    let mut top = 0;
    let mut rows = Vec::with_capacity(places.len());
    for index in places {
        let commitment = &chart.commitments[index];
        let lines = lines(commitment, top, state.stretch);
        let marks_top = lines.last().map_or(top, |line| line.baseline) + MARKS_BELOW;
        let height = marks_top + RATE_HEIGHT + AIR - top;
        rows.push(Row {
            index,
            top,
            height,
            lines,
            mark: None,
            figure: figures.of(commitment),
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
    match state.form {
        Form::Timeline => along_time(&mut layout, chart, state),
        Form::Bars | Form::Ratio => along_sums(&mut layout, state),
    }
    layout
}

/// The name and the details of a commitment. Details stand beside the name where both fit into a
/// narrow plot.
fn lines(commitment: &Commitment, top: u32, stretch: u32) -> Vec<Line> {
    let limit = NARROW * 100 / stretch;
    let period = format::short_period(&commitment.period);
    let detail = format!("{period} · {}", commitment.status.words());
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

/// A width of text in CSS pixels, where texts are set so wide, in percent.
const fn stretched(width: u32, stretch: u32) -> u32 {
    (width * stretch).div_ceil(100)
}

/// How much the labels need beyond the end of the axis, in CSS pixels. In a wider plot than the
/// narrowest they have more room beside their marks.
fn room(rows: &[Row], stretch: u32) -> f64 {
    let plot = f64::from(NARROW);
    let needed = rows.iter().map(|row| {
        // And the sign of a conversion, which is as wide as the gap.
        let label = stretched(text::width(row.label(), text::SIZE) + GAP, stretch);
        let label = f64::from(label + GAP);
        // share × (plot − room) + label ≤ plot
        plot - (plot - label) / row.label_at.in_width(1.0)
    });
    needed.fold(0.0, f64::max)
}

impl Row {
    /// What stands beside the mark.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.figure {
            Some(figure) => &figure.label,
            None => "not known",
        }
    }

    fn put(&mut self, mark: Option<Mark>) {
        self.label_at = mark.map_or_else(Share::default, |mark| mark.start.plus(mark.width));
        let height = mark.map_or(BAR_HEIGHT, |mark| mark.height.whole());
        // Beside the middle of the mark, and not above it where that is low.
        self.label_baseline =
            self.marks_top() + u32::midpoint(height.max(LETTER_HEIGHT), LETTER_HEIGHT);
        self.mark = mark;
    }

    /// Where its marks begin, whatever their height: a low one would else be nearer to the next name than
    /// to its own.
    const fn marks_top(&self) -> u32 {
        self.top + self.height - AIR - RATE_HEIGHT
    }
}

/// Bars from zero.
fn along_sums(layout: &mut Layout, state: &State) {
    let value = |row: &Row| row.figure.as_ref().map_or(0.0, |figure| figure.value);
    // The baseline of ratios is on the axis, even where it is not shown itself and much larger.
    let least = if state.form == Form::Ratio { 1.0 } else { 0.0 };
    let max = layout.rows.iter().map(value).fold(least, f64::max);
    let label = |amount: f64| match state.form {
        _ if amount <= 0.0 => "0".into(),
        Form::Ratio => format::times(amount),
        _ => format::short_units(amount, state.currency, None),
    };
    let mut domain = 1.0;
    fit(layout, state.stretch, TICKS, &mut |rows, count| {
        let step = scale::step(max, count);
        let steps = scale::steps(max, step);
        domain = step * f64::from(steps);
        for row in rows {
            let amount = value(row);
            let marks_top = row.marks_top();
            row.put((amount > 0.0).then(|| Mark {
                start: Share::default(),
                // The smallest sum is something, too.
                width: Share::of(amount, domain).max(Share::LEAST),
                top: Pixels::whole_number(marks_top),
                height: Pixels::whole_number(BAR_HEIGHT),
                is_open: false,
            }));
        }
        let tick = |n| (f64::from(n) / f64::from(steps), label(f64::from(n) * step));
        (0..=steps).map(tick).collect()
    });
    if state.form == Form::Ratio {
        layout.reference = Some(Share::of(1.0, domain));
    }
}

/// Bars over their years, as high as their yearly sums.
fn along_time(layout: &mut Layout, chart: &Chart, state: &State) {
    let bounds = |row: &Row| chart.commitments[row.index].period.bounds();
    let rate = |row: &Row| {
        let sum = sum(chart, state, Basis::PerYear, &chart.commitments[row.index]);
        sum.map(|sum| sum.units)
    };
    let (mut first, mut last) = (f64::INFINITY, 0.0_f64);
    for (start, end) in layout.rows.iter().map(bounds) {
        first = first.min(start);
        // What has no end goes on for a year at least.
        last = last.max(end.unwrap_or(start + 12.0));
    }
    if layout.rows.is_empty() {
        (first, last) = (0.0, 1.0);
    }
    let max = layout.rows.iter().filter_map(rate).fold(0.0, f64::max);
    fit(layout, state.stretch, TIMES, &mut |rows, count| {
        let months = scale::months(first, last, count);
        let at = |month: Option<&Month>| f64::from(month.map_or(0, |month| month.count()));
        let (from, to) = (at(months.first()), at(months.last()));
        for row in rows {
            let (start, end) = bounds(row);
            let (marks_top, rate) = (row.marks_top(), rate(row));
            let height = match rate {
                Some(rate) if rate > 0.0 => Pixels::of(rate, max, RATE_HEIGHT),
                _ => Pixels::LEAST,
            };
            let place = |month: f64| Share::of(month - from, to - from);
            // The shortest time at the end of the axis is seen, too.
            let start = place(start).min(Share::FULL.minus(Share::LEAST));
            row.put((rate != Some(0.0)).then(|| Mark {
                start,
                width: place(end.unwrap_or(to)).minus(start).max(Share::LEAST),
                top: Pixels::whole_number(marks_top),
                height,
                is_open: rate.is_none(),
            }));
        }
        let is_yearly = months.iter().all(|month| month.month == 1);
        let tick = |month: &Month| {
            let label = if is_yearly {
                month.year.to_string()
            } else {
                format::short_month(*month)
            };
            ((at(Some(month)) - from) / (to - from), label)
        };
        months.iter().map(tick).collect()
    });
}

/// Puts marks along an axis of so many ticks at most beyond the first, and gives those.
type Put<'a> = &'a mut dyn FnMut(&mut [Row], u32) -> Vec<(f64, String)>;

/// Puts the marks where an axis has as many ticks as there is room for their labels. `put` does so for
/// that many at most, and gives them as parts of the axis with their labels.
fn fit(layout: &mut Layout, stretch: u32, most: u32, put: Put<'_>) {
    for count in (1..=most).rev() {
        let ticks = put(&mut layout.rows, count);
        let width = |(_, label): &(f64, String)| {
            f64::from(stretched(text::width(label, text::TICK_SIZE), stretch))
        };
        let widest = ticks.iter().map(width).fold(0.0, f64::max);
        // The first one begins at its tick; the others stand in the middle over theirs.
        let needed = widest.max(ticks.first().map_or(0.0, width) + widest / 2.0) + f64::from(GAP);
        // Half of the last one stands beyond the axis.
        let room = in_steps(room(&layout.rows, stretch).max(widest / 2.0));
        let steps = f64::from(u32::try_from(ticks.len()).unwrap_or_default()) - 1.0;
        let fits = |plot: u32, every: f64| f64::from(plot - room * ROOM) * every / steps >= needed;
        if !fits(WIDE, 1.0) && count > 1 {
            continue;
        }
        let every = if fits(NARROW, 1.0) {
            1
        } else if fits(NARROW, 2.0) {
            2
        } else {
            most as usize
        };
        let tick = |(n, (at, label)): (usize, (f64, String))| Tick {
            at: Share::of(at, 1.0),
            label,
            is_minor: !n.is_multiple_of(every),
        };
        layout.room = room;
        layout.ticks = ticks.into_iter().enumerate().map(tick).collect();
        return;
    }
}

/// A length in steps of [`ROOM`], as far as there are such.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and the result is clamped"
)]
fn in_steps(pixels: f64) -> u32 {
    ((pixels / f64::from(ROOM)).ceil() as u32).clamp(2, MOST_ROOM)
}
