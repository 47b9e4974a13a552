//! The nodes that a browser makes of markup, in a form that does not depend on how the markup was written.
//!
//! `src/element/written.js` makes the same form of the nodes on a page, so that both sides compute the same
//! digest.

use super::escape::unescaped;

/// The nodes of markup as Yew writes it: every element but a void one has an end tag, attributes stand
/// in double quotes, and `<`, `>` and `&` are escaped in them and in texts.
///
/// Parts are separated by U+0000, which no page contains. Attributes are sorted.
#[must_use]
pub fn written(markup: &str) -> String {
    let mut nodes = String::with_capacity(markup.len());
    let mut rest = markup;
    while !rest.is_empty() {
        rest = if let Some(comment) = rest.strip_prefix("<!--") {
            let (data, rest) = comment.split_once("-->").unwrap_or((comment, ""));
            nodes.extend(["\0", "8", data]);
            rest
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (tag, rest) = tag.split_once('>').unwrap_or((tag, ""));
            write_tag(&mut nodes, tag);
            rest
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            nodes.extend(["\0", "3", &unescaped(&rest[..end])]);
            &rest[end..]
        };
    }
    nodes
}

/// All elements of HTML that have no end tag.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];
/// The attribute that a reader may have changed before a script runs: whether an element is open.
const OF_READER: &str = "open";

fn write_tag(nodes: &mut String, tag: &str) {
    if tag.starts_with('/') {
        nodes.push_str("</");
        return;
    }
    let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes: Vec<String> = Vec::new();
    let mut rest = rest.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after),
        };
        if name != OF_READER {
            attributes.push(format!("\0{name}={}", unescaped(value)));
        }
        rest = after.trim_start();
    }
    attributes.sort();
    nodes.extend(["<", name]);
    nodes.extend(attributes);
    nodes.push_str("\0>");
    if VOID.contains(&name) {
        nodes.push_str("</");
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn nodes_are_told_apart() {
        for (markup, nodes) in [
            ("", ""),
            ("text", "\u{0}3text"),
            ("<p></p>", "<p\0></"),
            ("<p>a<b>b</b></p>", "<p\0>\u{0}3a<b\0>\u{0}3b</</"),
            ("a<br>b", "\u{0}3a<br\0></\u{0}3b"),
            ("<!--<[]>--><p></p>", "\u{0}8<[]><p\0></"),
            (
                r#"<input type="radio" checked name="a &quot;b&quot;">"#,
                "<input\0checked=\0name=a \"b\"\0type=radio\0></",
            ),
            ("<p>1 &lt; 2 &amp;lt; 3</p>", "<p\0>\u{0}31 < 2 &lt; 3</"),
            (
                "<p title=\"a\r\nb\">\r</p>",
                "<p\0title=a\r\nb\0>\u{0}3\r</",
            ),
            (
                "<picture><source srcset=\"a\"><img src=\"b\"></picture>",
                "<picture\0><source\0srcset=a\0></<img\0src=b\0></</",
            ),
            (r#"<details open="">x</details>"#, "<details\0>\u{0}3x</"),
        ] {
            assert_eq!(written(markup), nodes, "{markup:?}");
        }
    }

    #[test]
    fn the_order_of_attributes_does_not_count() {
        assert_eq!(
            written(r#"<a href="x" class="y">z</a>"#),
            written(r#"<a class="y" href="x">z</a>"#)
        );
    }
}
