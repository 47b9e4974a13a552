//! The figure of one commitment, in the state that the reader has chosen.

use super::state::State;
use super::text;
use crate::format;
use crate::messages::Language;
use crate::model::{Chart, Commitment, Sum};
use crate::quantity::{Basis, Money, Scale};

/// One figure of a chart, with the facts that qualify it.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFigure {
    /// The value: in whole units of the currency, or as a multiple of the baseline.
    pub value: f64,
    /// The figure in short, with its hedge: `about $53bn`, `1.5×`.
    pub label: String,
    /// Whether an exchange rate was used, because the sum was not stated in this currency.
    pub is_converted: bool,
    /// Whether an amount that it is computed from was stated as "over", "about" and the like.
    pub is_hedged: bool,
}

/// The sum of a commitment in the reader's currency; see [`Commitment::sum`].
pub(super) fn sum<'a>(
    chart: &'a Chart,
    state: &State,
    basis: Basis,
    commitment: &'a Commitment,
) -> Option<Sum<'a>> {
    commitment.sum(basis, state.currency, &chart.rates)
}

/// The greatest width of a label, in CSS pixels: more would not fit a narrow plot.
const MOST_WIDTH: u32 = 150;
/// From this sum on, a label has a scale: `$5m`, not `$5000000`.
const SCALED: f64 = 10_000.0;

/// A sum as a figure.
pub(super) fn money(sum: &Sum<'_>, language: Language) -> RowFigure {
    let is_short = |stated: &&Money| stated.scale != Scale::One || sum.units < SCALED;
    RowFigure {
        value: sum.units,
        label: sum
            .stated
            .filter(is_short)
            .map(|stated| format::short_money(stated, language))
            // With all digits the label may be too long for a narrow plot.
            .filter(|label| text::width(label, text::SIZE) <= MOST_WIDTH)
            .unwrap_or_else(|| format::short_units(sum.units, sum.currency, sum.hedge, language)),
        is_converted: sum.is_converted,
        is_hedged: sum.hedge.is_some(),
    }
}

/// A sum as a multiple of the baseline's; `None` if the baseline's is zero.
pub(super) fn ratio(sum: &Sum<'_>, baseline: &Sum<'_>, language: Language) -> Option<RowFigure> {
    (baseline.units > 0.0).then(|| {
        let value = sum.units / baseline.units;
        RowFigure {
            value,
            label: format::times(value, language),
            is_converted: sum.is_converted || baseline.is_converted,
            is_hedged: sum.hedge.or(baseline.hedge).is_some(),
        }
    })
}

impl RowFigure {
    /// The figure in words, and whether it was converted: `$20.7bn (converted)`. The labels of sums contain their
    /// hedges, those of ratios do not.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let messages = &language.messages().chart;
        let mut words = self.label.clone();
        if self.is_hedged && words.ends_with('×') {
            words = messages.about.with([&words]);
        }
        if self.is_converted {
            words = messages.converted.with([&words]);
        }
        words
    }
}
