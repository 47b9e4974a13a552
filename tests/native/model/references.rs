//! References: footnotes and their numbers, terms, charts and rows of related stories.

use super::super::{check, full_json, shown, small_json};
use super::{mistakes, problems};
use article_widget::model::{Article, Block, Inline, Inlines};
use serde_json::{Value as Json, json};

/// The numbers of the references to footnotes in these texts, each with whether it is the first one.
fn references<'a>(texts: impl IntoIterator<Item = &'a Inlines>) -> Vec<(usize, bool)> {
    let mut found = Vec::new();
    for inline in texts.into_iter().flat_map(|text| text.iter()) {
        match inline {
            Inline::Footnote(reference) => found.push((reference.number, reference.is_first)),
            Inline::Strong(text) | Inline::Emphasis(text) => found.extend(references([text])),
            _ => {}
        }
    }
    found
}

fn footnote_ids(article: &Article) -> Vec<&str> {
    article.footnotes.iter().map(|note| &*note.id).collect()
}

/// A document with footnotes of these ids.
fn with_footnotes(ids: &[&str]) -> Json {
    let mut json = small_json();
    let notes = ids.iter().map(|id| json!({ "id": id, "text": "A note." }));
    json["footnotes"] = notes.collect();
    json
}

fn note(id: &str) -> Json {
    json!({ "footnote": id })
}

#[test]
fn what_is_left_out_of_a_list_refers_to_no_footnote() {
    let mut json = with_footnotes(&["a", "b"]);
    json["body"] = json!([
        { "terms": [{ "term": ["A term", note("a")] }] },
        { "paragraph": ["x", note("b"), note("a")] },
    ]);
    let (article, _) = problems(&json);
    assert_eq!(footnote_ids(&article), ["b", "a"]);
    let [Block::Terms(_), Block::Paragraph(text)] = &article.body[..] else {
        panic!("{:?}", article.body)
    };
    assert_eq!(references([text]), [(1, true), (2, true)]);

    let mut json = with_footnotes(&["a"]);
    json["corrections"] = json!([{ "date": "yesterday", "text": ["Corrected", note("a")] }]);
    json["sources"] = json!([["Source", note("a")]]);
    let (article, _) = problems(&json);
    assert_eq!(references(&article.sources), [(1, true)]);
}

#[test]
fn footnotes_are_numbered_in_the_order_of_the_page() {
    let mut json = with_footnotes(&["f", "e", "d", "c", "b", "a"]);
    json["sources"] = json!([["Source", note("f")]]);
    json["corrections"] = json!([{ "date": "2025-02-24", "text": ["Corrected", note("e")] }]);
    json["body"] = json!([
        { "paragraph": ["x", note("c"), "y", { "strong": ["z", note("a")] }] },
        { "list": [["x", note("d")], ["y", note("c")]] },
    ]);
    json["takeaways"] = json!([["Point", note("b")]]);
    json["standfirst"] = json!(["Standfirst", note("a")]);
    let article = check(&json).unwrap();
    assert_eq!(footnote_ids(&article), ["a", "b", "c", "d", "e", "f"]);
    assert_eq!(references(&article.standfirst), [(1, true)]);
    assert_eq!(references(&article.takeaways), [(2, true)]);
    let [Block::Paragraph(text), Block::List(items)] = &article.body[..] else {
        panic!("{:?}", article.body)
    };
    assert_eq!(references([text]), [(3, true), (1, false)]);
    assert_eq!(references(items), [(4, true), (3, false)]);
    let corrections = article
        .corrections
        .iter()
        .map(|correction| &correction.text);
    assert_eq!(references(corrections), [(5, true)]);
    assert_eq!(references(&article.sources), [(6, true)]);
}

#[test]
fn footnotes_that_nothing_refers_to_come_last() {
    let mut json = with_footnotes(&["never", "used"]);
    json["body"] = json!([{ "paragraph": ["x", note("used")] }]);
    let (article, problems) = problems(&json);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(footnote_ids(&article), ["used", "never"]);
}

#[test]
fn what_is_left_out_refers_to_no_footnote() {
    let mut json = with_footnotes(&["first", "second"]);
    json["body"] = json!([
        { "figure": {
            "image": { "src": "a.jpg", "width": 4, "height": 3 },
            "caption": ["Without an alternative", note("first")],
        } },
        { "paragraph": ["x", note("second"), note("first")] },
    ]);
    let (article, problems) = problems(&json);
    assert_eq!(problems.len(), 1);
    let Block::Paragraph(text) = &article.body[1] else {
        panic!("{:?}", article.body)
    };
    assert_eq!(references([text]), [(1, true), (2, true)]);
    assert_eq!(footnote_ids(&article), ["second", "first"]);
}

#[test]
fn only_the_text_can_refer_to_a_footnote() {
    let mut json = full_json();
    json["footnotes"][0]["text"] = json!(["See", note("equivalent")]);
    json["charts"][0]["title"] = json!(["All", note("plain")]);
    let message = "only the text of the article can refer to a footnote: write it out";
    assert_eq!(
        mistakes(&json),
        [
            format!("charts[0].title[1].footnote: {message}"),
            format!("footnotes[0].text[1].footnote: {message}"),
        ]
    );
}

#[test]
fn every_term_has_a_number_of_its_own() {
    let term = || json!([{ "term": { "text": "AGI", "definition": "a goal" } }]);
    let mut json = full_json();
    json["headline"] = json!(["On ", term()[0]]);
    json["takeaways"] = json!([term(), term()]);
    json["body"][0] = json!({ "paragraph": term() });
    json["footnotes"][0]["text"] = term();
    json["charts"][0]["note"] = term();
    json["methodology"] = json!([term()]);
    let (article, _) = problems(&json);
    let text = format!("{article:?}");
    let after = text.split("Definition {").skip(1);
    let numbers: Vec<&str> = after
        .map(|rest| rest.split("number: ").nth(1).unwrap())
        .map(|rest| rest.split(' ').next().unwrap())
        .collect();
    // The chart is in the list of charts and in the body.
    let mut unique = numbers.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!((unique.len(), numbers.len()), (8, 9), "{numbers:?}");
}

#[test]
fn charts_compare_what_they_name() {
    let article = check(&full_json()).unwrap();
    let compared = |index: usize| -> Vec<&str> {
        let commitments = article.charts[index].commitments.iter();
        commitments.map(|commitment| &*commitment.id).collect()
    };
    assert_eq!(compared(0), ["north", "east", "west"]);
    assert_eq!(compared(1), ["south", "east"], "in the order of the chart");
    let placed = article.body.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(&*chart.id),
        _ => None,
    });
    assert!(placed.eq(["all", "two"]));
}

#[test]
fn a_chart_that_names_nothing_compares_all() {
    let mut json = full_json();
    json["charts"][0]
        .as_object_mut()
        .unwrap()
        .remove("commitments");
    let article = check(&json).unwrap();
    assert_eq!(article.charts[0].commitments.len(), 4);
}

#[test]
fn a_chart_names_each_commitment_once_and_only_those_there_are() {
    let mut json = full_json();
    json["charts"][0]["commitments"] = json!(["north", "north"]);
    assert_eq!(
        mistakes(&json),
        ["charts[0].commitments[1]: `north` stands here twice"]
    );
    json["charts"][0]["commitments"] = json!(["north", "est"]);
    assert_eq!(
        mistakes(&json),
        [
            "charts[0].commitments[1]: there is no commitment with the id `est`: did you mean `east`?"
        ]
    );
    json["charts"][0]["commitments"] = json!("north");
    assert_eq!(
        mistakes(&json),
        ["charts[0].commitments: found the text `north`, expected a list"]
    );
}

#[test]
fn charts_that_the_text_forgot_stand_at_its_end() {
    let mut json = full_json();
    let body = json["body"].as_array_mut().unwrap();
    body.retain(|block| block.get("chart").is_none());
    let article = shown(&json);
    let [
        ..,
        Block::Paragraph(_),
        Block::Chart(first),
        Block::Chart(second),
    ] = &article.body[..]
    else {
        panic!("the charts are not at the end")
    };
    assert_eq!([&*first.id, &*second.id], ["all", "two"]);
}

#[test]
fn what_is_placed_is_placed_once() {
    let mut json = full_json();
    let body = json["body"].as_array_mut().unwrap();
    body.push(json!({ "chart": "all" }));
    body.push(json!({ "related": "inside" }));
    let last = body.len() - 1;
    assert_eq!(
        mistakes(&json),
        [
            format!(
                "body[{}].chart: `all` stands in the text twice: place it once",
                last - 1
            ),
            format!("body[{last}].related: `inside` stands in the text twice: place it once"),
        ]
    );
}

#[test]
fn rows_of_related_stories_follow_the_article_unless_the_text_places_them() {
    let mut json = full_json();
    let following = |json: &Json| -> Vec<String> {
        let article = check(json).unwrap();
        article.following().map(|row| row.id.to_string()).collect()
    };
    assert_eq!(following(&json), ["after", "last"]);
    let body = json["body"].as_array_mut().unwrap();
    body.push(json!({ "related": "last" }));
    assert_eq!(following(&json), ["after"]);
    json["body"] = small_json()["body"].clone();
    for list in ["footnotes", "charts", "takeaways"] {
        json[list] = json!([]);
    }
    assert_eq!(following(&json), ["inside", "after", "last"]);
}

#[test]
fn an_id_is_taken_once_whatever_it_stands_for() {
    let mut json = full_json();
    json["footnotes"][0]["id"] = json!("north");
    json["related"][2]["id"] = json!("all");
    let found = mistakes(&json);
    assert!(
        found.contains(&"footnotes[0].id: the id `north` is taken: give each its own".into())
            && found.contains(&"related[2].id: the id `all` is taken: give each its own".into()),
        "{found:?}"
    );
}
