//! Whether a file of messages is sound, and the JSON Schema of such files.

use super::files::{FILES, categories, entries};
use super::flat::{FORMATS, NOTES};
use super::tags::is_tag;
use super::text::MessageEntry;
use serde_json::{Map, Value as Json, json};

/// What is wrong with a file of messages, with a line for each fault: its place and the mend. They are for this language,
/// or else for the one that the file names.
#[must_use]
pub fn problems(language: Option<&str>, file: &Json) -> Vec<String> {
    let Some(groups) = file.as_object() else {
        return vec!["the file: is not an object of groups of messages".into()];
    };
    let Some(language) = language.or_else(|| file["language"].as_str()) else {
        return vec![
            "language: the file does not say for which language it is: add its tag, such as de"
                .into(),
        ];
    };
    if !is_tag(language) {
        return vec![format!(
            "language: `{language}` is not a language: write its tag, such as en or zh-Hant"
        )];
    }
    let mut problems = Vec::new();
    for (group, messages) in groups {
        if NOTES.contains(&&**group) {
            continue;
        }
        let Some(messages) = messages.as_object() else {
            problems.push(format!("{group}: is not a group of messages"));
            continue;
        };
        let of_group: Vec<MessageEntry> = entries().filter(|entry| entry.group == group).collect();
        if of_group.is_empty() {
            problems.push(format!(
                "{group}: there is no such group: the groups are {}",
                groups_of_entries().join(", ")
            ));
            continue;
        }
        for (name, message) in messages {
            match of_group.iter().find(|entry| entry.name == name) {
                Some(entry) => problems.extend(problem(*entry, message, language)),
                None => problems.push(format!("{group}.{name}: there is no such message")),
            }
        }
    }
    problems
}

/// The names of all groups.
fn groups_of_entries() -> Vec<&'static str> {
    let mut groups: Vec<_> = entries().map(|entry| entry.group).collect();
    groups.dedup();
    groups
}

/// What is wrong with a message.
fn problem(entry: MessageEntry, message: &Json, language: &str) -> Option<String> {
    let place = format!("{}.{}", entry.group, entry.name);
    match message {
        Json::String(text) => {
            fault(entry, text, entry.places).map(|fault| format!("{place}: {fault}"))
        }
        Json::Object(forms) if entry.has_plurals => {
            let known = categories(language);
            if !forms.contains_key("other") {
                return Some(format!(
                    "{place}: lacks the form `other`, which is for all plurals that are not named"
                ));
            }
            forms.iter().find_map(|(category, form)| {
                let at = format!("{place}.{category}");
                if !known.contains(category) {
                    return Some(format!(
                        "{at}: the language has no such plural: it has {}",
                        known.join(", ")
                    ));
                }
                let Some(text) = form.as_str() else {
                    return Some(format!("{at}: is not a text"));
                };
                // A form may say one or two in words.
                let places = &entry.places[1..];
                fault(entry, text, places).map(|fault| format!("{at}: {fault}"))
            })
        }
        _ if entry.has_plurals => Some(format!(
            "{place}: is neither a text nor an object with a text for each plural"
        )),
        _ => Some(format!("{place}: is not a text")),
    }
}

/// What is wrong with a text, which must have these places.
fn fault(entry: MessageEntry, text: &str, places: &[&str]) -> Option<String> {
    if text.chars().any(char::is_control) {
        return Some("holds a line break or another control character: take it out".into());
    }
    if text.contains('|') && !FORMATS.contains(&entry.group) {
        return Some("holds the sign |, which stands between plurals: take it out".into());
    }
    if let Some(name) = places
        .iter()
        .find(|name| !text.contains(&format!("{{{name}}}")))
    {
        return Some(format!(
            "lacks {{{name}}}, which stands for a text of the article"
        ));
    }
    let mut names = text
        .split('{')
        .skip(1)
        .map(|part| part.split('}').next().unwrap_or_default());
    let Some(unknown) = names.find(|name| !entry.places.contains(name)) else {
        return syntax_fault(entry, text);
    };
    Some(match entry.places {
        [] => format!("has {{{unknown}}}, but nothing stands in this message"),
        known => format!(
            "has {{{unknown}}}, but what can stand in this message is {{{}}}",
            known.join("}, {")
        ),
    })
}

/// What is wrong with the syntax of a format; see `formats.rs`. Figures would be written as if the format were not there.
fn syntax_fault(entry: MessageEntry, text: &str) -> Option<String> {
    let count = text.split('|').count();
    let (is_sound, mend) = match (entry.group, entry.name) {
        ("numbers", "short" | "long") => (
            text.split(';').all(is_power),
            "write a power of ten and its word, such as 6:# Mio.;9:# Mrd.",
        ),
        ("numbers", "digits") => (
            text.is_empty() || text.chars().count() == 10,
            "write ten digits, or nothing for 0 to 9",
        ),
        ("dates", "months" | "months_alone" | "short_months") => (
            text.is_empty() || count == 12,
            "write twelve names with | between them",
        ),
        _ => return None,
    };
    (!is_sound).then(|| format!("`{text}` cannot be read: {mend}"))
}

/// Whether a text names a power of ten, perhaps another one that its word stands for, and the word: `10/9:# mil M`.
fn is_power(text: &str) -> bool {
    let Some((powers, word)) = text.split_once(':') else {
        return false;
    };
    powers.split('/').all(|power| power.parse::<u8>().is_ok()) && word.contains('#')
}

/// The JSON Schema of files of messages, indented.
///
/// # Panics
///
/// Never: every schema is JSON.
#[must_use]
pub fn schema() -> String {
    let text = |description: &str| match description.trim() {
        "" => json!({ "type": "string" }),
        description => json!({ "description": description, "type": "string" }),
    };
    let mut groups = Map::new();
    for entry in entries() {
        let group = groups.entry(entry.group).or_insert_with(
            || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
        );
        let places: Vec<_> = entry
            .places
            .iter()
            .map(|name| format!("{{{name}}}"))
            .collect();
        let description = match &*places {
            [] => entry.description.into(),
            places => format!("{} With {}.", entry.description, places.join(", ")),
        };
        group["properties"][entry.name] = if entry.has_plurals {
            let mut schema = text(&description);
            let forms: Map<String, Json> = ["zero", "one", "two", "few", "many", "other"]
                .map(|category| (category.into(), json!({ "type": "string" })))
                .into_iter()
                .collect();
            schema.as_object_mut().expect("an object").remove("type");
            schema["anyOf"] = json!([
                { "type": "string" },
                { "type": "object", "additionalProperties": false, "required": ["other"], "properties": forms },
            ]);
            schema
        } else {
            text(&description)
        };
    }
    groups.insert("$schema".into(), json!({ "type": "string" }));
    groups.insert(
        "language".into(),
        json!({ "description": "The language that the file is for, as a BCP 47 tag.", "type": "string" }),
    );
    groups.insert("status".into(), json!({
        "description": "Who has read the words: `reference` for English, `reviewed` after a native speaker, else `unreviewed`.",
        "enum": ["reference", "reviewed", "unreviewed"],
    }));
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Messages of the article widget",
        "description": "The words of the interface in a language, or those that a publisher writes otherwise. What is left out stays as it is.",
        "type": "object",
        "additionalProperties": false,
        "properties": groups,
    });
    serde_json::to_string_pretty(&schema).expect("every schema is JSON") + "\n"
}

/// The tags of all languages that the widget has, and of regions of their own.
pub fn languages() -> impl Iterator<Item = &'static str> {
    let mut tags: Vec<_> = FILES.iter().map(|(tag, ..)| *tag).collect();
    tags.sort_unstable();
    tags.dedup();
    tags.into_iter()
}
