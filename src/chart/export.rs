//! The exports of a chart: its data, its picture, a link to it, a print.

pub mod picture;

use super::columns::Medium;
use super::forms::columns;
use super::layout::ranking;
use super::state::State;
use crate::messages::{Language, without_isolates};
use crate::model::Chart;

/// A kind of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The data as a file for spreadsheets.
    Csv,
    /// The drawing as a PNG file that is wider than high.
    Wide,
    /// The drawing as a PNG file that is higher than wide.
    Tall,
    /// The drawing as an SVG file.
    Svg,
    /// A link to the state that is shown.
    Link,
    /// The page on paper.
    Print,
}

/// The outcome of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportOutcome {
    /// The kind of export.
    pub export: Export,
    /// Whether it succeeded.
    pub is_done: bool,
}

impl Export {
    /// Every kind, in the order of the buttons.
    pub const ALL: [Self; 6] = [
        Self::Csv,
        Self::Wide,
        Self::Tall,
        Self::Svg,
        Self::Link,
        Self::Print,
    ];

    /// The kinds that are pictures.
    pub const PICTURES: [Self; 3] = [Self::Wide, Self::Tall, Self::Svg];

    /// Its name in controls, which no language changes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Wide => "png",
            Self::Tall => "png-tall",
            Self::Link => "link",
            Self::Print => "print",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|export| export.name() == name).copied()
    }

    /// The ending of its file.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Tall => "png",
            _ => self.name(),
        }
    }

    /// The label of its button.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        let messages = &language.messages().exports;
        match self {
            Self::Csv => messages.csv,
            Self::Svg => messages.svg,
            Self::Wide => messages.wide,
            Self::Tall => messages.tall,
            Self::Link => messages.link,
            Self::Print => messages.print,
        }
    }
}

impl ExportOutcome {
    /// The outcome in words, for what a browser can refuse.
    #[must_use]
    pub fn words(self, language: Language) -> &'static str {
        let messages = &language.messages().exports;
        match (self.export, self.is_done) {
            (Export::Link, true) => messages.link_is_copied,
            (Export::Link, false) => messages.link_is_refused,
            (_, true) => messages.picture_is_saved,
            (_, false) => messages.picture_is_refused,
        }
    }
}

/// The data of a chart as CSV (RFC 4180, UTF-8 with the byte order mark that spreadsheets need). It has every commitment
/// that the reader's choices include, in the order of the rows, also those beyond the last row.
///
/// Sums are in whole units of their currency.
#[must_use]
pub fn csv(chart: &Chart, state: &State) -> String {
    let columns = columns(chart, state, Medium::File);
    let mut text = String::from("\u{feff}");
    for (index, column) in columns.iter().enumerate() {
        field(
            &mut text,
            index,
            &column.heading(Medium::File, chart, state),
        );
    }
    text.push_str("\r\n");
    for place in ranking(chart, state) {
        for (index, column) in columns.iter().enumerate() {
            let words = column.text(Medium::File, chart, state, &chart.commitments[place]);
            field(&mut text, index, &words);
        }
        text.push_str("\r\n");
    }
    text
}

/// Writes a field of a line.
fn field(text: &mut String, index: usize, words: &str) {
    if index > 0 {
        text.push(',');
    }
    text.push('"');
    // A spreadsheet would read such a text as a formula.
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        text.push('\'');
    }
    text.push_str(&without_isolates(words).replace('"', "\"\""));
    text.push('"');
}
