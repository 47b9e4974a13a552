//! A carousel at rest or on its way.

use super::geometry::{Geometry, InView, Rects, TOLERANCE};

/// A carousel as far as it is known from what the browser has reported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarouselState {
    /// `None` while it is not on the screen.
    geometry: Option<Geometry>,
    position: f64,
    /// The snap that the browser was asked for, until it is there or has stopped elsewhere.
    goal: Option<usize>,
    /// What was in view when it last was at rest, or took another shape.
    rest: Option<InView>,
}

/// Something that happened to a carousel.
#[derive(Clone, Debug, PartialEq)]
pub enum CarouselAction {
    /// The browser reported where things are.
    Seen(Rects),
    /// The reader wants to go somewhere.
    Go(Go),
    /// The browser has stopped scrolling.
    Rested,
}

/// Where the reader wants to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Go {
    /// On, by what fits.
    Next,
    /// Back, by what fits.
    Previous,
    /// To a snap, counted from zero.
    To(usize),
    /// To where a slide is in view.
    Reveal(usize),
    /// On from here, let go of with this velocity; see [`Geometry::release`].
    Release(f64),
}

/// What of a carousel is shown: where that is the same, so are its controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    in_view: Option<InView>,
    selected_snap: (usize, usize),
    can_go_to_previous: bool,
    can_go_to_next: bool,
}

impl CarouselState {
    /// Takes in what happened; gives the place that the browser is to be asked to scroll to.
    pub fn update(&mut self, action: CarouselAction) -> Option<f64> {
        match action {
            CarouselAction::Seen(rects) => self.see(&rects),
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
        // Arrived, or led away by the reader: what was asked for no longer counts.
        self.goal = self.goal.filter(|goal| {
            let place = geometry.place(*goal);
            let (before, now) = ((place - self.position).abs(), (place - position).abs());
            is_resized || (now > TOLERANCE && now <= before + TOLERANCE)
        });
        self.position = position;
        // What was asked for lies elsewhere now.
        let again = self.goal.filter(|_| is_resized);
        let again = again.map(|goal| geometry.place(goal));
        self.geometry = Some(geometry);
        if is_resized && self.goal.is_none() {
            self.rest = self.in_view();
        }
        again
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

    /// Where it is, or will be once it has done what it was asked for: a second press of "next" on
    /// the way leads further, not to the same place again.
    fn heading(&self, geometry: &Geometry) -> f64 {
        self.goal.map_or(self.position, |goal| geometry.place(goal))
    }

    /// The answer of the geometry for where it is heading.
    fn ask<T>(&self, question: impl Fn(&Geometry, f64) -> T) -> Option<T> {
        let geometry = self.geometry.as_ref()?;
        Some(question(geometry, self.heading(geometry)))
    }

    /// Whether the browser has reported where things are.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.geometry.is_some()
    }

    /// What is in view, or will be; `None` while it is not on the screen.
    #[must_use]
    pub fn in_view(&self) -> Option<InView> {
        self.ask(Geometry::in_view)
    }

    /// What was in view when it last was at rest.
    #[must_use]
    pub fn at_rest(&self) -> Option<InView> {
        self.rest
    }

    /// The place of the selected snap, and how many there are; zero while nothing is known.
    #[must_use]
    pub fn selected_snap(&self) -> (usize, usize) {
        let selected = |geometry: &Geometry, heading| (geometry.nearest(heading), geometry.snaps());
        self.ask(selected).unwrap_or_default()
    }

    /// What is in view at a snap.
    #[must_use]
    pub fn in_view_at(&self, snap: usize) -> Option<InView> {
        self.ask(|geometry, _| geometry.in_view(geometry.place(snap)))
    }

    /// Whether "next" leads anywhere.
    #[must_use]
    pub fn can_go_to_next(&self) -> bool {
        self.ask(|geometry, heading| geometry.next(heading).is_some()) == Some(true)
    }

    /// Whether "previous" leads anywhere.
    #[must_use]
    pub fn can_go_to_previous(&self) -> bool {
        self.ask(|geometry, heading| geometry.previous(heading).is_some()) == Some(true)
    }

    /// What is shown of it.
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
