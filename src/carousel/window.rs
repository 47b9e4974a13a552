//! How many stories of a row are on the page: a few at first, more as the reader comes near the last of them.

use super::geometry::InView;

/// How many stories are on the page at first.
pub(super) const FIRST: usize = 12;
/// How many come at a time as the reader goes on: few, as the step that calls for them waits for them.
const MORE: usize = 3;

/// The stories that are on the page: so many from the first one on, as far as there are any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    limit: usize,
}

impl Default for Window {
    fn default() -> Self {
        Self { limit: FIRST }
    }
}

impl Window {
    /// All of so many stories.
    #[must_use]
    pub const fn whole(count: usize) -> Self {
        Self { limit: count }
    }

    /// Takes in more of so many stories where the reader comes near the end of those on the page. Gives
    /// whether there are more now.
    pub fn grow(&mut self, in_view: InView, count: usize) -> bool {
        let InView { first, last } = in_view;
        // A step ahead, and the part of a story that is seen after that.
        let is_near = last + (last - first + 1) + 1 >= self.limit;
        let grows = is_near && self.limit < count;
        if grows {
            self.limit += MORE;
        }
        grows
    }

    /// Where the groups begin in which so many stories come to the page.
    pub fn groups(self, count: usize) -> impl Iterator<Item = usize> {
        let more = (FIRST..self.limit.min(count)).step_by(MORE);
        std::iter::once(0).chain(more)
    }
}

/// How many stories the group has that begins here.
#[must_use]
pub const fn group_size(from: usize) -> usize {
    if from == 0 { FIRST } else { MORE }
}

/// Whether the story in this place is not on the page at first.
#[must_use]
pub const fn is_late(place: usize) -> bool {
    place >= FIRST
}
