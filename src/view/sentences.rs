//! Running text, in which sentences with a figure of a chart can be marked.

use super::inlines::inline;
use super::setting::Setting;
use crate::model::{Inline, Inlines, Link};
use std::mem::take;
use yew::prelude::*;

/// The markup of running text. Each sentence with a figure is in a `<span>`, which the styles mark while the reader
/// looks at the bar of the figure.
///
/// A sentence ends in plain text, outside of all marks. The checker, which quotes sentences, knows abbreviations in many
/// languages. Here, an abbreviation may divide a sentence, and then only a part of it is marked: a list of abbreviations
/// would cost readers more than that is worth.
pub(super) fn sentences(content: &Inlines, setting: Setting<'_>) -> Html {
    let mut writer = Writer::default();
    for piece in content.iter() {
        if let Inline::Text(text) = piece {
            text.chars().for_each(|sign| writer.read(sign));
            continue;
        }
        // The reference to a footnote belongs to the sentence before it.
        if writer.last == Last::Space || !matches!(piece, Inline::Footnote(_)) {
            let mut words = String::new();
            piece.write_plain_text(&mut words);
            writer.meet(words.chars().next().unwrap_or('.'));
            writer.last = Last::Other;
        }
        writer.mark(piece, setting);
    }
    writer.close(writer.text.len());
    push(&mut writer.done, &writer.text);
    writer.done.into_iter().collect()
}

/// Divides texts and marks into sentences.
///
/// It divides a text only where an element begins or ends, because browsers join adjacent texts. So the beginning of a
/// sentence waits until it is known whether the sentence has a figure.
#[derive(Default)]
struct Writer {
    /// The markup so far.
    done: Vec<Html>,
    /// The current sentence, from its first mark on.
    sentence: Vec<Html>,
    /// Whether the current sentence has a figure.
    cites: bool,
    /// The words before its first mark, and those before the sentence; empty as long as it has no
    /// mark.
    opening: String,
    /// The words since the last mark.
    text: String,
    /// Where the sentence begins: in the opening, or in the text as long as it has no mark.
    start: usize,
    /// What the last characters mean for the end of the sentence, and where it ends if they end it.
    last: Last,
    end: usize,
}

/// What the last characters mean for the end of a sentence.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    /// Nothing.
    #[default]
    Other,
    /// It ends if a space follows.
    Point,
    /// That space: it ends if no small letter follows.
    Space,
    /// It ends.
    FullPoint,
}

impl Writer {
    /// Reads the next character of a text.
    fn read(&mut self, sign: char) {
        self.meet(sign);
        let is_open = matches!(self.last, Last::Point | Last::FullPoint);
        self.last = match sign {
            '.' if self.is_initial() => Last::Other,
            '.' | '!' | '?' | '…' | '؟' => Last::Point,
            '。' | '！' | '？' | '।' | '۔' => Last::FullPoint,
            _ if is_open && is_closing(sign) => self.last,
            _ if self.last != Last::Other && is_space(sign) => Last::Space,
            _ => Last::Other,
        };
        let is_before = self.sentence.is_empty() && self.start == self.text.len();
        self.text.push(sign);
        if is_before && is_space(sign) {
            self.start = self.text.len();
        }
        if matches!(self.last, Last::Point | Last::FullPoint) {
            self.end = self.text.len();
        }
    }

    /// Closes the sentence if it ends before this character.
    fn meet(&mut self, sign: char) {
        // Latin, Greek and Cyrillic letters: a table of all letters would be too large.
        let is_small = matches!(sign, 'a'..='z' | 'ß'..='ÿ' | 'ά'..='ώ' | 'а'..='џ');
        let is_end = match self.last {
            Last::Other | Last::Point => false,
            // "Alibaba Group Holding Ltd. will", "“How much?” he asked".
            Last::Space => !is_small && !is_space(sign),
            Last::FullPoint => !is_closing(sign),
        };
        if is_end {
            self.close(self.end);
            self.last = Last::Other;
        }
    }

    /// Whether the text ends with an initial, as in "J. Ma" and "the U.S. Senate".
    fn is_initial(&self) -> bool {
        match self.text.as_bytes() {
            [.., before, b'A'..=b'Z'] => before.is_ascii() && !before.is_ascii_alphanumeric(),
            [b'A'..=b'Z'] => true,
            _ => false,
        }
    }

    /// Closes the sentence at a place in the text, after which only spaces have been read.
    fn close(&mut self, end: usize) {
        let opening = take(&mut self.opening);
        if take(&mut self.cites) {
            let (before, words) = opening.split_at(self.start);
            push(&mut self.done, before);
            let mut pieces = Vec::new();
            push(&mut pieces, words);
            pieces.append(&mut self.sentence);
            push(&mut pieces, &self.text[..end]);
            self.text.drain(..end);
            self.done.push(html! { <span>{ for pieces }</span> });
        } else {
            push(&mut self.done, &opening);
            self.done.append(&mut self.sentence);
        }
        self.start = self.text.len();
    }

    /// Writes a mark.
    fn mark(&mut self, piece: &Inline, setting: Setting<'_>) {
        let text = take(&mut self.text);
        if self.sentence.is_empty() {
            self.opening = text;
        } else {
            push(&mut self.sentence, &text);
        }
        self.end = 0;
        self.sentence.push(inline(piece, setting));
        self.cites |= cites(piece);
    }
}

fn push(pieces: &mut Vec<Html>, text: &str) {
    if !text.is_empty() {
        pieces.push(html! { text.to_owned() });
    }
}

fn cites(piece: &Inline) -> bool {
    match piece {
        Inline::Datum(datum) => datum.chart.is_some(),
        Inline::Strong(words)
        | Inline::Emphasis(words)
        | Inline::Superscript(words)
        | Inline::Subscript(words)
        | Inline::Link(Link { text: words, .. }) => words.iter().any(cites),
        Inline::Text(_) | Inline::Code(_) | Inline::Term(_) | Inline::Footnote(_) => false,
    }
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\n' | '\u{a0}')
}

/// Closing quotation marks and brackets of all languages.
fn is_closing(sign: char) -> bool {
    matches!(
        sign,
        '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）'
    )
}
