//! Tests that need no browser.
//!
//! The files mirror the public modules of `src/`: each tests the module of the same name through its public
//! API. Two files have no such module: `command` tests `src/bin/article-widget`, and `boundaries` the structure
//! of the code. Private modules have their tests in `src/`, and so have `document`, `quantity` and `format`.
//! `src/view/wording.rs` tests that every word is a message. The tests of `digest` are in `prerender`.

#![cfg(not(target_arch = "wasm32"))]

mod authoring;
mod boundaries;
mod carousel;
mod chart;
mod command;
mod messages;
mod model;
mod prerender;
mod server;
mod view;

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

/// A minimal document, to which tests add fields.
fn small_json() -> Json {
    json!({
        "version": 1,
        "language": "en",
        "headline": "A headline",
        "body": [{ "paragraph": "A paragraph." }],
    })
}

/// A document with every part of the format, and every kind of block and mark.
fn full_json() -> Json {
    serde_json::from_str(include_str!("full.json")).expect("JSON")
}

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).expect("every JSON is a value")
}

/// Reads a document as a browser does.
fn read(json: &Json) -> Result<(Article, Vec<Problem>), Problem> {
    Article::read(&value(json))
}

/// Reads a document as a checker does.
fn check(json: &Json) -> Result<Article, Vec<Problem>> {
    Article::check(&value(json))
}

/// The article that a browser shows for a document with or without problems.
fn shown(json: &Json) -> Article {
    read(json).expect("something can be shown").0
}

/// The first chart of an article.
fn chart_of(article: &Article) -> Rc<Chart> {
    article.charts.first().expect("a chart").clone()
}
