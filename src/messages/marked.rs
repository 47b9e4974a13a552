//! A made-up language for tests. The words of each message stand between `⟦` and `⟧`, and the texts in its
//! places stand outside of them. So a word outside of the brackets comes from the document, or is missing from the
//! messages.

use super::files::lines;
use super::flat::split;
use super::formats::Formats;
use super::text::MessageEntry;
use super::words::Messages;
use serde_json::{Map, Value as Json};

/// The language tag of documents for which it is used.
pub(crate) const TAG: &str = "art-x-marked";

/// Groups of formats with words. Others have signs only.
const UNITS: &str = "units";

/// The texts of the language, one in a line.
pub(super) fn texts() -> String {
    let und = serde_json::from_str(include_str!("und.json")).expect("JSON");
    let (_, mut formats): (_, Map<String, Json>) = split(und);
    let mut words = Map::new();
    for entry in Messages::ENTRIES {
        insert(&mut words, entry);
    }
    for entry in Formats::ENTRIES {
        if entry.group == UNITS && entry.has_plurals {
            insert(&mut formats, entry);
        }
    }
    lines(TAG, &words, &formats).join("\n")
}

fn insert(groups: &mut Map<String, Json>, entry: MessageEntry) {
    let group = groups
        .entry(entry.group)
        .or_insert_with(|| Map::new().into());
    group[entry.name] = message(entry).into();
}

fn message(entry: MessageEntry) -> String {
    let places: Vec<_> = entry
        .places
        .iter()
        .map(|place| format!("{{{place}}}"))
        .collect();
    format!("⟦{}.{}⟧{}", entry.group, entry.name, places.join("⟦⟧"))
}

/// The names of the messages that the views show.
pub(crate) fn names() -> impl Iterator<Item = String> {
    let words = Messages::ENTRIES
        .into_iter()
        .filter(|entry| entry.group != "loader");
    words.map(|entry| format!("{}.{}", entry.group, entry.name))
}
