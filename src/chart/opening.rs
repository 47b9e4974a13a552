//! The state in which a chart opens.

use super::layout::{GLANCE, ranking};
use super::state::State;
use crate::model::{Chart, ChartBasis, Form};
use crate::quantity::Basis;

impl State {
    /// The state of a chart before the reader has chosen anything: as the document says. If it does not say which sums
    /// are compared, a chart of few commitments compares both if they differ in their order.
    #[must_use]
    pub fn opening(chart: &Chart) -> Self {
        let mut state = Self::new(chart);
        state.form = chart.form.unwrap_or_default();
        if let Some(order) = chart.sort {
            state.sort = order.into();
        }
        let turns = || chart.commitments.len() <= GLANCE && has_two_orders(chart, &state);
        if let Some(basis) = chart.basis {
            state.compare(basis);
        } else if state.form == Form::Bars && turns() {
            state.compare(ChartBasis::Both);
        }
        state
    }
}

/// Whether the yearly sums have another order than the whole ones.
fn has_two_orders(chart: &Chart, state: &State) -> bool {
    let order = |basis| {
        let mut other = state.clone();
        other.basis = basis;
        ranking(chart, &other)
    };
    chart.has_unlike_periods() && order(Basis::Total) != order(Basis::PerYear)
}
