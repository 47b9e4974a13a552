//! The data of a chart as a file.

use super::columns::Medium;
use super::forms::columns;
use super::layout::ranking;
use super::state::State;
use crate::model::Chart;

/// What the chart shows as CSV (RFC 4180, UTF-8 with the mark that spreadsheets want): every commitment
/// that the reader's choices include, in their order, also beyond the last row.
///
/// Sums are in whole units of their currency.
#[must_use]
pub fn csv(chart: &Chart, state: &State) -> String {
    let columns = columns(state, Medium::File);
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
            field(&mut text, index, &words.unwrap_or_default());
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
    // A spreadsheet would take such a text for a formula.
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        text.push('\'');
    }
    text.push_str(&words.replace('"', "\"\""));
    text.push('"');
}
