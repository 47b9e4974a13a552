//! Messages that are left in English.

use super::{LANGUAGES, file};
use serde_json::Value as Json;

/// Words that are the same in English and in these languages.
const ALIKE: [(&str, &str); 18] = [
    ("Articles", "fr"),
    ("Corrections", "fr"),
    ("Data", "cs da id nb sv"),
    ("Image", "fr"),
    ("Link", "da de it nl pl pt"),
    ("Notes", "fr"),
    ("Period", "sv"),
    ("Ratio", "es fr"),
    ("Source", "fr"),
    ("Sources", "fr"),
    ("Start", "da nb sv"),
    ("Status", "da de id nb nl pl sv"),
    ("Total", "es fr id pt"),
    ("over", "da nb"),
    ("section", "fr"),
    ("sections", "fr"),
    ("slide", "da pt"),
    ("under", "da nb sv"),
];
/// The shortest words that are compared; `in` is a word of many languages.
const LEAST: usize = 3;

/// The messages with words, each with the words beside the figures and names in it.
fn messages(tag: &str) -> Vec<(String, String)> {
    fn add(place: &str, message: &Json, found: &mut Vec<(String, String)>) {
        match message {
            Json::Object(fields) => {
                for (name, message) in fields {
                    add(&format!("{place}.{name}"), message, found);
                }
            }
            Json::String(text) => {
                let parts = text.split(['{', '}']).step_by(2).collect::<String>();
                let words = parts.trim_matches(|sign: char| !sign.is_alphabetic());
                if words.len() >= LEAST {
                    found.push((place.into(), words.into()));
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (group, messages) in file(tag).as_object().unwrap() {
        let is_format = ["status", "numbers", "dates", "lists", "units"].contains(&&**group);
        if !is_format {
            add(group, messages, &mut found);
        }
    }
    found
}

#[test]
fn no_message_is_left_in_english() {
    let english = messages("en");
    let mut found = Vec::new();
    for tag in LANGUAGES.into_iter().filter(|tag| *tag != "en") {
        for message in messages(tag).iter().filter(|it| english.contains(it)) {
            let is_alike = |(words, tags): &(&str, &str)| {
                message.1 == *words && tags.split(' ').any(|other| other == tag)
            };
            if !ALIKE.iter().any(is_alike) {
                found.push(format!("{tag} {}: {}", message.0, message.1));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
