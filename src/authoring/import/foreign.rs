//! The syntax of other tools, which readers would see in the text: short-codes, attributes, wiki links and so
//! on.

/// Finds the syntax of other tools in a text. Each result quotes it and says how to fix it. The caller leaves
/// out escaped characters.
pub(super) fn marks(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        let length = match mark(rest, before) {
            Some((length, mend)) => {
                found.push(format!("`{}` is {mend}", &rest[..length]));
                length
            }
            None => first.len_utf8(),
        };
        before = rest[..length].chars().next_back();
        rest = &rest[length..];
    }
    found
}

/// If a text begins with such syntax: its length in bytes, and how to fix it.
fn mark(text: &str, before: Option<char>) -> Option<(usize, &'static str)> {
    let is_outside = !before.is_some_and(char::is_alphanumeric);
    let pair = |open: &str, close: &str| {
        let inside = text.strip_prefix(open)?;
        let length = inside.find(close).filter(|length| *length > 0)?;
        Some((&inside[..length], open.len() + length + close.len()))
    };
    if let Some((_, length)) = pair("{{", "}}").or_else(|| pair("{%", "%}")) {
        return Some((
            length,
            "a short-code of another tool: remove it, or write \\{ for a plain {",
        ));
    }
    if let Some((inside, length)) = pair("{", "}")
        && inside.starts_with([':', '.', '#'])
        && !inside[1..].starts_with(|next: char| next.is_ascii_digit())
    {
        return Some((
            length,
            "an attribute of another tool: remove it, or write \\{ for a plain {",
        ));
    }
    if let Some((_, length)) = pair("[[", "]]") {
        return Some((
            length,
            "a link of another tool: write [words](address), or \\[ for a plain [",
        ));
    }
    if let Some((_, length)) = pair("^[", "]") {
        return Some((
            length,
            "a footnote of another tool: write [^name] here, and [^name]: … on a line below",
        ));
    }
    if let Some((inside, length)) = pair("[", "]")
        && before.is_none()
        && (["x", "X", " "].contains(&inside) && text[length..].starts_with(' ')
            || ["TOC", "toc"].contains(&inside))
    {
        return Some((
            length,
            "a mark of another tool: remove it, or write \\[ for a plain [",
        ));
    }
    if let Some((inside, length)) = pair("==", "==")
        && inside.trim() == inside
        && is_outside
    {
        return Some((
            length,
            "a mark of another tool: write *words* or **words**, or \\= for a plain =",
        ));
    }
    if before.is_none() && text.starts_with(":::") {
        return Some((
            3,
            "a block of another tool: remove it, or write a fenced block, as in ```aside",
        ));
    }
    if let Some((inside, length)) = pair(":", ":")
        && is_outside
        && inside.starts_with(|first: char| first.is_ascii_lowercase())
        && inside.bytes().all(|byte| {
            byte.is_ascii_lowercase() || b"_+-".contains(&byte) || byte.is_ascii_digit()
        })
        && !text[length..].starts_with(char::is_alphanumeric)
    {
        return Some((
            length,
            "a picture's name of another tool: write the picture itself, or \\: for a plain :",
        ));
    }
    if let Some((inside, length)) = pair("$", "$")
        && inside.starts_with(|first: char| first.is_ascii_alphabetic() || first == '\\')
        && inside.contains(['=', '^', '_', '\\'])
        && !inside.contains(char::is_whitespace)
    {
        return Some((
            length,
            "a formula of another tool: write it in words, or \\$ for a plain $",
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_of_other_tools_are_found() {
        for text in [
            "{{< figure src=\"hall.jpg\" title=\"A hall\" >}}",
            "{{% note %}}",
            "{% raw %}",
            "{{ page.title }}",
            "{: .lead }",
            "{.lead}",
            "{#id}",
            "[[Another page]]",
            "^[A note inside the line.]",
            "==marked words==",
            ":rocket:",
            "$E=mc^2$",
        ] {
            for (before, after) in [("", ""), ("Words ", " and more."), ("(", ")")] {
                let found = marks(&format!("{before}{text}{after}"));
                assert_eq!(found.len(), 1, "{before}{text}{after}: {found:?}");
                assert!(found[0].starts_with(&format!("`{text}` is a")), "{found:?}");
            }
        }
        for text in ["[TOC]", "[x] done", "[ ] to do", "::: warning", ":::"] {
            assert_eq!(marks(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn prose_has_none() {
        for text in [
            "from $3bn to $5bn, or US$3bn–US$5bn",
            "at 10:30:45, a ratio of 1:2:3",
            "a == b and c==d==e",
            "a set {1, 2} of {words}",
            "[sic] and [an insertion]",
            "so [x] marks the spot",
            "note: this: that",
            "C:\\temp:x",
        ] {
            assert_eq!(marks(text), [""; 0], "{text}");
        }
    }
}
