//! The words of a claim, piece by piece: numbers, words and signs.

use super::number::{digit, is_separator, is_space};
use super::region::Region;
use super::signs::{PREFIXES, SIGNS};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'a> {
    /// The kind of the piece.
    pub(super) kind: Kind,
    /// The piece as written.
    pub(super) text: &'a str,
    /// Whether a hyphen joins it to the piece before.
    pub(super) is_joined: bool,
}

/// The kind of a piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Digits with their separators.
    Number,
    /// Letters, here in lower case. A currency such as `US$` includes its sign.
    Word(String),
    /// A power of ten, as in `× 10⁹`.
    Power(i32),
    /// A sign that means something: `$`, `%`, `≈`.
    Sign(char),
}

impl Token<'_> {
    /// The word in lower case; empty if the piece is not a word.
    pub(super) fn word(&self) -> &str {
        match &self.kind {
            Kind::Word(word) => word,
            _ => "",
        }
    }

    /// Whether it is one of these words.
    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.word())
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Splits words into pieces. Spaces and punctuation are left out.
pub(super) fn tokens(text: &str, region: Region) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back();
        let (kind, length) = if let Some((power, length)) = power_of_ten(rest) {
            (Some(Kind::Power(power)), length)
        } else if digit(first).is_some() {
            (Some(Kind::Number), number_length(rest, region))
        } else if first.is_alphabetic() {
            let length = word_length(rest);
            (Some(Kind::Word(rest[..length].to_lowercase())), length)
        } else {
            let length = first.len_utf8();
            let next = rest[length..].chars().next();
            (sign(first, before, next).map(Kind::Sign), length)
        };
        if let Some(kind) = kind {
            let was_letter = text[..at].trim_end_matches(is_hyphen);
            tokens.push(Token {
                kind,
                text: &rest[..length],
                is_joined: before.is_some_and(is_hyphen)
                    && was_letter.ends_with(char::is_alphanumeric),
            });
        }
        at += length;
    }
    tokens
}

fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}')
}

/// Reads a character that is neither a digit nor a letter, if it has a meaning. A hyphen is a minus if it is
/// before a number and not after a word.
fn sign(sign: char, before: Option<char>, next: Option<char>) -> Option<char> {
    let is_before_number =
        next.is_some_and(|next| digit(next).is_some() || SIGNS.contains(&next) || next == '.');
    let is_after_word = before.is_some_and(|before| before.is_alphanumeric() || before == '.');
    match sign {
        '−' => Some(sign),
        '+' if !is_after_word => Some('−'),
        _ if is_hyphen(sign) => (is_before_number && !is_after_word).then_some('−'),
        '٪' | '％' => Some('%'),
        '$' | '＄' => Some('$'),
        '￥' => Some('¥'),
        '~' | '∼' | '≃' | '≈' => Some('≈'),
        '>' | '≥' | '≲' | '≤' | '+' | '×' | '%' | '‰' | '±' => Some(sign),
        '<' => Some('≲'),
        _ if SIGNS.contains(&sign) || sign.is_numeric() => Some(sign),
        // A point or comma that belongs to a number without a whole part.
        '.' | ',' if is_before_number && !is_after_word => Some(sign),
        _ => None,
    }
}

/// The length in bytes of the number that begins here.
fn number_length(text: &str, region: Region) -> usize {
    let mut length = 0;
    let mut digits = 0;
    loop {
        let rest = &text[length..];
        let run: usize = rest
            .chars()
            .take_while(|sign| digit(*sign).is_some())
            .map(char::len_utf8)
            .sum();
        digits = if digits == 0 {
            rest[..run].chars().count()
        } else {
            digits
        };
        length += run;
        let mut next = text[length..].chars();
        let Some(separator) = next.next() else {
            return length;
        };
        let following = next.as_str();
        let count = following
            .chars()
            .take_while(|sign| digit(*sign).is_some())
            .count();
        let goes_on = if is_space(separator) {
            // "1 234", but not "in 2025 380 billion".
            region.digits.groups.contains(&' ') && digits <= 3 && count == 3
        } else {
            is_separator(separator) && count > 0
        };
        if !goes_on {
            return length;
        }
        length += separator.len_utf8();
    }
}

/// Whether a letter is a scale of East Asia, where no spaces divide words: `525亿元`, `5千万円`.
fn is_scale(sign: char) -> bool {
    matches!(
        sign,
        '千' | '万' | '萬' | '亿' | '億' | '兆' | '만' | '억' | '조'
    )
}

/// The length in bytes of the word that begins here: its letters, and a dollar sign if the letters say which
/// dollar it is.
fn word_length(text: &str) -> usize {
    if let Some(scale) = text.chars().next().filter(|sign| is_scale(*sign)) {
        return scale.len_utf8();
    }
    let end = text.find(|sign: char| !sign.is_alphabetic());
    let length = end.unwrap_or(text.len());
    let is_prefix = PREFIXES.contains(&&text[..length]);
    let sign = text[length..].chars().next();
    let sign = sign.filter(|sign| is_prefix && matches!(sign, '$' | '¥'));
    length + sign.map_or(0, char::len_utf8)
}

/// Reads `× 10⁹` and `×10^9`.
fn power_of_ten(text: &str) -> Option<(i32, usize)> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let ten = text.strip_prefix('×')?.trim_start().strip_prefix("10")?;
    let (exponent, read) = match ten.strip_prefix('^') {
        Some(exponent) => (exponent, char::is_numeric as fn(char) -> bool),
        None => (ten, (|sign| RAISED.contains(sign)) as fn(char) -> bool),
    };
    let end = exponent.find(|sign| !read(sign)).unwrap_or(exponent.len());
    let value = |sign: char| {
        let raised = RAISED.chars().position(|raised| raised == sign);
        raised.and_then(|value| i32::try_from(value).ok())
    };
    let digits = exponent[..end].chars().map(|sign| match sign.to_digit(10) {
        Some(digit) => i32::try_from(digit).ok(),
        None => value(sign),
    });
    let digits: Vec<i32> = digits.collect::<Option<_>>()?;
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let power = digits.iter().fold(0, |power, digit| power * 10 + digit);
    Some((power, text.len() - exponent.len() + end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Locale;

    fn texts(text: &str, locale: Locale) -> Vec<String> {
        let tokens = tokens(text, locale.into());
        tokens
            .iter()
            .map(|token| {
                let joined = if token.is_joined { "-" } else { "" };
                format!("{joined}{}", token.text)
            })
            .collect()
    }

    #[test]
    fn takes_words_apart() {
        let english = |text| texts(text, Locale::English);
        assert_eq!(
            english("over US$1,234.5bn (about €53m)."),
            ["over", "US$", "1,234.5", "bn", "about", "€", "53", "m"]
        );
        assert_eq!(english("two-thirds, 50–60"), ["two", "-thirds", "50", "60"]);
        assert_eq!(english("1 234"), ["1", "234"]);
        assert_eq!(english("-5 and 5-6"), ["-", "5", "and", "5", "-6"]);
        assert_eq!(english("in 2025."), ["in", "2025"]);
        assert_eq!(english(""), [""; 0]);
        let french = |text| texts(text, Locale::French);
        assert_eq!(french("1 234,5 fois"), ["1 234,5", "fois"]);
        assert_eq!(french("1\u{202f}234\u{a0}567"), ["1\u{202f}234\u{a0}567"]);
        assert_eq!(french("2025 380"), ["2025", "380"]);
        assert_eq!(french("jusqu’à 39\u{a0}%"), ["jusqu", "à", "39", "%"]);
        assert_eq!(
            texts("das 1,5-Fache", Locale::German),
            ["das", "1,5", "-Fache"]
        );
    }

    #[test]
    fn powers_of_ten() {
        for text in ["× 10⁹ USD", "×10^9", "× 10^9."] {
            let tokens = tokens(text, Locale::Other.into());
            assert_eq!(tokens[0].kind, Kind::Power(9), "{text}");
        }
        assert_eq!(
            tokens("× 10¹²", Locale::Other.into())[0].kind,
            Kind::Power(12)
        );
        assert_eq!(
            tokens("× 10", Locale::Other.into())[0].kind,
            Kind::Sign('×')
        );
    }

    #[test]
    fn a_minus_is_no_hyphen() {
        let minus = |text| tokens(text, Locale::English.into())[0].is_sign('−');
        assert!(minus("-5"));
        assert!(minus("−5"));
        assert!(minus("-$5"));
        assert!(!minus("a-5"));
        assert!(!minus("- five"));
    }
}
