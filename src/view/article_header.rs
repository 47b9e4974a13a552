//! What stands above the text: kicker, headline, standfirst, byline and time.

use super::inlines::inlines;
use super::names::Names;
use super::sentences::sentences;
use crate::format;
use crate::model::{Article, Timestamp};
use yew::prelude::*;

/// The head of an article.
pub(super) fn article_header(article: &Article, names: &Names) -> Html {
    html! {
        <header class="article-header">
            if let Some(kicker) = &article.kicker {
                <p class="kicker">{ kicker }</p>
            }
            // Takes the focus when the article comes in place of something that had it.
            <h1 class="headline" part={names.part("headline")} id={names.id(&["headline"])} tabindex="-1">{ inlines(&article.headline, names) }</h1>
            if let Some(standfirst) = &article.standfirst {
                <p class="standfirst">{ sentences(standfirst, names) }</p>
            }
            if article.byline.is_some() || article.published.is_some() || article.modified.is_some() {
                <p class="credits">
                    if let Some(byline) = &article.byline {
                        <span class="byline">{ ["By ", byline].concat() }</span>
                    }
                    if let Some(published) = &article.published {
                        { dated("Published ", published) }
                    }
                    if let Some(modified) = &article.modified {
                        { dated("Updated ", modified) }
                    }
                </p>
            }
        </header>
    }
}

fn dated(what: &'static str, timestamp: &Timestamp) -> Html {
    html! {
        <span class="published">
            { what }
            <time datetime={timestamp.iso.clone()}>{ format::timestamp(timestamp) }</time>
        </span>
    }
}
