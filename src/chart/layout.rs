//! Where everything of the bar chart goes.
//!
//! Along the axis all places are shares of the plot's width, so that the chart fits any width
//! without measuring; across it they are CSS pixels, one row after the other.

use super::figure::{Figure, figure};
use super::scale;
use super::state::{Sort, State};
use crate::format;
use crate::model::Chart;
use std::fmt;

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// One bar for each commitment, in the reader's order, from top to bottom.
    pub bars: Vec<Bar>,
    /// The marks of the axis, from zero.
    pub ticks: Vec<Tick>,
    /// The height of the rows together, in CSS pixels; the axis stands below.
    pub rows_height: u32,
    /// The height of the whole drawing, in CSS pixels.
    pub height: u32,
}

/// The bar of one commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The place of its commitment in the chart's list.
    pub index: usize,
    /// The baseline of its name, in CSS pixels from the top.
    pub name_baseline: u32,
    /// The upper edge of its mark, in CSS pixels from the top.
    pub mark_top: u32,
    /// The baseline of its label beside the mark, in CSS pixels from the top.
    pub label_baseline: u32,
    /// How much of the plot's width it takes; zero where there is no figure.
    pub width: Share,
    /// Its figure; `None` where it cannot be shown in the currency.
    pub figure: Option<Figure>,
}

/// A mark of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands along the plot's width.
    pub at: Share,
    /// What it says.
    pub label: String,
}

/// A part of the plot's width, in thousandths of a percent; displays as CSS does, `62.5%`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

impl Share {
    /// The whole width.
    pub const FULL: Self = Self(100_000);

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and the result is clamped"
    )]
    fn of(part: f64, whole: f64) -> Self {
        Self((part / whole * 1e5).round() as u32).min(Self::FULL)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (percent, rest) = (self.0 / 1000, self.0 % 1000);
        match rest {
            0 => write!(f, "{percent}%"),
            _ => write!(f, "{percent}.{rest:03}%"),
        }
    }
}

/// The height of a row: the name, the bar below it, and air, in CSS pixels.
const ROW_HEIGHT: u32 = 60;
/// The height of a bar's mark, in CSS pixels.
pub const MARK_HEIGHT: u32 = 20;
/// The height that the axis and its labels take under the rows, in CSS pixels.
const AXIS_HEIGHT: u32 = 28;

/// Lays a chart out.
#[must_use]
pub fn layout(chart: &Chart, state: State) -> Layout {
    let mut figures: Vec<Option<Figure>> = chart
        .commitments
        .iter()
        .map(|commitment| figure(commitment, state.basis, state.currency, &chart.rates))
        .collect();
    let max = figures
        .iter()
        .map(|figure| units(figure.as_ref()))
        .fold(0.0, f64::max);
    let step = scale::step(max);
    let steps = scale::steps(max, step);
    let domain = step * f64::from(steps);
    let mut top = 0;
    let mut bars = Vec::with_capacity(figures.len());
    for index in order(chart, state.sort, &figures) {
        let figure = figures[index].take();
        bars.push(Bar {
            index,
            name_baseline: top + 17,
            mark_top: top + 26,
            label_baseline: top + 26 + MARK_HEIGHT / 2 + 5,
            width: Share::of(units(figure.as_ref()).max(0.0), domain),
            figure,
        });
        top += ROW_HEIGHT;
    }
    let ticks = (0..=steps)
        .map(|count| Tick {
            at: Share::of(f64::from(count), f64::from(steps)),
            label: match count {
                0 => "0".into(),
                _ => format::short_units(f64::from(count) * step, state.currency, None),
            },
        })
        .collect();
    Layout {
        bars,
        ticks,
        rows_height: top,
        height: top + AXIS_HEIGHT,
    }
}

/// The places of the commitments in the reader's order; equals keep the order of the document.
///
/// Inserting one by one is slower than the standard library's sort and a hundred times smaller.
fn order(chart: &Chart, sort: Sort, figures: &[Option<Figure>]) -> Vec<usize> {
    let value = |index: usize| units(figures[index].as_ref());
    let name = |index: usize| {
        chart.commitments[index]
            .name
            .bytes()
            .map(|b| b.to_ascii_lowercase())
    };
    let mut order: Vec<usize> = Vec::with_capacity(figures.len());
    for index in 0..figures.len() {
        let place = order.partition_point(|&other| match sort {
            Sort::Amount => value(other) >= value(index),
            Sort::Name => name(other).le(name(index)),
        });
        order.insert(place, index);
    }
    order
}

/// The sum that a figure is sorted by; one that cannot be shown comes after zero.
fn units(figure: Option<&Figure>) -> f64 {
    figure.map_or(-1.0, |figure| figure.units)
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_display_as_css_percentages() {
        assert_eq!(Share::of(1.0, 1.0).to_string(), "100%");
        assert_eq!(Share::of(53.0, 80.0).to_string(), "66.250%");
        assert_eq!(Share::of(1.0, 3.0).to_string(), "33.333%");
        assert_eq!(Share::of(2.0, 1.0), Share::FULL);
    }
}
