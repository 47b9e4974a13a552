//! Every problem of a document, with its place in the text.

use super::source::{Place, Source, opening};
use crate::document::{Problem, ProblemKind};
use crate::model::Article;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// The part of the text that is at fault, in bytes: the name of a field that is not known or
    /// stands there twice, the opening bracket of an object that lacks something, and any other
    /// value as a whole.
    pub range: Range<usize>,
    /// Where that part begins.
    pub start: Position,
    /// Where the text goes on after it.
    pub end: Position,
}

/// A place in a text, as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1. A byte order mark is none.
    pub column: usize,
}

/// Checks the JSON text of a document.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the text; what is wrong at the same place, in
/// the order in which it was found. If the text is no JSON, that alone.
///
/// ```
/// let text = r#"{ "version": 1, "language": "en", "headline": 5, "boddy": [] }"#;
/// let findings = article_widget::authoring::check(text).unwrap_err();
/// let found: Vec<_> = findings
///     .iter()
///     .map(|finding| (finding.start.column, finding.problem.to_string()))
///     .collect();
/// assert_eq!(found[0], (1, "the field `body` is missing".into()));
/// assert!(found[1].1.starts_with("headline: found a number, expected a text"));
/// assert_eq!(found[2], (50, "boddy: `boddy` is not known here: did you mean `body`?".into()));
/// ```
pub fn check(text: &str) -> Result<Article, Vec<Finding>> {
    let source = Source::read(text).map_err(|found| placed(text, vec![found]))?;
    let mut found = source.duplicates();
    let problems = match Article::check(source.value()) {
        Ok(article) if found.is_empty() => return Ok(article),
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let paths: HashSet<&str> = problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    let places = source.places(&paths);
    found.extend(problems.into_iter().map(|problem| {
        let place = places.get(problem.path.as_str());
        // Every path of a problem leads somewhere.
        let range = place.map_or(0..0, |place| at_fault(problem.kind, place));
        (problem, range)
    }));
    found.sort_by_key(|(_, range)| range.start);
    Err(placed(text, found))
}

/// Which part of a field a problem is about.
fn at_fault(kind: ProblemKind, place: &Place) -> Range<usize> {
    match (kind, &place.key) {
        (ProblemKind::Missing, _) => opening(&place.value),
        (ProblemKind::Unknown, Some(key)) => key.clone(),
        _ => place.value.clone(),
    }
}

fn placed(text: &str, found: Vec<(Problem, Range<usize>)>) -> Vec<Finding> {
    let offsets = found.iter().flat_map(|(_, range)| [range.start, range.end]);
    let positions = positions(text, offsets);
    found
        .into_iter()
        .map(|(problem, range)| Finding {
            start: positions[&range.start],
            end: positions[&range.end],
            problem,
            range,
        })
        .collect()
}

/// The positions of some bytes, in one walk through the text: all may be on one long line.
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
