//! Snap points and the position between them.

/// What the browser reported about a carousel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// Where each slide starts.
    pub slides: Vec<f64>,
    /// How wide the visible part is.
    pub viewport: f64,
    /// How wide all slides are together.
    pub track: f64,
    /// How far the track is scrolled.
    pub position: f64,
}

/// A carousel at rest or on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    snaps: Vec<f64>,
    position: f64,
    /// Where the browser was asked to scroll, until it is there or has stopped elsewhere.
    requested: Option<f64>,
}

/// Something that happened to a carousel.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The browser reported where things are.
    Measured(Measured),
    /// The browser was asked to scroll to this place.
    Requested(f64),
    /// The browser has stopped scrolling.
    Settled,
}

/// Browsers report positions in whole or fractional pixels; nearer than this is the same place.
const TOLERANCE: f64 = 1.5;

impl State {
    /// The state after an action.
    #[must_use]
    pub fn update(&self, action: &Action) -> Self {
        match action {
            Action::Measured(measured) => {
                let (snaps, position) = snaps_and_position(measured);
                // Arrived, or led away by the reader: what was asked for no longer counts.
                let requested = self.requested.filter(|place| {
                    let (before, now) = ((place - self.position).abs(), (place - position).abs());
                    now > TOLERANCE && now <= before + TOLERANCE
                });
                Self {
                    snaps,
                    position,
                    requested,
                }
            }
            Action::Requested(place) => Self {
                requested: Some(*place),
                ..self.clone()
            },
            Action::Settled => Self {
                requested: None,
                ..self.clone()
            },
        }
    }

    /// Whether the browser has reported where things are.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        !self.snaps.is_empty()
    }

    /// Where the carousel is or will be once it has done what it was asked: a second press of
    /// "next" during a smooth scroll leads one slide further, not to the same slide again.
    fn heading(&self) -> f64 {
        self.requested.unwrap_or(self.position)
    }

    /// Where "next" leads; `None` at the end.
    #[must_use]
    pub fn next(&self) -> Option<f64> {
        let after = |snap: &&f64| **snap > self.heading() + TOLERANCE;
        self.snaps.iter().find(after).copied()
    }

    /// Where "previous" leads; `None` at the start.
    #[must_use]
    pub fn previous(&self) -> Option<f64> {
        let before = |snap: &&f64| **snap < self.heading() - TOLERANCE;
        self.snaps.iter().rev().find(before).copied()
    }

    /// Whether "next" leads anywhere.
    #[must_use]
    pub fn can_go_to_next(&self) -> bool {
        self.next().is_some()
    }

    /// Whether "previous" leads anywhere.
    #[must_use]
    pub fn can_go_to_previous(&self) -> bool {
        self.previous().is_some()
    }
}

fn snaps_and_position(measured: &Measured) -> (Vec<f64>, f64) {
    let end = (measured.track - measured.viewport).max(0.0);
    let mut snaps: Vec<f64> = Vec::with_capacity(measured.slides.len());
    for start in &measured.slides {
        // Slides that the end of the track keeps from reaching the start edge share its snap.
        let snap = start.max(0.0).min(end);
        if snaps.last().is_none_or(|last| snap - last > TOLERANCE) {
            snaps.push(snap);
        }
    }
    (snaps, measured.position.max(0.0).min(end))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Action, Measured, State};
    use proptest::prelude::*;

    fn measured(measured: Measured) -> State {
        State::default().update(&Action::Measured(measured))
    }

    /// Six slides of 300 px with gaps of 20 px.
    fn six_measured(viewport: f64, position: f64) -> Measured {
        Measured {
            slides: (0..6).map(|index| f64::from(index) * 320.0).collect(),
            viewport,
            track: 6.0 * 320.0 - 20.0,
            position,
        }
    }

    fn six(viewport: f64, position: f64) -> State {
        measured(six_measured(viewport, position))
    }

    #[test]
    fn starts_at_the_first_slide() {
        let state = six(700.0, 0.0);
        assert!(!state.can_go_to_previous());
        assert_eq!(state.next(), Some(320.0));
    }

    #[test]
    fn ends_where_the_track_ends() {
        // 1,900 px of track in 700 px: the last snap is at 1,200, shared by the slides at 1,280 and 1,600.
        let state = six(700.0, 960.0);
        assert_eq!(state.next(), Some(1200.0));
        let end = six(700.0, 1200.0);
        assert!(!end.can_go_to_next());
        assert_eq!(end.previous(), Some(960.0));
    }

    #[test]
    fn between_two_snaps_both_ways_lead_to_a_neighbour() {
        let state = six(700.0, 400.0);
        assert_eq!(state.previous(), Some(320.0));
        assert_eq!(state.next(), Some(640.0));
    }

    #[test]
    fn fractions_of_a_pixel_do_not_count() {
        assert_eq!(six(700.0, 319.6).next(), Some(640.0));
        assert!(!six(700.0, 1199.3).can_go_to_next());
        assert!(!six(700.0, 0.7).can_go_to_previous());
    }

    #[test]
    fn nothing_to_scroll() {
        for state in [State::default(), six(5000.0, 0.0)] {
            assert!(!state.can_go_to_next() && !state.can_go_to_previous());
        }
    }

    #[test]
    fn a_second_press_on_the_way_leads_one_further() {
        let state = six(700.0, 0.0);
        let first = state.next().unwrap();
        let on_the_way = state.update(&Action::Requested(first));
        assert_eq!(on_the_way.next(), Some(640.0));
        assert_eq!(on_the_way.previous(), Some(0.0));
    }

    #[test]
    fn a_request_ends_where_the_browser_stops() {
        let asked = six(700.0, 0.0).update(&Action::Requested(960.0));
        assert_eq!(asked.next(), Some(1200.0));
        assert_eq!(asked.update(&Action::Settled).next(), Some(320.0));
        let arrived = asked.update(&Action::Measured(Measured {
            slides: vec![0.0, 320.0, 640.0, 960.0],
            viewport: 300.0,
            track: 1260.0,
            position: 959.5,
        }));
        assert!(!arrived.can_go_to_next());
        assert_eq!(arrived.previous(), Some(640.0));
    }

    #[test]
    fn a_request_ends_when_the_reader_scrolls_elsewhere() {
        let asked = six(700.0, 320.0).update(&Action::Requested(640.0));
        let moved = |position| asked.update(&Action::Measured(six_measured(700.0, position)));
        assert_eq!(moved(400.0).next(), Some(960.0), "still on its way");
        assert_eq!(moved(200.0).next(), Some(320.0), "led back");
        assert!(!moved(1200.0).can_go_to_next(), "led beyond");
    }

    #[test]
    fn overscroll_counts_as_the_edge() {
        assert!(!six(700.0, -80.0).can_go_to_previous());
        assert!(!six(700.0, 1300.0).can_go_to_next());
    }

    proptest! {
        #[test]
        fn next_reaches_the_end_and_previous_the_start(
            slides in prop::collection::vec(20.0..600.0_f64, 0..40),
            viewport in 100.0..1500.0_f64,
        ) {
            let mut track = 0.0;
            let starts: Vec<f64> = slides.iter().map(|width| { let start = track; track += width; start }).collect();
            let at = |position| measured(Measured { slides: starts.clone(), viewport, track, position });
            let mut position = 0.0;
            for _ in 0..=slides.len() {
                let Some(next) = at(position).next() else { break };
                prop_assert!(next > position);
                prop_assert_eq!(at(next).can_go_to_previous(), true);
                position = next;
            }
            prop_assert!(!at(position).can_go_to_next());
            for _ in 0..=slides.len() {
                let Some(previous) = at(position).previous() else { break };
                prop_assert!(previous < position);
                position = previous;
            }
            prop_assert!(!at(position).can_go_to_previous());
        }
    }
}
