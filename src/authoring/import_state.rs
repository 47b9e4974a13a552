//! The state of an import.

use super::line::InputLine;
use super::node::Node;
use crate::document::{Problem, Severity, joined, nearest};

/// The state of an import.
#[derive(Default)]
pub(super) struct ImportState {
    /// The problems found so far, with warnings and remarks.
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

    /// Notes what is fine and worth knowing.
    pub(super) fn remark(&mut self, place: InputLine, message: impl Into<String>) {
        self.problems.push(Problem {
            severity: Severity::Remark,
            ..place.problem(message)
        });
    }

    /// Whether no error was found.
    pub(super) fn is_sound(&self) -> bool {
        !self.problems.iter().any(Problem::is_error)
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
