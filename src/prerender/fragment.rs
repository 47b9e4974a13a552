//! The element with its article, to be put into any page.

use super::address::{Folder, Reference};
use super::escape::{Escaped, on_one_line};
use super::sheets;
use super::story::Story;
use super::styles::{InMarkup, Styles};
use crate::digest::build;
use std::collections::HashSet;

/// How an article is put into a page that the prerenderer did not write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The folder of the widget's files: `embed.js`, its WebAssembly and its style sheets.
    pub assets: Folder,
    /// The address of the document, if the element should name it.
    pub src: Option<Reference>,
    /// The address of a publisher's file of messages, if there is one: see [`messages::replace`](crate::messages::replace).
    pub messages: Option<Reference>,
    /// Whether the document is only at `src`, and not in the element too. The widget then fetches it once the
    /// reader is near. Readers who only read the text load a fifth less.
    pub is_linked: bool,
    /// Where in the element the article stands.
    pub placement: Placement,
}

/// Where in the element the article stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// In a declarative shadow tree, apart from the page's styles.
    Shadow(Styles),
    /// Among the page's own content, where reading modes and simple readers look for it.
    Light(Styles),
}

impl Placement {
    /// Where the styles of the article come from.
    #[must_use]
    pub fn styles(&self) -> &Styles {
        match self {
            Self::Shadow(styles) | Self::Light(styles) => styles,
        }
    }

    /// The style sheet that stands in the markup, if one does.
    fn sheet(&self) -> Option<InMarkup<'_>> {
        match self {
            Self::Shadow(styles) => styles.in_markup(&sheets::SHADOW),
            Self::Light(styles) => styles.in_markup(&sheets::LIGHT),
        }
    }
}

impl Fragment {
    /// What a strict `style-src` of the page's Content Security Policy has to list besides the folder of the widget's
    /// files: the hash of the styles in the markup. There is none where the styles come by a link or have a nonce.
    #[must_use]
    pub fn style_sources(&self) -> Vec<String> {
        let sheet = self.placement.sheet();
        sheet.and_then(|sheet| sheet.source()).into_iter().collect()
    }

    /// The element and the script that makes it interactive.
    ///
    /// They stand in a block, on one line. So renderers of Markdown do not change them, and if they are put
    /// into a paragraph, the paragraph ends before the block and not in the middle of it.
    #[must_use]
    pub fn render(&self, story: &Story) -> String {
        let assets = Escaped(&self.assets.to_string()).to_string();
        let styles = |linked: &str| match self.placement.sheet() {
            Some(sheet) => sheet.element(),
            None => format!(r#"<link rel="stylesheet" href="{assets}{linked}">"#),
        };
        let content = match &self.placement {
            Placement::Shadow(_) => {
                let styles = styles("article-widget.css");
                let markup = on_one_line(&story.markup());
                let anchors = anchors(&markup);
                format!(
                    r#"<template shadowrootmode="open">{styles}<div part="root">{markup}</div></template>{anchors}"#
                )
            }
            Placement::Light(_) => {
                let (markup, prefix) = story.light_markup();
                let (styles, markup) = (styles("article-widget.light.css"), on_one_line(&markup));
                format!(
                    r#"{styles}<div class="article-widget-light" data-names="{prefix}">{markup}</div>"#
                )
            }
        };
        let attribute = |name: &str, address: &Option<Reference>| match address {
            Some(address) => format!(r#" {name}="{}""#, Escaped(&address.to_string())),
            None => String::new(),
        };
        let src = match &self.src {
            // An element of the page may name this markup in its `src`. It takes over what its own build has written.
            Some(_) => {
                let build = build();
                format!(r#"{} data-build="{build}""#, attribute("src", &self.src))
            }
            None => String::new(),
        };
        let messages = attribute("messages", &self.messages);
        let document = match story.json() {
            _ if self.is_linked => String::new(),
            json => format!(r#"<script type="application/json">{json}</script>"#),
        };
        format!(
            r#"<div><article-widget{src}{messages}>{content}{document}</article-widget><script type="module" src="{assets}embed.js"></script></div>
"#
        )
    }
}

/// The anchors that the article's links lead to without a script. A link cannot lead into a shadow tree, so
/// the anchors stand outside of it, and slots show them at the right places. A browser scrolls there, and
/// opens closed elements around the anchor.
fn anchors<'a>(root: &'a str) -> String {
    let until = |end, rest: &'a str| rest.split(end).next().unwrap_or_default();
    let links = root.split("<a ").skip(1).map(|rest| until('>', rest));
    let goals = links.filter_map(|link| Some(until('"', link.split_once(r##"href="#"##)?.1)));
    let goals: HashSet<&str> = goals.collect();
    let slots = root.split(r#"<slot name=""#).skip(1);
    let places = slots.map(|rest| until('"', rest));
    let places = places.filter(|place| goals.contains(place));
    let mut anchors = String::new();
    for place in places {
        for part in [r#"<span slot=""#, place, r#"" id=""#, place, r#""></span>"#] {
            anchors.push_str(part);
        }
    }
    anchors
}
