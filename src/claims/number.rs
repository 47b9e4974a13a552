//! Numbers in digits, as each region writes them.

use super::region::{Digits, Region};

/// A number with the digits it was written with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// The number in plain digits with a point: `1234.5`.
    pub(super) text: String,
    /// Its value.
    pub(super) value: f64,
}

impl Number {
    /// The size of one step of its last written digit: 0.1 for 1234.5.
    pub(super) fn step(&self) -> f64 {
        let places = self
            .text
            .split_once('.')
            .map_or(0, |(_, places)| places.len());
        10_f64.powf(-count(places))
    }

    /// The same, if the zeros at the end of a whole number only fill it: 10 for 130.
    pub(super) fn rough_step(&self) -> f64 {
        let zeros = self.text.len() - self.text.trim_end_matches('0').len();
        if self.text.contains('.') || zeros == self.text.len() {
            self.step()
        } else {
            10_f64.powf(count(zeros))
        }
    }
}

/// A count of digits.
fn count(digits: usize) -> f64 {
    u16::try_from(digits).map_or(f64::INFINITY, f64::from)
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self {
            text: value.to_string(),
            value: value.into(),
        }
    }
}

/// A digit of any script as an ASCII digit.
pub(super) fn digit(sign: char) -> Option<char> {
    // The zeros of ASCII, Arabic, Persian, Devanagari, Bengali and of the full-width forms.
    const ZEROS: [char; 6] = ['0', '٠', '۰', '०', '০', '０'];
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(sign).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10).filter(|_| value < 10)
    })
}

/// Whether a sign other than a space can stand between the digits of a number.
pub(super) fn is_separator(sign: char) -> bool {
    matches!(sign, '.' | ',' | '\'' | '’' | '٫' | '٬')
}

/// Whether a sign is a space that can stand between the digits of a number.
pub(super) fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The numbers that the digits of a text can mean. There is more than one only if the language is not known.
///
/// # Errors
///
/// A clause that says why the digits are not understood, and how to correct them.
pub(super) fn read(written: &str, region: Region) -> Result<Vec<Number>, String> {
    let readings = readings(written, region);
    match &*readings {
        [] => Err(unreadable(written, region)),
        [one, other, ..] if region.is_strict() => Err(format!(
            "holds “{written}”, which some readers in the region of this document take for {} and others for {}, so that it cannot be checked: write no separator between thousands, and no three digits after the point",
            one.text, other.text
        )),
        _ => Ok(readings),
    }
}

/// A message that a figure is not understood.
pub(super) fn unreadable(written: &str, region: Region) -> String {
    let example = region.digits.example;
    format!(
        "holds “{written}”, which is not understood: write the figure in digits, such as {example}"
    )
}

/// The numbers that digits with separators can mean. There are none if the region does not write numbers in
/// this way, and more than one if a number such as 1,234 can be read in two ways.
pub(super) fn readings(written: &str, region: Region) -> Vec<Number> {
    let mut readings = Vec::new();
    for point in region.digits.points {
        if let Some(number) = with_point(written, *point, region.digits)
            && !readings.contains(&number)
        {
            readings.push(number);
        }
    }
    readings
}

/// Reads a number with this sign before its fraction.
fn with_point(written: &str, point: char, style: &Digits) -> Option<Number> {
    let (whole, fraction) = match written.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (written, None),
    };
    let mut text = whole_number(whole, style)?;
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(&digits(fraction)?);
    }
    let value = text.parse().ok()?;
    Some(Number { text, value })
}

/// The digits of a whole number. Its groups must be separated by one kind of sign.
fn whole_number(written: &str, style: &Digits) -> Option<String> {
    let mut signs = written.chars().filter(|sign| digit(*sign).is_none());
    let Some(sign) = signs.next().map(kind) else {
        return digits(written);
    };
    if !style.groups.contains(&sign) || signs.any(|other| kind(other) != sign) {
        return None;
    }
    let groups: Vec<String> = written
        .split(|other| kind(other) == sign)
        .map(digits)
        .collect::<Option<_>>()?;
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let is_whole = (1..=3).contains(&first.len()) && !first.starts_with('0') && last.len() == 3;
    let is_in = |length| middle.iter().all(|group| group.len() == length);
    let has_lakhs = style.has_lakhs && first.len() <= 2 && is_in(2);
    (is_whole && (is_in(3) || has_lakhs)).then(|| groups.concat())
}

/// The separator that stands for all of the same kind.
fn kind(sign: char) -> char {
    match sign {
        '’' => '\'',
        _ if is_space(sign) => ' ',
        _ => sign,
    }
}

fn digits(text: &str) -> Option<String> {
    text.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Locale;

    fn texts(written: &str, region: impl Into<Region>) -> Vec<String> {
        let readings = readings(written, region.into());
        readings.into_iter().map(|number| number.text).collect()
    }

    #[test]
    fn separators_by_language() {
        for (written, locale, text) in [
            ("380", Locale::English, "380"),
            ("1,234.5", Locale::English, "1234.5"),
            ("12,345,678", Locale::English, "12345678"),
            ("1.50", Locale::English, "1.50"),
            ("1.234,5", Locale::German, "1234.5"),
            ("1 234,5", Locale::German, "1234.5"),
            ("53.000", Locale::Spanish, "53000"),
            ("1\u{202f}234,5", Locale::French, "1234.5"),
            ("1\u{a0}234\u{a0}567", Locale::French, "1234567"),
            ("1’234,5", Locale::German, "1234.5"),
            ("1234", Locale::German, "1234"),
            ("١٢٣٫٥", Locale::Other, "123.5"),
            ("５３", Locale::Other, "53"),
        ] {
            assert_eq!(texts(written, locale), [text], "{written} {locale:?}");
        }
    }

    #[test]
    fn another_language_can_mean_two_numbers() {
        assert_eq!(texts("1,234", Locale::Other), ["1234", "1.234"]);
        assert_eq!(texts("1.234", Locale::Other), ["1.234", "1234"]);
        assert_eq!(texts("1,5", Locale::Other), ["1.5"]);
        assert_eq!(texts("1.234,5", Locale::Other), ["1234.5"]);
    }

    #[test]
    fn what_no_number_of_the_language_is() {
        for (written, locale) in [
            ("1,5", Locale::English),
            ("1.2.3", Locale::English),
            ("12,34", Locale::English),
            ("1234,567", Locale::English),
            ("1.5", Locale::German),
            ("1.5", Locale::French),
            ("53.00", Locale::Spanish),
            ("0.500", Locale::Spanish),
            ("5,25,000", Locale::English),
            ("1,234’567", Locale::English),
        ] {
            assert_eq!(texts(written, locale), [""; 0], "{written} {locale:?}");
        }
    }

    #[test]
    fn separators_by_region() {
        for (written, tag, found) in [
            ("52,500", "es-MX", &["52500"][..]),
            ("52,500.5", "es-MX", &["52500.5"]),
            ("1’234,567", "es-MX", &[]),
            ("52 500", "es-MX", &["52500"]),
            ("52.500", "es-MX", &["52.500"]),
            ("52,5", "es-MX", &[]),
            ("52.500,5", "es-MX", &[]),
            ("52.500,5", "es-AR", &["52500.5"]),
            ("52.5", "es-AR", &[]),
            ("52,500", "es-419", &["52500", "52.500"]),
            ("52.5", "es-419", &["52.5"]),
            ("52,5", "es-419", &["52.5"]),
            ("52,500.5", "es-419", &["52500.5"]),
            ("52’500.5", "de-CH", &["52500.5"]),
            ("52'500,5", "de-LI", &["52500.5"]),
            ("52 500.5", "de-CH", &["52500.5"]),
            ("52,5", "de-CH", &["52.5"]),
            ("52.500", "de-CH", &["52.500", "52500"]),
            ("0.500", "de-CH", &["0.500"]),
            ("52.500,5", "de-AT", &["52500.5"]),
            ("52\u{a0}500,5", "de-AT", &["52500.5"]),
            ("52.5", "de-AT", &[]),
            ("52\u{202f}500.5", "fr-CH", &["52500.5"]),
            ("52,500", "fr-CH", &["52.500", "52500"]),
            ("52\u{a0}500,5", "fr-CA", &["52500.5"]),
            ("52.500", "fr-CA", &[]),
            ("52.500", "fr-LU", &["52500"]),
            ("5,25,000", "en-IN", &["525000"]),
            ("1,23,45,678.5", "en-IN", &["12345678.5"]),
            ("525,000", "en-IN", &["525000"]),
            ("12,345,678", "en-IN", &["12345678"]),
            ("123,45,678", "en-IN", &[]),
            ("1,23,456,789", "en-IN", &[]),
            ("52 500,5", "en-ZA", &["52500.5"]),
            ("52.5", "en-ZA", &["52.5"]),
            ("52,500", "en-ZA", &["52500", "52.500"]),
            ("52,500.5", "en-DE", &["52500.5"]),
        ] {
            let mut texts = texts(written, Region::of(tag));
            texts.sort();
            let mut found = found.to_vec();
            found.sort_unstable();
            assert_eq!(texts, found, "{written} in {tag}");
        }
    }

    #[test]
    fn steps() {
        for (text, step, rough) in [
            ("380", 1.0, 10.0),
            ("400", 1.0, 100.0),
            ("53", 1.0, 1.0),
            ("1.5", 0.1, 0.1),
            ("1.50", 0.01, 0.01),
            ("0", 1.0, 1.0),
        ] {
            let number = &readings(text, Locale::English.into())[0];
            assert!((number.step() / step - 1.0).abs() < 1e-9, "{text}");
            assert!((number.rough_step() / rough - 1.0).abs() < 1e-9, "{text}");
        }
    }
}
