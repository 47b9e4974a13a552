//! How the model is read from JSON: every type reads itself from a [`Value`], notes what is wrong
//! in a [`Reading`], and goes on.
//!
//! Written by hand instead of derived with serde: it finds every mistake instead of the first, and
//! costs a reader a quarter of the WebAssembly.

use super::id::Id;
use super::scope::Scope;
#[cfg(not(target_arch = "wasm32"))]
use super::{claim, datum::Datum, inline::Inlines};
use crate::document::{MAX_FEW, MAX_ITEMS, MAX_PROBLEMS, MAX_TEXT, Value};
use crate::format;
use crate::problem::{Kind, Path, Problem};

/// A type that can be read from JSON.
pub(super) trait Read: Sized {
    /// Reads a value; `None` where it is wrong, which has then been noted.
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading) -> Option<Self>;
}

/// A document while it is read.
pub(super) struct Reading {
    /// What is wrong so far.
    pub(super) problems: Vec<Problem>,
    /// What the text can refer to.
    pub(super) scope: Scope,
    is_strict: bool,
    /// How many problems there are, with those that are not listed any more.
    pub(super) count: usize,
    /// The place among the problems of the one for which there is nothing to show.
    end: Option<usize>,
    /// What the text states in words of its own, until the sentence around it is known.
    #[cfg(not(target_arch = "wasm32"))]
    claims: super::claim::Claims,
}

impl Reading {
    pub(super) fn new(is_strict: bool) -> Self {
        Self {
            problems: Vec::new(),
            scope: Scope::default(),
            is_strict,
            count: 0,
            end: None,
            #[cfg(not(target_arch = "wasm32"))]
            claims: super::claim::Claims::default(),
        }
    }

    /// Reads what there is nothing to show without.
    pub(super) fn or_end<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found = read(self);
        if found.is_none() {
            self.end = self.end.or(self.problems.len().checked_sub(1));
        }
        found
    }

    /// The problem for which there is nothing to show: the last one, where it ended the reading.
    pub(super) fn end(mut self) -> Problem {
        match self.end {
            Some(place) => self.problems.swap_remove(place),
            None => self.problems.pop().unwrap_or_else(|| Problem {
                path: String::new(),
                kind: Kind::Type,
                message: "the document cannot be read".into(),
            }),
        }
    }

    /// A text begins, or a part of one with a mark.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn open_text(&mut self) {
        self.claims.open();
    }

    /// It ends.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn close_text(&mut self, text: Option<&Inlines>) {
        for problem in self.claims.close(text) {
            self.list(problem);
        }
    }

    /// The text states a figure in words of its own; `path` leads to them.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn claim(&mut self, datum: &Datum, path: &Path<'_>) {
        if self.scope.has_language
            && let (Some(text), Some(quantity)) = (&datum.text, datum.quantity(&self.scope))
        {
            let problem = claim::check(text, &quantity, self.scope.locale);
            self.claims.add(text, problem.err(), path);
        }
    }

    /// Whether to name also what a reader can do without: unknown fields, empty texts, and so on.
    /// Never in the browser, whose WebAssembly so goes without the code for it.
    pub(super) fn is_strict(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.is_strict
    }

    /// Notes a problem. `None`, so that it can be what a reading ends with.
    pub(super) fn note<T>(
        &mut self,
        kind: Kind,
        path: &Path<'_>,
        message: impl Into<String>,
    ) -> Option<T> {
        self.list(Problem {
            path: path.to_string(),
            kind,
            message: message.into(),
        });
        None
    }

    /// Counts a problem, and lists it where there are not too many yet.
    fn list(&mut self, problem: Problem) {
        self.count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Takes the value of a result, or notes its message.
    pub(super) fn keep<T>(&mut self, result: Result<T, String>, path: &Path<'_>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(message) => self.note(Kind::Value, path, message),
        }
    }

    /// Notes that a value is of another type.
    pub(super) fn unexpected<T>(
        &mut self,
        value: &Value,
        expected: &str,
        path: &Path<'_>,
    ) -> Option<T> {
        let found = match value {
            Value::Null => "null",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Integer(_) => "a number",
            Value::Inexact => "a number with a fraction",
            Value::Text(text) => {
                let message = format!("found {}, expected {expected}", quoted(text));
                return self.note(Kind::Type, path, message);
            }
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        };
        let message = format!("found {found}, expected {expected}");
        self.note(Kind::Type, path, message)
    }

    /// Notes a name that is none of those that are known.
    pub(super) fn unknown<T>(
        &mut self,
        kind: Kind,
        name: &str,
        known: &[&str],
        path: &Path<'_>,
    ) -> Option<T> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(nearest) = self.nearest(name, known) {
            let message = format!("`{name}` is not known here: did you mean `{nearest}`?");
            return self.note(kind, path, message);
        }
        let mend = match known {
            [] => "leave it out".into(),
            known => format!("use {}", format::joined(known, ", ", " or ")),
        };
        self.note(kind, path, format!("`{name}` is not known here: {mend}"))
    }

    /// The known name that is nearest, for the first problems of a document: whoever has more needs
    /// another remedy, and each search takes its time.
    #[cfg(not(target_arch = "wasm32"))]
    fn nearest<'a>(&self, name: &str, known: &[&'a str]) -> Option<&'a str> {
        const MOST: usize = 200;
        if self.problems.len() < MOST {
            super::nearest::nearest(name, known)
        } else {
            None
        }
    }

    /// Notes what is only the consequence of a problem that has been noted: whoever mends that one
    /// need not hear of it, whoever misses something in the browser does.
    pub(super) fn follows<T>(&mut self, path: &Path<'_>, message: &str) -> Option<T> {
        if self.is_strict() {
            None
        } else {
            self.note(Kind::Reference, path, message)
        }
    }

    /// Notes an id that leads nowhere.
    pub(super) fn leads_nowhere<T>(&mut self, what: &str, id: &str, path: &Path<'_>) -> Option<T> {
        if self.scope.wrong.iter().any(|wrong| wrong == id) {
            return self.follows(path, "what it refers to is wrong");
        }
        let message = format!("there is no {what} with the id `{id}`");
        #[cfg(not(target_arch = "wasm32"))]
        {
            let ids: Vec<&str> = self.scope.ids.iter().map(|id| &**id).collect();
            if let Some(nearest) = self.nearest(id, &ids) {
                let message = format!("{message}: did you mean `{nearest}`?");
                return self.note(Kind::Reference, path, message);
            }
        }
        self.note(Kind::Reference, path, message)
    }

    /// Takes an id, which must not be taken yet.
    pub(super) fn take_id(&mut self, id: &Id, path: &Path<'_>) -> Option<()> {
        if self.scope.ids.contains(id) {
            let message = format!("the id `{id}` is taken: give each its own");
            return self.note(Kind::Duplicate, &path.key("id"), message);
        }
        self.scope.ids.push(id.clone());
        Some(())
    }

    /// Reads the items of a list that carry ids. What is wrong is left out, and its id remembered.
    pub(super) fn identified<T: Read>(
        &mut self,
        value: Option<&Value>,
        path: &Path<'_>,
        id: fn(&T) -> &Id,
    ) -> Vec<T> {
        let items = value.and_then(|value| self.items(value, "a list", path));
        let mut read = Vec::new();
        for (index, item) in items.into_iter().flatten().enumerate() {
            let path = path.index(index);
            let found =
                T::read(item, &path, self).filter(|found| self.take_id(id(found), &path).is_some());
            match (found, item) {
                (Some(found), _) => read.push(found),
                (None, Value::Object(entries)) => {
                    let id = entries.iter().find(|(key, _)| key == "id");
                    if let Some((_, Value::Text(id))) = id {
                        self.scope.wrong.push(id.clone());
                    }
                }
                _ => {}
            }
        }
        read
    }

    /// Notes that a text is longer than those of a document may be.
    pub(super) fn bound(&mut self, text: &str, path: &Path<'_>) -> Option<()> {
        if text.len() > MAX_TEXT {
            let message = format!("a text of more than {MAX_TEXT} bytes: divide it");
            return self.note(Kind::Limit, path, message);
        }
        Some(())
    }

    /// Notes that a list has more items than every chart can look at.
    pub(super) fn bound_few(&mut self, value: &Value, path: &Path<'_>) -> Option<()> {
        match value {
            Value::List(items) if items.len() > MAX_FEW => {
                let message = format!("more than {MAX_FEW} items here: leave some out");
                self.note(Kind::Limit, path, message)
            }
            _ => Some(()),
        }
    }

    /// The text of a value.
    pub(super) fn text<'v>(&mut self, value: &'v Value, path: &Path<'_>) -> Option<&'v str> {
        let Value::Text(text) = value else {
            return self.unexpected(value, "a text", path);
        };
        self.bound(text, path)?;
        if self.is_strict() && text.trim().is_empty() {
            let message = "an empty text: write something, or leave it out";
            self.note(Kind::Value, path, message)
        } else {
            Some(text)
        }
    }

    /// The value behind one of a few names.
    pub(super) fn named<T: Copy>(
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
        self.unknown(Kind::Value, name, &known, path)
    }

    /// The items of a list, as many as a document may have.
    pub(super) fn items<'v>(
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
            return self.note(Kind::Limit, path, message);
        }
        Some(items)
    }

    /// The one entry of an object whose key is its kind.
    ///
    /// Other keys may come from a newer version of the format.
    pub(super) fn kind<'v>(
        &mut self,
        value: &'v Value,
        expected: &str,
        kinds: &'static [&'static str],
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
                return self.note(Kind::Unknown, &path.key(second), message);
            }
            self.check_fields(entries, kinds, path);
            return Some((kind, content));
        }
        match entries.iter().find(|(key, _)| !is_remark(key)) {
            Some((key, _)) => self.unknown(Kind::Unknown, key, kinds, &path.key(key)),
            None => self.note(Kind::Missing, path, "the object is empty: give it a kind"),
        }
    }

    /// Names the fields that are not known.
    fn check_fields(&mut self, entries: &[(String, Value)], known: &[&str], path: &Path<'_>) {
        if !self.is_strict() {
            return;
        }
        for (key, _) in entries {
            if !known.contains(&key.as_str()) && !is_remark(key) {
                self.unknown::<()>(Kind::Unknown, key, known, &path.key(key));
            }
        }
    }
}

/// Whether a field is a remark of whoever writes the document; every object may have them.
fn is_remark(key: &str) -> bool {
    key == "$comment"
}

/// A text in a message, where it is short enough to help.
fn quoted(text: &str) -> String {
    match text.len() {
        0..=60 => format!("the text `{text}`"),
        _ => "a long text".into(),
    }
}

/// The fields of an object.
pub(super) struct Fields<'a> {
    entries: &'a [(String, Value)],
    path: &'a Path<'a>,
}

impl<'a> Fields<'a> {
    /// Opens an object, of which these are all fields.
    pub(super) fn of(
        value: &'a Value,
        path: &'a Path<'a>,
        expected: &str,
        known: &[&str],
        reading: &mut Reading,
    ) -> Option<Self> {
        let Value::Object(entries) = value else {
            return reading.unexpected(value, expected, path);
        };
        reading.check_fields(entries, known, path);
        Some(Self { entries, path })
    }

    /// The value of a field; one that is null counts as absent.
    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        let entry = self.entries.iter().find(|(name, _)| name == key);
        entry
            .map(|(_, value)| value)
            .filter(|value| **value != Value::Null)
    }

    /// A field that must be there.
    pub(super) fn required<T: Read>(&self, key: &str, reading: &mut Reading) -> Option<T> {
        if let Some(value) = self.get(key) {
            return T::read(value, &self.path.key(key), reading);
        }
        let message = format!("the field `{key}` is missing");
        reading.note(Kind::Missing, self.path, message)
    }

    /// A field that may be absent, but not wrong: whatever it belongs to would then say something
    /// else.
    #[expect(clippy::option_option, reason = "wrong, absent, and there")]
    pub(super) fn optional<T: Read>(&self, key: &str, reading: &mut Reading) -> Option<Option<T>> {
        match self.get(key) {
            Some(value) => T::read(value, &self.path.key(key), reading).map(Some),
            None => Some(None),
        }
    }

    /// A field without which the rest makes sense.
    #[expect(
        clippy::option_option,
        clippy::unnecessary_wraps,
        reason = "so that it stands beside the others"
    )]
    pub(super) fn lenient<T: Read>(&self, key: &str, reading: &mut Reading) -> Option<Option<T>> {
        let value = self.get(key);
        Some(value.and_then(|value| T::read(value, &self.path.key(key), reading)))
    }

    /// A field with a value of its own for where it is absent.
    pub(super) fn or_default<T: Read + Default>(
        &self,
        key: &str,
        reading: &mut Reading,
    ) -> Option<T> {
        self.optional(key, reading).map(Option::unwrap_or_default)
    }

    /// A field that is empty where it is absent or wrong.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "so that it stands beside the others"
    )]
    pub(super) fn lenient_or_default<T: Read + Default>(
        &self,
        key: &str,
        reading: &mut Reading,
    ) -> Option<T> {
        let value = self.get(key);
        let read = value.and_then(|value| T::read(value, &self.path.key(key), reading));
        Some(read.unwrap_or_default())
    }

    /// A list of what is compared: empty where it is absent, and wrong where an item of it is.
    pub(super) fn whole<T: Read>(&self, key: &str, reading: &mut Reading) -> Option<Vec<T>> {
        let Some(value) = self.get(key) else {
            return Some(Vec::new());
        };
        let before = reading.count;
        reading.bound_few(value, &self.path.key(key))?;
        let items = Vec::read(value, &self.path.key(key), reading)?;
        (reading.count == before).then_some(items)
    }
}

/// Says how an object is read: the fields of the type, each with how it may be absent (see
/// [`Fields`]) and its name in JSON.
macro_rules! object {
    ($type:ident, $expected:literal, $($field:ident: $how:ident $key:literal),+ $(,)?) => {
        impl $crate::model::reading::Read for $type {
            fn read(
                value: &$crate::document::Value,
                path: &$crate::problem::Path<'_>,
                reading: &mut $crate::model::reading::Reading,
            ) -> Option<Self> {
                let fields = $crate::model::reading::Fields::of(
                    value, path, $expected, &[$($key),+], reading,
                )?;
                // All are read before the first that is wrong ends it: every mistake is noted.
                $(let $field = fields.$how($key, reading);)+
                Some(Self { $($field: $field?),+ })
            }
        }
    };
}
pub(super) use object;

impl Read for String {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading) -> Option<Self> {
        reading.text(value, path).map(Into::into)
    }
}

impl Read for bool {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading) -> Option<Self> {
        match value {
            Value::Bool(value) => Some(*value),
            _ => reading.unexpected(value, "true or false", path),
        }
    }
}

/// What is wrong is left out.
impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading) -> Option<Self> {
        let items = reading.items(value, "a list", path)?;
        let mut read = Self::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let referred = reading.scope.referred.len();
            let found = T::read(item, &path.index(index), reading);
            if found.is_none() {
                // What is left out refers to no footnote, though it has been read.
                reading.scope.referred.truncate(referred);
            }
            read.extend(found);
        }
        Some(read)
    }
}

/// A whole number within bounds.
pub(super) fn whole_number(
    value: &Value,
    bounds: std::ops::RangeInclusive<u32>,
    path: &Path<'_>,
    reading: &mut Reading,
) -> Option<u32> {
    if let Value::Integer(number) = value
        && let Ok(number) = u32::try_from(*number)
        && bounds.contains(&number)
    {
        return Some(number);
    }
    let expected = format!("a whole number from {} to {}", bounds.start(), bounds.end());
    match value {
        Value::Integer(number) => {
            let message = format!("found {number}, expected {expected}");
            reading.note(Kind::Value, path, message)
        }
        _ => reading.unexpected(value, &expected, path),
    }
}
