//! The state of an import.

use super::line::InputLine;
use super::node::Node;
use crate::document::{Problem, joined, nearest};

/// The state of an import.
#[derive(Default)]
pub(super) struct ImportState {
    /// The problems found so far.
    pub(super) problems: Vec<Problem>,
    /// The footnotes found so far.
    pub(super) footnotes: Vec<Node>,
}

impl ImportState {
    /// Notes a problem. Returns `None`, so that a function can end with the call.
    pub(super) fn note<T>(&mut self, place: InputLine, message: impl Into<String>) -> Option<T> {
        self.problems.push(place.problem(message));
        None
    }
}

/// The message for an unknown name.
pub(super) fn unknown(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(nearest) => format!("`{name}` is not known here: did you mean `{nearest}`?"),
        None => format!(
            "`{name}` is not known here: use {}",
            joined(known, ", ", " or ")
        ),
    }
}
