//! The blocks of the body.

use super::article_contents::section_id;
use super::host::Host;
use super::inlines::{anchor, inlines};
use super::island::{Island, island};
use super::picture::picture;
use super::sentences::sentences;
use super::setting::Setting;
use super::table::table;
use super::widget_state::WidgetState;
use crate::model::{Article, Aside, Block, Inlines, Term, has_chart_beside};
use yew::prelude::*;

/// The text of an article. The dateline opens its first paragraph, as newspapers set it, without the day that
/// the head states.
///
/// It takes the islands of the text from `islands`; those that remain follow the text. `has_contents` says whether
/// a list leads to its sections.
pub(super) fn body(
    article: &Article,
    islands: &mut impl Iterator<Item = Island>,
    host: &Host,
    widget: &WidgetState,
    setting: Setting<'_>,
    has_contents: bool,
) -> Html {
    let mut sections = 0;
    let mut dateline = article.dateline_beside_date();
    let mut is_in_section = false;
    let mut content = |content: &Block| match content {
        Block::Heading(text) => {
            is_in_section = true;
            sections += 1;
            let place = has_contents.then(|| section_id(sections, setting));
            section_heading(text, place, setting)
        }
        // Levels of headings are not skipped.
        Block::Subheading(text) if !is_in_section => html! { <h2>{ inlines(text, setting) }</h2> },
        Block::Paragraph(text) => match dateline.take() {
            Some(dateline) => html! {
                <p><span class="dateline">{ dateline }</span>{ " — " }{ sentences(text, setting) }</p>
            },
            None => html! { <p>{ sentences(text, setting) }</p> },
        },
        Block::Chart(_) | Block::Related(_) => match islands.next() {
            Some(it) => island(&it, host, widget),
            None => Html::default(),
        },
        other => block(other, setting),
    };
    let mut all: Vec<Html> = Vec::new();
    for section in article
        .body
        .chunk_by(|_, next| !matches!(next, Block::Heading(_)))
    {
        let blocks = section.iter().map(&mut content);
        if has_chart_beside(section) {
            // The order of the markup stays that of reading.
            all.push(html! { <div class="beside">{ for blocks }</div> });
        } else {
            all.extend(blocks);
        }
    }
    all.into_iter().collect()
}

/// The heading of a section. With a place, a list leads to it.
fn section_heading(text: &Inlines, place: Option<String>, setting: Setting<'_>) -> Html {
    let tabindex = place.is_some().then_some("-1");
    html! {
        <h2 id={place.clone()} {tabindex}>
            { place.map(anchor).unwrap_or_default() }
            { inlines(text, setting) }
        </h2>
    }
}

/// A block that does not depend on the blocks before it.
fn block(block: &Block, setting: Setting<'_>) -> Html {
    match block {
        Block::Heading(text) | Block::Subheading(text) => {
            html! { <h3>{ inlines(text, setting) }</h3> }
        }
        Block::Paragraph(text) => html! { <p>{ sentences(text, setting) }</p> },
        Block::List(entries) => html! { <ul class="list">{ items(entries, setting) }</ul> },
        Block::NumberedList(entries) => html! { <ol class="list">{ items(entries, setting) }</ol> },
        Block::Terms(terms) => terms_list(terms, setting),
        Block::Quotation(quotation) => html! {
            <figure class="quotation">
                <blockquote>{ paragraphs(&quotation.paragraphs, setting) }</blockquote>
                { attribution(quotation.attribution.as_ref(), setting) }
            </figure>
        },
        Block::PullQuote(quote) => html! {
            <figure class="pull-quote">
                <p>{ sentences(&quote.text, setting) }</p>
                { attribution(quote.attribution.as_ref(), setting) }
            </figure>
        },
        Block::Figure(figure) => picture(figure, setting),
        Block::Table(content) => table(content, setting),
        Block::Aside(content) => aside(content, setting),
        Block::Divider(_) => html! { <hr class="divider" /> },
        Block::Chart(_) | Block::Related(_) | Block::Missing => html! {
            <p class="missing" lang={setting.language.mark().0} dir={setting.language.mark().1}>{ setting.messages().article.missing }</p>
        },
    }
}

/// The items of a list.
pub(super) fn items(entries: &[Inlines], setting: Setting<'_>) -> Html {
    let items = entries
        .iter()
        .map(|text| html! { <li>{ sentences(text, setting) }</li> });
    items.collect()
}

/// Paragraphs.
pub(super) fn paragraphs(texts: &[Inlines], setting: Setting<'_>) -> Html {
    let paragraphs = texts
        .iter()
        .map(|text| html! { <p>{ sentences(text, setting) }</p> });
    paragraphs.collect()
}

fn attribution(source: Option<&Inlines>, setting: Setting<'_>) -> Html {
    match source {
        Some(source) => {
            html! { <figcaption class="attribution">{ inlines(source, setting) }</figcaption> }
        }
        None => Html::default(),
    }
}

fn aside(aside: &Aside, setting: Setting<'_>) -> Html {
    // Without a title its role is `note`: the landmark of an `aside` needs a name.
    let name = aside.title.as_ref().map(Inlines::plain_text);
    let role = name.is_none().then_some("note");
    html! {
        <aside class="aside" {role} aria-label={name}>
            if let Some(title) = &aside.title {
                <p class="aside-title">{ inlines(title, setting) }</p>
            }
            { for aside.body.iter().map(|it| block(it, setting)) }
        </aside>
    }
}

fn terms_list(terms: &[Term], setting: Setting<'_>) -> Html {
    html! {
        <dl class="terms">
            for Term { term, text } in terms {
                <div class="term">
                    <dt>{ inlines(term, setting) }</dt>
                    <dd>{ sentences(text, setting) }</dd>
                </div>
            }
        </dl>
    }
}
