//! How texts are broken into lines.

use article_widget::chart::text::{SIZE, balanced, width, wrapped};
use proptest::prelude::*;

#[test]
fn a_text_is_broken_between_words() {
    for (text, lines) in [
        ("", vec![""]),
        ("Alibaba", vec!["Alibaba"]),
        ("Taiwan Semiconductor", vec!["Taiwan", "Semiconductor"]),
        ("A B C", vec!["A B C"]),
        ("Semiconductors", vec!["Semiconductor", "s"]),
    ] {
        assert_eq!(wrapped(text, SIZE, 130), lines, "{text}");
    }
}

#[test]
fn an_address_is_broken_where_its_parts_end() {
    let lines = wrapped("example.org/news/artificial-intelligence", SIZE, 150);
    assert_eq!(lines, ["example.org/", "news/artificial-", "intelligence"]);
}

#[test]
fn no_line_begins_with_a_sign_that_stands_on_a_letter() {
    for (word, letter) in [("e\u{301}", 'e'), ("ก\u{e31}", 'ก'), ("ب\u{64e}", 'ب')] {
        let text = word.repeat(40);
        for limit in 20..200 {
            let lines = wrapped(&text, SIZE, limit);
            assert!(
                lines.iter().all(|line| line.starts_with(letter)),
                "{lines:?}"
            );
            assert_eq!(lines.concat(), text);
        }
    }
}

#[test]
fn balanced_lines_are_no_more_and_about_as_long() {
    for text in [
        "Third in total, last by the year: what Alibaba’s promise amounts to",
        "Alibaba’s dollar figure is the equivalent stated with its commitment.",
        "Short",
    ] {
        for limit in (60..700).step_by(20) {
            let (plain, balanced) = (wrapped(text, SIZE, limit), balanced(text, SIZE, limit));
            assert_eq!(plain.len(), balanced.len(), "{balanced:?}");
            let lengths = |lines: &[String]| lines.iter().map(|line| width(line, SIZE)).max();
            assert!(lengths(&balanced) <= lengths(&plain), "{balanced:?}");
        }
    }
    let lines = balanced("Commitment in total and per year, in US dollars", SIZE, 350);
    assert_eq!(
        lines,
        ["Commitment in total and", "per year, in US dollars"]
    );
}

#[test]
fn wider_letters_are_wider() {
    assert_eq!(width("", SIZE), 0);
    assert!(width("iii", SIZE) < width("aaa", SIZE));
    assert!(width("aaa", SIZE) < width("mmm", SIZE));
    assert!(width("a", 12) < width("a", 14));
    // Ideographs are as wide as they are high.
    assert!(width("字", 100) >= 100);
}

/// Words of narrow and wide letters. Some are longer than a line.
fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec("[il.aWm…字é]{1,40}|[a-z]{1,12}", 1..20).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn no_line_is_too_wide(text in texts(), limit in 20..400_u32) {
        for line in wrapped(&text, SIZE, limit) {
            let is_one = line.chars().count() == 1;
            prop_assert!(width(&line, SIZE) <= limit || is_one, "{line:?} in {limit}");
        }
    }

    #[test]
    fn nothing_is_lost_but_spaces(text in texts(), limit in 20..400_u32) {
        let lines = wrapped(&text, SIZE, limit);
        let letters = |text: &str| text.replace(' ', "");
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
    }

    #[test]
    fn a_word_is_broken_only_where_it_fills_a_line(text in texts(), limit in 120..400_u32) {
        let lines = wrapped(&text, SIZE, limit);
        for pair in lines.windows(2) {
            let (first, second) = (&pair[0], &pair[1]);
            // If a line ends inside of a word, it contains no other word.
            let at = text.match_indices(first.as_str()).any(|(at, _)| {
                let rest = &text[at + first.len()..];
                rest.starts_with(' ') || !first.contains(' ') || !rest.starts_with(second.as_str())
            });
            prop_assert!(at, "{first:?} / {second:?}");
        }
    }
}
