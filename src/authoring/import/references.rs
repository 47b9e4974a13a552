//! Definitions of links: `[name]: address`. The Markdown parser leaves them out of the text. If no link uses
//! one, the author did not mean a definition: `[Smith]: Yes.` is a line of an interview.

use super::inlines;
use comrak::nodes::{Node as Markdown, NodeLink, NodeValue};
use comrak::{Arena, parse_document};
use std::cell::LazyCell;
use std::collections::HashSet;

/// The lines, from 0, of the definitions that no link uses, each with the name that it defines.
pub(super) fn unused(root: Markdown<'_>, lines: &[&str]) -> Vec<(usize, String)> {
    let (mut unused, mut is_fenced) = (Vec::new(), false);
    let used: HashSet<(String, String)> = root.descendants().filter_map(target_of).collect();
    let text = LazyCell::new(|| text(root));
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim_start_matches([' ', '\t', '>']);
        is_fenced ^= line.starts_with("```") || line.starts_with("~~~");
        let Some((name, _)) = line
            .strip_prefix('[')
            .filter(|name| !is_fenced && !name.starts_with('^'))
            .and_then(|rest| rest.split_once("]:"))
        else {
            continue;
        };
        let next = lines.get(index + 1).copied().unwrap_or_default();
        let Some(target) = target(name, line).or_else(|| target(name, &format!("{line}\n{next}")))
        else {
            continue;
        };
        // Within a paragraph, it is text and no definition.
        let is_text = || text.contains(&format!("[{name}]:"));
        if !used.contains(&target) && !is_text() {
            unused.push((index, name.to_owned()));
        }
    }
    unused
}

/// The address and the title that a definition gives to a name; `None` if the text has more than a definition.
fn target(name: &str, definition: &str) -> Option<(String, String)> {
    let arena = Arena::new();
    let options = inlines::options();
    parse_document(&arena, definition, &options)
        .first_child()
        .is_none()
        .then_some(())?;
    let use_of_it = format!("[{name}]\n\n{definition}");
    parse_document(&arena, &use_of_it, &options)
        .descendants()
        .find_map(target_of)
}

/// The address and the title of a link or picture.
fn target_of(node: Markdown<'_>) -> Option<(String, String)> {
    match &node.data().value {
        NodeValue::Link(link) | NodeValue::Image(link) => {
            let NodeLink { url, title } = &**link;
            Some((url.clone(), title.clone()))
        }
        _ => None,
    }
}

/// All plain text.
fn text(root: Markdown<'_>) -> String {
    let text = |node: Markdown<'_>| match &node.data().value {
        NodeValue::Text(words) => words.to_string(),
        _ => String::new(),
    };
    root.descendants().map(text).collect()
}
