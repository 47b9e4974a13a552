//! Properties that hold for all rows, tried with random ones.

use super::{mirrored, row, seen};
use article_widget::carousel::{CarouselAction, CarouselState, Geometry, Go, Rects};
use proptest::prelude::*;

/// Browsers report fractions of pixels. Places that are closer than this are the same.
const NEAR: f64 = 1.5;

/// How many rows each property is tried with.
pub(super) fn some() -> proptest::test_runner::Config {
    proptest::test_runner::Config {
        cases: 400,
        failure_persistence: None,
        ..Default::default()
    }
}

/// Widths of slides and of the viewport. Most rows have slides of equal width, as the styles make them. In the
/// others the words decide on the widths, and some slides do not fit.
fn shapes() -> impl Strategy<Value = (Vec<f64>, f64)> {
    let equal = (1..40_usize, 40.0..600.0_f64).prop_map(|(count, width)| vec![width; count]);
    let unlike = prop::collection::vec(20.0..600.0_f64, 1..40);
    (prop_oneof![3 => equal, 1 => unlike], 100.0..1500.0_f64)
}

/// The same, but every slide fits into the viewport.
fn fitting() -> impl Strategy<Value = (Vec<f64>, f64)> {
    shapes().prop_map(|(widths, viewport)| {
        let fit = |width: f64| width.min(viewport);
        (widths.into_iter().map(fit).collect(), viewport)
    })
}

/// Rows at any scroll position, as readers scroll them. Some are pulled beyond their ends.
fn anywhere(shapes: impl Strategy<Value = (Vec<f64>, f64)>) -> impl Strategy<Value = Rects> {
    (shapes, -0.1..1.1_f64).prop_map(|((widths, viewport), part)| {
        let track: f64 = widths.iter().map(|width| width + 20.0).sum::<f64>() - 20.0;
        row(&widths, viewport, part * (track - viewport).max(0.0))
    })
}

/// The start and the end of each slide, relative to the start of the first.
fn slides(rects: &Rects) -> Vec<(f64, f64)> {
    let origin = rects.slides[0].left;
    let along =
        |slide: &article_widget::carousel::Extent| (slide.left - origin, slide.right - origin);
    rects.slides.iter().map(along).collect()
}

/// The slides that are wholly visible at a position.
fn whole(rects: &Rects, position: f64) -> Vec<usize> {
    let end = position + rects.viewport.right - rects.viewport.left;
    let is_whole = |(start, stop): (f64, f64)| start >= position - NEAR && stop <= end + NEAR;
    let slides = slides(rects).into_iter().enumerate();
    slides
        .filter(|(_, slide)| is_whole(*slide))
        .map(|(index, _)| index)
        .collect()
}

/// All results of a geometry at a position.
fn answers(geometry: &Geometry, position: f64, slides: usize) -> String {
    let places: Vec<_> = (0..geometry.snaps())
        .map(|snap| geometry.place(snap).round())
        .collect();
    let reveal: Vec<_> = (0..slides)
        .map(|slide| geometry.reveal(slide, position))
        .collect();
    format!(
        "{places:?} {:?} {:?} {:?} {reveal:?} {:?}",
        geometry.in_view(position),
        geometry.next(position),
        geometry.previous(position),
        [-2.0, -0.1, 0.0, 0.1, 2.0].map(|velocity| geometry.release(position, velocity)),
    )
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn places_to_rest_lead_from_the_start_to_the_end(rects in anywhere(shapes())) {
        let (geometry, position) = seen(&rects);
        let viewport = rects.viewport.right - rects.viewport.left;
        let end = (slides(&rects).last().unwrap().1 - viewport).max(0.0);
        let places: Vec<_> = (0..geometry.snaps()).map(|snap| geometry.place(snap)).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", places);
        prop_assert!((places[places.len() - 1] - end).abs() < 1e-6);
        prop_assert!(end < NEAR || places[0].abs() < 1e-6);
        prop_assert!((-1e-6..=end + 1e-6).contains(&position));
        // There is no place beyond the last one.
        prop_assert!((geometry.place(usize::MAX) - places[places.len() - 1]).abs() < 1e-6);
        for (snap, place) in places.iter().enumerate() {
            prop_assert_eq!(geometry.nearest(*place), snap);
        }
    }

    #[test]
    fn what_is_in_view_is_what_is_seen_whole(rects in anywhere(shapes())) {
        let (geometry, position) = seen(&rects);
        let in_view = geometry.in_view(position);
        prop_assert!(in_view.first <= in_view.last && in_view.last < rects.slides.len());
        let whole = whole(&rects, position);
        if let (Some(first), Some(last)) = (whole.first(), whole.last()) {
            prop_assert_eq!((in_view.first, in_view.last), (*first, *last));
        } else {
            prop_assert_eq!(in_view.first, in_view.last);
            let end = position + rects.viewport.right - rects.viewport.left;
            let part = |(start, stop): &(f64, f64)| stop.min(end) - start.max(position);
            let slides = slides(&rects);
            prop_assert!(slides.iter().all(|slide| part(slide) <= part(&slides[in_view.first]) + 1e-6));
        }
    }

    #[test]
    fn next_reaches_the_end_and_previous_the_start(rects in anywhere(shapes())) {
        let (geometry, mut position) = seen(&rects);
        let mut steps = 0;
        while let Some(next) = geometry.next(position) {
            prop_assert!(geometry.place(next) > position);
            position = geometry.place(next);
            prop_assert!(geometry.previous(position).is_some());
            steps += 1;
            prop_assert!(steps <= rects.slides.len() + 1);
        }
        prop_assert!((position - geometry.place(geometry.snaps() - 1)).abs() < NEAR);
        steps = 0;
        while let Some(previous) = geometry.previous(position) {
            prop_assert!(geometry.place(previous) < position);
            position = geometry.place(previous);
            prop_assert!(geometry.next(position).is_some());
            steps += 1;
            prop_assert!(steps <= rects.slides.len() + 1);
        }
        prop_assert!(position < NEAR);
    }

    #[test]
    fn a_step_shows_something_new_whole_and_leaves_nothing_out(rects in anywhere(fitting())) {
        let (geometry, position) = seen(&rects);
        let slides = slides(&rects);
        let viewport = rects.viewport.right - rects.viewport.left;
        let seen_before = whole(&rects, position);
        if let Some(next) = geometry.next(position) {
            let seen_then = whole(&rects, geometry.place(next));
            // The first slide that ends beyond the viewport.
            let wanted = slides.iter().position(|slide| slide.1 > position + viewport + NEAR).unwrap();
            prop_assert!(seen_then.contains(&wanted), "{} is not among {:?}", wanted, seen_then);
            prop_assert!(!seen_before.contains(&wanted));
        }
        if let Some(previous) = geometry.previous(position) {
            let seen_then = whole(&rects, geometry.place(previous));
            let wanted = slides.iter().rposition(|slide| slide.0 < position - NEAR).unwrap();
            prop_assert!(seen_then.contains(&wanted), "{} is not among {:?}", wanted, seen_then);
            prop_assert!(!seen_before.contains(&wanted));
        }
    }

    #[test]
    fn what_is_revealed_is_seen_whole_and_nothing_moves_without_need(rects in anywhere(fitting())) {
        let (geometry, position) = seen(&rects);
        let before = whole(&rects, position);
        for slide in 0..rects.slides.len() {
            match geometry.reveal(slide, position) {
                Some(snap) => {
                    prop_assert!(!before.contains(&slide));
                    prop_assert!(whole(&rects, geometry.place(snap)).contains(&slide));
                }
                None => prop_assert!(before.contains(&slide), "{} is not among {:?}", slide, before),
            }
        }
    }

    #[test]
    fn a_row_that_is_let_go_of_rests_at_the_nearest_place_and_a_flick_leads_on(
        rects in anywhere(shapes()),
        velocity in -4.0..4.0_f64,
    ) {
        let (geometry, position) = seen(&rects);
        let last = geometry.snaps() - 1;
        prop_assert_eq!(geometry.release(position, 0.0), geometry.nearest(position));
        let place = geometry.place(geometry.release(position, velocity));
        prop_assert!(geometry.release(position, velocity) <= last);
        if velocity > 0.25 {
            prop_assert!(place > position || (place - geometry.place(last)).abs() < NEAR);
        }
        if velocity < -0.25 {
            prop_assert!(place < position || place < NEAR);
        }
    }

    #[test]
    fn what_is_read_from_right_to_left_is_the_mirror(rects in anywhere(shapes())) {
        let (geometry, position) = seen(&rects);
        let (mirror, there) = seen(&mirrored(&rects));
        // Floating-point sums in another order differ in their last digits.
        let there = if (there - position).abs() < 1e-6 { position } else { there };
        let count = rects.slides.len();
        prop_assert_eq!(answers(&geometry, position, count), answers(&mirror, there, count));
    }

    #[test]
    fn the_answers_of_a_state_agree(
        rects in anywhere(shapes()),
        steps in prop::collection::vec(0..4_u8, 1..6),
    ) {
        let mut state = CarouselState::default();
        prop_assert_eq!(state.update(CarouselAction::Seen(rects.clone())), None);
        let (geometry, mut place) = seen(&rects);
        for step in steps {
            let go = match step {
                0 => Go::Next,
                1 => Go::Previous,
                2 => Go::To(usize::from(step) * 3),
                _ => Go::Reveal(usize::from(step)),
            };
            place = state.update(CarouselAction::Go(go)).unwrap_or(place);
            let (selected, snaps) = state.selected_snap();
            prop_assert_eq!(snaps, geometry.snaps());
            prop_assert_eq!(selected, geometry.nearest(place));
            prop_assert_eq!(state.in_view(), Some(geometry.in_view(place)));
            prop_assert_eq!(state.in_view_at(selected).is_some(), true);
            prop_assert_eq!(state.can_go_to_next(), geometry.next(place).is_some());
            prop_assert_eq!(state.can_go_to_previous(), geometry.previous(place).is_some());
        }
        // After the row has stopped, the slides that the state reports are the visible ones.
        state.update(CarouselAction::Rested);
        prop_assert_eq!(state.at_rest(), state.in_view());
        prop_assert_eq!(state.in_view(), Some(geometry.in_view(seen(&rects).1)));
    }
}
