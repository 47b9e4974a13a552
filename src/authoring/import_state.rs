//! A text while it is read.

use super::line::InputLine;
use super::node::Node;
use crate::document::{Problem, joined, nearest};

/// A text while it is read.
#[derive(Default)]
pub(super) struct ImportState {
    /// What is wrong so far.
    pub(super) problems: Vec<Problem>,
    /// The footnotes so far.
    pub(super) footnotes: Vec<Node>,
}

impl ImportState {
    /// Notes a problem. `None`, so that it can be what a reading ends with.
    pub(super) fn note<T>(&mut self, place: InputLine, message: impl Into<String>) -> Option<T> {
        self.problems.push(place.problem(message));
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
