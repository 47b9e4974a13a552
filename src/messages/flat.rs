//! Messages as texts in a row, and groups of messages. build.rs uses this file, too.

use serde_json::{Map, Value as Json};

/// The text of a message, with a character from `first` on in the place of each placeholder, and `|` between the forms
/// of plurals.
pub(super) fn flat(message: &Json, places: &[&str], first: char) -> String {
    let text = match message {
        Json::String(text) => text.clone(),
        Json::Object(forms) => {
            let all: Vec<_> = forms.values().filter_map(Json::as_str).collect();
            all.join("|")
        }
        _ => String::new(),
    };
    let fill = |text: String, (place, name): (char, &&str)| {
        text.replace(&format!("{{{name}}}"), place.encode_utf8(&mut [0; 4]))
    };
    (first..).zip(places).fold(text, fill)
}

/// The groups of the formats, in their order.
pub(super) const FORMATS: [&str; 6] = ["plurals", "numbers", "dates", "lists", "units", "figures"];

/// The parts of a file that are no groups of messages.
pub(super) const NOTES: [&str; 3] = ["$schema", "language", "status"];

/// The words of a language, and the formats that it replaces.
pub(super) fn split(groups: Map<String, Json>) -> (Map<String, Json>, Map<String, Json>) {
    let (formats, mut words): (Map<_, _>, Map<_, _>) = groups
        .into_iter()
        .partition(|(group, _)| FORMATS.contains(&&**group));
    words.retain(|group, _| !NOTES.contains(&&**group));
    (words, formats)
}

/// These groups with the texts of others in the place of their own.
pub(super) fn overlaid(
    mut groups: Map<String, Json>,
    others: Map<String, Json>,
) -> Map<String, Json> {
    for (group, messages) in others {
        let own = groups
            .entry(group)
            .or_insert_with(|| Json::Object(Map::new()));
        if let (Json::Object(own), Json::Object(messages)) = (own, messages) {
            own.extend(messages);
        }
    }
    groups
}

/// What differs in these groups from others.
pub(super) fn difference(
    mut groups: Map<String, Json>,
    others: &Map<String, Json>,
) -> Map<String, Json> {
    for (group, messages) in &mut groups {
        if let Json::Object(messages) = messages {
            messages
                .retain(|name, text| others.get(group).and_then(|all| all.get(name)) != Some(text));
        }
    }
    groups
}
