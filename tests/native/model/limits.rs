//! The limits of a document. Each problem names the limit.

use super::super::{default_json, small_json, value};
use super::{block_words, mistakes, paths, problems};
use article_widget::document::{MAX_COMPARED, MAX_FEW, MAX_ITEMS, MAX_PROBLEMS, MAX_TEXT, Value};
use article_widget::model::Article;
use serde_json::{Value as Json, json};

#[test]
fn lists_are_bounded() {
    let mut json = small_json();
    let items = |count: usize| -> Json { (0..count).map(|_| json!("x")).collect() };
    json["body"] = json!([{ "list": items(MAX_ITEMS) }]);
    assert_eq!(problems(&json).1, Vec::<String>::new());
    json["body"] = json!([{ "list": items(MAX_ITEMS + 1) }]);
    json["takeaways"] = items(MAX_ITEMS + 1);
    json["kicker"] = json!("Kept");
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            "takeaways: more than 10000 items in a list: divide it",
            "body[0].list: more than 10000 items in a list: divide it",
        ]
    );
    assert_eq!(mistakes(&json), problems);
    assert!(article.takeaways.is_empty() && article.kicker.is_some());
}

#[test]
fn what_every_chart_looks_at_is_bounded_more_tightly() {
    let mut json = small_json();
    let items = |count: usize| -> Json { (0..count).map(|_| json!({})).collect() };
    for key in ["exchangeRates", "charts"] {
        json[key] = items(MAX_FEW + 1);
    }
    let (_, problems) = problems(&json);
    let bounds = problems
        .iter()
        .filter(|problem| problem.contains("more than"));
    assert_eq!(
        bounds.collect::<Vec<_>>(),
        [
            "exchangeRates: more than 100 items here: leave some out",
            "charts: more than 100 items here: leave some out",
        ]
    );
}

#[test]
fn what_the_charts_compare_together_is_bounded() {
    let mut json = default_json();
    let commitment = json["commitments"][1].clone();
    let commitments = (0..MAX_COMPARED).map(|index| {
        let mut commitment = commitment.clone();
        commitment["id"] = json!(format!("c{index}"));
        commitment
    });
    let chart = json["charts"][0].clone();
    json["highlight"] = Json::Null;
    json["commitments"] = commitments.collect();
    json["charts"] = json!([chart.clone(), chart]);
    json["charts"][0]["highlight"] = Json::Null;
    json["charts"][1]["id"] = json!("second");
    json["headline"] = json!("A headline");
    json["standfirst"] = Json::Null;
    json["takeaways"] = Json::Null;
    json["body"] = json!([]);
    let (article, problems) = problems(&json);
    assert_eq!(article.charts.len(), 1);
    assert_eq!(
        problems,
        ["charts[1]: the charts compare more than 10000 commitments: divide them"]
    );
}

#[test]
fn no_more_problems_are_listed_than_anybody_mends_at_once() {
    let mut json = small_json();
    json["body"] = (0..MAX_ITEMS).map(|_| json!({ "paragraph": 5 })).collect();
    let (article, found) = problems(&json);
    assert_eq!(found.len(), MAX_PROBLEMS);
    assert_eq!(article.body.len(), MAX_ITEMS);
    assert_eq!(mistakes(&json).len(), MAX_PROBLEMS);
}

#[test]
fn a_body_of_too_many_blocks_is_refused() {
    let mut json = small_json();
    let block = json!({ "paragraph": "x" });
    json["body"] = (0..=MAX_ITEMS).map(|_| block.clone()).collect();
    let problem = Article::read(&value(&json)).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "body: more than 10000 items in a list: divide it"
    );
}

#[test]
fn texts_are_bounded_and_their_words_kept() {
    let long = "x".repeat(MAX_TEXT + 1);
    let mut json = small_json();
    json["kicker"] = json!(long);
    json["body"] = json!([
        { "paragraph": "y".repeat(MAX_TEXT) },
        { "paragraph": long },
        { "paragraph": ["short, ", long] },
        { "paragraph": [{ "code": long }] },
    ]);
    let (article, problems) = problems(&json);
    assert_eq!(
        paths(&problems),
        [
            "kicker",
            "body[1].paragraph",
            "body[2].paragraph[1]",
            "body[3].paragraph[0].code",
        ]
    );
    for problem in &problems {
        assert!(
            problem.ends_with("a text of more than 100000 bytes: divide it"),
            "{problem}"
        );
    }
    assert_eq!(mistakes(&json), problems);
    let lengths: Vec<usize> = block_words(&article).iter().map(String::len).collect();
    assert_eq!(
        lengths,
        [MAX_TEXT, MAX_TEXT + 1, MAX_TEXT + 8, MAX_TEXT + 1]
    );
}

#[test]
fn a_bound_counts_bytes_and_never_splits_a_letter() {
    let mut json = small_json();
    json["kicker"] = json!("é".repeat(MAX_TEXT / 2));
    assert_eq!(problems(&json).1, Vec::<String>::new());
    json["kicker"] = json!("é".repeat(MAX_TEXT / 2 + 1));
    assert_eq!(problems(&json).1.len(), 1);
}

#[test]
fn what_is_nested_as_deep_as_values_go_can_be_read() {
    let mut text = json!("deep");
    for level in 0..(Value::MAX_DEPTH / 2 - 5) {
        text = match level % 3 {
            0 => json!([{ "strong": text }]),
            1 => json!([{ "emphasis": text }]),
            _ => json!([{ "superscript": text }]),
        };
    }
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": text }]);
    let (article, problems) = problems(&json);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(block_words(&article), ["deep"]);
}

/// Each search for a similar name takes time, so their number is limited.
#[test]
fn only_the_first_problems_guess_what_was_meant() {
    let mut json = small_json();
    let wrong = json!({ "paragrph": "x" });
    json["body"] = (0..MAX_ITEMS).map(|_| wrong.clone()).collect();
    let mistakes = mistakes(&json);
    assert_eq!(mistakes.len(), MAX_PROBLEMS);
    let guesses = mistakes
        .iter()
        .take_while(|mistake| mistake.ends_with("did you mean `paragraph`?"));
    assert_eq!(guesses.count(), 200);
    assert!(mistakes[200].contains("is not known here: use heading, "));
}
