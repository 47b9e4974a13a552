//! The authors of an article, for search engines: the people and desks that a byline names, one by one.
//!
//! A byline is written for readers, with places and offices: `Ada Byron in Beijing`, `Carl Sample, Business
//! Editor`. It is split at certain words in the languages that are known, and at the signs `;`, `&` and `/`
//! in all languages.

use crate::format::Locale;

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

/// The words between and around the names of a byline, in a language.
struct Words {
    /// The word before the first name.
    by: &'static str,
    /// Words between two names.
    and: &'static [&'static str],
    /// Words before a place or a paper.
    of: &'static [&'static str],
    /// Words with which the name of a desk begins.
    the: &'static [&'static str],
}

impl Words {
    fn of(locale: Locale) -> Self {
        match locale {
            Locale::English => Self {
                by: "by",
                and: &["and", "with"],
                of: &["in", "at", "for", "from"],
                the: &["the"],
            },
            Locale::German => Self {
                by: "von",
                and: &["und", "mit"],
                of: &["in", "aus", "für"],
                the: &["die", "der", "das"],
            },
            Locale::French => Self {
                by: "par",
                and: &["et", "avec"],
                of: &["à", "en", "au", "aux", "pour"],
                the: &["la", "le", "les"],
            },
            Locale::Spanish => Self {
                by: "por",
                and: &["y", "e", "con"],
                of: &["en", "desde", "para"],
                the: &["la", "el", "los", "las"],
            },
            Locale::Other => Self {
                by: "",
                and: &[],
                of: &[],
                the: &[],
            },
        }
    }
}

/// How words for a desk or an agency begin, and the names of agencies.
const DESKS: [&str; 10] = [
    "desk",
    "newsroom",
    "staff",
    "team",
    "redaktion",
    "rédaction",
    "redacción",
    "agentur",
    "agence",
    "agencia",
];
const AGENCIES: [&str; 9] = [
    "afp", "ansa", "ap", "apa", "dpa", "efe", "reuters", "tass", "xinhua",
];
/// Words that stand in the place of a name, but do not name an author.
const OTHERS: [&str; 6] = [
    "agencies",
    "agenturen",
    "agences",
    "agencias",
    "others",
    "andere",
];
/// How words for an office begin.
const OFFICES: [&str; 17] = [
    "analyst",
    "autor",
    "bureau",
    "chef",
    "chief",
    "columnist",
    "correspon",
    "editor",
    "journalist",
    "korrespondent",
    "leiter",
    "periodista",
    "producer",
    "redact",
    "redakteur",
    "reporter",
    "writer",
];
/// How places of two words begin.
const PLACES: [&str; 22] = [
    "abu",
    "addis",
    "bad",
    "buenos",
    "cape",
    "ciudad",
    "hong",
    "kuala",
    "las",
    "los",
    "mexico",
    "new",
    "north",
    "nueva",
    "puerto",
    "rio",
    "san",
    "santa",
    "south",
    "st",
    "tel",
    "washington",
];
/// Parts of names that are written in lower case.
const PARTICLES: [&str; 18] = [
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "ter", "van", "von", "zu",
];
/// Suffixes that follow a comma and belong to a name.
const SUFFIXES: [&str; 6] = ["ii", "iii", "iv", "jr", "jun", "sr"];

/// The names that a byline holds. There is always at least one.
pub(super) fn named(byline: &str, locale: Locale) -> Vec<Contributor> {
    let words: Vec<&str> = without_brackets(byline).split_whitespace().collect();
    let whole = without_by(&words, locale);
    let mut names: Vec<String> = whole
        .split([';', '/', '|', '·'])
        .flat_map(|list| names_of_list(list, locale))
        .collect();
    names.retain(|name| !name.is_empty() && !OTHERS.contains(&name.as_str()));
    if names.is_empty() {
        names.push(whole);
    }
    let contributors = names.iter().map(|name| Contributor::new(name, locale));
    contributors.collect()
}

/// The text up to its first bracket, unless the text begins with the bracket.
fn without_brackets(byline: &str) -> &str {
    let end = byline
        .find('(')
        .filter(|end| !byline[..*end].trim().is_empty());
    &byline[..end.unwrap_or(byline.len())]
}

/// The byline without the word that the widget writes before it.
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
    if is_by && is_whole { rest_text } else { text }
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
    if words[at] == "&" || words[at] == "+" {
        return true;
    }
    let (before, after) = (&words[..at], &words[at + 1..]);
    let is_list = |words: &[&str]| words.iter().any(|word| word.ends_with(','));
    let is_surname = locale == Locale::Spanish
        && matches!(after, [last] if !is_organization(last, locale) && !OTHERS.contains(last))
        && before.len() > 1
        && !is_list(before);
    Words::of(locale).and.contains(&words[at])
        && before
            .last()
            .is_none_or(|last| !["von", "zu"].contains(last))
        && !is_surname
}

/// The names of a text between two conjunctions. The words after a comma are a name, a place or an office.
fn names_of_segment(segment: &str, has_several: bool, locale: Locale) -> Vec<String> {
    // In languages that are not known, commas have no meaning.
    if locale == Locale::Other {
        return vec![segment.into()];
    }
    let mut parts = segment
        .split(',')
        .map(str::trim)
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
    let is_desk = |word: &str| DESKS.iter().any(|desk| word.contains(desk));
    AGENCIES.contains(&name.as_str()) || name.split(' ').any(is_desk)
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
