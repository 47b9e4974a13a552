//! What must hold of all markup, whatever stood in the document: it is well formed, runs no code,
//! and every reference inside of it leads somewhere.

use std::collections::HashSet;

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "source"];

/// Elements that the widget never makes: they run code, load files or change the page.
const FORBIDDEN: [&str; 10] = [
    "base",
    "embed",
    "foreignobject",
    "form",
    "frame",
    "iframe",
    "math",
    "meta",
    "object",
    "style",
];

/// What readers can press; none may stand inside of another.
const PRESSABLE: [&str; 3] = ["a", "button", "label"];

/// Checks the markup of a fragment; `is_whole` says that nothing of its document was left out, so
/// that references lead somewhere.
///
/// # Panics
///
/// Where it is not sound.
pub fn assert_sound(markup: &str, is_whole: bool) {
    let mut open: Vec<&str> = Vec::new();
    let mut scripts = 0;
    let mut ids = HashSet::new();
    let mut references = Vec::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "`>` in a text: {}", &rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment.find("-->").expect("a comment ends");
            assert!(
                matches!(&comment[..end], "" | "<[]>" | "</[]>"),
                "an unknown comment: {}",
                &comment[..end]
            );
            rest = &comment[end + 3..];
            continue;
        }
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "an end tag that ends nothing");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        assert!(
            !FORBIDDEN.contains(&name.to_ascii_lowercase().as_str()),
            "an element that the widget does not make: {tag}"
        );
        assert!(
            !(PRESSABLE.contains(&name) && open.iter().any(|other| PRESSABLE.contains(other))),
            "<{name}> inside of {open:?}"
        );
        assert!(
            !(matches!(
                name,
                "p" | "div" | "ul" | "ol" | "dl" | "table" | "figure" | "h2"
            ) && open.contains(&"p")),
            "<{name}> inside of {open:?}"
        );
        // Other fragments are the document's, and may be on the page around it.
        let is_note =
            tag.contains(r#"role="doc-noteref""#) || tag.contains(r#"role="doc-backlink""#);
        for (key, value) in attributes(&tag[name.len()..]) {
            match key {
                "id" => assert!(ids.insert(value), "the id `{value}` twice"),
                "aria-labelledby" | "aria-describedby" | "popovertarget" | "for" => {
                    references.push(value);
                }
                "href" | "src" => {
                    references.extend(value.strip_prefix('#').filter(|_| is_note));
                    assert_opens_nothing_strange(value);
                }
                _ => assert!(!key.starts_with("on"), "an attribute that runs code: {tag}"),
            }
        }
        if name == "script" {
            scripts += 1;
            let end = rest.find("</script>").expect("a script ends");
            assert!(!rest[..end].contains('<'), "`<` in a block of data");
            rest = &rest[end + "</script>".len()..];
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "elements without an end: {open:?}");
    assert_eq!(scripts, 2, "the data, and the loader");
    for reference in references {
        assert!(
            !is_whole || ids.contains(reference),
            "`{reference}` leads nowhere"
        );
    }
}

/// The attributes of a tag.
fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '/']);
        if rest.is_empty() {
            return found;
        }
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = &rest[..end];
        assert!(
            key.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            "a strange attribute: {key}"
        );
        rest = &rest[end..];
        let value = match rest.strip_prefix("=\"") {
            Some(quoted) => {
                let end = quoted.find('"').expect("a value ends");
                rest = &quoted[end + 1..];
                &quoted[..end]
            }
            None => "",
        };
        assert!(!found.iter().any(|(other, _)| *other == key), "{key} twice");
        found.push((key, value));
    }
}

/// Looks at an address as a browser does, which drops what does not show.
fn assert_opens_nothing_strange(address: &str) {
    let shown: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let shown = shown.to_ascii_lowercase();
    for scheme in ["javascript", "data", "vbscript", "blob", "file"] {
        let rest = shown.strip_prefix(scheme).unwrap_or_default();
        let is_scheme = [":", "&#58;", "&#x3a;", "&colon;"]
            .iter()
            .any(|colon| rest.starts_with(colon));
        assert!(!is_scheme, "an address that runs code: {address}");
    }
}

#[cfg(test)]
mod tests {
    use super::assert_sound;

    const END: &str = "<script>{}</script><script></script>";

    #[test]
    fn sound_markup_passes() {
        assert_sound(
            &format!(
                r##"<p id="footnote-a">1 &lt; 2<br><a href="#footnote-a">x</a></p><!--<[]>-->{END}"##
            ),
            true,
        );
    }

    #[test]
    fn unsound_markup_does_not() {
        for markup in [
            "<p>",
            "</p>",
            "<p></b>",
            "<p onclick=\"x\"></p>",
            "<a href=\"javascript:x\"></a>",
            "<a href=\"#footnote-x\" role=\"doc-noteref\"></a>",
            "<a><a></a></a>",
            "<p id=\"a\"></p><p id=\"a\"></p>",
            "<iframe></iframe>",
            "<script></script>",
            "a > b<br>",
        ] {
            let markup = format!("{markup}{END}");
            let checked = std::panic::catch_unwind(|| assert_sound(&markup, true));
            assert!(checked.is_err(), "{markup}");
        }
    }
}
