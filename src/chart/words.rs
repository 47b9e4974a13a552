//! The chart in words: what it shows, how the commitments stand, and what must not be overlooked.

use super::columns::{Column, Medium};
use super::forms::{Compared, columns};
use super::layout::{Layout, Row};
use super::state::{Sort, SortBy, State, currencies};

pub use super::columns::{as_stated, cell, multiple};
use crate::format;
use crate::model::{Basis, Chart, Commitment, ExchangeRate, Status};

/// What is drawn, for the line under the title: what is compared, and its unit.
#[must_use]
pub fn subtitle(chart: &Chart, state: &State) -> String {
    let basis = match state.basis {
        Basis::Total if chart.has_unlike_periods() => "Total commitment over unlike periods",
        Basis::Total => "Total commitment",
        Basis::PerYear => "Commitment per year",
    };
    (state.form.definition().subtitle)(&Compared {
        sums: basis,
        is_total: state.basis.is_total(),
        currency: &currency(chart, state),
        baseline: &chart.commitments[state.baseline].name,
    })
}

/// The currency, and whether every figure in it is converted.
fn currency(chart: &Chart, state: &State) -> String {
    let name = format::currency(state.currency);
    let is_it = |choice: &super::Choice| choice.currency == state.currency && choice.is_converted;
    if currencies(chart).iter().any(is_it) {
        format!("{name} (converted)")
    } else {
        name
    }
}

/// The order of the rows.
fn order(state: &State) -> &'static str {
    match (state.sort.by, state.sort.is_reversed) {
        (SortBy::Amount, false) => "largest first",
        (SortBy::Amount, true) => "smallest first",
        (SortBy::PerYear, false) => "largest per year first",
        (SortBy::PerYear, true) => "smallest per year first",
        (SortBy::Name, false) => "from A to Z",
        (SortBy::Name, true) => "from Z to A",
        (SortBy::Document, false) => "as listed",
        (SortBy::Document, true) => "as listed, from the end",
    }
}

/// What must not be overlooked, whatever the reader has chosen: unlike periods, and the rates of
/// conversions.
///
/// It does not depend on the state, so that the text below a chart does not move when the reader
/// chooses something else.
#[must_use]
pub fn remarks(chart: &Chart) -> Vec<String> {
    let mut remarks = Vec::new();
    remarks.extend(unlike_periods(chart));
    for rate in &*chart.rates {
        if is_used(rate, chart) {
            remarks.push(format!("{CONVERTED_MARK} {}", conversion(rate)));
        }
    }
    remarks
}

/// How a rate converts, when, and whose it is.
fn conversion(rate: &ExchangeRate) -> String {
    format!(
        "Converted at {} {} to the {}, the rate of {} ({}).",
        rate.rate,
        format::currency(rate.quote),
        format::currency_unit(rate.base),
        format::timestamp(&rate.date),
        rate.source
    )
}

/// A way to draw a mark whose figure is not as firm as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Stripes: the figure was stated as "over", "about" and the like.
    Hedged,
    /// A dashed outline: the figure is known from reports only.
    Reported,
}

impl Sign {
    /// What it means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Hedged => "Not exact: stated as “over”, “about” or the like",
            Self::Reported => "Known from reports only",
        }
    }
}

/// The signs that a chart uses, in whatever state.
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

/// Where the figures of a chart come from.
#[must_use]
pub fn source(chart: &Chart) -> String {
    format!("Source: {}", chart.source)
}

/// Whether a rate converts something in a currency that a reader can choose.
fn is_used(rate: &ExchangeRate, chart: &Chart) -> bool {
    let is_converted = |from, to| {
        let converts = |c: &Commitment| c.amount.currency == from && c.stated_in(to).is_none();
        chart.commitments.iter().any(converts)
    };
    is_converted(rate.base, rate.quote) || is_converted(rate.quote, rate.base)
}

/// The lengths of the periods where they are not all alike.
fn unlike_periods(chart: &Chart) -> Option<String> {
    const MOST: usize = 5;
    let spans = chart.spans();
    if spans.len() < 2 {
        return None;
    }
    let mut groups: Vec<String> = spans
        .iter()
        .take(MOST)
        .map(|(span, alike)| {
            let names = alike.iter().map(|other| other.name.as_str());
            let names = some_of(names, alike.len(), MOST);
            format!("{names} {}", format::span(*span))
        })
        .collect();
    if spans.len() > MOST {
        groups.push("others still other lengths".into());
    }
    Some(format!(
        "The periods differ: {}.",
        format::joined(&groups, "; ", "; ")
    ))
}

/// The first of many texts, and how many more there are.
fn some_of<T: Into<String>>(texts: impl Iterator<Item = T>, count: usize, most: usize) -> String {
    let mut some: Vec<String> = texts.take(most).map(Into::into).collect();
    if count > some.len() {
        some.push(format!("{} more", format::count(count - some.len())));
    }
    format::list(&some)
}

/// The whole chart in a few sentences, for those who do not see it.
#[must_use]
pub fn description(chart: &Chart, state: &State, layout: &Layout) -> String {
    let form = state.form.definition().kind;
    let rows = layout.rows.iter().map(|row| in_words(chart, row));
    let rows = some_of(rows, layout.count, layout.rows.len());
    // Of what is not shown somebody else may lead, unless the largest come first.
    let is_whole = layout.rows.len() == layout.count || state.sort == Sort::default();
    let leader = is_whole
        .then(|| leader(chart, layout))
        .flatten()
        .map(|leader| format!(" {leader}"));
    format!(
        "{form}. {}, {}: {}.{}",
        subtitle(chart, state),
        order(state),
        if rows.is_empty() { "nothing" } else { &rows },
        leader.unwrap_or_default()
    )
}

/// What the reader sees first and last, in a sentence or two: said aloud after a choice.
#[must_use]
pub fn announcement(chart: &Chart, state: &State, layout: &Layout) -> String {
    let subtitle = format!("{}, {}", subtitle(chart, state), order(state));
    let count = match layout.count {
        count if count == chart.commitments.len() => String::new(),
        count => format!(
            " {} of {} companies.",
            format::count(count),
            format::count(chart.commitments.len())
        ),
    };
    match &*layout.rows {
        [] => format!("{subtitle}.{count}"),
        [only] => format!("{subtitle}.{count} {}.", in_words(chart, only)),
        [first, ..] if layout.rows.len() < layout.count => {
            format!("{subtitle}.{count} First {}.", in_words(chart, first))
        }
        [first, .., last] => format!(
            "{subtitle}.{count} First {}, last {}.",
            in_words(chart, first),
            in_words(chart, last)
        ),
    }
}

/// A row: `ByteDance $20.7bn (converted)`.
fn in_words(chart: &Chart, row: &Row) -> String {
    let name = &chart.commitments[row.index].name;
    match &row.figure {
        Some(figure) => format!("{name} {}", figure.words()),
        None => format!("{name} not known"),
    }
}

/// Who leads, and by how much.
fn leader(chart: &Chart, layout: &Layout) -> Option<String> {
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
    // Less than what the words would say is no lead.
    let times = format::times(by);
    let times = times
        .strip_prefix("× ")
        .filter(|_| by.is_finite() && by > 1.05)?;
    let (first, second) = (name(first), name(second));
    Some(format!(
        "{first} leads with {times} times the figure of {second}."
    ))
}

/// The sign at figures that were converted, explained by [`remarks`].
pub const CONVERTED_MARK: &str = "†";

/// What a tip says of a commitment, line by line: a term, and what it is.
#[must_use]
pub fn tip(chart: &Chart, state: &State, commitment: &Commitment) -> Vec<(String, String)> {
    let line = |column: Column| {
        let text = column.text(Medium::Tip, chart, state, commitment)?;
        Some((column.heading(Medium::Tip, chart, state), text))
    };
    let columns = columns(state, Medium::Tip).into_iter();
    columns.filter_map(line).collect()
}

/// What the table shows: the title of the chart, how many of its commitments, and their order.
#[must_use]
pub fn caption(chart: &Chart, state: &State, shown: usize) -> String {
    let (title, order) = (chart.title.plain_text(), order(state));
    let part = match chart.commitments.len() {
        count if count == shown => String::new(),
        count => format!(", {} of {}", format::count(shown), format::count(count)),
    };
    format!("{title}: the data{part}, {order}")
}
