//! Problems as tools read them.

use crate::document::{Input, Place, Problem, ProblemKind, Severity};
use serde::Serialize;

/// A problem as JSON for tools. `check --help` and `npm/README.md` say what each field means.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProblemReport<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(flatten)]
    place: Option<PlaceReport>,
    path: &'a str,
    kind: ProblemKind,
    severity: Severity,
    message: &'a str,
}

/// The place of a problem in its text.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PlaceReport {
    /// The table of an import; absent for the text of the article itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<&'static str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> ProblemReport<'a> {
    /// The report of a problem in a file, if the text has one.
    #[must_use]
    pub fn new(problem: &'a Problem, file: Option<&'a str>) -> Self {
        Self {
            file,
            place: problem.place.as_ref().map(PlaceReport::new),
            path: &problem.path,
            kind: problem.kind,
            severity: problem.severity,
            message: &problem.message,
        }
    }
}

impl PlaceReport {
    fn new(place: &Place) -> Self {
        Self {
            table: match place.input {
                Input::Article => None,
                Input::Commitments => Some("commitments"),
                Input::Teasers => Some("teasers"),
            },
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
        }
    }
}
