//! Texts that a spreadsheet would change to formulas, dates or numbers. They are written with an apostrophe
//! before them, which is removed when they are read.

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
        Some(text) if text.starts_with('\'') || is_changed(text) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet would take a text for a formula, a date or a number.
fn is_changed(text: &str) -> bool {
    // The characters that dates and numbers consist of.
    let is_sign = |sign: char| sign.is_ascii_digit() || " .,:;/-+eETZ%".contains(sign);
    let has_digit = text.contains(|sign: char| sign.is_ascii_digit());
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
        || (has_digit && (text.chars().all(is_sign) || has_month(text)))
        || ["true", "false"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a short text contains the name of a month, as in `May 2025` and `5-May`.
fn has_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let words: Vec<&str> = text
        .split([' ', '-', '/', '.', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let is_month = |word: &&&str| {
        let start = word.get(..3).unwrap_or_default();
        MONTHS.iter().any(|month| month.eq_ignore_ascii_case(start))
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
            "2025-02-24T09:30:00+08:00",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in [
            "Alder Works",
            "3M",
            "’tis",
            "'tis",
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
