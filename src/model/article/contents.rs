//! How long an article takes to read, and its sections: for the list that leads to them, and for charts beside them.

use super::super::block::{Block, Quotation, Term};
use super::super::inline::Inlines;
use super::Article;

/// The least minutes and sections of an article that has a list of its sections. The messages have no
/// singular, because both are more than one.
const LEAST_MINUTES: usize = 5;
const LEAST_SECTIONS: usize = 4;

/// How many words, or how many Chinese or Japanese characters, are read in a minute.
const WORDS: usize = 230;
const SIGNS: usize = 500;

impl Article {
    /// The headings of its sections, in the order of the text.
    pub fn sections(&self) -> impl Iterator<Item = &Inlines> {
        self.body.iter().filter_map(|block| match block {
            Block::Heading(text) => Some(text),
            _ => None,
        })
    }

    /// How long it takes to read, in minutes, if the article is long and has several sections.
    #[must_use]
    pub fn minutes(&self) -> Option<usize> {
        let mut length = TextLength::default();
        length.add(&self.body);
        let minutes = length.minutes();
        (minutes >= LEAST_MINUTES && self.sections().count() >= LEAST_SECTIONS).then_some(minutes)
    }
}

/// Whether a chart stands beside the text of this section on wide pages: where the document places it there, it is the
/// only one, and the text takes a minute to read. Less text would end before the chart does.
#[must_use]
pub fn has_chart_beside(section: &[Block]) -> bool {
    let mut charts = section.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let is_placed = charts.next().is_some_and(|chart| chart.placement.is_some());
    let mut length = TextLength::default();
    length.add(section);
    is_placed && charts.next().is_none() && length.has_minute()
}

/// How long a text is: its words in scripts that have spaces between them, and its Chinese and Japanese
/// characters.
#[derive(Default)]
struct TextLength {
    words: usize,
    signs: usize,
}

impl TextLength {
    /// Adds the running text of blocks. A pull quote repeats words of the text; pictures, tables and charts are
    /// looked at.
    fn add(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(text) | Block::Subheading(text) | Block::Paragraph(text) => {
                    self.add_text(text);
                }
                Block::List(texts)
                | Block::NumberedList(texts)
                | Block::Quotation(Quotation {
                    paragraphs: texts, ..
                }) => {
                    for text in texts {
                        self.add_text(text);
                    }
                }
                Block::Terms(terms) => {
                    for Term { term, text } in terms {
                        self.add_text(term);
                        self.add_text(text);
                    }
                }
                Block::Aside(aside) => self.add(&aside.body),
                _ => {}
            }
        }
    }

    #[inline(never)]
    fn add_text(&mut self, text: &Inlines) {
        let mut is_in_word = false;
        for sign in text.plain_text().chars() {
            let is_sign =
                matches!(sign, '\u{3040}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..);
            let is_between = matches!(sign, '\0'..=' ' | '\u{a0}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}');
            self.signs += usize::from(is_sign);
            let is_in_next = !is_sign && !is_between;
            self.words += usize::from(is_in_next && !is_in_word);
            is_in_word = is_in_next;
        }
    }

    /// Whether it takes a minute.
    fn has_minute(&self) -> bool {
        self.words * SIGNS + self.signs * WORDS >= WORDS * SIGNS
    }

    /// The nearest number of minutes.
    fn minutes(&self) -> usize {
        let minute = WORDS * SIGNS;
        (self.words * SIGNS + self.signs * WORDS + minute / 2) / minute
    }
}
