//! The data of an article for search engines: a schema.org `NewsArticle` as JSON-LD.
//!
//! The fields are those that Google documents for articles. Fields without a known value are left out.

use super::super::escape::data_block;
use super::people::Contributor;
use super::social::contributors;
use super::{Page, modified};
use crate::model::Article;
use serde_json::{Map, Value, json};

/// The text of the script element.
pub(super) fn news_article(article: &Article, page: &Page) -> String {
    let mut fields = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        fields.extend(value.map(|value| (name.to_owned(), value)));
    };
    add("@context", Some("https://schema.org".into()));
    add("@type", Some("NewsArticle".into()));
    add("headline", Some(article.headline.plain_text().into()));
    add(
        "description",
        article
            .standfirst
            .as_ref()
            .map(|text| text.plain_text().into()),
    );
    add(
        "datePublished",
        article
            .published
            .as_ref()
            .map(|time| time.iso.clone().into()),
    );
    add(
        "dateModified",
        modified(article).map(|time| time.iso.clone().into()),
    );
    add("author", authors(article, page));
    let pictures = page.pictures(article).into_iter();
    let images: Vec<String> = pictures.map(|picture| picture.address).collect();
    add("image", (!images.is_empty()).then(|| images.into()));
    add(
        "publisher",
        page.site_name
            .as_ref()
            .map(|name| json!({ "@type": "Organization", "name": name })),
    );
    let language = Some(&article.language).filter(|tag| !tag.is_empty());
    add("inLanguage", language.cloned().map(Value::from));
    add(
        "mainEntityOfPage",
        page.canonical
            .as_ref()
            .map(|address| json!({ "@type": "WebPage", "@id": address.to_string() })),
    );
    data_block(&Value::Object(fields).to_string())
}

/// The authors of the document, or else the names in the byline.
fn authors(article: &Article, page: &Page) -> Option<Value> {
    let author = |named: &Contributor, url: Option<String>, image: Option<String>| {
        let kind = if named.is_organization {
            "Organization"
        } else {
            "Person"
        };
        let mut author = json!({ "@type": kind, "name": named.name });
        for (key, address) in [("url", url), ("image", image)] {
            if let Some(address) = address {
                author[key] = address.into();
            }
        }
        author
    };
    let named = contributors(article);
    let authors = named.iter().enumerate().map(|(index, named)| {
        // A name in the byline has nothing else.
        let given = article.authors.get(index);
        let href = given.and_then(|given| given.href.as_ref());
        let picture = given.and_then(|given| given.picture.as_ref());
        let image = picture.and_then(|picture| page.absolute(&picture.src));
        author(named, href.and_then(|href| page.absolute(href)), image)
    });
    (!named.is_empty()).then(|| authors.collect())
}
