//! Marks along an axis with round ticks, as many as the labels have room for.

use super::super::{scale, text};
use super::{BAR_HEIGHT, GLANCE, Layout, Mark, NARROW, PixelLength, Row, Share, Tick, WIDE};
use crate::format;
use crate::messages::Language;

/// The most ticks of sums beyond the first.
const TICKS: u32 = 4;
/// The least distance between the labels of ticks, in CSS pixels.
const GAP: f64 = 8.0;

/// Places bars from zero along an axis of figures, which reaches at least to `least`. `label` makes the labels of the
/// ticks beyond zero. Returns the figure at the end of the axis.
///
/// A few bars need no axis: the longest takes the whole width.
pub(in crate::chart) fn fit_sums(
    layout: &mut Layout,
    least: f64,
    language: Language,
    label: &dyn Fn(f64) -> String,
) -> f64 {
    let value = |row: &Row| row.figure.as_ref().map_or(0.0, |figure| figure.value);
    let max = layout.rows.iter().map(value).fold(least, f64::max);
    let mut domain = if max > 0.0 { max } else { 1.0 };
    if layout.rows.len() > GLANCE {
        fit(layout, TICKS, false, &mut |count| {
            let step = scale::step(max, count);
            let steps = scale::steps(max, step);
            domain = step * f64::from(steps);
            let tick = |n| {
                let amount = f64::from(n) * step;
                let label = match n {
                    0 => format::count(0, language),
                    _ => label(amount),
                };
                (f64::from(n) / f64::from(steps), label)
            };
            (0..=steps).map(tick).collect()
        });
    }
    for row in &mut layout.rows {
        let amount = value(row);
        row.mark = (amount > 0.0).then(|| Mark {
            start: Share::default(),
            // The smallest sum must be visible.
            width: Share::of(amount, domain).max(Share::LEAST),
            height: PixelLength::whole_number(BAR_HEIGHT),
            is_open: false,
        });
    }
    domain
}

/// Gives an axis as many ticks as its labels have room for. The last label of a closed axis ends at its tick, because
/// there is no room beyond. `ticks` makes at most a number of ticks beyond the first,
/// as parts of the axis with their labels.
pub(in crate::chart) fn fit(
    layout: &mut Layout,
    most: u32,
    is_closed: bool,
    ticks: &mut dyn FnMut(u32) -> Vec<(f64, String)>,
) {
    for count in (1..=most).rev() {
        let ticks = ticks(count);
        let width = |(_, label): &(f64, String)| f64::from(text::width(label, text::TICK_SIZE));
        let widest = ticks.iter().map(width).fold(0.0, f64::max);
        // The first label begins at its tick; the others are centred on theirs, but for the last one of a closed axis.
        let last = if is_closed { 1.5 * widest } else { widest };
        let needed = last.max(ticks.first().map_or(0.0, width) + widest / 2.0) + GAP;
        let steps = f64::from(u32::try_from(ticks.len()).unwrap_or_default()) - 1.0;
        let fits = |plot: u32, every: f64| f64::from(plot) * every / steps >= needed;
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
        layout.ticks = ticks.into_iter().enumerate().map(tick).collect();
        return;
    }
}
