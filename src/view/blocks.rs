//! The blocks of the body.

use super::host::Host;
use super::inlines::inlines;
use super::island::{Island, island};
use super::picture::picture;
use super::sentences::sentences;
use super::table::table;
use crate::model::{Article, Aside, Block, Inlines, Term};
use yew::prelude::*;

/// The text of an article. The dateline opens its first paragraph, as newspapers set it.
///
/// `islands` are those of the article; what is left of them follows it.
pub(super) fn body(
    article: &Article,
    islands: &mut impl Iterator<Item = Island>,
    host: &Host,
) -> Html {
    let mut dateline = article.dateline.as_deref();
    let mut is_in_section = false;
    let blocks = article.body.iter().map(|content| match content {
        Block::Heading(text) => {
            is_in_section = true;
            html! { <h2>{ inlines(text) }</h2> }
        }
        // No level is skipped.
        Block::Subheading(text) if !is_in_section => html! { <h2>{ inlines(text) }</h2> },
        Block::Paragraph(text) => match dateline.take() {
            Some(dateline) => html! {
                <p><span class="dateline">{ dateline }</span>{ " — " }{ sentences(text) }</p>
            },
            None => html! { <p>{ sentences(text) }</p> },
        },
        Block::Chart(_) | Block::Related(_) => match islands.next() {
            Some(it) => island(&it, host),
            None => Html::default(),
        },
        other => block(other),
    });
    blocks.collect()
}

/// A block that is the same wherever it stands.
fn block(block: &Block) -> Html {
    match block {
        Block::Heading(text) | Block::Subheading(text) => html! { <h3>{ inlines(text) }</h3> },
        Block::Paragraph(text) => html! { <p>{ sentences(text) }</p> },
        Block::List(entries) => html! { <ul class="list">{ items(entries) }</ul> },
        Block::NumberedList(entries) => html! { <ol class="list">{ items(entries) }</ol> },
        Block::Terms(terms) => terms_list(terms),
        Block::Quotation(quotation) => html! {
            <figure class="quotation">
                <blockquote>{ paragraphs(&quotation.paragraphs) }</blockquote>
                { attribution(quotation.attribution.as_ref()) }
            </figure>
        },
        Block::PullQuote(quote) => html! {
            <figure class="pull-quote">
                <p>{ sentences(&quote.text) }</p>
                { attribution(quote.attribution.as_ref()) }
            </figure>
        },
        Block::Figure(figure) => picture(figure),
        Block::Table(content) => table(content),
        Block::Aside(content) => aside(content),
        Block::Divider(_) => html! { <hr class="divider" /> },
        Block::Chart(_) | Block::Related(_) | Block::Missing => html! {
            <p class="missing">{ "A part of this article cannot be shown here." }</p>
        },
    }
}

/// The items of a list.
pub(super) fn items(entries: &[Inlines]) -> Html {
    let items = entries
        .iter()
        .map(|text| html! { <li>{ sentences(text) }</li> });
    items.collect()
}

/// Paragraphs.
pub(super) fn paragraphs(texts: &[Inlines]) -> Html {
    let paragraphs = texts
        .iter()
        .map(|text| html! { <p>{ sentences(text) }</p> });
    paragraphs.collect()
}

fn attribution(source: Option<&Inlines>) -> Html {
    match source {
        Some(source) => html! { <figcaption class="attribution">{ inlines(source) }</figcaption> },
        None => Html::default(),
    }
}

fn aside(aside: &Aside) -> Html {
    // Without a title it is a note to the text: as a landmark it would need a name.
    let name = aside.title.as_ref().map(Inlines::plain_text);
    let role = name.is_none().then_some("note");
    html! {
        <aside class="aside" {role} aria-label={name}>
            if let Some(title) = &aside.title {
                <p class="aside-title">{ inlines(title) }</p>
            }
            { for aside.body.iter().map(block) }
        </aside>
    }
}

fn terms_list(terms: &[Term]) -> Html {
    html! {
        <dl class="terms">
            for Term { term, text } in terms {
                <div class="term">
                    <dt>{ inlines(term) }</dt>
                    <dd>{ sentences(text) }</dd>
                </div>
            }
        </dl>
    }
}
