//! When a figure in words agrees with the data: how it may be rounded, and what hedges allow.

use super::currency::Named;
use super::number::Number;
use super::region::Region;
use super::statement::{Measure, Statement};
use crate::format;
use crate::messages::Language;
use crate::quantity::{Hedge, Quantity, Unit};

/// How far a figure may be from the data without a hedge, as a fraction of the figure.
const EXACT: f64 = 0.05;

/// How far a figure with a hedge may be from the data.
const HEDGED: f64 = 0.10;

/// The same for a ratio or a share that is said to be more: "more than four times" for 4.5.
const AT_LEAST_TIMES: f64 = 0.25;

/// A figure with a hedge may be refused because it is too far from the data. Up to this many times the
/// permitted distance, the message says so; beyond it, the figure is simply another one.
const WITHIN_SIGHT: f64 = 4.0;

/// The powers of ten that a figure may stand for in a language whose words are not known. The fourth and the
/// eighth power are the scales of East Asia.
const POWERS: [i32; 7] = [0, 3, 4, 6, 8, 9, 12];

/// A figure in the units of the data.
#[derive(Clone, Copy)]
struct Stated {
    value: f64,
    /// One step of its last written digit; `None` for a fraction in words.
    step: Option<f64>,
    /// The same if the zeros at its end only fill it.
    rough_step: Option<f64>,
}

/// Whether a statement agrees with the data.
///
/// # Errors
///
/// A clause that names both figures.
pub(super) fn compare(
    statement: &Statement<'_>,
    quantity: &Quantity<'_>,
    region: Region,
) -> Result<(), String> {
    let is_known = region.is_strict();
    let lacks_hedge = is_known && statement.hedge.is_none() && quantity.hedge.is_some();
    let fits = |reach: f64| {
        let readings = statement.numbers.iter().flat_map(|number| {
            let factors = factors(statement, quantity.unit, is_known);
            factors
                .into_iter()
                .map(|factor| stated(statement, number, factor))
        });
        counts_the_same(statement, quantity.unit)
            && readings
                .into_iter()
                .any(|stated| agrees(stated, statement.hedge, quantity, reach))
    };
    let is_right = fits(1.0);
    if is_right && !lacks_hedge {
        return Ok(());
    }
    let mut message = format!(
        "states {}, but the data give {}",
        describe(statement, quantity.unit, region),
        region.local(&format::quantity(quantity, region.language)),
    );
    let foreign = |named: &&Named<'_>| match quantity.unit {
        Unit::Money(currency) => named.is_local && !named.means(currency),
        Unit::Ratio | Unit::Share => false,
    };
    if let Some(named) = statement.currencies.iter().find(foreign) {
        message = format!(
            "{message}: readers in the region of this document take “{}” for their own currency, so name the country too, or write the code",
            named.text
        );
    } else if is_right {
        message.push_str(": say that it is not exact");
    } else if has_side(statement.hedge) && fits(WITHIN_SIGHT) {
        message.push_str(": true, but too far from it to be said");
    }
    Err(message)
}

/// Whether a hedge says on which side of the figure the data are.
fn has_side(hedge: Option<Hedge>) -> bool {
    !matches!(hedge, None | Some(Hedge::About))
}

/// Whether the words count the same thing as the data: money in the currency of the data, or a ratio or a
/// share.
pub(super) fn counts_the_same(statement: &Statement<'_>, unit: Unit) -> bool {
    match unit {
        Unit::Money(currency) => {
            statement.measure == Measure::Plain
                && statement
                    .currencies
                    .iter()
                    .all(|named| named.means(currency))
        }
        Unit::Ratio | Unit::Share => statement.currencies.is_empty(),
    }
}

/// The factors by which the number may have to be multiplied. There is only one, except in languages whose
/// scales are not known.
fn factors(statement: &Statement<'_>, unit: Unit, is_known: bool) -> Vec<f64> {
    let factor = |power: i32| 10_f64.powi(power);
    let is_plain = statement.measure == Measure::Plain;
    match (statement.power, unit) {
        (None, Unit::Money(_)) if !is_known => POWERS.into_iter().map(factor).collect(),
        (None, Unit::Ratio | Unit::Share) if !is_known && is_plain => vec![1.0, 0.01],
        (power, unit) => {
            let is_percent = statement.measure == Measure::Percent
                || unit == Unit::Share && is_plain && statement.parts.is_none();
            let hundredth = if is_percent { 0.01 } else { 1.0 };
            vec![hundredth * power.map_or(1.0, factor)]
        }
    }
}

fn stated(statement: &Statement<'_>, number: &Number, factor: f64) -> Stated {
    match statement.parts {
        Some(parts) => Stated {
            value: number.value / f64::from(parts) * factor,
            step: None,
            rough_step: None,
        },
        None => Stated {
            value: number.value * factor,
            step: Some(number.step() * factor),
            rough_step: Some(number.rough_step() * factor),
        },
    }
}

/// Whether a figure, with or without a hedge, agrees with the data, which may have a hedge too. The permitted
/// distance is multiplied by `reach`.
fn agrees(stated: Stated, hedge: Option<Hedge>, quantity: &Quantity<'_>, reach: f64) -> bool {
    let (said, given) = (stated.value, quantity.value);
    if !said.is_finite() {
        return false;
    }
    let is_close = |part: f64| (said - given).abs() <= reach * part * said * (1.0 + 1e-9);
    let rounds = |step: Option<f64>, part: f64| {
        let half = step.map_or(f64::INFINITY, |step| step / 2.0);
        (said - given).abs() <= half + 1e-9 * said && is_close(part)
    };
    let is_same = (said - given).abs() <= 1e-9 * said;
    let (is_below, is_above) = (said < given && !is_same, said > given && !is_same);
    let more = match quantity.unit {
        Unit::Money(_) => HEDGED,
        Unit::Ratio | Unit::Share => AT_LEAST_TIMES,
    };
    match hedge {
        None => rounds(stated.step, EXACT),
        Some(Hedge::About) => rounds(stated.rough_step, HEDGED),
        Some(Hedge::Over) => match quantity.hedge {
            Some(Hedge::Over) => (is_below || is_same) && is_close(more),
            None | Some(Hedge::AtLeast | Hedge::About) => is_below && is_close(more),
            Some(Hedge::Nearly | Hedge::UpTo) => false,
        },
        Some(Hedge::AtLeast) => match quantity.hedge {
            None | Some(Hedge::Over | Hedge::AtLeast) => (is_below || is_same) && is_close(more),
            Some(Hedge::About) => is_below && is_close(more),
            Some(Hedge::Nearly | Hedge::UpTo) => false,
        },
        Some(Hedge::Nearly) => match quantity.hedge {
            Some(Hedge::Nearly) => (is_above || is_same) && is_close(HEDGED),
            None | Some(Hedge::About) => is_above && is_close(HEDGED),
            Some(Hedge::Over | Hedge::AtLeast | Hedge::UpTo) => false,
        },
        Some(Hedge::UpTo) => match quantity.hedge {
            None | Some(Hedge::Nearly | Hedge::UpTo) => (is_above || is_same) && is_close(HEDGED),
            Some(Hedge::About) => is_above && is_close(HEDGED),
            Some(Hedge::Over | Hedge::AtLeast) => false,
        },
    }
}

/// The statement as it was understood, in English with the signs of the region: `over 35 billion US dollars`, `2/5`.
fn describe(statement: &Statement<'_>, unit: Unit, region: Region) -> String {
    let mut words = String::new();
    words.push_str(match statement.hedge {
        None => "",
        Some(Hedge::Over) => "over ",
        Some(Hedge::AtLeast) => "at least ",
        Some(Hedge::About) => "about ",
        Some(Hedge::Nearly) => "nearly ",
        Some(Hedge::UpTo) => "up to ",
    });
    let numbers = statement.numbers.iter();
    let numbers: Vec<_> = numbers.map(|number| region.number(&number.text)).collect();
    words.push_str(&numbers.join(" or "));
    if let Some(parts) = statement.parts {
        words = format!("{words}/{parts}");
    }
    match statement.power {
        None | Some(0) => {}
        Some(2) => words.push_str(" hundred"),
        Some(3) => words.push_str(" thousand"),
        Some(6) => words.push_str(" million"),
        Some(9) => words.push_str(" billion"),
        Some(12) => words.push_str(" trillion"),
        Some(power) => words = format!("{words} × 10^{power}"),
    }
    match statement.measure {
        Measure::Times => words.push_str(" times"),
        Measure::Percent => words.push('%'),
        Measure::Plain => {}
    }
    let is_plain = statement.measure == Measure::Plain;
    let name = |named: &Named<'_>| match unit {
        Unit::Money(currency) if named.means(currency) => {
            format::currency(currency, Language::ENGLISH)
        }
        _ => named.only().map_or(named.text.into(), |currency| {
            format::currency(currency, Language::ENGLISH)
        }),
    };
    let units = match unit {
        _ if !statement.currencies.is_empty() => {
            let all: Vec<String> = statement.currencies.iter().map(name).collect();
            format!(" {}", format::list(&all, Language::ENGLISH))
        }
        Unit::Money(currency) if is_plain => {
            format!(" {}", format::currency(currency, Language::ENGLISH))
        }
        Unit::Ratio if is_plain && statement.parts.is_none() => " times".into(),
        Unit::Share if is_plain && statement.parts.is_none() => "%".into(),
        _ => String::new(),
    };
    words + &units
}
