//! What stands around the text: takeaways before it; corrections, notes, sources and methodology
//! after it.

use super::blocks::{items, paragraphs};
use super::inlines::anchor;
use super::names::Names;
use super::sentences::sentences;
use crate::format;
use crate::model::{Article, Correction, Footnote};
use yew::prelude::*;

/// The points that a reader in a hurry should know.
pub(super) fn takeaways(article: &Article, names: &Names) -> Html {
    if article.takeaways.is_empty() {
        return Html::default();
    }
    let title_id = names.id(&["takeaways-title"]);
    html! {
        <section class="takeaways" aria-labelledby={title_id.clone()}>
            <h2 class="notes-title" id={title_id}>{ "Key takeaways" }</h2>
            <ul class="list">{ items(&article.takeaways, names) }</ul>
        </section>
    }
}

/// What a reader may ask of the text after reading it.
pub(super) fn article_notes(article: &Article, names: &Names) -> Html {
    let Article {
        corrections,
        footnotes,
        sources,
        methodology,
        ..
    } = article;
    let has_any = [
        corrections.len(),
        footnotes.len(),
        sources.len(),
        methodology.len(),
    ];
    if has_any == [0; 4] {
        return Html::default();
    }
    html! {
        <footer class="article-notes">
            if !corrections.is_empty() {
                { title("Corrections") }
                { for corrections.iter().map(|it| correction(it, names)) }
            }
            if !footnotes.is_empty() {
                { title("Notes") }
                <ol class="list">{ for footnotes.iter().map(|it| footnote(it, names)) }</ol>
            }
            if !sources.is_empty() {
                { title("Sources") }
                <ul class="list">{ items(sources, names) }</ul>
            }
            if !methodology.is_empty() {
                { title("How the figures were found") }
                { paragraphs(methodology, names) }
            }
        </footer>
    }
}

fn title(text: &'static str) -> Html {
    html! { <h2 class="notes-title">{ text }</h2> }
}

fn correction(correction: &Correction, names: &Names) -> Html {
    let Correction { date, text } = correction;
    html! {
        <p>
            <time class="correction-date" datetime={date.iso.clone()}>{ format::timestamp(date) }</time>
            { ": " }
            // Browsers place the letters of two texts that follow each other by a hair's breadth
            // differently from those of one, so none do.
            <span>{ sentences(text, names) }</span>
        </p>
    }
}

fn footnote(footnote: &Footnote, names: &Names) -> Html {
    let id = &footnote.id;
    let place = names.id(&["footnote-", id]);
    html! {
        // Takes the focus when a reference leads here.
        <li id={place.clone()} tabindex="-1">
            { anchor(place) }
            { sentences(&footnote.text, names) }
            if footnote.is_referred {
                <a href={["#", &names.id(&["reference-", id])].concat()} role="doc-backlink" aria-label="Back to the text">
                    { "↩" }
                </a>
            }
        </li>
    }
}
