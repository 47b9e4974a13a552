//! The parts around the text: takeaways before it; corrections, notes, sources and methodology
//! after it.

use super::blocks::{items, paragraphs};
use super::inlines::anchor;
use super::sentences::sentences;
use super::setting::Setting;
use crate::format;
use crate::model::{Article, Correction, Footnote};
use yew::prelude::*;

/// The main points of the article, before its text.
pub(super) fn takeaways(article: &Article, setting: Setting<'_>) -> Html {
    if article.takeaways.is_empty() {
        return Html::default();
    }
    let title_id = setting.id(&["takeaways-title"]);
    let (lang, dir) = setting.language.mark();
    html! {
        <section class="takeaways" aria-labelledby={title_id.clone()}>
            <h2 class="notes-title" id={title_id} {lang} {dir}>{ setting.messages().article.takeaways }</h2>
            <ul class="list">{ items(&article.takeaways, setting) }</ul>
        </section>
    }
}

/// Corrections, notes, sources and methodology, after the text.
pub(super) fn article_notes(article: &Article, setting: Setting<'_>) -> Html {
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
    let messages = &setting.messages().article;
    html! {
        <footer class="article-notes">
            if !corrections.is_empty() {
                { title(messages.corrections, setting) }
                { for corrections.iter().map(|it| correction(it, setting)) }
            }
            if !footnotes.is_empty() {
                { title(messages.notes, setting) }
                <ol class="list">{ for footnotes.iter().map(|it| footnote(it, setting)) }</ol>
            }
            if !sources.is_empty() {
                { title(messages.sources, setting) }
                <ul class="list">{ items(sources, setting) }</ul>
            }
            if !methodology.is_empty() {
                { title(messages.methodology, setting) }
                { paragraphs(methodology, setting) }
            }
        </footer>
    }
}

fn title(text: &'static str, setting: Setting<'_>) -> Html {
    let (lang, dir) = setting.language.mark();
    html! { <h2 class="notes-title" {lang} {dir}>{ text }</h2> }
}

fn correction(correction: &Correction, setting: Setting<'_>) -> Html {
    let Correction { date, text } = correction;
    let (before, after) = setting.messages().article.correction.around();
    let (lang, dir) = setting.language.mark();
    html! {
        <p>
            // An empty text would be in no prerendered page.
            if !before.is_empty() {
                { before }
            }
            <time class="correction-date" datetime={date.iso.clone()} {lang} {dir}>{ format::timestamp(date, setting.language) }</time>
            { after }
            // One text, not two: browsers place the letters of adjacent texts slightly differently, and hydrated
            // markup must look the same.
            <span>{ sentences(text, setting) }</span>
        </p>
    }
}

fn footnote(footnote: &Footnote, setting: Setting<'_>) -> Html {
    let id = &footnote.id;
    let place = setting.id(&["footnote-", id]);
    html! {
        // Receives the focus when the reader follows a reference.
        <li id={place.clone()} tabindex="-1">
            { anchor(place) }
            { sentences(&footnote.text, setting) }
            if footnote.is_referred {
                <a href={["#", &setting.id(&["reference-", id])].concat()} role="doc-backlink" lang={setting.language.mark().0} aria-label={setting.messages().article.back_to_text}>
                    { "↩" }
                </a>
            }
        </li>
    }
}
