//! What the reader can take away from a chart: its data, its picture, a link to it, a print.

use super::changing::changing;
use super::chart_controls::{button, opener};
use crate::chart::{Panel, State};
use yew::prelude::*;

/// What there is, and how it is called.
const OFFERS: [(&str, &str); 5] = [
    ("csv", "Data (CSV)"),
    ("svg", "Picture (SVG)"),
    ("png", "Picture (PNG)"),
    ("link", "Copy a link to this view"),
    ("print", "Print"),
];

/// A button that opens a panel of buttons.
///
/// `outcome` says what came of the last one.
pub(super) fn chart_take_away(state: &State, has_links: bool, outcome: &'static str) -> Html {
    let title = if has_links {
        "Download, link or print"
    } else {
        "Download or print"
    };
    html! {
        <div class="chart-take-away">
            { opener(title, Panel::TakeAway, "take-away", state) }
            if state.panel == Panel::TakeAway {
                <div class="chart-panel">
                    for (value, label) in OFFERS {
                        if has_links || value != "link" {
                            { button("take", value, label) }
                        }
                    }
                    <p class="chart-outcome" role="status">{ changing(outcome) }</p>
                </div>
            }
        </div>
    }
}
