//! Converts inline Markdown to text with marks.

use super::super::import_state::{ImportState, unknown};
use super::super::line::InputLine;
use super::super::node::{Node, Tree};
use super::scripts::{Origin, Piece, joined, with_scripts};
use super::{foreign, spaces};
use comrak::nodes::{Node as Markdown, NodeFootnoteReference, NodeLink, NodeValue};
use comrak::{Arena, Options, parse_document};
use std::collections::HashSet;

/// The scheme of a link that refers to a figure of the data.
pub(in crate::authoring) const DATUM: &str = "datum:";

/// The address of a link that explains a term.
pub(in crate::authoring) const TERM: &str = "term:";

/// The parameters that a reference to a figure may have, besides the id of the commitment.
pub(in crate::authoring) const PARAMETERS: [&str; 4] = ["in", "basis", "ratioTo", "shareOf"];

/// How deep marks may be nested.
const MAX_DEPTH: u32 = 30;

/// The Markdown dialect of documents.
pub(super) fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    // `scripts` reads superscripts and subscripts. It needs to know which characters are escaped.
    options.parse.escaped_char_spans = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    // Recognizes marks next to punctuation in scripts without spaces.
    options.extension.cjk_friendly_emphasis = true;
    options.parse.leave_footnote_definitions = true;
    options
}

/// Definitions for all labels that look like references to footnotes. Without a definition, the Markdown parser
/// takes a reference for plain text, and the author would not learn that the definition is missing.
pub(super) fn definitions(text: &str) -> String {
    let mut definitions = String::from("\n");
    let mut known = HashSet::new();
    for (at, _) in text.match_indices("[^") {
        let rest = &text[at + 2..];
        let ends = |mark: char| matches!(mark, '[' | ']') || mark.is_whitespace();
        let Some(end) = rest.find(ends).filter(|end| *end > 0) else {
            continue;
        };
        let label = &rest[..end];
        if rest[end..].starts_with(']') && known.insert(label) {
            definitions.extend(["\n[^", label, "]: x\n"]);
        }
    }
    definitions
}

/// The inline content of a text that has no blocks.
pub(super) fn of_text(text: &str, place: InputLine, state: &mut ImportState) -> Node {
    let trimmed = text.trim_matches([' ', '\t', '\n']);
    if trimmed.is_empty() {
        return Node::text(place, text);
    }
    if let Some((before, _)) = trimmed.split_once("\n\n") {
        let message = "this is one text without paragraphs: remove the blank line";
        state.note::<()>(place.down(before.lines().count()), message);
    }
    // The text is read as a heading, in which no block can begin: "1. May" must not become a list.
    let line = spaces::joined(trimmed.split('\n'));
    let document = format!("# {line} #\n{}", definitions(&line));
    let arena = Arena::new();
    let root = parse_document(&arena, &document, &options());
    let pieces = match root.first_child() {
        Some(heading) => pieces(heading, &|_| place, MAX_DEPTH, state),
        None => Vec::new(),
    };
    joined(place, pieces)
}

/// The inline content of a block. `at` returns the line of a node.
pub(super) fn of_block(
    block: Markdown<'_>,
    at: &dyn Fn(Markdown<'_>) -> InputLine,
    state: &mut ImportState,
) -> Node {
    let pieces = pieces(block, at, MAX_DEPTH, state);
    joined(at(block), pieces)
}

/// The pieces of inline content in a Markdown node.
pub(super) fn pieces(
    parent: Markdown<'_>,
    at: &dyn Fn(Markdown<'_>) -> InputLine,
    depth: u32,
    state: &mut ImportState,
) -> Vec<Node> {
    let mut pieces: Vec<Piece> = Vec::new();
    let Some(depth) = depth.checked_sub(1) else {
        state.note::<()>(
            at(parent),
            "marks within marks, too many to be meant: write less",
        );
        return Vec::new();
    };
    for child in parent.children() {
        let place = at(child);
        let marked = |kind, state: &mut ImportState| {
            let inner = self::pieces(child, at, depth, state);
            Some(Node::of_kind(kind, joined(place, inner)))
        };
        let piece = match &child.data().value {
            NodeValue::Text(text) => Some(Node::text(place, &**text)),
            NodeValue::Escaped => Some(Node::text(place, escaped(child))),
            NodeValue::SoftBreak => {
                let before = child.previous_sibling().map(words);
                let before = before.and_then(|words| words.chars().next_back());
                let after = child.next_sibling().map(words);
                let after = after.and_then(|words| words.chars().next());
                Some(Node::text(place, spaces::between(before, after)))
            }
            NodeValue::Strong => marked("strong", state),
            NodeValue::Emph => {
                if is_in_word(child) {
                    let message =
                        "a * within a word begins an emphasis: write \\* for each plain *";
                    state.note::<()>(place, message);
                }
                marked("emphasis", state)
            }
            NodeValue::Code(code) => Some(Node::of_kind("code", Node::text(place, &*code.literal))),
            NodeValue::FootnoteReference(note) => {
                Some(Node::of_kind("footnote", Node::text(place, label(note))))
            }
            NodeValue::Link(link) => {
                let text = joined(place, self::pieces(child, at, depth, state));
                Some(read_link(link, text, state).unwrap_or_else(|| stand_in(place)))
            }
            // A comment, which is left out, as `$comment` is in JSON.
            NodeValue::HtmlInline(html) if html.starts_with("<!--") => None,
            other => {
                state.note::<()>(place, refused(other));
                Some(stand_in(place))
            }
        };
        let origin = match child.data().value {
            NodeValue::Escaped => Origin::Escaped,
            NodeValue::SoftBreak => Origin::LineEnd,
            _ => Origin::Content,
        };
        pieces.extend(piece.map(|node| Piece { node, origin }));
    }
    note_foreign(&pieces, state);
    pieces.retain(|piece| !matches!(&piece.node.tree, Tree::Text(text) if text.is_empty()));
    let pieces = with_scripts(pieces);
    let slip = |piece: &Node| match &piece.tree {
        Tree::Text(text) => broken_link(text),
        _ => None,
    };
    if let Some(message) = pieces.iter().find_map(slip) {
        state.note::<()>(at(parent), message);
    }
    pieces
}

/// The words in a node, without marks.
fn words(node: Markdown<'_>) -> String {
    let text = |node: Markdown<'_>| match &node.data().value {
        NodeValue::Text(text) => text.to_string(),
        NodeValue::Code(code) => code.literal.clone(),
        _ => String::new(),
    };
    node.descendants().map(text).collect()
}

/// Whether an emphasis begins within a word and goes beyond it: `Bürger*innen und Leser*innen`, `5*3 or 4*2`.
fn is_in_word(emphasis: Markdown<'_>) -> bool {
    let is_spaced =
        |sign: char| sign.is_ascii_digit() || sign.is_lowercase() || sign.is_uppercase();
    let before = emphasis.previous_sibling().map(words);
    before.is_some_and(|before| before.ends_with(is_spaced))
        && emphasis.descendants().any(|node| match &node.data().value {
            NodeValue::Text(text) => text.contains(|sign: char| !sign.is_alphanumeric()),
            NodeValue::SoftBreak => true,
            _ => false,
        })
}

/// Reports the syntax of other tools. It may begin in one piece and end in another one.
fn note_foreign(pieces: &[Piece], state: &mut ImportState) {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(pieces.len());
    for Piece { node, origin } in pieces {
        starts.push((text.len(), node.place));
        match (&node.tree, origin) {
            (_, Origin::LineEnd) => text.push('\n'),
            (Tree::Text(words), Origin::Content) => text += words,
            _ => text.push(foreign::OBJECT),
        }
    }
    for (at, message) in foreign::marks(&text) {
        let piece = starts.partition_point(|(start, _)| *start <= at);
        if let Some((_, place)) = starts.get(piece.saturating_sub(1)) {
            state.note::<()>(*place, message);
        }
    }
}

/// The character of an escape.
fn escaped(node: Markdown<'_>) -> String {
    let text = node.first_child().map(|child| child.data().value.clone());
    match text {
        Some(NodeValue::Text(text)) => text.into_owned(),
        _ => String::new(),
    }
}

/// The problem of a text that was meant to contain a link. The Markdown parser takes a broken link for plain
/// text: the figure would not be checked, and readers would see the brackets.
fn broken_link(text: &str) -> Option<String> {
    let schemes = [DATUM, TERM, "http:", "https:", "mailto:"];
    let openings = ["](", "<"].into_iter();
    let mut addresses = openings.flat_map(|opening| text.split(opening).skip(1));
    let scheme = addresses.find_map(|address| {
        let mut schemes = schemes.into_iter();
        schemes.find(|scheme| address.starts_with(scheme))
    })?;
    let mend = match scheme {
        DATUM => "write it without spaces, as in [words](datum:id?basis=per-year)",
        TERM => "write a space and straight quotes, as in [words](term: \"definition\")",
        _ => "write %20 for a space in its address",
    };
    Some(format!(
        "`{scheme}` stands in what looks like a link but is none: {mend}"
    ))
}

/// The label of a reference as it was written. The Markdown parser does not distinguish `a` from `A`.
fn label(note: &NodeFootnoteReference) -> String {
    let label: String = note.texts.iter().map(|(text, _)| text.as_str()).collect();
    match label.strip_prefix('^') {
        Some(label) => label.into(),
        None => note.name.clone(),
    }
}

/// A placeholder for an invalid part, so that its parent is not reported as empty too.
fn stand_in(place: InputLine) -> Node {
    Node::text(place, "?")
}

/// Says why a document cannot contain a node.
fn refused(node: &NodeValue) -> String {
    match node {
        NodeValue::LineBreak => {
            "a line break within a text: make two paragraphs, or remove it".into()
        }
        NodeValue::Image(_) => {
            "a picture needs a width and a height: write it as a fenced block, ```figure".into()
        }
        NodeValue::HtmlInline(html) => format!(
            "`{html}` is HTML, which a document cannot hold: use Markdown, or write \\< for a plain <"
        ),
        _ => "a document cannot say this: write it in another way".into(),
    }
}

fn read_link(link: &NodeLink, text: Node, state: &mut ImportState) -> Option<Node> {
    let place = text.place;
    if let Some(reference) = link.url.strip_prefix(DATUM) {
        if !link.title.is_empty() {
            let message = "a figure has no title: remove what stands in quotes";
            return state.note(place, message);
        }
        return read_datum(reference, &link.url, text, state);
    }
    if link.url == TERM {
        let definition = Node::text(place, &*link.title);
        let text = plain(text, "a term", state)?;
        let fields = [("text", Some(text)), ("definition", Some(definition))];
        return Some(Node::of_kind("term", Node::object(place, fields)));
    }
    if !link.title.is_empty() {
        let message = "a link has no title: remove what stands in quotes, or write `term:` as the address to explain a term";
        return state.note(place, message);
    }
    let href = Node::text(place, &*link.url);
    let fields = [("href", Some(href)), ("text", Some(text))];
    Some(Node::of_kind("link", Node::object(place, fields)))
}

fn read_datum(reference: &str, url: &str, text: Node, state: &mut ImportState) -> Option<Node> {
    let place = text.place;
    let (of, parameters) = reference.split_once('?').unwrap_or((reference, ""));
    let mut fields = vec![("of", Some(Node::text(place, of)))];
    for parameter in parameters
        .split('&')
        .filter(|parameter| !parameter.is_empty())
    {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let Some(key) = PARAMETERS.iter().find(|known| **known == key) else {
            return state.note(place, unknown(key, &PARAMETERS));
        };
        if fields.iter().any(|(known, _)| known == key) {
            return state.note(place, format!("`{key}` stands in a figure twice: keep one"));
        }
        fields.push((key, Some(Node::text(place, value))));
    }
    // If the link has no words, the parser uses its address as the words.
    let words = plain(text, "a figure", state)?;
    let is_own = !matches!(&words.tree, Tree::Text(words) if words == url);
    fields.push(("text", is_own.then_some(words)));
    Some(Node::of_kind("datum", Node::object(place, fields)))
}

/// The text, which may have no marks.
fn plain(text: Node, what: &str, state: &mut ImportState) -> Option<Node> {
    if matches!(text.tree, Tree::Text(_)) {
        return Some(text);
    }
    let message = format!("{what} has words without marks: put the marks around it");
    state.note(text.place, message)
}
