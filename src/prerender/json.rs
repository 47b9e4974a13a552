//! JSON as a browser reads it, so that a browser makes the same article of the same text.

use super::error::StoryError;
use crate::document::{MAX_CHARACTERS, Value};
use crate::document::{Problem, ProblemKind};
use serde_json::Value as Json;

/// Reads a text. Without a browser, this is the only way from JSON to a document. The result includes the
/// JSON as the parser returns it.
///
/// # Errors
///
/// The text is too long, is not JSON, or is nested deeper than any document.
pub(crate) fn read(text: &str) -> Result<(Json, Value), StoryError> {
    let limit =
        |message| StoryError::Document(Problem::new(ProblemKind::Limit, String::new(), message));
    // The characters are counted only if there may be too many: each has at least one byte.
    if text.len() > MAX_CHARACTERS && text.chars().count() > MAX_CHARACTERS {
        return Err(limit(format!(
            "a document of more than {MAX_CHARACTERS} characters: divide it"
        )));
    }
    let parsed: Json = serde_json::from_str(without_mark(text)).map_err(StoryError::Json)?;
    let value = to_value(&parsed).map_err(limit)?;
    Ok((parsed, value))
}

/// The text without the byte order mark that some editors put in front of it, and that a browser
/// that fetches a document skips too.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Converts the value that serde's JSON parser has read.
///
/// # Errors
///
/// The value is nested deeper than any document.
fn to_value(parsed: &Json) -> Result<Value, String> {
    within(parsed, Value::MAX_DEPTH).ok_or_else(Value::too_deep)
}

/// `None` if the value is nested deeper than `depth`.
fn within(json: &Json, depth: u32) -> Option<Value> {
    let value = match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::from_number(number.as_f64().unwrap_or(f64::NAN)),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => {
            let depth = depth.checked_sub(1)?;
            let values = items.iter().map(|item| within(item, depth));
            Value::List(values.collect::<Option<_>>()?)
        }
        Json::Object(entries) => {
            let depth = depth.checked_sub(1)?;
            let entries = entries.iter();
            let entries = entries.map(|(key, value)| Some((key.clone(), within(value, depth)?)));
            Value::Object(entries.collect::<Option<_>>()?)
        }
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_what_a_browser_takes_them_for() {
        let json: Json = serde_json::from_str(
            "[80, 80.0, 8e1, -0, 1.5, 9007199254740991, 9007199254740992, 1e300]",
        )
        .unwrap();
        let numbers = [80, 80, 80, 0].map(Value::Integer);
        let Ok(Value::List(values)) = to_value(&json) else {
            panic!("a list stays one")
        };
        assert_eq!(values[..4], numbers);
        assert_eq!(values[4], Value::Inexact);
        assert_eq!(values[5], Value::Integer(9_007_199_254_740_991));
        assert_eq!(values[6..], [Value::Inexact, Value::Inexact]);
    }

    #[test]
    fn keys_keep_their_order() {
        let value = to_value(&json!({ "b": true, "a": null })).unwrap();
        let entries = [("b", Value::Bool(true)), ("a", Value::Null)];
        let entries = entries.map(|(key, value)| (key.to_owned(), value));
        assert_eq!(value, Value::Object(entries.into()));
    }

    #[test]
    fn size_is_bounded() {
        let text = |length: usize| format!("\"{}\"", "ä".repeat(length - 2));
        assert!(read(&text(MAX_CHARACTERS)).is_ok());
        let Err(StoryError::Document(problem)) = read(&text(MAX_CHARACTERS + 1)) else {
            panic!("a longer text is refused")
        };
        assert_eq!(problem.kind, ProblemKind::Limit);
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth| (0..depth).fold(json!(1), |inner, _| json!([inner]));
        assert!(to_value(&nested(100)).is_ok());
        assert!(to_value(&nested(101)).is_err());
    }
}
