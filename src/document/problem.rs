//! The errors, warnings and remarks about a document, each with its place. Everything from the reader to the
//! command uses this one type.

use std::fmt;
use std::ops::Range;

/// One error, warning or remark about a document, or about a text that is converted to a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON path of the invalid value, for example `body[3].paragraph[1].link.href`. It is empty for the
    /// document as a whole. A key with special characters stands in quotes: `charts[0]["a key"]`.
    pub path: String,
    /// The kind, for tools.
    pub kind: ProblemKind,
    /// How severe the problem is.
    pub severity: Severity,
    /// What was found, and how to fix it.
    pub message: String,
    /// The place in the text; `None` if only the values of the document are known, not its text.
    pub place: Option<Place>,
    /// The name that is meant where another one stands; `None` where there is any doubt.
    // In a box, because problems are returned as errors, which should be small.
    #[cfg(feature = "checks")]
    pub meant: Option<Box<MeantName>>,
}

impl Problem {
    /// An error at a JSON path, without a place in a text. In native builds the path and the message show
    /// invisible characters as escapes.
    #[must_use]
    pub fn new(kind: ProblemKind, path: String, message: String) -> Self {
        #[cfg(feature = "checks")]
        let (path, message) = (super::signs::visible(path), super::signs::visible(message));
        Self {
            path,
            kind,
            severity: Severity::Error,
            message,
            place: None,
            #[cfg(feature = "checks")]
            meant: None,
        }
    }

    /// Whether it is an error: no warning and no remark.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The name that is meant where another one stands. If the kind of the problem is [`Unknown`](ProblemKind::Unknown) it is
/// that of the field, otherwise it is the value.
#[cfg(feature = "checks")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeantName(pub String);

/// How severe a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Severity {
    /// Something is left out, or does not mean what it should.
    Error,
    /// The value is shown, but may not be what the author meant.
    Warning,
    /// Nothing is wrong, but the author should know about it.
    Remark,
}

/// A range of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text that the range is in.
    pub input: Input,
    /// The start of the range. The column is 1 if only the line is known.
    pub start: Position,
    /// The end of the range: the position after its last character.
    pub end: Position,
    /// The range in bytes; empty if only the line is known.
    pub range: Range<usize>,
}

/// A text that documents are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The document itself, or the text of its article.
    Article,
    /// A table of commitments.
    Commitments,
    /// A table of teasers.
    Teasers,
}

/// A position in a text, counted as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1. A byte order mark is not counted.
    pub column: usize,
}

/// The kind of a problem, for tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum ProblemKind {
    /// The text is not JSON.
    Syntax,
    /// A value has the wrong type, for example a text where a list is expected.
    Type,
    /// A required field is missing. The path is that of the object.
    Missing,
    /// The format does not know a field or a kind. The path is that of the field. Its name is the error, not
    /// its value.
    Unknown,
    /// A name, an id or a field occurs twice.
    Duplicate,
    /// A value has the right type but is invalid.
    Value,
    /// An id refers to nothing.
    Reference,
    /// The document exceeds a limit of the format.
    Limit,
    /// Words state another figure than the data.
    Claim,
    /// Something is defined but never used.
    Unused,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// A path in a document. It is kept on the stack while the document is traversed.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    pub(crate) fn key<'a>(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path::Index(self, index)
    }

    /// Whether this path goes through a field of this name.
    pub(crate) fn is_under(&self, key: &str) -> bool {
        match self {
            Path::Root => false,
            Path::Key(parent, name) => *name == key || parent.is_under(key),
            Path::Index(parent, _) => parent.is_under(key),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            // Left out of the WebAssembly: the browser rarely reports unknown keys.
            #[cfg(feature = "checks")]
            Path::Key(parent, key) if !is_plain(key) => write!(f, "{parent}[{key:?}]"),
            Path::Key(Path::Root, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// Whether a key can be part of a path without quotes.
#[cfg(feature = "checks")]
fn is_plain(key: &str) -> bool {
    let is_plain = |mark: char| mark.is_alphanumeric() || matches!(mark, '-' | '_' | '$');
    !key.is_empty() && key.chars().all(is_plain)
}
