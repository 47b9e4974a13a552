//! A whole HTML page around one article.

mod json_ld;
mod oembed;
mod people;
mod single_file;
mod social;

use super::address::{Folder, WebAddress};
use super::escape::Escaped;
use super::fragment::Fragment;
use super::moment::minutes;
use super::sheets;
use super::story::Story;
use super::styles::{InMarkup, Styles};
use crate::model::{Address, Article, Block, Image, Inlines};
use crate::quantity::Timestamp;
use json_ld::news_article;
pub use single_file::FileReader;
use social::SharedPicture;
use url::Url;

pub use oembed::Oembed;

/// How an article becomes a page of its own.
///
/// The page has no inline script, and a strict Content Security Policy allows its inline styles by their hashes (see
/// [`style_sources`](Self::style_sources)) or a nonce. (The policy does not treat blocks of data, JSON and JSON-LD, as
/// scripts.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The article's part of the page.
    pub fragment: Fragment,
    /// The canonical address of the page.
    pub canonical: Option<WebAddress>,
    /// The picture that was made for the article where it is shared; it goes first.
    pub picture: Option<PagePicture>,
    /// Other pictures that stand for the article there.
    pub images: Vec<WebAddress>,
    /// The name of the site.
    pub site_name: Option<String>,
    /// The address of the page's [oEmbed document](Oembed), by which other sites embed it.
    pub oembed: Option<WebAddress>,
}

/// A picture that stands for a page where it is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// Its address.
    pub address: WebAddress,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// What those who do not see it are told.
    pub alternative: String,
}

impl Page {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, story: &Story) -> String {
        let article = story.article();
        let mut head = self.head(article, "");
        let styles = self.fragment.placement.styles();
        if !matches!(styles, Styles::Given(_)) {
            head.push_str(&page_styles(&self.fragment.assets, styles));
            head.push('\n');
        }
        let data = news_article(article, self);
        let fragment = self.fragment.render(story);
        format!(
            "{head}<script type=\"application/ld+json\">{data}</script>\n</head>\n<body>\n<main>\n{fragment}</main>\n</body>\n</html>\n"
        )
    }

    /// The start of the page, with what it says of itself. `first` comes before that.
    fn head(&self, article: &Article, first: &str) -> String {
        let headline = article.headline.plain_text();
        let standfirst = article.standfirst.as_ref().map(Inlines::plain_text);
        let mut head = opening(&article.language, article.direction(), &headline);
        head.push_str(first);
        let mut add = |line: String| {
            head.push_str(&line);
            head.push('\n');
        };
        if let Some(standfirst) = &standfirst {
            add(named("description", standfirst));
        }
        if let Some(canonical) = &self.canonical {
            add(canonical_link(canonical));
        }
        if let Some(oembed) = &self.oembed {
            add(oembed_link(oembed, &headline));
        }
        for (name, value) in social::properties(article, self) {
            add(match name {
                social::CARD => named(name, &value),
                name => property(name, &value),
            });
        }
        head
    }
}

impl Page {
    /// What a strict `style-src` has to list besides the folder of the widget's files: the hashes of all styles in the
    /// page. See [`Fragment::style_sources`].
    #[must_use]
    pub fn style_sources(&self) -> Vec<String> {
        let styles = self.fragment.placement.styles();
        let around = around(styles).and_then(|sheet| sheet.source());
        let mut sources: Vec<String> = around.into_iter().collect();
        sources.extend(self.fragment.style_sources());
        sources
    }

    /// The pictures that stand for the article: the one that was made for it, then those that were given, or else its own
    /// pictures whose absolute addresses are known.
    fn pictures(&self, article: &Article) -> Vec<SharedPicture> {
        let mut pictures = Vec::new();
        gather(&article.body, &mut pictures);
        let own = pictures.into_iter().filter_map(|image| {
            let address = self.absolute(&image.src)?;
            let size = (image.width, image.height);
            Some(SharedPicture {
                address,
                size: Some(size),
                alternative: image.alternative.clone(),
            })
        });
        let mut own: Vec<SharedPicture> = own.collect();
        let mut found: Vec<SharedPicture> = self.picture.iter().map(SharedPicture::made).collect();
        if self.images.is_empty() {
            // Search engines do not show smaller pictures.
            let is_large = |(width, height)| width * height >= 50_000;
            own.retain(|picture| picture.size.is_some_and(is_large));
            found.extend(own);
            return found;
        }
        found.extend(self.images.iter().map(|address| {
            let address = address.to_string();
            let same = own.iter().find(|picture| picture.address == address);
            same.cloned().unwrap_or(SharedPicture {
                address,
                size: None,
                alternative: None,
            })
        }));
        found
    }

    /// The absolute form of an address in the document, which may be relative to the page. `None` if it is
    /// relative and the page's address is not known, or if its scheme is not http or https.
    fn absolute(&self, address: &Address) -> Option<String> {
        let url = self.whole(address.as_str())?;
        matches!(url.scheme(), "http" | "https").then(|| url.into())
    }
}

impl Page {
    /// An address that may be relative to the page.
    fn whole(&self, address: &str) -> Option<Url> {
        let page = self.canonical.as_ref();
        let page = page.and_then(|page| Url::parse(&page.to_string()).ok());
        Url::options().base_url(page.as_ref()).parse(address).ok()
    }
}

/// The pictures of blocks, in the order of the page.
fn gather<'a>(blocks: &'a [Block], pictures: &mut Vec<&'a Image>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => pictures.push(&figure.image),
            Block::Aside(aside) => gather(&aside.body, pictures),
            _ => {}
        }
    }
}

/// The time of the last change that an article states. A correction is a change.
fn modified(article: &Article) -> Option<&Timestamp> {
    let corrections = article.corrections.iter();
    let dates = corrections.map(|correction| &correction.date);
    dates
        .chain(&article.modified)
        .max_by_key(|date| minutes(date))
}

/// The mark of a page that this module wrote.
const GENERATOR: &str = r#"<meta name="generator" content="article-widget">"#;

/// Whether a page was written by this module, and may be replaced by a newer one. Any other page is
/// the work of another program or of a person.
#[must_use]
pub fn is_generated(html: &str) -> bool {
    html.contains(GENERATOR)
}

/// The start of every page, up to its title.
pub(super) fn opening(language: &str, direction: &str, title: &str) -> String {
    let (language, title) = (Escaped(language), Escaped(title));
    format!(
        r#"<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{GENERATOR}
<title>{title}</title>
"#
    )
}

/// The styles for the page around an article, margins and background: in the markup or by a link, as those of the
/// article.
pub(super) fn page_styles(assets: &Folder, styles: &Styles) -> String {
    if let Some(sheet) = around(styles) {
        return sheet.element();
    }
    let assets = assets.to_string();
    format!(
        r#"<link rel="stylesheet" href="{}page.css">"#,
        Escaped(&assets)
    )
}

/// The sheet for the page around an article, where it stands in the markup.
fn around(styles: &Styles) -> Option<InMarkup<'_>> {
    match styles {
        Styles::Inline(nonce) => Some(InMarkup::new(&sheets::PAGE, nonce.as_ref())),
        Styles::Linked | Styles::Given(_) => None,
    }
}

pub(super) fn canonical_link(address: &WebAddress) -> String {
    let address = address.to_string();
    format!(r#"<link rel="canonical" href="{}">"#, Escaped(&address))
}

fn oembed_link(address: &WebAddress, title: &str) -> String {
    let (address, title) = (address.to_string(), Escaped(title));
    format!(
        r#"<link rel="alternate" type="application/json+oembed" href="{}" title="{title}">"#,
        Escaped(&address)
    )
}

fn named(name: &str, content: &str) -> String {
    format!(r#"<meta name="{name}" content="{}">"#, Escaped(content))
}

fn property(name: &str, content: &str) -> String {
    format!(r#"<meta property="{name}" content="{}">"#, Escaped(content))
}
