//! How to cite an article.

use crate::format;
use crate::messages::Language;
use crate::model::Article;

/// How to cite an article that is at this address, in lines: its headline with the date, and the address.
#[must_use]
pub fn citation(article: &Article, address: &str) -> String {
    let headline = article.headline.plain_text();
    let language = Language::of(&article.language);
    let first = match &article.published {
        Some(published) => {
            let date = format::day(published, language);
            language.messages().chart.dated.with([&headline, &date])
        }
        None => headline,
    };
    format!("{first}\n{address}")
}
