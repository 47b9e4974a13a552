//! A page in one file, which opens from a disk and asks for nothing: no script, styles and pictures in the markup.

use super::super::escape::{Escaped, unescaped};
use super::super::sheets;
use super::super::story::Story;
use super::super::styles::{InMarkup, Styles};
use super::{Page, around};
use base64ct::{Base64, Encoding};

/// Gives the bytes of a file that a document names relative to itself, or a sentence that says why there are none.
pub type FileReader<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'a;

impl Page {
    /// The page in one file. The article stands among the page's own elements, without what only a script could use: the
    /// controls of charts and rows of stories, and data for search engines. A policy in the page forbids every request.
    ///
    /// Pictures come from `read`. Links become whole addresses where that of the page is known.
    ///
    /// # Errors
    ///
    /// A sentence for each picture, or part of the given styles, that would be a request.
    pub fn render_single_file(
        &self,
        story: &Story,
        read: &FileReader<'_>,
    ) -> Result<String, Vec<String>> {
        let styles = self.fragment.placement.styles();
        let sheet = match styles.in_markup(&sheets::ALONE) {
            Some(sheet) => sheet,
            // Nothing may be linked.
            None => InMarkup::new(&sheets::ALONE, None),
        };
        let around = around(styles);
        let (markup, prefix) = story.light_markup();
        let mut failures: Vec<String> = match styles {
            Styles::Given(_) => requests(sheet.css()).collect(),
            _ => Vec::new(),
        };
        let mut written = String::new();
        let mut rest = &*markup;
        while let Some((text, after)) = rest.split_once('<') {
            written.push_str(text);
            if let Some(comment) = after.strip_prefix("!--") {
                // A mark for an engine, which is not going to come.
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            rest = after;
            match self.tag(tag, read) {
                Ok(Some(tag)) => written.extend(["<", &tag, ">"]),
                Ok(None) => {}
                Err(failure) if failures.contains(&failure) => {}
                Err(failure) => failures.push(failure),
            }
        }
        written.push_str(rest);
        if !failures.is_empty() {
            return Err(failures);
        }
        let sources: Vec<String> = [around.as_ref(), Some(&sheet)]
            .into_iter()
            .flatten()
            .filter_map(InMarkup::source)
            .collect();
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src {}\">\n",
            sources.join(" ")
        );
        let head = self.head(story.article(), &policy);
        let around = around.map(|sheet| sheet.element()).unwrap_or_default();
        let sheet = sheet.element();
        Ok(format!(
            "{head}{around}\n{sheet}\n</head>\n<body>\n<main>\n<article-widget><div class=\"article-widget-light\" data-names=\"{prefix}\">{written}</div></article-widget>\n</main>\n</body>\n</html>\n"
        ))
    }

    /// A tag of the article, as it stands in a single file; `None` for one that is left out.
    fn tag(&self, tag: &str, read: &FileReader<'_>) -> Result<Option<String>, String> {
        match tag.split([' ', '/']).next() {
            // The other files of a picture: `img` names the one that every browser can show.
            Some("source") => Ok(None),
            Some("img") => {
                let tag = without(&without(tag, "srcset"), "sizes");
                changed(&tag, "src", |src| data_address(src, read)).map(Some)
            }
            Some("a") => changed(tag, "href", |href| Ok(self.link(href))).map(Some),
            _ => Ok(Some(tag.into())),
        }
    }

    /// The address of a link, as a whole one if possible.
    fn link(&self, href: &str) -> String {
        match self.whole(href) {
            Some(whole) if !href.starts_with('#') => whole.into(),
            _ => href.into(),
        }
    }
}

/// The start and the end of an attribute's value in a tag as the views write it.
fn value(tag: &str, name: &str) -> Option<(usize, usize)> {
    let before = format!(" {name}=\"");
    let start = tag.find(&before)? + before.len();
    Some((start, start + tag[start..].find('"')?))
}

/// A tag with another value of an attribute.
fn changed(
    tag: &str,
    name: &str,
    change: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    let Some((start, end)) = value(tag, name) else {
        return Ok(tag.into());
    };
    let new = change(&unescaped(&tag[start..end]))?;
    Ok(format!("{}{}{}", &tag[..start], Escaped(&new), &tag[end..]))
}

/// A tag without an attribute.
fn without(tag: &str, name: &str) -> String {
    match value(tag, name) {
        Some((start, end)) => {
            let before = start - name.len() - " =\"".len();
            format!("{}{}", &tag[..before], &tag[end + 1..])
        }
        None => tag.into(),
    }
}

/// A picture as an address that holds it.
fn data_address(src: &str, read: &FileReader<'_>) -> Result<String, String> {
    let lower = src.to_ascii_lowercase();
    if lower.starts_with("http:") || lower.starts_with("https:") || src.starts_with("//") {
        return Err(format!(
            "the picture `{src}` is on another site: save it beside the document, and name that file"
        ));
    }
    if src.starts_with('/') {
        return Err(format!(
            "the picture `{src}` is named from the root of a site: name its file relative to the document"
        ));
    }
    let file = src.split(['?', '#']).next().unwrap_or_default();
    let bytes = read(&decoded(file)).map_err(|error| format!("the picture `{src}`: {error}"))?;
    let Some(kind) = media_type(&bytes) else {
        return Err(format!(
            "the picture `{src}` is neither PNG, JPEG, GIF, WebP, AVIF nor SVG: save it as one of these"
        ));
    };
    Ok(format!(
        "data:{kind};base64,{}",
        Base64::encode_string(&bytes)
    ))
}

/// The name of a file in an address, where `%20` stands for a space.
fn decoded(file: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = file.as_bytes();
    while let [first, others @ ..] = rest {
        let digit = |at: usize| char::from(*others.get(at)?).to_digit(16);
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.extend(u8::try_from(high * 16 + low));
            rest = &others[2..];
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| file.into())
}

/// What a picture is, by its first bytes.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let is_svg = || {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1_000)]);
        start.contains("<svg")
    };
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("image/webp"),
        [
            _,
            _,
            _,
            _,
            b'f',
            b't',
            b'y',
            b'p',
            b'a',
            b'v',
            b'i',
            b'f' | b's',
            ..,
        ] => Some("image/avif"),
        _ => is_svg().then_some("image/svg+xml"),
    }
}

/// What a style sheet would ask for.
fn requests(css: &str) -> impl Iterator<Item = String> {
    let names = ["@import", "url(", "image-set("];
    let lower = css.to_ascii_lowercase();
    let found = names.into_iter().filter(move |name| {
        let mut places = lower.match_indices(name);
        places.any(|(place, _)| {
            let value = lower[place + name.len()..].trim_start_matches([' ', '"', '\'']);
            *name != "url(" || !value.starts_with("data:") && !value.starts_with('#')
        })
    });
    found.map(|name| {
        format!("the styles ask for another file (`{name}`): leave it out, or write it as a data: address")
    })
}
