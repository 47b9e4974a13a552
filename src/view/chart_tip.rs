//! The tip of a mark: all data of its commitment.

use super::setting::Setting;
use crate::chart::{Layout, Row, State, Tip, words};
use crate::model::Chart;
use yew::prelude::*;

/// The id of the one tip that is open in a chart.
pub(super) fn tip_id(chart: &Chart, setting: Setting<'_>) -> String {
    setting.id(&["chart-", &chart.id, "-tip"])
}

/// A tip, below or above its row, so that it never covers its own mark.
///
/// An empty drawing of the right height positions it, because markup has no `style`.
pub(super) fn chart_tip(
    chart: &Chart,
    state: &State,
    layout: &Layout,
    row: &Row,
    tip: Tip,
    is_right_to_left: bool,
    setting: Setting<'_>,
) -> Html {
    let commitment = &chart.commitments[tip.index];
    let distance = if tip.is_above {
        layout.height - row.top
    } else {
        row.top + row.height
    };
    // The layer runs from left to right in every language.
    let dir = if is_right_to_left { "rtl" } else { "ltr" };
    let side = if tip.is_left { "left" } else { "right" };
    let edge = if tip.is_above { "above" } else { "below" };
    html! {
        <div class="tip-layer" data-side={side} data-edge={edge}>
            <svg class="tip-spacer" height={distance.to_string()} aria-hidden="true" />
            <div class="tip" role="tooltip" id={tip_id(chart, setting)} {dir}>
                <p key={&*commitment.name} class="tip-title">{ &commitment.name }</p>
                <dl>
                    for (term, text) in words::tip(chart, state, commitment) {
                        <div key={[&*term, &text].concat()} class="tip-line">
                            <dt>{ term }</dt>
                            <dd>{ text }</dd>
                        </div>
                    }
                </dl>
            </div>
        </div>
    }
}
