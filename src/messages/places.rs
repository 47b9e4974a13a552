//! The places for texts in messages, and which of these texts are isolated.
//!
//! A name in another script would take the signs and numbers beside it along: "First Alder 12" would have its words in
//! another order. So the text stands between two characters of Unicode, FIRST STRONG ISOLATE and POP DIRECTIONAL
//! ISOLATE. They work in attributes, drawings and announcements, too, where there are no elements.

/// The first sign of an isolated text: its first letter decides on its direction, or it runs from right to left.
const FIRST_STRONG: char = '\u{2068}';
const RIGHT_TO_LEFT: char = '\u{2067}';
/// The sign after an isolated text.
pub(super) const END: char = '\u{2069}';
/// With this sign, some sums of CLDR begin whose words run from right to left all the same.
const LEFT_TO_RIGHT_MARK: char = '\u{200e}';

/// The place of the first text in a message from right to left: each text is isolated.
#[cfg(feature = "prerender")]
pub(super) const ISOLATED: char = '\u{10}';
/// The place of the first text in a number, sum or date from right to left: CLDR has signs for their directions.
#[cfg(feature = "prerender")]
pub(super) const PLAIN: char = '\u{18}';

/// The number of a text, if a sign is its place. In a message from left to right, the places begin at U+0000.
pub(super) fn number(sign: char) -> Option<usize> {
    (sign < ' ').then_some(sign as usize & 7)
}

/// The sign before the text in a place, if it is isolated. In a message from left to right, that is a text with a letter
/// from right to left. A text with isolated texts is of the message's language.
pub(super) fn isolation(place: char, text: &str) -> Option<char> {
    let is_rtl = ('\u{10}'..'\u{18}').contains(&place);
    let mut is_isolated = is_rtl && !text.is_empty();
    for sign in text.chars() {
        if matches!(sign, FIRST_STRONG | RIGHT_TO_LEFT) {
            return None;
        }
        is_isolated |= place < '\u{10}' && is_right_to_left(sign);
    }
    let opening = if is_rtl && text.starts_with(LEFT_TO_RIGHT_MARK) {
        RIGHT_TO_LEFT
    } else {
        FIRST_STRONG
    };
    is_isolated.then_some(opening)
}

/// Whether a letter may be one from right to left; what else is in these blocks does no harm.
fn is_right_to_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..'\u{900}' | '\u{fb1d}'..'\u{fe00}' | '\u{fe70}'..'\u{ff00}' | '\u{10800}'..'\u{11000}' | '\u{1e800}'..'\u{1f000}')
}

/// A text without the signs around isolated texts, for machines.
#[must_use]
pub(crate) fn without_isolates(text: &str) -> String {
    let is_other = |sign: &char| !('\u{2066}'..='\u{2069}').contains(sign);
    text.chars().filter(is_other).collect()
}
