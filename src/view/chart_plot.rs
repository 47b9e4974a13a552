//! The drawing of a chart: one panel, or two.
//!
//! It is HTML, so that the browser breaks its texts into lines and stacks its rows, whatever the width, the type and
//! the spacing of letters. Marks are drawings whose lengths are percentages. So nothing is measured, and the page does
//! not move when the chart is hydrated.

use super::chart_marks::rows;
use super::chart_names::name_of;
use super::chart_pointing::Pointing;
use super::setting::Setting;
use crate::chart::{DateLine, Form, Interaction, LANE, LaidPanel, Layout, Row, Share, Tick, words};
use crate::format;
use crate::model::Chart;
use std::ops::Range;
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
    let highlight = interaction.state().highlight;
    // From the highlighted row to the end of the first panel, and on to this row in the second.
    let lined = |place: usize| match (panels, place) {
        ([total, _], 0) => {
            place_of(highlight, &total.layout).map_or(0..0, |place| place..total.layout.rows.len())
        }
        ([_, per_year], _) => {
            place_of(highlight, &per_year.layout).map_or(0..0, |place| 0..place + 1)
        }
        _ => 0..0,
    };
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
                { plot(chart, panel, first, &lined(place), pointing, is_right_to_left, setting) }
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
                { panel_link(highlight, &total.layout, &per_year.layout) }
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
    lined: &Range<usize>,
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
            { dates(layout, is_right_to_left, setting) }
            <div class="rows">{ rows(chart, panel, first, lined, pointing, setting) }</div>
            if let Some(at) = layout.reference {
                { reference(chart, panel, at, is_right_to_left) }
            }
        </div>
    }
}

/// The line at the end of the baseline of ratios, with its name.
fn reference(chart: &Chart, panel: &LaidPanel, at: Share, is_right_to_left: bool) -> Html {
    let words = words::baseline(chart, &panel.state);
    html! {
        <svg class="reference" aria-hidden="true">
            { line(at, "4", is_right_to_left) }
            { words_at(at, "12", &words, AxisWords::BESIDE, is_right_to_left) }
        </svg>
    }
}

/// The lines of dates, with their remarks where there is room, else with the numbers of the notes. The notes are what
/// screen readers read.
fn dates(layout: &Layout, is_right_to_left: bool, setting: Setting<'_>) -> Html {
    if layout.dates.is_empty() {
        return Html::default();
    }
    let has_room = layout.has_room_for_remarks;
    let (mut parts, mut top) = (Vec::new(), 0);
    for (index, DateLine { at, words }) in layout.dates.iter().enumerate() {
        let y = (top + 14).to_string();
        let words_at = |words: &str, look| words_at(*at, &y, words, look, is_right_to_left);
        parts.push(line(*at, &(top + 4).to_string(), is_right_to_left));
        if has_room {
            let is_minor = true;
            parts.push(words_at(
                words,
                AxisWords {
                    is_minor,
                    ..AxisWords::BESIDE
                },
            ));
        }
        let is_for_narrow = has_room;
        parts.push(words_at(
            &format::count(index + 1, setting.language),
            AxisWords {
                is_for_narrow,
                ..AxisWords::BESIDE
            },
        ));
        top += LANE;
    }
    html! {
        <>
            // The place of the lanes.
            <svg class="space" width="0" height={top.to_string()} aria-hidden="true" />
            <svg class="reference" aria-hidden="true">{ for parts }</svg>
        </>
    }
}

fn axis(layout: &Layout, is_right_to_left: bool) -> Html {
    if layout.ticks.is_empty() {
        return Html::default();
    }
    let label = |tick: &Tick| {
        let look = AxisWords {
            is_beside: false,
            is_minor: tick.is_minor,
            is_for_narrow: false,
        };
        words_at(tick.at, "16", &tick.label, look, is_right_to_left)
    };
    html! {
        <>
            <svg class="tick-lines" aria-hidden="true">
                { for layout.ticks.iter().map(|tick| line(tick.at, "0", is_right_to_left)) }
            </svg>
            <svg class="axis" aria-hidden="true">{ for layout.ticks.iter().map(label) }</svg>
        </>
    }
}

/// A line from a distance from the top to the bottom.
fn line(at: Share, top: &str, is_right_to_left: bool) -> Html {
    let x = place(at, is_right_to_left);
    html! { <line x1={x.clone()} x2={x} y1={top.to_owned()} y2="100%" /> }
}

/// How words stand at a place of the axis.
#[derive(Clone, Copy)]
struct AxisWords {
    /// Beside a line, where there is more room; else they are the label of a tick.
    is_beside: bool,
    /// Whether they are left out of a narrow plot.
    is_minor: bool,
    /// Whether they are left out of a wide one.
    is_for_narrow: bool,
}

impl AxisWords {
    const BESIDE: Self = Self {
        is_beside: true,
        is_minor: false,
        is_for_narrow: false,
    };
}

fn words_at(at: Share, y: &str, words: &str, look: AxisWords, is_right_to_left: bool) -> Html {
    let is_before = (at > Share::FULL.minus(at)) != is_right_to_left;
    let (dx, anchor) = if is_before {
        ("-6", "end")
    } else {
        ("6", "start")
    };
    html! {
        <text
            key={words}
            data-minor={look.is_minor.then_some("")}
            data-narrow={look.is_for_narrow.then_some("")}
            x={place(at, is_right_to_left)}
            y={y.to_owned()}
            dx={look.is_beside.then_some(dx)}
            text-anchor={look.is_beside.then_some(anchor)}
        >
            { directed(words, is_right_to_left) }
        </text>
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

/// The place of the highlighted row in a panel.
fn place_of(highlight: Option<usize>, layout: &Layout) -> Option<usize> {
    let mut rows = layout.rows.iter();
    rows.position(|row| Some(row.index) == highlight)
}

/// The line between two panels that leads from the row of a commitment to its row in the other.
fn panel_link(highlight: Option<usize>, total: &Layout, per_year: &Layout) -> Html {
    let height = |layout: &Layout| {
        let place = place_of(highlight, layout)?;
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
