//! Why an article could not be shown.

use std::fmt;

/// A failure, with a code for programs and words for people.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failure {
    pub(super) code: Code,
    /// What happened and what would mend it, for whoever put the widget into the page.
    pub(super) message: String,
}

/// A stable name for what went wrong; part of the public interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// The element has no `src`.
    NoSource,
    /// No answer came from the server.
    Network,
    /// The server answered with an error.
    Http,
    /// The answer is not a document.
    Document,
}

impl Code {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::NoSource => "no-source",
            Self::Network => "network",
            Self::Http => "http",
            Self::Document => "document",
        }
    }

    /// Whether another try may end better.
    pub(super) fn may_pass(self) -> bool {
        matches!(self, Self::Network | Self::Http)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
