//! Escaping: text in HTML that must not be read as HTML.

use std::fmt::{self, Write};

/// A text, escaped for a place between tags or in a quoted attribute.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// The text that a browser makes of a text or an attribute in markup that [`Escaped`] or Yew has written. Line breaks stay
/// references (see [`on_one_line`]).
pub(super) fn unescaped(text: &str) -> String {
    // The sign of references comes last: it may be part of a text that looks like one.
    let references = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    references
        .into_iter()
        .fold(text.into(), |text: String, (reference, sign)| {
            text.replace(reference, sign)
        })
}

/// JSON, escaped for a `script` element. It is the same JSON, without the characters that could end the
/// element or open a comment in it, or that programs escape when they write the HTML again. In JSON, these
/// characters occur only in strings.
pub(super) fn data_block(json: &str) -> String {
    let mut block = json.to_owned();
    for (character, escaped) in [("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")] {
        block = block.replace(character, escaped);
    }
    block
}

/// Markup on one line. Line breaks in a text or an attribute are written as references, because for a
/// renderer of Markdown, an empty line would end the HTML.
pub(super) fn on_one_line(markup: &str) -> String {
    markup.replace('\r', "&#13;").replace('\n', "&#10;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let attack = r#""><script>alert('&')</script>"#;
        assert_eq!(
            Escaped(attack).to_string(),
            "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"
        );
        assert_eq!(Escaped("Über 380 Mrd. ¥").to_string(), "Über 380 Mrd. ¥");
    }

    #[test]
    fn what_is_escaped_is_read_again() {
        for text in [
            "",
            "a",
            "<b c='d' e=\"f\">&</b>",
            "&lt;",
            "&amp;#39;",
            "&#39;",
        ] {
            assert_eq!(unescaped(&Escaped(text).to_string()), text);
        }
        assert_eq!(unescaped("l&#x27;article"), "l'article");
    }

    #[test]
    fn data_stays_data() {
        let json = r#"{"a<b":"</script><!-- &lt;"}"#;
        let block = data_block(json);
        assert!(!block.contains(['<', '>', '&']));
        let parsed: serde_json::Value = serde_json::from_str(&block).unwrap();
        assert_eq!(parsed, serde_json::json!({ "a<b": "</script><!-- &lt;" }));
    }
}
