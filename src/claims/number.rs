//! Numbers in digits, as each language writes them.

use crate::format::Locale;

/// A number with the digits it was written with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// It in plain digits with a point: `1234.5`.
    pub(super) text: String,
    /// Its value.
    pub(super) value: f64,
}

impl Number {
    /// What one step of its last written digit is: 0.1 for 1234.5.
    pub(super) fn step(&self) -> f64 {
        let places = self
            .text
            .split_once('.')
            .map_or(0, |(_, places)| places.len());
        10_f64.powf(-count(places))
    }

    /// What one step of its last digit is, if zeros at the end of a whole number are only there to
    /// fill it: 10 for 130.
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

/// Whether it can stand between the digits of a number, spaces aside.
pub(super) fn is_separator(sign: char) -> bool {
    matches!(sign, '.' | ',' | '\'' | '’' | '٫' | '٬')
}

/// Whether it is a space that can stand between the digits of a number.
pub(super) fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether a language writes 1 234 for a number.
pub(super) fn groups_with_spaces(locale: Locale) -> bool {
    locale != Locale::English
}

/// The numbers that digits with separators can mean: one, or none where the language does not
/// write numbers so. In a language that is not known, 1,234 may be either of two.
pub(super) fn readings(written: &str, locale: Locale) -> Vec<Number> {
    let points: &[char] = match locale {
        Locale::English => &['.'],
        Locale::German | Locale::French | Locale::Spanish => &[','],
        Locale::Other => &['.', ',', '٫'],
    };
    let mut readings = Vec::new();
    for point in points {
        if let Some(number) = with_point(written, *point)
            && !readings.contains(&number)
        {
            readings.push(number);
        }
    }
    readings
}

/// Reads a number with this sign before its fraction.
fn with_point(written: &str, point: char) -> Option<Number> {
    let (whole, fraction) = match written.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (written, None),
    };
    let mut groups = whole.split(|sign| is_separator(sign) || is_space(sign));
    let first = groups.next()?;
    let mut text = digits(first)?;
    let can_lead = (1..=3).contains(&text.len());
    for group in groups {
        let group = digits(group).filter(|group| group.len() == 3 && can_lead)?;
        text.push_str(&group);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(&digits(fraction)?);
    }
    let value = text.parse().ok()?;
    Some(Number { text, value })
}

fn digits(text: &str) -> Option<String> {
    text.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(written: &str, locale: Locale) -> Vec<String> {
        let readings = readings(written, locale);
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
        ] {
            assert_eq!(texts(written, locale), [""; 0], "{written} {locale:?}");
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
            let number = &readings(text, Locale::English)[0];
            assert!((number.step() / step - 1.0).abs() < 1e-9, "{text}");
            assert!((number.rough_step() / rough - 1.0).abs() < 1e-9, "{text}");
        }
    }
}
