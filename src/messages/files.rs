//! The files of languages as lists of texts, for machines without a browser.

use super::BUILD;
use super::aliases::ALIASES;
use super::direction::is_right_to_left;
use super::flat::{FORMATS, difference, flat, overlaid, split};
use super::formats::Formats;
use super::places::{ISOLATED, PLAIN};
use super::text::MessageEntry;
use super::words::Messages;
use serde_json::{Map, Value as Json};
use std::sync::OnceLock;

/// The tags of all files, whether they hold formats, and their content.
pub(super) static FILES: &[(&str, bool, &str)] =
    &include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The texts of the language that suits a BCP 47 tag, one in a line.
pub(super) fn find(tag: &str) -> Option<String> {
    #[cfg(test)]
    if tag == super::marked::TAG {
        return Some(super::marked::texts());
    }
    let own = own(tag);
    let mut texts = match known(tag) {
        Some(known) => texts(known, own)?,
        None => texts(UNKNOWN, Some(own?))?,
    };
    if own.is_some() && known(tag).is_none() {
        tag.clone_into(&mut texts[1]);
    }
    Some(texts.join("\n"))
}

/// A publisher's messages for documents with this tag.
pub(super) fn own(tag: &str) -> Option<&'static Map<String, Json>> {
    OWN.get().filter(|own| {
        let language = own.get("language").and_then(Json::as_str);
        language.is_none_or(|language| is_of(tag, language))
    })
}

/// Whether a tag names a language, or a region or a script of it.
fn is_of(tag: &str, language: &str) -> bool {
    let rest = tag
        .get(..language.len())
        .filter(|start| start.eq_ignore_ascii_case(language));
    rest.is_some() && matches!(tag.as_bytes().get(language.len()), None | Some(b'-'))
}

/// A publisher's messages.
static OWN: OnceLock<Map<String, Json>> = OnceLock::new();

/// Lets a publisher's messages stand in the place of the widget's, from now on, in documents of the language that the
/// file names; in all documents if it names none. `file` is sound: see [`problems`](super::problems).
pub fn replace(file: &Json) {
    if let Some(messages) = file.as_object() {
        // The first file stays.
        let _ = OWN.set(messages.clone());
    }
}

/// The tag of the best files for a BCP 47 tag.
fn known(tag: &str) -> Option<&'static str> {
    let mut tag = tag;
    loop {
        let alias = ALIASES
            .iter()
            .find(|(alias, _)| alias.eq_ignore_ascii_case(tag));
        let wanted = alias.map_or(tag, |(_, known)| known);
        let mut files = FILES.iter();
        if let Some((known, ..)) = files.find(|(known, ..)| known.eq_ignore_ascii_case(wanted)) {
            return Some(known);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}

/// The content of a file, if there is one.
fn file(tag: &str, is_format: bool) -> Option<Map<String, Json>> {
    let mut files = FILES.iter();
    let is_it = |(known, of_format, _): &&(&str, bool, _)| *known == tag && *of_format == is_format;
    serde_json::from_str(files.find(is_it)?.2).ok()
}

/// The plurals of a language, in the order of its rules.
pub(super) fn categories(tag: &str) -> Vec<String> {
    let language = tag.split('-').next().unwrap_or_default();
    let formats = file(language, true).unwrap_or_default();
    plurals(&formats)
}

fn plurals(formats: &Map<String, Json>) -> Vec<String> {
    let rules = formats
        .get("plurals")
        .and_then(|group| group["rules"].as_str());
    let rules = rules.unwrap_or("other").split(';');
    rules
        .map(|rule| rule.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

/// The tag for languages that the widget does not have: words in English, and signs.
pub const UNKNOWN: &str = "und";

/// The texts of a language of the widget, as [`add`](super::add) takes them in lines; `None` if the widget has no
/// language with this tag. `own` is a file of messages that stand in the place of its own.
#[must_use]
pub fn texts(tag: &str, own: Option<&Map<String, Json>>) -> Option<Vec<String>> {
    if tag == UNKNOWN {
        let (words, _) = split(file("en", false)?);
        let formats = serde_json::from_str(include_str!("und.json")).ok()?;
        let (words, formats) = with(words, formats, own.cloned());
        return Some(lines("en", &words, &formats));
    }
    let (language, _) = tag.split_once('-').unwrap_or((tag, ""));
    let base = file(language, true)?;
    let (mut words, own_formats) = split(file(language, false)?);
    let mut formats = overlaid(base.clone(), own_formats);
    if tag != language {
        if let Some(region) = file(tag, true) {
            formats = overlaid(formats, difference(region, &base));
        }
        (words, formats) = with(words, formats, file(tag, false));
    }
    (words, formats) = with(words, formats, own.cloned());
    Some(lines(tag, &words, &formats))
}

/// Words and formats with those of a file in the place of their own.
fn with(
    words: Map<String, Json>,
    formats: Map<String, Json>,
    file: Option<Map<String, Json>>,
) -> (Map<String, Json>, Map<String, Json>) {
    let (own_words, own_formats) = split(file.unwrap_or_default());
    (overlaid(words, own_words), overlaid(formats, own_formats))
}

/// All texts in their order, after the digest of the build and the tag.
pub(super) fn lines(
    tag: &str,
    words: &Map<String, Json>,
    formats: &Map<String, Json>,
) -> Vec<String> {
    let plurals = plurals(formats);
    let is_rtl = is_right_to_left(tag);
    let text = |entry: MessageEntry| {
        let first = match entry.group {
            _ if !is_rtl => '\0',
            group if FORMATS.contains(&group) && group != "lists" => PLAIN,
            _ => ISOLATED,
        };
        let groups = [words, formats];
        let message = groups
            .iter()
            .find_map(|all| all.get(entry.group)?.get(entry.name));
        match message {
            Some(Json::Object(forms)) if forms.len() > 1 => {
                let form =
                    |category: &String| forms.get(category).or_else(|| forms.get("other")).cloned();
                let ordered = plurals
                    .iter()
                    .filter_map(|category| Some((category.clone(), form(category)?)));
                flat(&ordered.collect(), entry.places, first)
            }
            message => flat(message.unwrap_or(&Json::Null), entry.places, first),
        }
    };
    let first = [BUILD.to_owned(), tag.to_owned()];
    first.into_iter().chain(entries().map(text)).collect()
}

/// All messages and formats.
pub(super) fn entries() -> impl Iterator<Item = MessageEntry> {
    Messages::ENTRIES.into_iter().chain(Formats::ENTRIES)
}

/// The names of all texts in their order, with those of the texts in their places.
pub fn names() -> impl Iterator<Item = (&'static str, &'static str, &'static [&'static str])> {
    entries().map(|entry| (entry.group, entry.name, entry.places))
}
