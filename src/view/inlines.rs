//! Text with marks.

use super::chart_names::row_id;
use super::setting::Setting;
use crate::document;
use crate::format;
use crate::model::{Datum, Definition, FootnoteReference, Inline, Inlines, Link};
use yew::prelude::*;

/// The markup of inline content.
pub(super) fn inlines(content: &Inlines, setting: Setting<'_>) -> Html {
    let pieces = content.iter().map(|piece| inline(piece, setting));
    pieces.collect()
}

/// The markup of one piece.
pub(super) fn inline(piece: &Inline, setting: Setting<'_>) -> Html {
    match piece {
        Inline::Text(text) => html! { text },
        Inline::Strong(text) => html! { <strong>{ inlines(text, setting) }</strong> },
        Inline::Emphasis(text) => html! { <em>{ inlines(text, setting) }</em> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Superscript(text) => html! { <sup>{ inlines(text, setting) }</sup> },
        Inline::Subscript(text) => html! { <sub>{ inlines(text, setting) }</sub> },
        Inline::Link(Link { href, text }) => html! {
            <a href={href.as_str().to_owned()}>{ inlines(text, setting) }</a>
        },
        Inline::Term(term) => definition(term, setting),
        Inline::Footnote(reference) => footnote_reference(reference, setting),
        Inline::Datum(datum) => figure(datum, setting),
    }
}

/// A figure of the data, as a link to its row in the table of a chart.
fn figure(datum: &Datum, setting: Setting<'_>) -> Html {
    let words = &datum.words;
    match &datum.chart {
        Some(chart) => {
            let row = row_id(&datum.of, chart, setting);
            html! {
                <a class="datum" href={["#", &row].concat()} data-figure={choices(datum)}>
                    { words }
                </a>
            }
        }
        // Adjacent texts would become one in a browser, and hydration would fail.
        None => html! { <span>{ words }</span> },
    }
}

/// The choices in a chart with which it shows exactly this figure, in the words of
/// [`Action::parse`](crate::chart::Action::parse).
fn choices(datum: &Datum) -> Option<String> {
    let mut choices = Vec::new();
    if let Some(other) = datum.ratio_to.as_ref().or(datum.share_of.as_ref()) {
        choices.push(["baseline=", other].concat());
    }
    if let Some(currency) = &datum.currency {
        choices.push(["currency=", currency.code()].concat());
    }
    if !datum.basis.is_total() {
        choices.push("basis=per-year".into());
    }
    (!choices.is_empty()).then(|| document::joined(&choices, " ", " "))
}

/// A term that opens its definition. Browsers do that without a script, for every pointer and
/// keyboard; those that do not know popovers, and paper, show the definition in the text.
fn definition(term: &Definition, setting: Setting<'_>) -> Html {
    let id = setting.id(&["term-", &term.number.to_string()]);
    html! {
        <>
            <button class="term-button" type="button" popovertarget={id.clone()}>
                <dfn>{ &term.text }</dfn>
            </button>
            <span class="definition" id={id} popover="auto">{ &term.definition }</span>
        </>
    }
}

/// The slot for an anchor, with which links from outside of a shadow tree lead to this place (see the prerenderer's
/// fragment.rs).
pub(super) fn anchor(place: String) -> Html {
    html! { <slot name={place} /> }
}

fn footnote_reference(reference: &FootnoteReference, setting: Setting<'_>) -> Html {
    let FootnoteReference { id, number, .. } = reference;
    let number = format::count(*number, setting.language);
    let place = reference.is_first.then(|| setting.id(&["reference-", id]));
    html! {
        <sup class="footnote-reference">
            { place.clone().map(anchor).unwrap_or_default() }
            <a
                id={place}
                href={["#", &setting.id(&["footnote-", id])].concat()}
                role="doc-noteref"
                lang={setting.language.mark().0}
                aria-label={setting.messages().article.footnote.with([&number])}
            >
                { number }
            </a>
        </sup>
    }
}
