//! The syntax of other tools, which readers would see in the text: short-codes, attributes, wiki links and so
//! on. Syntax of Markdown that marks nothing, such as `**words **`, belongs to it.

mod line_start;

/// The character that stands for what is no plain text: marks, links, code and escaped characters.
pub(super) const OBJECT: char = '\u{fffc}';

/// What is found at the beginning of a text: its length in bytes, and how to fix it.
type Found = Option<(usize, &'static str)>;

/// Finds the syntax of other tools in a text, in which [`OBJECT`] stands for everything that is no plain text.
/// Each result has the byte at which it begins, and a message that quotes it and says how to fix it.
pub(super) fn marks(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let before = text[..at].chars().next_back();
        let mark = FINDERS.iter().find_map(|find| find(&text[at..], before));
        at += match mark {
            Some((length, mend)) => {
                let quoted = text[at..at + length]
                    .replace(OBJECT, "…")
                    .replace('\n', " ");
                found.push((at, format!("`{}` is {mend}", quoted.trim_end())));
                length
            }
            None => first.len_utf8(),
        };
    }
    found
}

/// A function that recognizes syntax at the beginning of a text. It also gets the character before the text.
type Finder = fn(&str, Option<char>) -> Found;

const FINDERS: [Finder; 8] = [
    line_start::find,
    short_code,
    attribute,
    bracket,
    link,
    pair_of_signs,
    formula,
    leftover,
];

const SHORT_CODE: &str = "a short-code of another tool: remove it, or write \\{ for a plain {";
const ATTRIBUTE: &str = "an attribute of another tool: remove it, or write \\{ for a plain {";
const BRACKET: &str = "a mark of another tool: remove it, or write \\[ for a plain [";

/// What stands between two signs at the beginning of a text, and the length of all.
fn pair<'t>(text: &'t str, open: &str, close: &str) -> Option<(&'t str, usize)> {
    let inside = text.strip_prefix(open)?;
    let length = inside.find(close).filter(|length| *length > 0)?;
    Some((&inside[..length], open.len() + length + close.len()))
}

/// Whether the character before is none of a word.
fn is_outside(before: Option<char>) -> bool {
    !before.is_some_and(char::is_alphanumeric)
}

fn is_lower(sign: char) -> bool {
    sign.is_ascii_lowercase()
}

/// Short-codes and templates. An opening without an end may end in another paragraph.
fn short_code(text: &str, _: Option<char>) -> Found {
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        if text.starts_with(open) {
            let length = pair(text, open, close).map_or(2, |(_, length)| length);
            return Some((length, SHORT_CODE));
        }
    }
    let (_, length) = pair(text, "<%", "%>")?;
    Some((
        length,
        "a short-code of another tool: remove it, or write \\< for a plain <",
    ))
}

fn attribute(text: &str, before: Option<char>) -> Found {
    let (inside, length) = pair(text, "{", "}")?;
    let mut rest = inside.chars();
    let next = text[length..].chars().next();
    let is_attribute = match rest.next()? {
        ':' | '.' | '#' => !rest.next().is_some_and(|next| next.is_ascii_digit()),
        '=' => true,
        // Changes of CriticMarkup.
        sign @ ('+' | '-' | '~' | '>') => inside.matches(sign).count() > 1,
        // `[mot]{lang=fr}`, and the role of a text in code: {ref}`a`.
        first if first.is_ascii_alphabetic() => {
            let name = inside.trim_start_matches(|sign: char| {
                sign.is_ascii_alphanumeric() || sign == '-' || sign == '_'
            });
            name.starts_with('=')
                || before == Some(']')
                || (name.is_empty() && next == Some(OBJECT))
        }
        _ => false,
    };
    is_attribute.then_some((length, ATTRIBUTE))
}

/// Wiki links, footnotes, citations and short-codes in square brackets.
fn bracket(text: &str, _: Option<char>) -> Found {
    if let Some((_, length)) = pair(text, "[[", "]]") {
        return Some((
            length,
            "a link of another tool: write [words](address), or \\[ for a plain [",
        ));
    }
    if text.starts_with("^[") {
        let length = pair(text, "^[", "]").map_or(2, |(_, length)| length);
        return Some((
            length,
            "a footnote of another tool: write [^name] here, and [^name]: … on a line below",
        ));
    }
    let (inside, length) = pair(text, "[", "]")?;
    let is_name = |text: &str| {
        text.starts_with(is_lower)
            && text
                .chars()
                .all(|sign| is_lower(sign) || sign.is_ascii_digit() || "-_".contains(sign))
    };
    // `[gallery ids="1"]`, and the end of `[caption]…[/caption]`.
    let is_short_code = match inside.strip_prefix('/') {
        Some(name) => is_name(name),
        None => inside.split_once(' ').is_some_and(|(name, rest)| {
            let value = rest.trim_start().split_once('=');
            is_name(name) && value.is_some_and(|(key, _)| is_name(key))
        }),
    };
    let citation = inside.strip_prefix('-').unwrap_or(inside).strip_prefix('@');
    let is_citation = citation.is_some_and(|key| key.starts_with(char::is_alphanumeric));
    (is_short_code || is_citation).then_some((length, BRACKET))
}

/// Links that Markdown does not recognize.
fn link(text: &str, _: Option<char>) -> Found {
    // The schemes of links are reported with more exact messages.
    let is_reported = |rest: &str| {
        ["http:", "https:", "mailto:", "datum:", "term:"]
            .iter()
            .any(|scheme| rest.starts_with(scheme))
    };
    if let Some(rest) = text.strip_prefix("](")
        && !is_reported(rest)
    {
        return Some((
            2,
            "a part of a link that is none: write %20 for a space in its address, or \\] for a plain ]",
        ));
    }
    if text.starts_with("][") {
        return Some((
            2,
            "a part of a link whose address is missing: write [words](address), or \\] for a plain ]",
        ));
    }
    let spaced = text.strip_prefix("] (").or(text.strip_prefix("]\n("))?;
    is_reported(spaced).then_some((
        3,
        "a part of a link with a space in it: write [words](address) without the space, or \\] for a plain ]",
    ))
}

/// Words between signs, such as `==marked==` and `:rocket:`.
fn pair_of_signs(text: &str, before: Option<char>) -> Found {
    for (sign, mend) in [
        (
            "==",
            "a mark of another tool: write *words* or **words**, or \\= for a plain =",
        ),
        (
            "~~",
            "a mark of another tool: remove what is struck out, or write \\~ for a plain ~",
        ),
        (
            "++",
            "a mark of another tool: write *words* or **words**, or \\+ for a plain +",
        ),
        (
            "||",
            "a mark of another tool: remove it, or write \\| for a plain |",
        ),
        (
            "%%",
            "a remark of another tool: write <!-- … -->, or \\% for a plain %",
        ),
    ] {
        if let Some((inside, length)) = pair(text, sign, sign)
            && (inside.trim() == inside || sign == "%%")
            && inside.contains(|sign: char| sign.is_alphanumeric() || sign == OBJECT)
            && is_outside(before)
        {
            return Some((length, mend));
        }
    }
    if text.starts_with("<!--") {
        return Some((
            4,
            "a comment that never ends: write --> after it, or \\< for a plain <",
        ));
    }
    let (inside, length) = pair(text, ":", ":")?;
    let is_sign = |sign: char| is_lower(sign) || sign.is_ascii_digit() || "_+-".contains(sign);
    let is_name = inside.starts_with(is_lower) && inside.chars().all(is_sign);
    let is_picture = (is_name || ["+1", "-1"].contains(&inside))
        && is_outside(before)
        && !text[length..].starts_with(char::is_alphanumeric);
    is_picture.then_some((
        length,
        "a picture's name of another tool: write the picture itself, or \\: for a plain :",
    ))
}

/// Formulas and commands of TeX. Prices have dollar signs too.
fn formula(text: &str, before: Option<char>) -> Found {
    const FORMULA: &str = "a formula of another tool: write it in words, or \\$ for a plain $";
    let has_operator = |inside: &str| inside.contains(['=', '^', '_', '\\', '+', OBJECT]);
    if let Some((inside, length)) = pair(text, "$$", "$$")
        && has_operator(inside)
    {
        return Some((length, FORMULA));
    }
    if let Some((inside, length)) = pair(text, "$", "$")
        && inside.starts_with(|first: char| first.is_ascii_alphabetic() || first == '\\')
        && inside.contains(['=', '^', '_', '\\', OBJECT])
        && !inside.ends_with(char::is_whitespace)
        && !text[length..].starts_with(char::is_alphanumeric)
        && is_outside(before)
    {
        return Some((length, FORMULA));
    }
    let command = text.strip_prefix('\\')?;
    let name = command.len()
        - command
            .trim_start_matches(|sign: char| sign.is_ascii_alphabetic())
            .len();
    if name > 0 && command[name..].starts_with('{') {
        let mend = "a command of another tool: remove it, or write \\\\ for a plain \\";
        return Some((1 + name, mend));
    }
    let is_escape = command.is_empty() || command.starts_with(char::is_whitespace);
    is_escape.then_some((
        1,
        "an escape of another tool: write a no-break space itself, or \\\\ for a plain \\",
    ))
}

/// Signs of Markdown that mark nothing.
fn leftover(text: &str, before: Option<char>) -> Found {
    for (sign, mend) in [
        (
            "**",
            "a mark without its other half: write **words** without spaces inside, or \\* for a plain *",
        ),
        (
            "__",
            "a mark without its other half: write **words** without spaces inside, or \\_ for a plain _",
        ),
    ] {
        let Some(rest) = text.strip_prefix(sign) else {
            continue;
        };
        // `f**k` and `2**3`, and lines to fill in: `____`.
        let is_in_word = !is_outside(before) && rest.starts_with(char::is_alphanumeric);
        let is_line = sign == "__" && (rest.starts_with('_') || before == Some('_'));
        if !is_in_word && !is_line {
            return Some((2, mend));
        }
    }
    // The name of a paragraph, as Obsidian makes it.
    let name = text.strip_prefix('^')?;
    let is_name = name.len() == 6
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let is_after_space = before.is_some_and(char::is_whitespace);
    (is_name && is_after_space).then_some((
        text.len(),
        "a name of a paragraph of another tool: remove it, or write \\^ for a plain ^",
    ))
}

#[cfg(test)]
mod tests {
    use super::marks;

    fn messages(text: &str) -> Vec<String> {
        marks(text)
            .into_iter()
            .map(|(_, message)| message)
            .collect()
    }

    #[test]
    fn marks_of_other_tools_are_found() {
        for text in [
            "{{< figure src=\"hall.jpg\" title=\"A hall\" >}}",
            "{{< ref \"a\u{fffc}c\" >}}",
            "{{% note %}}",
            "{% raw %}",
            "{%- if x -%}",
            "{{ page.title }}",
            "<%= x %>",
            "{: .lead }",
            "{.lead}",
            "{#id}",
            "{width=50%}",
            "{=html}",
            "{++new++}",
            "{>>a remark<<}",
            "[[Another page]]",
            "[[\u{fffc}]]",
            "^[A note inside the line.]",
            "[@smith2020, p. 3]",
            "[gallery ids=\"1,2\"]",
            "[contact-form-7 id=\"1\"]",
            "[/caption]",
            "[/b]",
            "==marked words==",
            "~~struck words~~",
            "++new words++",
            "||hidden words||",
            "%%a remark%%",
            ":rocket:",
            ":+1:",
            "$E=mc^2$",
            "$E = mc^2$",
            "$$ a + b $$",
            "**",
            "__",
        ] {
            for (before, after) in [("", ""), ("Words ", " and more."), ("(", ")")] {
                let found = messages(&format!("{before}{text}{after}"));
                assert_eq!(found.len(), 1, "{before}{text}{after}: {found:?}");
                let quoted = text.replace('\u{fffc}', "…");
                assert!(
                    found[0].starts_with(&format!("`{quoted}` is a")),
                    "{found:?}"
                );
            }
        }
        for (text, quoted) in [
            ("{{< figure\n  src >}}", "{{< figure   src >}}"),
            ("Words {{< figure", "{{"),
            ("Words ^[see \u{fffc}", "^["),
            ("[mot]{lang}", "{lang}"),
            ("{ref}\u{fffc}", "{ref}"),
            ("[words](my page)", "]("),
            ("[words][name]", "]["),
            ("[words] (https://example.org/)", "] ("),
            ("as in \\cite{smith}", "\\cite"),
            ("50\\ %", "\\"),
            ("ends with \\", "\\"),
            ("words ^37066d", "^37066d"),
            ("words <!-- more", "<!--"),
        ] {
            let found = messages(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(
                found[0].starts_with(&format!("`{quoted}` is a")),
                "{found:?}"
            );
        }
    }

    #[test]
    fn prose_has_none() {
        for text in [
            "from $3bn to $5bn, or US$3bn–US$5bn",
            "from $a to $b, at $$$ or $$ – $$$",
            "A$5 = US$3 and C$4 = US$3",
            "at 10:30:45, a ratio of 1:2:3",
            "Kolleg:innen und Freund:innen",
            "a == b and c==d==e",
            "a set {1, 2} of {words} and {a, b}",
            "[sic] and [an insertion] and [a = b]",
            "so [x] marks the spot [1] [2]",
            "note: this: that",
            "C:\\temp:x\\y and AC\\DC",
            "f**k, 2**3 and snake__case",
            "Name: ____ and ___",
            "C++ and C++ again, ~~ or 5 ~ 7",
            "5 % or 6 %, 100%% sure",
            "x^2 + y^2, 10 ^6",
            "5 < 6 <- 7",
            "@home and a@b.org",
        ] {
            assert_eq!(messages(text), [""; 0], "{text}");
        }
    }
}
