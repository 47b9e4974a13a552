//! The geometry of a row: the places of its slides, its snaps, the slides in view, and the targets of steps.

/// The horizontal extent of an element on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
}

/// The places of the parts of a carousel on the screen. All edges have the same origin, which may be anywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Rects {
    /// Whether later slides lie to the left of earlier ones.
    pub is_right_to_left: bool,
    /// The viewport.
    pub viewport: Extent,
    /// The slides, the first one first.
    pub slides: Vec<Extent>,
}

/// The slides that are wholly in view, counted from zero. If none is, the slide of which most is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InView {
    /// The first one.
    pub first: usize,
    /// The last one, which may be the first.
    pub last: usize,
}

/// The row as lengths in the direction of reading, from the start of its first slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Geometry {
    is_right_to_left: bool,
    /// The start and the end of each slide.
    slides: Vec<(f64, f64)>,
    /// The width of the viewport.
    viewport: f64,
    /// The snaps, in ascending order. The row rests at the start of a slide, as far as the end of the row allows. So the
    /// snap of each index belongs to the slide of this index, and the last snap to all later slides as well.
    snaps: Vec<f64>,
}

/// Positions that are nearer to each other are equal: some browsers report whole pixels, others fractions.
pub(super) const TOLERANCE: f64 = 1.5;
/// How long a released row would go on at its velocity, in milliseconds.
const MOMENTUM: f64 = 200.0;
/// From this velocity on, in pixels per millisecond, a release is a flick, which never leads back.
const FLICK: f64 = 0.25;

impl Geometry {
    /// The geometry, and the position of the row; `None` if it is not on the screen.
    #[must_use]
    pub fn new(rects: &Rects) -> Option<(Self, f64)> {
        let origin = rects.slides.first()?;
        let along = |extent: &Extent| {
            if rects.is_right_to_left {
                (origin.right - extent.right, origin.right - extent.left)
            } else {
                (extent.left - origin.left, extent.right - origin.left)
            }
        };
        let (position, end) = along(&rects.viewport);
        let viewport = end - position;
        if viewport <= 0.0 {
            return None;
        }
        let (_, track) = along(rects.slides.last()?);
        let end = (track - viewport).max(0.0);
        let mut slides = Vec::new();
        let mut snaps = Vec::new();
        for extent in &rects.slides {
            let slide = along(extent);
            slides.push(slide);
            if slide.0 < end - TOLERANCE {
                snaps.push(slide.0);
            }
        }
        snaps.push(end);
        let geometry = Self {
            is_right_to_left: rects.is_right_to_left,
            slides,
            viewport,
            snaps,
        };
        let position = geometry.within(position);
        Some((geometry, position))
    }

    /// A position on the row: some browsers scroll beyond its ends for a moment.
    fn within(&self, position: f64) -> f64 {
        position.max(0.0).min(self.place(usize::MAX))
    }

    /// The position of the row that the browser has scrolled to this place; it counts from right to left below zero.
    #[must_use]
    pub fn position(&self, scroll_left: f64) -> f64 {
        self.within(if self.is_right_to_left {
            -scroll_left
        } else {
            scroll_left
        })
    }

    /// Whether another geometry has the same widths of viewport and slides. The row may have grown.
    #[must_use]
    pub fn fits(&self, other: &Self) -> bool {
        // Styles may load late, and change the slides only.
        let widths = |of: &Self| of.viewport + of.slides.first().map_or(0.0, |slide| slide.1);
        (widths(self) - widths(other)).abs() < TOLERANCE
    }

    /// The number of snaps; at least one.
    #[must_use]
    pub fn snaps(&self) -> usize {
        self.snaps.len()
    }

    /// The position of a snap.
    #[must_use]
    pub fn place(&self, snap: usize) -> f64 {
        self.snaps[snap.min(self.snaps.len() - 1)]
    }

    /// The snap that is nearest to a position.
    #[must_use]
    pub fn nearest(&self, position: f64) -> usize {
        self.nearest_of(position, 0, self.snaps.len() - 1)
    }

    /// The nearest of the snaps from one to another.
    fn nearest_of(&self, position: f64, first: usize, last: usize) -> usize {
        let mut nearest = first;
        for snap in first..=last {
            if (self.snaps[snap] - position).abs() < (self.snaps[nearest] - position).abs() {
                nearest = snap;
            }
        }
        nearest
    }

    /// The slides in view at a position.
    #[must_use]
    pub fn in_view(&self, position: f64) -> InView {
        let end = position + self.viewport;
        let mut whole: Option<InView> = None;
        let mut most = (f64::MIN, 0);
        for (index, slide) in self.slides.iter().enumerate() {
            if slide.0 >= position - TOLERANCE && slide.1 <= end + TOLERANCE {
                let first = whole.map_or(index, |whole| whole.first);
                whole = Some(InView { first, last: index });
            }
            let seen = slide.1.min(end) - slide.0.max(position);
            if seen > most.0 {
                most = (seen, index);
            }
        }
        whole.unwrap_or(InView {
            first: most.1,
            last: most.1,
        })
    }

    /// The snap that "next" leads to: there, the first slide that is not wholly in view is at the start. `None` at the
    /// end.
    #[must_use]
    pub fn next(&self, position: f64) -> Option<usize> {
        let after = self.after(position)?;
        let last = self.snaps.len() - 1;
        let is_cut = |slide: &(f64, f64)| self.ends_after(slide, position);
        let wanted = self.slides.iter().position(is_cut).unwrap_or(last);
        Some(wanted.min(last).max(after))
    }

    /// The snap that "previous" leads to: there, the last slide that is not wholly in view is at the end. `None` at the
    /// start.
    #[must_use]
    pub fn previous(&self, position: f64) -> Option<usize> {
        let before = self.before(position)?;
        let is_cut = |slide: &(f64, f64)| slide.0 < position - TOLERANCE;
        let wanted = self.slides.iter().rposition(is_cut).unwrap_or_default();
        Some(self.ending_with(wanted).min(before))
    }

    /// The first snap after a position.
    fn after(&self, position: f64) -> Option<usize> {
        let is_after = |place: &f64| *place > position + TOLERANCE;
        self.snaps.iter().position(is_after)
    }

    /// The last snap before a position.
    fn before(&self, position: f64) -> Option<usize> {
        let is_before = |place: &f64| *place < position - TOLERANCE;
        self.snaps.iter().rposition(is_before)
    }

    /// The first snap at which a slide is wholly in view, or as far as it fits.
    fn ending_with(&self, slide: usize) -> usize {
        let needed = self.slides[slide].1 - self.viewport - TOLERANCE;
        let is_enough = |place: &f64| *place >= needed;
        let snap = self.snaps.iter().position(is_enough);
        // A slide that is wider than the viewport begins at the start of the viewport.
        snap.unwrap_or(self.snaps.len() - 1).min(slide)
    }

    /// The snap that brings a slide into view; `None` if it is in view.
    #[must_use]
    pub fn reveal(&self, slide: usize, position: f64) -> Option<usize> {
        let slide = slide.min(self.slides.len() - 1);
        let place = &self.slides[slide];
        if place.0 < position - TOLERANCE {
            Some(slide.min(self.snaps.len() - 1))
        } else {
            let is_cut = self.ends_after(place, position);
            is_cut.then(|| self.ending_with(slide))
        }
    }

    /// Whether a slide ends beyond the viewport at a position.
    fn ends_after(&self, slide: &(f64, f64), position: f64) -> bool {
        slide.1 > position + self.viewport + TOLERANCE
    }

    /// The snap of a row that is released at a position with a velocity in pixels per millisecond, which is negative
    /// towards the start.
    #[must_use]
    pub fn release(&self, position: f64, velocity: f64) -> usize {
        let end = self.snaps.len() - 1;
        let (first, last) = if velocity > FLICK {
            (self.after(position).unwrap_or(end), end)
        } else if velocity < -FLICK {
            (0, self.before(position).unwrap_or(0))
        } else {
            (0, end)
        };
        self.nearest_of(position + velocity * MOMENTUM, first, last)
    }
}
