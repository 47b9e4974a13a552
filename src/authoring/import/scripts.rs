//! Superscripts and subscripts: `2^nd^`, `CO~2~`. Articles often contain the characters that other Markdown
//! dialects use for these marks (`~$3bn–~$5bn`, `10^6 to 10^9`). So only closed pairs without spaces inside are
//! marks, and `~` opens a subscript only directly after a letter of a script that has capitals.

use super::super::line::InputLine;
use super::super::node::{Node, Tree};

/// A piece of inline content.
pub(super) struct Piece {
    pub(super) node: Node,
    pub(super) origin: Origin,
}

/// What a piece was in the Markdown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Text, or a mark with its content.
    Content,
    /// An escaped character, which is plain text.
    Escaped,
    /// The end of a line.
    LineEnd,
}

/// A token of a text that may contain delimiters.
enum ScriptToken {
    Sign(char, Node),
    Text(Node),
    Mark(Node),
}

/// Converts closed pairs of delimiters to superscripts and subscripts, and joins neighbouring texts.
pub(super) fn with_scripts(pieces: Vec<Piece>) -> Vec<Node> {
    let tokens: Vec<ScriptToken> = pieces.into_iter().flat_map(tokens).collect();
    read(&tokens)
}

fn tokens(piece: Piece) -> Vec<ScriptToken> {
    let Piece { node, origin } = piece;
    let text = match &node.tree {
        Tree::Text(text) if origin != Origin::Escaped => text,
        Tree::Text(_) => return vec![ScriptToken::Text(node)],
        _ => return vec![ScriptToken::Mark(node)],
    };
    let mut tokens = Vec::new();
    for part in text.split_inclusive(['~', '^']) {
        let words = part.trim_end_matches(['~', '^']);
        if !words.is_empty() {
            tokens.push(ScriptToken::Text(Node::text(node.place, words)));
        }
        if let Some(sign) = part[words.len()..].chars().next() {
            tokens.push(ScriptToken::Sign(sign, Node::text(node.place, sign)));
        }
    }
    tokens
}

fn read(mut tokens: &[ScriptToken]) -> Vec<Node> {
    let mut read: Vec<Node> = Vec::new();
    while let [token, rest @ ..] = tokens {
        tokens = rest;
        match token {
            ScriptToken::Mark(node) => read.push(node.clone()),
            ScriptToken::Text(node) => push_text(&mut read, node),
            ScriptToken::Sign(sign, node) => match inside(*sign, &read, rest) {
                Some(inner) => {
                    let kind = match sign {
                        '^' => "superscript",
                        _ => "subscript",
                    };
                    let content = joined(node.place, self::read(inner));
                    read.push(Node::of_kind(kind, content));
                    tokens = &rest[inner.len() + 1..];
                }
                None => push_text(&mut read, node),
            },
        }
    }
    read
}

/// The tokens between a delimiter and the one that closes it; `None` if it opens no pair.
fn inside<'t>(sign: char, before: &[Node], rest: &'t [ScriptToken]) -> Option<&'t [ScriptToken]> {
    let has_case = |letter: char| letter.is_lowercase() || letter.is_uppercase();
    let is_after_letter = match before.last().map(|node| &node.tree) {
        Some(Tree::Text(text)) => text.ends_with(has_case),
        _ => false,
    };
    let length = rest
        .iter()
        .position(|token| matches!(token, ScriptToken::Sign(other, _) if *other == sign))?;
    let inner = &rest[..length];
    let is_pair = length > 0 && (sign == '^' || is_after_letter);
    (is_pair && !inner.iter().any(has_space)).then_some(inner)
}

/// Inline content in its shortest form: a single text is not a list.
pub(super) fn joined(place: InputLine, mut pieces: Vec<Node>) -> Node {
    match pieces.as_slice() {
        [] => Node::text(place, ""),
        [
            Node {
                tree: Tree::Text(_),
                ..
            },
        ] => pieces.remove(0),
        _ => Node::new(place, Tree::List(pieces)),
    }
}

fn has_space(token: &ScriptToken) -> bool {
    fn is_in(node: &Node) -> bool {
        match &node.tree {
            Tree::Text(text) => text.contains(char::is_whitespace),
            Tree::List(items) => items.iter().any(is_in),
            Tree::Object(fields) => fields.iter().any(|(_, value)| is_in(value)),
            _ => false,
        }
    }
    match token {
        ScriptToken::Sign(..) => false,
        ScriptToken::Text(node) | ScriptToken::Mark(node) => is_in(node),
    }
}

/// Adds a text. If the last node is a text, they are joined.
fn push_text(read: &mut Vec<Node>, node: &Node) {
    match (read.last_mut().map(|last| &mut last.tree), &node.tree) {
        (Some(Tree::Text(last)), Tree::Text(text)) => *last += text,
        _ => read.push(node.clone()),
    }
}
