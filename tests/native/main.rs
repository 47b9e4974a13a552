//! What can be tested without a browser: documents, the chart's arithmetic, the markup that the
//! views write, and the boundaries between modules.

#![cfg(not(target_arch = "wasm32"))]

mod boundaries;
mod chart;
mod documents;
mod markup;
mod prerender;

use article_widget::document::{Document, Value};
use article_widget::model::Article;
use article_widget::problem::Problem;
use serde_json::{Value as Json, json};

/// The default article as JSON.
fn default_json() -> Json {
    let text = include_str!("../../articles/alibaba-ai-investment.json");
    serde_json::from_str(text).expect("the default article is JSON")
}

/// The default article.
fn default_article() -> Article {
    let (article, problems) = check(&default_json()).expect("the default article is sound");
    assert_eq!(problems, []);
    article
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

/// Reads and checks a document as the widget does.
fn check(json: &Json) -> Result<(Article, Vec<Problem>), Problem> {
    let value: Value = serde_json::from_value(json.clone()).expect("every JSON is a value");
    Document::from_value(&value).and_then(|document| Article::check(&document))
}
