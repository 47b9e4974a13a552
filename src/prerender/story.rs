//! A document that is ready to be written.

use super::escape::data_block;
use super::{json, markup, nodes};
use crate::digest::digest;
use crate::model::Article;
use crate::problem::Problem;
use std::fmt;
use std::rc::Rc;

/// An article together with the JSON text that travels with its markup.
#[derive(Clone, Debug)]
pub struct Story {
    article: Rc<Article>,
    problems: Vec<Problem>,
    /// As it was read.
    text: String,
    /// As it stands in the element.
    json: String,
}

/// Why a text cannot be shown as an article.
#[derive(Debug)]
pub enum StoryError {
    /// It is not JSON; the message names line and column.
    Json(serde_json::Error),
    /// It is JSON, but not a document.
    Document(Problem),
}

impl fmt::Display for StoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "not JSON: {error}"),
            Self::Document(problem) => problem.fmt(f),
        }
    }
}

impl std::error::Error for StoryError {}

impl Story {
    /// Reads and checks the JSON text of a document.
    ///
    /// # Errors
    ///
    /// That the text is not JSON, or why nothing of the document can be shown.
    pub fn read(text: &str) -> Result<Self, StoryError> {
        let (parsed, value) = json::read(text)?;
        let (article, problems) = Article::read(&value).map_err(StoryError::Document)?;
        Ok(Self {
            article: Rc::new(article),
            problems,
            text: text.into(),
            json: data_block(&parsed.to_string()),
        })
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// What had to be left out of it.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The document as it stands in the element: without spaces between its parts, and without
    /// any `<`.
    pub(super) fn json(&self) -> &str {
        &self.json
    }

    /// The root with the article in it, and the stamp that says what it was made of: of the text
    /// that the widget will fetch, or of the one in the element. `attributes` are further ones, with
    /// a space in front.
    pub(super) fn root(&self, is_linked: bool, attributes: &str) -> String {
        let markup = markup::render(&self.article);
        let text = if is_linked { &self.text } else { &self.json };
        let (digest, count) = (digest(text), nodes::count_nodes(&markup));
        format!(r#"<div part="root" data-digest="{digest}-{count}"{attributes}>{markup}</div>"#)
    }
}
