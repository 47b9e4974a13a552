//! The drawing of a chart without its title, notes and source, for pictures that have words of their own around it.

use super::super::super::interaction::Interaction;
use super::super::super::words;
use super::canvas::{Canvas, Look};
use super::{AIR, MARGIN, MOST_AIR, draw_panels};
use crate::model::Chart;

/// The drawing of a chart, as elements of SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawingPart {
    /// The elements. Before their first column there is a margin.
    pub elements: String,
    /// The margin at both sides.
    pub margin: u32,
    /// The width between the margins, and the height.
    pub size: (u32, u32),
}

/// The narrowest and the widest drawing, in CSS pixels. The narrower it is, the larger everything on it.
const WIDTHS: std::ops::RangeInclusive<u32> = 440..=2_400;
const STEP: usize = 4;

/// The drawing whose words are the largest of those that fit into this room when they are as wide as it.
#[must_use]
pub fn part(
    chart: &Chart,
    interaction: &Interaction,
    (width, height): (u32, u32),
    is_right_to_left: bool,
) -> DrawingPart {
    let draw = |wide: u32, air| {
        let mut canvas = Canvas::new(wide + 2 * MARGIN, is_right_to_left);
        let subtitle = words::subtitle(chart, interaction.state());
        canvas.paragraph(&subtitle, wide, Look::Subtitle);
        canvas.down(AIR);
        draw_panels(&mut canvas, chart, interaction, wide, air);
        canvas
    };
    let fits = |wide: u32, air| {
        let high = draw(wide, air).top() - air;
        u64::from(high) * u64::from(width) <= u64::from(height) * u64::from(wide)
    };
    let mut widths = WIDTHS.step_by(STEP);
    let wide = widths.find(|&wide| fits(wide, AIR));
    let wide = wide.unwrap_or(*WIDTHS.end());
    let air = (AIR..MOST_AIR).rev().find(|&air| fits(wide, air));
    let air = air.unwrap_or(AIR);
    let canvas = draw(wide, air);
    DrawingPart {
        margin: MARGIN,
        size: (wide, canvas.top() - air),
        elements: canvas.elements(),
    }
}

/// What a drawing needs below it: the remarks on its figures, and their source as the last line.
#[must_use]
pub fn remarks(chart: &Chart, interaction: &Interaction) -> Vec<String> {
    let state = interaction.state();
    let layout = &interaction.panels()[0].layout;
    let mut lines = Vec::new();
    if layout.rows.len() < chart.commitments.len() {
        lines.push(words::caption(chart, state, layout.rows.len()));
    }
    lines.extend(words::remarks(chart, state));
    if !layout.dates.is_empty() && !layout.has_room_for_remarks {
        lines.push(words::dated_remarks(chart, true, state.language));
    }
    lines.push(words::source(chart, state.language));
    lines
}
