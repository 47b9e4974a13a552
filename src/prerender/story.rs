//! A document that is ready to be written.

use super::error::StoryError;
use super::escape::data_block;
use super::{json, markup};
use crate::digest::{Digests, tag};
use crate::document::Problem;
use crate::model::Article;
use serde_json::Value;
use std::rc::Rc;

/// An article together with the JSON text that is written beside its markup.
#[derive(Clone, Debug)]
pub struct Story {
    article: Rc<Article>,
    problems: Vec<Problem>,
    /// The data from which its islands are made.
    digests: Digests,
    /// The JSON as it is written in the element.
    json: String,
}

impl Story {
    /// Reads and checks the JSON text of a document.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or nothing of the document can be shown; the error says why.
    pub fn read(text: &str) -> Result<Self, StoryError> {
        let (parsed, value) = json::read(text)?;
        let (article, problems) = Article::read(&value).map_err(StoryError::Document)?;
        Ok(Self {
            article: Rc::new(article),
            problems,
            digests: Digests::of(&value),
            json: data_block(&parsed.to_string()),
        })
    }

    /// Whether a text is JSON for another program (`package.json`, a JSON Schema, a feed), and not a document
    /// with mistakes: it has at most one of the four fields that every document has.
    #[must_use]
    pub fn is_foreign(text: &str) -> bool {
        let Ok(json) = serde_json::from_str::<Value>(json::without_mark(text)) else {
            return false;
        };
        // Other programs write their versions as texts: "1.0.0", or the address of a specification.
        let version = json.get("version").filter(|version| !version.is_string());
        let others = ["language", "headline", "body"].map(|name| json.get(name));
        version
            .into_iter()
            .chain(others.into_iter().flatten())
            .count()
            < 2
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The problems of the document: the parts that had to be left out.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The document as it is written in the element: without spaces between its parts, and without any `<`,
    /// `>` or `&`.
    pub(super) fn json(&self) -> &str {
        &self.json
    }

    /// The markup of the article for a shadow tree.
    pub(super) fn markup(&self) -> String {
        markup::render(&self.article, &self.digests, "")
    }

    /// The markup of the article for a place among the page's own elements, and the prefix of all its ids
    /// there. The prefix stays the same while the headline does, so that links to its parts do,
    /// and differs between headlines.
    pub(super) fn light_markup(&self) -> (String, String) {
        let headline = self.article.headline.plain_text();
        let prefix = format!("article-{}-", &tag(&headline));
        let markup = markup::render(&self.article, &self.digests, &prefix);
        (markup, prefix)
    }
}
