//! Numbers in the digits and signs of a language, and with its words for powers of ten.

use crate::messages::{Language, chosen};

/// A number in the digits and signs of a language. `number` has the digits 0 to 9 and a decimal point.
pub(crate) fn local(number: &str, language: Language) -> String {
    let least = language.formats().numbers.least_grouped;
    grouped(number, size(least), language)
}

fn size(text: &str) -> usize {
    text.parse().unwrap_or(3)
}

/// The same, grouped from so many digits on.
fn grouped(number: &str, least: usize, language: Language) -> String {
    let formats = &language.formats().numbers;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let (upper, is_grouped) = (size(formats.upper_group), whole.len() >= least);
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if is_grouped && place > 0 && left >= 3 && (left - 3).is_multiple_of(upper) {
            text.push_str(formats.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push_str(formats.decimal);
        text.push_str(fraction);
    }
    digits(&text, language)
}

/// A text with the digits of a language.
pub(crate) fn digits(text: &str, language: Language) -> String {
    let own = language.formats().numbers.digits;
    let local = |sign: char| match sign.to_digit(10) {
        Some(digit) if !own.is_empty() => own.chars().nth(digit as usize).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(local).collect()
}

/// A number, and the word beside it.
pub(super) struct Scaled<'a> {
    /// The digits 0 to 9 and a decimal point.
    pub(super) number: String,
    /// The power of ten that the word stands for.
    pub(super) exponent: usize,
    /// The number's place and the word, with a form for each plural: `# Million|# Millionen`.
    words: &'a str,
}

impl Scaled<'_> {
    /// The number with its word.
    pub(super) fn text(&self, language: Language) -> String {
        let rules = language.formats().rules();
        let words = chosen(self.words, rules, &self.number, 0);
        // Short numbers of four digits are not grouped in any language.
        let least = size(language.formats().numbers.least_grouped).max(5);
        words.replace('#', &grouped(&self.number, least, language))
    }
}

/// A stated number, which counts the `scale`th power of ten, with every digit. Its scale is kept if the language has a
/// word for it and counts in thousands from there.
pub(super) fn stated<'a>(number: &str, scale: usize, steps: &'a str) -> Scaled<'a> {
    let whole = number.split('.').next().unwrap_or_default();
    let magnitude = scale + whole.len() - 1;
    let is_scale = |step: &Step<'_>| step.exponent == scale && step.start <= magnitude.max(scale);
    // Korean counts 950,000 in ten thousands, Hindi in hundred thousands.
    let counts_otherwise = |step: Step<'_>| {
        let beyond = step.exponent.saturating_sub(scale);
        step.start <= magnitude && !beyond.is_multiple_of(3)
    };
    let step = self::steps(steps).filter(is_scale).last();
    let step = step.filter(|_| !self::steps(steps).any(counts_otherwise));
    let step = step.or_else(|| step_at(steps, magnitude));
    let (exponent, words) = match step {
        Some(step) if scale > 0 => (step.exponent, step.words),
        _ => (0, "#"),
    };
    Scaled {
        number: shifted(number, scale, exponent),
        exponent,
        words,
    }
}

/// A computed number with the word that suits it. `rounded` writes it with few digits; it is zero or more.
pub(super) fn computed(value: f64, steps: &str, rounded: fn(f64) -> String) -> Scaled<'_> {
    let mut magnitude = (0..15).rev().find(|power| value >= power_of_ten(*power));
    loop {
        let step = magnitude.and_then(|magnitude| step_at(steps, magnitude));
        let (exponent, words) = step.map_or((0, "#"), |step| (step.exponent, step.words));
        let number = rounded(value / power_of_ten(exponent));
        // 999,960 are rounded to 1,000,000, which another word suits.
        let whole = number.split('.').next().unwrap_or_default();
        let reached = Some(exponent + whole.len() - 1);
        if reached <= magnitude || magnitude.is_none() {
            return Scaled {
                number,
                exponent,
                words,
            };
        }
        magnitude = reached;
    }
}

fn power_of_ten(power: usize) -> f64 {
    (0..power).fold(1.0, |product, _| product * 10.0)
}

/// From one power of ten on, the word beside a number.
struct Step<'a> {
    start: usize,
    exponent: usize,
    words: &'a str,
}

fn steps(steps: &str) -> impl Iterator<Item = Step<'_>> {
    steps.split(';').filter_map(|step| {
        let (power, words) = step.split_once(':')?;
        let (start, exponent) = power.split_once('/').unwrap_or((power, power));
        Some(Step {
            start: start.parse().ok()?,
            exponent: exponent.parse().ok()?,
            words,
        })
    })
}

fn step_at(steps: &str, magnitude: usize) -> Option<Step<'_>> {
    self::steps(steps)
        .take_while(|step| step.start <= magnitude)
        .last()
}

/// A number that counts one power of ten as one that counts another.
fn shifted(number: &str, from: usize, to: usize) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    // The zeros that the decimal point may move over.
    let digits = [&*"0".repeat(to), whole, fraction, &*"0".repeat(from)].concat();
    let (whole, fraction) = digits.split_at(whole.len() + from);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match fraction.trim_end_matches('0') {
        "" => whole.into(),
        fraction => [whole, ".", fraction].concat(),
    }
}
