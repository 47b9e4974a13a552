//! The notes below a chart: remarks on the figures that are shown, and their source.

use super::changing::changing;
use super::inlines::inlines;
use super::setting::Setting;
use crate::chart::{State, words};
use crate::format;
use crate::model::Chart;
use yew::prelude::*;

/// The notes of a chart.
pub(super) fn chart_notes(chart: &Chart, state: &State, setting: Setting<'_>) -> Html {
    let sentences = setting.messages().chart.sentences;
    let mut remarks = format::joined(&words::remarks(chart, state), sentences);
    if chart.note.is_some() && !remarks.is_empty() {
        remarks = sentences.with(["", &remarks]);
    }
    let (lang, dir) = setting.language.mark();
    html! {
        <div class="chart-notes">
            if chart.note.is_some() || !remarks.is_empty() {
                <p>
                    if let Some(note) = &chart.note {
                        <span>{ inlines(note, setting) }</span>
                    }
                    if lang.is_some() {
                        <span {lang} {dir}>{ changing(&remarks) }</span>
                    } else {
                        { changing(&remarks) }
                    }
                </p>
            }
            <p {lang} {dir}>{ words::source(chart, setting.language) }</p>
        </div>
    }
}
