//! Addresses that a link may open.

#[cfg(feature = "authoring")]
use crate::document::ProblemKind;
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
    /// Browsers ignore control characters and surrounding spaces when they look for a scheme (WHATWG URL,
    /// "basic URL parser"), so these are removed before the scheme is read.
    ///
    /// # Errors
    ///
    /// If the address is empty or its scheme is not one of those above: a sentence that names the address and
    /// how to correct it.
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
        #[cfg(feature = "checks")]
        reading.check_code(text, path)?;
        let address = reading.keep(Self::parse(text), path)?;
        #[cfg(feature = "authoring")]
        if let Err(message) = address.check() {
            // The link is still prerendered, because the browser decides, and may accept the address.
            reading.note::<()>(ProblemKind::Value, path, message);
        }
        Some(address)
    }
}

#[cfg(feature = "authoring")]
impl Address {
    /// Whether a browser can open it from a page under https.
    ///
    /// # Errors
    ///
    /// A sentence that names the address and what is wrong with it.
    fn check(&self) -> Result<(), String> {
        // Browsers read more than two slashes as two. The crate `url` does not.
        let rest = self.0.trim_start_matches(['/', '\\']);
        let address = match self.0.len() - rest.len() {
            0..=2 => self.0.clone(),
            _ => format!("//{rest}"),
        };
        let page = url::Url::parse("https://example.org/").ok();
        let parsed = url::Url::options().base_url(page.as_ref()).parse(&address);
        let message = |error| {
            format!(
                "`{}` is not an address that a browser can open: {error}",
                self.0
            )
        };
        parsed.map(drop).map_err(message)
    }
}

/// The text before the first colon, unless a `/`, `?` or `#` before it shows that the address is relative.
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

    #[cfg(feature = "authoring")]
    #[test]
    fn what_no_browser_can_open_is_named() {
        for (text, reason) in [
            // Ports.
            ("http://example.org:b/c", "port"),
            ("http://example.org:-80/", "port"),
            ("http://example.org: 80/", "port"),
            ("http://example.org:65536/", "port"),
            ("https://example.org:18446744073709551697/", "port"),
            ("//example.org:port/", "port"),
            // Addresses of the sixth version.
            ("http://[1::2]:3:4", "port"),
            ("http://[]", "IPv6"),
            ("http://[::1.2.3.]", "IPv6"),
            ("http://[0:1:2:3:4:5:6:7:8]/", "IPv6"),
            ("http://[www.example.org]/", "IPv6"),
            ("https://[0::0::0]", "IPv6"),
            ("http://[::1", "IPv6"),
            ("http://2001::1", "port"),
            // Addresses of the fourth version.
            ("http://192.168.0.257", "IPv4"),
            ("http://256.256.256.256/", "IPv4"),
            ("http://1.2.3.4.5/", "IPv4"),
            ("http://4294967296/", "IPv4"),
            ("http://www.09/", "IPv4"),
            ("http://www.example.1.2.3.4/", "IPv4"),
            // Names.
            ("http:", "empty host"),
            ("http://", "empty host"),
            ("https://?query", "empty host"),
            ("https://#fragment", "empty host"),
            ("http://user:password@/", "empty host"),
            ("http://@/www.example.org", "empty host"),
            ("//", "empty host"),
            ("http://example example.org", "domain"),
            ("http://exa<mple.org", "domain"),
            ("http://exa^mple.org", "domain"),
            ("http://exa|mple.org", "domain"),
            ("http://exa[mple.org/", "domain"),
            ("http://exa%mple.org/", "domain"),
            ("http://exa%00mple.org/", "domain"),
            ("http://exa%20mple.org/", "domain"),
            ("http://exa%2Fmple.org/", "domain"),
            ("https://xn--/", "domain"),
            ("http://a.b.xn--pokxncvks/", "domain"),
            ("https://\u{ad}/", "host"),
            ("https://\u{ff05}41.org", "domain"),
            ("mailto://:443", "host"),
            ("tel://a b/", "domain"),
        ] {
            let message = Address::parse(text).unwrap().check().unwrap_err();
            assert!(
                message.contains(text) && message.contains(reason),
                "{message}"
            );
        }
    }

    #[cfg(feature = "authoring")]
    #[test]
    fn what_a_browser_can_open_is_not_named() {
        for text in [
            "https://example.org",
            "HTTP://EXAMPLE.ORG:8080/%zz?a b#c d",
            "http:example.org",
            "https:/example.org/",
            "http://user:password@example.org:/",
            "http://[2001:db8::1]:80/",
            "http://192.168.257/",
            "http://0x7f.1/",
            "http://münchen.example/straße",
            "http://xn--mnchen-3ya.example/",
            "http://例え.テスト",
            "http://exa_mple.org./",
            "\\\\example.org\\a",
            "///example.org/a",
            "//example.org",
            "stories/one two.html",
            "../a:b",
            "?q=[1]|2",
            "#a b",
            "mailto:desk@example.org?subject=A b",
            "tel:+49 30 123456",
            "tel:",
        ] {
            assert_eq!(Address::parse(text).unwrap().check(), Ok(()), "{text}");
        }
    }
}
