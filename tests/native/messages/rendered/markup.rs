//! The texts of markup.

use crate::prerender::text_of;

/// Texts as they are compared.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    text.replace(['\u{a0}', '\u{202f}'], " ").trim().to_owned()
}

/// The elements whose tags have this sign, as their tags and contents.
pub(super) fn elements<'a>(html: &'a str, sign: &str) -> Vec<(&'a str, &'a str)> {
    let element = |(at, _)| {
        let start = html[..=at].rfind('<').unwrap() + 1;
        let (tag, rest) = html[start..].split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        let (mut depth, mut end) = (1, 0);
        while depth > 0 {
            end += rest[end..].find('<').expect("the end of an element") + 1;
            let next = &rest[end..];
            let is_it =
                |next: &str| next.starts_with(name) && next[name.len()..].starts_with([' ', '>']);
            depth += i32::from(is_it(next)) - i32::from(next.strip_prefix('/').is_some_and(is_it));
        }
        (tag, &rest[..end - 1])
    };
    html.match_indices(sign).map(element).collect()
}

pub(super) fn texts(html: &str, sign: &str) -> Vec<String> {
    let text = |(_, content): &(&str, &str)| plain(&text_of(content));
    elements(html, sign).iter().map(text).collect()
}

pub(super) fn class(name: &str) -> String {
    format!(r#"class="{name}""#)
}

pub(super) fn labels(html: &str, sign: &str) -> Vec<String> {
    let label = |(tag, _): &(&str, &str)| {
        let (_, rest) = tag.split_once(r#"aria-label=""#).expect("a label");
        plain(rest.split_once('"').unwrap().0)
    };
    elements(html, sign).iter().map(label).collect()
}

pub(super) fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once("-->").unwrap().1)
}
