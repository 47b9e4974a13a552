//! The blocks of the body.

use super::host::Host;
use super::inlines::inlines;
use super::island::{Island, island};
use super::names::Names;
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
    let names = &host.names;
    let mut dateline = article.dateline.as_deref();
    let mut is_in_section = false;
    let blocks = article.body.iter().map(|content| match content {
        Block::Heading(text) => {
            is_in_section = true;
            html! { <h2>{ inlines(text, names) }</h2> }
        }
        // No level is skipped.
        Block::Subheading(text) if !is_in_section => html! { <h2>{ inlines(text, names) }</h2> },
        Block::Paragraph(text) => match dateline.take() {
            Some(dateline) => html! {
                <p><span class="dateline">{ dateline }</span>{ " — " }{ sentences(text, names) }</p>
            },
            None => html! { <p>{ sentences(text, names) }</p> },
        },
        Block::Chart(_) | Block::Related(_) => match islands.next() {
            Some(it) => island(&it, host),
            None => Html::default(),
        },
        other => block(other, names),
    });
    blocks.collect()
}

/// A block that is the same wherever it stands.
fn block(block: &Block, names: &Names) -> Html {
    match block {
        Block::Heading(text) | Block::Subheading(text) => {
            html! { <h3>{ inlines(text, names) }</h3> }
        }
        Block::Paragraph(text) => html! { <p>{ sentences(text, names) }</p> },
        Block::List(entries) => html! { <ul class="list">{ items(entries, names) }</ul> },
        Block::NumberedList(entries) => html! { <ol class="list">{ items(entries, names) }</ol> },
        Block::Terms(terms) => terms_list(terms, names),
        Block::Quotation(quotation) => html! {
            <figure class="quotation">
                <blockquote>{ paragraphs(&quotation.paragraphs, names) }</blockquote>
                { attribution(quotation.attribution.as_ref(), names) }
            </figure>
        },
        Block::PullQuote(quote) => html! {
            <figure class="pull-quote">
                <p>{ sentences(&quote.text, names) }</p>
                { attribution(quote.attribution.as_ref(), names) }
            </figure>
        },
        Block::Figure(figure) => picture(figure, names),
        Block::Table(content) => table(content, names),
        Block::Aside(content) => aside(content, names),
        Block::Divider(_) => html! { <hr class="divider" /> },
        Block::Chart(_) | Block::Related(_) | Block::Missing => html! {
            <p class="missing">{ "A part of this article cannot be shown here." }</p>
        },
    }
}

/// The items of a list.
pub(super) fn items(entries: &[Inlines], names: &Names) -> Html {
    let items = entries
        .iter()
        .map(|text| html! { <li>{ sentences(text, names) }</li> });
    items.collect()
}

/// Paragraphs.
pub(super) fn paragraphs(texts: &[Inlines], names: &Names) -> Html {
    let paragraphs = texts
        .iter()
        .map(|text| html! { <p>{ sentences(text, names) }</p> });
    paragraphs.collect()
}

fn attribution(source: Option<&Inlines>, names: &Names) -> Html {
    match source {
        Some(source) => {
            html! { <figcaption class="attribution">{ inlines(source, names) }</figcaption> }
        }
        None => Html::default(),
    }
}

fn aside(aside: &Aside, names: &Names) -> Html {
    // Without a title it is a note to the text: as a landmark it would need a name.
    let name = aside.title.as_ref().map(Inlines::plain_text);
    let role = name.is_none().then_some("note");
    html! {
        <aside class="aside" {role} aria-label={name}>
            if let Some(title) = &aside.title {
                <p class="aside-title">{ inlines(title, names) }</p>
            }
            { for aside.body.iter().map(|it| block(it, names)) }
        </aside>
    }
}

fn terms_list(terms: &[Term], names: &Names) -> Html {
    html! {
        <dl class="terms">
            for Term { term, text } in terms {
                <div class="term">
                    <dt>{ inlines(term, names) }</dt>
                    <dd>{ sentences(text, names) }</dd>
                </div>
            }
        </dl>
    }
}
