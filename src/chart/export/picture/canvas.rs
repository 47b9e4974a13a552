//! A drawing that grows downwards, as SVG text. Its places count from the start of the line: it mirrors them if the text
//! runs from right to left.

use super::super::super::layout::BESIDE;
use super::super::super::text;
use super::{GAP, LINE, MARGIN};
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
/// The colours of every picture: of the ground, the text, the muted text, the lines, the marks and the mark that stands out.
/// They stand in attributes alone, as they are here.
pub const PALETTE: [&str; 6] = [PAPER, INK, MUTED, RULE, MARK, ACCENT];
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
    /// Whether there are lines behind the texts: each has a ground of its own then, so that no line crosses it.
    is_lined: bool,
    /// The lines behind everything else.
    lines: String,
    svg: String,
}

impl Canvas {
    pub(super) const fn new(width: u32, is_right_to_left: bool) -> Self {
        Self {
            width,
            is_right_to_left,
            top: 0,
            is_lined: false,
            lines: String::new(),
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

    pub(super) const fn set_lined(&mut self, is_lined: bool) {
        self.is_lined = is_lined;
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
        file.push_str(&self.lines);
        file.push_str(&self.svg);
        file.push_str("</svg>");
        file
    }

    /// What is drawn, without a file around it.
    #[cfg(feature = "picture")]
    pub(super) fn elements(self) -> String {
        self.lines + &self.svg
    }

    /// A text in lines of at most this width, none of them a single short word.
    pub(super) fn paragraph(&mut self, words: &str, width: u32, look: Look) {
        if words.is_empty() {
            return;
        }
        let (size, ..) = look.type_of();
        for line in text::balanced(words, size, width) {
            self.line(MARGIN, &line, look);
        }
    }

    /// A line of text that begins at `start`.
    pub(super) fn line(&mut self, start: u32, words: &str, look: Look) {
        let (size, ..) = look.type_of();
        self.text(start, self.top + size, words, look);
        self.top += size * 7 / 5;
    }

    /// A line of a name or of its details.
    pub(super) fn name(&mut self, start: u32, words: &str, look: Look) {
        self.text(start, self.top + text::SIZE, words, look);
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
        if self.is_lined {
            let room = text::width(words, size);
            let start = if is_end {
                place.saturating_sub(room)
            } else {
                place
            };
            let (end, middle) = (start + room, baseline - size / 3);
            let ground = self.straight((start - 2, middle), (end + 2, middle), PAPER, LINE);
            self.svg += &ground;
        }
        let anchor = if self.is_right_to_left ^ is_end {
            "end"
        } else {
            "start"
        };
        // Not `direction`, which some programs do not know: signs of Unicode say that the first letter decides. Words
        // around isolated names have the direction of the picture.
        let is_rtl = |letter| ('\u{590}'..'\u{900}').contains(&letter);
        let is_of_picture = words.contains(['\u{2067}', '\u{2068}', '\u{2069}'])
            // So begin sums of CLDR, whose words run from right to left all the same.
            || words.starts_with('\u{200e}');
        let (from, to) = match is_of_picture {
            true if self.is_right_to_left => ("\u{2067}", "\u{2069}"),
            false if words.chars().any(is_rtl) => ("\u{2068}", "\u{2069}"),
            _ => ("", ""),
        };
        push(
            &mut self.svg,
            format_args!(
                "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{from}"
            ),
        );
        escape(&mut self.svg, words);
        push(&mut self.svg, format_args!("{to}</text>"));
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
        // The end has steps, which have no width if the figure is exact, or it is an arrow.
        let step = match look {
            Look::HedgedMark => 4.min(width / 3),
            _ => 0,
        };
        let third = height / 3;
        let mut corners = [
            (0, top),
            (width - 2 * step, top),
            (width - 2 * step, top + third),
            (width - step, top + third),
            (width - step, bottom - third),
            (width, bottom - third),
            (width, bottom),
            (0, bottom),
        ];
        if look == Look::OpenMark {
            let tip = height.min(width / 2);
            corners[1].0 -= tip;
            corners[2..6].fill((width, top + height / 2));
            corners[6].0 -= tip;
        }
        self.svg.push_str("<polygon points=\"");
        for (along, down) in corners {
            let x = self.x(start + along);
            push(&mut self.svg, format_args!("{x},{down} "));
        }
        push(&mut self.svg, format_args!("\" fill=\"{colour}\""));
        if matches!(look, Look::ReportedMark | Look::OpenMark) {
            push(
                &mut self.svg,
                format_args!(
                    " fill-opacity=\"0.15\" stroke=\"{colour}\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\""
                ),
            );
        }
        self.svg.push_str("/>");
    }

    /// A label of the axis, centred here as far as that has room between `start` and `end`. None if it would be on
    /// another one, which ends at `taken`. Returns where the last one ends.
    pub(super) fn tick(
        &mut self,
        at: u32,
        (start, end): (u32, u32),
        taken: u32,
        label: &str,
    ) -> u32 {
        let width = text::width(label, text::TICK_SIZE);
        let centred = at.saturating_sub(width / 2).max(start);
        let start = centred.min(end.saturating_sub(width));
        if start < taken {
            return taken;
        }
        self.text(start, self.top + text::SIZE, label, Look::Note);
        start + width + GAP
    }

    /// A line behind the marks and the texts, from `top` down to where the next element begins.
    pub(super) fn behind(&mut self, at: u32, top: u32, is_baseline: bool) {
        let colour = if is_baseline { INK } else { RULE };
        let line = self.straight((at, top), (at, self.top), colour, 1);
        self.lines += &line;
    }

    /// The line that leads from a row to its row in the other panel, through these points.
    pub(super) fn link(&mut self, points: &[(u32, u32)]) {
        for pair in points.windows(2) {
            let line = self.straight(pair[0], pair[1], ACCENT, 2);
            self.svg += &line;
        }
    }

    fn straight(&self, from: (u32, u32), to: (u32, u32), colour: &str, width: u32) -> String {
        let (x1, x2) = (self.x(from.0), self.x(to.0));
        format!(
            "<line x1=\"{x1}\" y1=\"{}\" x2=\"{x2}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>",
            from.1, to.1
        )
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
