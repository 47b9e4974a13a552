//! The rows of a chart: names, marks and labels.

use super::chart_pointing::Pointing;
use super::chart_reading::reading_id;
use super::setting::Setting;
use crate::chart::{Form, LaidPanel, Mark, Row, Share, words};
use crate::model::{Chart, Status};
use std::ops::Range;
use yew::prelude::*;

/// The rows of a panel. `first` is the place of its first row among the rows of all panels, `lined` are the places within the
/// panel that the line between two panels passes.
pub(super) fn rows(
    chart: &Chart,
    panel: &LaidPanel,
    first: usize,
    lined: &Range<usize>,
    pointing: Pointing<'_>,
    setting: Setting<'_>,
) -> Html {
    let rows = panel.layout.rows.iter().enumerate();
    rows.map(|(place, row)| {
        let is_highlighted = panel.state.highlight == Some(row.index);
        let is_read = pointing.read == Some(row.index);
        let (mut role, mut tabindex) = (None, None);
        if let Some(active) = pointing.active {
            role = Some("button");
            tabindex = Some(if active == first + place { "0" } else { "-1" });
        }
        html! {
            <div
                key={row.index}
                class="row"
                data-highlighted={is_highlighted.then_some("")}
                data-read={is_read.then_some("")}
                data-line={lined.contains(&place).then_some("")}
                {role}
                {tabindex}
                aria-current={(role.is_some() && is_highlighted).then_some("true")}
                aria-describedby={is_read.then(|| reading_id(chart, setting))}
            >
                { text(chart, panel, row) }
                { track(chart, panel, row) }
            </div>
        }
    })
    .collect()
}

/// The name of a commitment, its period and status, and the remarks on it. A space ends each part, because screen readers
/// read the parts as one.
fn text(chart: &Chart, panel: &LaidPanel, row: &Row) -> Html {
    let commitment = &chart.commitments[row.index];
    let language = panel.state.language;
    let (lang, dir) = language.mark();
    let detail = words::detail(commitment, language);
    let remarks = chart.remarks_on(&commitment.id, language);
    html! {
        <span class="row-text">
            <span key={&*commitment.name} class="row-name">{ &commitment.name }</span>
            { " " }
            <span key={&*detail} class="row-detail" {lang} {dir}>{ &detail }</span>
            { " " }
            if !remarks.is_empty() {
                <span class="row-detail row-remark">{ &remarks }</span>
                { " " }
            }
        </span>
    }
}

/// The mark of a row and its label. In a timeline the label stands above the mark.
fn track(chart: &Chart, panel: &LaidPanel, row: &Row) -> Html {
    let start = row.mark.map_or(Share::default(), |mark| mark.start);
    let mark = row.mark.map(|mark| mark_of(chart, row, mark));
    if panel.state.form == Form::Timeline {
        html! {
            <span class="track">
                <span class="track-line">
                    { space(start) }
                    { label(chart, panel, row) }
                </span>
                <span class="track-line">
                    { space(start) }
                    { for mark }
                </span>
            </span>
        }
    } else {
        html! {
            <span class="track">
                { for mark }
                { label(chart, panel, row) }
            </span>
        }
    }
}

/// An empty drawing as wide as what comes before a mark.
fn space(width: Share) -> Html {
    html! { <svg class="space" width={width.to_string()} height="1" aria-hidden="true" /> }
}

fn mark_of(chart: &Chart, row: &Row, mark: Mark) -> Html {
    let is_reported = chart.commitments[row.index].status == Status::Reported;
    let is_hedged = row.figure.as_ref().is_some_and(|figure| figure.is_hedged);
    let kind = match (mark.is_open, is_reported, is_hedged) {
        (true, ..) => Some("open"),
        (_, true, _) => Some("reported"),
        (.., true) => Some("hedged"),
        _ => None,
    };
    html! {
        <svg
            class="mark"
            data-kind={kind}
            width={mark.width.to_string()}
            height={mark.height.to_string()}
            aria-hidden="true"
        >
            <rect width="100%" height="100%" />
        </svg>
    }
}

fn label(chart: &Chart, panel: &LaidPanel, row: &Row) -> Html {
    let label = match panel.state.form {
        Form::Timeline => words::spread(chart, &panel.state, row),
        _ => row.label().to_owned(),
    };
    html! {
        <span key={&*label} class="label">
            { &label }
            if let Some(sign) = words::converted_sign(chart, &panel.state, row) {
                <span class="label-converted">{ sign }</span>
            }
        </span>
    }
}
