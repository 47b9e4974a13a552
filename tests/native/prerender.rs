//! Articles as static HTML: fragments, pages and the list of a site.

mod allowed;
mod fragment;
mod oembed;
mod page;
mod sheets;
mod site;

use super::{default_json, small_json};
use article_widget::prerender::{Folder, Fragment, Page, Placement, Story, Styles};
use serde_json::Value as Json;

pub(crate) fn story(json: &Json) -> Story {
    Story::read(&json.to_string()).expect("a document")
}

fn default_story() -> Story {
    let story = story(&default_json());
    assert_eq!(story.problems(), []);
    story
}

/// The fragment without any options.
pub(crate) fn plain_fragment() -> Fragment {
    Fragment {
        assets: Folder::parse("./").unwrap(),
        src: None,
        messages: None,
        is_linked: false,
        placement: Placement::Shadow(Styles::default()),
    }
}

/// The page without any options.
pub(crate) fn plain_page() -> Page {
    Page {
        fragment: plain_fragment(),
        canonical: None,
        picture: None,
        images: Vec::new(),
        site_name: None,
        oembed: None,
    }
}

/// The text between the first occurrence of one text and the next occurrence of another.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html
        .split_once(start)
        .unwrap_or_else(|| panic!("{start:?} is missing"));
    let (inside, _) = rest
        .split_once(end)
        .unwrap_or_else(|| panic!("{end:?} is missing"));
    inside
}

/// The JSON in the `script` element of this type.
pub(crate) fn data(html: &str, kind: &str) -> Json {
    let text = between(html, &format!(r#"<script type="{kind}">"#), "</script>");
    serde_json::from_str(text).expect("JSON")
}

/// The text of markup that a reader sees, without tags and data.
pub(crate) fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let end = if after.starts_with("script") {
            "</script>"
        } else if after.starts_with("style") {
            "</style>"
        } else {
            ">"
        };
        rest = after.split_once(end).expect("tags end").1;
    }
    text.push_str(rest);
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    text
}
