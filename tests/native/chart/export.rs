//! The exported files.

use super::super::{chart_of, default_article, default_json, shown, value};
use super::random::cases;
use super::{after, some, sort};
use article_widget::chart::export::picture::{PictureShape, picture};
use article_widget::chart::{Action, ChartBasis, Interaction, SortBy, State, export, layout};
use article_widget::messages::Language;
use article_widget::model::{Chart, Data};
use article_widget::quantity::{Basis, Currency};
use proptest::prelude::*;
use serde_json::json;

/// The records of a file as a spreadsheet reads them.
fn records(file: &str) -> Vec<Vec<String>> {
    let text = file.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records
        .map(|record| record.iter().map(Into::into).collect())
        .collect()
}

/// The first field of each record.
fn names(chart: &Chart, state: &State) -> Vec<String> {
    let records = records(&export::csv(chart, state, ""));
    records
        .into_iter()
        .skip(1)
        .map(|mut r| r.remove(0))
        .collect()
}

#[test]
fn the_file_has_all_that_the_table_has() {
    let chart = chart_of(&default_article());
    let file = export::csv(
        &chart,
        &State::new(&chart),
        "A headline\nhttps://example.org/a",
    );
    let notes = "\"Alibaba’s dollar figure is the equivalent stated with its commitment. The periods differ: Alibaba three years; Microsoft, Meta and ByteDance one year. \
        †\u{a0}Converted at 7.26 yuan to the US dollar, the rate of 31 December 2024 (implied by Alibaba’s revenue, which was stated in both currencies). \
        Amounts are shown as stated. A commitment per year is its total divided by its years. \
        Source: The companies’ announcements and plans, and reports on ByteDance, as of 24 February 2025 \
        A headline https://example.org/a\"";
    assert_eq!(file.matches(notes).count(), 4, "{file}");
    let file = file.replace(notes, "NOTES");
    let lines: Vec<&str> = file.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "\u{feff}\"Company\",\"As stated\",\"Total (USD)\",\"Per year (USD)\",\"Converted\",\"Start\",\"Period\",\"Status\",\"Purpose\",\"Remark\",\"Source\",\"Notes\"",
            "\"Microsoft\",\"$80 billion\",\"80000000000\",\"80000000000\",\"no\",\"2024-07\",\"fiscal year 2025 (July 2024 – June 2025)\",\"planned\",\"AI data centres\",\"Alibaba’s announcement (24 February 2025)\",\"Microsoft’s plan\",NOTES",
            "\"Meta\",\"$65 billion\",\"65000000000\",\"65000000000\",\"no\",\"2025-01\",\"2025\",\"earmarked\",\"AI\",\"Alibaba’s announcement (24 February 2025)\",\"Meta’s plan\",NOTES",
            "\"Alibaba\",\"over 380 billion yuan (about $53 billion)\",\"53000000000\",\"17666666667\",\"no\",\"2025-02\",\"three years from February 2025\",\"announced\",\"AI and cloud infrastructure\",\"Alibaba’s announcement (24 February 2025)\",\"Alibaba’s announcement\",NOTES",
            "\"ByteDance\",\"150 billion yuan\",\"20661157025\",\"20661157025\",\"yes\",\"2025-01\",\"2025\",\"reportedly planned\",\"AI\",\"Alibaba’s announcement (24 February 2025)\",\"Reports\",NOTES",
            "",
        ]
    );
}

/// Downloads say how their figures came about and what others may do with them, whichever way the document was read. A
/// footnote in the methodology keeps its number, which is that of its place in the article.
#[test]
fn files_say_how_the_figures_came_about() {
    let mut json = default_json();
    json["charts"][0]["license"] = json!("To be used with a credit");
    json["footnotes"] = json!([{ "id": "a", "text": "First" }, { "id": "b", "text": "Second" }]);
    json["methodology"] = json!([["As stated.", { "footnote": "b" }], "By the year."]);
    json["body"] = json!([{ "paragraph": ["Text.", { "footnote": "a" }] }]);
    let article = shown(&json);
    let first = &article.footnotes[0];
    assert_eq!((&*first.id, first.is_referred), ("a", true));
    let (data, problems) = Data::read(&value(&json)).expect("data");
    assert_eq!(problems, []);
    for chart in [&article.charts[0], &data.charts[0]] {
        let file = export::csv(chart, &State::new(chart), "");
        assert!(file.contains(" As stated. By the year. Source: "), "{file}");
        assert!(file.contains(" To be used with a credit\"\r\n"), "{file}");
        assert!(drawn(chart).contains(">As stated. By the year.<"));
    }
    json["methodology"] = json!(["Long. ".repeat(80)]);
    let chart = chart_of(&shown(&json));
    let file = export::csv(&chart, &State::new(&chart), "");
    assert!(file.contains("Long. Long. "), "a file has room for it");
    assert!(!drawn(&chart).contains("Long. "), "a picture has none");
}

/// The picture of a chart as it is first shown.
fn drawn(chart: &Chart) -> String {
    let interaction = Interaction::new(chart, Language::ENGLISH);
    picture(chart, &interaction, PictureShape::Page, "", false)
}

#[test]
fn the_file_follows_the_reader() {
    let chart = chart_of(&default_article());
    let state = after(
        &chart,
        [
            sort(SortBy::Name, true),
            Action::Show(2, false),
            Action::ShowIn(Currency::CNY),
            Action::Compare(ChartBasis::PerYear),
        ],
    );
    assert_eq!(names(&chart, &state), ["Microsoft", "ByteDance", "Alibaba"]);
    let records = records(&export::csv(&chart, &state, ""));
    assert_eq!(records[0][2..4], ["Total (CNY)", "Per year (CNY)"]);
    assert_eq!(records[3][2..5], ["380000000000", "126666666667", "no"]);
    let state = after(&chart, [Action::Search("me".into())]);
    assert_eq!(names(&chart, &state), ["Meta"]);
}

#[test]
fn the_file_has_what_has_no_row_and_no_figure() {
    let mut json = default_json();
    let template = json["commitments"][3].clone();
    let commitment = |index: u32| {
        let mut commitment = template.clone();
        commitment["id"] = json!(format!("c{index}"));
        commitment
    };
    json["commitments"] = (0..30).map(commitment).collect();
    json["exchangeRates"] = json!([]);
    let chart = chart_of(&shown(&json));
    let state = State::new(&chart);
    assert!(layout(&chart, &state).rows.len() < 30);
    let records = records(&export::csv(&chart, &state, ""));
    assert_eq!(records.len(), 31);
    assert_eq!(records[30][1..5], ["150 billion yuan", "", "", ""]);
}

#[test]
fn no_text_gets_out_of_its_field_or_becomes_a_formula() {
    let mut json = default_json();
    let texts = [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("\u{2068}=1+1\u{2069}", "'=1+1"),
        ("\u{2067}\u{2066}-1", "'-1"),
        ("a, \"b\"\r\nc", "a, \"b\"\r\nc"),
        ("1+1=2", "1+1=2"),
    ];
    for (text, expected) in texts {
        for field in ["name", "purpose", "source"] {
            json["commitments"][0][field] = json!(text);
        }
        let chart = chart_of(&shown(&json));
        let state = after(&chart, [sort(SortBy::Document, false)]);
        let records = records(&export::csv(&chart, &state, ""));
        assert_eq!(records.len(), 5, "{text:?}");
        for field in [0, 8, 10] {
            assert_eq!(records[1][field], expected);
        }
    }
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn files_have_the_rows_of_the_chart_and_more(case in cases()) {
        let (chart, state) = (&case.chart, &case.state);
        let layout = layout(chart, state);
        let records = records(&export::csv(chart, state, ""));
        prop_assert_eq!(records.len(), layout.count + 1);
        for (record, row) in records[1..].iter().zip(&layout.rows).take(state.limit) {
            let commitment = &chart.commitments[row.index];
            prop_assert_eq!(record[0].trim_start_matches('\''), &commitment.name);
            for (field, basis) in [(2, Basis::Total), (3, Basis::PerYear)] {
                let sum = commitment.sum(basis, state.currency, &chart.rates);
                prop_assert_eq!(record[field].is_empty(), sum.is_none());
                if let Some(sum) = sum {
                    let units: f64 = record[field].parse().expect("a whole number");
                    prop_assert!((units - sum.units).abs() <= 0.5 + sum.units * 1e-12);
                    prop_assert!(record[field].bytes().all(|byte| byte.is_ascii_digit()));
                }
            }
        }
    }
}
