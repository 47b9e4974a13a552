//! The reference of the format for people: its JSON Schema as tables in Markdown.

use super::schema::schema;
use serde_json::Value as Json;
use std::fmt::Write;

/// The name of the document in the list of types.
const ROOT: &str = "Document";

/// All fields of all types of a document, as Markdown.
///
/// # Panics
///
/// Never: the schema is JSON.
#[must_use]
pub fn reference() -> String {
    let schema: Json = serde_json::from_str(&schema()).expect("the schema is JSON");
    let mut text = String::new();
    part(&mut text, ROOT, &schema);
    for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
        part(&mut text, name, schema);
    }
    text
}

/// Writes the section of one type.
fn part(text: &mut String, name: &str, schema: &Json) {
    let description = schema["description"].as_str().unwrap_or_default();
    // Writing to a string never fails.
    let _ = write!(text, "\n### {name}\n\n{description}\n");
    let names = names(schema);
    // If a value is a text or an object, the fields are those of the object.
    let object = alternatives(schema)
        .into_iter()
        .find(|one| one["properties"].is_object());
    if let Some(object) = object {
        fields_table(text, object);
    } else if !names.is_empty() {
        text.push_str("\n| name | meaning |\n|---|---|\n");
        for (name, meaning) in names {
            let _ = writeln!(text, "| `{name}` | {meaning} |");
        }
    } else {
        let _ = write!(text, "\n{}.\n", value(schema, Case::Upper));
    }
}

fn fields_table(text: &mut String, schema: &Json) {
    let required = schema["required"].as_array().into_iter().flatten();
    let required: Vec<&str> = required.filter_map(Json::as_str).collect();
    text.push_str("\n| field | value | meaning |\n|---|---|---|\n");
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if name == "$comment" {
            continue;
        }
        let must = if required.contains(&name.as_str()) {
            ", required"
        } else {
            ""
        };
        let meaning = field["description"].as_str().unwrap_or_default();
        let meaning = meaning.replace("\n\n", " ").replace('|', "\\|");
        let value = value(field, Case::Lower);
        let _ = writeln!(text, "| `{name}` | {value}{must} | {meaning} |");
    }
}

/// The names that a value may be, with their meanings.
fn names(schema: &Json) -> Vec<(&str, &str)> {
    let choices = schema["oneOf"].as_array().into_iter().flatten();
    choices
        .filter_map(|choice| {
            let meaning = choice["description"].as_str().unwrap_or_default();
            Some((choice["const"].as_str()?, meaning))
        })
        .collect()
}

/// Whether the first letter is a capital, as at the beginning of a sentence.
#[derive(Clone, Copy)]
enum Case {
    Upper,
    Lower,
}

/// A value in words: its type and its bounds.
fn value(schema: &Json, case: Case) -> String {
    let words = alternatives(schema)
        .into_iter()
        .map(one)
        .collect::<Vec<_>>()
        .join(", or ");
    let mut letters = words.chars();
    match (case, letters.next()) {
        (Case::Upper, Some(first)) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        _ => words,
    }
}

/// The schemas of which a value must match one. Null is left out, because it only means that the field is
/// absent.
fn alternatives(schema: &Json) -> Vec<&Json> {
    match schema["anyOf"].as_array() {
        Some(some) => some.iter().filter(|one| one["type"] != "null").collect(),
        None => vec![schema],
    }
}

fn one(schema: &Json) -> String {
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.rsplit('/').next().unwrap_or_default();
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(constant) = schema.get("const") {
        return format!("`{constant}`");
    }
    let number = |key: &str| schema[key].as_u64();
    match kind(schema) {
        "string" => match schema["pattern"].as_str() {
            Some(pattern) => format!("text of the form `{}`", pattern.replace('|', "\\|")),
            None => "text".into(),
        },
        "integer" => match (number("minimum"), number("maximum")) {
            (Some(least), Some(most)) => format!("whole number from {least} to {most}"),
            _ => "whole number".into(),
        },
        "boolean" => "`true` or `false`".into(),
        "array" => {
            format!("list of {}", value(&schema["items"], Case::Lower))
        }
        _ => "object".into(),
    }
}

fn kind(schema: &Json) -> &str {
    match &schema["type"] {
        Json::String(kind) => kind,
        Json::Array(kinds) => {
            let mut kinds = kinds.iter().filter_map(Json::as_str);
            kinds.find(|kind| *kind != "null").unwrap_or_default()
        }
        _ => "",
    }
}
