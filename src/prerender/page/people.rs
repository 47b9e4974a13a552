//! The authors of an article, for search engines: the people and desks that a byline names, one by one.
//!
//! A byline is written for readers, with places and offices: `Ada Byron in Beijing`, `Carl Sample, Business
//! Editor`. It is split at certain words in the languages that are known, and at the signs `;`, `&` and `/`
//! in all languages.

mod words;

use crate::format::Locale;
use words::{
    AGENCIES, DESK_ENDINGS, DESKS, FIRMS, INSTITUTIONS, OFFICES, OTHERS, PARTICLES, PLACES,
    SUFFIXES, Words,
};

/// A person, a desk or an agency that a byline names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contributor {
    /// The name alone.
    pub(super) name: String,
    /// Whether it is a desk or an agency, not a person.
    pub(super) is_organization: bool,
}

impl Contributor {
    /// A name as it is.
    pub(super) fn new(name: &str, locale: Locale) -> Self {
        Self {
            name: name.into(),
            is_organization: is_organization(name, locale),
        }
    }
}

/// The names that a byline holds. There is always at least one.
pub(super) fn named(byline: &str, locale: Locale) -> Vec<Contributor> {
    let text = without_brackets(byline);
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = without_by(&words, locale);
    let mut names: Vec<String> = whole
        .split([';', '/', '|', '·', '、'])
        .flat_map(|list| names_of_list(list, locale))
        .collect();
    names.retain(|name| !name.is_empty() && !OTHERS.contains(&name.to_lowercase().as_str()));
    if names.is_empty() {
        names.push(whole);
    }
    let contributors = names.iter().map(|name| Contributor::new(name, locale));
    contributors.collect()
}

/// The text without its remarks in brackets, unless it begins with one.
fn without_brackets(byline: &str) -> String {
    let mut rest = byline;
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('(') {
        text.push_str(before);
        if text.trim().is_empty() {
            return byline.into();
        }
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    text + rest
}

/// The byline without the word that the widget writes before it, however often.
fn without_by(words: &[&str], locale: Locale) -> String {
    let text = words.join(" ");
    let Some((first, rest)) = words.split_first() else {
        return text;
    };
    let by = Words::of(locale).by;
    let rest_text = rest.join(" ");
    let is_by = first.trim_end_matches(':').to_lowercase() == by && !by.is_empty();
    // `von Neumann` and `Von der Leyen` are names.
    let is_whole = is_desk(&rest_text)
        || locale == Locale::English && !rest.is_empty()
        || rest.len() > 1 && !starts_small(rest[0]);
    if is_by && is_whole {
        without_by(rest, locale)
    } else {
        text
    }
}

/// The names of a list such as `A, B and C`.
fn names_of_list(list: &str, locale: Locale) -> Vec<String> {
    let mut segments: Vec<Vec<&str>> = vec![Vec::new()];
    let words: Vec<&str> = list.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        if is_between(&words, at, locale) {
            segments.push(Vec::new());
        } else if let Some(segment) = segments.last_mut() {
            segment.push(word);
        }
    }
    let has_several = segments.len() > 1;
    let segments = segments.iter().map(|words| words.join(" "));
    segments
        .flat_map(|segment| names_of_segment(&segment, has_several, locale))
        .collect()
}

/// Whether a word stands between two names, and not inside of one, as in `Ramón y Cajal`, `von und zu`.
fn is_between(words: &[&str], at: usize, locale: Locale) -> bool {
    let (before, after) = (&words[..at], &words[at + 1..]);
    let is_firm = |word: &&str| FIRMS.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    if after.first().is_some_and(is_firm) {
        return false;
    }
    if words[at] == "&" || words[at] == "+" {
        return true;
    }
    is_and(words, at, locale)
        && before
            .last()
            .is_none_or(|last| !["von", "zu"].contains(last))
        && !is_in_surname(before, after, locale)
        && !is_in_institution(before, after)
}

/// Whether a word is a conjunction. In capitals, a single letter is an initial, unless all of the byline is in
/// capitals.
fn is_and(words: &[&str], at: usize, locale: Locale) -> bool {
    let word = words[at];
    let is_shouted = || !words.iter().any(|word| word.contains(char::is_lowercase));
    let is_clear = starts_small(word) || word.chars().nth(1).is_some() || is_shouted();
    is_clear
        && Words::of(locale)
            .and
            .contains(&word.to_lowercase().as_str())
}

/// Whether the conjunction between these words belongs to a Spanish surname: one word follows it, before the end, a
/// comma or another conjunction.
fn is_in_surname(before: &[&str], after: &[&str], locale: Locale) -> bool {
    if locale != Locale::Spanish {
        return false;
    }
    let ends = |at: &usize| is_and(after, *at, locale);
    let next = (0..after.len()).find(ends);
    let (Some(first), is_alone) = (after.first(), after.len() == 1) else {
        return false;
    };
    let is_name =
        !is_organization(first, locale) && !OTHERS.contains(&first.to_lowercase().as_str());
    let start = before
        .iter()
        .rposition(|word| word.ends_with(',') || ["y", "e", "Y", "E"].contains(word));
    let own = before.len() - start.map_or(0, |start| start + 1);
    let is_list = before.iter().any(|word| word.ends_with(','));
    is_name && own > 1 && (next == Some(1) || first.ends_with(',') || is_alone && !is_list)
}

/// Whether the conjunction between these words belongs to a name such as `Department of Trade and Industry`.
fn is_in_institution(before: &[&str], after: &[&str]) -> bool {
    let own = before.iter().rev().take_while(|word| !word.ends_with(','));
    let own: Vec<String> = own.map(|word| word.to_lowercase()).collect();
    let is_one_word = after.len() == 1 || after.first().is_some_and(|word| word.ends_with(','));
    let is_named = |pair: &[String]| pair[0] == "of" && INSTITUTIONS.contains(&pair[1].as_str());
    is_one_word && own.windows(2).any(is_named)
}

/// The names of a text between two conjunctions. The words after a comma are a name, a place or an office.
fn names_of_segment(segment: &str, has_several: bool, locale: Locale) -> Vec<String> {
    // In languages that are not known, commas have no meaning.
    if locale == Locale::Other {
        return vec![segment.into()];
    }
    let mut parts = segment
        .split(',')
        .map(|part| without_role(part, locale).trim())
        .filter(|part| !part.is_empty());
    let Some(first) = parts.next() else {
        return Vec::new();
    };
    let mut names = vec![without_place(first, locale)];
    let is_short = !names[0].contains(' ') && !is_organization(first, locale);
    for part in parts {
        let name = without_place(part, locale);
        let word = part.trim_end_matches('.').to_lowercase();
        if SUFFIXES.contains(&word.as_str()) {
            let last = names.pop().unwrap_or_default();
            names.push(format!("{last}, {part}"));
        } else if is_organization(&name, locale) || is_full_name(&name) || has_several && is_short {
            names.push(name);
        } else if is_short && !has_several {
            // `Byron, Ada`.
            return vec![segment.into()];
        }
    }
    names
}

/// A name without what its owner did: `photographs by Ada Byron`, `Text: Anna Beispiel`.
fn without_role(part: &str, locale: Locale) -> &str {
    let by = match locale {
        Locale::English => " by ",
        Locale::French => " par ",
        Locale::Spanish => " por ",
        // A name may contain the word.
        Locale::German | Locale::Other => ": ",
    };
    let after = part.split_once(by).or_else(|| part.split_once(": "));
    after.map_or(part, |(_, name)| name)
}

/// A name without the place or the paper after it.
fn without_place(part: &str, locale: Locale) -> String {
    let words: Vec<&str> = part.split_whitespace().collect();
    let place = words
        .iter()
        .skip(1)
        .position(|word| Words::of(locale).of.contains(word));
    match place {
        Some(at) if !is_organization(part, locale) => words[..=at].join(" "),
        _ => words.join(" "),
    }
}

fn is_organization(name: &str, locale: Locale) -> bool {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let is_article = first.eq_ignore_ascii_case("the") || Words::of(locale).the.contains(&first);
    is_article && !rest.is_empty() || name.starts_with("l’") || is_desk(name)
}

/// Whether a name is the name of an agency, or contains a word for a desk.
fn is_desk(name: &str) -> bool {
    let name = name.to_lowercase();
    // Surnames end in this word.
    let is_staff = |word: &str| word == "staff";
    let is_desk = |word: &str| {
        is_staff(word)
            || DESKS.iter().any(|desk| word.contains(desk))
            || DESK_ENDINGS.iter().any(|end| word.ends_with(end))
    };
    let mut ends = [name.split(' ').next(), name.rsplit(' ').next()]
        .into_iter()
        .flatten();
    AGENCIES.contains(&name.as_str())
        || name.split(|sign: char| !sign.is_alphabetic()).any(is_desk)
        || name.contains(' ') && ends.any(|word| INSTITUTIONS.contains(&word))
}

/// Whether words after a comma are a first name and a surname, not a place or an office.
fn is_full_name(part: &str) -> bool {
    let words: Vec<String> = part.split(' ').map(str::to_lowercase).collect();
    let is_office = |word: &String| OFFICES.iter().any(|office| word.starts_with(office));
    let is_part = |word: &str| !starts_small(word) || PARTICLES.contains(&word);
    words.len() > 1
        && part.split(' ').all(is_part)
        && !part.contains(|sign: char| sign.is_numeric() || sign == '@')
        && !words.iter().any(is_office)
        && !PLACES.contains(&words[0].trim_end_matches('.'))
}

fn starts_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests;
