//! Geometry of rows with numbers that are easy to check by hand.

use super::{from_to, mirrored, row, seen, six};
use article_widget::carousel::{Extent, Geometry, Rects};

/// All results of a geometry for a row at its scroll position.
fn look(rects: &Rects) -> (Vec<f64>, (usize, usize), Option<usize>, Option<usize>) {
    let (geometry, position) = seen(rects);
    let places = (0..geometry.snaps())
        .map(|snap| geometry.place(snap))
        .collect();
    let in_view = geometry.in_view(position);
    (
        places,
        (in_view.first, in_view.last),
        geometry.previous(position),
        geometry.next(position),
    )
}

const SIX: [f64; 5] = [0.0, 320.0, 640.0, 960.0, 1200.0];

#[test]
fn the_row_may_rest_at_each_slide_as_far_as_its_end_allows() {
    // A track of 1,900 px in a viewport of 700 px. The last place is 1,200, which the last two slides share.
    assert_eq!(
        look(&six(700.0, 0.0)),
        (SIX.to_vec(), (0, 1), None, Some(2))
    );
    assert_eq!(
        look(&six(700.0, 640.0)),
        (SIX.to_vec(), (2, 3), Some(0), Some(4))
    );
    assert_eq!(
        look(&six(700.0, 1200.0)),
        (SIX.to_vec(), (4, 5), Some(2), None)
    );
}

#[test]
fn from_right_to_left_it_is_the_mirror() {
    for position in [0.0, 320.0, 640.0, 960.0, 1200.0] {
        let rects = six(700.0, position);
        assert_eq!(look(&mirrored(&rects)), look(&rects));
    }
    // The first slide is at the right edge, the later ones are to the left of it.
    let mirror = mirrored(&six(700.0, 0.0));
    assert!(mirror.slides[0].right > mirror.slides[1].right);
}

#[test]
fn one_slide_and_a_part_of_the_next_go_one_by_one() {
    // As in a narrow window: slides of 300 px in a viewport of 348 px, of which the next one shows 28 px.
    let peek = |position| look(&six(348.0, position));
    assert_eq!(peek(0.0).1, (0, 0));
    assert_eq!(peek(0.0).3, Some(1));
    assert_eq!(peek(320.0).2, Some(0));
    assert_eq!(peek(320.0).3, Some(2));
    // At the end, the visible part is that of the slide before.
    assert_eq!(
        peek(1552.0),
        (
            vec![0.0, 320.0, 640.0, 960.0, 1280.0, 1552.0],
            (5, 5),
            Some(4),
            None
        )
    );
}

#[test]
fn previous_is_the_mirror_of_next() {
    // Three fit. From the end, a step goes back by three: the last slide before the visible ones is then at the
    // end.
    let three = |position| look(&six(980.0, position));
    assert_eq!(three(920.0).1, (3, 5));
    assert_eq!(three(920.0).2, Some(0), "slides 0 to 2");
    assert_eq!(three(320.0).2, Some(0));
    assert_eq!(
        three(640.0).2,
        Some(0),
        "slide 1 ends at 620, which fits into 980 from 0"
    );
    assert_eq!(three(0.0).3, Some(3));
}

#[test]
fn slides_may_be_of_fractions_of_pixels() {
    // A third of 1,000 px, which browsers report in steps of 1/64.
    let third = 333.328_125;
    let rects = |position| row(&[third; 6], 3.0 * third + 40.0, position);
    assert_eq!(look(&rects(0.0)).1, (0, 2));
    assert_eq!(look(&rects(0.0)).3, Some(3));
    // Browsers round the position at which they stop.
    assert_eq!(look(&rects(1060.0)).1, (3, 5));
    assert_eq!(look(&rects(1060.0)).3, None);
    assert_eq!(look(&rects(1059.0)).3, None);
    assert_eq!(look(&rects(0.7)).2, None);
    assert_eq!(look(&rects(0.7)).1, (0, 2));
}

#[test]
fn nearer_than_a_pixel_and_a_half_is_the_same_place() {
    for (position, previous, next) in [(318.6, 0, 3), (321.4, 0, 3), (1198.6, 2, 9)] {
        let (_, _, back, on) = look(&six(700.0, position));
        assert_eq!(back, Some(previous), "at {position}");
        assert_eq!(on, (next < 9).then_some(next), "at {position}");
    }
    assert_eq!(look(&six(700.0, 1.4)).2, None);
    assert_eq!(look(&six(700.0, 1.6)).2, Some(0));
}

#[test]
fn between_two_places_each_way_leads_to_the_slide_that_is_cut() {
    // The viewport is from 400 to 1,100. Slides 1 and 3 are cut, slide 2 is whole.
    let (_, in_view, previous, next) = look(&six(700.0, 400.0));
    assert_eq!(in_view, (2, 2));
    assert_eq!(next, Some(3));
    assert_eq!(previous, Some(0), "slide 1 is whole from 0 on");
}

#[test]
fn where_no_slide_is_whole_nothing_is_left_out() {
    // The viewport is from 150 to 450. Both slides are cut, and more of the second one is visible.
    let (_, in_view, previous, next) = look(&six(300.0, 150.0));
    assert_eq!(in_view, (0, 0));
    assert_eq!((previous, next), (Some(0), Some(1)));
    let (_, in_view, previous, next) = look(&six(300.0, 200.0));
    assert_eq!(in_view, (1, 1));
    assert_eq!(
        (previous, next),
        (Some(0), Some(1)),
        "the second story has not been seen whole"
    );
    let (_, in_view, previous, _) = look(&six(300.0, 400.0));
    assert_eq!(in_view, (1, 1));
    assert_eq!(previous, Some(1), "neither has it from the other side");
}

#[test]
fn a_slide_that_is_wider_than_the_viewport_begins_at_its_start() {
    // Slides are at 0, 320 and 1,340. The second one is 1,000 px wide.
    let wide = |position| row(&[300.0, 1000.0, 300.0], 500.0, position);
    assert_eq!(
        look(&wide(0.0)),
        (vec![0.0, 320.0, 1140.0], (0, 0), None, Some(1))
    );
    assert_eq!(
        look(&wide(320.0)),
        (vec![0.0, 320.0, 1140.0], (1, 1), Some(0), Some(2))
    );
    assert_eq!(look(&wide(1140.0)).1, (2, 2));
    assert_eq!(look(&wide(1140.0)).2, Some(1));
    // From the middle of a slide, the previous place is its own start.
    assert_eq!(look(&wide(700.0)).2, Some(1));
    assert_eq!(look(&wide(700.0)).3, Some(2));
    let (geometry, position) = seen(&wide(0.0));
    assert_eq!(geometry.reveal(1, position), Some(1));
}

#[test]
fn what_fits_leads_nowhere() {
    for rects in [
        six(5000.0, 0.0),
        six(1900.0, 0.0),
        row(&[300.0], 300.0, 0.0),
        row(&[300.0], 500.0, 0.0),
    ] {
        let (places, in_view, previous, next) = look(&rects);
        assert_eq!(places, [0.0]);
        assert_eq!(in_view, (0, rects.slides.len() - 1));
        assert_eq!((previous, next), (None, None));
    }
    // One pixel more than fits is too little to scroll.
    assert_eq!(look(&six(1899.0, 0.0)).0.len(), 1);
}

#[test]
fn what_is_not_on_the_screen_has_no_geometry() {
    // As in a closed `<details>`, or in a hidden tab.
    let nowhere = Extent {
        left: 0.0,
        right: 0.0,
    };
    let hidden = Rects {
        is_right_to_left: false,
        viewport: nowhere,
        slides: vec![nowhere; 6],
    };
    assert_eq!(Geometry::new(&hidden), None);
    assert_eq!(Geometry::new(&row(&[], 700.0, 0.0)), None);
    assert_eq!(Geometry::new(&six(-5.0, 0.0)), None);
}

#[test]
fn a_row_that_is_pulled_beyond_its_ends_is_at_them() {
    assert_eq!(look(&six(700.0, -80.0)), look(&six(700.0, 0.0)));
    assert_eq!(look(&six(700.0, 1300.0)), look(&six(700.0, 1200.0)));
    assert_eq!(look(&mirrored(&six(700.0, -80.0))), look(&six(700.0, 0.0)));
    assert_eq!(
        look(&mirrored(&six(700.0, 1300.0))),
        look(&six(700.0, 1200.0))
    );
}

#[test]
fn a_slide_is_revealed_by_the_shorter_way() {
    let (geometry, position) = seen(&six(700.0, 640.0));
    assert_eq!(geometry.in_view(position), from_to(2, 3));
    let reveal: Vec<_> = (0..7)
        .map(|slide| geometry.reveal(slide, position))
        .collect();
    // A slide before the visible ones moves to the start, one after them to the end. A number beyond the last
    // slide counts as the last one.
    assert_eq!(
        reveal,
        [Some(0), Some(1), None, None, Some(3), Some(4), Some(4)]
    );
}

#[test]
fn a_row_that_is_let_go_of_rests_where_it_would_have_stopped() {
    // The row moves on for 200 ms at its speed. The places are 0, 320, 640, 960 and 1,200.
    let release = |position, velocity| seen(&six(700.0, position)).0.release(position, velocity);
    assert_eq!(release(100.0, 0.0), 0);
    assert_eq!(release(170.0, 0.0), 1);
    assert_eq!(release(100.0, 0.2), 0, "140 is nearer to 0");
    assert_eq!(
        release(100.0, 0.3),
        1,
        "a flick leads on, although 160 is no nearer to 320"
    );
    assert_eq!(release(330.0, 0.3), 2, "and never back");
    assert_eq!(release(310.0, -0.3), 0);
    assert_eq!(release(0.0, 2.0), 1, "400");
    assert_eq!(release(0.0, 5.0), 3, "1,000");
    assert_eq!(release(0.0, 50.0), 4);
    assert_eq!(release(1200.0, 3.0), 4);
    assert_eq!(release(1200.0, -3.0), 2, "600");
    assert_eq!(release(0.0, -3.0), 0);
}

#[test]
fn a_row_that_has_grown_is_seen_through_the_same_viewport() {
    let (geometry, _) = seen(&six(700.0, 0.0));
    let (grown, _) = seen(&row(&[300.0; 12], 700.0, 0.0));
    let (wider, _) = seen(&six(702.0, 0.0));
    assert!(geometry.fits(&grown) && !geometry.fits(&wider));
    assert!(geometry.fits(&seen(&six(700.5, 0.0)).0));
}
