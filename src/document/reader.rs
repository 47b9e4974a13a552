//! How types are read from JSON. Each type reads itself from a [`Value`], notes its errors in a [`Reading`],
//! and reading goes on.
//!
//! This is written by hand instead of derived with serde for two reasons: it finds every error instead of the
//! first one, and it takes a quarter of the WebAssembly.
//!
//! A reading has a context: what is already known of the rest of the document. A type that does not depend on
//! the rest can be read in every [`Context`].

use super::problem::{Path, Problem, ProblemKind, Severity};
#[cfg(feature = "checks")]
use super::signs;
use super::value::Value;
use super::{MAX_FEW, MAX_ITEMS, MAX_PROBLEMS, MAX_TEXT};

/// What is known of a document while one of its parts is read.
pub(crate) trait Context {
    /// A point to which the context can be rewound.
    fn mark(&self) -> usize {
        0
    }

    /// Forgets what was noted since a mark, because the part that was read is left out.
    fn rewind(&mut self, _mark: usize) {}
}

/// The context of a part that is read on its own: nothing is known.
#[cfg(test)]
impl Context for () {}

/// A type that can be read from JSON.
pub(crate) trait Read<C: Context>: Sized {
    /// Reads a value. If it is invalid, notes the problem and returns `None`.
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self>;
}

/// The state while a document is read.
pub(crate) struct Reading<C> {
    /// The problems found so far.
    pub(crate) problems: Vec<Problem>,
    /// What is known of the rest of the document.
    pub(crate) context: C,
    is_strict: bool,
    /// The number of errors, including those beyond the limit, which are not listed.
    pub(crate) count: usize,
    /// The index of the problem that makes the document unusable.
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

    /// Reads a part without which the document cannot be shown.
    pub(crate) fn or_end<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found = read(self);
        if found.is_none() {
            self.end = self.end.or(self.problems.len().checked_sub(1));
        }
        found
    }

    /// The problem that makes the document unusable. If none was marked as such, the last one ended the
    /// reading.
    pub(crate) fn end(mut self) -> Problem {
        match self.end {
            Some(place) => self.problems.swap_remove(place),
            None => self.problems.pop().unwrap_or_else(|| {
                let message = "the document cannot be read";
                Problem::new(ProblemKind::Type, String::new(), message.into())
            }),
        }
    }

    /// Whether to report also errors that do not stop the widget from showing the document: unknown fields,
    /// empty texts, and so on. It is never true in the browser, so the WebAssembly does not contain that code.
    pub(crate) fn is_strict(&self) -> bool {
        cfg!(feature = "checks") && self.is_strict
    }

    /// Notes a problem. Returns `None`, so that a function can end with the call.
    pub(crate) fn note<T>(
        &mut self,
        kind: ProblemKind,
        path: &Path<'_>,
        message: impl Into<String>,
    ) -> Option<T> {
        self.add(kind, path, message.into());
        None
    }

    /// Notes what is shown but may not be meant. Only a checker reports it, and it is no reason to leave anything out.
    pub(crate) fn warn(&mut self, kind: ProblemKind, path: &Path<'_>, message: impl Into<String>) {
        if self.is_strict() && self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem {
                severity: Severity::Warning,
                ..Problem::new(kind, path.to_string(), message.into())
            });
        }
    }

    /// Reads a value again without noting its problems, because they have been noted before.
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

    // A function of its own, because the generic callers would each contain a copy of it.
    fn add(&mut self, kind: ProblemKind, path: &Path<'_>, message: String) {
        self.list(Problem::new(kind, path.to_string(), message));
    }

    /// Counts a problem, and lists it unless the list is full.
    pub(crate) fn list(&mut self, problem: Problem) {
        self.count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// The value of a result. If it is an error, notes its message.
    pub(crate) fn keep<T>(&mut self, result: Result<T, String>, path: &Path<'_>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(message) => self.note(ProblemKind::Value, path, message),
        }
    }

    /// Notes that a value has the wrong type.
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

    /// Notes an unknown name.
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
        #[cfg(feature = "checks")]
        if let Some(nearest) = self.nearest(name, known) {
            let message = format!("`{name}` is not known here: did you mean `{nearest}`?");
            return self.list(Problem {
                meant: super::nearest::meant(kind, name, known),
                ..Problem::new(kind, path.to_string(), message)
            });
        }
        let mend = match known {
            [] => "leave it out".into(),
            known => format!("use {}", joined(known, ", ", " or ")),
        };
        let message = format!("`{name}` is not known here: {mend}");
        self.add(kind, path, message);
    }

    /// The most similar known name. Only the first problems of a document get one: an author with more problems
    /// needs another remedy, and each search takes time.
    #[cfg(feature = "checks")]
    pub(crate) fn nearest<'a>(&self, name: &str, known: &[&'a str]) -> Option<&'a str> {
        const MOST: usize = 200;
        if self.problems.len() < MOST {
            super::nearest::nearest(name, known)
        } else {
            None
        }
    }

    /// Notes that a text is too long, or contains a forbidden character.
    pub(crate) fn check_text(&mut self, text: &str, path: &Path<'_>) -> Option<()> {
        if text.len() > MAX_TEXT {
            let message = format!("a text of more than {MAX_TEXT} bytes: divide it");
            return self.note(ProblemKind::Limit, path, message);
        }
        #[cfg(feature = "checks")]
        if self.is_strict()
            && let Some(sign) = signs::find(text, signs::is_forbidden)
        {
            let message = format!("the text has {sign}, an invisible character: remove it");
            return self.note(ProblemKind::Value, path, message);
        }
        Some(())
    }

    /// Notes that an address or another text that is not prose contains an invisible character.
    #[cfg(feature = "checks")]
    pub(crate) fn check_code(&mut self, text: &str, path: &Path<'_>) -> Option<()> {
        let is_unseen = |sign: char| sign.is_control() || signs::is_invisible(sign);
        match signs::find(text, is_unseen).filter(|_| self.is_strict()) {
            Some(sign) => {
                let message = format!("`{text}` has {sign}, an invisible character: remove it");
                self.note(ProblemKind::Value, path, message)
            }
            None => Some(()),
        }
    }

    /// Notes that a list has too many items. Every chart goes through such lists.
    pub(crate) fn bound_few(&mut self, value: &Value, path: &Path<'_>) -> Option<()> {
        match value {
            Value::List(items) if items.len() > MAX_FEW => {
                let message = format!("more than {MAX_FEW} items here: leave some out");
                self.note(ProblemKind::Limit, path, message)
            }
            _ => Some(()),
        }
    }

    /// Reads a text.
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

    /// Reads one of a few names, and returns its value.
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

    /// The items of a list, unless there are more than a document may have.
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

    /// The entry of an object whose key is its kind.
    ///
    /// Other keys are no error in the browser, because they may come from a newer version of the format.
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

    /// Notes the unknown fields.
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

/// Whether a field is a comment of the author, which every object may have.
fn is_remark(key: &str) -> bool {
    key == "$comment"
}

/// The message for a value of the wrong type.
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

/// A text as messages quote it. Long texts are not quoted.
fn quoted(text: &str) -> String {
    match text.len() {
        0..=60 => format!("the text `{text}`"),
        _ => "a long text".into(),
    }
}

/// Joins texts with a separator. The last text has a separator of its own.
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
