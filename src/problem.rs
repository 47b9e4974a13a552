//! What is wrong with a document, and where.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

use std::fmt;

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON path of the value at fault, for example `body[3].paragraph[1].link.href`; empty
    /// for the document as a whole.
    pub path: String,
    /// What was found and what would mend it.
    pub message: String,
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

    /// A problem at this place.
    pub(crate) fn problem(&self, message: impl Into<String>) -> Problem {
        Problem {
            path: self.to_string(),
            message: message.into(),
        }
    }

    /// A problem that was found below this place and whose path starts here.
    pub(crate) fn adopt(&self, problem: &Problem) -> Problem {
        let dot = match problem.path.as_bytes().first() {
            None | Some(b'[') => "",
            Some(_) => ".",
        };
        Problem {
            path: format!("{self}{dot}{}", problem.path),
            message: problem.message.clone(),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(Path::Root, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
