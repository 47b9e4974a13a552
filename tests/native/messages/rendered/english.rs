//! English in a page of another language.

use super::locale::Locale;
use serde_json::Value as Json;

/// The English messages that a language does not have, too, and that stand in a text.
pub(super) fn english_in(text: &str, locale: &Locale) -> Vec<String> {
    pub(super) fn words(message: &Json, found: &mut Vec<String>) {
        match message {
            Json::String(text) => found.extend(
                text.split(['{', '}'])
                    .step_by(2)
                    .map(|part| part.trim_matches(|c: char| !c.is_alphabetic()).to_owned()),
            ),
            Json::Object(fields) => fields.values().for_each(|message| words(message, found)),
            _ => {}
        }
    }
    let (mut english, mut own) = (Vec::new(), Vec::new());
    for group in [
        "article",
        "stories",
        "controls",
        "sentence_orders",
        "chart",
        "columns",
        "statuses",
        "periods",
        "figures",
        "exports",
    ] {
        words(
            &Locale::new("en", &Json::Null).files[0][group],
            &mut english,
        );
        locale.files[..2]
            .iter()
            .for_each(|file| words(&file[group], &mut own));
    }
    let own = own.join("\n");
    let stands = |word: &str| {
        let mut places = text.match_indices(word);
        places.any(|(at, _)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            !is_letter(text[..at].chars().next_back())
                && !is_letter(text[at + word.len()..].chars().next())
        })
    };
    english.retain(|word| word.len() > 3 && !own.contains(&**word) && stands(word));
    english
}
