//! The exports of a chart: its data, its picture, a link to it, a print.

use super::changing::changing;
use super::chart_controls::{button, opener};
use crate::chart::export::{Export, ExportOutcome};
use crate::chart::{Panel, State};
use yew::prelude::*;

/// A button that opens a panel of buttons.
///
/// `outcome` is that of the last export.
pub(super) fn chart_export(state: &State, has_links: bool, outcome: Option<ExportOutcome>) -> Html {
    let messages = &state.language.messages().exports;
    let title = if has_links {
        messages.title_with_link
    } else {
        messages.title
    };
    html! {
        <div class="chart-take-away">
            { opener(title, Panel::Export, "take-away", state) }
            if state.panel == Panel::Export {
                <div class="chart-panel">
                    for &export in &Export::ALL {
                        if has_links || export != Export::Link {
                            { button("take", export.name(), export.label(state.language)) }
                        }
                    }
                    <p class="chart-outcome" role="status">
                        { changing(outcome.map_or("", |outcome| outcome.words(state.language))) }
                    </p>
                </div>
            }
        </div>
    }
}
