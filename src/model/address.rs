//! Addresses that a link may open.

use crate::document::{Context, Path, Read, Reading, Value};

/// An address that is safe to put into `href`: http, https, mailto, tel, or relative.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Address(String);

/// The schemes that a link may open; everything else could run code or leave the web.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Address {
    /// Checks an address.
    ///
    /// Browsers ignore control characters and surrounding spaces when they look for a scheme
    /// (WHATWG URL, "basic URL parser"), so these are taken out before the scheme is read.
    ///
    /// # Errors
    ///
    /// A sentence that names the address and the mend, where it is empty or its scheme is not
    /// one of those above.
    pub fn parse(text: &str) -> Result<Self, String> {
        let address: String = text.chars().filter(|c| !c.is_control()).collect();
        let address = address.trim();
        if address.is_empty() {
            return Err(
                "an address is missing: give an http, https, mailto, tel or relative one".into(),
            );
        }
        match scheme(address) {
            Some(scheme)
                if !SCHEMES
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(scheme)) =>
            {
                Err(format!(
                    "`{address}` is not an address that this widget opens: use http, https, mailto, tel or a relative one"
                ))
            }
            _ => Ok(Self(address.into())),
        }
    }

    /// Whether a browser can load a file from it, and list it with others: an http, https or
    /// relative address without spaces.
    #[must_use]
    pub fn is_file(&self) -> bool {
        let is_web = |scheme: &str| scheme.to_ascii_lowercase().starts_with("http");
        let address = self.0.trim_end_matches(',');
        address == self.0
            && !address.contains(char::is_whitespace)
            && scheme(address).is_none_or(is_web)
    }

    /// The address as it goes into `href`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<C: Context> Read<C> for Address {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let text = reading.text(value, path)?;
        #[cfg(not(target_arch = "wasm32"))]
        reading.check_code(text, path)?;
        reading.keep(Self::parse(text), path)
    }
}

/// What stands before the first colon, unless a `/`, `?` or `#` shows that the address is relative.
fn scheme(address: &str) -> Option<&str> {
    let end = address.find([':', '/', '?', '#'])?;
    address[end..].starts_with(':').then(|| &address[..end])
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn accepts_what_a_link_may_open() {
        for text in [
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "mailto:desk@example.org",
            "tel:+4930123456",
            "stories/one.html",
            "/stories/one.html",
            "//example.org/x",
            "#top",
            "?page=2",
            "a/b:c",
        ] {
            assert_eq!(Address::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn refuses_what_could_run_code() {
        for text in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "  javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{85}javascript:alert(1)",
            "data:text/html,x",
            "blob:https://example.org/1",
            "file:///etc/passwd",
            "vbscript:x",
            " :x",
        ] {
            assert!(Address::parse(text).is_err(), "{text:?} was accepted");
        }
    }

    #[test]
    fn refuses_nothing_at_all() {
        assert!(Address::parse(" \n ").is_err());
    }
}
