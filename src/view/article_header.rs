//! The head of an article: kicker, headline, standfirst, byline, time, and what it contains.

use super::article_contents::article_contents;
use super::inlines::inlines;
use super::picture::image;
use super::sentences::sentences;
use super::setting::Setting;
use crate::format;
use crate::messages::Message;
use crate::model::Article;
use crate::quantity::Timestamp;
use yew::prelude::*;

/// The head of an article. A long one takes so many minutes to read, and has a list of its sections.
pub(super) fn article_header(
    article: &Article,
    minutes: Option<usize>,
    setting: Setting<'_>,
) -> Html {
    let credits = article.credits(setting.language);
    let (lang, dir) = setting.language.mark();
    html! {
        <header class="article-header">
            if let Some(kicker) = &article.kicker {
                <p class="kicker">{ kicker }</p>
            }
            // Receives the focus when the article replaces a message that had it.
            <h1 class="headline" part={setting.part("headline")} id={setting.id(&["headline"])} tabindex="-1">{ inlines(&article.headline, setting) }</h1>
            if let Some(standfirst) = &article.standfirst {
                <p class="standfirst">{ sentences(standfirst, setting) }</p>
            }
            if credits.is_some() || article.published.is_some() || article.modified.is_some() {
                <p class="credits">
                    for picture in article.authors.iter().filter_map(|author| author.picture.as_ref()) {
                        { image(picture, "3em") }
                    }
                    if let Some(byline) = &credits {
                        <span class="byline" {lang} {dir}>{ setting.messages().article.by.with([byline]) }</span>
                    }
                    if let Some(published) = &article.published {
                        { dated(setting.messages().article.published, published, setting) }
                    }
                    if let Some(modified) = &article.modified {
                        { dated(setting.messages().article.updated, modified, setting) }
                    }
                </p>
            }
            if let Some(minutes) = minutes {
                { article_contents(article, minutes, setting) }
            }
        </header>
    }
}

fn dated(message: Message<1>, timestamp: &Timestamp, setting: Setting<'_>) -> Html {
    let (before, after) = message.around();
    let (lang, dir) = setting.language.mark();
    html! {
        <span class="published" {lang} {dir}>
            if !before.is_empty() {
                { before }
            }
            <time datetime={timestamp.iso.clone()}>{ format::timestamp(timestamp, setting.language) }</time>
            // An empty text would be a node that prerendered markup does not have.
            if !after.is_empty() {
                { after }
            }
        </span>
    }
}
