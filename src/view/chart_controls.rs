//! The reader's choices for a chart.

use super::choice::{Choice, choices};
use crate::chart::{self, Action, Sort, State};
use crate::format;
use crate::model::{Basis, Chart};
use yew::prelude::*;

/// The controls above a chart.
pub(super) fn chart_controls(chart: &Chart, state: State, on_action: &Callback<Action>) -> Html {
    let choice = |label: AttrValue, action: Action| Choice {
        label,
        action,
        is_chosen: state.update(action) == state,
    };
    let bases = vec![
        choice("Total".into(), Action::Compare(Basis::Total)),
        choice("Per year".into(), Action::Compare(Basis::PerYear)),
    ];
    let currencies: Vec<_> = chart::currencies(chart)
        .into_iter()
        .map(|currency| {
            choice(
                capitalised(format::currency(currency)),
                Action::ShowIn(currency),
            )
        })
        .collect();
    let orders = vec![
        choice("Amount".into(), Action::SortBy(Sort::Amount)),
        choice("Name".into(), Action::SortBy(Sort::Name)),
    ];
    let name = |what| format!("chart-{}-{what}", chart.id);
    html! {
        <div class="chart-controls">
            { choices("Compare", name("basis"), bases, on_action) }
            if currencies.len() > 1 {
                { choices("Currency", name("currency"), currencies, on_action) }
            }
            { choices("Sort by", name("sort"), orders, on_action) }
        </div>
    }
}

/// Names of currencies begin with a letter from A to Z; the tables for every other alphabet
/// would cost kilobytes of WebAssembly.
fn capitalised(mut text: String) -> AttrValue {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text.into()
}
