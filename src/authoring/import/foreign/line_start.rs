//! Syntax of other tools at the beginning of a line.

use super::{BRACKET, Found, OBJECT, is_lower, pair};

/// Recognizes syntax at the beginning of a text, if that is the beginning of a line.
pub(super) fn find(text: &str, before: Option<char>) -> Found {
    if !matches!(before, None | Some('\n')) {
        return None;
    }
    let line = text.split('\n').next().unwrap_or_default();
    let whole = |mend| Some((line.len(), mend));
    if text.starts_with(":::") {
        return Some((
            3,
            "a block of another tool: remove it, or write a fenced block, as in ```aside",
        ));
    }
    if let Some((inside, length)) = pair(text, "[", "]")
        && (is_box(inside) && text[length..].starts_with(' ')
            || ["TOC", "toc"].contains(&inside)
            || inside.strip_prefix('!').is_some_and(is_word))
    {
        return Some((length, BRACKET));
    }
    if let Some(rest) = text.strip_prefix("*[")
        && rest.contains("]:")
    {
        return Some((
            2,
            "an abbreviation of another tool: write [words](term: \"definition\")",
        ));
    }
    if let Some(title) = text.strip_prefix("##")
        && title
            .trim_start_matches('#')
            .starts_with(|first: char| !first.is_whitespace())
    {
        return Some((
            2,
            "no mark of a heading without a space after it: write the space, or \\# for a plain #",
        ));
    }
    if is_rule(line) {
        return whole(
            "a line of a table that is none: give each of its rows as many cells as the first one, as in | A | B | and |---|---|",
        );
    }
    if text.starts_with("| ") {
        return Some((
            1,
            "a row of a table that is none: write a row of |---| below the first one, or \\| for a plain |",
        ));
    }
    for mark in ["#. ", "(@) "] {
        if text.starts_with(mark) {
            return Some((
                mark.len(),
                "a list of another tool: number its items, as in 1. and 2.",
            ));
        }
    }
    for mark in ["!!! ", "??? ", "???+ "] {
        if text
            .strip_prefix(mark)
            .is_some_and(|rest| rest.starts_with(is_lower))
        {
            return whole("a block of another tool: write a fenced block, as in ```aside");
        }
    }
    if is_command(line) {
        return whole("a command of another tool: remove it, or write \\\\ for a plain \\");
    }
    if is_script(line) {
        return whole("a line of a program: remove it, or write \\ before its first letter's sign");
    }
    None
}

/// Whether this stands between the brackets of a task.
fn is_box(inside: &str) -> bool {
    ["x", "X", " ", "/", "-", ">", "!", "?"].contains(&inside)
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphabetic() || sign == '-')
}

/// Whether a line is the one between the head and the rows of a table: `|---|`, `+---+---+`, `--|--`.
fn is_rule(line: &str) -> bool {
    let signs = line.trim();
    signs.chars().all(|sign| " |+-=:".contains(sign))
        && signs.contains(['|', '+'])
        && (signs.contains("--") || signs.contains("=="))
}

/// Whether a line is a command of TeX alone: `\newpage`.
fn is_command(line: &str) -> bool {
    let name = line.trim().strip_prefix('\\');
    name.is_some_and(|name| name.len() > 2 && name.chars().all(|sign| sign.is_ascii_alphabetic()))
}

/// Whether a line imports or exports names, as in MDX.
fn is_script(line: &str) -> bool {
    let is_import = line.starts_with("import ")
        && line.contains(" from ")
        && line.trim_end_matches(';').ends_with(['"', '\'']);
    is_import
        || ["export const ", "export default ", "export function "]
            .iter()
            .any(|start| line.starts_with(start))
            && !line.contains(OBJECT)
}

#[cfg(test)]
mod tests {
    use super::super::marks;

    #[test]
    fn lines_of_other_tools_are_found() {
        for text in [
            "[TOC]",
            "[x] done",
            "[ ] to do",
            "[/] half done",
            "[!NOTE] Words",
            "::: warning",
            ":::",
            "*[HTML]: Words",
            "##Heading",
            "####Heading",
            "|---|",
            "+---+---+",
            "+===+===+",
            "--|--",
            "| A | B |",
            "#. One",
            "(@) One",
            "!!! note \"Title\"",
            "??? tip",
            "\\newpage",
            "import A from './a'",
            "export const x = 1",
        ] {
            for before in ["", "Words\n"] {
                let found = marks(&format!("{before}{text}"));
                assert_eq!(found.len(), 1, "{before}{text}: {found:?}");
                assert_eq!(found[0].0, before.len(), "{text}");
            }
            let inside = marks(&format!("Words {text}"));
            assert!(inside.is_empty(), "{text}: {inside:?}");
        }
    }

    #[test]
    fn lines_of_prose_are_not() {
        for text in [
            "#1 company",
            "#MeToo",
            "## ",
            "- – -",
            "1 + 1 = 2",
            "+5 %",
            "-- --",
            "!!! Achtung",
            "??? What",
            "\\n",
            "import duties from China rose",
            "export of cars",
            "[sic] words",
        ] {
            assert!(marks(text).is_empty(), "{text}");
        }
    }
}
