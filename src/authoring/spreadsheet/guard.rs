//! Texts that a spreadsheet would change to formulas, dates or numbers. They are written with an apostrophe
//! before them, which is removed when they are read.

use crate::chart::export::is_formula;

/// The cell for a text.
pub(super) fn guarded(text: &str) -> String {
    if is_changed(text) || unguarded(text) != text {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text of a cell.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        // Further apostrophes are removed one by one: a text that begins with an apostrophe may be guarded too.
        Some(text) if is_changed(text) || unguarded(text) != text => text,
        _ => cell,
    }
}

/// Whether a spreadsheet would take a text for a formula, a date or a number.
fn is_changed(text: &str) -> bool {
    // The characters that dates and numbers consist of.
    let is_sign =
        |sign: char| sign.is_ascii_digit() || " .,:;/-+()%$€£¥\u{a0}\u{202f}eETZ".contains(sign);
    let has_digit = text.contains(|sign: char| sign.is_ascii_digit());
    is_formula(text)
        || (has_digit && (without_half(text).chars().all(is_sign) || has_month(text)))
        || is_one_of(text, &YES)
        || is_one_of(text, &NO)
}

/// A time without the half of the day after it: `5 PM`.
fn without_half(text: &str) -> &str {
    let mut halves = [" AM", " PM", " am", " pm"].into_iter();
    let half = halves.find_map(|half| text.strip_suffix(half));
    half.unwrap_or(text)
}

/// How spreadsheets write that something is true, by the language of their menus.
pub(super) const YES: [&str; 7] = [
    "true",
    "wahr",
    "vrai",
    "verdadero",
    "verdadeiro",
    "vero",
    "waar",
];

/// How spreadsheets write that something is false.
pub(super) const NO: [&str; 5] = ["false", "falsch", "faux", "falso", "onwaar"];

/// Whether a text is one of these words, with capitals or without.
pub(super) fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a short text contains the name of a month, as in `May 2025`, `5-May` and `März 2025`.
fn has_month(text: &str) -> bool {
    // The beginnings of the months in English, German, French, Spanish, Italian, Portuguese and Dutch.
    const MONTHS: [&str; 38] = [
        "jan", "jän", "ene", "gen", "feb", "fév", "fev", "mar", "mär", "mrz", "maa", "mrt", "apr",
        "avr", "abr", "may", "mai", "mag", "mei", "jun", "jui", "giu", "jul", "lug", "aug", "aoû",
        "ago", "sep", "set", "oct", "okt", "ott", "out", "nov", "dec", "dez", "déc", "dic",
    ];
    let words: Vec<&str> = text
        .split([' ', '\u{a0}', '-', '/', '.', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let is_month = |word: &&&str| {
        let start: String = word.to_lowercase().chars().take(3).collect();
        MONTHS.contains(&start.as_str())
    };
    let is_number = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let months = words.iter().filter(is_month).count();
    let numbers = words.iter().filter(is_number).count();
    months == 1 && months + numbers == words.len()
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_guarded() {
        for text in [
            "=1+1",
            "+49 30",
            "-5",
            "@home",
            "2025-02",
            "2025-02-24",
            "007",
            "1e5",
            "3/4",
            "May 2025",
            "5-Mar",
            "2025",
            "TRUE",
            "Faux",
            "März 2025",
            "5. Mai",
            "févr. 2025",
            "dic-25",
            "＝1+1",
            "$5",
            "(5)",
            "50 %",
            "1 234",
            "5 PM",
            "2025-02-24T09:30:00+08:00",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in [
            "Alder Works",
            "3M",
            "’tis",
            "'tis",
            "''Alder'' Works",
            "FY2025",
            "a=b",
            "may",
            "Q1 2025",
            "",
        ] {
            assert_eq!(guarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "('|=|-|@|[0-9]|[a-c]| |May|\\PC){0,8}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text);
        }
    }
}
