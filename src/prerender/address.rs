//! Addresses that a prerendered page names: of itself, of its images, of the widget's files.
//!
//! The checks are stricter than for addresses in a document, because the person who runs the prerenderer can
//! correct these at once.

use std::fmt;

/// An absolute http or https address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

/// An http or https address, or one relative to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference(String);

/// A [`Reference`] to a folder; it ends in `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(String);

impl WebAddress {
    /// Checks an address.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (scheme, rest) = text.split_once("://").unwrap_or_default();
        let is_web = ["http", "https"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(scheme));
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        if !is_web || host.is_empty() {
            return Err("give a whole address, such as https://example.org/story.html".into());
        }
        check_characters(text)?;
        Ok(Self(text.into()))
    }

    /// The same address as that of a folder, to [`join`](Self::join) names of files to.
    ///
    /// # Errors
    ///
    /// A sentence that says why it cannot be a folder.
    pub fn into_folder(self) -> Result<Self, String> {
        folder(self.0).map(Self)
    }

    /// The address of a file in this folder.
    #[must_use]
    pub fn join(&self, file: &str) -> Self {
        Self(format!("{}{}", self.0, encode(file)))
    }

    /// The address of a file beside the page with this one.
    #[must_use]
    pub fn beside(&self, file: &str) -> Self {
        let page = self.0.split(['?', '#']).next().unwrap_or_default();
        let host = page.find("//").map_or(0, |slashes| slashes + 2);
        match page[host..].rfind('/') {
            Some(end) => Self(page[..=host + end].into()).join(file),
            None => Self(format!("{page}/")).join(file),
        }
    }
}

impl Reference {
    /// Checks an address.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err("give an address".into());
        }
        check_characters(text)?;
        let start = text.split(['/', '?', '#']).next().unwrap_or_default();
        if start.contains(':') {
            WebAddress::parse(text)?;
        }
        Ok(Self(text.into()))
    }
}

impl Folder {
    /// Checks an address, and adds a `/` if it does not end in one.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        Reference::parse(text).and_then(|Reference(text)| folder(text).map(Self))
    }
}

/// The name of a file as it stands in an address.
pub(super) fn encode(file: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    file.bytes()
        .map(|byte| {
            if is_plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn folder(mut text: String) -> Result<String, String> {
    if text.contains(['?', '#']) {
        return Err("the address of a folder has neither ? nor #".into());
    }
    if !text.ends_with('/') {
        text.push('/');
    }
    Ok(text)
}

/// Finds a character that an address may not contain (WHATWG URL, "URL code points"; IPv6 needs brackets).
fn check_characters(text: &str) -> Result<(), String> {
    let is_wrong = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c);
    match text.chars().find(|c| is_wrong(*c)) {
        Some(wrong) => Err(format!("{wrong:?} cannot stand in an address: encode it")),
        None => Ok(()),
    }
}

macro_rules! display {
    ($($name:ident),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

display!(WebAddress, Reference, Folder);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_addresses() {
        for text in [
            "https://example.org",
            "HTTP://example.org:8080/a?b=c#d",
            "https://[::1]/x",
            "https://пример.example/история",
        ] {
            assert_eq!(WebAddress::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "example.org",
            "//example.org/",
            "/story.html",
            "https:/example.org",
            "https://",
            "https:///story.html",
            "https://:80/",
            "ftp://example.org/",
            "javascript://example.org/%0aalert(1)",
            "https://example.org/a b",
            "https://example.org/\"onload=",
            "https://example.org/\n",
        ] {
            assert!(WebAddress::parse(text).is_err(), "{text:?} was accepted");
        }
    }

    #[test]
    fn references() {
        for text in [
            "a.json",
            "./a.json",
            "../a",
            "/a",
            "//cdn.example/a",
            "?a:b",
            "a/b:c",
        ] {
            assert_eq!(Reference::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "javascript:alert(1)",
            "data:,x",
            "mailto:a@b.example",
            "c:/a",
            "a b",
        ] {
            assert!(Reference::parse(text).is_err(), "{text:?} was accepted");
        }
    }

    #[test]
    fn folders_end_in_a_slash() {
        assert_eq!(Folder::parse(".").unwrap().to_string(), "./");
        assert_eq!(Folder::parse("/w/").unwrap().to_string(), "/w/");
        assert!(Folder::parse("/w?v=1").is_err());
        let base = WebAddress::parse("https://example.org/news").unwrap();
        let base = base.into_folder().unwrap();
        assert_eq!(
            base.join("a b#1%.html").to_string(),
            "https://example.org/news/a%20b%231%25.html"
        );
        assert_eq!(encode("Ä:1.html"), "%C3%84%3A1.html");
    }
}
