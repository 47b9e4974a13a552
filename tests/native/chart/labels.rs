//! At every width, labels stand beside their marks, inside the plot, and do not overlap.

use super::random::{Case, cases};
use super::{pixels, some};
use article_widget::chart::{
    FEW, Form, GAP, Layout, MOST_ROOM, NARROW, ROOM, Row, State, Tick, WIDE, layout, text,
};
use proptest::prelude::*;

/// How far letters extend above and below their baseline, in CSS pixels.
const ABOVE: u32 = 11;
const BELOW: u32 = 4;

/// A plot of some width. Its axis is followed by room for labels. `stretch` is the width of its texts in
/// percent.
struct Plot {
    width: f64,
    axis: f64,
    stretch: u32,
}

impl Plot {
    fn new(layout: &Layout, state: &State, width: u32) -> Self {
        Self {
            width: f64::from(width),
            axis: f64::from(width - layout.room * ROOM),
            stretch: state.stretch,
        }
    }

    /// The width of a text, including `stretch`.
    fn stretched(&self, width: u32) -> f64 {
        f64::from(width * self.stretch) / 100.0
    }

    /// The start and the end of the label of a row, including the sign of a conversion.
    fn label(&self, row: &Row) -> (f64, f64) {
        let is_converted = row
            .figure
            .as_ref()
            .is_some_and(|figure| figure.is_converted);
        let sign = if is_converted { GAP } else { 0 };
        let start = row.label_at.in_width(self.axis) + f64::from(GAP);
        let width = text::width(row.label(), text::SIZE) + sign;
        (start, start + self.stretched(width))
    }

    /// The start and the end of the label of a tick. The first one begins at the start of the axis, the others
    /// are centred on their ticks.
    fn tick(&self, place: usize, tick: &Tick) -> (f64, f64) {
        let width = self.stretched(text::width(&tick.label, text::TICK_SIZE));
        let at = tick.at.in_width(self.axis);
        let start = if place == 0 { at } else { at - width / 2.0 };
        (start, start + width)
    }
}

/// Charts in the states that readers made of them, with widths.
fn drawings() -> impl Strategy<Value = (Case, u32)> {
    let width = prop_oneof![Just(NARROW), Just(WIDE - 1), Just(WIDE), NARROW..2000];
    (cases(), width)
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn labels_stay_in_the_plot_and_off_their_marks((case, width) in drawings()) {
        let layout = layout(&case.chart, &case.state);
        let most = if case.state.stretch > 100 { MOST_ROOM } else { 9 };
        prop_assert!((2..=most).contains(&layout.room));
        let plot = Plot::new(&layout, &case.state, width);
        for row in &layout.rows {
            let (start, end) = plot.label(row);
            prop_assert!(end <= plot.width, "{:?} ends at {end} of {width}", row.label());
            let mark_end = row.mark.map_or(0.0, |mark| {
                mark.start.in_width(plot.axis) + mark.width.in_width(plot.axis)
            });
            prop_assert!(start >= mark_end + 1.0);
        }
    }

    #[test]
    fn labels_stand_between_their_names_and_the_next((case, _) in drawings()) {
        let layout = layout(&case.chart, &case.state);
        for (place, row) in layout.rows.iter().enumerate() {
            let last = row.lines.last().unwrap().baseline;
            prop_assert!(row.lines[0].baseline >= row.top + ABOVE);
            prop_assert!(row.label_baseline >= last + BELOW + ABOVE, "{row:?}");
            let next = layout.rows.get(place + 1);
            let next = next.map_or(layout.rows_height, |next| next.lines[0].baseline - ABOVE);
            prop_assert!(row.label_baseline + BELOW <= next, "{row:?}");
        }
    }

    #[test]
    fn labels_stand_beside_their_marks((case, _) in drawings()) {
        for row in layout(&case.chart, &case.state).rows {
            let Some(mark) = row.mark else { continue };
            let middle = f64::from(row.label_baseline) - 5.0;
            let (top, bottom) = (pixels(mark.top), pixels(mark.top) + pixels(mark.height));
            // The middle of the label is within the height of the mark, or at most half a letter away from it.
            prop_assert!((top - 5.0..=bottom + 5.0).contains(&middle), "{row:?}");
        }
    }

    #[test]
    fn labels_of_ticks_are_clear_of_each_other((case, width) in drawings()) {
        let layout = layout(&case.chart, &case.state);
        let plot = Plot::new(&layout, &case.state, width);
        let mut free = 0.0;
        for (place, tick) in layout.ticks.iter().enumerate() {
            if tick.is_minor && width < WIDE {
                continue;
            }
            let (start, end) = plot.tick(place, tick);
            prop_assert!(start >= free, "{:?} overlaps the one before at {width}: {:?}", tick.label, layout.ticks);
            prop_assert!(end <= plot.width, "{:?} ends at {end} of {width}", tick.label);
            free = end + 2.0;
        }
    }

    #[test]
    fn the_height_depends_on_the_rows_alone((case, _) in drawings()) {
        let height = |form| {
            let mut state = case.state.clone();
            state.update(article_widget::chart::Action::ShowAs(form));
            layout(&case.chart, &state).height
        };
        prop_assert_eq!(height(Form::Bars), height(Form::Timeline));
        prop_assert_eq!(height(Form::Bars), height(Form::Ratio));
        prop_assert!(case.state.limit >= FEW);
    }
}
