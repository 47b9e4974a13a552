//! The chart in words: subtitle, description, announcement, remarks and tips.

use super::columns::{ChartColumn, Medium};
use super::forms::{Compared, columns};
use super::layout::{Layout, Row};
use super::state::{Choice, Sort, SortBy, State, currencies};
use crate::document;
use crate::format;
use crate::messages::{Language, Messages, OrderMessages};
use crate::model::{Chart, Commitment, ExchangeRate, Status};
use crate::quantity::Basis;

/// The subtitle: the figures that are compared, and their unit.
#[must_use]
pub fn subtitle(chart: &Chart, state: &State) -> String {
    let messages = &state.language.messages().chart;
    let sums = match state.basis {
        Basis::Total if chart.has_unlike_periods() => messages.unlike_totals,
        Basis::Total => messages.totals,
        Basis::PerYear => messages.yearly_sums,
    };
    let compared = Compared {
        sums,
        is_total: state.basis.is_total(),
        currency: &currency(chart, state),
        baseline: &chart.commitments[state.baseline].name,
    };
    (state.form.definition().subtitle)(&compared, state.language)
}

/// The currency, and whether every figure in it is converted.
fn currency(chart: &Chart, state: &State) -> String {
    let is_it = |choice: &Choice| choice.currency == state.currency && choice.is_converted;
    Choice {
        currency: state.currency,
        is_converted: currencies(chart).iter().any(is_it),
    }
    .words(state.language)
}

impl Choice {
    /// The name of the currency, and whether every figure in it is converted.
    fn words(self, language: Language) -> String {
        let name = format::currency(self.currency, language.locale());
        if self.is_converted {
            language.messages().chart.converted.with([&name])
        } else {
            name
        }
    }

    /// The label of its control. A first letter from a to z becomes a capital. The tables for other alphabets would cost
    /// kilobytes of WebAssembly.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let mut words = self.words(language);
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words
    }
}

impl Sort {
    /// The label of its control.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        self.among(&language.messages().orders)
    }

    /// Its words in a sentence.
    fn words(self, language: Language) -> &'static str {
        self.among(&language.messages().sentence_orders)
    }

    /// Its words among those for all orders.
    fn among(self, messages: &OrderMessages) -> &'static str {
        let [usual, reversed] = match self.by {
            SortBy::Amount => messages.amount,
            SortBy::PerYear => messages.per_year,
            SortBy::Name => messages.name,
            SortBy::Document => messages.document,
        };
        if self.is_reversed { reversed } else { usual }
    }
}

/// A sentence with the subtitle and the order.
fn heading(chart: &Chart, state: &State) -> String {
    let messages = &state.language.messages().chart;
    messages
        .heading
        .with([&subtitle(chart, state), state.sort.words(state.language)])
}

/// Remarks on the figures: that periods differ, and the rates of conversions.
///
/// They do not depend on the state, so that the text below a chart does not move when the reader chooses something
/// else.
#[must_use]
pub fn remarks(chart: &Chart, language: Language) -> Vec<String> {
    let mut remarks = Vec::new();
    remarks.extend(unlike_periods(chart, language));
    for rate in &*chart.rates {
        if is_used(rate, chart) {
            remarks.push(format!("{CONVERTED_MARK} {}", conversion(rate, language)));
        }
    }
    remarks
}

/// A sentence about an exchange rate, with its date and source.
fn conversion(rate: &ExchangeRate, language: Language) -> String {
    let locale = language.locale();
    language.messages().chart.conversion.with([
        &rate.rate.to_string(),
        &format::currency(rate.quote, locale),
        &format::currency_unit(rate.base, locale),
        &format::timestamp(&rate.date, locale),
        &rate.source,
    ])
}

/// A sign of marks whose figures are less certain than others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Stripes: the figure was stated as "over", "about" and the like.
    Hedged,
    /// A dashed outline: the figure is known from reports only.
    Reported,
}

impl Sign {
    /// Its meaning.
    #[must_use]
    pub fn meaning(self, language: Language) -> &'static str {
        let messages = &language.messages().chart;
        match self {
            Self::Hedged => messages.hedged,
            Self::Reported => messages.reported,
        }
    }
}

/// The signs that a chart uses in any of its states.
#[must_use]
pub fn signs(chart: &Chart) -> Vec<Sign> {
    let is_hedged = |c: &Commitment| c.stated().any(|sum| sum.hedge.is_some());
    let is_reported = |c: &Commitment| c.status == Status::Reported;
    let all = &chart.commitments;
    let mut signs = Vec::new();
    if all.iter().any(is_hedged) {
        signs.push(Sign::Hedged);
    }
    if all.iter().any(is_reported) {
        signs.push(Sign::Reported);
    }
    signs
}

/// The source of a chart's figures.
#[must_use]
pub fn source(chart: &Chart, language: Language) -> String {
    language.messages().chart.source.with([&chart.source])
}

/// Whether a rate converts an amount for a currency that the reader can choose.
fn is_used(rate: &ExchangeRate, chart: &Chart) -> bool {
    let is_converted = |from, to| {
        let converts = |c: &Commitment| c.amount.currency == from && c.stated_in(to).is_none();
        chart.commitments.iter().any(converts)
    };
    is_converted(rate.base, rate.quote) || is_converted(rate.quote, rate.base)
}

/// The lengths of the periods, if they differ.
fn unlike_periods(chart: &Chart, language: Language) -> Option<String> {
    const MOST: usize = 5;
    let Messages {
        chart: messages,
        periods,
        ..
    } = language.messages();
    let spans = chart.spans();
    if spans.len() < 2 {
        return None;
    }
    let mut groups: Vec<String> = spans
        .iter()
        .take(MOST)
        .map(|(span, alike)| {
            let names = alike.iter().map(|other| other.name.as_str());
            let names = some_of(names, alike.len(), MOST, language);
            messages.last_for.with([&names, &(periods.length)(*span)])
        })
        .collect();
    if spans.len() > MOST {
        groups.push(messages.other_lengths.into());
    }
    let groups = document::joined(&groups, "; ", "; ");
    Some(messages.periods_differ.with([&groups]))
}

/// The first of many texts, and how many more there are.
fn some_of<T: Into<String>>(
    texts: impl Iterator<Item = T>,
    count: usize,
    most: usize,
    language: Language,
) -> String {
    let locale = language.locale();
    let mut some: Vec<String> = texts.take(most).map(Into::into).collect();
    if count > some.len() {
        let more = format::count(count - some.len(), locale);
        some.push(language.messages().chart.more.with([&more]));
    }
    format::list(&some, locale)
}

/// The description of the chart in a few sentences, for screen readers.
#[must_use]
pub fn description(chart: &Chart, state: &State, layout: &Layout) -> String {
    let messages = &state.language.messages().chart;
    let rows = layout.rows.iter().map(|row| in_words(chart, state, row));
    let mut rows = some_of(rows, layout.count, layout.rows.len(), state.language);
    if rows.is_empty() {
        rows.push_str(messages.no_rows);
    }
    let kind = (state.form.definition().kind)(state.language);
    let mut text = messages
        .description
        .with([kind, &heading(chart, state), &rows]);
    // Unless the largest come first, a commitment without a row may lead.
    let is_whole = layout.rows.len() == layout.count || state.sort == Sort::default();
    if is_whole && let Some(leader) = leader(chart, state, layout) {
        push(&mut text, &leader);
    }
    text
}

/// Adds a sentence.
fn push(text: &mut String, sentence: &str) {
    text.push(' ');
    text.push_str(sentence);
}

/// The first and the last row in a sentence or two. Screen readers announce it after a choice.
#[must_use]
pub fn announcement(chart: &Chart, state: &State, layout: &Layout) -> String {
    let messages = &state.language.messages().chart;
    let mut text = messages.announced.with([&heading(chart, state)]);
    let all = chart.commitments.len();
    if layout.count != all {
        let number = |number| format::count(number, state.language.locale());
        let companies = [&*number(layout.count), &number(all)];
        push(&mut text, &messages.companies_of.with(companies));
    }
    let row = |row| in_words(chart, state, row);
    let rows = match &*layout.rows {
        [] => return text,
        [only] => messages.only.with([&row(only)]),
        [first, ..] if layout.rows.len() < layout.count => messages.first.with([&row(first)]),
        [first, .., last] => messages.first_and_last.with([&row(first), &row(last)]),
    };
    push(&mut text, &rows);
    text
}

/// A row: `ByteDance $20.7bn (converted)`.
fn in_words(chart: &Chart, state: &State, row: &Row) -> String {
    let name = &chart.commitments[row.index].name;
    match &row.figure {
        Some(figure) => [name, " ", &figure.words(state.language)].concat(),
        None => [name, " ", row.unknown].concat(),
    }
}

/// The company that leads, and by how much.
fn leader(chart: &Chart, state: &State, layout: &Layout) -> Option<String> {
    let value = |row: &Row| row.figure.as_ref().map(|figure| figure.value);
    let (mut first, mut second): (Option<&Row>, Option<&Row>) = (None, None);
    for row in layout.rows.iter().filter(|row| row.figure.is_some()) {
        if value(row) > first.and_then(value) {
            (first, second) = (Some(row), first);
        } else if value(row) > second.and_then(value) {
            second = Some(row);
        }
    }
    let (first, second) = (first?, second?);
    let by = value(first)? / value(second)?;
    let name = |row: &Row| &chart.commitments[row.index].name;
    // A lead that is smaller than the rounded words would state is not stated.
    let times = format::times(by, state.language.locale());
    let times = times
        .strip_prefix("× ")
        .filter(|_| by.is_finite() && by > 1.05)?;
    let (first, second) = (name(first), name(second));
    Some(
        state
            .language
            .messages()
            .chart
            .leads
            .with([first, times, second]),
    )
}

/// The sign at converted figures. The [`remarks`] explain it.
pub const CONVERTED_MARK: &str = "†";

/// The lines of a tip: terms and their texts for a commitment.
#[must_use]
pub fn tip(chart: &Chart, state: &State, commitment: &Commitment) -> Vec<(String, String)> {
    let line = |column: ChartColumn| {
        let text = column.text(Medium::Tip, chart, state, commitment)?;
        Some((column.heading(Medium::Tip, chart, state), text))
    };
    let columns = columns(state, Medium::Tip).into_iter();
    columns.filter_map(line).collect()
}

/// The caption of the table: the title of the chart, how many of its commitments are shown, and their order.
#[must_use]
pub fn caption(chart: &Chart, state: &State, shown: usize) -> String {
    let messages = &state.language.messages().chart;
    let (title, order) = (chart.title.plain_text(), state.sort.words(state.language));
    let number = |number| format::count(number, state.language.locale());
    match chart.commitments.len() {
        count if count == shown => messages.data.with([&title, order]),
        count => messages
            .data_of
            .with([&title, &number(shown), &number(count), order]),
    }
}
