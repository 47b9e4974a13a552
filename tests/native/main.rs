//! What can be tested without a browser: documents, the chart's arithmetic, the markup that the
//! views write, and the boundaries between modules.

#![cfg(not(target_arch = "wasm32"))]

mod authoring;
mod boundaries;
mod carousel;
mod chart;
mod check;
mod documents;
mod guide;
mod markup;
mod prerender;
mod schema;

use article_widget::document::Problem;
use article_widget::document::Value;
use article_widget::model::{Article, Chart};
use serde_json::{Value as Json, json};
use std::rc::Rc;

/// The default article as JSON.
fn default_json() -> Json {
    let text = include_str!("../../articles/alibaba-ai-investment.json");
    serde_json::from_str(text).expect("the default article is JSON")
}

/// The default article.
fn default_article() -> Article {
    check(&default_json()).expect("the default article is sound")
}

/// The smallest document, to be added to.
fn small_json() -> Json {
    json!({
        "version": 1,
        "language": "en",
        "headline": "A headline",
        "body": [{ "paragraph": "A paragraph." }],
    })
}

/// A document with every part that the format has, and every kind of block and mark.
fn full_json() -> Json {
    serde_json::from_str(include_str!("documents/full.json")).expect("JSON")
}

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).expect("every JSON is a value")
}

/// Reads a document as a browser does.
fn read(json: &Json) -> Result<(Article, Vec<Problem>), Problem> {
    Article::read(&value(json))
}

/// Reads a document as its author wants it read.
fn check(json: &Json) -> Result<Article, Vec<Problem>> {
    Article::check(&value(json))
}

/// The article that a browser makes of a document, whatever is wrong with it.
fn shown(json: &Json) -> Article {
    read(json).expect("something can be shown").0
}

/// The first chart of an article.
fn chart_of(article: &Article) -> Rc<Chart> {
    article.charts.first().expect("a chart").clone()
}
