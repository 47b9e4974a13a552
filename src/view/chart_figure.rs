//! A chart with its title, controls, drawing, table and source; it holds the reader's choices.

use super::chart_controls::chart_controls;
use super::chart_plot::chart_plot;
use super::chart_table::chart_table;
use super::inlines::inlines;
use crate::chart::{self, Action, State, words};
use crate::format;
use crate::model::Chart;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub(super) struct ChartFigureProps {
    pub(super) chart: Rc<Chart>,
    /// Whether a heading of the text stands above it, so that no level is skipped.
    pub(super) is_in_section: bool,
}

/// See `ArticleWidgetProps`.
impl PartialEq for ChartFigureProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart) && self.is_in_section == other.is_in_section
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.update(action))
    }
}

/// A chart of commitments.
#[component]
pub(super) fn ChartFigure(props: &ChartFigureProps) -> Html {
    let chart = &props.chart;
    let reducer = use_reducer_eq(|| State::new(chart));
    let on_action = Callback::from({
        let dispatcher = reducer.dispatcher();
        move |action| dispatcher.dispatch(action)
    });
    let state = *reducer;
    let layout = chart::layout(chart, state);
    let title_id = format!("chart-{}-title", chart.id);
    html! {
        <figure class="chart" part="chart" aria-labelledby={title_id.clone()}>
            <figcaption class="chart-head">
                if props.is_in_section {
                    <h3 class="chart-title" id={title_id}>{ inlines(&chart.title) }</h3>
                } else {
                    <h2 class="chart-title" id={title_id}>{ inlines(&chart.title) }</h2>
                }
                // Read aloud when the reader changes what is compared: it says what the bars are now.
                <p class="chart-subtitle" aria-live="polite">{ words::subtitle(state) }</p>
            </figcaption>
            { chart_controls(chart, state, &on_action) }
            { chart_plot(chart, state, &layout) }
            <div class="chart-notes">
                <p>{ format::joined(&words::remarks(chart), " ", " ") }</p>
                if let Some(note) = &chart.note {
                    <p>{ inlines(note) }</p>
                }
                <p>{ "Source: " }{ &chart.source }</p>
            </div>
            { chart_table(chart, state, &layout) }
        </figure>
    }
}
