//! A text while it is read.

use super::mistake::{Mistake, Place};
use super::node::Node;
use crate::document::{joined, nearest};

/// A text while it is read.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) mistakes: Vec<Mistake>,
    /// The footnotes so far.
    pub(super) footnotes: Vec<Node>,
}

impl Reading {
    /// Notes a mistake. `None`, so that it can be what a reading ends with.
    pub(super) fn note<T>(&mut self, place: Place, message: impl Into<String>) -> Option<T> {
        self.mistakes.push(place.mistake(message));
        None
    }
}

/// What is wrong with a name that is not known.
pub(super) fn unknown(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(nearest) => format!("`{name}` is not known here: did you mean `{nearest}`?"),
        None => format!(
            "`{name}` is not known here: use {}",
            joined(known, ", ", " or ")
        ),
    }
}
