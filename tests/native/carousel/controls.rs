//! The state of the buttons.

use super::{from_to, row, six};
use article_widget::carousel::{CarouselAction, CarouselState, Controls, Rects};

/// The buttons of a row of this many stories, after it was measured like this.
fn controls(rects: Rects, count: usize) -> Controls {
    let mut state = CarouselState::default();
    state.update(CarouselAction::Seen(rects));
    Controls::new(&state, count)
}

#[test]
fn before_anything_is_measured_they_stand_as_they_most_likely_will() {
    for (count, can_go_to_next, dots) in [(0, false, 0), (1, false, 1), (6, true, 6), (13, true, 0)]
    {
        let controls = Controls::new(&CarouselState::default(), count);
        assert!(!controls.can_go_to_previous);
        assert_eq!(controls.can_go_to_next, can_go_to_next, "{count}");
        assert_eq!(controls.dots.len(), dots, "{count}");
        assert!(
            controls
                .dots
                .iter()
                .all(|dot| dot.is_hidden && dot.in_view.is_none())
        );
        assert_eq!(controls.in_view, None);
    }
}

#[test]
fn each_place_to_rest_at_has_a_button() {
    // Two of six fit. The last two share a resting place.
    let controls = controls(six(700.0, 320.0), 6);
    let dots: Vec<_> = controls
        .dots
        .iter()
        .map(|dot| (dot.in_view, dot.is_selected, dot.is_hidden))
        .collect();
    assert_eq!(
        dots,
        [
            (Some(from_to(0, 1)), false, false),
            (Some(from_to(1, 2)), true, false),
            (Some(from_to(2, 3)), false, false),
            (Some(from_to(3, 4)), false, false),
            (Some(from_to(4, 5)), false, false),
            (None, false, true),
        ]
    );
    assert!(controls.can_go_to_previous && controls.can_go_to_next);
    assert_eq!(controls.in_view, None);
}

#[test]
fn where_all_stories_fit_no_button_is_shown() {
    let controls = controls(six(2_000.0, 0.0), 6);
    assert!(controls.dots.iter().all(|dot| dot.is_hidden));
    assert!(!controls.can_go_to_previous && !controls.can_go_to_next);
}

#[test]
fn what_has_no_button_is_said_in_words() {
    for (count, dots, in_view) in [
        // As many buttons as fit. If there are more, words replace them.
        (10, 10, None),
        (11, 0, Some(from_to(0, 0))),
        (12, 0, Some(from_to(0, 0))),
        (13, 0, Some(from_to(0, 0))),
    ] {
        let controls = controls(row(&vec![300.0; count], 310.0, 0.0), count);
        let shown = controls.dots.iter().filter(|dot| !dot.is_hidden).count();
        assert_eq!((shown, controls.in_view), (dots, in_view), "{count}");
    }
}
