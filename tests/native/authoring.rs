//! Tools for authors: the checker, the schema, import, export, the starter documents, and the examples in the
//! documentation.

pub(crate) mod check;
mod document_format;
mod fix;
mod foreign;
mod found;
mod front_matter;
mod habits;
mod markdown;
mod markdown_guide;
mod mistakes;
mod plain;
mod round_trip;
mod schema;
mod spreadsheet;
mod starters;
mod table_habits;

use article_widget::authoring::{Import, ImportFormat};
use article_widget::document::Problem;
use article_widget::document::Value;
use article_widget::model::Article;
use serde_json::Value as Json;

/// A document with every feature of the format.
pub(crate) const EVERY_FEATURE: &str = include_str!("every-feature.json");

/// The article of a valid document.
fn article(json: &Json) -> Article {
    let value: Value = serde_json::from_value(json.clone()).expect("every JSON is a value");
    Article::check(&value).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The document that Markdown is converted to.
fn import(markdown: &str) -> Json {
    let read = Import::new(markdown, ImportFormat::Markdown).document();
    read.unwrap_or_else(|mistakes| panic!("{markdown}\n{mistakes:#?}"))
}

/// The paragraph that Markdown is converted to.
fn paragraph(markdown: &str) -> Json {
    import(&format!("{FRONT_MATTER}{markdown}\n"))["body"][0]["paragraph"].clone()
}

/// The problems of a Markdown text, each as `line: message`.
fn problems(text: &str) -> Vec<String> {
    listed(Import::new(text, ImportFormat::Markdown).document())
}

/// The warnings and remarks on a Markdown text of which a document can be made, each as `severity: line: message`.
fn remarks(text: &str) -> Vec<String> {
    let import = Import::new(text, ImportFormat::Markdown);
    assert!(import.document().is_ok(), "{:?}", import.document());
    let line = |problem: &Problem| problem.place.as_ref().expect("a place").start.line;
    let remarks = import.remarks();
    let listed = remarks.iter().map(|problem| {
        let severity = format!("{:?}", problem.severity);
        format!("{severity}: {}: {}", line(problem), problem.message)
    });
    listed.collect()
}

/// A document as the model writes it: without comments, `$schema` and default values.
pub(crate) fn canonical(json: &Json) -> Json {
    serde_json::to_value(article(json)).expect("an article is JSON")
}

/// The problems of a text, each as `line: message`.
fn listed(read: Result<Json, Vec<Problem>>) -> Vec<String> {
    let mistakes = read.expect_err("the text has mistakes");
    let line = |problem: &Problem| problem.place.as_ref().expect("a place").start.line;
    let listed = |problem: &Problem| format!("{}: {}", line(problem), problem.message);
    mistakes.iter().map(listed).collect()
}

/// The front matter before the body of an example.
const FRONT_MATTER: &str = "\
---
language: en
headline: A headline
---
";
