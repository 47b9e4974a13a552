//! How texts are broken into lines.

use article_widget::chart::text::{SIZE, width, wrapped};
use proptest::prelude::*;

/// The largest number of lines of a text.
const MOST: usize = 10;

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
fn what_does_not_fit_ends_in_an_ellipsis() {
    let lines = wrapped(&"ill ".repeat(200), SIZE, 100);
    assert_eq!(lines.len(), MOST);
    assert!(lines[MOST - 1].ends_with('…'), "{lines:?}");
    assert!(!lines[..MOST - 1].concat().contains('…'), "{lines:?}");
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
        prop_assert!((1..=MOST).contains(&lines.len()));
        let letters = |text: &str| text.replace(' ', "");
        let all = letters(&lines.concat());
        if let (MOST, Some(shown)) = (lines.len(), all.strip_suffix('…')) {
            prop_assert!(letters(&text).starts_with(shown));
        } else {
            prop_assert_eq!(all, letters(&text));
        }
    }

    #[test]
    fn a_word_is_broken_only_where_it_fills_a_line(text in texts(), limit in 120..400_u32) {
        let mut lines = wrapped(&text, SIZE, limit);
        if lines.len() == MOST {
            lines.pop();
        }
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
