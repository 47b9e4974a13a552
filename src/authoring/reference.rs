//! The format as a reference for people: its JSON Schema as tables in Markdown.

use super::schema::schema;
use serde_json::Value as Json;
use std::fmt::Write;

/// The name of the document itself among the parts.
const ROOT: &str = "Document";

/// Every field of a document, part by part, as Markdown.
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

/// A section about one part.
fn part(text: &mut String, name: &str, schema: &Json) {
    let description = schema["description"].as_str().unwrap_or_default();
    // Writing to a text cannot fail.
    let _ = write!(text, "\n### {name}\n\n{description}\n");
    let names = names(schema);
    // Of a text or an object, the object has the fields.
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

/// The names that a value has to be one of, with what they mean.
fn names(schema: &Json) -> Vec<(&str, &str)> {
    let choices = schema["oneOf"].as_array().into_iter().flatten();
    choices
        .filter_map(|choice| {
            let meaning = choice["description"].as_str().unwrap_or_default();
            Some((choice["const"].as_str()?, meaning))
        })
        .collect()
}

/// Whether words begin a sentence.
#[derive(Clone, Copy)]
enum Case {
    Upper,
    Lower,
}

/// What a value is, in words: its type, and the bounds of its own.
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

/// The schemas of which a value fulfils one; null stands for absence, which goes without saying.
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
