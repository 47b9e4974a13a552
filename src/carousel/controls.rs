//! The state of the buttons of a row.

use super::geometry::InView;
use super::state::CarouselState;
use super::window::FIRST;

/// The most snaps that have a button each: as many as fit the narrowest row.
const MOST_DOTS: usize = 10;

/// The buttons of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controls {
    /// Whether "previous" is enabled.
    pub can_go_to_previous: bool,
    /// Whether "next" is enabled.
    pub can_go_to_next: bool,
    /// The button of each snap; empty if there are too many stories. All buttons are rendered from the start, so that
    /// no control changes its place among the controls. Buttons without a snap are hidden.
    pub dots: Vec<Dot>,
    /// The stories in view in words, if snaps have no buttons.
    pub in_view: Option<InView>,
}

/// The button of a snap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// The slides in view at the snap; `None` if the button is hidden.
    pub in_view: Option<InView>,
    /// Whether the row is at this snap.
    pub is_selected: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

impl Controls {
    /// The buttons of a row of so many stories.
    #[must_use]
    pub fn new(state: &CarouselState, count: usize) -> Self {
        let (selected, snaps) = state.selected_snap();
        // Before the first measuring, this assumes the most likely state.
        let (can_go_to_previous, can_go_to_next) = if state.is_measured() {
            (state.can_go_to_previous(), state.can_go_to_next())
        } else {
            (false, count > 1)
        };
        let dot = |snap| {
            let is_hidden = snap >= snaps || !(2..=MOST_DOTS).contains(&snaps);
            Dot {
                in_view: state.in_view_at(snap).filter(|_| !is_hidden),
                is_selected: snap == selected && !is_hidden,
                is_hidden,
            }
        };
        let dots = if count <= FIRST { count } else { 0 };
        let is_in_words = dots == 0 || snaps > MOST_DOTS;
        Self {
            can_go_to_previous,
            can_go_to_next,
            dots: (0..dots).map(dot).collect(),
            in_view: state.in_view().filter(|_| is_in_words),
        }
    }
}
