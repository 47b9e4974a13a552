//! Which release of the widget brought which field of the format. The policy is in `docs/document-format.md`.

use super::walk::walk;
use crate::document::{Path, Problem, ProblemKind, Value};
use std::fmt;

/// A release of the widget, such as 0.1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release([u16; 3]);

/// The fields that version 1 did not have from its beginning, as in the paths of problems but without the
/// numbers of items, each with the release that brought it.
pub const NEW_FIELDS: [(&str, Release); 9] = [
    ("authors", Release([0, 1, 0])),
    ("authors[].picture", Release([0, 1, 0])),
    ("charts[].annotations", Release([0, 1, 0])),
    ("charts[].form", Release([0, 1, 0])),
    ("charts[].basis", Release([0, 1, 0])),
    ("charts[].sort", Release([0, 1, 0])),
    ("charts[].placement", Release([0, 1, 0])),
    ("charts[].notes", Release([0, 1, 0])),
    ("charts[].license", Release([0, 1, 0])),
];

/// The fields that version 1 asked for at its beginning and can do without since a release: the field in which the part
/// stands, its own name, and the release.
const OPTIONAL_FIELDS: [(&str, &str, Release); 1] = [("table", "caption", Release([0, 1, 0]))];

impl Release {
    /// Reads `0.1.0`.
    ///
    /// # Errors
    ///
    /// A sentence that says how a release is written.
    pub fn parse(text: &str) -> Result<Self, String> {
        let numbers: Result<Vec<u16>, _> = text.split('.').map(str::parse).collect();
        let numbers = numbers.ok().and_then(|numbers| numbers.try_into().ok());
        numbers
            .map(Self)
            .ok_or_else(|| "write a release as three numbers, such as 0.1.0".into())
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.0;
        write!(f, "{major}.{minor}.{patch}")
    }
}

/// The fields of a document that widgets of a release pass over, and those that they ask for.
pub(super) fn newer_fields(document: &Value, release: Release) -> Vec<Problem> {
    let mut found = Vec::new();
    walk(document, &mut |value, path| {
        let Path::Key(_, key) = path else {
            return;
        };
        for (part, field, since) in OPTIONAL_FIELDS {
            let lacks_it = matches!(value, Value::Object(_)) && value.field(field).is_none();
            if part == *key && since > release && lacks_it {
                let message = format!(
                    "release {since} made the `{field}` of a {part} optional, and widgets of release {release} leave out a {part} without it: add one, or update them"
                );
                found.push(Problem::new(
                    ProblemKind::Missing,
                    path.to_string(),
                    message,
                ));
            }
        }
        let name = name(path);
        let new = NEW_FIELDS
            .iter()
            .find(|(field, since)| *since > release && *field == name);
        if let Some((_, since)) = new {
            let message = format!(
                "release {since} brought `{key}`, and widgets of release {release} pass over it: leave it out, or update them"
            );
            found.push(Problem::new(
                ProblemKind::Unknown,
                path.to_string(),
                message,
            ));
        }
    });
    found
}

/// A path without the numbers of items, as in [`NEW_FIELDS`].
fn name(path: &Path<'_>) -> String {
    match path {
        Path::Root => String::new(),
        Path::Key(Path::Root, key) => (*key).to_owned(),
        Path::Key(parent, key) => format!("{}.{key}", name(parent)),
        Path::Index(parent, _) => format!("{}[]", name(parent)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Release, name};
    use crate::document::Path;

    #[test]
    fn names_have_no_numbers() {
        let charts = Path::Root.key("charts");
        let path = charts.index(3);
        assert_eq!(name(&path.key("title")), "charts[].title");
        assert_eq!(name(&Path::Root), "");
    }

    #[test]
    fn releases_are_three_numbers_in_their_order() {
        let release = |text| Release::parse(text).unwrap();
        assert!(release("0.9.10") < release("0.10.0") && release("0.10.0") < release("1.0.0"));
        assert_eq!(release("0.1.0").to_string(), "0.1.0");
        for text in ["", "1", "0.1", "0.1.0.0", "v0.1.0", "0.1.x", "0.1.70000"] {
            assert!(Release::parse(text).is_err(), "{text}");
        }
    }
}
