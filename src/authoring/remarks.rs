//! What is worth knowing of a document that is sound.

use super::json_text::JsonText;
use super::positions::placed;
use super::walk::walk;
use crate::document::{Problem, ProblemKind, Severity, Value, unseen};
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
    let remarks = remarks_on(json.value());
    let paths: HashSet<&str> = remarks.iter().map(|remark| remark.path.as_str()).collect();
    let places = json.places(&paths);
    let with_range = |remark: Problem| {
        let place = places.get(remark.path.as_str());
        let range = place.map_or(0..0, |place| place.value.clone());
        (remark, range)
    };
    placed(text, remarks.iter().cloned().map(with_range).collect())
}

/// The remarks on the values of a document, without their places.
pub(super) fn remarks_on(document: &Value) -> Vec<Problem> {
    let mut remarks = Vec::new();
    walk(document, &mut |value, path| {
        if let Value::Text(text) = value
            && let Some(sign) = unseen(text)
        {
            let message =
                format!("the text has {sign}, which has no width: keep it only where it is meant");
            remarks.push(Problem {
                severity: Severity::Remark,
                ..Problem::new(ProblemKind::Value, path.to_string(), message)
            });
        }
    });
    remarks
}
