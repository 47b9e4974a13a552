//! Which plural a number has, by the rules of CLDR.
//!
//! The syntax of rules is that of Unicode Technical Standard 35, part 3, "Language Plural Rules", without spaces, and
//! with `&` for "and", `|` for "or" and `-` for a range. Searches for single signs need less code than for words.

/// The rules of a language: `one i=1&v=0;other`. The last plural has no rule.
#[derive(Clone, Copy)]
pub(crate) struct PluralRules(pub(super) &'static str);

/// The form of a number among `forms`, which have `|` between them; a single form is for all numbers.
///
/// `digits` are those that are shown, without signs between thousands. `exponent` is the power of ten that stands
/// beside them as a word.
pub(crate) fn chosen<'a>(
    forms: &'a str,
    rules: PluralRules,
    digits: &str,
    exponent: usize,
) -> &'a str {
    let number = Operands::new(digits, exponent);
    let place = rules.0.split(';').position(|rule| number.is_in(rule));
    let mut chosen = "";
    for (index, form) in forms.split('|').enumerate() {
        chosen = form;
        if Some(index) == place {
            break;
        }
    }
    chosen
}

/// What the rules ask of a number.
struct Operands {
    /// The whole part.
    whole: u64,
    /// The digits after the decimal point, as a whole number, and how many they are.
    fraction: u64,
    places: u64,
    exponent: u64,
}

impl Operands {
    fn new(digits: &str, exponent: usize) -> Self {
        // A word for a power of ten moves the decimal point.
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (moved, fraction) = fraction.split_at(exponent.min(fraction.len()));
        let zeros = "0".repeat(exponent - moved.len());
        let number = |digits: &str| digits.parse().unwrap_or_default();
        Self {
            whole: number(&[whole, moved, &zeros].concat()),
            fraction: number(fraction),
            places: fraction.len() as u64,
            exponent: exponent as u64,
        }
    }

    /// Whether a rule holds: conditions with "and" and "or" after the name of a plural, or no condition.
    fn is_in(&self, rule: &str) -> bool {
        let Some((_, conditions)) = rule.split_once(' ') else {
            return true;
        };
        conditions
            .split('|')
            .any(|all| all.split('&').all(|one| self.fulfils(one)))
    }

    /// Whether a condition such as `n%100!=3-10,13` holds.
    fn fulfils(&self, condition: &str) -> bool {
        let (left, right) = condition.split_once('=').unwrap_or_default();
        let (left, is_not) = match left.strip_suffix('!') {
            Some(left) => (left, true),
            None => (left, false),
        };
        let mut parts = left.split('%');
        let mut value = match parts.next() {
            // A number with a fraction is equal to no whole number.
            Some("n") if self.fraction > 0 => return is_not,
            Some("n" | "i") => self.whole,
            Some("v") => self.places,
            Some("f" | "t") => self.fraction,
            _ => self.exponent,
        };
        if let Some(divisor) = parts.next() {
            value %= divisor.parse::<u64>().unwrap_or(1).max(1);
        }
        let is_among = right.split(',').any(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let number = |text: &str| text.parse::<u64>().unwrap_or_default();
            (number(first)..=number(last)).contains(&value)
        });
        is_among != is_not
    }
}
