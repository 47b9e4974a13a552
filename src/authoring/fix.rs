//! Mends the JSON text of a document where there is no doubt what is meant. Only the names at fault change; spaces, line
//! breaks and the order of fields stay.

use super::json_text::{FieldRange, JsonText, push_key};
use crate::document::{Path, Problem, ProblemKind, VERSION, Value};
use crate::model::Article;
use crate::prerender::Story;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The text of a document that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedText {
    /// The text. It is the given one if there is nothing to mend.
    pub text: String,
    /// What was changed, in the order of the text.
    pub changes: Vec<TextChange>,
}

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The line of the new text, from 1.
    pub line: usize,
    /// What was changed.
    pub message: String,
}

/// Mends what can be mended without a doubt: names of fields and kinds of blocks with a typing error, codes and names in
/// wrong capitals, and an absent `version`. Mended again, the text stays as it is.
///
/// A field is renamed if exactly one known name is near, the object does not have it yet, and its value is of the right
/// type. A text that is not JSON, or JSON for another program (see [`Story::is_foreign`]), stays as it is.
///
/// ```
/// let text = r#"{ "language": "en", "hedline": "A", "body": [] }"#;
/// let mended = article_widget::authoring::mend(text);
/// assert_eq!(mended.text, r#"{ "version": 1, "language": "en", "headline": "A", "body": [] }"#);
/// assert_eq!(mended.changes[1].message, "`hedline` is now `headline`");
/// ```
#[must_use]
pub fn mend(text: &str) -> MendedText {
    let mut mended = MendedText {
        text: text.into(),
        changes: Vec::new(),
    };
    // A field that gets its name is read, and what is in it may need mending, too. Each round leaves fewer wrong names.
    loop {
        let edits = sound_edits(&mended.text);
        if edits.is_empty() {
            break;
        }
        let changes = edits.iter().map(|edit| TextChange {
            line: line(&mended.text, edit.range.start),
            message: format!("`{}` is now `{}`", edit.old, edit.new),
        });
        mended.changes.extend(changes);
        mended.text = applied(&mended.text, &edits);
    }
    if Story::is_foreign(&mended.text) {
        return MendedText {
            text: text.into(),
            changes: Vec::new(),
        };
    }
    add_version(&mut mended);
    mended.changes.sort_by_key(|change| change.line);
    mended
}

/// A name that takes the place of another one.
struct NameEdit {
    /// The place of the old name in the text, with its quotes.
    range: Range<usize>,
    old: String,
    new: String,
    /// The path of the field, once it has its new name.
    path: String,
    /// The path of the object that a renamed field is in.
    parent: String,
    /// Whether a field is renamed. Otherwise its value changes.
    is_field: bool,
}

/// The edits that mend something and break nothing.
fn sound_edits(text: &str) -> Vec<NameEdit> {
    let mut edits = edits(text);
    if edits.is_empty() {
        return edits;
    }
    let before = problems(text);
    let mut after = problems(&applied(text, &edits));
    after.retain(|problem| !before.contains(problem));
    edits.retain(|edit| !after.iter().any(|problem| edit.breaks(problem)));
    edits
}

impl NameEdit {
    /// Whether a new problem shows that something else was meant: the value is of another type, or what stands beside it
    /// excludes it. A value that is wrong in another way was wrong before.
    fn breaks(&self, problem: &Problem) -> bool {
        let is_of_shape = matches!(
            problem.kind,
            ProblemKind::Type | ProblemKind::Unknown | ProblemKind::Duplicate
        );
        let is_parent = problem.path == self.parent && !self.parent.is_empty();
        let is_beside = || {
            let rest = problem.path.strip_prefix(&self.parent);
            let name = rest.map(|rest| rest.strip_prefix('.').unwrap_or(rest));
            name.is_some_and(|name| !name.contains(['.', '[']))
        };
        problem.path == self.path && is_of_shape
            || is_parent && (is_of_shape || problem.kind == ProblemKind::Value)
            || problem.kind == ProblemKind::Unknown && is_beside()
    }
}

/// What is wrong with the values of a text; nothing if it is not JSON.
fn problems(text: &str) -> Vec<Problem> {
    match JsonText::read(text) {
        Ok(json) => Article::inspect(json.value()).1,
        Err(_) => Vec::new(),
    }
}

/// The edits that problems ask for, in the order of the text.
fn edits(text: &str) -> Vec<NameEdit> {
    let Ok(json) = JsonText::read(text) else {
        return Vec::new();
    };
    let (_, problems) = Article::inspect(json.value());
    let paths: HashSet<&str> = problems
        .iter()
        .filter(|problem| problem.meant.is_some())
        .map(|problem| problem.path.as_str())
        .collect();
    let places = json.places(&paths);
    let edits = problems.iter().filter_map(|problem| {
        let place = places.get(&problem.path)?;
        edit(text, problem, place)
    });
    let mut edits: Vec<NameEdit> = edits.collect();
    // Two fields that would get one name are both in doubt, and so is a field beside one that has the name.
    let mut wanted: HashMap<String, usize> = HashMap::new();
    for edit in &edits {
        *wanted.entry(edit.path.clone()).or_default() += 1;
    }
    let taken = json.places(&wanted.keys().map(String::as_str).collect());
    edits.retain(|edit| {
        wanted[&edit.path] == 1 && !(edit.is_field && taken.contains_key(&edit.path))
    });
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// The edit that a problem asks for.
fn edit(text: &str, problem: &Problem, place: &FieldRange) -> Option<NameEdit> {
    let new = problem.meant.as_ref()?.0.clone();
    let is_field = problem.kind == ProblemKind::Unknown;
    let range = if is_field {
        place.key.clone()?
    } else {
        place.value.clone()
    };
    let old: String = serde_json::from_str(&text[range.clone()]).ok()?;
    let (mut path, mut parent) = (problem.path.clone(), String::new());
    if is_field {
        let step = Path::Root.key(&old).to_string();
        path.strip_suffix(&step)?.clone_into(&mut parent);
        if parent.ends_with('.') {
            parent.pop();
        }
        path.clone_from(&parent);
        push_key(&mut path, &new);
    }
    Some(NameEdit {
        range,
        old,
        new,
        path,
        parent,
        is_field,
    })
}

/// A text with new names.
fn applied(text: &str, edits: &[NameEdit]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        new += &text[at..edit.range.start];
        // Names of the format need no escapes.
        new.extend(["\"", &edit.new, "\""]);
        at = edit.range.end;
    }
    new + &text[at..]
}

/// Adds the field `version` where it is absent, before the first field other than `$schema`.
fn add_version(mended: &mut MendedText) {
    const KEY: &str = "version";
    let Ok(json) = JsonText::read(&mended.text) else {
        return;
    };
    let Value::Object(fields) = json.value() else {
        return;
    };
    let mut names = fields.iter().map(|(name, _)| name.as_str());
    if names.clone().any(|name| name == KEY) {
        return;
    }
    let Some(first) = names.find(|name| *name != "$schema") else {
        return;
    };
    let path = Path::Root.key(first).to_string();
    let places = json.places(&HashSet::from([path.as_str()]));
    let Some(at) = places.get(&path).and_then(|place| place.key.clone()) else {
        return;
    };
    let before = mended.text[..at.start].trim_end();
    let space = mended.text[before.len()..at.start].to_owned();
    let line = line(&mended.text, at.start);
    let breaks = space.matches('\n').count();
    for change in mended
        .changes
        .iter_mut()
        .filter(|change| change.line >= line)
    {
        change.line += breaks;
    }
    let field = format!("\"{KEY}\": {VERSION},");
    mended.text.insert_str(at.start, &(field + &space));
    mended.changes.insert(
        0,
        TextChange {
            line,
            message: format!("`\"{KEY}\": {VERSION}` is new"),
        },
    );
}

/// The line of a byte of a text.
fn line(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}
