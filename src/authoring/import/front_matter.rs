//! The front matter of a text: the fields of the document, as YAML or TOML.

use super::super::import_state::ImportState;
use super::super::line::InputLine;
use super::super::node::{Node, Tree};
use super::super::shape::Shape;
use super::super::{toml, yaml};
use super::{START, foreign_fields, with_inlines};
use crate::document::{Problem, is_invisible};

/// Splits a text into its front matter and the rest, and finds the lines on which they begin.
pub(super) fn split<'t>(text: &'t str, state: &mut ImportState) -> Option<TextParts<'t>> {
    // Blank lines may come before front matter. But `---` after blank lines may also be a divider.
    let blank = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
    let blank = text[..blank].rfind('\n').map_or(0, |end| end + 1);
    let start = START.down(text[..blank].matches('\n').count());
    let mut lines = text[blank..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let has_fields = lines.clone().next().is_some_and(is_field);
    let is_yaml = blank == 0 || has_fields;
    let (ends, read): (&[&str], ReadFields) = match first.trim_end() {
        "---" if is_yaml => (&["---", "..."], yaml::read),
        "+++" => (&["+++"], toml::read),
        line if has_fields && is_nearly_mark(line) => {
            let message = "front matter begins with a line of three signs, `---` or `+++`: write nothing else on this line";
            return state.note(start, message);
        }
        line if is_json(line) => {
            let message = "front matter as JSON: write it as YAML, between lines with `---`";
            return state.note(start, message);
        }
        _ => {
            return Some(TextParts {
                front_matter: "",
                front_matter_at: START.down(1),
                read: yaml::read,
                body: text,
                body_at: START,
            });
        }
    };
    let mut length = 0;
    for (index, line) in lines.enumerate() {
        if ends.contains(&line.trim_end()) {
            let (front_matter, rest) = text[blank + first.len()..].split_at(length);
            return Some(TextParts {
                front_matter,
                front_matter_at: start.down(1),
                read,
                body: &rest[line.len()..],
                body_at: start.down(index + 2),
            });
        }
        length += line.len();
    }
    let message = format!(
        "the front matter never ends: put a line with `{}` after it",
        ends[0]
    );
    state.note(start, message)
}

/// Whether a line looks like a field of front matter.
pub(super) fn is_field(line: &str) -> bool {
    let (name, value) = match line.find([':', '=']) {
        Some(end) => line.split_at(end),
        None => return false,
    };
    let is_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | ' ' | '"');
    let value = &value[1..];
    !name.trim().is_empty()
        && name.chars().all(is_word)
        && (value.trim().is_empty() || value.starts_with([' ', '\t']))
}

/// Whether a line is nearly the first one of front matter: with spaces or invisible characters around it, or
/// with more dashes.
fn is_nearly_mark(line: &str) -> bool {
    let mark = line.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign));
    mark.len() > 2
        && ["-", "+"]
            .iter()
            .any(|sign| mark.replace(sign, "").is_empty())
}

/// Whether a line begins an object of JSON.
fn is_json(line: &str) -> bool {
    let inside = line.trim_start().strip_prefix('{').map(str::trim_start);
    inside.is_some_and(|inside| inside.is_empty() || inside.starts_with(['"', '}']))
}

/// Reads the fields of front matter whose first line stands at a place.
type ReadFields = fn(&str, InputLine) -> Result<Node, Problem>;

/// The two parts of a text, with the lines on which they begin.
pub(super) struct TextParts<'t> {
    pub(super) front_matter: &'t str,
    pub(super) front_matter_at: InputLine,
    read: ReadFields,
    pub(super) body: &'t str,
    pub(super) body_at: InputLine,
}

/// Reads the fields of the front matter.
pub(super) fn read(parts: &TextParts<'_>, state: &mut ImportState) -> Option<Vec<(String, Node)>> {
    let mut node = match (parts.read)(parts.front_matter, parts.front_matter_at) {
        Ok(node) => node,
        Err(problem) => {
            state.problems.push(problem);
            return None;
        }
    };
    if let Tree::Object(fields) = &mut node.tree {
        foreign_fields::leave_out(fields, state);
    }
    let fields = match with_inlines(node, Shape::document(), state) {
        Node {
            tree: Tree::Object(fields),
            ..
        } => fields,
        Node {
            tree: Tree::Null, ..
        } => Vec::new(),
        node => {
            return state.note(
                node.place,
                "front matter has fields, such as `language: en`",
            );
        }
    };
    let is_body = |(key, _): &&(String, Node)| key == "body";
    if let Some((_, body)) = fields.iter().find(is_body) {
        let message = "the body comes after the front matter: move it there";
        return state.note(body.place, message);
    }
    Some(fields)
}
