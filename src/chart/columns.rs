//! The columns of a chart's data: one list for the table and the file.

use super::dated::dated_remark;
use super::figure::{money, ratio, sum};
use super::period::period;
use super::state::State;
use crate::format;
use crate::messages::{Language, Message};
use crate::model::{Chart, Commitment};
use crate::quantity::Basis;

/// A column of a chart's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartColumn {
    /// Its name.
    Company,
    /// The amount as it was stated, with its equivalents.
    AsStated,
    /// The whole sum in the reader's currency.
    Total,
    /// The sum for one year.
    PerYear,
    /// The figure as a multiple of the baseline's.
    Multiple,
    /// Whether an exchange rate was used.
    IsConverted,
    /// The beginning of its period.
    Start,
    /// Its period.
    Period,
    /// Its status, for example `planned`.
    Status,
    /// Its purpose.
    Purpose,
    /// The remarks on it.
    Remark,
    /// Its source.
    Source,
}

/// The medium that shows columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// The table under the chart.
    Table,
    /// The file for spreadsheets.
    File,
}

impl ChartColumn {
    /// Every column, in order.
    pub(super) const ALL: [Self; 12] = [
        Self::Company,
        Self::AsStated,
        Self::Total,
        Self::PerYear,
        Self::Multiple,
        Self::IsConverted,
        Self::Start,
        Self::Period,
        Self::Status,
        Self::Purpose,
        Self::Remark,
        Self::Source,
    ];

    /// Whether only some forms have it.
    pub(super) fn is_of_form(self) -> bool {
        self == Self::Multiple
    }

    /// Whether a medium has it.
    pub(super) fn is_in(self, medium: Medium, chart: &Chart) -> bool {
        match self {
            Self::Remark => {
                let mut remarks = chart.annotations.iter();
                remarks.any(|remark| remark.date.is_none() || medium == Medium::File)
            }
            Self::Multiple => medium != Medium::File,
            Self::IsConverted | Self::Start => medium == Medium::File,
            _ => true,
        }
    }

    /// Whether it holds figures, which are aligned at their ends.
    #[must_use]
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Total | Self::PerYear | Self::Multiple)
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self, medium: Medium, chart: &Chart, state: &State) -> String {
        let messages = &state.language.messages().columns;
        let in_currency = |title: &str, in_words: Message<1>| match medium {
            Medium::Table => in_words.with([&format::currency(state.currency, state.language)]),
            Medium::File => messages.in_currency.with([title, state.currency.code()]),
        };
        let title = match self {
            Self::Company => messages.company,
            Self::AsStated => messages.as_stated,
            Self::Total => return in_currency(messages.total, messages.total_in),
            Self::PerYear => return in_currency(messages.per_year, messages.per_year_in),
            Self::Multiple => {
                return messages
                    .multiple_of
                    .with([&chart.commitments[state.baseline].name]);
            }
            Self::IsConverted => messages.converted,
            Self::Start => messages.start,
            Self::Period => messages.period,
            Self::Status => messages.status,
            Self::Purpose => messages.purpose,
            Self::Remark => messages.remark,
            Self::Source => messages.source,
        };
        title.into()
    }

    /// Its text for a commitment.
    #[must_use]
    pub fn text(
        self,
        medium: Medium,
        chart: &Chart,
        state: &State,
        commitment: &Commitment,
    ) -> String {
        let is_converted = || Some(sum(chart, state, Basis::Total, commitment)?.is_converted);
        let amount = |basis| match medium {
            Medium::File => whole_units(chart, state, basis, commitment),
            Medium::Table => cell(chart, state, basis, commitment),
        };
        let language = state.language;
        let messages = &language.messages().columns;
        match self {
            Self::Company => commitment.name.clone(),
            Self::AsStated => as_stated(commitment, language),
            Self::Total => amount(Basis::Total),
            Self::PerYear => amount(Basis::PerYear),
            Self::Multiple => multiple(chart, state, commitment),
            Self::IsConverted => match is_converted() {
                Some(true) => messages.yes.into(),
                Some(false) => messages.no.into(),
                None => String::new(),
            },
            Self::Start => commitment.period.start.to_string(),
            Self::Period => period(&commitment.period, language),
            Self::Status => commitment.status.words(language).into(),
            Self::Purpose => commitment.purpose.clone(),
            Self::Remark => remarks(medium, chart, commitment, language),
            Self::Source => commitment.source.clone(),
        }
    }
}

/// An amount as it was stated, with its equivalents: `over 380 billion yuan (about $53 billion)`.
fn as_stated(commitment: &Commitment, language: Language) -> String {
    let money = |money| format::money(money, language);
    let amount = money(&commitment.amount);
    if commitment.equivalents.is_empty() {
        return amount;
    }
    let equivalents: Vec<String> = commitment.equivalents.iter().map(money).collect();
    let equivalents = format::list(&equivalents, language);
    language
        .messages()
        .chart
        .with_equivalents
        .with([&amount, &equivalents])
}

/// The remarks on a commitment. In a file, which has nothing else than rows, also those on the dates in its period.
fn remarks(medium: Medium, chart: &Chart, commitment: &Commitment, language: Language) -> String {
    let groups = language.messages().chart.groups;
    let mut text = chart.remarks_on(&commitment.id, language);
    for remark in &chart.annotations {
        let includes = |date| commitment.period.includes(date);
        if medium == Medium::File && remark.date.is_some_and(includes) {
            let dated = dated_remark(remark, language);
            text = if text.is_empty() {
                dated
            } else {
                groups.with([&text, &dated])
            };
        }
    }
    text
}

/// A figure of a commitment in the reader's currency, for the table.
fn cell(chart: &Chart, state: &State, basis: Basis, commitment: &Commitment) -> String {
    match sum(chart, state, basis, commitment) {
        Some(sum) => money(&sum, state.language).words(state.language),
        None => unknown(commitment, basis, state.language).into(),
    }
}

/// A commitment as a multiple of the baseline.
fn multiple(chart: &Chart, state: &State, commitment: &Commitment) -> String {
    let sum = |commitment| sum(chart, state, state.basis, commitment);
    let baseline = sum(&chart.commitments[state.baseline]);
    let figure = sum(commitment).and_then(|sum| ratio(&sum, baseline.as_ref()?, state.language));
    match figure {
        Some(figure) => figure.words(state.language),
        None => state.language.messages().chart.not_known.into(),
    }
}

/// The reason for a missing figure.
fn unknown(commitment: &Commitment, basis: Basis, language: Language) -> &'static str {
    let messages = &language.messages().chart;
    match basis {
        Basis::PerYear if commitment.period.span().is_none() => messages.not_known_without_end,
        _ => messages.not_stated_in_currency,
    }
}

/// A sum without its fraction; empty if there is no sum.
fn whole_units(chart: &Chart, state: &State, basis: Basis, commitment: &Commitment) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates; formatting a float would cost a reader kilobytes"
    )]
    let whole = |units: f64| (units.round() as u64).to_string();
    sum(chart, state, basis, commitment).map_or_else(String::new, |sum| whole(sum.units))
}
