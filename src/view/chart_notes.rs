//! The notes below a chart: the meaning of its signs, remarks on its figures, and its source.

use super::inlines::inlines;
use super::setting::Setting;
use crate::chart::words::{self, Sign};
use crate::document;
use crate::model::Chart;
use yew::prelude::*;

/// The notes of a chart. They do not depend on the reader's choices, so that the page does not move.
pub(super) fn chart_notes(chart: &Chart, setting: Setting<'_>) -> Html {
    let signs = words::signs(chart);
    let remarks = words::remarks(chart, setting.language);
    html! {
        <div class="chart-notes">
            if !signs.is_empty() {
                <p class="signs">
                    for sign in signs {
                        <span class="sign">
                            { swatch(chart, sign, setting) }
                            <span>{ sign.meaning(setting.language) }</span>
                        </span>
                    }
                </p>
            }
            if !remarks.is_empty() {
                <p>{ document::joined(&remarks, " ", " ") }</p>
            }
            if let Some(note) = &chart.note {
                <p>{ inlines(note, setting) }</p>
            }
            <p>{ words::source(chart, setting.language) }</p>
        </div>
    }
}

/// A small mark that shows how a sign looks.
fn swatch(chart: &Chart, sign: Sign, setting: Setting<'_>) -> Html {
    let rect = |kind: Option<&'static str>, fill: Option<String>| {
        html! { <rect class="mark" data-kind={kind} x="1" y="1" width="26" height="10" {fill} /> }
    };
    html! {
        <svg class="swatch" width="28" height="12" aria-hidden="true">
            if sign == Sign::Hedged {
                { rect(None, None) }
                { rect(None, Some(hatch(chart, setting))) }
            } else {
                { rect(Some("reported"), None) }
            }
        </svg>
    }
}

/// The fill of marks whose figures were stated with a hedge; [`marks`](super::chart_marks::marks) defines it.
pub(super) fn hatch(chart: &Chart, setting: Setting<'_>) -> String {
    format!("url(#{})", hatch_id(chart, setting))
}

/// The id of that fill.
pub(super) fn hatch_id(chart: &Chart, setting: Setting<'_>) -> String {
    setting.id(&["chart-", &chart.id, "-hatch"])
}
