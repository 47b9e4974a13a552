//! Where the styles of a prerendered article come from.

/// Where the styles of a shadow tree come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Styles {
    /// From the widget's style sheet, by a link.
    Linked,
    /// From the markup itself.
    Inline(InlineStyles),
}

/// A style sheet that stands in the markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineStyles {
    css: String,
    nonce: Option<String>,
}

impl InlineStyles {
    /// Checks the text of a style sheet, and the nonce by which the page's Content Security Policy allows it.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with either.
    pub fn new(css: String, nonce: Option<String>) -> Result<Self, String> {
        if css.to_ascii_lowercase().contains("</style") {
            return Err("a style sheet that holds `</style` cannot stand in a page".into());
        }
        // Content Security Policy Level 3, "base64-value".
        let is_nonce = |nonce: &String| {
            let bytes = nonce.trim_end_matches('=').bytes();
            !nonce.is_empty()
                && bytes.clone().count() > 0
                && bytes
                    .into_iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte))
        };
        match nonce {
            Some(nonce) if !is_nonce(&nonce) => Err(format!(
                "`{nonce}` is not a nonce: use letters, digits, + / - _ and = at its end"
            )),
            nonce => Ok(Self { css, nonce }),
        }
    }

    pub(super) fn element(&self) -> String {
        // Empty lines are removed; see `Fragment::render`. This is safe, because no string in a style sheet
        // contains a line break.
        let lines = self.css.lines().filter(|line| !line.trim().is_empty());
        let css = lines.collect::<Vec<_>>().join("\n");
        match &self.nonce {
            Some(nonce) => format!(r#"<style nonce="{nonce}">{css}</style>"#),
            None => format!("<style>{css}</style>"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::InlineStyles;

    #[test]
    fn styles_and_nonces_are_checked() {
        let element = |css: &str, nonce: Option<&str>| {
            InlineStyles::new(css.into(), nonce.map(Into::into)).map(|styles| styles.element())
        };
        assert_eq!(element("a{}\n", None).unwrap(), "<style>a{}</style>");
        assert_eq!(
            element("a{}\n \r\n\nb{}", None).unwrap(),
            "<style>a{}\nb{}</style>"
        );
        assert_eq!(
            element("a{}", Some("r4nd+/-_==")).unwrap(),
            r#"<style nonce="r4nd+/-_==">a{}</style>"#
        );
        assert!(element("a{}</STYLE><script>", None).is_err());
        for nonce in ["", "=", "a b", "a\"", "a=b"] {
            assert!(
                element("a{}", Some(nonce)).is_err(),
                "{nonce:?} was accepted"
            );
        }
    }
}
