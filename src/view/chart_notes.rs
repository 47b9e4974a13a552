//! The notes below a chart: remarks on the figures that are shown, their source and licence.

use super::changing::changing;
use super::inlines::inlines;
use super::setting::Setting;
use crate::chart::{Layout, State, words};
use crate::format;
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
    let sentences = setting.messages().chart.sentences;
    let remarks = format::joined(&words::remarks(chart, state), sentences);
    let between = sentences.with(["", ""]);
    let mut notes = words::notes(chart, state).peekable();
    let has_words = notes.peek().is_some() || !remarks.is_empty();
    let (lang, dir) = setting.language.mark();
    html! {
        <div class="chart-notes">
            if has_words {
                <p>
                    for note in notes {
                        <span key={from_ref(note) as usize}>{ inlines(note, setting) }</span>
                        { &between }
                    }
                    if lang.is_some() {
                        <span {lang} {dir}>{ changing(&remarks) }</span>
                    } else {
                        { changing(&remarks) }
                    }
                </p>
            }
            if !layout.dates.is_empty() {
                <p {lang} {dir} data-narrow={layout.has_room_for_remarks.then_some("")}>
                    { words::dated_remarks(chart, true, setting.language) }
                </p>
            }
            <p {lang} {dir}>{ words::source(chart, setting.language) }</p>
            if let Some(license) = &chart.license {
                <p>{ inlines(license, setting) }</p>
            }
        </div>
    }
}
