//! A page that lists the pages of a site, the newest first.

use super::address::{Folder, WebAddress, encode};
use super::escape::Escaped;
use super::moment::minutes;
use super::page::{canonical_link, opening, page_styles};
use super::story::Story;
use super::styles::Styles;
use crate::format;
use crate::messages::Language;
use crate::model::Inlines;
use std::cmp::Reverse;

/// The language of the list: its articles may be in several.
const LANGUAGE: Language = Language::ENGLISH;
/// Its tag.
const TAG: &str = "en";

/// One page of a site.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name of its file, beside that of the list.
    pub file: String,
    /// The article on the page.
    pub story: Story,
}

/// The list as an HTML page. Stories without a date come last; those of the same time keep
/// their order.
///
/// `assets` is the folder of the widget's files, and `styles` says where the styles of the pages come from. `address` is the future address of the list, if it is known.
#[must_use]
pub fn index(
    entries: &[Entry],
    assets: &Folder,
    styles: &Styles,
    site_name: Option<&str>,
    address: Option<&WebAddress>,
) -> String {
    let title = site_name.unwrap_or(LANGUAGE.messages().article.articles);
    let head = opening(TAG, "ltr", title);
    let canonical = address.map(|address| canonical_link(address) + "\n");
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by_key(|entry| Reverse(entry.story.article().published.as_ref().map(minutes)));
    let items: String = entries.into_iter().map(item).collect();
    format!(
        "{head}{}{}\n</head>\n<body>\n<main class=\"page-stories\">\n<h1>{}</h1>\n{items}</main>\n</body>\n</html>\n",
        canonical.unwrap_or_default(),
        page_styles(assets, styles),
        Escaped(title),
    )
}

fn item(entry: &Entry) -> String {
    let article = entry.story.article();
    let standfirst = article.standfirst.as_ref().map(Inlines::plain_text);
    let standfirst = standfirst.map(|text| format!("<p>{}</p>\n", Escaped(&text)));
    let published = article.published.as_ref().map(|published| {
        format!(
            "<p><time datetime=\"{}\" lang=\"{TAG}\" dir=\"ltr\">{}</time></p>\n",
            Escaped(&published.iso),
            Escaped(&format::timestamp(published, LANGUAGE))
        )
    });
    format!(
        "<article lang=\"{}\" dir=\"{}\">\n<h2><a href=\"{}\">{}</a></h2>\n{}{}</article>\n",
        Escaped(&article.language),
        article.direction(),
        encode(&entry.file),
        Escaped(&article.headline.plain_text()),
        standfirst.unwrap_or_default(),
        published.unwrap_or_default(),
    )
}
