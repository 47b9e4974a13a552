//! The notes below a chart: remarks on the figures that are shown, and their source.

use super::changing::changing;
use super::inlines::inlines;
use super::setting::Setting;
use crate::chart::{Layout, State, words};
use crate::document;
use crate::model::Chart;
use yew::prelude::*;

/// The notes of a chart whose first panel has this layout.
pub(super) fn chart_notes(
    chart: &Chart,
    state: &State,
    layout: &Layout,
    setting: Setting<'_>,
) -> Html {
    let mut remarks = document::joined(&words::remarks(chart, state), " ", " ");
    if chart.note.is_some() && !remarks.is_empty() {
        remarks.insert(0, ' ');
    }
    html! {
        <div class="chart-notes">
            if chart.note.is_some() || !remarks.is_empty() {
                <p>
                    if let Some(note) = &chart.note {
                        <span>{ inlines(note, setting) }</span>
                    }
                    { changing(&remarks) }
                </p>
            }
            if !layout.dates.is_empty() {
                <p data-narrow={layout.has_room_for_remarks.then_some("")}>
                    { words::dated_remarks(chart, true, setting.language) }
                </p>
            }
            <p>{ words::source(chart, setting.language) }</p>
        </div>
    }
}
