//! Converts text with marks to inline Markdown on one line.
//!
//! This does not use the formatter of the Markdown crate, which escapes every exclamation mark and does not
//! know where a superscript begins. The crate's parser reads the result back.

use super::super::import::{DATUM, PARAMETERS, TERM};
use super::says;
use serde_json::Value as Json;

/// Variants to try if the marks of Markdown are not recognized.
#[derive(Clone, Copy)]
struct Manner {
    /// The delimiter of emphasis: `*`, or `_` if asterisks would run together.
    emphasis: &'static str,
    /// Whether letters next to a mark are written as numeric references, so that Markdown recognizes the mark.
    is_armoured: bool,
}

/// Writes inline content as Markdown; `None` if Markdown cannot express it.
pub(super) fn markdown(content: &Json) -> Option<String> {
    let manners = [false, true].into_iter().flat_map(|is_armoured| {
        ["*", "_"].map(|emphasis| Manner {
            emphasis,
            is_armoured,
        })
    });
    manners
        .map(|manner| write(content, manner))
        .find_map(|text| text.filter(|text| says(text, content)))
}

fn write(content: &Json, manner: Manner) -> Option<String> {
    let single = [content.clone()];
    let pieces = match content {
        Json::String(_) => &single[..],
        Json::Array(pieces) => pieces,
        _ => return None,
    };
    let mut text = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        text += &match piece {
            Json::String(words) => {
                let edges = Edges {
                    is_first: index == 0,
                    is_last: index + 1 == pieces.len(),
                };
                escape(words, edges, manner.is_armoured)
            }
            mark => write_mark(mark, manner)?,
        };
    }
    Some(text)
}

fn write_mark(mark: &Json, manner: Manner) -> Option<String> {
    let (kind, content) = mark.as_object()?.iter().next()?;
    let around = |sign: &str| Some(format!("{sign}{}{sign}", write(content, manner)?));
    match kind.as_str() {
        "strong" => around("**"),
        "emphasis" => around(manner.emphasis),
        "superscript" => around("^"),
        "subscript" => around("~"),
        "code" => Some(code(content.as_str()?)),
        "footnote" => Some(format!("[^{}]", content.as_str()?)),
        "link" => {
            let href = content["href"].as_str()?;
            let words = write(&content["text"], manner)?;
            // A link whose words are its address.
            let is_own = content["text"] == content["href"] && href.contains(':');
            Some(if is_own && !href.contains(['<', '>', ' ']) {
                format!("<{href}>")
            } else {
                format!("[{words}]({})", address(href))
            })
        }
        "term" => {
            let words = plain(content["text"].as_str()?, manner);
            let definition =
                escape_all(content["definition"].as_str()?, &['"', '\\', '&', '`', '<']);
            Some(format!("[{words}]({TERM} \"{definition}\")"))
        }
        "datum" => {
            let mut reference = format!("{DATUM}{}", content["of"].as_str()?);
            let given = PARAMETERS
                .iter()
                .filter_map(|key| Some((*key, content[*key].as_str()?)));
            for (index, (key, value)) in given.enumerate() {
                let sign = if index == 0 { "?" } else { "&" };
                reference.extend([sign, key, "=", value]);
            }
            Some(match content["text"].as_str() {
                Some(words) => format!("[{}]({reference})", plain(words, manner)),
                None => format!("<{reference}>"),
            })
        }
        _ => None,
    }
}

fn plain(words: &str, manner: Manner) -> String {
    let edges = Edges {
        is_first: true,
        is_last: true,
    };
    escape(words, edges, manner.is_armoured)
}

fn code(text: &str) -> String {
    let mut run = 0;
    let longest = text.chars().map(|character| {
        run = if character == '`' { run + 1 } else { 0 };
        run
    });
    let fence = "`".repeat(longest.max().unwrap_or(0) + 1);
    let is_blank = text.trim_matches(' ').is_empty();
    let touches = |edge: char| text.starts_with(edge) || text.ends_with(edge);
    let pad = if touches('`') || (touches(' ') && !is_blank) {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn address(href: &str) -> String {
    let escaped = escape_all(href, &['\\', '<', '>', '(', ')', '`']);
    // An `&` begins a reference to a character only if a semicolon follows.
    let escaped = if href.contains(';') {
        escaped.replace('&', "&amp;")
    } else {
        escaped
    };
    if href.contains(char::is_whitespace) {
        format!("<{escaped}>")
    } else {
        escaped
    }
}

fn escape_all(text: &str, special: &[char]) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character < ' ' {
            escaped += &number(character);
            continue;
        }
        if special.contains(&character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Whether a text is the first or the last one in its parent.
#[derive(Clone, Copy)]
struct Edges {
    is_first: bool,
    is_last: bool,
}

fn escape(text: &str, edges: Edges, is_armoured: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        let is_edge = before.is_none() || after.is_none();
        // Markdown trims the spaces at the edges of a text, and does not recognize marks next to them.
        let is_outer = (before.is_none() && edges.is_first) || (after.is_none() && edges.is_last);
        let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        match character {
            '\0'..='\u{1f}' => escaped += &number(character),
            _ if is_outer && character.is_whitespace() => escaped += &number(character),
            _ if is_armoured && is_edge && !is_outer && !character.is_ascii_punctuation() => {
                escaped += &number(character);
            }
            '\\' | '`' | '*' | '[' | ']' | '<' | '^' | '~' | '{' => {
                escaped.extend(['\\', character]);
            }
            // An import takes these for marks of other tools.
            '=' | ':' | '+' | '|' | '%' if after == Some(character) => {
                escaped.extend(['\\', character]);
            }
            '$' if after
                .is_some_and(|after| after == '$' || after == '\\' || is_letter(Some(after))) =>
            {
                escaped += "\\$";
            }
            '|' if before.is_none() => escaped += "\\|",
            '_' if !(is_letter(before) && is_letter(after)) => escaped += "\\_",
            '&' if after.is_some_and(|after| after == '#' || after.is_ascii_alphanumeric()) => {
                escaped += "\\&";
            }
            // Before a bracket, these would make an image or the definition of a footnote.
            '!' if after.is_none() && !edges.is_last => escaped += "\\!",
            ':' if before.is_none() && !edges.is_first => escaped += "\\:",
            _ => escaped.push(character),
        }
        before = Some(character);
    }
    escaped
}

/// A character as a numeric reference.
fn number(character: char) -> String {
    format!("&#{};", u32::from(character))
}
