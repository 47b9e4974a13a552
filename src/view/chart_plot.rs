//! The drawing of a chart, with the tip of one of its marks.
//!
//! Lengths along the axis are percentages, which need no measuring. So the drawing fits any width before a script
//! runs, and the page does not move when the chart is hydrated.

use super::chart_marks::marks;
use super::chart_names::name_of;
use super::chart_pointing::Pointing;
use super::chart_tip::chart_tip;
use super::setting::Setting;
use crate::chart::{Layout, State};
use crate::model::Chart;
use yew::prelude::*;

/// The tallest drawings that fit on paper with their titles, A4 or Letter, upright and on its side; in
/// CSS pixels.
const TALLEST: [u32; 2] = [840, 520];

/// The paper that a drawing is too tall for, as the value of an attribute.
const fn tall(height: u32) -> Option<&'static str> {
    match height {
        _ if height > TALLEST[0] => Some("any"),
        _ if height > TALLEST[1] => Some("landscape"),
        _ => None,
    }
}

/// The marks of a chart. Before they respond to the reader they are hidden from screen readers, which read the
/// description instead.
pub(super) fn chart_plot(
    chart: &Chart,
    state: &State,
    layout: &Layout,
    pointing: Pointing<'_>,
    is_right_to_left: bool,
    setting: Setting<'_>,
) -> Html {
    let is_alive = pointing.active.is_some();
    let (id, name) = is_alive.then(|| name_of(chart, "marks", setting)).unzip();
    let messages = &setting.messages().controls;
    let tip = pointing.tip.and_then(|tip| {
        let row = layout.rows.iter().find(|row| row.index == tip.index)?;
        Some((tip, row))
    });
    html! {
        <div
            class="plot-frame"
            data-room={layout.room.to_string()}
            data-tall={tall(layout.height)}
            ref={pointing.frame}
        >
            <svg
                class="plot"
                ref={pointing.plot}
                role={is_alive.then_some("group")}
                aria-label={is_alive.then_some(messages.marks)}
                aria-labelledby={name}
                {id}
                aria-hidden={(!is_alive).then_some("true")}
                height={layout.height.to_string()}
            >
                { marks(chart, state, layout, pointing, is_right_to_left, setting) }
            </svg>
            if layout.rows.is_empty() {
                <p>{ messages.nothing_to_show }</p>
            }
            if let Some((tip, row)) = tip {
                { chart_tip(chart, state, layout, row, tip, is_right_to_left, setting) }
            }
        </div>
    }
}
