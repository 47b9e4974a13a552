//! The chart in words: what it shows, how the commitments stand, and what must not be overlooked.

use super::figure::figure;
use super::layout::Layout;
use super::state::{Sort, State, currencies};
use crate::format;
use crate::model::{Basis, Chart, Commitment, ExchangeRate, Status};

/// What the bars show, for the line under the title: basis, currency and order.
#[must_use]
pub fn subtitle(state: State) -> String {
    let basis = match state.basis {
        Basis::Total => "Total commitment",
        Basis::PerYear => "Commitment per year",
    };
    let order = match state.sort {
        Sort::Amount => "largest first",
        Sort::Name => "from A to Z",
    };
    format!("{basis}, in {}, {order}", format::currency(state.currency))
}

/// What must not be overlooked, whatever the reader has chosen: unlike periods, the meaning of
/// the marks, the rates of conversions.
///
/// It does not depend on the state, so that the text below a chart does not move when the reader
/// chooses something else.
#[must_use]
pub fn remarks(chart: &Chart) -> Vec<String> {
    let mut remarks = Vec::new();
    remarks.extend(unlike_periods(chart));
    let is_reported = |c: &Commitment| c.status == Status::Reported;
    if chart.commitments.iter().any(is_reported) {
        remarks.push("A dashed bar stands for a figure known from reports only.".into());
    }
    for rate in &*chart.rates {
        if is_used(rate, chart) {
            remarks.push(format!(
                "{CONVERTED_MARK} Converted at {} {} to the {}, the rate of {} ({}).",
                rate.rate,
                format::currency(rate.quote),
                format::currency_unit(rate.base),
                format::timestamp(&rate.date),
                rate.source
            ));
        }
    }
    remarks
}

/// Whether a reader can choose a currency in which this rate converts something.
fn is_used(rate: &ExchangeRate, chart: &Chart) -> bool {
    let shown = currencies(chart);
    [(rate.base, rate.quote), (rate.quote, rate.base)]
        .into_iter()
        .filter(|(_, to)| shown.contains(to))
        .any(|(from, to)| {
            chart.commitments.iter().any(|c| {
                let figure = figure(c, Basis::Total, to, &chart.rates);
                c.amount.currency == from && figure.is_some_and(|figure| figure.converted)
            })
        })
}

/// The lengths of the periods where they are not all alike.
fn unlike_periods(chart: &Chart) -> Option<String> {
    let spans = chart.spans();
    if spans.len() < 2 {
        return None;
    }
    let groups: Vec<String> = spans
        .into_iter()
        .map(|(span, alike)| {
            let names: Vec<&str> = alike.iter().map(|other| other.name.as_str()).collect();
            format!("{} {}", format::list(&names), format::span(span))
        })
        .collect();
    Some(format!(
        "The periods differ: {}.",
        format::joined(&groups, "; ", "; ")
    ))
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
