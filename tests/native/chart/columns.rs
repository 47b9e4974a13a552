//! The texts in the columns of the table.

use super::super::{chart_of, default_article, default_json, full_json, shown};
use super::after;
use article_widget::chart::{Action, ChartBasis, ChartColumn, Medium, State};
use article_widget::model::Chart;
use article_widget::quantity::Currency;
use serde_json::json;

const PER_YEAR: Action = Action::Compare(ChartBasis::PerYear);
const YUAN: Action = Action::ShowIn(Currency::CNY);

/// The cell of a commitment.
fn text(column: ChartColumn, chart: &Chart, state: &State, index: usize) -> String {
    column.text(Medium::Table, chart, state, &chart.commitments[index])
}

#[test]
fn amounts_are_written_as_they_were_stated() {
    let chart = chart_of(&default_article());
    let state = State::new(&chart);
    assert_eq!(
        text(ChartColumn::AsStated, &chart, &state, 0),
        "over 380 billion yuan (about $53 billion)"
    );
    assert_eq!(
        text(ChartColumn::AsStated, &chart, &state, 1),
        "$80 billion"
    );
}

#[test]
fn cells_say_why_they_have_no_figure() {
    let article = shown(&full_json());
    let chart = &article.charts[1];
    let state = State::new(chart);
    let cell = |state: &State, column| text(column, chart, state, 0);
    assert_eq!(cell(&state, ChartColumn::Total), "up to $900m");
    assert_eq!(
        cell(&state, ChartColumn::PerYear),
        "not known, as no end was stated"
    );
    assert_eq!(
        cell(&after(chart, [YUAN]), ChartColumn::Total),
        "about CN¥6.57bn (converted)"
    );
    let mut json = default_json();
    json["exchangeRates"] = json!([]);
    let chart = chart_of(&shown(&json));
    for column in [ChartColumn::Total, ChartColumn::PerYear] {
        assert_eq!(
            text(column, &chart, &State::new(&chart), 3),
            "not stated in this currency"
        );
    }
}

#[test]
fn multiples_say_so_where_there_is_none() {
    let mut json = default_json();
    let chart = chart_of(&shown(&json));
    let multiple = |chart: &Chart, actions: Vec<Action>, index: usize| {
        text(ChartColumn::Multiple, chart, &after(chart, actions), index)
    };
    // Alibaba’s own figure is inexact, so its multiples are inexact too.
    assert_eq!(multiple(&chart, vec![], 1), "about 1.5×");
    assert_eq!(
        multiple(&chart, vec![PER_YEAR], 3),
        "about 1.2× (converted)"
    );
    let by_microsoft = || vec![Action::MeasureBy(1)];
    assert_eq!(multiple(&chart, by_microsoft(), 2), "0.81×");
    assert_eq!(multiple(&chart, by_microsoft(), 0), "about 0.66×");
    assert_eq!(multiple(&chart, by_microsoft(), 3), "0.26× (converted)");
    json["commitments"][1]["amount"]["value"] = json!(0);
    let chart = chart_of(&shown(&json));
    assert_eq!(multiple(&chart, vec![], 1), "about 0×");
    assert_eq!(multiple(&chart, by_microsoft(), 0), "not known");
}
