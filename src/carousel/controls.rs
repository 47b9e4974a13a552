//! What the buttons of a row show.

use super::geometry::InView;
use super::state::CarouselState;
use super::window::FIRST;

/// How many places to rest at get a button each: as many as fit the narrowest row.
const MOST_DOTS: usize = 10;

/// The buttons of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controls {
    /// Whether "previous" leads anywhere.
    pub can_go_to_previous: bool,
    /// Whether "next" leads anywhere.
    pub can_go_to_next: bool,
    /// The button of each snap; none where there are too many stories. All of them are there from the start,
    /// so that controls keep their places; those that the width has no use for are hidden.
    pub dots: Vec<Dot>,
    /// What is in view, in words, where the snaps have no button each.
    pub in_view: Option<InView>,
}

/// The button of a snap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// What is in view there; `None` where it is hidden.
    pub in_view: Option<InView>,
    /// Whether the row is there.
    pub is_selected: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

impl Controls {
    /// The buttons of a row of so many stories.
    #[must_use]
    pub fn new(state: &CarouselState, count: usize) -> Self {
        let (selected, snaps) = state.selected_snap();
        // Before anything is measured the buttons stand as they most likely will.
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
