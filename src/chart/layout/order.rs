//! The commitments that have a row, and their order.

use super::super::figure::sum;
use super::super::state::{SortBy, State};
use crate::format;
use crate::model::Chart;
use crate::quantity::Basis;

/// The indices of the first commitments in the reader's order, and how many the reader's choices include. The extra
/// commitment is among the first ones even if it is beyond the limit.
#[must_use]
pub(in crate::chart) fn order(chart: &Chart, state: &State, limit: usize) -> (Vec<usize>, usize) {
    let mut places = sorted(chart, state);
    let count = places.len();
    if count > limit {
        let beyond = |index: &usize| places[limit..].contains(index);
        let extra = state.extra.filter(beyond);
        places.truncate(limit);
        places.extend(extra);
    }
    (places, count)
}

/// The indices of all commitments that the reader's choices include. Equal ones keep the order of the document.
///
/// This is an insertion sort with a binary search. For ten thousand commitments it takes milliseconds. The sort of the
/// standard library would cost a reader kilobytes.
pub(in crate::chart) fn sorted(chart: &Chart, state: &State) -> Vec<usize> {
    let basis = match state.sort.by {
        SortBy::PerYear => Basis::PerYear,
        _ => state.shown_basis(),
    };
    let is_by_sum = matches!(state.sort.by, SortBy::Amount | SortBy::PerYear);
    let mut names = Vec::new();
    if state.sort.by == SortBy::Name {
        let all: Vec<_> = chart.commitments.iter().map(|c| &*c.name).collect();
        names = format::ranks(&all, state.language);
    }
    let mut sums = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for (index, commitment) in chart.commitments.iter().enumerate() {
        let sum = is_by_sum
            .then(|| sum(chart, state, basis, commitment))
            .flatten();
        sums.push(sum.map(|sum| sum.units));
        if !state.is_wanted(index, &commitment.name) {
            continue;
        }
        let is_reversed = state.sort.is_reversed;
        let place = places.partition_point(|&other| match state.sort.by {
            SortBy::Name if is_reversed => names[other] >= names[index],
            SortBy::Name => names[other] <= names[index],
            SortBy::Document => !is_reversed,
            SortBy::Amount | SortBy::PerYear => match (sums[other], sums[index]) {
                (Some(before), Some(sum)) if is_reversed => before <= sum,
                (Some(before), Some(sum)) => before >= sum,
                // Those without a sum come last, in the reversed order as well.
                (before, sum) => before.is_some() || sum.is_none(),
            },
        });
        places.insert(place, index);
    }
    places
}
