//! Converts plain text to blocks of a document.
//!
//! - The first line is the headline.
//! - Blank lines stand between paragraphs; the lines of a paragraph are joined.
//! - A line with a line of `===` under it is a heading, one with `---` a subheading.
//! - A single line of up to 60 characters between blank lines is a heading too, unless it ends
//!   like a sentence or a clause, or another such line follows.
//! - A paragraph in which every line begins with `- `, `* ` or `• ` is a list.
//! - A line that consists of `***`, `* * *` or `---` is a divider.
//!
//! No other characters have a meaning: asterisks, brackets and so on are kept.

use super::super::line::InputLine;
use super::super::node::{Node, Tree};
use super::{ParsedBody, spaces};

/// The longest line that can be a heading without an underline.
const LONGEST_HEADING: usize = 60;

/// Reads the text after the front matter.
pub(super) fn article(text: &str, place: InputLine) -> ParsedBody {
    let mut paragraphs = paragraphs(text, place);
    let mut headline = None;
    if let Some((place, lines)) = paragraphs.first_mut() {
        headline = Some(Node::text(*place, lines.remove(0)));
        if lines
            .first()
            .is_some_and(|line| is_rule(line, '=') || is_rule(line, '-'))
        {
            lines.remove(0);
            *place = place.down(1);
        }
        if lines.is_empty() {
            paragraphs.remove(0);
        } else {
            *place = place.down(1);
        }
    }
    let mut body = Vec::new();
    for (index, (place, lines)) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(index + 1);
        let is_title =
            is_title(lines) && next.is_some_and(|(_, next)| !is_title(next) && !is_divider(next));
        block(*place, lines, is_title, &mut body);
    }
    ParsedBody { headline, body }
}

/// The paragraphs, each with its first line number and its lines.
fn paragraphs(text: &str, place: InputLine) -> Vec<(InputLine, Vec<&str>)> {
    let mut paragraphs: Vec<(InputLine, Vec<&str>)> = Vec::new();
    let mut is_open = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        match paragraphs.last_mut().filter(|_| is_open) {
            Some((_, lines)) if !line.is_empty() => lines.push(line),
            _ if !line.is_empty() => paragraphs.push((place.down(index), vec![line])),
            _ => {}
        }
        is_open = !line.is_empty();
    }
    paragraphs
}

fn block(place: InputLine, lines: &[&str], is_title: bool, body: &mut Vec<Node>) {
    if let [title, rule, rest @ ..] = lines
        && let Some(kind) = underlined(rule)
    {
        body.push(Node::of_kind(kind, Node::text(place, *title)));
        if !rest.is_empty() {
            block(place.down(2), rest, false, body);
        }
        return;
    }
    let items: Option<Vec<&str>> = lines.iter().map(|line| bulleted(line)).collect();
    body.push(if is_divider(lines) {
        Node::of_kind("divider", Node::new(place, Tree::Object(Vec::new())))
    } else if let Some(items) = items {
        let items = items.iter().enumerate();
        let items = items.map(|(index, item)| Node::text(place.down(index), item.trim()));
        Node::of_kind("list", Node::new(place, Tree::List(items.collect())))
    } else {
        let kind = if is_title { "heading" } else { "paragraph" };
        Node::of_kind(
            kind,
            Node::text(place, spaces::joined(lines.iter().copied())),
        )
    });
}

/// The text after the bullet of a line; `None` if there is no bullet.
fn bulleted(line: &str) -> Option<&str> {
    ["- ", "* ", "• "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet))
}

fn underlined(rule: &str) -> Option<&'static str> {
    if is_rule(rule, '=') {
        Some("heading")
    } else if is_rule(rule, '-') {
        Some("subheading")
    } else {
        None
    }
}

fn is_rule(line: &str, mark: char) -> bool {
    line.len() >= 3 && line.chars().all(|character| character == mark)
}

fn is_divider(lines: &[&str]) -> bool {
    matches!(lines, [line] if *line == "* * *" || is_rule(line, '*') || is_rule(line, '-'))
}

/// Whether a paragraph looks like a heading, regardless of the next one.
fn is_title(lines: &[&str]) -> bool {
    let [line] = lines else {
        return false;
    };
    let ends = |mark: char| ".!?…:;,。！？：；，、\"'”’»)".contains(mark);
    line.chars().count() <= LONGEST_HEADING
        && line.chars().any(char::is_alphanumeric)
        && !line.ends_with(ends)
        && bulleted(line).is_none()
}
