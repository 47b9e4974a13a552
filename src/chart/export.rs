//! The data of a chart as a file.

use super::figure::sum;
use super::layout::ranking;
use super::state::State;
use super::words;
use crate::format;
use crate::model::{Basis, Chart, Commitment};

/// What the chart shows as CSV (RFC 4180, UTF-8 with the mark that spreadsheets want): every commitment
/// that the reader's choices include, in their order, also beyond the last row.
///
/// Sums are in whole units of their currency.
#[must_use]
pub fn csv(chart: &Chart, state: &State) -> String {
    let code = state.currency.code();
    let mut text = String::from("\u{feff}");
    line(
        &mut text,
        [
            "Company",
            "As stated",
            &format!("Total ({code})"),
            &format!("Per year ({code})"),
            "Converted",
            "Start",
            "Period",
            "Status",
            "Purpose",
            "Source",
        ],
    );
    for index in ranking(chart, state) {
        let commitment = &chart.commitments[index];
        let total = sum(chart, state, Basis::Total, commitment);
        let is_converted = match total {
            Some(sum) if sum.is_converted => "yes",
            Some(_) => "no",
            None => "",
        };
        line(
            &mut text,
            [
                &commitment.name,
                &words::as_stated(commitment),
                &whole_units(chart, state, Basis::Total, commitment),
                &whole_units(chart, state, Basis::PerYear, commitment),
                is_converted,
                &commitment.period.start.to_string(),
                &format::period(&commitment.period),
                commitment.status.words(),
                &commitment.purpose,
                &commitment.source,
            ],
        );
    }
    text
}

/// A sum without its fraction; nothing where there is none.
fn whole_units(chart: &Chart, state: &State, basis: Basis, commitment: &Commitment) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates; formatting a float would cost a reader kilobytes"
    )]
    let whole = |units: f64| (units.round() as u64).to_string();
    sum(chart, state, basis, commitment).map_or_else(String::new, |sum| whole(sum.units))
}

fn line<const N: usize>(text: &mut String, fields: [&str; N]) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push('"');
        // A spreadsheet would take such a text for a formula.
        if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            text.push('\'');
        }
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}
