//! The chart in words: what it shows, how the commitments stand, and what must not be overlooked.

use super::figure::figure;
use super::layout::Layout;
use super::state::{Basis, State};
use crate::format;
use crate::model::{Chart, Commitment, Currency};

/// What the bars show, for the line under the title: basis and currency.
#[must_use]
pub fn subtitle(state: State) -> String {
    let currency = format::currency(state.currency);
    match state.basis {
        Basis::Total => format!("Total commitment, in {currency}"),
        Basis::PerYear => format!("Commitment per year of its period, in {currency}"),
    }
}

/// A warning where totals over unlike periods are compared; `None` where they are alike.
fn unlike_periods(chart: &Chart, state: State) -> Option<String> {
    let mut lengths: Vec<u32> = Vec::new();
    for commitment in &*chart.commitments {
        if !lengths.contains(&commitment.period.months) {
            lengths.push(commitment.period.months);
        }
    }
    if state.basis == Basis::PerYear || lengths.len() < 2 {
        return None;
    }
    let groups: Vec<String> = lengths
        .into_iter()
        .filter_map(|months| {
            let same = || {
                chart
                    .commitments
                    .iter()
                    .filter(move |c| c.period.months == months)
            };
            let names: Vec<&str> = same().map(|c| c.name.as_str()).collect();
            let length = format::length(&same().next()?.period);
            Some(format!("{} {length}", format::list(&names)))
        })
        .collect();
    Some(format!(
        "The periods differ: {}.",
        format::joined(&groups, "; ", "; ")
    ))
}

/// How converted figures came about; `None` where none is shown.
fn conversion(chart: &Chart, state: State) -> Option<String> {
    let from: Vec<Currency> = chart
        .commitments
        .iter()
        .filter(|c| {
            figure(c, state.basis, state.currency, &chart.rates).is_some_and(|f| f.converted)
        })
        .map(|c| c.amount.currency)
        .collect();
    let rates: Vec<String> = chart
        .rates
        .iter()
        .filter(|rate| {
            let pair = [rate.base, rate.quote];
            pair.contains(&state.currency) && from.iter().any(|currency| pair.contains(currency))
        })
        .map(|rate| {
            format!(
                "{} {} per {} ({})",
                rate.rate,
                rate.quote.code(),
                rate.base.code(),
                rate.source
            )
        })
        .collect();
    (!rates.is_empty()).then(|| format!("Converted at {}.", format::joined(&rates, "; ", "; ")))
}

/// The whole chart in a sentence or two, for those who do not see it.
#[must_use]
pub fn description(chart: &Chart, state: State, layout: &Layout) -> String {
    let bars: Vec<String> = layout
        .bars
        .iter()
        .map(|bar| {
            let name = &chart.commitments[bar.index].name;
            match &bar.figure {
                Some(figure) if figure.converted => format!("{name} {} (converted)", figure.label),
                Some(figure) => format!("{name} {}", figure.label),
                None => format!("{name} not known in this currency"),
            }
        })
        .collect();
    format!("Bar chart. {}: {}.", subtitle(state), format::list(&bars))
}

/// The sign at figures that were converted, explained by [`remarks`].
pub const CONVERTED_MARK: &str = "†";

/// What must not be overlooked in this state: unlike periods and conversions; empty where there is neither.
#[must_use]
pub fn remarks(chart: &Chart, state: State) -> String {
    let conversion = conversion(chart, state).map(|text| format!("{CONVERTED_MARK} {text}"));
    let remarks: Vec<String> = unlike_periods(chart, state)
        .into_iter()
        .chain(conversion)
        .collect();
    format::joined(&remarks, " ", " ")
}

/// An amount as it was stated, with its equivalents: `over 380 billion yuan (about $53 billion)`.
#[must_use]
pub fn as_stated(commitment: &Commitment) -> String {
    let amount = format::money(&commitment.amount);
    if commitment.equivalents.is_empty() {
        return amount;
    }
    let equivalents: Vec<String> = commitment.equivalents.iter().map(format::money).collect();
    format!("{amount} ({})", format::list(&equivalents))
}
