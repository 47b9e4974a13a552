//! A teaser: a card that leads to another story.

use super::picture::image;
use crate::format;
use crate::messages::Language;
use crate::model::Teaser;
use yew::prelude::*;

/// How wide pictures of teasers are shown, at most; see `carousel.css`.
const SIZES: &str = "(min-width: 30em) 20em, 84vw";

/// A teaser. A press anywhere on the card follows its link; see `carousel.css` and `track.js`. Its words can be
/// selected.
pub(super) fn teaser(
    teaser: &Teaser,
    text_language: Language,
    language: Language,
    part: Option<&'static str>,
) -> Html {
    html! {
        <article
            class="teaser"
            {part}
            data-plain={teaser.image.is_none().then_some("")}
        >
            if let Some(picture) = &teaser.image {
                { image(picture, SIZES) }
            }
            if let Some(kicker) = &teaser.kicker {
                <p class="teaser-kicker">{ kicker }</p>
            }
            <h3 class="teaser-headline"><span class="words">{ &teaser.headline }</span></h3>
            if let Some(summary) = &teaser.summary {
                <p class="teaser-summary"><span class="words">{ summary }</span></p>
            }
            <p class="teaser-foot">
                if let Some(source) = &teaser.source {
                    <span class="teaser-source">{ source }</span>
                }
                if let Some(published) = &teaser.published {
                    <time class="teaser-published" datetime={published.iso.clone()}>
                        { format::day(published, text_language) }
                    </time>
                }
                if let Some(address) = &teaser.address {
                    <a class="teaser-link" href={address.as_str().to_owned()}>
                        if let (Some(lang), dir) = language.mark() {
                            <span {lang} {dir}>{ language.messages().stories.read_more }</span>
                        } else {
                            { language.messages().stories.read_more }
                        }
                        // For screen readers that list links without their cards.
                        <span class="visually-hidden">{ ": " }{ &teaser.headline }</span>
                    </a>
                }
            </p>
        </article>
    }
}
