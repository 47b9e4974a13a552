//! The carousel as numbers and words: the positions of slides, the target of each step, the visible slides and
//! the announcements.

mod announcement;
mod controls;
mod geometry;
mod order;
mod random;
mod selected_company;
mod state;
mod window;

use article_widget::carousel::{Extent, Geometry, InView, Rects};

/// Slides of these widths with gaps of 20 px, in a viewport of this width, scrolled to this position. The row
/// is 40.25 px from the left edge of the page.
fn row(widths: &[f64], viewport: f64, position: f64) -> Rects {
    const LEFT: f64 = 40.25;
    let mut left = LEFT - position;
    let slides = widths.iter().map(|width| {
        let slide = Extent {
            left,
            right: left + width,
        };
        left = slide.right + 20.0;
        slide
    });
    Rects {
        is_right_to_left: false,
        slides: slides.collect(),
        viewport: Extent {
            left: LEFT,
            right: LEFT + viewport,
        },
    }
}

/// Six slides of 300 px: they start at 0, 320, 640, 960, 1280 and 1600, and end at 1900.
fn six(viewport: f64, position: f64) -> Rects {
    row(&[300.0; 6], viewport, position)
}

/// The same row with text from right to left, in a window of 1,000 px.
fn mirrored(rects: &Rects) -> Rects {
    let mirror = |extent: &Extent| Extent {
        left: 1000.0 - extent.right,
        right: 1000.0 - extent.left,
    };
    Rects {
        is_right_to_left: !rects.is_right_to_left,
        viewport: mirror(&rects.viewport),
        slides: rects.slides.iter().map(mirror).collect(),
    }
}

/// The geometry of a visible row, and its scroll position.
fn seen(rects: &Rects) -> (Geometry, f64) {
    Geometry::new(rects).expect("it is on the screen")
}

/// The slides from one index to another, counted from zero.
fn from_to(first: usize, last: usize) -> InView {
    InView { first, last }
}
