//! The content of the chart of the default document and of its variants.

use super::super::{chart_of, default_article, default_json, full_json, shown};
use super::{after, pixels, rows, sort};
use article_widget::chart::{
    Action, ChartBasis, Choice, Form, GLANCE, Mark, Row, Share, SortBy, State, currencies, layout,
};
use article_widget::model::Chart;
use article_widget::quantity::{Basis, Currency};
use serde_json::json;

const PER_YEAR: Action = Action::Compare(ChartBasis::PerYear);
const YUAN: Action = Action::ShowIn(Currency::CNY);

fn ticks(chart: &Chart, state: &State) -> Vec<String> {
    let tick = |tick: &article_widget::chart::Tick| format!("{} {}", tick.at, tick.label);
    layout(chart, state).ticks.iter().map(tick).collect()
}

#[test]
fn bars_rank_as_the_facts_do() {
    let chart = chart_of(&default_article());
    for (actions, expected) in [
        (
            vec![],
            [
                "Microsoft $80bn",
                "Meta $65bn",
                "Alibaba about $53bn",
                "ByteDance $20.7bn†",
            ],
        ),
        (
            vec![PER_YEAR],
            [
                "Microsoft $80bn",
                "Meta $65bn",
                "ByteDance $20.7bn†",
                "Alibaba about $17.7bn",
            ],
        ),
        (
            vec![YUAN],
            [
                "Microsoft CN¥581bn†",
                "Meta CN¥472bn†",
                "Alibaba over CN¥380bn",
                "ByteDance CN¥150bn",
            ],
        ),
        (
            vec![YUAN, PER_YEAR],
            [
                "Microsoft CN¥581bn†",
                "Meta CN¥472bn†",
                "ByteDance CN¥150bn",
                "Alibaba about CN¥127bn",
            ],
        ),
    ] {
        assert_eq!(rows(&chart, &after(&chart, actions)), expected);
    }
}

#[test]
fn rows_stand_in_every_order() {
    let chart = chart_of(&default_article());
    let [alibaba, bytedance, meta, microsoft] = [
        "Alibaba about $53bn",
        "ByteDance $20.7bn†",
        "Meta $65bn",
        "Microsoft $80bn",
    ];
    for (by, expected) in [
        (SortBy::Amount, [microsoft, meta, alibaba, bytedance]),
        (SortBy::PerYear, [microsoft, meta, bytedance, alibaba]),
        (SortBy::Name, [alibaba, bytedance, meta, microsoft]),
        (SortBy::Document, [alibaba, microsoft, meta, bytedance]),
    ] {
        let mut expected = expected.to_vec();
        assert_eq!(rows(&chart, &after(&chart, [sort(by, false)])), expected);
        expected.reverse();
        assert_eq!(rows(&chart, &after(&chart, [sort(by, true)])), expected);
    }
}

#[test]
fn ratios_are_multiples_of_the_highlighted_companys_at_first() {
    let chart = chart_of(&default_article());
    let ratio = Action::ShowAs(Form::Ratio);
    assert_eq!(
        rows(&chart, &after(&chart, [ratio.clone()])),
        [
            "Microsoft 1.5×",
            "Meta 1.2×",
            "Alibaba 1×",
            "ByteDance 0.39×†"
        ]
    );
    assert_eq!(
        rows(&chart, &after(&chart, [ratio.clone(), PER_YEAR])),
        [
            "Microsoft 4.5×",
            "Meta 3.7×",
            "ByteDance 1.2×†",
            "Alibaba 1×"
        ]
    );
    // Between companies whose sums are in dollars, nothing is converted.
    let microsoft = Action::MeasureBy(1);
    assert_eq!(
        rows(&chart, &after(&chart, [ratio, microsoft])),
        [
            "Microsoft 1×",
            "Meta 0.81×",
            "Alibaba 0.66×",
            "ByteDance 0.26×†"
        ]
    );
}

#[test]
fn the_baseline_of_ratios_is_drawn() {
    let chart = chart_of(&default_article());
    let state = after(&chart, [Action::ShowAs(Form::Ratio)]);
    let layout = layout(&chart, &state);
    assert_eq!(layout.reference, Some(Share::of(53.0, 80.0)));
    let ends: Vec<String> = layout
        .rows
        .iter()
        .map(|row| row.mark.expect("a mark").width.to_string())
        .collect();
    assert_eq!(ends, ["100%", "81.25%", "66.25%", "25.826%"]);
    for form in [Form::Bars, Form::Timeline] {
        let state = after(&chart, [Action::ShowAs(form)]);
        assert_eq!(
            article_widget::chart::layout(&chart, &state).reference,
            None
        );
    }
}

#[test]
fn the_axis_of_many_is_round_and_starts_at_zero() {
    let chart = chart_of(&default_article());
    assert_eq!(ticks(&chart, &State::new(&chart)), [""; 0]);
    let commitments = chart.commitments.iter().cycle().take(GLANCE + 1).cloned();
    let chart = Chart {
        commitments: commitments.collect(),
        ..Chart::clone(&chart)
    };
    assert_eq!(
        ticks(&chart, &State::new(&chart)),
        ["0% 0", "25% $20bn", "50% $40bn", "75% $60bn", "100% $80bn"]
    );
    assert_eq!(
        ticks(&chart, &after(&chart, [YUAN])),
        [
            "0% 0",
            "33.333% CN¥200bn",
            "66.667% CN¥400bn",
            "100% CN¥600bn"
        ]
    );
    assert_eq!(
        ticks(&chart, &after(&chart, [Action::ShowAs(Form::Ratio)])),
        ["0% 0", "25% 0.5×", "50% 1×", "75% 1.5×", "100% 2×"]
    );
}

/// The mark of a company in a timeline.
fn mark(chart: &Chart, rows: &[Row], name: &str) -> Mark {
    let is_it = |row: &&Row| chart.commitments[row.index].name == name;
    let row = rows.iter().find(is_it).expect("a row");
    row.mark.expect("a mark")
}

#[test]
fn a_mark_of_a_timeline_is_as_long_as_its_years_and_as_large_as_its_total() {
    let chart = chart_of(&default_article());
    for currency in [Currency::USD, Currency::CNY] {
        let actions = [Action::ShowAs(Form::Timeline), Action::ShowIn(currency)];
        let state = after(&chart, actions);
        let layout = layout(&chart, &state);
        let mark = |name| mark(&chart, &layout.rows, name);
        let length = |name| mark(name).width.in_width(1e5);
        // The tolerance is a thousandth of a percent.
        assert!((length("Alibaba") - 3.0 * length("Meta")).abs() <= 3.0);
        assert!((length("Microsoft") - length("Meta")).abs() <= 1.0);

        let area = |name| length(name) * pixels(mark(name).height);
        for (index, commitment) in chart.commitments.iter().enumerate() {
            let total = |index: usize| {
                let commitment = &chart.commitments[index];
                commitment
                    .sum(Basis::Total, currency, &chart.rates)
                    .expect("a total")
                    .units
            };
            let expected = total(index) / total(1);
            let found = area(&commitment.name) / area("Microsoft");
            assert!(
                (found / expected - 1.0).abs() < 1e-3,
                "{}: {found} instead of {expected}",
                commitment.name
            );
        }
    }
}

#[test]
fn the_axis_of_a_timeline_has_years() {
    let chart = chart_of(&default_article());
    let state = after(&chart, [Action::ShowAs(Form::Timeline)]);
    assert_eq!(
        ticks(&chart, &state),
        [
            "0% 2024",
            "20% 2025",
            "40% 2026",
            "60% 2027",
            "80% 2028",
            "100% 2029"
        ]
    );
    // July 2024 is in the middle of the first of these five years.
    let layout = layout(&chart, &state);
    let mark = mark(&chart, &layout.rows, "Microsoft");
    assert_eq!(mark.start, Share::of(6.0, 60.0));
    assert_eq!(mark.width, Share::of(18.0, 60.0).minus(mark.start));
}

#[test]
fn a_short_time_has_months_on_its_axis() {
    let mut json = default_json();
    for commitment in json["commitments"].as_array_mut().unwrap() {
        commitment["period"] = json!({ "start": "2025-02", "months": 7 });
    }
    let chart = chart_of(&shown(&json));
    let state = after(&chart, [Action::ShowAs(Form::Timeline)]);
    assert_eq!(
        ticks(&chart, &state),
        ["0% Jan 2025", "50% Jul 2025", "100% Jan 2026"]
    );
}

#[test]
fn a_stated_equivalent_comes_before_the_rate() {
    let mut json = default_json();
    // At this rate 380 billion yuan would be 190 billion dollars, but 53 billion were stated.
    json["exchangeRates"][0]["rate"] = json!(2);
    let chart = chart_of(&shown(&json));
    let rows = rows(&chart, &State::new(&chart));
    assert!(rows.contains(&"Alibaba about $53bn".into()), "{rows:?}");
    assert!(rows.contains(&"ByteDance $75bn†".into()), "{rows:?}");
}

#[test]
fn without_a_rate_a_figure_is_unknown_and_stands_last() {
    let mut json = default_json();
    json["exchangeRates"] = json!([]);
    let chart = chart_of(&shown(&json));
    for is_reversed in [false, true] {
        let state = after(&chart, [sort(SortBy::Amount, is_reversed)]);
        let layout = layout(&chart, &state);
        let last = layout.rows.last().unwrap();
        assert_eq!(chart.commitments[last.index].name, "ByteDance");
        assert_eq!((&last.figure, last.mark), (&None, None));
        assert_eq!(last.label(), "not known");
    }
}

#[test]
fn each_chart_has_rows_of_its_own() {
    let article = shown(&full_json());
    let charts = &article.charts;
    assert_eq!(
        rows(&charts[0], &State::new(&charts[0])),
        ["North about $41.5bn", "East $20bn", "West $10bn†"]
    );
    assert_eq!(
        rows(&charts[1], &State::new(&charts[1])),
        ["East $20bn", "South up to $900m"]
    );
}

#[test]
fn what_has_no_end_has_no_yearly_figure_and_an_open_mark() {
    let article = shown(&full_json());
    let chart = &article.charts[1];
    let yearly = layout(chart, &after(chart, [PER_YEAR]));
    let last = yearly.rows.last().unwrap();
    assert_eq!(chart.commitments[last.index].name, "South");
    assert_eq!((&last.figure, last.mark), (&None, None));

    let timeline = layout(chart, &after(chart, [Action::ShowAs(Form::Timeline)]));
    let south = mark(chart, &timeline.rows, "South");
    assert!(south.is_open);
    assert_eq!(south.start.plus(south.width), Share::FULL);
    assert!(!mark(chart, &timeline.rows, "East").is_open);
}

#[test]
fn currencies_are_the_charts_own_then_those_stated_then_those_converted_to() {
    let choices = |chart: &Chart| -> Vec<String> {
        let words = |choice: Choice| {
            let end = if choice.is_converted {
                " converted"
            } else {
                ""
            };
            format!("{}{end}", choice.currency.code())
        };
        currencies(chart).into_iter().map(words).collect()
    };
    let mut json = default_json();
    assert_eq!(choices(&chart_of(&shown(&json))), ["USD", "CNY"]);
    let rate = |base: &str, quote: &str| json!({ "base": base, "quote": quote, "rate": 2, "date": "2025-01-31", "source": "S" });
    let rates = json["exchangeRates"].as_array_mut().unwrap();
    rates.extend([rate("EUR", "USD"), rate("CNY", "JPY"), rate("GBP", "CHF")]);
    let chart = chart_of(&shown(&json));
    assert_eq!(
        choices(&chart),
        ["USD", "CNY", "EUR converted", "JPY converted"]
    );
    json["charts"][0]["currency"] = json!("EUR");
    let chart = chart_of(&shown(&json));
    assert_eq!(
        choices(&chart),
        ["EUR converted", "CNY", "USD", "JPY converted"]
    );
    let full = shown(&full_json());
    assert_eq!(choices(&full.charts[1]), ["USD", "CNY converted"]);
}
