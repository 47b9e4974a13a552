//! How actions change the state of the carousel.

use super::{from_to, mirrored, row, six};
use article_widget::carousel::{CarouselAction, CarouselState, Go, Rects};

/// A carousel that was measured like this.
fn at(rects: Rects) -> CarouselState {
    let mut state = CarouselState::default();
    assert_eq!(state.update(CarouselAction::Seen(rects)), None);
    state
}

/// The position to which a press of a button scrolls.
fn go(state: &mut CarouselState, go: Go) -> Option<f64> {
    state.update(CarouselAction::Go(go))
}

#[test]
fn it_starts_at_the_first_slide() {
    let mut state = at(six(700.0, 0.0));
    assert!(state.is_measured());
    assert_eq!(state.in_view(), Some(from_to(0, 1)));
    assert_eq!(state.at_rest(), Some(from_to(0, 1)));
    assert_eq!(state.selected_snap(), (0, 5));
    assert!(state.can_go_to_next() && !state.can_go_to_previous());
    assert_eq!(go(&mut state, Go::Previous), None);
    assert_eq!(go(&mut state, Go::Next), Some(640.0));
}

#[test]
fn it_ends_where_the_track_ends() {
    let mut state = at(six(700.0, 1200.0));
    assert_eq!(state.selected_snap(), (4, 5));
    assert!(!state.can_go_to_next() && state.can_go_to_previous());
    assert_eq!(go(&mut state, Go::Next), None);
    assert_eq!(go(&mut state, Go::Previous), Some(640.0));
}

#[test]
fn a_scroll_is_as_good_as_a_measuring() {
    for is_right_to_left in [false, true] {
        let rects = |position| {
            let rects = six(700.0, position);
            if is_right_to_left {
                mirrored(&rects)
            } else {
                rects
            }
        };
        for start in [0.0, 640.0, 1200.0] {
            for end in [-30.0, 0.0, 100.0, 320.0, 639.0, 1200.0, 1230.0] {
                for wish in [None, Some(Go::Next), Some(Go::Previous), Some(Go::To(2))] {
                    let mut measured = at(rects(start));
                    if let Some(wish) = wish {
                        go(&mut measured, wish);
                    }
                    let mut scrolled = measured.clone();
                    measured.update(CarouselAction::Seen(rects(end)));
                    let left = if is_right_to_left { -end } else { end };
                    assert_eq!(scrolled.update(CarouselAction::Scrolled(left)), None);
                    assert_eq!(scrolled, measured, "from {start} to {end}, {wish:?}");
                }
            }
        }
    }
    let mut unknown = CarouselState::default();
    assert_eq!(unknown.update(CarouselAction::Scrolled(320.0)), None);
    assert_eq!(unknown, CarouselState::default());
}

#[test]
fn nothing_is_known_before_it_is_seen() {
    let mut state = CarouselState::default();
    assert!(!state.is_measured() && !state.can_go_to_next() && !state.can_go_to_previous());
    assert_eq!(state.in_view(), None);
    assert_eq!(state.selected_snap(), (0, 0));
    assert_eq!(state.in_view_at(0), None);
    for way in [
        Go::Next,
        Go::Previous,
        Go::To(1),
        Go::Reveal(1),
        Go::Release(1.0),
    ] {
        assert_eq!(go(&mut state, way), None);
    }
    state.update(CarouselAction::Rested);
    assert_eq!(state.at_rest(), None);
}

#[test]
fn what_is_hidden_is_forgotten_until_it_is_shown_again() {
    let mut state = at(six(700.0, 640.0));
    go(&mut state, Go::Next);
    assert_eq!(state.update(CarouselAction::Seen(six(0.0, 0.0))), None);
    assert_eq!(state, CarouselState::default());
    assert_eq!(state.update(CarouselAction::Seen(six(700.0, 0.0))), None);
    assert_eq!(state.in_view(), Some(from_to(0, 1)));
}

#[test]
fn a_second_press_on_the_way_leads_further() {
    let mut state = at(six(700.0, 0.0));
    assert_eq!(go(&mut state, Go::Next), Some(640.0));
    assert_eq!(state.in_view(), Some(from_to(2, 3)), "where it will be");
    assert_eq!(state.at_rest(), Some(from_to(0, 1)), "where it was");
    state.update(CarouselAction::Seen(six(700.0, 90.0)));
    assert_eq!(go(&mut state, Go::Next), Some(1200.0));
    assert!(!state.can_go_to_next());
    // A press of the other button turns back.
    assert_eq!(go(&mut state, Go::Previous), Some(640.0));
    assert_eq!(go(&mut state, Go::Previous), Some(0.0));
    assert_eq!(go(&mut state, Go::Previous), None);
}

#[test]
fn a_place_and_a_slide_can_be_asked_for() {
    let mut state = at(six(700.0, 0.0));
    assert_eq!(go(&mut state, Go::To(3)), Some(960.0));
    assert_eq!(state.selected_snap(), (3, 5));
    assert_eq!(
        go(&mut state, Go::To(99)),
        Some(1200.0),
        "as far as there is one"
    );
    assert_eq!(state.selected_snap(), (4, 5));
    assert_eq!(go(&mut state, Go::Reveal(0)), Some(0.0));
    assert_eq!(go(&mut state, Go::Reveal(1)), None, "it will be in view");
    assert_eq!(state.in_view_at(2), Some(from_to(2, 3)));
    assert_eq!(state.in_view_at(4), Some(from_to(4, 5)));
}

#[test]
fn what_was_asked_for_ends_where_the_browser_stops() {
    let mut state = at(six(700.0, 0.0));
    go(&mut state, Go::To(3));
    state.update(CarouselAction::Seen(six(700.0, 320.0)));
    state.update(CarouselAction::Rested);
    assert_eq!(state.in_view(), Some(from_to(1, 2)));
    assert_eq!(state.at_rest(), Some(from_to(1, 2)));
    assert_eq!(go(&mut state, Go::Next), Some(960.0));
    // The row has arrived, within the precision of browsers.
    state.update(CarouselAction::Seen(six(700.0, 959.4)));
    assert_eq!(state.in_view(), Some(from_to(3, 4)));
    state.update(CarouselAction::Seen(six(700.0, 640.0)));
    assert_eq!(state.in_view(), Some(from_to(2, 3)));
}

#[test]
fn what_was_asked_for_ends_when_the_reader_scrolls_elsewhere() {
    let moved = |position| {
        let mut state = at(six(700.0, 320.0));
        go(&mut state, Go::To(2));
        state.update(CarouselAction::Seen(six(700.0, position)));
        state
    };
    assert_eq!(moved(400.0).selected_snap().0, 2, "still on its way");
    assert_eq!(moved(200.0).selected_snap().0, 1, "led back");
    assert!(!moved(1200.0).can_go_to_next(), "led beyond");
}

#[test]
fn a_row_that_is_let_go_of_leads_where_its_speed_does() {
    let mut state = at(six(700.0, 150.0));
    assert_eq!(go(&mut state, Go::Release(0.0)), Some(0.0));
    assert_eq!(
        go(&mut state, Go::Release(1.0)),
        Some(320.0),
        "from where it is, not from where it heads"
    );
    assert_eq!(go(&mut state, Go::Release(-1.0)), Some(0.0));
}

#[test]
fn another_width_keeps_what_the_reader_asked_for() {
    let mut state = at(six(700.0, 0.0));
    go(&mut state, Go::To(2));
    // All slides become narrower while the row is on its way to 640.
    let narrower = |position| row(&[200.0; 6], 480.0, position);
    assert_eq!(
        state.update(CarouselAction::Seen(narrower(300.0))),
        Some(440.0)
    );
    assert_eq!(state.in_view(), Some(from_to(2, 3)));
    assert_eq!(
        state.update(CarouselAction::Seen(narrower(400.0))),
        None,
        "it is asked for once"
    );
    state.update(CarouselAction::Seen(narrower(440.0)));
    state.update(CarouselAction::Rested);
    assert_eq!(state.at_rest(), Some(from_to(2, 3)));
}

#[test]
fn another_width_at_rest_is_no_move() {
    let mut state = at(six(700.0, 640.0));
    state.update(CarouselAction::Rested);
    assert_eq!(state.update(CarouselAction::Seen(six(400.0, 640.0))), None);
    assert_eq!(state.at_rest(), Some(from_to(2, 2)));
    assert_eq!(state.selected_snap(), (2, 6));
}

#[test]
fn a_row_that_grows_on_the_way_leads_on() {
    let mut state = at(row(&[300.0; 12], 700.0, 2560.0));
    assert_eq!(state.selected_snap(), (8, 11));
    assert_eq!(
        go(&mut state, Go::Next),
        Some(3120.0),
        "the end as it is now"
    );
    assert!(!state.can_go_to_next());
    assert_eq!(
        state.update(CarouselAction::Seen(row(&[300.0; 24], 700.0, 2700.0))),
        None
    );
    assert!(state.can_go_to_next());
    state.update(CarouselAction::Seen(row(&[300.0; 24], 700.0, 3120.0)));
    state.update(CarouselAction::Rested);
    assert_eq!(state.at_rest(), Some(from_to(10, 11)));
    assert_eq!(go(&mut state, Go::Next), Some(3840.0));
}

#[test]
fn from_right_to_left_places_are_counted_from_the_start_too() {
    let mut state = at(mirrored(&six(700.0, 320.0)));
    assert_eq!(state.in_view(), Some(from_to(1, 2)));
    assert_eq!(go(&mut state, Go::Next), Some(960.0));
    assert_eq!(go(&mut state, Go::Previous), Some(320.0));
}
