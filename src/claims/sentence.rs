//! The sentence around a figure.

use super::MAX_WORDS;
use std::ops::Range;

/// How many characters of a long sentence are shown on each side of the figure.
const SHOWN: usize = 300;

/// Words with a point that end no sentence.
const ABBREVIATIONS: [&str; 56] = [
    "approx", "art", "av", "bn", "bzw", "ca", "cf", "cía", "co", "corp", "dept", "dr", "dra", "ed",
    "est", "etc", "evtl", "fig", "ggf", "gov", "hon", "inc", "inkl", "jr", "lic", "ltd", "mag",
    "mill", "mio", "mr", "mrd", "mrs", "ms", "nr", "núm", "p", "pp", "prof", "rd", "rep", "rev",
    "sen", "sog", "sr", "sra", "st", "std", "str", "tel", "tsd", "usw", "usd", "vgl", "vol", "vs",
    "zzgl",
];

/// In German, these words after "24." name a day. German needs the list because every noun has a capital.
const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// The sentence that holds a part of a text. A very long sentence is cut to the words near the part.
pub(super) fn around(text: &str, part: &Range<usize>) -> String {
    let (left, is_cut_left) = match text[..part.start].char_indices().rev().nth(SHOWN) {
        Some((cut, _)) => (cut, true),
        None => (0, false),
    };
    let (right, is_cut_right) = match text[part.end..].char_indices().nth(SHOWN) {
        Some((cut, _)) => (part.end + cut, true),
        None => (text.len(), false),
    };
    let near = &text[left..right];
    let (start, end) = (part.start - left, part.end - left);
    let ends = |from: usize| {
        let signs = near[from..].char_indices();
        signs.filter_map(move |(at, sign)| end_of_sentence(near, from + at, sign))
    };
    // The part may itself end with the sentence.
    let last = near[start..end].chars().next_back();
    let last = end - last.map_or(0, char::len_utf8);
    let before = match ends(0).take_while(|place| *place <= start).last() {
        Some(place) => near[place..start].into(),
        None if is_cut_left => {
            let words = near[..start].split_once(char::is_whitespace);
            format!("… {}", words.map_or(&near[..start], |(_, words)| words))
        }
        None => near[..start].to_owned(),
    };
    let after = match ends(last).next() {
        Some(place) => near[end..place.max(end)].into(),
        None if is_cut_right => {
            let words = near[end..].rsplit_once(char::is_whitespace);
            format!("{} …", words.map_or(&near[end..], |(words, _)| words))
        }
        None => near[end..].to_owned(),
    };
    let mut part: String = near[start..end].chars().take(MAX_WORDS).collect();
    if part.len() < end - start {
        part.push('…');
    }
    format!("{before}{part}{after}").trim().into()
}

/// The end of the sentence, if this sign ends one: after the quotation marks and brackets that close with it.
fn end_of_sentence(text: &str, at: usize, sign: char) -> Option<usize> {
    let end = at + sign.len_utf8();
    let rest = &text[end..];
    let after = rest.trim_start_matches(is_closing);
    let end = text.len() - after.len();
    if matches!(sign, '。' | '！' | '？' | '।' | '۔') {
        return Some(end);
    }
    if !matches!(sign, '.' | '!' | '?' | '…' | '؟') || !after.starts_with(char::is_whitespace) {
        return None;
    }
    let next = after
        .trim_start()
        .trim_start_matches(|sign: char| !sign.is_alphanumeric());
    // "Alibaba Group Holding Ltd. will", "“How much?” he asked".
    if next.starts_with(char::is_lowercase) {
        return None;
    }
    let is_abbreviation = sign == '.' && rest.len() == after.len() && is_short(&text[..at], next);
    (!is_abbreviation).then_some(end)
}

fn is_closing(sign: char) -> bool {
    matches!(
        sign,
        '"' | '\'' | '”' | '’' | '“' | '‘' | '»' | '›' | ')' | ']' | '」' | '』' | '）'
    )
}

/// Whether the point after this text belongs to its last word.
fn is_short(text: &str, next: &str) -> bool {
    let word = text.rsplit(|sign: char| !sign.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    let is_day = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_day {
        return GERMAN_MONTHS.iter().any(|month| next.starts_with(month));
    }
    // An initial, not the last letter of "Microsoft's".
    let is_owner = text[..text.len() - word.len()].ends_with(['\'', '’']);
    let is_initial =
        !is_owner && word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentence around the part in brackets.
    fn sentence(marked: &str) -> String {
        let start = marked.find('[').unwrap();
        let end = marked.find(']').unwrap() - 1;
        around(&marked.replace(['[', ']'], ""), &(start..end))
    }

    #[test]
    fn sentences() {
        for (text, found) in [
            ("One. Two [53] three. Four.", "Two 53 three."),
            ("[53] alone", "53 alone"),
            (
                "As large [53] as Microsoft’s. Divided by.",
                "As large 53 as Microsoft’s.",
            ),
            ("It is [53]. Then more.", "It is 53."),
            ("It is 1.5 and [53.5] now. Then.", "It is 1.5 and 53.5 now."),
            ("What? [53]! Yes.", "53!"),
            (
                "A. B. Alibaba Holding Ltd. will put [53] in. So.",
                "A. B. Alibaba Holding Ltd. will put 53 in.",
            ),
            (
                "Alibaba Inc. Chief Wu said [53]. So.",
                "Alibaba Inc. Chief Wu said 53.",
            ),
            (
                "So said J. Ma of [53] in the U.S. Senate. So.",
                "So said J. Ma of 53 in the U.S. Senate.",
            ),
            (
                "He said “It was [53].” Then he left.",
                "He said “It was 53.”",
            ),
            ("“How much?” he asked. “[53],” she said.", "“53,” she said."),
            ("(It was so.) It is [53].", "It is 53."),
            (
                "Am 24. Februar kamen [53 Mrd. Dollar] dazu. Dann nicht.",
                "Am 24. Februar kamen 53 Mrd. Dollar dazu.",
            ),
            ("So war es in 24. Dann kamen [53]. Ende.", "Dann kamen 53."),
            ("前年。约[530]亿美元。明年。", "约530亿美元。"),
            ("他说：“约[530]亿。”明年。", "他说：“约530亿。”"),
            ("One… Two [53]", "Two 53"),
            ("It went on … and [53] came.", "It went on … and 53 came."),
            ("It costs [$53 bn.] Next one.", "It costs $53 bn. Next one."),
        ] {
            assert_eq!(sentence(text), found, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_is_cut() {
        let long = format!("{} [53] {}", "before ".repeat(100), "after ".repeat(100));
        let found = sentence(&long);
        assert!(found.starts_with("… before "), "{found}");
        assert!(found.ends_with(" after …"), "{found}");
        assert!(found.contains(" 53 "), "{found}");
        assert!(found.len() < 700, "{found}");
        let long = sentence(&format!("[{}]", "5".repeat(1_000)));
        assert_eq!(long, format!("{}…", "5".repeat(MAX_WORDS)));
    }
}
