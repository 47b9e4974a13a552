//! The drawing of a chart: SVG whose lengths along the axis are percentages.
//!
//! Percentages need no measuring: the drawing fits any width before a script runs, and the
//! page does not move when it comes alive.

use crate::chart::{Bar, Layout, MARK_HEIGHT, State, words};
use crate::format;
use crate::model::{Chart, Commitment, Status};
use yew::prelude::*;

/// The bars and the axis of a chart.
pub(super) fn chart_plot(chart: &Chart, state: State, layout: &Layout) -> Html {
    html! {
        <div class="plot-frame">
            <svg
                class="plot"
                role="img"
                aria-label={words::description(chart, state, layout)}
                height={layout.height.to_string()}
            >
                { axis(layout) }
                for bar in &layout.bars {
                    { bar_row(bar, &chart.commitments[bar.index], chart.highlight.as_ref() == Some(&chart.commitments[bar.index].id)) }
                }
            </svg>
        </div>
    }
}

fn axis(layout: &Layout) -> Html {
    let bottom = layout.rows_height.to_string();
    html! {
        <g class="axis">
            for tick in &layout.ticks {
                <line
                    class="tick-line"
                    x1={tick.at.to_string()}
                    x2={tick.at.to_string()}
                    y1="0"
                    y2={bottom.clone()}
                />
                <text class="tick-label" x={tick.at.to_string()} y={layout.height.to_string()} dy="-6">
                    { &tick.label }
                </text>
            }
        </g>
    }
}

fn bar_row(bar: &Bar, commitment: &Commitment, is_highlighted: bool) -> Html {
    let mark = classes!(
        "mark",
        is_highlighted.then_some("mark-highlighted"),
        (commitment.status == Status::Reported).then_some("mark-reported"),
    );
    let (label, converted) = match &bar.figure {
        Some(figure) => (figure.label.as_str(), figure.converted),
        None => ("not known", false),
    };
    let period = format::short_period(&commitment.period);
    let detail = format!("{period} · {}", commitment.status.words());
    html! {
        <g key={commitment.id.to_string()} class="bar">
            <text class="bar-text" x="0" y={bar.name_baseline.to_string()}>
                <tspan class="bar-name">{ &commitment.name }</tspan>
                // One text: browsers place the letters of two by a hair's breadth differently.
                <tspan class="bar-detail" dx="8">{ detail }</tspan>
            </text>
            <rect
                class={mark}
                x="0"
                y={bar.mark_top.to_string()}
                width={bar.width.to_string()}
                height={MARK_HEIGHT.to_string()}
            />
            <text
                class="bar-label"
                x={bar.width.to_string()}
                y={bar.label_baseline.to_string()}
                dx="8"
            >
                { label }
                if converted {
                    <tspan class="bar-converted" dx="1">{ words::CONVERTED_MARK }</tspan>
                }
            </text>
        </g>
    }
}
