//! How types are read from JSON: each reads itself from a [`Value`], notes what is wrong in a
//! [`Reading`], and goes on.
//!
//! Written by hand instead of derived with serde: it finds every mistake instead of the first, and
//! costs a reader a quarter of the WebAssembly.
//!
//! A reading has a context, which is what is known of the rest of the document. A type that needs
//! nothing of it reads itself in every [`Context`].

use super::problem::{Path, Problem, ProblemKind};
#[cfg(not(target_arch = "wasm32"))]
use super::signs;
use super::value::Value;
use super::{MAX_FEW, MAX_ITEMS, MAX_PROBLEMS, MAX_TEXT};

/// What is known of a document while a part of it is read.
pub(crate) trait Context {
    /// A point to which it can go back.
    fn mark(&self) -> usize {
        0
    }

    /// Forgets what was noted since a point: the part that was read is left out.
    fn rewind(&mut self, _mark: usize) {}
}

/// Nothing is known, as of a part by itself.
#[cfg(test)]
impl Context for () {}

/// A type that can be read from JSON.
pub(crate) trait Read<C: Context>: Sized {
    /// Reads a value; `None` where it is wrong, which has then been noted.
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self>;
}

/// A document while it is read.
pub(crate) struct Reading<C> {
    /// What is wrong so far.
    pub(crate) problems: Vec<Problem>,
    /// What is known of the rest of the document.
    pub(crate) context: C,
    is_strict: bool,
    /// How many problems there are, with those that are not listed any more.
    pub(crate) count: usize,
    /// The place among the problems of the one for which there is nothing to show.
    end: Option<usize>,
}

impl<C: Context> Reading<C> {
    pub(crate) fn new(context: C, is_strict: bool) -> Self {
        Self {
            problems: Vec::new(),
            context,
            is_strict,
            count: 0,
            end: None,
        }
    }

    /// Reads what there is nothing to show without.
    pub(crate) fn or_end<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found = read(self);
        if found.is_none() {
            self.end = self.end.or(self.problems.len().checked_sub(1));
        }
        found
    }

    /// The problem for which there is nothing to show: the last one, where it ended the reading.
    pub(crate) fn end(mut self) -> Problem {
        match self.end {
            Some(place) => self.problems.swap_remove(place),
            None => self.problems.pop().unwrap_or_else(|| {
                let message = "the document cannot be read";
                Problem::new(ProblemKind::Type, String::new(), message.into())
            }),
        }
    }

    /// Whether to name also what a reader can do without: unknown fields, empty texts, and so on.
    /// Never in the browser, whose WebAssembly so goes without the code for it.
    pub(crate) fn is_strict(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.is_strict
    }

    /// Notes a problem. `None`, so that it can be what a reading ends with.
    pub(crate) fn note<T>(
        &mut self,
        kind: ProblemKind,
        path: &Path<'_>,
        message: impl Into<String>,
    ) -> Option<T> {
        self.add(kind, path, message.into());
        None
    }

    /// Reads once more what has been read before: its problems have been noted.
    pub(crate) fn silently<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let (count, listed) = (self.count, self.problems.len());
        let found = read(self);
        self.problems.truncate(listed);
        self.count = count;
        found
    }

    fn add_missing(&mut self, key: &str, path: &Path<'_>) {
        let message = format!("the field `{key}` is missing");
        self.add(ProblemKind::Missing, path, message);
    }

    // Apart, so that it is compiled once and not for each type that may end with it.
    fn add(&mut self, kind: ProblemKind, path: &Path<'_>, message: String) {
        self.list(Problem::new(kind, path.to_string(), message));
    }

    /// Counts a problem, and lists it where there are not too many yet.
    pub(crate) fn list(&mut self, problem: Problem) {
        self.count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Takes the value of a result, or notes its message.
    pub(crate) fn keep<T>(&mut self, result: Result<T, String>, path: &Path<'_>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(message) => self.note(ProblemKind::Value, path, message),
        }
    }

    /// Notes that a value is of another type.
    pub(crate) fn unexpected<T>(
        &mut self,
        value: &Value,
        expected: &str,
        path: &Path<'_>,
    ) -> Option<T> {
        self.note(ProblemKind::Type, path, unexpected(value, expected))
    }

    /// Notes that an object lacks a field.
    pub(crate) fn missing<T>(&mut self, key: &str, path: &Path<'_>) -> Option<T> {
        self.add_missing(key, path);
        None
    }

    /// Notes a name that is none of those that are known.
    pub(crate) fn unknown<T>(
        &mut self,
        kind: ProblemKind,
        name: &str,
        known: &[&str],
        path: &Path<'_>,
    ) -> Option<T> {
        self.add_unknown(kind, name, known, path);
        None
    }

    fn add_unknown(&mut self, kind: ProblemKind, name: &str, known: &[&str], path: &Path<'_>) {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(nearest) = self.nearest(name, known) {
            let message = format!("`{name}` is not known here: did you mean `{nearest}`?");
            return self.add(kind, path, message);
        }
        let mend = match known {
            [] => "leave it out".into(),
            known => format!("use {}", joined(known, ", ", " or ")),
        };
        let message = format!("`{name}` is not known here: {mend}");
        self.add(kind, path, message);
    }

    /// The known name that is nearest, for the first problems of a document: an author with more needs
    /// another remedy, and each search takes its time.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn nearest<'a>(&self, name: &str, known: &[&'a str]) -> Option<&'a str> {
        const MOST: usize = 200;
        if self.problems.len() < MOST {
            super::nearest::nearest(name, known)
        } else {
            None
        }
    }

    /// Notes that a text is longer than those of a document may be, or has characters that no text has.
    pub(crate) fn check_text(&mut self, text: &str, path: &Path<'_>) -> Option<()> {
        if text.len() > MAX_TEXT {
            let message = format!("a text of more than {MAX_TEXT} bytes: divide it");
            return self.note(ProblemKind::Limit, path, message);
        }
        #[cfg(not(target_arch = "wasm32"))]
        if self.is_strict()
            && let Some(sign) = signs::find(text, signs::is_forbidden)
        {
            let message = format!("the text has {sign}, a character that nobody sees: remove it");
            return self.note(ProblemKind::Value, path, message);
        }
        Some(())
    }

    /// The same for an address or another text that is no prose, which has no characters without a width.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn check_code(&mut self, text: &str, path: &Path<'_>) -> Option<()> {
        let is_unseen = |sign: char| sign.is_control() || signs::is_invisible(sign);
        match signs::find(text, is_unseen).filter(|_| self.is_strict()) {
            Some(sign) => {
                let message =
                    format!("`{text}` has {sign}, a character that nobody sees: remove it");
                self.note(ProblemKind::Value, path, message)
            }
            None => Some(()),
        }
    }

    /// Notes that a list has more items than every chart can look at.
    pub(crate) fn bound_few(&mut self, value: &Value, path: &Path<'_>) -> Option<()> {
        match value {
            Value::List(items) if items.len() > MAX_FEW => {
                let message = format!("more than {MAX_FEW} items here: leave some out");
                self.note(ProblemKind::Limit, path, message)
            }
            _ => Some(()),
        }
    }

    /// The text of a value.
    pub(crate) fn text<'v>(&mut self, value: &'v Value, path: &Path<'_>) -> Option<&'v str> {
        let Value::Text(text) = value else {
            return self.unexpected(value, "a text", path);
        };
        self.check_text(text, path)?;
        if self.is_strict() && text.trim().is_empty() {
            let message = "an empty text: write something, or leave it out";
            self.note(ProblemKind::Value, path, message)
        } else {
            Some(text)
        }
    }

    /// The value behind one of a few names.
    pub(crate) fn named<T: Copy>(
        &mut self,
        value: &Value,
        names: &[(&str, T)],
        path: &Path<'_>,
    ) -> Option<T> {
        let name = self.text(value, path)?;
        if let Some((_, found)) = names.iter().find(|(known, _)| *known == name) {
            return Some(*found);
        }
        let known: Vec<&str> = names.iter().map(|(known, _)| *known).collect();
        self.unknown(ProblemKind::Value, name, &known, path)
    }

    /// The items of a list, as many as a document may have.
    pub(crate) fn items<'v>(
        &mut self,
        value: &'v Value,
        expected: &str,
        path: &Path<'_>,
    ) -> Option<&'v [Value]> {
        let Value::List(items) = value else {
            return self.unexpected(value, expected, path);
        };
        if items.len() > MAX_ITEMS {
            let message = format!("more than {MAX_ITEMS} items in a list: divide it");
            return self.note(ProblemKind::Limit, path, message);
        }
        Some(items)
    }

    /// The one entry of an object whose key is its kind.
    ///
    /// Other keys may come from a newer version of the format.
    pub(crate) fn kind<'v>(
        &mut self,
        value: &'v Value,
        expected: &str,
        kinds: &[&str],
        path: &Path<'_>,
    ) -> Option<(&'v str, &'v Value)> {
        let Value::Object(entries) = value else {
            return self.unexpected(value, expected, path);
        };
        let is_known = |(key, _): &&(String, Value)| kinds.contains(&key.as_str());
        let mut known = entries.iter().filter(is_known);
        if let Some((kind, content)) = known.next() {
            if let Some((second, _)) = known.next() {
                let message = format!(
                    "a second kind, `{second}`, in one object: give it an object of its own"
                );
                return self.note(ProblemKind::Unknown, &path.key(second), message);
            }
            self.check_fields(entries, kinds, path);
            return Some((kind, content));
        }
        match entries.iter().find(|(key, _)| !is_remark(key)) {
            Some((key, _)) => self.unknown(ProblemKind::Unknown, key, kinds, &path.key(key)),
            None => self.note(
                ProblemKind::Missing,
                path,
                "the object is empty: give it a kind",
            ),
        }
    }

    /// Names the fields that are not known.
    pub(super) fn check_fields(
        &mut self,
        entries: &[(String, Value)],
        known: &[&str],
        path: &Path<'_>,
    ) {
        if !self.is_strict() {
            return;
        }
        for (key, _) in entries {
            let is_address_of_schema = key == "$schema" && matches!(path, Path::Root);
            if !known.contains(&key.as_str()) && !is_remark(key) && !is_address_of_schema {
                self.unknown::<()>(ProblemKind::Unknown, key, known, &path.key(key));
            }
        }
    }
}

/// Whether a field is a remark of the author; every object may have them.
fn is_remark(key: &str) -> bool {
    key == "$comment"
}

/// What is said of a value of another type.
fn unexpected(value: &Value, expected: &str) -> String {
    let found = match value {
        Value::Null => "null",
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Integer(_) => "a number",
        Value::Inexact => "a number with a fraction",
        Value::Text(text) => return format!("found {}, expected {expected}", quoted(text)),
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
    };
    format!("found {found}, expected {expected}")
}

/// A text in a message, where it is short enough to help.
fn quoted(text: &str) -> String {
    match text.len() {
        0..=60 => format!("the text `{text}`"),
        _ => "a long text".into(),
    }
}

/// Texts in a row, the last one after a separator of its own.
#[must_use]
pub fn joined<T: AsRef<str>>(items: &[T], separator: &str, last: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index + 1 == items.len() => last,
            _ => separator,
        });
        text.push_str(item.as_ref());
    }
    text
}
