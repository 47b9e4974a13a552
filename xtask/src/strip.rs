//! Takes comments and indentation out of style sheets and scripts.
//!
//! Smaller output is possible, but the small minifiers for Rust do not know the syntax of today:
//! they join what CSS nesting and `clamp()` need apart. Compression levels most of the rest, so
//! this does only what cannot change a meaning.

/// What the text at some place belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Ordinary text.
    Code,
    /// A string, and the character that ends it.
    String(char),
    /// A template, directly between its back-ticks.
    Template,
}

/// A style sheet without comments, indentation and the line breaks that separate nothing.
pub(crate) fn css(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut place = Place::Code;
    while let Some(next) = rest.chars().next() {
        let mut taken = next.len_utf8();
        match place {
            Place::String(end) => {
                if next == '\\' {
                    taken += rest[1..].chars().next().map_or(0, char::len_utf8);
                } else if next == end {
                    place = Place::Code;
                }
                out.push_str(&rest[..taken]);
            }
            _ if rest.starts_with("/*") => {
                taken = rest.find("*/").map_or(rest.len(), |end| end + 2);
                // Between two words a comment is a border, and not the one that a blank is.
                let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
                if touches(out.chars().next_back()) && touches(rest[taken..].chars().next()) {
                    out.push_str("/**/");
                }
            }
            _ if rest.starts_with("url(") => {
                // An address may stand there bare, and then nothing in it is a comment.
                let start = rest[4..].trim_start();
                let quoted = start.starts_with(['"', '\'']);
                taken = if quoted {
                    4
                } else {
                    rest.find(')').map_or(rest.len(), |end| end + 1)
                };
                out.push_str(&rest[..taken]);
            }
            _ if next.is_whitespace() => {
                taken = rest.len() - rest.trim_start().len();
                let space = &rest[..taken];
                if !space.contains('\n') {
                    out.push_str(space);
                } else if !ends_apart(&out) {
                    out.push('\n');
                }
            }
            _ => {
                if next == '\\' {
                    taken += rest[1..].chars().next().map_or(0, char::len_utf8);
                } else if matches!(next, '"' | '\'') {
                    place = Place::String(next);
                }
                out.push_str(&rest[..taken]);
            }
        }
        rest = &rest[taken..];
    }
    out
}

/// Whether a line break after this style sheet says nothing that its end does not say already.
fn ends_apart(styles: &str) -> bool {
    let styles = styles.trim_end_matches([' ', '\n']);
    let before = styles.strip_suffix(['{', '}', ';', ',']);
    // A name may contain such a character after a backslash.
    styles.is_empty() || before.is_some_and(|before| !before.ends_with('\\'))
}

/// A script without the comments that begin a line, indentation and empty lines. Line breaks stay:
/// some of them end a statement.
///
/// Telling a division from a regular expression takes a full parser. This one guesses as people
/// do, and when the text does not add up in the end, the script is returned as it was.
pub(crate) fn js(source: &str) -> String {
    strip_js(source).unwrap_or_else(|| source.to_owned())
}

fn strip_js(source: &str) -> Option<String> {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    // The places around the present one: templates contain code, which contains templates. The
    // number counts the braces open in that code.
    let mut around: Vec<usize> = Vec::new();
    let mut braces = 0_usize;
    let mut place = Place::Code;
    while let Some(next) = rest.chars().next() {
        let mut taken = next.len_utf8();
        let starts_line = out.is_empty() || out.ends_with('\n');
        match place {
            Place::String(_) | Place::Template if next == '\\' => {
                taken += rest[1..].chars().next()?.len_utf8();
            }
            Place::String(end) => match next {
                // No string goes on after its line: something was misunderstood.
                '\n' => return None,
                _ if next == end => place = Place::Code,
                _ => {}
            },
            Place::Template if next == '`' => place = Place::Code,
            Place::Template if rest.starts_with("${") => {
                taken = 2;
                around.push(std::mem::take(&mut braces));
                place = Place::Code;
            }
            Place::Template => {}
            Place::Code if rest.starts_with("//") || rest.starts_with("/*") => {
                taken = if rest.starts_with("//") {
                    rest.find('\n').unwrap_or(rest.len())
                } else {
                    rest.find("*/")? + 2
                };
                if starts_line {
                    rest = &rest[taken..];
                    continue;
                }
            }
            Place::Code => match next {
                '\n' if starts_line => {
                    rest = &rest[taken..];
                    continue;
                }
                _ if next.is_whitespace() && starts_line => {
                    rest = &rest[taken..];
                    continue;
                }
                '"' | '\'' => place = Place::String(next),
                '`' => place = Place::Template,
                '{' => braces += 1,
                '}' if braces == 0 => {
                    braces = around.pop()?;
                    place = Place::Template;
                }
                '}' => braces -= 1,
                '/' if regex_may_follow(&out) => taken = regex_length(rest)?,
                _ => {}
            },
        }
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    (place == Place::Code && around.is_empty() && braces == 0).then_some(out)
}

/// Whether a slash after this code begins a regular expression rather than a division.
fn regex_may_follow(code: &str) -> bool {
    const WORDS: [&str; 8] = [
        "return", "typeof", "case", "in", "of", "await", "yield", "void",
    ];
    let code = code.trim_end();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '#');
    let word = code.rsplit(|c| !is_word(c)).next().unwrap_or("");
    match code.chars().next_back() {
        None => true,
        Some(last) if is_word(last) => WORDS.contains(&word),
        Some(last) => !matches!(last, ')' | ']' | '}' | '"' | '\'' | '`'),
    }
}

/// The length of the regular expression that the text begins with, up to the closing slash.
fn regex_length(text: &str) -> Option<usize> {
    let mut in_class = false;
    let mut characters = text.char_indices().skip(1);
    while let Some((at, next)) = characters.next() {
        match next {
            '\n' => return None,
            '\\' => drop(characters.next()),
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
