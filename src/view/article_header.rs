//! What stands above the text: kicker, headline, standfirst, byline and time.

use crate::format;
use crate::model::Article;
use yew::prelude::*;

/// The head of an article.
pub(super) fn article_header(article: &Article) -> Html {
    html! {
        <header class="article-header">
            if let Some(kicker) = &article.kicker {
                <p class="kicker">{ kicker }</p>
            }
            // Takes the focus when the article comes in place of something that had it.
            <h1 class="headline" part="headline" id="headline" tabindex="-1">{ &article.headline }</h1>
            if let Some(standfirst) = &article.standfirst {
                <p class="standfirst">{ standfirst }</p>
            }
            if article.byline.is_some() || article.published.is_some() {
                <p class="credits">
                    if let Some(byline) = &article.byline {
                        <span class="byline">{ "By " }{ byline }</span>
                    }
                    if let Some(published) = &article.published {
                        <span class="published">
                            { "Published " }
                            <time datetime={published.iso.clone()}>{ format::timestamp(published) }</time>
                        </span>
                    }
                </p>
            }
        </header>
    }
}
