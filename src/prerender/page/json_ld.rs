//! The data of an article for search engines: a schema.org `NewsArticle` as JSON-LD.
//!
//! The fields are those that Google documents for articles. What is not known is left out.

use super::super::escape::data_block;
use super::Page;
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
        article
            .modified
            .as_ref()
            .map(|time| time.iso.clone().into()),
    );
    add("author", article.byline.as_deref().map(authors));
    let images: Vec<String> = page.images.iter().map(ToString::to_string).collect();
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

/// The authors that a byline names.
fn authors(byline: &str) -> Value {
    names(byline)
        .into_iter()
        .map(|name| {
            // People are not called "the …", desks and agencies are.
            let is_desk = name
                .get(..4)
                .is_some_and(|start| start.eq_ignore_ascii_case("the "));
            let kind = if is_desk { "Organization" } else { "Person" };
            json!({ "@type": kind, "name": name })
        })
        .collect()
}

/// `A, B and C` names three. Without an "and", what follows a comma is a place or an office.
fn names(byline: &str) -> Vec<&str> {
    let Some((first, last)) = byline.rsplit_once(" and ") else {
        return vec![byline.trim()];
    };
    let names = first.split(", ").flat_map(|names| names.split(" and "));
    names
        .chain([last])
        .map(|name| name.trim().trim_end_matches(','))
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        assert_eq!(names("Ada Byron"), ["Ada Byron"]);
        assert_eq!(names("Ada Byron, Beijing"), ["Ada Byron, Beijing"]);
        assert_eq!(names("A B and C D"), ["A B", "C D"]);
        assert_eq!(names("A B, C D and E F"), ["A B", "C D", "E F"]);
        assert_eq!(names("A B, C D, and E F"), ["A B", "C D", "E F"]);
        assert_eq!(
            authors("the news desk and Andy Strand"),
            json!([
                { "@type": "Organization", "name": "the news desk" },
                { "@type": "Person", "name": "Andy Strand" },
            ])
        );
    }
}
