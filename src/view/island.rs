//! An island: the place of a chart or of a row of stories in an article, which is mounted by itself.
//!
//! The text around it belongs to the page once it is written. The name of an island states its content: `chart:{id}`
//! or `related:{id}`.

use super::carousel::carousel;
use super::chart_figure::ChartFigure;
use super::host::Host;
use super::widget_state::WidgetState;
use crate::messages::Language;
use crate::model::{Article, Block, Chart, Id, Related};
use std::rc::Rc;
use yew::prelude::*;

/// The content of an island.
#[derive(Clone)]
pub(crate) enum Island {
    Chart {
        chart: Rc<Chart>,
        /// Whether a heading of the text precedes it: this decides on the level of its own heading.
        is_in_section: bool,
        is_right_to_left: bool,
        language: Language,
    },
    Related {
        related: Rc<Related>,
        /// How the language of the document writes dates.
        text_language: Language,
        language: Language,
    },
}

impl Island {
    /// Its name, which is unique in an article.
    pub(crate) fn name(&self) -> String {
        let (kind, id): (_, &Id) = match self {
            Self::Chart { chart, .. } => ("chart:", &chart.id),
            Self::Related { related, .. } => ("related:", &related.id),
        };
        [kind, id].concat()
    }

    /// Its markup.
    pub(super) fn content(&self, host: &Host, widget: &WidgetState) -> Html {
        match self {
            Self::Chart {
                chart,
                is_in_section,
                is_right_to_left,
                language,
            } => html! {
                <ChartFigure
                    chart={chart.clone()}
                    is_in_section={*is_in_section}
                    is_right_to_left={*is_right_to_left}
                    language={*language}
                    host={host.clone()}
                />
            },
            Self::Related {
                related,
                text_language,
                language,
            } => carousel(related, host, widget, *text_language, *language),
        }
    }
}

/// The islands of an article, in the order of the page: those in its body, then the rows that follow it.
pub(crate) fn islands(article: &Article) -> impl Iterator<Item = Island> {
    let mut is_in_section = false;
    let is_right_to_left = article.direction() == "rtl";
    let text_language = article.text_language();
    let language = Language::of(&article.language);
    let row = move |related: &Rc<Related>| Island::Related {
        related: related.clone(),
        text_language,
        language,
    };
    let in_body = article.body.iter().filter_map(move |block| match block {
        Block::Heading(_) => {
            is_in_section = true;
            None
        }
        Block::Chart(chart) => Some(Island::Chart {
            chart: chart.clone(),
            is_in_section,
            is_right_to_left,
            language,
        }),
        Block::Related(related) => Some(row(related)),
        _ => None,
    });
    in_body.chain(article.following().map(row))
}

/// The element of an island, with its content or empty.
pub(super) fn island(island: &Island, host: &Host, widget: &WidgetState) -> Html {
    let is_in_section = matches!(
        island,
        Island::Chart {
            is_in_section: true,
            ..
        }
    );
    html! {
        <div data-in-section={is_in_section.then_some("")} data-island={island.name()}>
            if !widget.has_empty_islands {
                { island.content(host, widget) }
            }
        </div>
    }
}
