//! The tags of languages (BCP 47).

/// Whether a text is a tag such as `en` or `zh-Hant`.
pub(crate) fn is_tag(text: &str) -> bool {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    // Languages have tags of two or three letters. A longer word is the name of a language.
    let is_language = |part: &str| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    text.split('-').next().is_some_and(is_language) && text.split('-').all(is_part)
}
