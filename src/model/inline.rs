//! Text with marks, all of whose links may be opened.

use super::address::Address;
use crate::document;
use crate::problem::{Path, Problem};

/// One piece of inline content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words without a mark.
    Text(String),
    /// Words of strong importance.
    Strong(Vec<Inline>),
    /// Words with stress, or the title of a work.
    Emphasis(Vec<Inline>),
    /// Words that lead somewhere.
    Link {
        /// Where they lead.
        address: Address,
        /// The words.
        text: Vec<Inline>,
    },
}

/// Checks a run of inline content. What cannot be shown as meant keeps its words.
pub(super) fn check(
    wire: &document::Inlines,
    path: &Path<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    let mut inlines = Vec::with_capacity(wire.0.len());
    for (index, document::Lenient(inline)) in wire.0.iter().enumerate() {
        let path = path.index(index);
        match inline {
            Ok(document::Inline::Text(text)) => inlines.push(Inline::Text(text.clone())),
            Ok(document::Inline::Mark(document::Mark::Strong(text))) => {
                inlines.push(Inline::Strong(check(text, &path.key("strong"), problems)));
            }
            Ok(document::Inline::Mark(document::Mark::Emphasis(text))) => {
                inlines.push(Inline::Emphasis(check(
                    text,
                    &path.key("emphasis"),
                    problems,
                )));
            }
            Ok(document::Inline::Mark(document::Mark::Link(link))) => {
                // Browsers take the inner one out of the outer one, and so change what was written.
                let is_nested = path.is_under("link");
                let path = path.key("link");
                let text = check(&link.text, &path.key("text"), problems);
                if is_nested {
                    problems.push(path.problem("a link cannot stand inside of another link"));
                    inlines.extend(text);
                    continue;
                }
                match Address::parse(&link.href) {
                    Ok(address) => inlines.push(Inline::Link { address, text }),
                    Err(message) => {
                        problems.push(path.key("href").problem(message));
                        inlines.extend(text);
                    }
                }
            }
            Err(malformed) => {
                problems.push(path.adopt(&malformed.problem));
                inlines.extend(malformed.words.iter().cloned().map(Inline::Text));
            }
        }
    }
    inlines
}

/// The words of inline content, without their marks.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Strong(text) | Inline::Emphasis(text) | Inline::Link { text, .. } => {
                plain_text(text)
            }
        })
        .collect()
}
