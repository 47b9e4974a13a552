//! The markup of remarks in charts.

use super::super::{default_json, shown};
use super::{render, text_of, values};
use serde_json::{Value as Json, json};

/// The markup of the default article whose chart has a form and remarks.
fn article(form: &str, annotations: Json) -> String {
    let mut json = default_json();
    json["charts"][0]["form"] = json!(form);
    json["charts"][0]["annotations"] = annotations;
    render(shown(&json))
}

fn remarks() -> Json {
    json!([
        { "commitment": "meta", "text": ["As much as ", { "datum": { "of": "meta" } }] },
        { "date": "2025-01-13", "text": "Rules are proposed" },
        { "date": "2026-07", "text": "Half way" },
    ])
}

/// The texts after a piece of markup, up to the next tag.
fn after<'a>(html: &'a str, start: &str) -> Vec<&'a str> {
    let parts = html.split(start).skip(1);
    parts
        .map(|rest| rest.split_once('<').expect("a tag").0)
        .collect()
}

const DATED: &str = "Rules are proposed (13 January 2025); 2 Half way (July 2026)";

#[test]
fn a_remark_on_a_commitment_stands_in_its_rows() {
    for (form, panels) in [("bars", 2), ("timeline", 1), ("ratio", 1)] {
        let html = article(form, remarks());
        let found = after(&html, r#"<span class="row-detail row-remark">"#);
        assert_eq!(found, vec!["As much as $65 billion"; panels], "{form}");
        let row = html
            .split(r#"class="row""#)
            .find(|row| row.contains("row-remark"));
        let row = text_of(row.unwrap().split_once('>').unwrap().1);
        assert!(
            row.starts_with("Meta 2025 · earmarked As much as $65 billion "),
            "{row}"
        );
        assert!(
            html.contains("<td>As much as $65 billion</td>"),
            "{form}: the table"
        );
    }
}

#[test]
fn a_remark_on_a_date_stands_in_a_timeline_and_its_notes() {
    let html = article("timeline", remarks());
    let (_, plot) = html.split_once(r#"height="36""#).expect("two lanes");
    let (_, lines) = plot
        .split_once(r#"<svg aria-hidden="true" class="reference">"#)
        .expect("lines");
    let (lines, _) = lines.split_once("</svg>").unwrap();
    assert_eq!(lines.matches("<line ").count(), 2);
    assert_eq!(values(lines, "y1"), ["4", "22"]);
    assert_eq!(text_of(lines), "Rules are proposed1Half way2");
    // Where a plot has room for the remarks, their numbers and the note are not seen.
    assert_eq!(lines.matches("data-minor=\"\"").count(), 2);
    assert_eq!(lines.matches("data-narrow=\"\"").count(), 2);
    assert_eq!(
        after(&html, r#"<p data-narrow="">"#),
        [format!("1 {DATED}")]
    );
    // Read once.
    assert_eq!(html.matches("(13 January 2025)").count(), 1);
}

#[test]
fn a_remark_that_has_no_room_is_a_number_and_a_note_everywhere() {
    let mut long = remarks();
    long[2]["text"] = json!("words that are too wide for the half of a plot".repeat(2));
    let html = article("timeline", long);
    assert!(!html.contains("data-narrow"), "the note is seen");
    assert_eq!(
        after(&html, "<p>1 Rules are proposed (13 January 2025); 2 ").len(),
        1
    );
}

#[test]
fn where_there_are_no_dates_the_description_has_the_remark() {
    for form in ["bars", "ratio"] {
        let html = article(form, remarks());
        let described = after(&html, r#"<p class="visually-hidden">"#);
        let dated = DATED.replace("2 Half", "Half");
        assert!(described[0].ends_with(&dated), "{form}: {described:?}");
        assert_eq!(html.matches("(13 January 2025)").count(), 1, "{form}");
        assert!(!html.contains("data-narrow"), "{form}");
    }
}

#[test]
fn a_chart_without_remarks_has_none_of_their_markup() {
    for form in ["bars", "timeline", "ratio"] {
        let html = article(form, json!([]));
        for part in ["row-remark", "data-narrow", ">Remark<"] {
            assert!(!html.contains(part), "{form}: {part}");
        }
        let is_ratio = form == "ratio";
        assert_eq!(html.contains(r#"class="reference""#), is_ratio, "{form}");
    }
}
