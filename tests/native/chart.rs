//! The chart's arithmetic, order, layout and words.

use super::{chart_of, default_article, default_json, full_json, shown};
use article_widget::chart::{Action, Layout, Share, Sort, State, currencies, layout, words};
use article_widget::model::{Basis, Chart, Currency};
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;

/// Each row as the reader sees it, for example `Meta $65bn`; a dagger marks a conversion.
fn rows(chart: &Chart, state: State) -> Vec<String> {
    let row = |bar: &article_widget::chart::Bar| {
        let figure = bar.figure.as_ref().expect("every company has a figure");
        let mark = if figure.converted { "†" } else { "" };
        format!(
            "{} {}{mark}",
            chart.commitments[bar.index].name, figure.label
        )
    };
    layout(chart, state).bars.iter().map(row).collect()
}

#[test]
fn the_default_chart_ranks_as_the_facts_do() {
    let chart = chart_of(&default_article());
    let total = State::new(&chart);
    assert_eq!(
        rows(&chart, total),
        [
            "Microsoft $80bn",
            "Meta $65bn",
            "Alibaba about $53bn",
            "ByteDance $20.7bn†"
        ]
    );
    let per_year = total.update(Action::Compare(Basis::PerYear));
    assert_eq!(
        rows(&chart, per_year),
        [
            "Microsoft $80bn",
            "Meta $65bn",
            "ByteDance $20.7bn†",
            "Alibaba about $17.7bn"
        ]
    );
    let yuan = total.update(Action::ShowIn(Currency::CNY));
    assert_eq!(
        rows(&chart, yuan),
        [
            "Microsoft ¥581bn†",
            "Meta ¥472bn†",
            "Alibaba over ¥380bn",
            "ByteDance ¥150bn"
        ]
    );
    let yuan_per_year = yuan.update(Action::Compare(Basis::PerYear));
    assert_eq!(
        rows(&chart, yuan_per_year),
        [
            "Microsoft ¥581bn†",
            "Meta ¥472bn†",
            "ByteDance ¥150bn",
            "Alibaba about ¥127bn"
        ]
    );
    let by_name = total.update(Action::SortBy(Sort::Name));
    assert_eq!(
        rows(&chart, by_name),
        [
            "Alibaba about $53bn",
            "ByteDance $20.7bn†",
            "Meta $65bn",
            "Microsoft $80bn"
        ]
    );
}

#[test]
fn a_stated_equivalent_comes_before_the_rate() {
    let mut json = default_json();
    // By this rate the 380 billion yuan would be 190 billion dollars; 53 were stated.
    json["exchangeRates"][0]["rate"] = json!(2);
    let chart = chart_of(&shown(&json));
    let rows = rows(&chart, State::new(&chart));
    assert!(rows.contains(&"Alibaba about $53bn".into()), "{rows:?}");
    assert!(rows.contains(&"ByteDance $75bn†".into()), "{rows:?}");
}

#[test]
fn without_a_rate_a_figure_is_unknown_and_stands_last() {
    let mut json = default_json();
    json["exchangeRates"] = json!([]);
    let chart = chart_of(&shown(&json));
    let bars = layout(&chart, State::new(&chart)).bars;
    let last = bars.last().unwrap();
    assert_eq!(chart.commitments[last.index].name, "ByteDance");
    assert_eq!((&last.figure, last.width), (&None, Share::default()));
}

#[test]
fn the_default_axis_is_round_and_starts_at_zero() {
    let chart = chart_of(&default_article());
    let ticks = |state| -> Vec<String> {
        let tick = |tick: &article_widget::chart::Tick| format!("{} {}", tick.at, tick.label);
        layout(&chart, state).ticks.iter().map(tick).collect()
    };
    let total = State::new(&chart);
    assert_eq!(
        ticks(total),
        ["0% 0", "25% $20bn", "50% $40bn", "75% $60bn", "100% $80bn"]
    );
    let yuan = total.update(Action::ShowIn(Currency::CNY));
    assert_eq!(
        ticks(yuan),
        ["0% 0", "33.333% ¥200bn", "66.667% ¥400bn", "100% ¥600bn"]
    );
}

#[test]
fn currencies_are_the_charts_own_and_then_those_stated() {
    let chart = chart_of(&default_article());
    assert_eq!(currencies(&chart), [Currency::USD, Currency::CNY]);
}

#[test]
fn words_say_what_the_bars_say() {
    let chart = chart_of(&default_article());
    let state = State::new(&chart);
    assert_eq!(
        words::description(&chart, state, &layout(&chart, state)),
        "Bar chart. Total commitment, in US dollars, largest first: Microsoft $80bn, Meta $65bn, Alibaba about $53bn \
         and ByteDance $20.7bn (converted)."
    );
    assert_eq!(
        words::remarks(&chart),
        [
            "The periods differ: Alibaba three years; Microsoft, Meta and ByteDance one year.",
            "A dashed bar stands for a figure known from reports only.",
            "† Converted at 7.26 yuan to the US dollar, the rate of 31 December 2024 (implied by Alibaba’s revenue, which was stated in both currencies).",
        ]
    );
    assert_eq!(
        words::as_stated(&chart.commitments[0]),
        "over 380 billion yuan (about $53 billion)"
    );
    assert_eq!(words::as_stated(&chart.commitments[1]), "$80 billion");
}

#[test]
fn each_chart_has_bars_and_words_of_its_own() {
    let article = shown(&full_json());
    let charts = &article.charts;
    assert_eq!(
        rows(&charts[0], State::new(&charts[0])),
        ["North about $41.5bn", "East $20bn", "West $10bn†"]
    );
    assert_eq!(
        words::remarks(&charts[0])[0],
        "The periods differ: North three years; East and West one year."
    );
    assert_eq!(
        rows(&charts[1], State::new(&charts[1])),
        ["East $20bn", "South up to $900m"]
    );
    assert_eq!(
        words::remarks(&charts[1]),
        ["The periods differ: South open-ended; East one year."],
        "nothing is converted, nothing known from reports only"
    );
    assert_eq!(currencies(&charts[1]), [Currency::USD]);
}

#[test]
fn what_has_no_end_has_no_yearly_figure() {
    let article = shown(&full_json());
    let chart = &article.charts[1];
    let state = State::new(chart).update(Action::Compare(Basis::PerYear));
    let bars = layout(chart, state);
    let last = bars.bars.last().unwrap();
    assert_eq!(chart.commitments[last.index].name, "South");
    assert_eq!((&last.figure, last.width), (&None, Share::default()));
    assert_eq!(
        words::description(chart, state, &bars),
        "Bar chart. Commitment per year, in US dollars, largest first: East $20bn and South not known in this currency."
    );
}

#[test]
fn alike_periods_need_no_word() {
    let mut json = full_json();
    // A year is a year, however it is written.
    json["commitments"][0]["period"] = json!({ "start": "2025-01-01", "end": "2025-12-31" });
    let article = shown(&json);
    assert_eq!(article.charts[0].spans().len(), 1);
    let remarks = words::remarks(&article.charts[0]).join(" ");
    assert!(!remarks.contains("periods"), "{remarks}");
}

/// A chart of commitments with these values (in billions of dollars) and months.
fn chart_with(commitments: &[(u64, u32)]) -> Rc<Chart> {
    let mut json = default_json();
    let template = json["commitments"][1].clone();
    let list = commitments
        .iter()
        .enumerate()
        .map(|(index, (value, months))| {
            let mut commitment = template.clone();
            // Names in another order than the list.
            commitment["id"] = json!(format!("c{index}"));
            commitment["name"] = json!(format!("Company {}", (index * 7) % 10));
            commitment["amount"]["value"] = json!(value);
            commitment["period"] = json!({ "start": "2024-07", "months": months });
            commitment
        });
    json["commitments"] = list.collect();
    json["charts"][0]
        .as_object_mut()
        .unwrap()
        .remove("highlight");
    chart_of(&shown(&json))
}

fn units(chart: &Chart, state: State) -> Vec<(usize, f64)> {
    let bars = layout(chart, state).bars;
    bars.iter()
        .map(|bar| (bar.index, bar.figure.as_ref().unwrap().units))
        .collect()
}

proptest! {
    #[test]
    fn bars_stay_in_the_plot_in_order_and_add_up(
        commitments in prop::collection::vec((0..2_000_000_u64, 1..200_u32), 1..12),
        per_year: bool,
    ) {
        let chart = chart_with(&commitments);
        let basis = if per_year { Basis::PerYear } else { Basis::Total };
        let state = State::new(&chart).update(Action::Compare(basis));
        let Layout { bars, ticks, rows_height, height } = layout(&chart, state);

        prop_assert_eq!(bars.len(), commitments.len());
        prop_assert_eq!(ticks.last().unwrap().at, Share::FULL);
        for bar in &bars {
            prop_assert!(bar.width <= Share::FULL);
            prop_assert!(bar.mark_top + article_widget::chart::MARK_HEIGHT <= rows_height && rows_height < height);
        }
        for pair in bars.windows(2) {
            prop_assert!(pair[0].width >= pair[1].width);
            prop_assert!(pair[0].label_baseline < pair[1].name_baseline);
            let (a, b) = (pair[0].figure.as_ref().unwrap(), pair[1].figure.as_ref().unwrap());
            prop_assert!(a.units > b.units || (a.units >= b.units && pair[0].index < pair[1].index));
        }

        let mut totals = units(&chart, state.update(Action::Compare(Basis::Total)));
        let mut yearly = units(&chart, state.update(Action::Compare(Basis::PerYear)));
        totals.sort_by_key(|(index, _)| *index);
        yearly.sort_by_key(|(index, _)| *index);
        for ((index, total), (_, year)) in totals.iter().zip(&yearly) {
            let years = chart.commitments[*index].period.years().unwrap();
            prop_assert!((year * years - total).abs() <= total * 1e-12);
        }

        let names = layout(&chart, state.update(Action::SortBy(Sort::Name))).bars;
        for pair in names.windows(2) {
            prop_assert!(chart.commitments[pair[0].index].name <= chart.commitments[pair[1].index].name);
        }
    }

    #[test]
    fn actions_change_what_they_name_and_nothing_else(per_year: bool, yuan: bool, name: bool, order in 0..6_usize) {
        let chart = chart_of(&default_article());
        let wanted = State {
            basis: if per_year { Basis::PerYear } else { Basis::Total },
            currency: if yuan { Currency::CNY } else { Currency::USD },
            sort: if name { Sort::Name } else { Sort::Amount },
        };
        let actions = [
            Action::Compare(wanted.basis),
            Action::ShowIn(wanted.currency),
            Action::SortBy(wanted.sort),
        ];
        // Each action comes last in two of the six orders.
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        let state = orders[order].iter().fold(State::new(&chart), |state, &i| state.update(actions[i]));
        prop_assert_eq!(state, wanted);
    }
}
