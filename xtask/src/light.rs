//! The style sheet for articles that stand among the page's own elements, without a shadow tree
//! around them: made from the one for shadow trees.

use anyhow::{Context, Result, bail, ensure};

/// The element.
const HOST: &str = "article-widget";
/// The place below which everything is the article's, in the shadow tree and in the page's own. A
/// class, so that it can stand outside of the element, too: around the component of a Yew app.
const ROOT: &str = "[part=\"root\"]";
const LIGHT_ROOT: &str = ".article-widget-light";

/// Takes back what the page's own rules do to the parts of the article. It wins against selectors
/// that name only elements; every rule of the article comes later and weighs at least as much.
///
/// `revert` takes back what attributes say, too. That would cost a drawing its size and place, and
/// in some browsers a text its language; `revert-layer` does not, but leaves the page's layers.
const RESET: &str = "\
.article-widget-light :where(:not(svg, svg *)),
.article-widget-light::before,
.article-widget-light::after,
.article-widget-light ::before,
.article-widget-light ::after { all: revert; -webkit-locale: revert-layer }
.article-widget-light :where(svg, svg *) { all: revert-layer }
";

/// Group rules, whose blocks hold rules of the article.
const GROUPS: [&str; 3] = ["container", "media", "supports"];
/// Rules that apply to the whole page, whatever tree they stand in.
const GLOBAL: [&str; 3] = ["font-face", "keyframes", "property"];

/// The same styles, for the element and what is in it alone.
pub(crate) fn scoped(css: &str) -> Result<String> {
    Ok(RESET.to_owned() + &rules(&without_comments(css))?)
}

fn rules(css: &str) -> Result<String> {
    let mut result = String::new();
    let mut rest = css.trim_start();
    while !rest.is_empty() {
        let start = position(rest, '{').with_context(|| not_understood(rest))?;
        let (head, block) = (rest[..start].trim_end(), &rest[start + 1..]);
        let end = position(block, '}').with_context(|| not_understood(rest))?;
        let (block, after) = (&block[..end], &block[end + 1..]);
        result += &rule(head, block).with_context(|| not_understood(head))?;
        rest = after.trim_start();
    }
    Ok(result)
}

fn not_understood(css: &str) -> String {
    let line = css.lines().next().unwrap_or_default();
    format!("the styles for light DOM cannot be made from `{line}` (see xtask/src/light.rs)")
}

fn rule(head: &str, block: &str) -> Result<String> {
    let Some(at_rule) = head.strip_prefix('@') else {
        let selectors = split(head, ',').into_iter();
        let selectors: Vec<String> = selectors
            .map(|selector| scoped_selector(selector.trim()))
            .collect::<Result<_>>()?;
        return Ok(format!("{} {{{block}}}\n", selectors.join(",\n")));
    };
    let name = at_rule.split_whitespace().next().unwrap_or_default();
    if GROUPS.contains(&name) {
        Ok(format!("{head} {{\n{}}}\n", rules(block)?))
    } else if GLOBAL.contains(&name) {
        Ok(format!("{head} {{{block}}}\n"))
    } else {
        bail!("@{name} is not known")
    }
}

/// The selector, with the element where the shadow tree's host was.
fn scoped_selector(selector: &str) -> Result<String> {
    let Some(rest) = selector.strip_prefix(":host") else {
        return below("", selector);
    };
    let (host, rest) = match rest.strip_prefix('(') {
        None => (HOST.to_owned(), rest),
        Some(rest) => {
            let end = position(rest, ')').context("a parenthesis is open")?;
            let condition = &rest[..end];
            ensure!(
                condition.starts_with(['[', '.', ':']),
                "`:host` can be given attributes, classes and pseudo-classes only"
            );
            (format!("{HOST}{condition}"), &rest[end + 1..])
        }
    };
    let inside = rest.trim_start();
    if inside.is_empty() {
        return Ok(host);
    }
    ensure!(
        inside.len() < rest.len() && !inside.starts_with(['>', '+', '~']),
        "after `:host` only a space or the end is understood"
    );
    below(&format!("{host} "), inside)
}

fn below(ancestor: &str, selector: &str) -> Result<String> {
    ensure!(!selector.contains(":host"), "`:host` must come first");
    Ok(match selector.strip_prefix(ROOT) {
        Some(rest) => format!("{ancestor}{LIGHT_ROOT}{rest}"),
        None => format!("{ancestor}{LIGHT_ROOT} {selector}"),
    })
}

/// Where a character stands first, outside of strings, brackets and blocks.
fn position(css: &str, wanted: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut characters = css.char_indices();
    while let Some((index, character)) = characters.next() {
        match (quote, character) {
            // The next one, whatever it is, means itself.
            (_, '\\') => drop(characters.next()),
            (Some(mark), _) => quote = quote.filter(|_| character != mark),
            (None, _) if depth == 0 && character == wanted => return Some(index),
            (None, '"' | '\'') => quote = Some(character),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.checked_sub(1)?,
            (None, _) => {}
        }
    }
    None
}

fn split(css: &str, separator: char) -> Vec<&str> {
    let mut rest = css;
    let mut parts = Vec::new();
    while let Some(end) = position(rest, separator) {
        parts.push(&rest[..end]);
        rest = &rest[end + separator.len_utf8()..];
    }
    parts.push(rest);
    parts
}

fn without_comments(css: &str) -> String {
    let mut result = String::new();
    let mut quote = None;
    let mut rest = css;
    while let Some(character) = rest.chars().next() {
        if quote.is_none()
            && let Some(comment) = rest.strip_prefix("/*")
        {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let mut length = character.len_utf8();
        match (quote, character) {
            (_, '\\') => length += rest[length..].chars().next().map_or(0, char::len_utf8),
            (Some(mark), _) if mark == character => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            _ => {}
        }
        result.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    result
}

#[cfg(test)]
mod tests;
