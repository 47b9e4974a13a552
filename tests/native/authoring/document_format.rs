//! The examples in `docs/document-format.md` are valid, and the page lists every field.

use super::EVERY_FEATURE;
use crate::check as read;
use article_widget::authoring::{Checker, NEW_FIELDS, Release, reference};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

const BEGIN: &str = "<!-- fields: begin -->\n";
const END: &str = "<!-- fields: end -->\n";

fn page() -> String {
    fs::read_to_string(path()).expect("the page can be read")
}

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/document-format.md")
}

#[test]
fn the_list_of_fields_is_that_of_the_types() {
    let page = page();
    let (before, rest) = page.split_once(BEGIN).expect("where the list begins");
    let (list, after) = rest.split_once(END).expect("where the list ends");
    if env::var_os("ARTICLE_WIDGET_WRITE").is_some() {
        fs::write(
            path(),
            format!("{before}{BEGIN}{}\n{END}{after}", reference()),
        )
        .unwrap();
        return;
    }
    assert!(
        list.trim() == reference().trim(),
        "write it anew: ARTICLE_WIDGET_WRITE=1 cargo test --features cli the_list_of_fields"
    );
}

/// The examples of the page, each completed to a document.
fn examples() -> Vec<Json> {
    let page = page();
    let mut examples = Vec::new();
    for part in page.split("```json\n").skip(1) {
        let (text, _) = part.split_once("```").expect("an example ends");
        let json = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        examples.push(whole(json));
    }
    examples
}

/// A document that contains an example of one of its parts.
fn whole(part: Json) -> Json {
    let figures: Json =
        serde_json::from_str(include_str!("../../../articles/alibaba-ai-investment.json"))
            .expect("the default article is JSON");
    let mut document = json!({
        "version": 1,
        "language": "en",
        "headline": "A headline",
        "body": [{ "paragraph": "A paragraph." }],
        "commitments": figures["commitments"],
        "exchangeRates": figures["exchangeRates"],
    });
    let is_block = |json: &Json| {
        let kinds = ["heading", "figure"];
        kinds.iter().any(|kind| json.get(kind).is_some())
    };
    match part {
        Json::Array(items) if items.iter().any(is_block) => document["body"] = items.into(),
        Json::Array(pieces) => document["body"] = json!([{ "paragraph": pieces }]),
        block if is_block(&block) => document["body"] = json!([block]),
        fields => {
            for (name, value) in fields.as_object().expect("an object or a list") {
                document[name] = value.clone();
            }
        }
    }
    let body = document["body"].to_string();
    for (block, list, entry) in [
        (
            r#"{"chart":"plans"}"#,
            "charts",
            json!({ "id": "plans", "title": "A finding", "currency": "EUR", "source": "S" }),
        ),
        (
            r#"{"related":"more"}"#,
            "related",
            json!({ "id": "more", "title": "More", "teasers": [{ "headline": "One", "href": "#" }] }),
        ),
    ] {
        if body.contains(block) && document.get(list).is_none() {
            document["exchangeRates"] = json!([
                { "base": "EUR", "quote": "USD", "rate": "1.05", "date": "2025-02-24", "source": "S" },
                { "base": "EUR", "quote": "CNY", "rate": "7.6", "date": "2025-02-24", "source": "S" },
            ]);
            document[list] = json!([entry]);
        }
    }
    document
}

#[test]
fn its_examples_are_sound() {
    let examples = examples();
    assert!(examples.len() > 8, "{} examples", examples.len());
    for example in examples {
        if let Err(problems) = read(&example) {
            panic!("{problems:#?} in {example:#}");
        }
    }
}

#[test]
fn what_it_says_of_a_sentence_is_what_the_widget_writes() {
    let text = page();
    let sentence = examples()
        .iter()
        .filter_map(|example| read(example).ok())
        .flat_map(|article| article.body)
        .find_map(|block| match block {
            article_widget::model::Block::Paragraph(words) => {
                let words = words.plain_text();
                words.contains("a year").then_some(words)
            }
            _ => None,
        });
    let sentence = sentence.expect("the example of a figure in the text");
    assert!(text.contains(&format!("reads “{sentence}”")), "{sentence}");
}

#[test]
fn its_table_of_new_fields_is_that_of_the_checker() {
    let page = page();
    let (_, table) = page.split_once("| field | release |\n|---|---|\n").unwrap();
    let rows: Vec<&str> = table
        .lines()
        .take_while(|line| line.starts_with('|'))
        .collect();
    let fields = NEW_FIELDS.iter();
    let expected = fields.map(|(field, release)| format!("| `{field}` | {release} |"));
    assert_eq!(rows, expected.collect::<Vec<_>>());
}

#[test]
fn new_fields_are_named_for_older_widgets() {
    let named = |release| {
        let release = Release::parse(release).unwrap();
        let checker = Checker {
            release: Some(release),
            ..Checker::default()
        };
        let problems = checker.problems(EVERY_FEATURE);
        let names = problems.into_iter().map(|problem| {
            let place = problem.place.unwrap();
            EVERY_FEATURE[place.range].trim_matches('"').to_owned()
        });
        names.collect::<Vec<_>>()
    };
    // Each is in the document that uses every feature.
    let last = |field: &str| field.rsplit('.').next().unwrap().to_owned();
    let all: BTreeSet<String> = NEW_FIELDS.iter().map(|(field, _)| last(field)).collect();
    assert_eq!(named("0.0.0").into_iter().collect::<BTreeSet<_>>(), all);
    assert_eq!(named(env!("CARGO_PKG_VERSION")), [""; 0]);
}

#[test]
fn fields_that_older_widgets_ask_for_are_named() {
    let table = r#"{ "table": { "columns": [{ "title": "B" }], "rows": [["c"]] } }"#;
    let document =
        format!(r#"{{ "version": 1, "language": "en", "headline": "A", "body": [{table}] }}"#);
    let found = |release: &str| {
        let checker = Checker {
            release: Some(Release::parse(release).unwrap()),
            ..Checker::default()
        };
        let problems = checker.problems(&document).into_iter();
        let words = "and widgets of release 0.0.9 leave out a table without it";
        let problems = problems.filter(|problem| problem.message.contains(words));
        problems.map(|problem| problem.path).collect::<Vec<_>>()
    };
    assert_eq!(found("0.0.9"), ["body[0].table"]);
    assert_eq!(found(env!("CARGO_PKG_VERSION")), [""; 0]);
}
