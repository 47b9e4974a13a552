//! Rows, marks and ticks of random charts.

use super::random::{BASES, cases, charts};
use super::{after, pixels, some, sort};
use article_widget::chart::{
    Action, FEW, Form, Layout, Row, Share, SortBy, State, currencies, found, layout,
};
use article_widget::model::Chart;
use article_widget::quantity::Basis;
use icu_collator::Collator;
use icu_locale_core::locale;
use proptest::prelude::*;
use std::cmp::Ordering;

/// The sum of a commitment, in whole units of the currency that the reader chose.
fn units(chart: &Chart, state: &State, basis: Basis, index: usize) -> Option<f64> {
    let sum = chart.commitments[index].sum(basis, state.currency, &chart.rates);
    sum.map(|sum| sum.units)
}

/// The expected order of two commitments. Equal ones keep the order of the document.
fn expected(chart: &Chart, state: &State, first: usize, second: usize) -> Ordering {
    let turned = |order: Ordering| {
        if state.sort.is_reversed {
            order.reverse()
        } else {
            order
        }
    };
    let by_sum = |basis| {
        let sum = |index| units(chart, state, basis, index);
        match (sum(first), sum(second)) {
            (Some(first), Some(second)) => turned(second.total_cmp(&first)),
            (first, second) => second.is_some().cmp(&first.is_some()),
        }
    };
    let collator = Collator::try_new(locale!("en").into(), <_>::default()).unwrap();
    let name = |index: usize| &*chart.commitments[index].name;
    let order = match state.sort.by {
        SortBy::Amount => by_sum(state.shown_basis()),
        SortBy::PerYear => by_sum(Basis::PerYear),
        SortBy::Name => turned(collator.compare(name(first), name(second))),
        SortBy::Document => return turned(first.cmp(&second)),
    };
    order.then(first.cmp(&second))
}

/// The commitments that the reader wants to see, in order.
fn wanted(chart: &Chart, state: &State) -> Vec<usize> {
    let is_found = |index: usize| {
        let name = chart.commitments[index].name.to_ascii_lowercase();
        name.contains(&state.search.trim().to_ascii_lowercase())
    };
    let mut wanted: Vec<usize> = (0..chart.commitments.len())
        .filter(|&index| !state.hidden[index] && is_found(index))
        .collect();
    wanted.sort_by(|&first, &second| expected(chart, state, first, second));
    wanted
}

fn indexes(layout: &Layout) -> Vec<usize> {
    layout.rows.iter().map(|row| row.index).collect()
}

/// The end of a mark.
fn end(row: &Row) -> Option<f64> {
    row.mark
        .map(|mark| mark.start.in_width(1.0) + mark.width.in_width(1.0))
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn rows_are_those_that_are_wanted_in_their_order(case in cases()) {
        let (chart, state) = (&case.chart, &case.state);
        let layout = layout(chart, state);
        let wanted = wanted(chart, state);
        prop_assert_eq!(layout.count, wanted.len());

        let rows = indexes(&layout);
        let shown = rows.len().min(state.limit);
        prop_assert_eq!(&rows[..shown], &wanted[..shown]);
        if wanted.len() <= state.limit {
            prop_assert_eq!(rows.len(), wanted.len());
        } else {
            // The extra commitment has a row, even after the last one.
            let beyond = state.extra.filter(|index| wanted[shown..].contains(index));
            prop_assert_eq!(shown, state.limit);
            prop_assert_eq!(&rows[shown..], beyond.as_slice());
        }
    }

    #[test]
    fn what_is_found_depends_on_the_search_alone(case in cases()) {
        let (chart, state) = (&case.chart, &case.state);
        let found: Vec<usize> = found(chart, state).collect();
        let all = State { hidden: vec![false; chart.commitments.len()], ..state.clone() };
        let mut all = wanted(chart, &all);
        all.sort_unstable();
        prop_assert_eq!(found, all);
    }

    #[test]
    fn marks_are_seen_and_stay_in_the_plot(case in cases()) {
        let Layout { rows, .. } = layout(&case.chart, &case.state);
        for row in &rows {
            let Some(mark) = row.mark else { continue };
            prop_assert!(mark.width >= Share::LEAST, "{mark:?} is not seen");
            prop_assert!(end(row).unwrap() <= 1.0 + 1e-9, "{mark:?} leaves the plot");
            prop_assert!((1.0..=40.0).contains(&pixels(mark.height)), "{mark:?}");
        }
    }

    #[test]
    fn marks_are_as_long_as_their_figures(case in cases()) {
        let (chart, state) = (&case.chart, &case.state);
        prop_assume!(state.form != Form::Timeline);
        let Layout { rows, reference, .. } = layout(chart, state);
        let value = |row: &Row| row.figure.as_ref().map(|figure| figure.value);
        for row in &rows {
            prop_assert_eq!(row.mark.is_some(), value(row).is_some_and(|value| value > 0.0));
            prop_assert!(row.mark.is_none_or(|mark| mark.start == Share::default() && !mark.is_open));
            for other in &rows {
                if let (Some(mine), Some(others)) = (row.mark, other.mark) {
                    if value(row) > value(other) {
                        prop_assert!(mine.width >= others.width);
                    }
                    let least = Share::LEAST.in_width(1.0);
                    let (mine, others) = (mine.width.in_width(1.0), others.width.in_width(1.0));
                    if mine > least && others > least {
                        let ratio = value(row).unwrap() / value(other).unwrap();
                        prop_assert!((mine - ratio * others).abs() <= 1e-5 * (1.0 + ratio));
                    }
                }
            }
            let is_seen_as_it_is = row.mark.is_some_and(|mark| mark.width > Share::LEAST);
            if let (Some(reference), true) = (reference, row.index == state.baseline && is_seen_as_it_is) {
                prop_assert_eq!(row.mark.map(|mark| mark.width), Some(reference));
            }
        }
        prop_assert_eq!(reference.is_some(), state.form == Form::Ratio);
    }

    #[test]
    fn marks_of_a_timeline_stand_at_their_times_and_are_as_large_as_their_totals(case in cases()) {
        let (chart, mut state) = (&case.chart, case.state);
        state.update(Action::ShowAs(Form::Timeline));
        let Layout { rows, .. } = layout(chart, &state);
        let bounds = |row: &Row| chart.commitments[row.index].period.bounds();
        for row in &rows {
            let total = units(chart, &state, Basis::Total, row.index);
            let yearly = units(chart, &state, Basis::PerYear, row.index);
            prop_assert_eq!(row.mark.is_none(), yearly == Some(0.0));
            let Some(mark) = row.mark else { continue };
            prop_assert_eq!(mark.is_open, yearly.is_none());
            if bounds(row).1.is_none() {
                prop_assert_eq!(mark.start.plus(mark.width), Share::FULL);
            }
            // Areas are proportional to the totals, unless the length or the height is at its visible minimum.
            let is_exact = |row: &Row| {
                row.mark.is_some_and(|mark| mark.width.in_width(1e3) > 10.0 && pixels(mark.height) > 2.0 && !mark.is_open)
            };
            for other in &rows {
                if bounds(row).0 <= bounds(other).0 && let Some(others) = other.mark && others.width > Share::LEAST {
                    prop_assert!(mark.start <= others.start);
                }
                let is_whole_months = |row: &Row| bounds(row).1.is_some_and(|end| (end - bounds(row).0).fract().abs() < 1e-9);
                if is_exact(row) && is_exact(other) && is_whole_months(row) && is_whole_months(other) {
                    let area = |row: &Row| {
                        let mark = row.mark.unwrap();
                        mark.width.in_width(1e3) * pixels(mark.height)
                    };
                    let others = units(chart, &state, Basis::Total, other.index);
                    let ratio = total.unwrap() / others.unwrap();
                    prop_assert!((area(row) / area(other) / ratio - 1.0).abs() < 5e-3);
                }
            }
        }
    }

    #[test]
    fn ticks_rise_over_the_whole_axis(case in cases()) {
        let Layout { rows, ticks, .. } = layout(&case.chart, &case.state);
        if ticks.is_empty() || rows.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(ticks[0].at, Share::default());
        prop_assert_eq!(ticks.last().unwrap().at, Share::FULL);
        prop_assert!((2..=7).contains(&ticks.len()));
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].at < pair[1].at);
            prop_assert!(pair[0].label != pair[1].label, "{} twice", pair[0].label);
        }
        prop_assert!(!ticks[0].is_minor, "the start of the axis is labelled");
        if case.state.form != Form::Timeline {
            prop_assert_eq!(&ticks[0].label, "0");
        }
    }

    #[test]
    fn yearly_sums_times_years_are_totals(chart in charts()) {
        for choice in currencies(&chart) {
            let state = after(&chart, [Action::ShowIn(choice.currency)]);
            for (index, commitment) in chart.commitments.iter().enumerate() {
                let [total, yearly] = BASES.map(|basis| units(&chart, &state, basis, index));
                match (total, yearly, commitment.period.years()) {
                    (Some(total), Some(yearly), Some(years)) => {
                        prop_assert!((yearly * years - total).abs() <= total * 1e-12);
                    }
                    (total, yearly, years) => {
                        prop_assert!(yearly.is_none() && (total.is_none() || years.is_none()));
                    }
                }
            }
        }
    }

    #[test]
    fn conversions_there_and_back_change_nothing(chart in charts()) {
        use article_widget::quantity::{Decimal, Hedge, Money, Scale};
        for rate in &*chart.rates {
            for (from, to) in [(rate.base, rate.quote), (rate.quote, rate.base)] {
                for commitment in chart.commitments.iter().filter(|c| c.amount.currency == from) {
                    let mut there = commitment.clone();
                    there.equivalents.clear();
                    let Some(sum) = there.sum(Basis::Total, to, &chart.rates) else {
                        return Err(TestCaseError::fail("a rate was not used"));
                    };
                    prop_assert!(sum.is_converted && sum.currency == to && sum.stated.is_none());
                    // The sum as a document can state it: in whole units.
                    let whole = format!("{:.0}", sum.units);
                    let Ok(value) = Decimal::parse(&whole) else { continue };
                    let mut back = there.clone();
                    back.amount = Money { value, scale: Scale::One, currency: to, hedge: Some(Hedge::About) };
                    let back = back.sum(Basis::Total, from, &chart.rates).unwrap();
                    let unit = there.amount.units() / sum.units.max(1.0);
                    prop_assert!((back.units - there.amount.units()).abs() <= unit.max(1.0) + there.amount.units() * 1e-12);
                }
            }
        }
    }
}

#[test]
fn a_search_and_a_limit_leave_rows_out_and_hidden_ones_stay_away() {
    use super::super::{chart_of, default_article};
    let chart = chart_of(&default_article());
    let names = |actions: Vec<Action>| -> Vec<String> {
        let state = after(&chart, actions);
        let rows = layout(&chart, &state).rows;
        let name = |row: &Row| chart.commitments[row.index].name.clone();
        rows.iter().map(name).collect()
    };
    let search = |words: &str| Action::Search(words.into());
    assert_eq!(names(vec![search(" ME ")]), ["Meta"]);
    assert_eq!(names(vec![search("nobody")]), [""; 0]);
    assert_eq!(
        names(vec![search("B"), Action::Show(0, false)]),
        ["ByteDance"]
    );
    assert_eq!(
        names(vec![search("B"), Action::Show(0, false), Action::ShowAll]).len(),
        2
    );
    let by_name = sort(SortBy::Name, false);
    assert_eq!(
        names(vec![
            by_name,
            Action::Show(3, false),
            Action::Show(2, false)
        ]),
        ["Alibaba", "Microsoft"]
    );
    assert!(chart.commitments.len() < FEW);
}
