//! A picture of an article for those who share it: its headline, its chart, and where the figures come from.

use super::alternative::sentence;
use super::outlines::outlines;
use super::raster::png;
use super::request::ChosenChart;
use super::runs::MissingGlyphs;
use super::typefaces::Typefaces;
use crate::chart::export::picture::PALETTE;
use crate::chart::export::picture::part::{part, remarks};
use crate::chart::text::{balanced, wrapped};
use crate::chart::{Action, State, words};
use crate::model::{Article, Chart, ChartBasis, Form};
use std::fmt::Write;

/// A picture of an article, as a PNG file.
#[derive(Clone, Debug)]
pub struct ArticleCard {
    /// The file.
    pub png: Vec<u8>,
    /// What those who do not see it are told.
    pub alternative: String,
}

/// The size that networks ask for.
const SIZE: (u32, u32) = (1200, 630);
/// The distance from the edges: some networks round the corners.
const MARGIN: u32 = 56;
const WIDTH: u32 = SIZE.0 - 2 * MARGIN;
/// The sizes of a headline. In two lines of 48 pixels it is legible where the picture is as wide as a phone.
const LARGEST: u32 = 68;
const LARGE: u32 = 46;
const SMALLEST: u32 = 34;
/// The size of the lines below the chart.
const NOTE: u32 = 19;
/// The most lines of a headline, and of what is below the chart.
const HEADLINE: usize = 4;
const NOTES: usize = 4;
/// The most bars that can be told apart when the picture is small, and how many of more there are.
const BARS: usize = 6;

impl ArticleCard {
    /// The size of the picture in pixels.
    pub const SIZE: (u32, u32) = SIZE;

    /// Draws the first chart of an article, as it opens, under the headline. A timeline is drawn as bars, of two
    /// panels the first is drawn, and of many bars the first few. `None` if the article has no chart.
    ///
    /// # Errors
    ///
    /// A sentence that says why it cannot be drawn: scripts without glyphs.
    pub fn draw(article: &Article, typefaces: &Typefaces) -> Result<Option<Self>, String> {
        if article.charts.is_empty() {
            return Ok(None);
        }
        let mut chosen = super::request::chosen(article, None, None)?;
        let action = simpler(&chosen.chart, chosen.interaction.state());
        chosen.interaction.update(&chosen.chart, action);
        let svg = drawing(&article.headline.plain_text(), &chosen, typefaces);
        let ChosenChart {
            chart, interaction, ..
        } = &chosen;
        let layout = &interaction.panels()[0].layout;
        let description = words::description(chart, interaction.state(), layout);
        Ok(Some(Self {
            png: png(&svg, typefaces, 1.0)?,
            alternative: format!("{} {description}", sentence(&chart.title.plain_text())),
        }))
    }
}

/// What a small picture shows of a state.
fn simpler(chart: &Chart, state: &State) -> Action {
    let mut state = state.clone();
    if state.form == Form::Timeline {
        // It has two lines of words for each area.
        state.update(Action::ShowAs(Form::Bars));
    }
    if state.shows_both() {
        state.update(Action::Compare(ChartBasis::Total));
    }
    if chart.commitments.len() > BARS {
        state.limit = BARS - 1;
    }
    Action::Restore(Box::new(state))
}

fn drawing(headline: &str, chosen: &ChosenChart, typefaces: &Typefaces) -> String {
    let [paper, ink, muted, .., accent] = PALETTE;
    let mut card = Card {
        svg: format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\"><rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>",
            SIZE.0, SIZE.1
        ),
        is_right_to_left: chosen.is_right_to_left,
    };
    let bar = if card.is_right_to_left {
        SIZE.0 - MARGIN - 112
    } else {
        MARGIN
    };
    card.add(format_args!(
        "<rect x=\"{bar}\" width=\"112\" height=\"12\" fill=\"{accent}\"/>"
    ));
    let (size, lines) = headline_lines(headline, typefaces);
    let mut baseline = 40 + size;
    for line in &lines {
        card.text(line, baseline, size, true, ink);
        baseline += size * 6 / 5;
    }
    let top = baseline - size + 22;
    let notes = notes(chosen, typefaces);
    let step = NOTE * 4 / 3;
    let mut foot = SIZE.1 - 36;
    for line in notes.iter().rev() {
        card.text(line, foot, NOTE, false, muted);
        foot -= step;
    }
    let room = (WIDTH, foot + step - NOTE - 20 - top);
    let part = part(
        &chosen.chart,
        &chosen.interaction,
        room,
        chosen.is_right_to_left,
    );
    // Wide and low charts do not fill the room: half of what is left is above them.
    let scale = f64::from(WIDTH) / f64::from(part.size.0);
    let left = f64::from(room.1) - f64::from(part.size.1) * scale;
    let x = f64::from(MARGIN) - f64::from(part.margin) * scale;
    let y = f64::from(top) + left.max(0.0) / 2.0;
    card.add(format_args!(
        "<g transform=\"translate({x:.2} {y:.2}) scale({scale:.4})\">{}</g></svg>",
        part.elements
    ));
    card.svg
}

/// A picture that grows.
struct Card {
    svg: String,
    is_right_to_left: bool,
}

impl Card {
    fn add(&mut self, elements: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.svg.write_fmt(elements);
    }

    /// A line of text at the start of the line.
    fn text(&mut self, words: &str, baseline: u32, size: u32, is_bold: bool, colour: &str) {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let weight = if is_bold { 700 } else { 400 };
        // Signs of Unicode say in which direction the line runs.
        let (x, anchor, direction) = if self.is_right_to_left {
            (SIZE.0 - MARGIN, "end", '\u{2067}')
        } else {
            (MARGIN, "start", '\u{2066}')
        };
        self.add(format_args!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{direction}{words}\u{2069}</text>"
        ));
    }
}

/// The size of a headline, and its lines: two large ones, or three, or more that are smaller.
fn headline_lines(headline: &str, typefaces: &Typefaces) -> (u32, Vec<String>) {
    let sizes = |least| (least..=LARGEST).rev().step_by(2);
    for (most, least) in [(1, LARGEST), (2, LARGE), (3, LARGE), (HEADLINE, SMALLEST)] {
        for size in sizes(least) {
            let lines = lines(headline, size, true, typefaces);
            if lines.len() <= most {
                return (size, lines);
            }
        }
    }
    (
        SMALLEST,
        cut(lines(headline, SMALLEST, true, typefaces), HEADLINE),
    )
}

/// The lines below the chart. The last one, the source, is always there.
fn notes(chosen: &ChosenChart, typefaces: &Typefaces) -> Vec<String> {
    let mut remarks = remarks(&chosen.chart, &chosen.interaction);
    let source = remarks.pop().unwrap_or_default();
    let source = cut(lines(&source, NOTE, false, typefaces), 2);
    let mut notes = Vec::new();
    for remark in remarks {
        let lines = lines(&remark, NOTE, false, typefaces);
        if notes.len() + lines.len() + source.len() <= NOTES {
            notes.extend(lines);
        }
    }
    notes.extend(source);
    notes
}

/// The first lines, with a sign that there are more.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            // So that the sign has room.
            let end = last.rfind(' ').unwrap_or(last.len());
            last.truncate(end);
            last.push('…');
        }
    }
    lines
}

/// A text in lines of about the same length, as few as fit: the estimate of `chart::text` is for wider typefaces.
fn lines(words: &str, size: u32, is_bold: bool, typefaces: &Typefaces) -> Vec<String> {
    // The balanced lines, then others that leave numbers whole, for scripts that have no spaces.
    let wider = [140, 130, 120, 115, 110, 105, 100].map(|percent| WIDTH * percent / 100);
    let balanced = wider.map(|limit| balanced(words, size, limit));
    let others = (4..28)
        .rev()
        .map(|part| wrapped(words, size, WIDTH * part / 20));
    let found = balanced.iter().cloned().chain(others);
    let found = found
        .filter(|lines| {
            lines
                .iter()
                .all(|line| fits(line, size, is_bold, typefaces))
        })
        .find(|lines| has_whole_words(words, lines));
    found.unwrap_or_else(|| balanced[6].clone())
}

/// Whether a line is no wider than the picture without its margins.
#[expect(clippy::cast_precision_loss, reason = "sizes of type have few digits")]
fn fits(line: &str, size: u32, is_bold: bool, typefaces: &Typefaces) -> bool {
    // What is missing is reported when it is drawn.
    let mut missing = MissingGlyphs::new();
    let line = outlines(line, size as f32, is_bold, typefaces, &mut missing);
    line.width <= WIDTH as f32
}

/// Whether no line ends inside of a number, or of a word in Latin letters.
fn has_whole_words(words: &str, lines: &[String]) -> bool {
    let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    let mut rest = words;
    lines.iter().all(|line| {
        let after = rest.trim_start().strip_prefix(line.as_str());
        let is_inside = is_part(line.chars().next_back())
            && after.is_some_and(|after| is_part(after.chars().next()));
        rest = after.unwrap_or_default();
        !is_inside
    })
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, cut, has_whole_words, headline_lines, lines};
    use crate::picture::typefaces::Typefaces;

    #[test]
    fn headlines_are_as_large_as_their_lines_permit() {
        let typefaces = Typefaces::default();
        for (headline, size, count) in [
            ("Short", LARGEST, 1),
            (
                "Alibaba commits over 380 billion yuan to artificial intelligence",
                LARGEST,
                2,
            ),
            (&"A headline of many words ".repeat(4), 60, 3),
            (&"A headline of many words ".repeat(40), 34, 4),
        ] {
            let (large, lines) = headline_lines(headline.trim(), &typefaces);
            assert_eq!((large, lines.len()), (size, count), "{lines:?}");
        }
    }

    #[test]
    fn numbers_stay_whole() {
        let words = "AIに3800億人民元";
        let lines_of = |lines: [&str; 2]| lines.map(String::from);
        assert!(!has_whole_words(words, &lines_of(["AIに380", "0億人民元"])));
        assert!(has_whole_words(words, &lines_of(["AIに", "3800億人民元"])));
        let spaced = lines_of(["in 2025", "10 more"]);
        assert!(has_whole_words("in 2025 10 more", &spaced));
        let all = lines(&"1234 ".repeat(60), 60, true, &Typefaces::default());
        assert!(all.iter().all(|line| line.ends_with("1234")), "{all:?}");
    }

    #[test]
    fn what_is_cut_says_so() {
        let all = ["one two", "three four", "five"].map(String::from);
        assert_eq!(cut(all.to_vec(), 2), ["one two", "three…"]);
        assert_eq!(cut(all.to_vec(), 3), all);
    }
}
