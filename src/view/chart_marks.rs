//! The rows and the axis of a chart, as SVG.

use super::chart_notes::{hatch, hatch_id};
use super::chart_pointing::Pointing;
use super::chart_tip::tip_id;
use super::setting::Setting;
use crate::chart::{
    GAP, Layout, Line, Mark, Row, Share, State,
    words::{self, Sign},
};
use crate::model::{Chart, Status};
use yew::prelude::*;

/// Mirrors places if the text runs from right to left.
#[derive(Clone, Copy)]
struct Direction {
    is_right_to_left: bool,
}

impl Direction {
    /// The distance of a point from the left.
    fn point(self, at: Share) -> String {
        self.length(at, Share::default())
    }

    /// The distance of the left end of a length from the left.
    fn length(self, start: Share, width: Share) -> String {
        if self.is_right_to_left {
            Share::FULL.minus(start.plus(width)).to_string()
        } else {
            start.to_string()
        }
    }

    /// A distance towards the end of the axis, in CSS pixels.
    fn forward(self, distance: u32) -> String {
        let sign = if self.is_right_to_left { "-" } else { "" };
        format!("{sign}{distance}")
    }
}

/// The content of the drawing.
pub(super) fn marks(
    chart: &Chart,
    state: &State,
    layout: &Layout,
    pointing: Pointing<'_>,
    is_right_to_left: bool,
    setting: Setting<'_>,
) -> Html {
    let direction = Direction { is_right_to_left };
    let row = |(place, row): (usize, &Row)| {
        let is_highlighted = state.highlight == Some(row.index);
        // Receives pointers and presses for the whole row.
        let (mut role, mut tabindex, mut pressed, mut tip) = (None, None, None, None);
        if let Some(active) = pointing.active {
            role = Some("button");
            tabindex = Some(if active == place { "0" } else { "-1" });
            pressed = Some(if is_highlighted { "true" } else { "false" });
            let has_tip = pointing.tip.is_some_and(|tip| tip.index == row.index);
            tip = has_tip.then(|| tip_id(chart, setting));
        }
        html! {
            <g
                key={row.index}
                class="row"
                data-highlighted={is_highlighted.then_some("")}
                {role}
                {tabindex}
                aria-pressed={pressed}
                aria-describedby={tip}
            >
                { content(chart, row, direction, setting) }
            </g>
        }
    };
    html! {
        <>
            if words::signs(chart).contains(&Sign::Hedged) {
                <defs>
                    <pattern id={hatch_id(chart, setting)} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="hatch-line" width="2" height="5" />
                    </pattern>
                </defs>
            }
            { axis(layout, direction, pointing.active.is_some()) }
            <g class="rows">
                { for layout.rows.iter().enumerate().map(row) }
            </g>
        </>
    }
}

fn axis(layout: &Layout, direction: Direction, is_alive: bool) -> Html {
    let bottom = layout.rows_height.to_string();
    let line = |at| {
        let x = direction.point(at);
        html! { <line class="tick-line" x1={x.clone()} x2={x} y1="0" y2={bottom.clone()} /> }
    };
    html! {
        <g class="axis" aria-hidden={is_alive.then_some("true")}>
            for tick in &layout.ticks {
                { line(tick.at) }
                <text
                    key={&*tick.label}
                    class="tick-label"
                    data-minor={tick.is_minor.then_some("")}
                    x={direction.point(tick.at)}
                    y={layout.height.to_string()}
                    dy="-6"
                >
                    { &tick.label }
                </text>
            }
            if let Some(at) = layout.reference {
                <g class="reference">{ line(at) }</g>
            }
        </g>
    }
}

/// The content of a row: its texts, its mark and its label.
fn content(chart: &Chart, row: &Row, direction: Direction, setting: Setting<'_>) -> Html {
    let is_converted = row
        .figure
        .as_ref()
        .is_some_and(|figure| figure.is_converted);
    let label = row.label();
    html! {
        <>
            <rect class="hit" y={row.top.to_string()} width="100%" height={row.height.to_string()} />
            for line in &row.lines {
                { text(line, direction) }
            }
            if let Some(mark) = row.mark {
                { bar(chart, row, mark, direction, setting) }
            }
            <text
                key={label}
                class="label"
                x={direction.point(row.label_at)}
                y={row.label_baseline.to_string()}
                dx={direction.forward(GAP)}
            >
                { label }
                if is_converted {
                    <tspan class="label-converted" dx={direction.forward(1)}>{ words::CONVERTED_MARK }</tspan>
                }
            </text>
        </>
    }
}

/// A line of text. Adjacent words are one text, because browsers place the letters of two texts slightly
/// differently.
///
/// A space ends each part, because screen readers read the parts as one. After a name the space takes half of the gap.
fn text(line: &Line, direction: Direction) -> Html {
    let dx = (!line.name.is_empty()).then(|| direction.forward(GAP / 2));
    let part = |text: &str| [text, " "].concat();
    let baseline = line.baseline.to_string();
    html! {
        <text
            key={[&baseline, &*line.name, &line.detail].concat()}
            class="row-text"
            x={direction.point(Share::default())}
            y={baseline}
        >
            if !line.name.is_empty() {
                <tspan class="row-name">{ part(&line.name) }</tspan>
            }
            if !line.detail.is_empty() {
                <tspan class="row-detail" {dx}>{ part(&line.detail) }</tspan>
            }
        </text>
    }
}

/// A mark. Hedged and reported figures have a pattern.
fn bar(chart: &Chart, row: &Row, mark: Mark, direction: Direction, setting: Setting<'_>) -> Html {
    let is_reported = chart.commitments[row.index].status == Status::Reported;
    let is_hedged = row.figure.as_ref().is_some_and(|figure| figure.is_hedged);
    let kind = match (mark.is_open, is_reported) {
        (true, _) => Some("open"),
        (_, true) => Some("reported"),
        _ => None,
    };
    // The pattern is drawn over the mark.
    let rect = |kind: Option<&'static str>, fill: Option<String>| {
        html! {
            <rect
                class="mark"
                data-kind={kind}
                x={direction.length(mark.start, mark.width)}
                y={mark.top.to_string()}
                width={mark.width.to_string()}
                height={mark.height.to_string()}
                {fill}
            />
        }
    };
    html! {
        <>
            { rect(kind, None) }
            if is_hedged {
                { rect(None, Some(hatch(chart, setting))) }
            }
        </>
    }
}
