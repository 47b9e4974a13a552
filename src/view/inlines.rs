//! Text with marks.

use super::chart_names::row_id;
use super::names::Names;
use crate::model::{Datum, Definition, FootnoteReference, Inline, Inlines, Link};
use yew::prelude::*;

/// The markup of inline content.
pub(super) fn inlines(content: &Inlines, names: &Names) -> Html {
    let pieces = content.iter().map(|piece| inline(piece, names));
    pieces.collect()
}

/// The markup of one piece.
pub(super) fn inline(piece: &Inline, names: &Names) -> Html {
    match piece {
        Inline::Text(text) => html! { text },
        Inline::Strong(text) => html! { <strong>{ inlines(text, names) }</strong> },
        Inline::Emphasis(text) => html! { <em>{ inlines(text, names) }</em> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Superscript(text) => html! { <sup>{ inlines(text, names) }</sup> },
        Inline::Subscript(text) => html! { <sub>{ inlines(text, names) }</sub> },
        Inline::Link(Link { href, text }) => html! {
            <a href={href.as_str().to_owned()}>{ inlines(text, names) }</a>
        },
        Inline::Term(term) => definition(term, names),
        Inline::Footnote(reference) => footnote_reference(reference, names),
        Inline::Datum(datum) => figure(datum, names),
    }
}

/// A figure of the data, which leads to its row in the table of a chart.
fn figure(datum: &Datum, names: &Names) -> Html {
    let words = &datum.words;
    match &datum.chart {
        Some(chart) => {
            let row = row_id(&datum.of, chart, names);
            html! { <a class="datum" href={["#", &row].concat()}>{ words }</a> }
        }
        // Never a text beside another one: browsers would make one of them.
        None => html! { <span>{ words }</span> },
    }
}

/// A term that opens its definition. Browsers do that without a script, for every pointer and
/// keyboard; those that do not know popovers, and paper, show the definition in the text.
fn definition(term: &Definition, names: &Names) -> Html {
    let id = names.id(&["term-", &term.number.to_string()]);
    html! {
        <>
            <button class="term-button" type="button" popovertarget={id.clone()}>
                <dfn>{ &term.text }</dfn>
            </button>
            <span class="definition" id={id} popover="auto">{ &term.definition }</span>
        </>
    }
}

/// The place for the anchor that leads to here from outside of a shadow tree (see the prerenderer's
/// fragment.rs).
pub(super) fn anchor(place: String) -> Html {
    html! { <slot name={place} /> }
}

fn footnote_reference(reference: &FootnoteReference, names: &Names) -> Html {
    let FootnoteReference { id, number, .. } = reference;
    let place = reference.is_first.then(|| names.id(&["reference-", id]));
    html! {
        <sup class="footnote-reference">
            { place.clone().map(anchor).unwrap_or_default() }
            <a
                id={place}
                href={["#", &names.id(&["footnote-", id])].concat()}
                role="doc-noteref"
                aria-label={format!("Footnote {number}")}
            >
                { *number }
            </a>
        </sup>
    }
}
