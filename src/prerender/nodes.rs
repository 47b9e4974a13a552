//! How many nodes a browser makes of markup.

/// The number of elements, texts and comments in markup as Yew writes it: every element but a
/// void one has an end tag, and `<` and `>` in texts and attributes are escaped.
///
/// A page that has been through other hands (a minifier that takes comments out, a browser's
/// extension) tells itself by another number.
#[must_use]
pub fn count_nodes(markup: &str) -> usize {
    let mut count = 0;
    let mut rest = markup;
    while !rest.is_empty() {
        let end = if let Some(comment) = rest.strip_prefix("<!--") {
            count += 1;
            comment.find("-->").map(|at| at + "<!---->".len())
        } else if let Some(tag) = rest.strip_prefix('<') {
            count += usize::from(!tag.starts_with('/'));
            tag.find('>').map(|at| at + "<>".len())
        } else {
            // Browsers drop the character U+0000, and then there may be nothing left.
            let text = rest.split('<').next().unwrap_or_default();
            count += usize::from(text.chars().any(|c| c != '\0'));
            Some(text.len())
        };
        rest = end.map_or("", |end| &rest[end..]);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::count_nodes;

    #[test]
    fn elements_texts_and_comments_count() {
        for (markup, count) in [
            ("", 0),
            ("text", 1),
            ("<p></p>", 1),
            ("<p>text</p>", 2),
            ("<p>a<b>b</b>c</p>", 5),
            ("<p>two texts, written one after the other</p>", 2),
            ("a<br>b", 3),
            (r#"<input type="radio" checked><span></span>"#, 2),
            ("<!--<[]>--><p>a</p><!--</[]>-->", 4),
            ("<p>a<!--<[]>-->b</p>", 4),
            (r#"<svg><rect x="0"></rect><text>1 &gt; 0</text></svg>"#, 4),
            ("<p title=\"a &gt; b &lt;i&gt;\">1 &lt; 2</p>", 2),
            ("<p> </p>", 2),
            ("<p>\0</p>", 1),
        ] {
            assert_eq!(count_nodes(markup), count, "{markup:?}");
        }
    }
}
