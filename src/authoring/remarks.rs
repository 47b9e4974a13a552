//! What is worth knowing of a document that is sound.

use super::check::placed;
use super::json_text::JsonText;
use crate::document::{Path, Problem, ProblemKind, Severity, Value, unseen};
use std::collections::HashSet;

/// Looks for what may not be meant in the JSON text of a document: characters without a width in its texts.
/// German, Thai or Persian prose needs them; pasted text has them by accident.
///
/// ```
/// let text = "{ \"headline\": \"Zucker\u{ad}rohr\" }";
/// let remarks = article_widget::authoring::remarks(text);
/// assert_eq!(remarks[0].path, "headline");
/// ```
#[must_use]
pub fn remarks(text: &str) -> Vec<Problem> {
    let Ok(json) = JsonText::read(text) else {
        return Vec::new();
    };
    let mut remarks = Vec::new();
    look(json.value(), &Path::Root, &mut remarks);
    let paths: HashSet<&str> = remarks.iter().map(|remark| remark.path.as_str()).collect();
    let places = json.places(&paths);
    let with_range = |remark: Problem| {
        let place = places.get(remark.path.as_str());
        let range = place.map_or(0..0, |place| place.value.clone());
        (remark, range)
    };
    placed(text, remarks.iter().cloned().map(with_range).collect())
}

fn look(value: &Value, path: &Path<'_>, remarks: &mut Vec<Problem>) {
    match value {
        Value::Text(text) => {
            if let Some(sign) = unseen(text) {
                let message = format!(
                    "the text has {sign}, which has no width: keep it only where it is meant"
                );
                remarks.push(Problem {
                    severity: Severity::Remark,
                    ..Problem::new(ProblemKind::Value, path.to_string(), message)
                });
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                look(item, &path.index(index), remarks);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                look(field, &path.key(key), remarks);
            }
        }
        _ => {}
    }
}
