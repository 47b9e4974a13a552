//! Remarks of charts: what they may be about, and how long they may be.

use super::super::{check, default_json};
use super::{mistakes, problems};
use article_widget::document::MAX_FEW;
use article_widget::messages::Language;
use serde_json::{Value as Json, json};

/// The default document with these remarks in its chart.
fn with(annotations: &Json) -> Json {
    let mut json = default_json();
    json["charts"][0]["annotations"] = annotations.clone();
    json
}

#[test]
fn remarks_are_on_commitments_and_on_dates() {
    let article = check(&with(&json!([
        { "commitment": "meta", "text": "One" },
        { "date": "2024-07", "text": ["The ", "first"] },
        { "date": "2025-02", "text": "In between" },
        { "commitment": "meta", "text": "Two" },
        { "date": "2025-12-31", "text": "Last" },
    ])))
    .unwrap();
    let chart = &article.charts[0];
    let on = |index: usize| chart.remarks_on(&chart.commitments[index].id, Language::ENGLISH);
    assert_eq!((&*on(2), &*on(0)), ("One; Two", ""));
    let dates = chart.annotations.iter().filter_map(|remark| remark.date);
    let dates: Vec<String> = dates.map(|date| date.to_string()).collect();
    assert_eq!(dates, ["2024-07", "2025-02", "2025-12-31"]);
}

#[test]
fn a_remark_about_nothing_is_reported_with_its_place() {
    let json = with(&json!([
        { "text": "On nothing" },
        { "commitment": "meta", "date": "2025-02", "text": "On two things" },
        { "commitment": "metta", "text": "On an unknown company" },
        { "date": "2028-02", "text": "After all periods" },
        { "commitment": "meta", "text": "Kept" },
    ]));
    let one = "a remark is on one thing: give either `commitment` or `date`";
    assert_eq!(
        mistakes(&json),
        [
            &format!("charts[0].annotations[0]: {one}"),
            &format!("charts[0].annotations[1]: {one}"),
            "charts[0].annotations[2].commitment: there is no commitment of this chart with the id `metta`: did you mean `meta`?",
            "charts[0].annotations[3].date: `2028-02` is in no period of the chart: correct it, or say it in the `note`",
        ]
    );
    // In a browser, what is about nothing is nowhere to be seen.
    let (article, seen) = problems(&json);
    let chart = &article.charts[0];
    assert_eq!((chart.annotations.len(), seen.len()), (5, 0));
    assert_eq!(
        chart.remarks_on(&chart.commitments[2].id, Language::ENGLISH),
        "On two things; Kept"
    );
}

#[test]
fn a_remark_that_cannot_be_read_costs_no_other() {
    let json = with(&json!([
        { "date": "next year", "text": "On no date" },
        { "commitment": "meta" },
        { "commitment": "metta", "text": "On an unknown company" },
        { "commitment": "meta", "text": "Kept" },
    ]));
    let (article, seen) = problems(&json);
    assert_eq!(article.charts[0].annotations.len(), 2);
    let expected = [
        "charts[0].annotations[0].date: `next year` is not a month or a day: write it like 2025-02 or 2025-02-24",
        "charts[0].annotations[1]: the field `text` is missing",
    ];
    assert_eq!(seen, expected);
    let found = mistakes(&json);
    assert_eq!(found[..2], expected);
    assert!(found[2].starts_with("charts[0].annotations[2].commitment: "));
}

#[test]
fn dates_come_in_their_order_and_are_few() {
    let dates = |dates: &[&str]| {
        let remarks = dates
            .iter()
            .map(|date| json!({ "date": date, "text": "x" }));
        mistakes(&with(&remarks.collect()))
    };
    assert_eq!(
        dates(&["2025-02", "2025-02-24", "2025-02-24", "2025-01-31"]),
        [
            "charts[0].annotations[3].date: `2025-01-31` stands after `2025-02-24`: put the earliest remark first"
        ]
    );
    assert!(
        check(&with(&json!(vec![
            json!({ "date": "2025-02", "text": "x" });
            6
        ])))
        .is_ok()
    );
    assert_eq!(
        dates(&["2025-02"; 7]),
        ["charts[0].annotations[6]: more than 6 remarks on dates: leave some out"]
    );
}

#[test]
fn a_remark_is_on_a_commitment_of_its_own_chart() {
    let mut json = with(&json!([{ "commitment": "meta", "text": "Elsewhere" }]));
    json["charts"][0]["commitments"] = json!(["alibaba", "microsoft"]);
    assert_eq!(
        mistakes(&json)[0],
        "charts[0].annotations[0].commitment: there is no commitment of this chart with the id `meta`"
    );
    // A commitment that is wrong itself is the only thing to mend.
    let mut json = with(&json!([{ "commitment": "meta", "text": "On what is wrong" }]));
    json["commitments"][2]["status"] = json!("dreamt");
    let found = mistakes(&json);
    assert!(
        found.iter().all(|problem| !problem.contains("annotations")),
        "{found:?}"
    );
}

#[test]
fn a_remark_is_short_and_there_are_few() {
    let long = |count: usize| {
        with(&json!([{ "commitment": "meta", "text": ["ü".repeat(count - 1), "x"] }]))
    };
    assert!(check(&long(80)).is_ok());
    assert_eq!(
        mistakes(&long(81)),
        [
            "charts[0].annotations[0].text: a remark of more than 80 characters: shorten it, or say it in the `note` of the chart"
        ]
    );
    // A browser shows it.
    let (article, seen) = problems(&long(81));
    assert_eq!((article.charts[0].annotations.len(), seen.len()), (1, 0));
    let many = |count: usize| -> Json {
        (0..count)
            .map(|_| json!({ "commitment": "meta", "text": "x" }))
            .collect()
    };
    assert!(check(&with(&many(MAX_FEW))).is_ok());
    assert_eq!(
        mistakes(&with(&many(MAX_FEW + 1))),
        ["charts[0].annotations: more than 100 items here: leave some out"]
    );
}

#[test]
fn a_remark_is_plain_words_and_figures() {
    for mark in [
        json!({ "link": { "href": "a.html", "text": "words" } }),
        json!({ "term": { "text": "words", "definition": "d" } }),
        json!({ "strong": "words" }),
    ] {
        let json = with(&json!([{ "commitment": "meta", "text": ["some ", mark] }]));
        assert_eq!(
            mistakes(&json),
            [
                "charts[0].annotations[0].text: a remark is plain words and figures: leave out other marks"
            ]
        );
        // A browser shows the words alone.
        let (article, _) = problems(&json);
        let chart = &article.charts[0];
        assert_eq!(
            chart.remarks_on(&chart.commitments[2].id, Language::ENGLISH),
            "some words"
        );
    }
}

#[test]
fn figures_in_remarks_are_compared_with_the_data() {
    let remark = |text: &str| {
        with(&json!([{ "date": "2025-02", "text": [
            "Less than ", { "datum": { "of": "microsoft", "text": text } }, " there. ", "So it is."
        ] }]))
    };
    assert!(check(&remark("$80 billion")).is_ok());
    assert_eq!(
        mistakes(&remark("$90 billion")),
        [
            "charts[0].annotations[0].text[1].datum.text: states 90 billion US dollars, but the data give $80 billion, in the sentence “Less than $90 billion there.”"
        ]
    );
}
