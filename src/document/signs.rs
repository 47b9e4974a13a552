//! Invisible characters: which of them are forbidden in the texts of a document, and how messages show them.

use std::fmt::Write;

/// Whether a character is forbidden in every text: a control character, a line separator or a noncharacter of
/// Unicode. They come in with pasted text, and programs that read the document fail on them. Tabs and line
/// breaks are allowed.
pub(crate) fn is_forbidden(sign: char) -> bool {
    let is_no_character =
        matches!(sign, '\u{fdd0}'..='\u{fdef}') || u32::from(sign) & 0xfffe == 0xfffe;
    (sign.is_control() && !matches!(sign, '\t' | '\n' | '\r'))
        || matches!(sign, '\u{2028}' | '\u{2029}')
        || is_no_character
}

/// Whether a character has no width. Some scripts need such characters in words, but ids, figures and addresses
/// never do.
pub(crate) fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}

/// The first character of a text for which `is_one` is true, in the form that messages use: `U+200B`.
pub(crate) fn find(text: &str, is_one: impl Fn(char) -> bool) -> Option<String> {
    let found = text.chars().find(|sign| is_one(*sign))?;
    Some(format!("U+{:04X}", u32::from(found)))
}

/// The first character without a width in a prose text, as messages name it. Joiners are part of emoji and of
/// words.
#[cfg(feature = "authoring")]
pub(crate) fn unseen(text: &str) -> Option<String> {
    find(text, |sign| is_invisible(sign) && sign != '\u{200d}')
}

/// A text in which invisible characters are replaced by escapes such as `\u{200b}`.
pub(crate) fn visible(text: String) -> String {
    if !text.contains(|sign| is_invisible(sign) || is_forbidden(sign)) {
        return text;
    }
    let mut visible = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_invisible(sign) || is_forbidden(sign) {
            // Writing to a string never fails.
            let _ = write!(visible, "{}", sign.escape_unicode());
        } else {
            visible.push(sign);
        }
    }
    visible
}

#[cfg(test)]
mod tests {
    use super::{find, is_forbidden, is_invisible, visible};

    #[test]
    fn unseen_characters_are_told_apart() {
        for sign in [
            '\u{1}',
            '\u{8}',
            '\u{b}',
            '\u{c}',
            '\u{7f}',
            '\u{85}',
            '\u{2028}',
            '\u{2029}',
            '\u{fffe}',
            '\u{fdd0}',
            '\u{1ffff}',
        ] {
            assert!(is_forbidden(sign) && !is_invisible(sign), "{sign:?}");
        }
        for sign in [
            '\u{ad}', '\u{200b}', '\u{200d}', '\u{202e}', '\u{2060}', '\u{feff}',
        ] {
            assert!(is_invisible(sign) && !is_forbidden(sign), "{sign:?}");
        }
        for sign in [
            '\t', '\n', 'a', 'é', '漢', '😀', '\u{a0}', '\u{3000}', '\u{fffd}', '\u{301}',
        ] {
            assert!(!is_forbidden(sign) && !is_invisible(sign), "{sign:?}");
        }
    }

    #[test]
    fn messages_show_them() {
        assert_eq!(visible("a\u{200b}b\u{b}c é".into()), "a\\u{200b}b\\u{b}c é");
        assert_eq!(find("ab\u{b}", is_forbidden).as_deref(), Some("U+000B"));
        assert_eq!(find("ab", is_forbidden), None);
    }
}
