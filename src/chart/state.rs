//! What the reader has chosen to see.

use crate::model::{Basis, Chart, Currency};

/// The reader's choices for one chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Whole sums or yearly ones.
    pub basis: Basis,
    /// The currency of every bar.
    pub currency: Currency,
    /// The order of the bars.
    pub sort: Sort,
}

/// The order of the bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The largest first.
    #[default]
    Amount,
    /// By name, from A to Z.
    Name,
}

/// Something that the reader did to a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose what is compared.
    Compare(Basis),
    /// Chose a currency.
    ShowIn(Currency),
    /// Chose an order.
    SortBy(Sort),
}

impl State {
    /// What a chart shows before the reader has chosen anything.
    #[must_use]
    pub fn new(chart: &Chart) -> Self {
        Self {
            basis: Basis::default(),
            currency: chart.currency,
            sort: Sort::default(),
        }
    }

    /// The state after an action.
    #[must_use]
    pub fn update(self, action: Action) -> Self {
        match action {
            Action::Compare(basis) => Self { basis, ..self },
            Action::ShowIn(currency) => Self { currency, ..self },
            Action::SortBy(sort) => Self { sort, ..self },
        }
    }
}

/// The currencies that a chart can be shown in: its own first, then every one that an amount is stated in.
#[must_use]
pub fn currencies(chart: &Chart) -> Vec<Currency> {
    let mut found = vec![chart.currency];
    for commitment in &*chart.commitments {
        for money in commitment.stated() {
            if !found.contains(&money.currency) {
                found.push(money.currency);
            }
        }
    }
    found
}
