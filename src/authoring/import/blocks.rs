//! Converts blocks of Markdown to blocks of a document.

mod fenced;
mod table;

use super::super::import_state::ImportState;
use super::super::line::InputLine;
use super::super::node::{Node, Tree};
use super::ParsedBody;
use super::front_matter::is_field;
use super::inlines;
use super::references;
use comrak::nodes::{ListType, Node as Markdown, NodeList, NodeValue};
use comrak::{Arena, parse_document};
use std::iter;

/// The prefix of the paragraph above a table that is its caption.
pub(in crate::authoring) const CAPTION: &str = "Table: ";

/// The prefix of the last paragraph of a quotation that states the speaker.
pub(in crate::authoring) const ATTRIBUTION: &str = "— ";

/// The kind of the fenced block that contains a block of any kind as JSON.
pub(in crate::authoring) const ANY: &str = "block";

/// What blocks are of, which says what a heading of level one in them is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BlocksOf {
    /// Of an article whose front matter names no headline: the first heading is the headline.
    Untitled,
    /// Of an article with a headline in its front matter: the first heading may repeat it.
    Titled,
    /// Of a part of an article.
    Part,
}

/// Reads the text after the front matter: blocks, perhaps with a headline before them.
pub(super) fn article(
    text: &str,
    place: InputLine,
    of: BlocksOf,
    state: &mut ImportState,
) -> ParsedBody {
    let mut body = blocks(text, place, of, state);
    let headline = is_headline(&body).then(|| body.remove(0));
    ParsedBody {
        headline: headline.and_then(|block| block.get(HEADLINE).cloned()),
        body,
    }
}

/// Whether the first of these blocks is the headline.
fn is_headline(blocks: &[Node]) -> bool {
    let first = blocks.first();
    first.is_some_and(|block| block.get(HEADLINE).is_some())
}

/// The kind of a level-one heading at the beginning. It is not a block of the document: it becomes the
/// headline.
const HEADLINE: &str = "headline";

/// Reads blocks. The text begins at `place`.
pub(super) fn blocks(
    text: &str,
    place: InputLine,
    of: BlocksOf,
    state: &mut ImportState,
) -> Vec<Node> {
    let end = place.number + text.lines().count();
    let document = format!("{text}\n{}", inlines::definitions(text));
    let arena = Arena::new();
    let root = parse_document(&arena, &document, &inlines::options());
    let lines: Vec<&str> = text.lines().collect();
    for (line, name) in references::unused(root, &lines) {
        let message = format!(
            "`[{name}]:` defines the address of a link that is nowhere, and readers do not see it: remove it, or write \\[ for a plain ["
        );
        state.note::<()>(place.down(line), message);
    }
    let mut reader = Blocks {
        lines: &lines,
        at: &|node| place.down(node.data().sourcepos.start.line.saturating_sub(1)),
        state,
    };
    let mut blocks = Vec::new();
    let mut nodes = root.children().peekable();
    while let Some(node) = nodes.next() {
        // After the text there are only the added definitions.
        if (reader.at)(node).number >= end {
            break;
        }
        let next = nodes.peek();
        let is_table = next.is_some_and(|next| matches!(next.data().value, NodeValue::Table(_)));
        let caption = if is_table { reader.caption(node) } else { None };
        let block = if let Some(caption) = caption
            && let Some(table) = nodes.next()
        {
            reader.table(table, Some(caption))
        } else {
            let is_first = blocks.is_empty() && of != BlocksOf::Part;
            let has_headline = of != BlocksOf::Untitled || is_headline(&blocks);
            reader.block(node, is_first, has_headline)
        };
        blocks.extend(block);
    }
    blocks
}

/// The remark on a heading of level one below the headline.
pub(super) const SECOND_HEADLINE: &str =
    "a heading with one # below the headline is taken for a heading of the text: better write ##";

struct Blocks<'a, 'r> {
    lines: &'a [&'a str],
    at: &'a dyn Fn(Markdown<'_>) -> InputLine,
    state: &'r mut ImportState,
}

impl Blocks<'_, '_> {
    fn inlines(&mut self, node: Markdown<'_>) -> Node {
        inlines::of_block(node, self.at, self.state)
    }

    fn note<T>(&mut self, node: Markdown<'_>, message: impl Into<String>) -> Option<T> {
        let place = (self.at)(node);
        self.state.note(place, message)
    }

    fn block(&mut self, node: Markdown<'_>, is_first: bool, has_headline: bool) -> Option<Node> {
        match &node.data().value {
            NodeValue::Paragraph => Some(Node::of_kind("paragraph", self.inlines(node))),
            NodeValue::Heading(heading) if heading.setext && self.is_front_matter(node) => self
                .note(
                    node,
                    "front matter stands at the beginning, before all other text: move it there",
                ),
            NodeValue::Heading(heading) => match heading.level {
                1 if is_first => Some(Node::of_kind(HEADLINE, self.inlines(node))),
                1 if has_headline => {
                    let place = (self.at)(node);
                    self.state.remark(place, SECOND_HEADLINE);
                    Some(Node::of_kind("heading", self.inlines(node)))
                }
                1 => self.note(
                    node,
                    "a heading with one # is the headline, which comes first: write ##",
                ),
                2 => Some(Node::of_kind("heading", self.inlines(node))),
                3 => Some(Node::of_kind("subheading", self.inlines(node))),
                _ => self.note(
                    node,
                    "there are two levels of headings, ## and ###: write ###",
                ),
            },
            NodeValue::List(list) => Some(self.list(node, list)),
            NodeValue::DescriptionList => Some(self.terms(node)),
            NodeValue::BlockQuote => self.quotation(node),
            NodeValue::ThematicBreak if self.is_rule_of_table(node) => self.note(
                node,
                "a line of a table of another tool: write its rows as | A | B |, with |---|---| below the first one",
            ),
            NodeValue::ThematicBreak => {
                let place = (self.at)(node);
                Some(Node::of_kind(
                    "divider",
                    Node::new(place, Tree::Object(Vec::new())),
                ))
            }
            NodeValue::Table(_) => self.table(node, None),
            NodeValue::CodeBlock(code) => self.fenced(node, code),
            NodeValue::FootnoteDefinition(definition) => self.footnote(node, &definition.name),
            NodeValue::HtmlBlock(html) => {
                let html = html.literal.trim();
                // A comment, which is left out, as `$comment` is in JSON.
                if html.starts_with("<!--") && html.find("-->") == Some(html.len() - 3) {
                    return None;
                }
                self.note(
                    node,
                    "HTML, which a document cannot hold: use Markdown, or write \\< for a plain <",
                )
            }
            _ => self.note(node, "a document cannot say this: write it in another way"),
        }
    }

    /// Whether a heading consists of fields between two lines of dashes.
    fn is_front_matter(&self, heading: Markdown<'_>) -> bool {
        let before = heading.previous_sibling();
        let line = heading.data().sourcepos.start.line.saturating_sub(1);
        before.is_some_and(|before| matches!(before.data().value, NodeValue::ThematicBreak))
            && self.lines.get(line).is_some_and(|line| is_field(line))
    }

    fn list(&mut self, node: Markdown<'_>, list: &NodeList) -> Node {
        let place = (self.at)(node);
        let is_numbered = list.list_type == ListType::Ordered;
        if is_numbered && list.start != 1 {
            let message = format!(
                "a list begins with 1, not with {}: number it from 1, or write \\. after a number that begins a sentence",
                list.start
            );
            self.note::<()>(node, message);
        }
        let what = "an item of a list";
        let items = node
            .children()
            .filter_map(|item| self.only_paragraph(item, what));
        let items = Node::new(place, Tree::List(items.collect()));
        let kind = if is_numbered { "numbered-list" } else { "list" };
        Node::of_kind(kind, items)
    }

    /// The text of a node that may contain only one paragraph.
    fn only_paragraph(&mut self, node: Markdown<'_>, what: &str) -> Option<Node> {
        let Some(first) = node.first_child() else {
            return self.note(
                node,
                format!("{what} is empty: write something, or remove it"),
            );
        };
        let mut text = None;
        for child in iter::once(first).chain(first.following_siblings().skip(1)) {
            match child.data().value {
                NodeValue::Paragraph if text.is_none() => text = Some(self.inlines(child)),
                NodeValue::List(_) => self.note(
                    child,
                    format!("{what} cannot hold a list: make it one list, or two after each other"),
                )?,
                NodeValue::Paragraph => self.note(
                    child,
                    format!("{what} is one paragraph: join them, or take the second one out"),
                )?,
                _ => self.note(
                    child,
                    format!("{what} is a text: take what is not out of it"),
                )?,
            }
        }
        text
    }

    fn terms(&mut self, node: Markdown<'_>) -> Node {
        let mut terms = Vec::new();
        for item in node.children() {
            let place = (self.at)(item);
            let (mut term, mut text) = (None, None);
            for part in item.children() {
                match part.data().value {
                    NodeValue::DescriptionTerm => {
                        term = match part.first_child() {
                            Some(child) if matches!(child.data().value, NodeValue::Paragraph) => {
                                self.only_paragraph(part, "a term")
                            }
                            _ => Some(self.inlines(part)),
                        };
                    }
                    _ => text = self.only_paragraph(part, "the text about a term"),
                }
            }
            if term.is_none() {
                let message = "a second text about one term: join them into one";
                self.note::<()>(item, message);
            }
            terms.push(Node::object(place, [("term", term), ("text", text)]));
        }
        let place = (self.at)(node);
        Node::of_kind("terms", Node::new(place, Tree::List(terms)))
    }

    fn quotation(&mut self, node: Markdown<'_>) -> Option<Node> {
        let place = (self.at)(node);
        let mut paragraphs = Vec::new();
        for child in node.children() {
            match child.data().value {
                NodeValue::Paragraph => {
                    if follows_break(child) {
                        self.note::<()>(
                            child,
                            "a line that begins with a dash within a paragraph: put a line with only > before it if it says whose words they are",
                        );
                    }
                    paragraphs.push(self.inlines(child));
                }
                _ => self.note(child, "a quotation is paragraphs: take out what is not")?,
            }
        }
        let attribution = match paragraphs.as_mut_slice() {
            [_, .., last] => without(last, ATTRIBUTION).then(|| last.clone()),
            _ => None,
        };
        if attribution.is_some() {
            paragraphs.pop();
        }
        let paragraphs = Node::new(place, Tree::List(paragraphs));
        let fields = [
            ("paragraphs", Some(paragraphs)),
            ("attribution", attribution),
        ];
        Some(Node::of_kind("quotation", Node::object(place, fields)))
    }

    fn footnote(&mut self, node: Markdown<'_>, label: &str) -> Option<Node> {
        let place = (self.at)(node);
        let text = self.only_paragraph(node, "a footnote")?;
        let id = Node::text(place, label);
        let fields = [("id", Some(id)), ("text", Some(text))];
        self.state.footnotes.push(Node::object(place, fields));
        None
    }
}

/// Whether a line inside a paragraph begins like an attribution.
fn follows_break(paragraph: Markdown<'_>) -> bool {
    paragraph.children().any(|node| {
        let next = node.next_sibling();
        matches!(node.data().value, NodeValue::SoftBreak | NodeValue::LineBreak)
            && next.is_some_and(|next| {
                matches!(&next.data().value, NodeValue::Text(text) if text.starts_with(ATTRIBUTION))
            })
    })
}

/// Removes a prefix from a text. Returns whether the text had it.
fn without(node: &mut Node, prefix: &str) -> bool {
    let text = match &mut node.tree {
        Tree::Text(text) => text,
        Tree::List(pieces) => match pieces.first_mut().map(|piece| &mut piece.tree) {
            Some(Tree::Text(text)) => text,
            _ => return false,
        },
        _ => return false,
    };
    let Some(rest) = text.strip_prefix(prefix) else {
        return false;
    };
    *text = rest.into();
    if let Tree::List(pieces) = &mut node.tree {
        pieces.retain(|piece| !matches!(&piece.tree, Tree::Text(text) if text.is_empty()));
        if let [
            Node {
                tree: Tree::Text(_),
                ..
            },
        ] = pieces.as_slice()
        {
            *node = pieces.remove(0);
        }
    }
    true
}
