//! The checker: it reports every problem of a document with its place in the text.

use super::json_text::{FieldRange, JsonText, opening};
use super::release::{Release, newer_fields};
use crate::document::{Input, Place, Position, Problem, ProblemKind};
use crate::model::Article;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// Checks the JSON text of a document.
///
/// # Errors
///
/// All problems with their places, in the order of the text. Problems at the same place are in the order in
/// which they were found.
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
    check_for(text, None)
}

/// Checks the JSON text of a document for readers whose widgets are of a release: what came later is named, too.
///
/// # Errors
///
/// As of [`check()`].
pub fn check_for(text: &str, release: Option<Release>) -> Result<Article, Vec<Problem>> {
    let json = JsonText::read(text).map_err(|found| placed(text, vec![*found]))?;
    let mut found = json.duplicates();
    let newer = release.map(|release| newer_fields(json.value(), release));
    let mut problems = newer.unwrap_or_default();
    match Article::check(json.value()) {
        Ok(article) if found.is_empty() && problems.is_empty() => return Ok(article),
        Ok(_) => {}
        Err(others) => problems.extend(others),
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
    Err(placed(text, found))
}

/// The part of a field that a problem is about.
fn at_fault(kind: ProblemKind, place: &FieldRange) -> Range<usize> {
    match (kind, &place.key) {
        (ProblemKind::Missing, _) => opening(&place.value),
        (ProblemKind::Unknown, Some(key)) => key.clone(),
        _ => place.value.clone(),
    }
}

pub(super) fn placed(text: &str, found: Vec<(Problem, Range<usize>)>) -> Vec<Problem> {
    let offsets = found.iter().flat_map(|(_, range)| [range.start, range.end]);
    let positions = positions(text, offsets);
    let place = |(problem, range): (Problem, Range<usize>)| Problem {
        place: Some(Place {
            input: Input::Article,
            start: positions[&range.start],
            end: positions[&range.end],
            range,
        }),
        ..problem
    };
    found.into_iter().map(place).collect()
}

/// The positions of byte offsets. One pass through the text finds all of them, because they may all be on one
/// long line.
fn positions(text: &str, offsets: impl Iterator<Item = usize>) -> BTreeMap<usize, Position> {
    let start = Position { line: 1, column: 1 };
    let mut positions: BTreeMap<_, _> = offsets.map(|offset| (offset, start)).collect();
    let (mut here, mut at) = (start, 0);
    for (offset, position) in &mut positions {
        for character in text[at..*offset].chars() {
            match character {
                '\n' => {
                    here.line += 1;
                    here.column = 1;
                }
                '\u{feff}' if here == start => {}
                _ => here.column += 1,
            }
        }
        at = *offset;
        *position = here;
    }
    positions
}
