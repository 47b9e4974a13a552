//! The notes below a chart: remarks on the figures that are shown, and their source.

use super::changing::changing;
use super::inlines::inlines;
use super::setting::Setting;
use crate::chart::{Layout, State, words};
use crate::document;
use crate::model::Chart;
use std::ptr::from_ref;
use yew::prelude::*;

/// The notes of a chart whose first panel has this layout.
pub(super) fn chart_notes(
    chart: &Chart,
    state: &State,
    layout: &Layout,
    setting: Setting<'_>,
) -> Html {
    let remarks = document::joined(&words::remarks(chart, state), " ", " ");
    let mut notes = words::notes(chart, state).peekable();
    let has_words = notes.peek().is_some() || !remarks.is_empty();
    html! {
        <div class="chart-notes">
            if has_words {
                <p>
                    for note in notes {
                        <span key={from_ref(note) as usize}>{ inlines(note, setting) }</span>
                        { " " }
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
