//! Fenced blocks of Markdown. Their content is YAML with the fields of a block, or a block as JSON.

use super::super::super::import_state::unknown;
use super::super::super::json_text::JsonText;
use super::super::super::line::InputLine;
use super::super::super::node::{Node, Tree};
use super::super::super::shape::Shape;
use super::super::super::yaml;
use super::super::with_inlines;
use super::{ANY, Blocks, Markdown};
use crate::model::Block;
use comrak::nodes::NodeCodeBlock;
use std::ops::Range;

impl Blocks<'_, '_> {
    /// Reads a fenced block, whose content is YAML or JSON.
    pub(super) fn fenced(&mut self, node: Markdown<'_>, code: &NodeCodeBlock) -> Option<Node> {
        let place = (self.at)(node);
        if !code.fenced {
            return self.note(node, "an indented block: remove the spaces before it");
        }
        if !code.closed {
            return self.note(node, "a fenced block that never ends: close it with ```");
        }
        let known: Vec<&str> = Block::KINDS.iter().copied().chain([ANY]).collect();
        let kind = code.info.trim();
        if kind.is_empty() {
            let message = "a fenced block without its kind: write it after ```, as in ```figure";
            return self.note(node, message);
        }
        let inside = place.down(1);
        if kind == ANY {
            return self.json(&code.literal, inside);
        }
        if !known.contains(&kind) {
            return self.note(node, unknown(kind, &known));
        }
        let content = match yaml::read(&code.literal, inside) {
            Ok(content) => content,
            Err(problem) => {
                self.state.problems.push(problem);
                return None;
            }
        };
        let content = match content.tree {
            // A divider is an object in which all fields may be absent.
            Tree::Null if kind == "divider" => Node::new(place, Tree::Object(Vec::new())),
            _ => content,
        };
        let block = Node::of_kind(kind, content);
        Some(with_inlines(block, Shape::block(), self.state))
    }

    /// Reads a block that is written as JSON.
    fn json(&mut self, text: &str, place: InputLine) -> Option<Node> {
        let at = |range: &Range<usize>| place.down(text[..range.start].matches('\n').count());
        let json = match JsonText::read(text) {
            Ok(json) => json,
            Err(found) => {
                let (problem, range) = *found;
                return self.state.note(at(&range), problem.message);
            }
        };
        for (problem, range) in json.duplicates() {
            self.state.note::<()>(at(&range), problem.message);
        }
        Some(Node::from_value(json.value(), place))
    }
}
