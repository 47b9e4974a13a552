//! The blocks of the body.

use super::chart_figure::ChartFigure;
use super::inlines::inlines;
use crate::model::{Article, Block, Term};
use yew::prelude::*;

/// The text of an article. The dateline opens its first paragraph, as newspapers set it.
pub(super) fn body(article: &Article) -> Html {
    let mut dateline = article.dateline.as_deref();
    let mut is_in_section = false;
    let blocks = article.body.iter().map(|block| match block {
        Block::Heading(text) => {
            is_in_section = true;
            html! { <h2>{ inlines(text) }</h2> }
        }
        Block::Paragraph(text) => match dateline.take() {
            Some(dateline) => html! {
                <p><span class="dateline">{ dateline }</span>{ " — " }{ inlines(text) }</p>
            },
            None => html! { <p>{ inlines(text) }</p> },
        },
        Block::Terms(terms) => terms_list(terms),
        Block::Chart(chart) => html! { <ChartFigure chart={chart.clone()} {is_in_section} /> },
        Block::Missing => html! {
            <p class="missing">{ "A part of this article cannot be shown here." }</p>
        },
    });
    blocks.collect()
}

fn terms_list(terms: &[Term]) -> Html {
    html! {
        <dl class="terms">
            for Term { term, text } in terms {
                <div class="term">
                    <dt>{ inlines(term) }</dt>
                    <dd>{ inlines(text) }</dd>
                </div>
            }
        </dl>
    }
}
