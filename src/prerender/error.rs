//! Why a text cannot be shown as an article.

use crate::document::Problem;
use std::fmt;

/// Why a text cannot be shown as an article.
#[derive(Debug)]
pub enum StoryError {
    /// The text is not JSON. The message names the line and the column.
    Json(serde_json::Error),
    /// The text is JSON, but not a document.
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
