//! The checker: it reports every problem of a document with its place in the text.

use super::json_text::{FieldRange, JsonText, opening};
use super::positions::placed;
use super::release::{Release, newer_fields};
use super::remarks::remarks;
use crate::document::{Problem, ProblemKind, Severity};
use crate::model::Article;
use std::collections::HashSet;
use std::ops::Range;

/// Checks the JSON text of a document.
///
/// # Errors
///
/// All errors and warnings with their places, in the order of the text. Problems at the same place are in the order in
/// which they were found. Warnings alone prevent nothing; [`Checker::problems`] gives them, too.
///
/// The place of an unknown or repeated field is its name. If an object lacks a field, the place is its opening
/// bracket. Otherwise the place is the whole value. If the text is not JSON, that is the only problem.
///
/// ```
/// let text = r#"{ "version": 1, "language": "en", "headline": 5, "boddy": [] }"#;
/// let problems = article_widget::authoring::check(text).unwrap_err();
/// let found: Vec<_> = problems
///     .iter()
///     .map(|problem| (problem.place.as_ref().unwrap().start.column, problem.to_string()))
///     .collect();
/// assert_eq!(found[0], (1, "the field `body` is missing".into()));
/// assert!(found[1].1.starts_with("headline: found a number, expected a text"));
/// assert_eq!(found[2], (50, "boddy: `boddy` is not known here: did you mean `body`?".into()));
/// ```
pub fn check(text: &str) -> Result<Article, Vec<Problem>> {
    match inspect(text, Checker::default()) {
        (Some(article), _) => Ok(article),
        (None, problems) => Err(problems),
    }
}

/// How documents are checked.
///
/// ```
/// use article_widget::authoring::Checker;
///
/// let text = r#"{ "version": 1, "language": "en", "headline": "A", "byline": "By Jo", "body": [] }"#;
/// let checker = Checker::default();
/// assert!(!checker.problems(text)[0].is_error());
/// let strict = Checker { is_strict: true, ..checker };
/// assert!(strict.problems(text)[0].is_error());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checker {
    /// The release of the widget that readers have: fields that came later are errors.
    pub release: Option<Release>,
    /// Whether warnings are errors.
    pub is_strict: bool,
}

impl Checker {
    /// Everything about the JSON text of a document that its author should know: errors and warnings, and remarks where
    /// there is no error (see [`remarks`](remarks())). Each has its place; they are in the order of the text.
    #[must_use]
    pub fn problems(self, text: &str) -> Vec<Problem> {
        let (article, mut problems) = inspect(text, self);
        if article.is_some() {
            problems.extend(remarks(text));
            problems.sort_by_key(|problem| problem.place.as_ref().map(|place| place.range.start));
        }
        problems
    }

    /// What a strict checker takes for errors: in their presence no page is to be published.
    #[must_use]
    pub fn strict_errors(text: &str) -> Vec<Problem> {
        let checker = Self {
            is_strict: true,
            ..Self::default()
        };
        let (_, mut problems) = inspect(text, checker);
        problems.retain(Problem::is_error);
        problems
    }
}

/// The article, if there is no error, and all errors and warnings with their places.
fn inspect(text: &str, checker: Checker) -> (Option<Article>, Vec<Problem>) {
    let json = match JsonText::read(text) {
        Ok(json) => json,
        Err(found) => return (None, placed(text, vec![*found])),
    };
    let mut found = json.duplicates();
    let release = checker.release;
    let newer = release.map(|release| newer_fields(json.value(), release));
    let mut problems = newer.unwrap_or_default();
    let (article, others) = Article::inspect(json.value());
    problems.extend(others);
    if problems.is_empty() && found.is_empty() {
        return (article, Vec::new());
    }
    let paths: HashSet<&str> = problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    let places = json.places(&paths);
    found.extend(problems.into_iter().map(|problem| {
        let place = places.get(problem.path.as_str());
        // The path of a problem always leads to a value.
        let range = place.map_or(0..0, |place| at_fault(problem.kind, place));
        (problem, range)
    }));
    found.sort_by_key(|(_, range)| range.start);
    for (problem, _) in &mut found {
        if checker.is_strict && problem.severity == Severity::Warning {
            problem.severity = Severity::Error;
        }
    }
    let article = article.filter(|_| !found.iter().any(|(problem, _)| problem.is_error()));
    (article, placed(text, found))
}

/// The part of a field that a problem is about.
fn at_fault(kind: ProblemKind, place: &FieldRange) -> Range<usize> {
    match (kind, &place.key) {
        (ProblemKind::Missing, _) => opening(&place.value),
        (ProblemKind::Unknown, Some(key)) => key.clone(),
        _ => place.value.clone(),
    }
}
