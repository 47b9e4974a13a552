//! The figure of one commitment, in the currency and on the basis that the reader chose.

use crate::format;
use crate::model::{Basis, Commitment, Currency, ExchangeRate};

/// One figure of a chart, with what the reader must know to trust it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The sum in whole units of the currency.
    pub units: f64,
    /// The figure in short, with its hedge: `about $53bn`.
    pub label: String,
    /// Whether an exchange rate was used, because nobody stated the sum in this currency.
    pub converted: bool,
}

/// The figure of a commitment; `None` where there is none, see [`Commitment::sum`].
#[must_use]
pub fn figure(
    commitment: &Commitment,
    basis: Basis,
    currency: Currency,
    rates: &[ExchangeRate],
) -> Option<Figure> {
    let sum = commitment.sum(basis, currency, rates)?;
    let label = match sum.stated {
        Some(money) => format::short_money(money),
        None => format::short_units(sum.units, currency, sum.hedge),
    };
    Some(Figure {
        units: sum.units,
        label,
        converted: sum.is_converted,
    })
}
