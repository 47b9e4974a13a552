//! The drawing of a chart: one panel, or two.
//!
//! It is HTML, so that the browser breaks its texts into lines and stacks its rows, whatever the width, the type and
//! the spacing of letters. Marks are drawings whose lengths are percentages. So nothing is measured, and the page does
//! not move when the chart is hydrated.

use super::chart_marks::rows;
use super::chart_names::name_of;
use super::chart_pointing::Pointing;
use super::setting::Setting;
use crate::chart::{Form, Interaction, LaidPanel, Layout, Row, Share, words};
use crate::model::Chart;
use yew::prelude::*;

/// The panels of a chart. Before they respond to the reader they are hidden from screen readers, which read the
/// description instead.
pub(super) fn chart_plot(
    chart: &Chart,
    interaction: &Interaction,
    pointing: Pointing<'_>,
    is_right_to_left: bool,
    setting: Setting<'_>,
) -> Html {
    let is_alive = pointing.active.is_some();
    let (id, name) = is_alive.then(|| name_of(chart, "marks", setting)).unzip();
    let messages = &setting.messages().controls;
    let panels = interaction.panels();
    let mut before = 0;
    let panel = |(place, panel): (usize, &LaidPanel)| {
        let first = before;
        before += panel.layout.rows.len();
        let heading = match place {
            0 => messages.total_panel,
            _ => messages.per_year,
        };
        html! {
            <div key={place} class="panel">
                if panels.len() > 1 {
                    <p class="panel-heading" lang={setting.language.mark().0}>{ heading }</p>
                }
                { plot(chart, panel, first, pointing, is_right_to_left, setting) }
            </div>
        }
    };
    html! {
        <div
            class="plot-frame"
            ref={pointing.frame}
            role={is_alive.then_some("group")}
            aria-label={is_alive.then_some(messages.marks)}
            aria-labelledby={name}
            {id}
            aria-hidden={(!is_alive).then_some("true")}
            data-panels={(panels.len() > 1).then_some("2")}
            data-read={pointing.read.map(|_| "")}
        >
            { for panels.iter().enumerate().map(panel) }
            if let [total, per_year] = panels {
                { panel_link(interaction.state().highlight, &total.layout, &per_year.layout) }
            }
            if panels[0].layout.rows.is_empty() {
                <p lang={setting.language.mark().0} dir={setting.language.mark().1}>{ messages.nothing_to_show }</p>
            }
        </div>
    }
}

/// The rows and the axis of a panel.
fn plot(
    chart: &Chart,
    panel: &LaidPanel,
    first: usize,
    pointing: Pointing<'_>,
    is_right_to_left: bool,
    setting: Setting<'_>,
) -> Html {
    let layout = &panel.layout;
    let is_timeline = panel.state.form == Form::Timeline;
    // The labels of a timeline stand above their marks.
    let is_converted = |row: &Row| {
        row.figure
            .as_ref()
            .is_some_and(|figure| figure.is_converted)
    };
    let sign = if layout.rows.iter().any(is_converted) {
        "†"
    } else {
        ""
    };
    let widest = (!is_timeline).then(|| [layout.widest_label(), sign].concat());
    html! {
        <div
            class="plot"
            data-form={is_timeline.then_some("timeline")}
            data-axis={(!layout.ticks.is_empty()).then_some("")}
            data-reference={layout.reference.map(|_| "")}
            data-widest={widest}
        >
            { axis(layout, is_right_to_left) }
            <div class="rows">{ rows(chart, panel, first, pointing, setting) }</div>
            if let Some(at) = layout.reference {
                { reference(chart, panel, at, is_right_to_left) }
            }
        </div>
    }
}

/// The line at the end of the baseline of ratios, with its name.
fn reference(chart: &Chart, panel: &LaidPanel, at: Share, is_right_to_left: bool) -> Html {
    let words = words::baseline(chart, &panel.state);
    let x = place(at, is_right_to_left);
    // The words go where there is more room.
    let is_before = (at > Share::FULL.minus(at)) != is_right_to_left;
    html! {
        <svg class="reference" aria-hidden="true">
            <line x1={x.clone()} x2={x.clone()} y1="4" y2="100%" />
            <text key={&*words} {x} y="12" dx={if is_before { "-6" } else { "6" }} text-anchor={if is_before { "end" } else { "start" }}>
                { directed(&words, is_right_to_left) }
            </text>
        </svg>
    }
}

/// A text of a drawing, in the direction of the article. The property `direction` would turn the anchors round.
fn directed(words: &str, is_right_to_left: bool) -> String {
    if is_right_to_left {
        ["\u{2067}", words, "\u{2069}"].concat()
    } else {
        words.into()
    }
}

/// The distance of a place on the axis from the left.
fn place(at: Share, is_right_to_left: bool) -> String {
    if is_right_to_left {
        Share::FULL.minus(at).to_string()
    } else {
        at.to_string()
    }
}

fn axis(layout: &Layout, is_right_to_left: bool) -> Html {
    if layout.ticks.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <svg class="tick-lines" aria-hidden="true">
                for tick in &layout.ticks {
                    <line x1={place(tick.at, is_right_to_left)} x2={place(tick.at, is_right_to_left)} y1="0" y2="100%" />
                }
            </svg>
            <svg class="axis" aria-hidden="true">
                for tick in &layout.ticks {
                    <text
                        key={&*tick.label}
                        class="tick-label"
                        data-minor={tick.is_minor.then_some("")}
                        x={place(tick.at, is_right_to_left)}
                        y="16"
                    >
                        { directed(&tick.label, is_right_to_left) }
                    </text>
                }
            </svg>
        </>
    }
}

/// The line between two panels that leads from the row of a commitment to its row in the other.
fn panel_link(highlight: Option<usize>, total: &Layout, per_year: &Layout) -> Html {
    let height = |layout: &Layout| {
        let place = layout
            .rows
            .iter()
            .position(|row| Some(row.index) == highlight)?;
        Some(Share::of(
            f64::from(u32::try_from(place).ok()?) + 0.5,
            f64::from(u32::try_from(layout.rows.len()).ok()?),
        ))
    };
    let (Some(from), Some(to)) = (height(total), height(per_year)) else {
        return Html::default();
    };
    html! {
        <svg class="panel-link" aria-hidden="true">
            <line x1="0" y1={from.to_string()} x2="100%" y2={to.to_string()} />
        </svg>
    }
}
