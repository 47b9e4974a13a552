//! The form with bars as long as the periods and as high as the yearly sums, so that their areas are the totals.

use super::super::figure::{money, sum};
use super::super::layout::{
    BESIDE, DateLine, Layout, Mark, PixelLength, RATE_HEIGHT, Row, Share, WIDE, axis,
};
use super::super::scale;
use super::super::state::State;
use super::super::text;
use super::{Compared, FormDefinition};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;
use crate::quantity::{Basis, Month};

pub(super) const TIMELINE: FormDefinition = FormDefinition {
    label: |language| language.messages().controls.timeline,
    kind: |language| language.messages().chart.timeline,
    figure: |sum, _, language| Some(money(sum, language)),
    place,
    subtitle,
    columns: &[],
};

/// The height of a mark without an end, in CSS pixels: it shows no sum.
const OPEN_HEIGHT: u32 = 14;
/// The most ticks of time beyond the first.
const TIMES: u32 = 6;

fn subtitle(compared: &Compared<'_>, language: Language) -> String {
    let messages = &language.messages().chart;
    // The axis shows that the periods differ, so the subtitle does not say it.
    messages.totals_over_time.with([compared.currency])
}

/// Places bars at their periods, as high as their yearly sums.
fn place(layout: &mut Layout, chart: &Chart, state: &State) {
    let bounds = |row: &Row| chart.commitments[row.index].period.bounds();
    let rate = |row: &Row| {
        let sum = sum(chart, state, Basis::PerYear, &chart.commitments[row.index]);
        sum.map(|sum| sum.units)
    };
    let (mut first, mut last) = (f64::INFINITY, 0.0_f64);
    for (start, end) in layout.rows.iter().map(bounds) {
        first = first.min(start);
        // A period without an end is drawn for a year at least.
        last = last.max(end.unwrap_or(start + 12.0));
    }
    // The axis reaches to every date that has a remark, whichever commitments the reader has chosen.
    for date in chart.annotations.iter().filter_map(|remark| remark.date) {
        first = first.min(date.months());
        last = last.max(date.months());
    }
    if first > last {
        (first, last) = (0.0, 1.0);
    }
    let (mut from, mut to) = (first, last);
    axis::fit(layout, TIMES, true, &mut |count| {
        let months = scale::months(first, last, count);
        let at = |month: Option<&Month>| f64::from(month.map_or(0, |month| month.count()));
        (from, to) = (at(months.first()), at(months.last()));
        let is_yearly = months.iter().all(|month| month.month == 1);
        let tick = |month: &Month| {
            let label = if is_yearly {
                format::year(month.year.into(), state.language)
            } else {
                format::short_month(*month, state.language)
            };
            ((at(Some(month)) - from) / (to - from), label)
        };
        months.iter().map(tick).collect()
    });
    let place = |month: f64| Share::of(month - from, to - from);
    for remark in &chart.annotations {
        if let (Some(date), false) = (remark.date, layout.rows.is_empty()) {
            let at = place(date.months());
            let words = remark.text.plain_text();
            let room = at.max(Share::FULL.minus(at)).whole_of(WIDE);
            layout.has_room_for_remarks &= text::width(&words, text::DETAIL_SIZE) + BESIDE <= room;
            layout.dates.push(DateLine { at, words });
        }
    }
    let max = layout.rows.iter().filter_map(rate).fold(0.0, f64::max);
    for row in &mut layout.rows {
        let (start, end) = bounds(row);
        let rate = rate(row);
        let height = rate.map_or(PixelLength::whole_number(OPEN_HEIGHT), |rate| {
            // Without a sum there is no mark.
            PixelLength::of(rate, max.max(1.0), RATE_HEIGHT)
        });
        // Even the shortest time at the end of the axis must be visible.
        let start = place(start).min(Share::FULL.minus(Share::LEAST));
        row.mark = (rate != Some(0.0)).then(|| Mark {
            start,
            width: place(end.unwrap_or(to)).minus(start).max(Share::LEAST),
            height,
            is_open: rate.is_none(),
        });
    }
}
