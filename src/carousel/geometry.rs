//! Where slides lie, and what follows from it: snaps, what is in view, where each step leads.

/// A part of the screen, from edge to edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
}

/// Where a browser sees the parts of a carousel. All edges have one origin, which may be anywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Rects {
    /// Whether later slides lie to the left of earlier ones.
    pub is_right_to_left: bool,
    /// What the reader looks through.
    pub viewport: Extent,
    /// The slides, the first one first.
    pub slides: Vec<Extent>,
}

/// The slides that are seen whole, counted from zero; where none is, the one that is seen most.
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
    /// Where each slide starts and ends.
    slides: Vec<(f64, f64)>,
    /// How wide the viewport is.
    viewport: f64,
    /// Where the row may rest, each further than the one before: at the start of a slide, as far as
    /// the end of the row allows. So each snap is that of the slide of its place, and the last one
    /// that of all slides from there on.
    snaps: Vec<f64>,
}

/// Browsers report in whole or fractional pixels; nearer than this is the same place.
pub(super) const TOLERANCE: f64 = 1.5;
/// How far a row that is let go of would run on by itself, in milliseconds at its speed.
const MOMENTUM: f64 = 200.0;
/// Pixels in a millisecond from which on letting go is a flick, which never leads back.
const FLICK: f64 = 0.25;

impl Geometry {
    /// The geometry and how far the row is scrolled; `None` for what is not on the screen.
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
            slides,
            viewport,
            snaps,
        };
        // Browsers let rows be pulled beyond their ends.
        Some((geometry, position.max(0.0).min(end)))
    }

    /// Whether another geometry is of a viewport and of slides as wide; the row may have grown.
    #[must_use]
    pub fn fits(&self, other: &Self) -> bool {
        // Styles may come late, and change the slides alone.
        let widths = |of: &Self| of.viewport + of.slides.first().map_or(0.0, |slide| slide.1);
        (widths(self) - widths(other)).abs() < TOLERANCE
    }

    /// How many places there are to rest at; at least one.
    #[must_use]
    pub fn snaps(&self) -> usize {
        self.snaps.len()
    }

    /// How far the row is scrolled at a snap.
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

    /// What is in view at a position.
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

    /// The snap that "next" leads to: the first slide that is not seen whole comes to the start.
    /// `None` at the end.
    #[must_use]
    pub fn next(&self, position: f64) -> Option<usize> {
        let after = self.after(position)?;
        let last = self.snaps.len() - 1;
        let is_cut = |slide: &(f64, f64)| self.ends_after(slide, position);
        let wanted = self.slides.iter().position(is_cut).unwrap_or(last);
        Some(wanted.min(last).max(after))
    }

    /// The snap that "previous" leads to: the last slide that is not seen whole comes to the end.
    /// `None` at the start.
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

    /// The first snap at which a slide is seen whole, or as far as it fits.
    fn ending_with(&self, slide: usize) -> usize {
        let needed = self.slides[slide].1 - self.viewport - TOLERANCE;
        let is_enough = |place: &f64| *place >= needed;
        let snap = self.snaps.iter().position(is_enough);
        // A slide that is wider than the viewport begins at its start.
        snap.unwrap_or(self.snaps.len() - 1).min(slide)
    }

    /// The snap that brings a slide into view; `None` where it is.
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

    /// Whether a slide ends beyond what is in view at a position.
    fn ends_after(&self, slide: &(f64, f64), position: f64) -> bool {
        slide.1 > position + self.viewport + TOLERANCE
    }

    /// The snap that a row comes to rest at which is let go of at a position, while it moves with a
    /// velocity of so many pixels a millisecond, negative towards the start.
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
