//! A drawing that grows downwards, as SVG text. Its places count from the start of the line: it mirrors them if the text
//! runs from right to left.

use super::super::super::layout::BESIDE;
use super::super::super::text;
use super::{GAP, LINE};
use std::fmt::Write;

/// The look of a text or a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    Subtitle,
    Detail,
    Label,
    Note,
    Mark,
    HedgedMark,
    ReportedMark,
    OpenMark,
}

const PAPER: &str = "#ffffff";
const INK: &str = "#1b1b1d";
const MUTED: &str = "#5c5f66";
const RULE: &str = "#dcd8cf";
const MARK: &str = "#868b95";
const ACCENT: &str = "#9a1b2f";
/// Typefaces that every program finds one of.
const TYPEFACES: &str =
    "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif";

impl Look {
    /// The size in CSS pixels, the weight and the colour of a text.
    const fn type_of(self) -> (u32, u32, &'static str) {
        match self {
            Self::Title => (20, 700, INK),
            Self::Label => (text::SIZE, 700, INK),
            Self::Subtitle => (text::SIZE, 400, MUTED),
            Self::Detail => (text::DETAIL_SIZE, 400, MUTED),
            _ => (text::TICK_SIZE, 400, MUTED),
        }
    }
}

/// A drawing.
pub(super) struct Canvas {
    width: u32,
    is_right_to_left: bool,
    /// Where the next element begins, from the top, in CSS pixels.
    top: u32,
    svg: String,
}

impl Canvas {
    pub(super) const fn new(width: u32, is_right_to_left: bool) -> Self {
        Self {
            width,
            is_right_to_left,
            top: 0,
            svg: String::new(),
        }
    }

    pub(super) const fn width(&self) -> u32 {
        self.width
    }

    pub(super) const fn top(&self) -> u32 {
        self.top
    }

    pub(super) const fn set_top(&mut self, top: u32) {
        self.top = top;
    }

    pub(super) const fn down(&mut self, distance: u32) {
        self.top += distance;
    }

    /// The whole file, with a size in pixels and the part of the canvas that it shows.
    pub(super) fn finish(
        self,
        title: &str,
        (width, height): (u32, u32),
        (wide, high): (u32, u32),
    ) -> String {
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\" font-family=\"{TYPEFACES}\"><title>"
        );
        escape(&mut file, title);
        push(
            &mut file,
            format_args!("</title><rect width=\"{wide}\" height=\"{high}\" fill=\"{PAPER}\"/>"),
        );
        file.push_str(&self.svg);
        file.push_str("</svg>");
        file
    }

    /// A line of text that begins at `start`.
    pub(super) fn line(&mut self, start: u32, words: &str, look: Look) {
        let (size, ..) = look.type_of();
        self.text(start, self.top + size, words, look);
        self.top += size * 7 / 5;
    }

    /// A line of a name and its details.
    pub(super) fn name(&mut self, start: u32, name: &str, detail: &str) {
        let baseline = self.top + text::SIZE;
        let mut beside = start;
        if !name.is_empty() {
            self.text(start, baseline, name, Look::Label);
            beside += text::width(name, text::SIZE) + GAP;
        }
        self.text(beside, baseline, detail, Look::Detail);
        self.top += LINE;
    }

    /// A label beside the middle of a mark of this height.
    pub(super) fn beside(&mut self, start: u32, words: &str, height: u32) {
        self.text(start, self.top + height / 2 + 5, words, Look::Label);
    }

    /// Words before or after a line of a date.
    pub(super) fn beside_line(&mut self, at: u32, baseline: u32, words: &str, is_before: bool) {
        let start = if is_before {
            at.saturating_sub(BESIDE)
        } else {
            at + BESIDE
        };
        self.anchored(start, baseline, words, Look::Note, is_before);
    }

    fn text(&mut self, start: u32, baseline: u32, words: &str, look: Look) {
        self.anchored(start, baseline, words, look, false);
    }

    /// A text that begins, or ends, at a place.
    fn anchored(&mut self, place: u32, baseline: u32, words: &str, look: Look, is_end: bool) {
        if words.is_empty() {
            return;
        }
        let (size, weight, colour) = look.type_of();
        let x = self.x(place);
        // Not `direction`, which some programs do not know.
        let anchor = if self.is_right_to_left ^ is_end {
            "end"
        } else {
            "start"
        };
        push(
            &mut self.svg,
            format_args!(
                "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" text-anchor=\"{anchor}\">"
            ),
        );
        escape(&mut self.svg, words);
        self.svg.push_str("</text>");
    }

    /// A mark that begins at `start`.
    pub(super) fn mark(
        &mut self,
        start: u32,
        width: u32,
        height: u32,
        look: Look,
        is_highlighted: bool,
    ) {
        let (top, bottom) = (self.top, self.top + height);
        let colour = if is_highlighted { ACCENT } else { MARK };
        let paint = match look {
            Look::ReportedMark | Look::OpenMark => format!(
                "fill=\"{colour}\" fill-opacity=\"0.15\" stroke=\"{colour}\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\""
            ),
            _ => format!("fill=\"{colour}\""),
        };
        // The corners, as distances from the start: the end has steps, or an arrow.
        let step = 4.min(width / 3);
        let third = height / 3;
        let corners: Vec<(u32, u32)> = match look {
            Look::HedgedMark => vec![
                (0, top),
                (width - 2 * step, top),
                (width - 2 * step, top + third),
                (width - step, top + third),
                (width - step, bottom - third),
                (width, bottom - third),
                (width, bottom),
                (0, bottom),
            ],
            Look::OpenMark => {
                let tip = height.min(width / 2);
                vec![
                    (0, top),
                    (width - tip, top),
                    (width, top + height / 2),
                    (width - tip, bottom),
                    (0, bottom),
                ]
            }
            _ => vec![(0, top), (width, top), (width, bottom), (0, bottom)],
        };
        self.svg.push_str("<polygon points=\"");
        for (along, down) in corners {
            let x = self.x(start + along);
            push(&mut self.svg, format_args!("{x},{down} "));
        }
        push(&mut self.svg, format_args!("\" {paint}/>"));
    }

    /// A line of the axis with its label below.
    pub(super) fn tick(&mut self, at: u32, (top, bottom): (u32, u32), label: &str, is_first: bool) {
        self.straight((at, top), (at, bottom), RULE);
        let width = text::width(label, text::TICK_SIZE);
        let start = if is_first {
            at
        } else {
            at.saturating_sub(width / 2)
        };
        // The last label may be wider than the room beside its tick.
        let start = start.min(self.width.saturating_sub(width));
        self.text(start, bottom + text::SIZE, label, Look::Note);
    }

    /// The line at the end of the baseline of ratios.
    pub(super) fn reference(&mut self, at: u32, (top, bottom): (u32, u32)) {
        self.straight((at, top), (at, bottom), INK);
    }

    /// The line that leads from a row to its row in the other panel.
    pub(super) fn link(&mut self, from: (u32, u32), to: (u32, u32)) {
        self.straight(from, to, ACCENT);
    }

    fn straight(&mut self, from: (u32, u32), to: (u32, u32), colour: &str) {
        let (x1, x2) = (self.x(from.0), self.x(to.0));
        push(
            &mut self.svg,
            format_args!(
                "<line x1=\"{x1}\" y1=\"{}\" x2=\"{x2}\" y2=\"{}\" stroke=\"{colour}\"/>",
                from.1, to.1
            ),
        );
    }

    /// The distance from the left of a point at this distance from the start.
    const fn x(&self, start: u32) -> u32 {
        if self.is_right_to_left {
            self.width.saturating_sub(start)
        } else {
            start
        }
    }
}

fn push(svg: &mut String, markup: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = svg.write_fmt(markup);
}

/// Adds a text.
fn escape(svg: &mut String, words: &str) {
    for character in words.chars() {
        match character {
            '<' => svg.push_str("&lt;"),
            '&' => svg.push_str("&amp;"),
            _ => svg.push(character),
        }
    }
}
