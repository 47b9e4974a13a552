//! Where the styles of a prerendered article come from.

use super::sheets;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use std::fmt;

/// Where the styles of an article come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Styles {
    /// The widget's style sheet stands in the markup: the article is painted after one request.
    Inline(Option<Nonce>),
    /// The widget's style sheet comes by a link. A page with many articles is smaller so.
    Linked,
    /// A publisher's own style sheet stands in the markup.
    Given(InlineStyles),
}

impl Default for Styles {
    fn default() -> Self {
        Self::Inline(None)
    }
}

/// A nonce by which a page's Content Security Policy allows styles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonce(String);

impl Nonce {
    /// Checks a nonce.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn parse(nonce: &str) -> Result<Self, String> {
        // Content Security Policy Level 3, "base64-value".
        let signs = nonce.trim_end_matches('=');
        let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || b"+/-_".contains(&sign);
        if signs.is_empty() || !signs.bytes().all(is_sign) {
            return Err(format!(
                "`{nonce}` is not a nonce: use letters, digits, + / - _ and = at its end"
            ));
        }
        Ok(Self(nonce.into()))
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A publisher's style sheet that stands in the markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineStyles {
    css: String,
    nonce: Option<Nonce>,
}

impl InlineStyles {
    /// Checks the text of a style sheet.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn new(css: &str, nonce: Option<Nonce>) -> Result<Self, String> {
        if css.to_ascii_lowercase().contains("</style") {
            return Err("a style sheet that holds `</style` cannot stand in a page".into());
        }
        // Empty lines are removed; see `Fragment::render`. This is safe, because no string in a style sheet
        // contains a line break. Browsers hash the text as they have parsed it, with plain line breaks.
        let lines = css
            .split(['\n', '\r'])
            .filter(|line| !line.trim().is_empty());
        Ok(Self {
            css: lines.collect::<Vec<_>>().join("\n"),
            nonce,
        })
    }
}

/// A style sheet as it stands in the markup.
pub(super) struct InMarkup<'a> {
    css: &'a str,
    nonce: Option<&'a Nonce>,
    /// The mark of the widget's own sheets.
    mark: Option<&'static str>,
}

impl<'a> InMarkup<'a> {
    /// A sheet that no script replaces.
    pub(super) fn new(css: &'a str, nonce: Option<&'a Nonce>) -> Self {
        Self {
            css,
            nonce,
            mark: None,
        }
    }

    /// The text of the sheet.
    pub(super) const fn css(&self) -> &'a str {
        self.css
    }

    pub(super) fn element(&self) -> String {
        let mark = self.mark.map(|mark| format!(r#" data-sheet="{mark}""#));
        let nonce = self.nonce.map(|nonce| format!(r#" nonce="{nonce}""#));
        let (mark, nonce) = (mark.unwrap_or_default(), nonce.unwrap_or_default());
        format!("<style{mark}{nonce}>{}</style>", self.css)
    }

    /// Its hash, as `style-src` lists it; none where it has a nonce.
    pub(super) fn source(&self) -> Option<String> {
        let hash = || Base64::encode_string(&Sha256::digest(self.css));
        self.nonce.is_none().then(|| format!("'sha256-{}'", hash()))
    }
}

impl Styles {
    /// The sheet that stands in the markup: `own`, the widget's, or the publisher's. None where it comes by a link.
    pub(super) fn in_markup<'a>(&'a self, own: &'a str) -> Option<InMarkup<'a>> {
        match self {
            Self::Inline(nonce) => Some(InMarkup {
                mark: Some(sheets::mark()),
                ..InMarkup::new(own, nonce.as_ref())
            }),
            Self::Linked => None,
            Self::Given(InlineStyles { css, nonce }) => Some(InMarkup::new(css, nonce.as_ref())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{InlineStyles, Nonce, Styles};

    fn given(css: &str, nonce: Option<&str>) -> Styles {
        let nonce = nonce.map(|nonce| Nonce::parse(nonce).unwrap());
        Styles::Given(InlineStyles::new(css, nonce).unwrap())
    }

    #[test]
    fn a_publishers_styles_stand_in_the_markup() {
        let element = |css, nonce| given(css, nonce).in_markup("b{}").unwrap().element();
        assert_eq!(element("a{}\n", None), "<style>a{}</style>");
        assert_eq!(
            element("a{}\n \r\n\nb{}\rc{}", None),
            "<style>a{}\nb{}\nc{}</style>"
        );
        assert_eq!(
            element("a{}", Some("r4nd+/-_==")),
            r#"<style nonce="r4nd+/-_==">a{}</style>"#
        );
        assert!(InlineStyles::new("a{}</STYLE><script>", None).is_err());
    }

    #[test]
    fn nonces_are_checked() {
        for nonce in ["", "=", "a b", "a\"", "a=b"] {
            assert!(Nonce::parse(nonce).is_err(), "{nonce:?} was accepted");
        }
    }

    #[test]
    fn a_policy_lists_the_hash_of_styles_without_a_nonce() {
        // `printf 'a{}' | openssl dgst -sha256 -binary | base64`
        let hash = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";
        let source = |styles: Styles| styles.in_markup("a{}").and_then(|sheet| sheet.source());
        assert_eq!(source(Styles::default()).as_deref(), Some(hash));
        assert_eq!(source(given("\r\na{}\r\n", None)).as_deref(), Some(hash));
        assert_eq!(source(given("a{}", Some("b"))), None);
        assert_eq!(source(Styles::Linked), None);
    }
}
