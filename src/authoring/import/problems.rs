//! The problems of an import: they are found, given their lines, and joined.

use super::super::line::InputLine;
use super::super::node::{Node, Tree};
use crate::document::{Input, Problem, ProblemKind, Value, joined};
use crate::model::Article;

/// The line separators of word processors. An import takes them for line ends.
pub(super) const SEPARATORS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Corrects the lines of problems. An import takes the line separators of word processors for line ends,
/// but editors do not count them.
pub(super) fn correct_lines(problems: &mut [Problem], text: &str) {
    if !text.contains(SEPARATORS) {
        return;
    }
    let text = text.replace("\r\n", "\n");
    let ends = text.chars().filter_map(|sign| match sign {
        '\n' | '\r' => Some(true),
        sign if SEPARATORS.contains(&sign) => Some(false),
        _ => None,
    });
    let ends: Vec<bool> = ends.collect();
    let places = problems
        .iter_mut()
        .filter_map(|problem| problem.place.as_mut());
    for place in places.filter(|place| place.input == Input::Article) {
        let before = ends.iter().take(place.start.line - 1);
        place.start.line = 1 + before.filter(|is_line| **is_line).count();
        place.end = place.start;
    }
}

/// Joins the problems of all texts that YAML takes for numbers or booleans to one problem, which says how to
/// fix them.
pub(super) fn join_unquoted(problems: &mut Vec<Problem>) {
    let is_unquoted = |problem: &Problem| {
        let is_scalar = ["a number", "a number with a fraction", "true", "false"]
            .iter()
            .any(|found| {
                problem
                    .message
                    .starts_with(&format!("found {found}, expected a text"))
            });
        let is_in_article = problem
            .place
            .as_ref()
            .is_some_and(|place| place.input == Input::Article);
        is_scalar && is_in_article
    };
    let unquoted: Vec<Problem> = problems
        .extract_if(.., |problem| is_unquoted(problem))
        .collect();
    let lines: Vec<InputLine> = unquoted.iter().filter_map(InputLine::of).collect();
    let Some(mut first) = unquoted.into_iter().next() else {
        return;
    };
    let mut others: Vec<String> = lines
        .iter()
        .skip(1)
        .map(|line| line.number.to_string())
        .collect();
    others.dedup();
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!(", here and on line {}", joined(others, ", ", " and ")),
    };
    first.message =
        format!("YAML takes this for no text: put it between quotes, as in \"2025\"{others}");
    let at = problems.partition_point(|problem| InputLine::of(problem) < InputLine::of(&first));
    problems.insert(at, first);
}

/// Checks a document, and adds to each problem the line that causes it.
pub(super) fn check(node: &Node, found: &mut Vec<Problem>) -> Option<Article> {
    let Some(value) = node.to_value() else {
        found.push(node.place.problem(Value::too_deep()));
        return None;
    };
    let (article, problems) = Article::inspect(&value);
    // If something could not be read, references to it would be reported too, and so would fields that are
    // missing on its line. Such follow-up problems are left out.
    let errors = found.iter().filter(|problem| problem.is_error());
    let known: Vec<InputLine> = errors.filter_map(InputLine::of).collect();
    let has_commitments = matches!(
        node.get("commitments").map(|list| &list.tree),
        Some(Tree::List(items)) if !items.is_empty()
    );
    let is_in_table = |line: &InputLine| line.input == Input::Commitments;
    let is_table_lost = !has_commitments && known.iter().any(is_in_table);
    for problem in problems {
        let place = node.locate(&problem.path);
        let follows = match problem.kind {
            ProblemKind::Unused | ProblemKind::Reference => !known.is_empty(),
            ProblemKind::Missing => known.contains(&place),
            // A chart lacks what an unreadable table has.
            ProblemKind::Value => is_table_lost && problem.path.starts_with("charts["),
            _ => false,
        };
        if !follows {
            found.push(Problem {
                place: Some(place.place()),
                ..problem
            });
        }
    }
    article
}
