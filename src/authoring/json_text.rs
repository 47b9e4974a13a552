//! The text of a document: its value, and the place of each of its parts in the text.
//!
//! The value comes from the parser that prerenders (`prerender::json`), so that all tools read the same text
//! alike. A second parser only finds the places, and better messages for a text that is not JSON.

use crate::document::Value;
use crate::document::{Path, Problem, ProblemKind};
use crate::prerender::{StoryError, json};
use jsonc_parser::ast::{ObjectProp, Value as Node};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A text that is valid JSON.
pub(super) struct JsonText<'a> {
    value: Value,
    root: Option<Node<'a>>,
    /// The number of bytes before the JSON.
    skipped: usize,
}

/// The place of a value in the text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldRange {
    /// The name of its field, with the quotes; `None` for an item of a list and for the whole document.
    pub(super) key: Option<Range<usize>>,
    /// The value itself.
    pub(super) value: Range<usize>,
}

impl<'a> JsonText<'a> {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// The reason why the text is not the JSON of a document, and the range that is invalid.
    pub(super) fn read(text: &'a str) -> Result<Self, Box<(Problem, Range<usize>)>> {
        let json = json::without_mark(text);
        let skipped = text.len() - json.len();
        let within_text = |(problem, range)| Box::new((problem, shift(&range, skipped)));
        match json::read(text) {
            Ok((_, value)) => Ok(Self {
                value,
                root: parse(json).ok().flatten(),
                skipped,
            }),
            Err(StoryError::Json(error)) => Err(within_text(not_json(json, &error))),
            Err(StoryError::Document(problem)) => {
                // The range stays empty if the text is too long: it has not been read to its end.
                let range = match parse(json) {
                    Ok(Some(root)) => too_deep(&root, Value::MAX_DEPTH),
                    _ => None,
                };
                Err(within_text((problem, range.unwrap_or(0..0))))
            }
        }
    }

    /// The value of the document.
    pub(super) fn value(&self) -> &Value {
        &self.value
    }

    /// The fields that an object already has, each with the place of its name.
    pub(super) fn duplicates(&self) -> Vec<(Problem, Range<usize>)> {
        let mut found = Vec::new();
        let mut path = String::new();
        if let Some(root) = &self.root {
            find_duplicates(root, &mut path, &mut found);
        }
        for (_, range) in &mut found {
            *range = shift(range, self.skipped);
        }
        found
    }

    /// The places of the values at some paths. Paths that lead to no value are left out.
    ///
    /// One pass through the text finds all of them, because there may be as many paths as values.
    pub(super) fn places(&self, paths: &HashSet<&str>) -> HashMap<String, FieldRange> {
        let mut found = HashMap::new();
        let mut path = String::new();
        if let Some(root) = &self.root {
            find_places(root, None, &mut path, paths, &mut found);
        }
        for place in found.values_mut() {
            place.value = shift(&place.value, self.skipped);
            place.key = place.key.as_ref().map(|key| shift(key, self.skipped));
        }
        found
    }
}

fn shift(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn range_of(node: &impl Ranged) -> Range<usize> {
    let range = node.range();
    range.start..range.end
}

/// Parses JSON without any extensions: authors use them, but browsers reject them.
fn parse(text: &str) -> Result<Option<Node<'_>>, jsonc_parser::errors::ParseError> {
    let options = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    parse_to_ast(text, &CollectOptions::default(), &options).map(|parsed| parsed.value)
}

/// Calls a function with each child of a value and with its path.
fn for_each_child<'n, 'a>(
    node: &'n Node<'a>,
    path: &mut String,
    mut visit: impl FnMut(&'n Node<'a>, Option<&'n ObjectProp<'a>>, &mut String),
) {
    let length = path.len();
    match node {
        Node::Array(array) => {
            for (index, item) in array.elements.iter().enumerate() {
                path.push_str(&Path::Root.index(index).to_string());
                visit(item, None, path);
                path.truncate(length);
            }
        }
        Node::Object(object) => {
            for property in &object.properties {
                push_key(path, property.name.as_str());
                visit(&property.value, Some(property), path);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Appends the name of a field to the path of an object, in the form that problems use.
pub(super) fn push_key(path: &mut String, key: &str) {
    let step = Path::Root.key(key).to_string();
    if !path.is_empty() && !step.starts_with('[') {
        path.push('.');
    }
    path.push_str(&step);
}

fn find_places(
    node: &Node<'_>,
    property: Option<&ObjectProp<'_>>,
    path: &mut String,
    wanted: &HashSet<&str>,
    found: &mut HashMap<String, FieldRange>,
) {
    if wanted.contains(path.as_str()) {
        // If a field occurs twice, the last one counts, as in browsers.
        let key = property.map(|property| range_of(&property.name));
        let value = range_of(node);
        found.insert(path.clone(), FieldRange { key, value });
    }
    for_each_child(node, path, |node, property, path| {
        find_places(node, property, path, wanted, found);
    });
}

fn find_duplicates(node: &Node<'_>, path: &mut String, found: &mut Vec<(Problem, Range<usize>)>) {
    let mut names = HashSet::new();
    for_each_child(node, path, |node, property, path| {
        if let Some(property) = property {
            let name = property.name.as_str();
            if !names.insert(name) {
                let message = format!(
                    "the field `{name}` stands in this object twice, of which only the last one counts: leave one out"
                );
                let problem = Problem::new(ProblemKind::Duplicate, path.clone(), message);
                found.push((problem, range_of(&property.name)));
            }
        }
        find_duplicates(node, path, found);
    });
}

/// The first value that is nested too deep.
fn too_deep(node: &Node<'_>, depth: u32) -> Option<Range<usize>> {
    let mut children: Box<dyn Iterator<Item = &Node<'_>>> = match node {
        Node::Array(array) => Box::new(array.elements.iter()),
        Node::Object(object) => Box::new(object.properties.iter().map(|field| &field.value)),
        _ => return None,
    };
    match depth.checked_sub(1) {
        Some(depth) => children.find_map(|child| too_deep(child, depth)),
        None => Some(opening(&range_of(node))),
    }
}

/// The opening bracket of an object or a list.
pub(super) fn opening(range: &Range<usize>) -> Range<usize> {
    range.start..range.end.min(range.start + 1)
}

/// Why a text is not JSON. The parser that stops first is closer to the mistake.
fn not_json(text: &str, error: &serde_json::Error) -> (Problem, Range<usize>) {
    let at = offset(text, error.line(), error.column());
    let problem = |kind, message| Problem::new(kind, String::new(), message);
    let message = error.to_string();
    if message.starts_with("recursion limit exceeded") {
        return (
            problem(ProblemKind::Limit, Value::too_deep()),
            character(text, at),
        );
    }
    let beginning = text.trim_start_matches('\u{feff}').trim_start();
    if beginning.starts_with("---") || beginning.starts_with("# ") {
        let message = "this is no JSON but looks like Markdown: make a document of it with `article-widget import`";
        return (
            problem(ProblemKind::Syntax, message.into()),
            character(text, text.len() - beginning.len()),
        );
    }
    if message.starts_with("invalid number") {
        return (
            problem(ProblemKind::Syntax, NUMBER.into()),
            character(text, at),
        );
    }
    match parse(text) {
        Err(better) if better.range().start <= at || error.is_eof() => {
            let range = better.range();
            let (message, is_whole) = words(better.kind());
            let start = text.floor_char_boundary(range.start);
            let message = quotes(text, start, better.kind()).unwrap_or(message);
            let range = if is_whole {
                start..text.ceil_char_boundary(range.end)
            } else {
                character(text, start)
            };
            (problem(ProblemKind::Syntax, message), range)
        }
        Ok(None) => {
            let message = "there is nothing here: a document begins with a {";
            (
                problem(ProblemKind::Syntax, message.into()),
                character(text, at),
            )
        }
        _ => {
            let message = if message.starts_with("control character") {
                "a text has no closing quote, or a line break or tab in it: close it, or write \\n or \\t"
                    .into()
            } else {
                // The message also contains the place, which a problem has in its own fields.
                let end = message.rfind(" at line ").unwrap_or(message.len());
                format!("this is not JSON: {}", &message[..end])
            };
            (problem(ProblemKind::Syntax, message), character(text, at))
        }
    }
}

/// The message for wrong quotes: curly ones instead of straight ones, or a straight quote inside a text.
fn quotes(text: &str, at: usize, kind: &ParseErrorKind) -> Option<String> {
    let (before, after) = text.split_at(at);
    let next = after.chars().next()?;
    if "“”„‟«»".contains(next) {
        return Some(format!(
            "{next} is a quote for readers: names and texts of JSON stand in straight ones, \"…\""
        ));
    }
    let is_within = matches!(
        kind,
        ParseErrorKind::ExpectedComma
            | ParseErrorKind::UnexpectedWord
            | ParseErrorKind::UnexpectedToken
    ) && before.ends_with('"')
        && !next.is_whitespace()
        && !"\"{[".contains(next);
    is_within.then(|| "a text ends at the quote before this: write \\\" for a quote within it, or put a comma here".into())
}

/// The byte offset of a line and a column of serde's parser. It counts both from 1, columns in bytes. Column 0
/// is the line break before the line.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    let start = match line.checked_sub(2) {
        Some(before) => breaks.nth(before).unwrap_or(text.len()),
        None => 0,
    };
    text.floor_char_boundary((start + column).saturating_sub(1))
}

/// The character that begins at a byte; empty at the end of the text.
fn character(text: &str, at: usize) -> Range<usize> {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    at..at + length
}

const NUMBER: &str = "this is not a number of JSON: write it like 380, or like \"38.58\" in quotes";

/// A message that says how to fix a syntax error, and whether its whole range is invalid, or only the start of
/// it.
fn words(kind: &ParseErrorKind) -> (String, bool) {
    use ParseErrorKind as E;
    use ParseStringErrorKind as S;
    let (words, is_whole) = match kind {
        E::CommentsNotAllowed | E::UnterminatedCommentBlock => (
            "JSON has no comments: put the remark into a field `$comment`, which every object may have",
            true,
        ),
        E::TrailingCommasNotAllowed => ("a comma follows the last entry: take it out", true),
        E::ExpectedComma => ("a comma is missing between two entries: put it here", false),
        E::UnexpectedComma => ("a comma stands where an entry should: take it out", true),
        E::ExpectedColonAfterObjectKey => (
            "a colon and a value must follow the name of a field, as in \"version\": 1",
            true,
        ),
        E::UnexpectedColon => (
            "a colon stands outside of an object: names of fields need { and } around them",
            true,
        ),
        E::ExpectedObjectValue => ("a value is missing after the colon", false),
        E::ExpectedStringObjectProperty | E::UnexpectedTokenInObject => (
            "the name of a field must stand here, in double quotes",
            true,
        ),
        E::SingleQuotedStringsNotAllowed => {
            ("a text stands in double quotes, not in single ones", false)
        }
        E::UnexpectedWord | E::UnexpectedToken => (
            "a text needs double quotes around it; without them only numbers, true, false and null can stand here",
            true,
        ),
        E::UnexpectedCloseBrace => ("a } closes nothing here: is a ] or a value missing?", true),
        E::UnexpectedCloseBracket => ("a ] closes nothing here: is a } or a value missing?", true),
        E::UnterminatedObject => ("this object is never closed: add a }", false),
        E::UnterminatedArray => ("this list is never closed: add a ]", false),
        E::MultipleRootJsonValues => (
            "the document has ended before this: is a } or a ] too many above?",
            true,
        ),
        E::String(S::UnterminatedStringLiteral) => {
            ("this text is never closed: add a double quote", false)
        }
        E::String(S::ExpectedFourHexDigits | S::InvalidUnicodeEscapeSequence(_)) => (
            "\\u must be followed by the four hexadecimal digits of a character, or of a pair that makes one: better write the character itself",
            false,
        ),
        E::String(_) => (
            "a \\ has a meaning of its own in a text: write \\\\ for a \\, and \\\" for a quote",
            false,
        ),
        E::BareDecimalPointNumbersNotAllowed
        | E::ExpectedDigit
        | E::ExpectedDigitFollowingNegativeSign
        | E::ExpectedPlusMinusOrDigitInNumberLiteral
        | E::HexadecimalNumbersNotAllowed
        | E::NonFiniteNumbersNotAllowed
        | E::UnaryPlusNumbersNotAllowed => (NUMBER, true),
        E::NestingDepthExceeded => return (Value::too_deep(), false),
    };
    (words.into(), is_whole)
}

#[cfg(test)]
mod tests;
