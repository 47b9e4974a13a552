//! How many stories of a row are on the page: a few at first, more as the reader comes near the last of them.

use super::geometry::InView;

/// How many stories are on the page at first.
pub(super) const FIRST: usize = 12;
/// How many stories are added at a time. They are few, because the step that adds them waits for their rendering.
const MORE: usize = 3;

/// The stories that are on the page: the first ones, up to a limit.
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
    /// All of `count` stories.
    #[must_use]
    pub const fn whole(count: usize) -> Self {
        Self { limit: count }
    }

    /// Adds some of `count` stories if the reader is near the end of those on the page. Returns whether it has added
    /// some.
    pub fn grow(&mut self, in_view: InView, count: usize) -> bool {
        let InView { first, last } = in_view;
        // The next step, and the part of a story that is visible after it.
        let is_near = last + (last - first + 1) + 1 >= self.limit;
        let grows = is_near && self.limit < count;
        if grows {
            self.limit += MORE;
        }
        grows
    }

    /// The first story of each group, of `count` stories.
    pub fn groups(self, count: usize) -> impl Iterator<Item = usize> {
        let more = (FIRST..self.limit.min(count)).step_by(MORE);
        std::iter::once(0).chain(more)
    }
}

/// The size of the group that begins with this story.
#[must_use]
pub const fn group_size(from: usize) -> usize {
    if from == 0 { FIRST } else { MORE }
}

/// Whether the story with this index is added later.
#[must_use]
pub const fn is_late(place: usize) -> bool {
    place >= FIRST
}
