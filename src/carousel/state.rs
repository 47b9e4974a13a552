//! The state of a carousel, at rest or scrolling.

use super::geometry::{Geometry, InView, Rects, TOLERANCE};

/// The state of a carousel, from the reports of the browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarouselState {
    /// `None` while it is not on the screen.
    geometry: Option<Geometry>,
    position: f64,
    /// The snap that the browser was asked to scroll to, until the row is there or has stopped in another place.
    goal: Option<usize>,
    /// The slides in view when the row was last at rest, or when its geometry changed.
    rest: Option<InView>,
}

/// A report of the browser or a wish of the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum CarouselAction {
    /// The browser reported the places of viewport and slides.
    Seen(Rects),
    /// The browser has scrolled the row to this place, in pixels; negative from right to left.
    Scrolled(f64),
    /// The reader wants to move the row.
    Go(Go),
    /// The browser has stopped scrolling.
    Rested,
}

/// A move of the row that the reader wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Go {
    /// To the next slides, as many as fit.
    Next,
    /// To the previous slides, as many as fit.
    Previous,
    /// To a snap, counted from zero.
    To(usize),
    /// To a snap where this slide is in view.
    Reveal(usize),
    /// To the snap after a release with this velocity; see [`Geometry::release`].
    Release(f64),
}

/// The part of the state that the controls depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    in_view: Option<InView>,
    selected_snap: (usize, usize),
    can_go_to_previous: bool,
    can_go_to_next: bool,
}

impl CarouselState {
    /// Updates the state. Returns the place that the browser is to scroll to.
    pub fn update(&mut self, action: CarouselAction) -> Option<f64> {
        match action {
            CarouselAction::Seen(rects) => self.see(&rects),
            CarouselAction::Scrolled(left) => {
                if let Some(geometry) = self.geometry.take() {
                    self.move_to(geometry.position(left), &geometry, false);
                    self.geometry = Some(geometry);
                }
                None
            }
            CarouselAction::Go(go) => self.go(go),
            CarouselAction::Rested => {
                self.goal = None;
                self.rest = self.in_view();
                None
            }
        }
    }

    fn see(&mut self, rects: &Rects) -> Option<f64> {
        let Some((geometry, position)) = Geometry::new(rects) else {
            *self = Self::default();
            return None;
        };
        let is_resized = self
            .geometry
            .as_ref()
            .is_none_or(|before| !before.fits(&geometry));
        self.move_to(position, &geometry, is_resized);
        // The snap that was asked for has another position now.
        let again = self.goal.filter(|_| is_resized);
        let again = again.map(|goal| geometry.place(goal));
        self.geometry = Some(geometry);
        if is_resized && self.goal.is_none() {
            self.rest = self.in_view();
        }
        again
    }

    fn move_to(&mut self, position: f64, geometry: &Geometry, is_resized: bool) {
        // The row has arrived, or the reader has moved it away: the request is over.
        self.goal = self.goal.filter(|goal| {
            let place = geometry.place(*goal);
            let (before, now) = ((place - self.position).abs(), (place - position).abs());
            is_resized || (now > TOLERANCE && now <= before + TOLERANCE)
        });
        self.position = position;
    }

    fn go(&mut self, go: Go) -> Option<f64> {
        let geometry = self.geometry.as_ref()?;
        let heading = self.heading(geometry);
        let goal = match go {
            Go::Next => geometry.next(heading),
            Go::Previous => geometry.previous(heading),
            Go::To(snap) => Some(snap),
            Go::Reveal(slide) => geometry.reveal(slide, heading),
            Go::Release(velocity) => Some(geometry.release(self.position, velocity)),
        }?;
        self.goal = Some(goal);
        Some(geometry.place(goal))
    }

    /// The position of the row, or of the snap that it scrolls to: a second press of "next" while it scrolls leads
    /// further, not to the same place again.
    fn heading(&self, geometry: &Geometry) -> f64 {
        self.goal.map_or(self.position, |goal| geometry.place(goal))
    }

    /// Calls a method of the geometry with that position.
    fn ask<T>(&self, question: impl Fn(&Geometry, f64) -> T) -> Option<T> {
        let geometry = self.geometry.as_ref()?;
        Some(question(geometry, self.heading(geometry)))
    }

    /// Whether the browser has reported a geometry.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.geometry.is_some()
    }

    /// The slides that are or will be in view; `None` while the row is not on the screen.
    #[must_use]
    pub fn in_view(&self) -> Option<InView> {
        self.ask(Geometry::in_view)
    }

    /// The slides in view when the row was last at rest.
    #[must_use]
    pub fn at_rest(&self) -> Option<InView> {
        self.rest
    }

    /// The index of the selected snap, and the number of snaps; zero before the first report.
    #[must_use]
    pub fn selected_snap(&self) -> (usize, usize) {
        let selected = |geometry: &Geometry, heading| (geometry.nearest(heading), geometry.snaps());
        self.ask(selected).unwrap_or_default()
    }

    /// The slides in view at a snap.
    #[must_use]
    pub fn in_view_at(&self, snap: usize) -> Option<InView> {
        self.ask(|geometry, _| geometry.in_view(geometry.place(snap)))
    }

    /// Whether "next" leads to another snap.
    #[must_use]
    pub fn can_go_to_next(&self) -> bool {
        self.ask(|geometry, heading| geometry.next(heading).is_some()) == Some(true)
    }

    /// Whether "previous" leads to another snap.
    #[must_use]
    pub fn can_go_to_previous(&self) -> bool {
        self.ask(|geometry, heading| geometry.previous(heading).is_some()) == Some(true)
    }

    /// The part that the controls depend on.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary {
            in_view: self.in_view(),
            selected_snap: self.selected_snap(),
            can_go_to_previous: self.can_go_to_previous(),
            can_go_to_next: self.can_go_to_next(),
        }
    }
}
