//! Why a function cannot do what it was asked to.

use super::{reports, to_json};
use crate::authoring::ProblemReport;
use crate::document::Problem;
use serde::Serialize;
use serde_json::Value as Json;

/// Why a function cannot do what it was asked to.
#[derive(Serialize)]
pub(super) struct Refusal<'a> {
    message: &'a str,
    problems: Vec<ProblemReport<'a>>,
    /// What can be shown of a text that is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<Json>,
}

impl<'a> Refusal<'a> {
    pub(super) fn new(message: &'a str, problems: &'a [Problem]) -> Self {
        Self {
            message,
            problems: reports(problems),
            draft: None,
        }
    }

    /// The same with what can be shown.
    pub(super) fn with_draft(self, draft: Option<Json>) -> Self {
        Self { draft, ..self }
    }

    /// The refusal of a text for its problems, with the words of the first error.
    pub(super) fn of(problems: &'a [Problem]) -> Self {
        let first = problems.iter().find(|problem| problem.is_error());
        let first = first.map(|problem| problem.message.as_str());
        Self::new(first.unwrap_or_default(), problems)
    }

    pub(super) fn to_json(&self) -> String {
        to_json(self)
    }
}
