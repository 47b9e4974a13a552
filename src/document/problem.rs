//! What is wrong with a document, and where: the one type for it, from the reader to the command.

use std::fmt;
use std::ops::Range;

/// One thing that is wrong with a document, or with a text that is to become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON path of the value at fault, for example `body[3].paragraph[1].link.href`; empty
    /// for the document as a whole. A key that is no plain word stands in quotes, as in
    /// `charts[0]["a key"]`.
    pub path: String,
    /// Of what kind it is.
    pub kind: ProblemKind,
    /// How much it matters.
    pub severity: Severity,
    /// What was found and what would mend it.
    pub message: String,
    /// Where in a text it is; `None` where only the values of a document are known.
    pub place: Option<Place>,
}

impl Problem {
    /// An error at a JSON path, without a place in a text. Natively its message shows characters that nobody
    /// sees as escapes.
    #[must_use]
    pub fn new(kind: ProblemKind, path: String, message: String) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let (path, message) = (super::signs::visible(path), super::signs::visible(message));
        Self {
            path,
            kind,
            severity: Severity::Error,
            message,
            place: None,
        }
    }
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Severity {
    /// Something is left out, or says something else than it should.
    Error,
    /// It is shown, and may not be what was meant.
    Warning,
    /// It is fine, and worth knowing.
    Remark,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub input: Input,
    /// Where the part begins. Its column is 1 where only the line is known.
    pub start: Position,
    /// Where the text goes on after it.
    pub end: Position,
    /// The part in bytes; empty where only the line is known.
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

/// A position in a text, as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1. A byte order mark is none.
    pub column: usize,
}

/// Of what kind a problem is, for tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum ProblemKind {
    /// The text is not JSON.
    Syntax,
    /// A value of another type: a text where a list belongs.
    Type,
    /// A field that must be there and is not. The path leads to the object that lacks it.
    Missing,
    /// A field or a kind that the format does not know. The path leads to the field, whose name is
    /// at fault, not its value.
    Unknown,
    /// The same name, id or field twice.
    Duplicate,
    /// A value of the right type that makes no sense.
    Value,
    /// An id that leads nowhere.
    Reference,
    /// More than the format allows.
    Limit,
    /// Words that state another figure than the data.
    Claim,
    /// Something that is defined and never used.
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

/// A place in a document, kept on the stack while the document is walked.
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

    /// Whether this place is below the value of such a key.
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
            // A browser, which names few keys that it does not know, goes without this code.
            #[cfg(not(target_arch = "wasm32"))]
            Path::Key(parent, key) if !is_plain(key) => write!(f, "{parent}[{key:?}]"),
            Path::Key(Path::Root, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// Whether a key can stand in a path without quotes.
#[cfg(not(target_arch = "wasm32"))]
fn is_plain(key: &str) -> bool {
    let is_plain = |mark: char| mark.is_alphanumeric() || matches!(mark, '-' | '_' | '$');
    !key.is_empty() && key.chars().all(is_plain)
}
