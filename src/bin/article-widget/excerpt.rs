//! A problem as people read it: the words, the place, and the line of the document that it is on.

use anyhow::Result;
use article_widget::document::{Place, Problem, ProblemKind, Severity};
use codespan_reporting::diagnostic::{self, Diagnostic, Label};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::WriteColor;
use codespan_reporting::term::{Config, Styles, StylesWriter, emit_to_write_style};
use std::ops::Range;

/// How many characters of a line are shown before the wrong part, and how many from its beginning on. There
/// is a limit because a whole document may be one line.
const BEFORE: usize = 40;
const FROM: usize = 60;

/// How many characters of a message are shown.
const WORDS: usize = 1_000;

/// Writes a problem with its excerpt, and an empty line.
pub(crate) fn write(
    stream: &mut impl WriteColor,
    file: &str,
    text: &str,
    problem: &Problem,
    place: &Place,
) -> Result<()> {
    let excerpt = Excerpt::of(file, text, place);
    let mut diagnostic = Diagnostic::new(severity_of(problem.severity))
        .with_code(name_of(problem.kind))
        .with_message(printable(&problem.message))
        .with_label(Label::primary((), excerpt.marked.clone()));
    if !problem.path.is_empty() {
        diagnostic = diagnostic.with_note(format!("path: {}", printable(&problem.path)));
    }
    let styles = Styles::default();
    let mut stream = StylesWriter::new(stream, &styles);
    let written = emit_to_write_style(&mut stream, &Config::default(), &excerpt, &diagnostic);
    written.map_err(|error| match error {
        Error::Io(error) => error.into(),
        error => error.into(),
    })
}

fn severity_of(severity: Severity) -> diagnostic::Severity {
    match severity {
        Severity::Error => diagnostic::Severity::Error,
        Severity::Warning => diagnostic::Severity::Warning,
        Severity::Remark => diagnostic::Severity::Note,
    }
}

/// A kind as tools know it.
fn name_of(kind: ProblemKind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Words without control characters, which could command a terminal, and cut to a limit. Both are needed
/// because the words quote the document.
pub(crate) fn printable(words: &str) -> String {
    let mut words = words.chars().map(visible);
    let mut shown: String = words.by_ref().take(WORDS).collect();
    if words.next().is_some() {
        shown.push('…');
    }
    shown
}

fn visible(mark: char) -> char {
    if mark.is_control() && mark != '\t' {
        char::REPLACEMENT_CHARACTER
    } else {
        mark
    }
}

/// A piece of one line of a document, with its place.
struct Excerpt<'a> {
    file: &'a str,
    place: &'a Place,
    text: String,
    /// The part of it to point at.
    marked: Range<usize>,
}

impl<'a> Excerpt<'a> {
    fn of(file: &'a str, document: &str, place: &'a Place) -> Self {
        let is_in_line = |mark: &char| !matches!(mark, '\n' | '\r' | '\u{feff}');
        let range = &place.range;
        // This reads only the characters that it shows, because the document may be one line with a problem
        // on every word.
        let mut before = document[..range.start].chars().rev();
        let head: String = before
            .by_ref()
            .take(BEFORE)
            .take_while(is_in_line)
            .collect();
        let mut text: String = head.chars().rev().map(visible).collect();
        if head.chars().count() == BEFORE && before.next().as_ref().is_some_and(is_in_line) {
            text.insert(0, '…');
        }
        let start = text.len();
        let mut end = start;
        let mut from = document[range.start..].char_indices();
        for (at, mark) in from
            .by_ref()
            .take(FROM)
            .take_while(|(_, mark)| is_in_line(mark))
        {
            text.push(visible(mark));
            if range.start + at < range.end {
                end = text.len();
            }
        }
        let shown = text[start..].chars().count();
        if shown == FROM && from.next().is_some_and(|(_, mark)| is_in_line(&mark)) {
            text.push('…');
        }
        Self {
            file,
            place,
            text,
            marked: start..end,
        }
    }
}

impl<'a> Files<'a> for Excerpt<'_> {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(self.file)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), _: usize) -> Result<usize, Error> {
        Ok(0)
    }

    fn line_number(&'a self, (): (), _: usize) -> Result<usize, Error> {
        Ok(self.place.start.line)
    }

    fn column_number(&'a self, (): (), _: usize, _: usize) -> Result<usize, Error> {
        Ok(self.place.start.column)
    }

    fn line_range(&'a self, (): (), _: usize) -> Result<Range<usize>, Error> {
        Ok(0..self.text.len())
    }
}
