//! What is wrong with a text that is to become a document, and where.

use std::fmt;

/// One of the texts that an import reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The text of the article.
    Article,
    /// The table of commitments.
    Commitments,
    /// The table of teasers.
    Teasers,
}

/// What is wrong with a text that is to become a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The text that it stands in.
    pub source: Source,
    /// The line in it, from 1.
    pub line: usize,
    /// The JSON path, where the text says what a document may not.
    pub path: Option<String>,
    /// What was found and what would mend it.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)?;
        match &self.path {
            Some(path) if !path.is_empty() => write!(f, " (at `{path}`)"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Mistake {}

impl Mistake {
    pub(super) fn place(&self) -> Place {
        Place {
            source: self.source,
            line: self.line,
        }
    }
}

/// A place in one of the texts that an import reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The text.
    pub(super) source: Source,
    /// The line in it, from 1.
    pub(super) line: usize,
}

impl Place {
    /// The place that is so many lines further down.
    pub(super) fn down(self, lines: usize) -> Self {
        Self {
            line: self.line + lines,
            ..self
        }
    }

    /// What is wrong there.
    pub(super) fn mistake(self, message: impl Into<String>) -> Mistake {
        Mistake {
            source: self.source,
            line: self.line,
            path: None,
            message: message.into(),
        }
    }
}
