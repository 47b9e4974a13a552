//! Converts documents to Markdown and to tables of a spreadsheet.
//!
//! Nothing gets lost, because every result is verified: what is written as Markdown is read back as an import
//! would read it. If the result differs, a simpler way of writing is used. The simplest one is JSON.

mod blocks;
mod inlines;

use super::import::{read_article, read_inlines};
use super::shape::Shape;
use super::{spreadsheet, yaml};
use crate::model::Article;
use serde_json::{Map, Value as Json};
use std::fmt;

/// The error for a document that cannot be written in the other form without a loss. No such document is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSayable;

impl fmt::Display for NotSayable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document cannot be written in this form without a loss: keep its JSON")
    }
}

impl std::error::Error for NotSayable {}

/// Writes an article as Markdown with front matter. [`Import`](super::Import) makes the same article from it.
///
/// ```
/// use article_widget::authoring::{ImportFormat, Import, markdown};
/// use article_widget::{document::Value, model::Article};
///
/// let json = r#"{
///     "version": 1,
///     "language": "en",
///     "headline": "A headline",
///     "body": [{ "paragraph": ["A ", { "emphasis": "short" }, " paragraph."] }]
/// }"#;
/// let value: Value = serde_json::from_str(json).unwrap();
/// let article = Article::check(&value).unwrap();
/// let text = markdown(&article).unwrap();
/// assert_eq!(text, "---\nlanguage: en\nheadline: A headline\n---\n\nA *short* paragraph.\n");
/// assert!(Import::new(&text, ImportFormat::Markdown).document().is_ok());
/// ```
///
/// # Errors
///
/// An error if the Markdown would lose something. No such document is known.
pub fn markdown(article: &Article) -> Result<String, NotSayable> {
    let Ok(Json::Object(document)) = serde_json::to_value(article) else {
        return Err(NotSayable);
    };
    [Style::Pleasant, Style::Plain]
        .into_iter()
        .map(|style| write(&document, style))
        .find(|text| read_article(text) == Some(Json::Object(document.clone())))
        .ok_or(NotSayable)
}

/// Writes the commitments of an article as CSV.
///
/// # Errors
///
/// An error if the table would lose something. No such document is known.
pub fn commitments_csv(article: &Article) -> Result<String, NotSayable> {
    let Ok(document) = serde_json::to_value(article) else {
        return Err(NotSayable);
    };
    let commitments = document["commitments"].as_array();
    Ok(spreadsheet::write_commitments(
        commitments.map_or(&[], Vec::as_slice),
    ))
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Markdown where possible.
    Pleasant,
    /// The form that is safest to read back: lists and JSON instead of Markdown.
    Plain,
}

fn write(document: &Map<String, Json>, style: Style) -> String {
    let mut front_matter = Map::new();
    let mut definitions = String::new();
    for (key, value) in document {
        match (key.as_str(), value) {
            ("version" | "body", _) => {}
            ("footnotes", Json::Array(notes)) => {
                let mut rest = Vec::new();
                for note in notes {
                    match blocks::footnote(note).filter(|_| style == Style::Pleasant) {
                        Some(text) => definitions.extend(["\n", &text, "\n"]),
                        None => {
                            rest.push(as_written(note, Shape::document().field(key).item(), style));
                        }
                    }
                }
                if !rest.is_empty() {
                    front_matter.insert(key.clone(), Json::Array(rest));
                }
            }
            _ => {
                let value = as_written(value, Shape::document().field(key), style);
                front_matter.insert(key.clone(), value);
            }
        }
    }
    let front_matter = yaml::write(&Json::Object(front_matter));
    let body = document.get("body").and_then(Json::as_array);
    let body = blocks::blocks(body.map_or(&[], Vec::as_slice), style);
    let body = if body.is_empty() {
        body
    } else {
        format!("\n{body}")
    };
    format!("---\n{front_matter}---\n{body}{definitions}")
}

/// A value as it stands in front matter and fenced blocks. Inline content is Markdown if that reads back as the
/// same content, and a list otherwise.
fn as_written(value: &Json, shape: &Shape, style: Style) -> Json {
    match (value, shape) {
        (content, Shape::Inlines) => {
            let markdown = inlines::markdown(content).filter(|_| style == Style::Pleasant);
            match (markdown, content) {
                (Some(markdown), _) => markdown.into(),
                (None, Json::String(_)) => Json::Array(vec![content.clone()]),
                (None, _) => content.clone(),
            }
        }
        (Json::Array(body), Shape::Blocks) => {
            let text = blocks::blocks(body, style);
            if style == Style::Pleasant && blocks::say(&text, body) {
                text.trim_end_matches('\n').into()
            } else {
                let block = |block| as_written(block, Shape::block(), style);
                body.iter().map(block).collect()
            }
        }
        (Json::Array(items), Shape::List(shape)) => items
            .iter()
            .map(|item| as_written(item, shape, style))
            .collect(),
        (Json::Object(fields), Shape::Fields(_)) => {
            let written = |(key, value): (&String, &Json)| {
                (key.clone(), as_written(value, shape.field(key), style))
            };
            Json::Object(fields.iter().map(written).collect())
        }
        _ => value.clone(),
    }
}

/// Whether inline Markdown reads back as this content.
fn says(markdown: &str, content: &Json) -> bool {
    read_inlines(markdown).is_some_and(|read| read == *content)
}
