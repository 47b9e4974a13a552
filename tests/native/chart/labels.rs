//! The labels of the axis do not overlap, at any width of the plot.

use super::random::{Case, cases};
use super::some;
use article_widget::chart::{Form, GLANCE, NARROW, Tick, WIDE, layout, text};
use proptest::prelude::*;

/// The start and the end of the label of a tick. The first one begins at the start of the axis, the last one of a
/// timeline ends at its end, the others are centred on their ticks.
fn label(place: usize, tick: &Tick, is_last: bool, width: u32) -> (f64, f64) {
    let wide = f64::from(text::width(&tick.label, text::TICK_SIZE));
    let at = tick.at.in_width(f64::from(width));
    let start = match place {
        0 => at,
        _ if is_last => at - wide,
        _ => at - wide / 2.0,
    };
    (start, start + wide)
}

/// Charts in the states that readers made of them, with widths.
fn drawings() -> impl Strategy<Value = (Case, u32)> {
    let width = prop_oneof![Just(NARROW), Just(WIDE - 1), Just(WIDE), NARROW..2000];
    (cases(), width)
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn labels_of_ticks_are_clear_of_each_other((case, width) in drawings()) {
        let layout = layout(&case.chart, &case.state);
        let mut free = 0.0;
        for (place, tick) in layout.ticks.iter().enumerate() {
            if tick.is_minor && width < WIDE {
                continue;
            }
            let is_last = case.state.form == Form::Timeline && place + 1 == layout.ticks.len();
            let (start, end) = label(place, tick, is_last, width);
            prop_assert!(start >= free, "{:?} overlaps the one before at {width}: {:?}", tick.label, layout.ticks);
            free = end + 2.0;
        }
    }

    #[test]
    fn only_many_bars_have_an_axis((case, _) in drawings()) {
        let layout = layout(&case.chart, &case.state);
        let has_axis = case.state.form == Form::Timeline || layout.rows.len() > GLANCE;
        prop_assert_eq!(layout.ticks.is_empty(), !has_axis);
    }

    #[test]
    fn the_widest_label_is_one_of_the_labels((case, _) in drawings()) {
        let layout = layout(&case.chart, &case.state);
        let widest = layout.widest_label();
        prop_assert!(layout.rows.is_empty() || layout.rows.iter().any(|row| row.label() == widest));
    }
}
