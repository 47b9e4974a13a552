//! Definitions of links: `[name]: address`. The Markdown parser leaves them out of the text. If no link uses
//! one, the author did not mean a definition: `[Smith]: Yes.` is a line of an interview.

use super::inlines;
use comrak::nodes::{Node as Markdown, NodeLink, NodeValue};
use comrak::{Arena, parse_document};
use std::collections::HashSet;
use std::ops::Range;

/// How many definitions that no link uses are compared with the text. More of them are a mistake anyway.
const MOST: usize = 50;

/// The lines, from 0, of the definitions that no link uses, each with the name that it defines.
pub(super) fn unused(root: Markdown<'_>, lines: &[&str]) -> Vec<(usize, String)> {
    let used: HashSet<(String, String)> = root.descendants().filter_map(target_of).collect();
    let code: Vec<Range<usize>> = root.descendants().filter_map(code_of).collect();
    let is_used = |name: &str, start: &str, index: usize| {
        let next = lines
            .get(index + 1)
            .map_or("", |line| line.trim_matches([' ', '\t']));
        // The spaces keep `===` from being the underline of a headline. `+++` may be an address, too.
        let continued = |next| target(name, &format!("{start}\n    {next}"));
        let target = target(name, start)
            .or_else(|| continued(without_signs(next)))
            .or_else(|| continued(next));
        target.is_none_or(|target| used.contains(&target))
    };
    let mut unused: Vec<(usize, String)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let start = without_signs(line);
        let name = start
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]:"));
        let Some((name, _)) = name.filter(|(name, _)| !name.starts_with('^')) else {
            continue;
        };
        if !is_used(name, start, index)
            && !code.iter().any(|lines| lines.contains(&index))
            && (unused.len() > MOST || is_left_out(root, lines, index, line.len() - start.len()))
        {
            unused.push((index, name.to_owned()));
        }
    }
    unused
}

/// A line without the signs of quotations, lists and terms.
fn without_signs(line: &str) -> &str {
    line.trim_start_matches(|sign: char| sign.is_ascii_digit() || " \t>-*+:.)".contains(sign))
}

/// Whether the text has more words if the bracket of a definition is escaped. Within a paragraph it has not:
/// there it is no definition.
fn is_left_out(root: Markdown<'_>, lines: &[&str], index: usize, bracket: usize) -> bool {
    let (before, after) = lines[index].split_at(bracket);
    let escaped = format!("{before}\\{after}");
    let mut lines = lines.to_vec();
    lines[index] = &escaped;
    let arena = Arena::new();
    let escaped = parse_document(&arena, &lines.join("\n"), &inlines::options());
    text_length(escaped) > text_length(root)
}

/// The lines of a block of code.
fn code_of(node: Markdown<'_>) -> Option<Range<usize>> {
    let data = node.data();
    let is_code = matches!(data.value, NodeValue::CodeBlock(_));
    is_code.then(|| data.sourcepos.start.line.saturating_sub(1)..data.sourcepos.end.line)
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

/// How long the text is without its marks.
fn text_length(root: Markdown<'_>) -> usize {
    let length = |node: Markdown<'_>| match &node.data().value {
        NodeValue::Text(words) => words.len(),
        NodeValue::Code(code) => code.literal.len(),
        _ => 0,
    };
    root.descendants().map(length).sum()
}
