//! Lines of the texts that an import reads.

use crate::document::{Input, Place, Position, Problem, ProblemKind};

/// A line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct InputLine {
    /// The text that the line is in.
    pub(super) input: Input,
    /// The number of the line, from 1.
    pub(super) number: usize,
}

impl InputLine {
    /// The line this many lines further down.
    pub(super) fn down(self, lines: usize) -> Self {
        Self {
            number: self.number + lines,
            ..self
        }
    }

    /// A problem on this line.
    pub(super) fn problem(self, message: impl Into<String>) -> Problem {
        Problem {
            place: Some(self.place()),
            ..Problem::new(ProblemKind::Syntax, String::new(), message.into())
        }
    }

    /// The line as the place of a problem.
    pub(super) fn place(self) -> Place {
        let start = Position {
            line: self.number,
            column: 1,
        };
        Place {
            input: self.input,
            start,
            end: start,
            range: 0..0,
        }
    }

    /// The line of a problem.
    pub(super) fn of(problem: &Problem) -> Option<Self> {
        let place = problem.place.as_ref()?;
        Some(Self {
            input: place.input,
            number: place.start.line,
        })
    }
}
