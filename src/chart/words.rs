//! The chart in words: subtitle, description, announcement, remarks, and the facts about one commitment.

mod facts;

pub use super::dated::dated_remarks;
pub use facts::{baseline, detail, longest, reading, spread};

use super::forms::Compared;
use super::layout::{Layout, Row};
use super::period::length;
use super::state::{Choice, Sort, SortBy, State, currencies};
use crate::format;
use crate::messages::{Language, Messages};
use crate::model::{Chart, ChartNote, ExchangeRate, Form, Inlines};
use crate::quantity::{Basis, Currency};

/// The subtitle: the figures that are compared, and their unit.
#[must_use]
pub fn subtitle(chart: &Chart, state: &State) -> String {
    let messages = &state.language.messages().chart;
    let sums = match state.shown_basis() {
        _ if state.shows_both() => messages.both_sums,
        Basis::Total if chart.has_unlike_periods() => messages.unlike_totals,
        Basis::Total => messages.totals,
        Basis::PerYear => messages.yearly_sums,
    };
    let compared = Compared {
        sums,
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
        let name = format::currency(self.currency, language);
        if self.is_converted {
            language.messages().chart.converted.with([&name])
        } else {
            name
        }
    }

    /// The label of its control, which begins with a capital.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let words = self.words(language);
        let mut signs = words.chars();
        let first = signs.next().map(capital);
        first.into_iter().chain(signs).collect()
    }
}

/// The capital of a letter in the alphabets of the languages that the widget has. The standard library's tables for all
/// alphabets would cost kilobytes of WebAssembly.
fn capital(letter: char) -> char {
    let code = match letter as u32 {
        code @ (0x61..=0x7a | 0xe0..=0xfe | 0x3b1..=0x3c9 | 0x430..=0x44f) => code - 32,
        code @ 0x450..=0x45f => code - 80,
        code @ 0x100..=0x137 => code & !1,
        code => code,
    };
    char::from_u32(code).unwrap_or(letter)
}

impl Sort {
    /// The label of its control.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        self.texts(language).0
    }

    /// Its words in a sentence.
    fn words(self, language: Language) -> &'static str {
        self.texts(language).1
    }

    /// Its label, and its words in a sentence.
    fn texts(self, language: Language) -> (&'static str, &'static str) {
        let Messages {
            orders: alone,
            sentence_orders: within,
            ..
        } = language.messages();
        match (self.by, self.is_reversed) {
            (SortBy::Amount, false) => (alone.amount, within.amount),
            (SortBy::Amount, true) => (alone.amount_reversed, within.amount_reversed),
            (SortBy::PerYear, false) => (alone.per_year, within.per_year),
            (SortBy::PerYear, true) => (alone.per_year_reversed, within.per_year_reversed),
            (SortBy::Name, false) => (alone.name, within.name),
            (SortBy::Name, true) => (alone.name_reversed, within.name_reversed),
            (SortBy::Document, false) => (alone.document, within.document),
            (SortBy::Document, true) => (alone.document_reversed, within.document_reversed),
        }
    }
}

/// A sentence with the subtitle and the order.
fn heading(chart: &Chart, state: &State) -> String {
    let messages = &state.language.messages().chart;
    messages
        .heading
        .with([&subtitle(chart, state), state.sort.words(state.language)])
}

/// The document's own notes on the figures that are shown.
pub fn notes<'a>(chart: &'a Chart, state: &State) -> impl Iterator<Item = &'a Inlines> {
    let (currency, basis) = (state.currency, state.shown_basis());
    let has_all = state.shows_both() || state.form == Form::Timeline;
    let fits = move |note: &&ChartNote| {
        note.currency.is_none_or(|it| it == currency)
            && note.basis.is_none_or(|it| has_all || it == basis)
    };
    let bound = chart.notes.iter().filter(fits).map(|note| &note.text);
    chart.note.iter().chain(bound)
}

/// Remarks on the figures that are shown: that periods differ, and the rates of conversions.
#[must_use]
pub fn remarks(chart: &Chart, state: &State) -> Vec<String> {
    let mut remarks = Vec::new();
    if state.basis.is_total() && !state.shows_both() && state.form != Form::Timeline {
        remarks.extend(unlike_periods(chart, state.language));
    }
    for (sign, rate) in conversions(chart, state) {
        remarks.push(format!("{sign}\u{a0}{}", conversion(rate, state.language)));
    }
    remarks
}

/// The signs at converted figures, in the order of the rates. The [`remarks`] explain them.
const CONVERTED_SIGNS: [&str; 4] = ["†", "‡", "§", "¶"];

/// The rates that convert figures into the reader's currency, with the signs of these figures.
fn conversions<'a>(
    chart: &'a Chart,
    state: &State,
) -> impl Iterator<Item = (&'static str, &'a ExchangeRate)> {
    let to = state.currency;
    let is_used = move |rate: &&ExchangeRate| {
        let from = other_currency(rate, to);
        let mut all = chart.commitments.iter();
        from.is_some() && all.any(|c| Some(c.amount.currency) == from && c.stated_in(to).is_none())
    };
    CONVERTED_SIGNS
        .into_iter()
        .cycle()
        .zip(chart.rates.iter().filter(is_used))
}

/// The currency that a rate converts into this one.
fn other_currency(rate: &ExchangeRate, to: Currency) -> Option<Currency> {
    match (rate.base, rate.quote) {
        (from, quote) if quote == to => Some(from),
        (base, from) if base == to => Some(from),
        _ => None,
    }
}

/// The sign at the figure of a row, which says that it is converted.
#[must_use]
pub fn converted_sign(chart: &Chart, state: &State, row: &Row) -> Option<&'static str> {
    if !row.figure.as_ref()?.is_converted {
        return None;
    }
    let from = Some(chart.commitments[row.index].amount.currency);
    let own =
        conversions(chart, state).find(|(_, rate)| other_currency(rate, state.currency) == from);
    // A ratio may be converted because its baseline is.
    Some(own.map_or(CONVERTED_SIGNS[0], |(sign, _)| sign))
}

/// A sentence about an exchange rate, with its date and source.
fn conversion(rate: &ExchangeRate, language: Language) -> String {
    language.messages().chart.conversion.with([
        &format::decimal(rate.rate, language),
        &format::currency(rate.quote, language),
        &format::currency_unit(rate.base, language),
        &format::timestamp(&rate.date, language),
        &rate.source,
    ])
}

/// The source of a chart's figures.
#[must_use]
pub fn source(chart: &Chart, language: Language) -> String {
    language.messages().chart.source.with([&chart.source])
}

/// The lengths of the periods, if they differ.
fn unlike_periods(chart: &Chart, language: Language) -> Option<String> {
    const MOST: usize = 5;
    let messages = &language.messages().chart;
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
            messages.last_for.with([&names, &length(*span, language)])
        })
        .collect();
    if spans.len() > MOST {
        groups.push(messages.other_lengths.into());
    }
    let groups = format::joined(&groups, messages.groups);
    Some(messages.periods_differ.with([&groups]))
}

/// The first of many texts, and how many more there are.
fn some_of<T: Into<String>>(
    texts: impl Iterator<Item = T>,
    count: usize,
    most: usize,
    language: Language,
) -> String {
    let mut some: Vec<String> = texts.take(most).map(Into::into).collect();
    if count > some.len() {
        let more = count - some.len();
        let (number, rules) = (format::count(more, language), language.formats().rules());
        let message = language.messages().chart.more;
        some.push(message.with(more, rules, [&number]));
    }
    format::list(&some, language)
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
        text = messages.sentences.with([&text, &leader]);
    }
    text
}

/// The first and the last row in a sentence or two. Screen readers announce it after a choice.
#[must_use]
pub fn announcement(chart: &Chart, state: &State, layout: &Layout) -> String {
    let messages = &state.language.messages().chart;
    let mut text = messages.announced.with([&heading(chart, state)]);
    let all = chart.commitments.len();
    if layout.count != all {
        let number = |number| format::count(number, state.language);
        let companies = [&*number(layout.count), &number(all)];
        let rules = state.language.formats().rules();
        let companies = messages.companies_of.with(layout.count, rules, companies);
        text = messages.sentences.with([&text, &companies]);
    }
    let row = |row| in_words(chart, state, row);
    let rows = match &*layout.rows {
        [] => return text,
        [only] => messages.only.with([&row(only)]),
        [first, ..] if layout.rows.len() < layout.count => messages.first.with([&row(first)]),
        [first, .., last] => messages.first_and_last.with([&row(first), &row(last)]),
    };
    messages.sentences.with([&text, &rows])
}

/// A row: `ByteDance $20.7bn (converted)`.
fn in_words(chart: &Chart, state: &State, row: &Row) -> String {
    let name = &chart.commitments[row.index].name;
    let figure = match &row.figure {
        Some(figure) => &figure.words(state.language),
        None => row.unknown,
    };
    state.language.messages().chart.row.with([name, figure])
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
    if !by.is_finite() || by <= 1.05 {
        return None;
    }
    let times = format::multiple(by, state.language);
    let (first, second) = (name(first), name(second));
    Some(
        state
            .language
            .messages()
            .chart
            .leads
            .with([first, &times, second]),
    )
}

/// The caption of the table: how many of the commitments are shown, and their order.
#[must_use]
pub fn caption(chart: &Chart, state: &State, shown: usize) -> String {
    let messages = &state.language.messages().chart;
    let order = state.sort.words(state.language);
    let number = |number| format::count(number, state.language);
    match chart.commitments.len() {
        count if count == shown => messages.data.with([order]),
        count => messages
            .data_of
            .with([&number(shown), &number(count), order]),
    }
}
