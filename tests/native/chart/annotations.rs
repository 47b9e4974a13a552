//! Remarks of charts: their places in a timeline, in words, in tables, files and pictures.

use super::super::{chart_of, default_json, shown};
use super::after;
use article_widget::chart::export::picture::{PictureShape, picture};
use article_widget::chart::{
    Action, ChartColumn, Form, Interaction, Layout, Medium, State, columns, export, layout, words,
};
use article_widget::messages::Language;
use article_widget::model::{Chart, ChartBasis};
use serde_json::{Value as Json, json};
use std::rc::Rc;

const TIMELINE: Action = Action::ShowAs(Form::Timeline);

/// The chart of the default document with these remarks.
fn with(annotations: &Json) -> Rc<Chart> {
    let mut json = default_json();
    json["charts"][0]["annotations"] = annotations.clone();
    chart_of(&shown(&json))
}

/// A chart with remarks on these dates.
fn dated(dates: &[&str]) -> Rc<Chart> {
    let remarks = dates
        .iter()
        .map(|date| json!({ "date": date, "text": "A remark" }));
    with(&remarks.collect())
}

fn timeline(chart: &Chart) -> Layout {
    layout(chart, &after(chart, [TIMELINE]))
}

fn places(layout: &Layout) -> Vec<f64> {
    let lines = layout.dates.iter();
    lines.map(|line| line.at.in_width(1.0)).collect()
}

#[test]
fn lines_stand_at_their_dates() {
    let chart = dated(&["2025-01", "2025-07", "2026-12-31"]);
    let layout = timeline(&chart);
    let tick = |label: &str| {
        let tick = layout.ticks.iter().find(|tick| tick.label == label);
        let tick = tick.unwrap_or_else(|| panic!("no {label} in {:?}", layout.ticks));
        tick.at.in_width(1.0)
    };
    let at = places(&layout);
    assert!((at[0] - tick("2025")).abs() < 1e-4, "{at:?}");
    let middle = f64::midpoint(tick("2025"), tick("2026"));
    assert!((at[1] - middle).abs() < 1e-4, "{at:?}");
    let end = tick("2027");
    assert!(at[2] < end && at[2] > end - 0.01, "{at:?}");
    assert!(layout.has_room_for_remarks);
}

#[test]
fn only_timelines_have_lines() {
    let chart = dated(&["2025-07"]);
    for form in [Form::Bars, Form::Ratio] {
        let layout = layout(&chart, &after(&chart, [Action::ShowAs(form)]));
        assert!(layout.dates.is_empty());
    }
    assert!(timeline(&with(&json!([]))).dates.is_empty());
    // Without a row there is no axis for them.
    let state = after(&chart, [TIMELINE, Action::Search("nobody".into())]);
    assert!(
        article_widget::chart::layout(&chart, &state)
            .dates
            .is_empty()
    );
}

#[test]
fn remarks_that_have_no_room_become_numbers() {
    let text = |text: &str| with(&json!([{ "date": "2026-06", "text": text }]));
    assert!(timeline(&text("Short")).has_room_for_remarks);
    assert!(!timeline(&text(&"too wide for half of a plot ".repeat(2))).has_room_for_remarks);
    // One that has none makes numbers of all.
    let two = with(&json!([
        { "date": "2025-01", "text": "Short" },
        { "date": "2026-06", "text": "too wide for half of a plot ".repeat(2) },
    ]));
    assert!(!timeline(&two).has_room_for_remarks);
}

#[test]
fn the_axis_reaches_to_dates_of_companies_that_are_hidden() {
    let chart = dated(&["2027-12"]);
    let hidden = after(&chart, [TIMELINE, Action::Show(0, false)]);
    let layout = layout(&chart, &hidden);
    let at = places(&layout)[0];
    assert!(at > 0.7 && at <= 1.0, "{at}");
    let microsoft = layout.rows[0].mark.expect("a mark");
    assert!(microsoft.width.in_width(1.0) < 0.5, "{microsoft:?}");
}

#[test]
fn remarks_on_dates_in_words() {
    let chart = with(&json!([
        { "date": "2025-01-13", "text": "First" },
        { "date": "2025-07", "text": "Second" },
        { "commitment": "meta", "text": "On Meta" },
    ]));
    let words = |is_numbered| words::dated_remarks(&chart, is_numbered, Language::ENGLISH);
    assert_eq!(words(false), "First (13 January 2025); Second (July 2025)");
    assert_eq!(
        words(true),
        "1 First (13 January 2025); 2 Second (July 2025)"
    );
    let none = with(&json!([{ "commitment": "meta", "text": "x" }]));
    assert_eq!(words::dated_remarks(&none, true, Language::ENGLISH), "");
}

#[test]
fn tables_and_files_have_a_column_where_there_are_remarks() {
    let has = |chart: &Chart, medium| {
        columns(chart, &State::new(chart), medium).contains(&ChartColumn::Remark)
    };
    let (on_meta, on_date) = (
        json!({ "commitment": "meta", "text": ["On ", { "datum": { "of": "meta" } }] }),
        json!({ "date": "2026-07", "text": "Later" }),
    );
    for (annotations, in_table, in_file) in [
        (json!([]), false, false),
        (json!([on_meta]), true, true),
        (json!([on_date]), false, true),
    ] {
        let chart = with(&annotations);
        assert_eq!(has(&chart, Medium::Table), in_table, "{annotations}");
        assert_eq!(has(&chart, Medium::File), in_file, "{annotations}");
    }
    let chart = with(&json!([on_date, on_meta, { "commitment": "meta", "text": "twice" }]));
    let cell = |medium, index: usize| {
        ChartColumn::Remark.text(
            medium,
            &chart,
            &State::new(&chart),
            &chart.commitments[index],
        )
    };
    assert_eq!(cell(Medium::Table, 2), "On $65 billion; twice");
    assert_eq!(cell(Medium::Table, 0), "");
    // Of the periods, only Alibaba's includes July 2026.
    assert_eq!(cell(Medium::File, 0), "Later (July 2026)");
    assert_eq!(cell(Medium::File, 2), "On $65 billion; twice");
    let file = export::csv(&chart, &State::new(&chart), "");
    assert!(file.contains("\"Purpose\",\"Remark\",\"Source\""), "{file}");
}

/// The picture of a chart after these actions.
fn drawn(chart: &Chart, actions: impl IntoIterator<Item = Action>, is_rtl: bool) -> String {
    let mut interaction = Interaction::new(chart, Language::ENGLISH);
    for action in actions {
        interaction.update(chart, action);
    }
    picture(chart, &interaction, PictureShape::Page, "", is_rtl)
}

#[test]
fn pictures_have_the_remarks() {
    let chart = with(&json!([
        { "commitment": "alibaba", "text": "On Alibaba" },
        { "date": "2025-02-24", "text": "The start" },
        { "date": "2027-12", "text": "The end" },
    ]));
    let count = |svg: &str, words: &str| svg.matches(&format!(">{words}</text>")).count();
    let both = drawn(&chart, [], false);
    assert_eq!(count(&both, "On Alibaba"), 2, "in each of two panels");
    assert_eq!(count(&both, "The start"), 0, "bars have no dates");
    let bars = drawn(&chart, [Action::Compare(ChartBasis::PerYear)], false);
    assert_eq!(count(&bars, "On Alibaba"), 1);
    for is_rtl in [false, true] {
        let timeline = drawn(&chart, [TIMELINE], is_rtl);
        for words in ["On Alibaba", "The start", "The end"] {
            assert_eq!(count(&timeline, words), 1, "{words}");
        }
        // The one begins after its line, the other ends before it.
        let anchor = |words: &str| {
            let (tag, _) = timeline.split_once(&format!(">{words}<")).unwrap();
            tag.ends_with("text-anchor=\"start\"")
        };
        assert_eq!((anchor("The start"), anchor("The end")), (!is_rtl, is_rtl));
    }
    let long = "too wide for half of a plot ".repeat(2);
    let two = with(&json!([
        { "date": "2025-01", "text": "Short" },
        { "date": "2026-06", "text": &*long },
    ]));
    let numbers = drawn(&two, [TIMELINE], false);
    assert_eq!((count(&numbers, "1"), count(&numbers, "2")), (1, 1));
    assert_eq!(count(&numbers, "Short"), 0);
    assert!(
        numbers.contains(">1 Short (January 2025); 2 too wide"),
        "{numbers}"
    );
}
