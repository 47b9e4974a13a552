//! The exports of a chart: its data, its picture, a link to it, a print.

use super::changing::changing;
use super::chart_controls::{button, opener};
use super::chart_names::name_of;
use super::setting::Setting;
use crate::chart::export::{Export, ExportOutcome};
use crate::chart::{Panel, State};
use crate::model::Chart;
use yew::prelude::*;

/// The row of buttons below a chart, and the panel of pictures that one of them opens.
///
/// `outcome` is that of the last export.
pub(super) fn chart_export(
    chart: &Chart,
    state: &State,
    has_links: bool,
    outcome: Option<ExportOutcome>,
    setting: Setting<'_>,
) -> Html {
    let messages = &state.language.messages().exports;
    let (id, name) = name_of(chart, "exports", setting);
    let take = |export: Export| button("take", export.name(), export.label(state.language));
    html! {
        <div
            class="chart-take-away"
            lang={setting.language.mark().0}
            role="group"
            aria-label={messages.title}
            aria-labelledby={name}
            {id}
        >
            { take(Export::Csv) }
            { opener(messages.image, Panel::Export, "take-away", state) }
            if state.panel == Panel::Export {
                <div class="chart-panel">
                    for &export in &Export::PICTURES {
                        { take(export) }
                    }
                </div>
            }
            if has_links {
                { take(Export::Link) }
            }
            { take(Export::Print) }
            <p class="chart-outcome" role="status">
                { changing(outcome.map_or("", |outcome| outcome.words(state.language))) }
            </p>
        </div>
    }
}
