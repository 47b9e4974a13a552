//! The words about one commitment: beside its name, at its mark, and in the line above the drawing.

use super::super::figure::{money, sum};
use super::super::layout::Row;
use super::super::period::{length, period, short_period};
use super::super::state::{State, currencies};
use super::super::text;
use crate::format;
use crate::messages::Language;
use crate::model::{Chart, Commitment, Form};
use crate::quantity::{Basis, Span};

/// The words at the line of the baseline of ratios: `Alibaba = 1`. A long name would not fit.
#[must_use]
pub fn baseline(chart: &Chart, state: &State) -> String {
    let name = match &*chart.commitments[state.baseline].name {
        name if name.len() <= 14 => name,
        _ => "",
    };
    let number = format::count(1, state.language);
    let words = state
        .language
        .messages()
        .chart
        .baseline
        .with([name, &number]);
    words.trim_start().to_owned()
}

/// The period and the status of a commitment, beside its name: `three years · announced`.
#[must_use]
pub fn detail(commitment: &Commitment, language: Language) -> String {
    let period = short_period(&commitment.period, language);
    let status = commitment.status.words(language);
    language.messages().chart.facts.with([&period, status])
}

/// The facts about a commitment that its row does not show, for the line that the reader reads: the purpose, the
/// period in full, the amount as it was stated, the sum of the other basis, the source.
#[must_use]
pub fn reading(chart: &Chart, state: &State, commitment: &Commitment) -> String {
    let other = match state.shown_basis() {
        _ if state.shows_both() || state.form == Form::Timeline => None,
        Basis::Total => Some(Basis::PerYear),
        Basis::PerYear => Some(Basis::Total),
    };
    let is_other_currency = commitment.amount.currency != state.currency;
    facts(chart, state, commitment, is_other_currency, other)
}

fn facts(
    chart: &Chart,
    state: &State,
    commitment: &Commitment,
    has_stated: bool,
    other: Option<Basis>,
) -> String {
    let language = state.language;
    let messages = &language.messages().chart;
    let mut facts = vec![
        commitment.purpose.clone(),
        period(&commitment.period, language),
    ];
    if has_stated {
        let amount = format::money(&commitment.amount, language);
        facts.push(messages.stated.with([&amount]));
    }
    let figure = |basis| Some(money(&sum(chart, state, basis, commitment)?, language));
    if let Some(basis) = other
        && let [Some(total), Some(a_year)] = [Basis::Total, Basis::PerYear].map(figure)
        // Both are the same for a period of one year.
        && total.label != a_year.label
    {
        let (words, figure) = if basis.is_total() {
            (messages.in_total, total)
        } else {
            (messages.a_year, a_year)
        };
        facts.push(words.with([&figure.words(language)]));
    }
    facts.push(messages.source.with([&commitment.source]));
    format::joined(&facts, messages.facts)
}

/// The longest of these texts and a little more, so that the place of all of them can be kept. It is the same in every
/// state: no choice moves what stands below.
#[must_use]
pub fn longest(chart: &Chart, language: Language) -> String {
    let state = State {
        language,
        ..State::new(chart)
    };
    let has_stated = currencies(chart).len() > 1;
    let mut longest = String::new();
    for commitment in &*chart.commitments {
        let facts = facts(chart, &state, commitment, has_stated, Some(Basis::PerYear));
        let text = [&*commitment.name, " ", &facts].concat();
        if text::width(&text, text::SIZE) > text::width(&longest, text::SIZE) {
            longest = text;
        }
    }
    // Where lines end differs from text to text.
    let more = " nnnn".repeat(longest.len() / 50);
    longest + &more
}

/// The annotation of an area in a timeline: `$80bn in one year`.
#[must_use]
pub fn spread(chart: &Chart, state: &State, row: &Row) -> String {
    let messages = &state.language.messages().chart;
    let period = &chart.commitments[row.index].period;
    let length = length(period.span(), state.language);
    match period.span() {
        Some(span) if row.figure.is_some() => {
            let words = if is_within_a_year(span) {
                messages.in_a_period
            } else {
                messages.spread_over
            };
            words.with([row.label(), &length])
        }
        _ => messages.open_sum.with([row.label(), &length]),
    }
}

/// Whether a period is no longer than a year.
fn is_within_a_year(span: Span) -> bool {
    match span {
        Span::Months(months) => months <= 12,
        Span::Days(days) => days <= 366,
    }
}
