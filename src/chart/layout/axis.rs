//! Marks along an axis with round ticks, as many as the labels have room for.

use super::super::{scale, text};
use super::{
    BAR_HEIGHT, GAP, Layout, MOST_ROOM, Mark, NARROW, PixelLength, ROOM, Row, Share, Tick, WIDE,
    stretched,
};

/// The most ticks of sums beyond the first.
const TICKS: u32 = 4;

/// Places bars from zero along an axis of figures, which reaches at least to `least`. `label` makes the labels of the
/// ticks. Returns the figure at the end of the axis.
pub(in crate::chart) fn fit_sums(
    layout: &mut Layout,
    stretch: u32,
    least: f64,
    label: &dyn Fn(f64) -> String,
) -> f64 {
    let value = |row: &Row| row.figure.as_ref().map_or(0.0, |figure| figure.value);
    let max = layout.rows.iter().map(value).fold(least, f64::max);
    let mut domain = 1.0;
    fit(layout, stretch, TICKS, &mut |rows, count| {
        let step = scale::step(max, count);
        let steps = scale::steps(max, step);
        domain = step * f64::from(steps);
        for row in rows {
            let amount = value(row);
            let marks_top = row.marks_top();
            row.put((amount > 0.0).then(|| Mark {
                start: Share::default(),
                // The smallest sum must be visible.
                width: Share::of(amount, domain).max(Share::LEAST),
                top: PixelLength::whole_number(marks_top),
                height: PixelLength::whole_number(BAR_HEIGHT),
                is_open: false,
            }));
        }
        let tick = |n| {
            let amount = f64::from(n) * step;
            let label = if n == 0 { "0".into() } else { label(amount) };
            (f64::from(n) / f64::from(steps), label)
        };
        (0..=steps).map(tick).collect()
    });
    domain
}

/// The width that labels need beyond the end of the axis, in CSS pixels. In plots that are wider than the narrowest,
/// they have more room beside their marks.
fn room(rows: &[Row], stretch: u32) -> f64 {
    let plot = f64::from(NARROW);
    let needed = rows.iter().map(|row| {
        // With the sign of a conversion, which is as wide as the gap.
        let label = stretched(text::width(row.label(), text::SIZE) + GAP, stretch);
        let label = f64::from(label + GAP);
        // share × (plot − room) + label ≤ plot
        plot - (plot - label) / row.label_at.in_width(1.0)
    });
    needed.fold(0.0, f64::max)
}

/// A function that places marks along an axis with at most this many ticks beyond the first, and returns the ticks.
pub(in crate::chart) type Put<'a> = &'a mut dyn FnMut(&mut [Row], u32) -> Vec<(f64, String)>;

/// Places the marks along an axis that has as many ticks as its labels have room for. `put` places them for at most a
/// number of ticks, and returns these as parts of the axis with their labels.
pub(in crate::chart) fn fit(layout: &mut Layout, stretch: u32, most: u32, put: Put<'_>) {
    for count in (1..=most).rev() {
        let ticks = put(&mut layout.rows, count);
        let width = |(_, label): &(f64, String)| {
            f64::from(stretched(text::width(label, text::TICK_SIZE), stretch))
        };
        let widest = ticks.iter().map(width).fold(0.0, f64::max);
        // The first label begins at its tick; the others are centred on theirs.
        let needed = widest.max(ticks.first().map_or(0.0, width) + widest / 2.0) + f64::from(GAP);
        // Half of the last label is beyond the axis.
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

/// A length in steps of [`ROOM`], within the limits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and the result is clamped"
)]
fn in_steps(pixels: f64) -> u32 {
    ((pixels / f64::from(ROOM)).ceil() as u32).clamp(2, MOST_ROOM)
}
