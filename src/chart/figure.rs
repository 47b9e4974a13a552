//! The figure of one commitment, in the currency and on the basis that the reader chose.

use super::state::Basis;
use crate::format;
use crate::model::{Commitment, Currency, ExchangeRate, Money};

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

/// The figure of a commitment; `None` where it is neither stated in the currency nor convertible.
///
/// A stated sum is used as stated, a stated equivalent comes next, a conversion last.
#[must_use]
pub fn figure(
    commitment: &Commitment,
    basis: Basis,
    currency: Currency,
    rates: &[ExchangeRate],
) -> Option<Figure> {
    let years = match basis {
        Basis::Total => 1.0,
        Basis::PerYear => commitment.period.years(),
    };
    #[expect(clippy::float_cmp, reason = "twelve months are exactly one year")]
    let averaged = years != 1.0;
    let stated = commitment.stated_in(currency);
    let amount = &commitment.amount;
    let (whole, hedge) = match stated {
        Some(money) => (money.units(), money.hedge),
        None => (convert(amount, currency, rates)?, amount.hedge),
    };
    let units = whole / years;
    let label = match stated {
        Some(money) if !averaged => format::short_money(money),
        _ => format::short_units(units, currency, hedge),
    };
    Some(Figure {
        units,
        label,
        converted: stated.is_none(),
    })
}

/// A sum in another currency, in whole units.
fn convert(money: &Money, to: Currency, rates: &[ExchangeRate]) -> Option<f64> {
    rates.iter().find_map(|rate| {
        if (rate.base, rate.quote) == (to, money.currency) {
            Some(money.units() / rate.rate.to_f64())
        } else if (rate.base, rate.quote) == (money.currency, to) {
            Some(money.units() * rate.rate.to_f64())
        } else {
            None
        }
    })
}
