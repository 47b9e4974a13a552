//! A few words that lead to another story.

use crate::model::Teaser;
use yew::prelude::*;

/// A teaser with its link, which covers the whole card.
pub(super) fn teaser(teaser: &Teaser) -> Html {
    html! {
        <article class="teaser" part="teaser">
            if let Some(kicker) = &teaser.kicker {
                <p class="teaser-kicker">{ kicker }</p>
            }
            <h3 class="teaser-headline">{ &teaser.headline }</h3>
            if let Some(summary) = &teaser.summary {
                <p class="teaser-summary">{ summary }</p>
            }
            if let Some(address) = &teaser.address {
                <p class="teaser-more">
                    <a class="teaser-link" href={address.as_str().to_owned()}>
                        { "Read more" }
                        // Said to those who meet the link outside of its card.
                        <span class="visually-hidden">{ ": " }{ &teaser.headline }</span>
                    </a>
                </p>
            }
        </article>
    }
}
