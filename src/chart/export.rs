//! The exports of a chart: its data, its picture, a link to it, a print.

pub mod picture;

use super::columns::Medium;
use super::forms::columns;
use super::layout::ranking;
use super::state::State;
use super::words;
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
/// that the reader's choices include, in the order of the rows, also those beyond the last row. The last column says in
/// every row what else belongs to the figures: programs read lines before or after a table as rows of it.
///
/// Sums are in whole units of their currency. `citation` says in lines how to cite the page.
#[must_use]
pub fn csv(chart: &Chart, state: &State, citation: &str) -> String {
    let columns = columns(chart, state, Medium::File);
    let mut all = String::new();
    notes(chart, state, usize::MAX, citation, &mut |line| {
        if !all.is_empty() && !line.is_empty() {
            all.push(' ');
        }
        all.push_str(line);
    });
    let mut text = String::from("\u{feff}");
    for (index, column) in columns.iter().enumerate() {
        field(
            &mut text,
            index,
            &column.heading(Medium::File, chart, state),
        );
    }
    let last = columns.len();
    field(&mut text, last, state.language.messages().article.notes);
    text.push_str("\r\n");
    for place in ranking(chart, state) {
        for (index, column) in columns.iter().enumerate() {
            let words = column.text(Medium::File, chart, state, &chart.commitments[place]);
            field(&mut text, index, &words);
        }
        field(&mut text, last, &all);
        text.push_str("\r\n");
    }
    text
}

/// Tells line by line what a file says on its figures: notes and remarks, how they came about, their source, what others
/// may do with them, and how to cite the page. A longer text than `most` bytes on how they came about is left to the page.
fn notes(chart: &Chart, state: &State, most: usize, citation: &str, tell: &mut dyn FnMut(&str)) {
    for note in words::notes(chart, state) {
        tell(&note.plain_text());
    }
    for remark in words::remarks(chart, state) {
        tell(&remark);
    }
    if chart.methodology.len() <= most {
        tell(&chart.methodology);
    }
    tell(&words::source(chart, state.language));
    if let Some(license) = &chart.license {
        tell(&license.plain_text());
    }
    for line in citation.split('\n') {
        tell(line);
    }
}

/// Whether a spreadsheet takes a text for a formula. Those of East Asia read the wide signs, too.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
}

/// Writes a field of a line.
fn field(text: &mut String, index: usize, words: &str) {
    if index > 0 {
        text.push(',');
    }
    text.push('"');
    let words = without_isolates(words);
    if is_formula(&words) {
        text.push('\'');
    }
    text.push_str(&words.replace('"', "\"\""));
    text.push('"');
}
