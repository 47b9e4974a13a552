//! Words that state a figure of the data: the number is stored once, with its commitment.

use super::commitment::{Commitment, Sum};
use super::id::Id;
use super::references::{References, Refers};
#[cfg(feature = "checks")]
use crate::claims;
use crate::document::{Path, ProblemKind, Read, Reading, Value, object};
use crate::format;
use crate::quantity::{Basis, Currency, Hedge, Quantity, Unit};

object! {
    /// A reference to a figure: the sum of a commitment, or how it compares.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Datum in Refers, "a reference to a figure, which is an object", checked {
        /// The id of the commitment.
        pub of: Id = required "of",
        /// The currency of the sum; absent for the one in which it was stated. For a comparison, the
        /// currency in which the sums are compared.
        pub currency: Option<Currency> = optional "in",
        /// Whether the whole sum is meant, or what comes to one year.
        pub basis: Basis = default "basis",
        /// The id of another commitment: how many times its sum this one is.
        pub ratio_to: Option<Id> = optional "ratioTo",
        /// The id of another commitment, or of a chart for all that it compares: how much of that sum
        /// this one is, in percent.
        pub share_of: Option<Id> = optional "shareOf",
        /// Words written by hand, which the checker compares with the data; absent for the widget's.
        pub text: Option<String> = optional "text",
        /// What is shown.
        pub words: String = computed,
        /// The chart whose table has a row for it: the first one that compares the commitment. `None`
        /// where no chart does, and where a link to the row may not stand.
        pub chart: Option<Id> = computed,
    }
}

impl<'a> From<Sum<'a>> for Quantity<'a> {
    fn from(sum: Sum<'a>) -> Self {
        Self {
            value: sum.units,
            unit: Unit::Money(sum.currency),
            hedge: sum.hedge,
            stated: sum.stated,
        }
    }
}

/// A figure of the data, with its words.
impl<C: Refers> Read<C> for Datum {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let mut datum = Self::read_object(value, path, reading)?;
        if datum.ratio_to.is_some() && datum.share_of.is_some() {
            let message = "a figure is either a ratio or a share: leave one out";
            return reading.note(ProblemKind::Value, &path.key("shareOf"), message);
        }
        for (key, id) in [
            ("of", Some(&datum.of)),
            ("ratioTo", datum.ratio_to.as_ref()),
        ] {
            if let Some(id) = id
                && reading.references().commitment(id).is_none()
            {
                return reading.leads_nowhere("commitment", id, &path.key(key));
            }
        }
        if let Some(id) = &datum.share_of
            && reading.references().compared(id).is_empty()
        {
            return reading.leads_nowhere("commitment or chart", id, &path.key("shareOf"));
        }
        let references = reading.references();
        let Some(quantity) = datum.quantity(references) else {
            if references.lacks_rates {
                return None;
            }
            let message = "there is no such figure: state an equivalent, a length of the period, or add an exchange rate";
            return reading.note(ProblemKind::Value, path, message);
        };
        datum.words = match &datum.text {
            Some(text) => text.clone(),
            None => format::quantity(&quantity, references.language),
        };
        // A link must not contain another link, and a headline has none.
        if !path.is_under("link") && !path.is_under("headline") {
            datum.chart = references.chart_of(&datum.of);
        }
        #[cfg(feature = "checks")]
        if references.has_language {
            let region = references.region;
            if let Some(text) = &datum.text {
                let problem = claims::check(text, &quantity, region).err();
                let claims = &mut reading.references_mut().claims;
                claims.add(text, problem, &path.key("text"));
            } else if let Err(message) = claims::check_own(&datum.words, region) {
                reading.note::<()>(ProblemKind::Claim, path, message);
            }
        }
        Some(datum)
    }
}

impl Datum {
    /// The figure; `None` if the data do not contain it.
    fn quantity<'a>(&self, references: &'a References) -> Option<Quantity<'a>> {
        let commitment = references.commitment(&self.of)?;
        let (other, unit) = match (&self.ratio_to, &self.share_of) {
            (Some(other), _) => (other, Unit::Ratio),
            (_, Some(other)) => (other, Unit::Share),
            _ => {
                let currency = self.currency.unwrap_or(commitment.amount.currency);
                let sum = commitment.sum(self.basis, currency, &references.rates)?;
                return Some(sum.into());
            }
        };
        let others = references.compared(other);
        let currency = self.currency.unwrap_or_else(|| common(commitment, &others));
        let sum = commitment.sum(self.basis, currency, &references.rates)?;
        let mut whole = 0.0;
        let mut hedge = sum.hedge;
        for other in others {
            let other = other.sum(self.basis, currency, &references.rates)?;
            whole += other.units;
            hedge = hedge.or(other.hedge);
        }
        (whole > 0.0).then_some(Quantity {
            value: sum.units / whole,
            unit,
            hedge: hedge.map(|_| Hedge::About),
            stated: None,
        })
    }
}

/// A currency in which all of them were stated. If there is none, the currency of the first one.
fn common(commitment: &Commitment, others: &[&Commitment]) -> Currency {
    let mut stated = commitment.stated().map(|money| money.currency);
    stated
        .find(|currency| {
            let is_stated = |other: &&Commitment| other.stated_in(*currency).is_some();
            others.iter().all(is_stated)
        })
        .unwrap_or(commitment.amount.currency)
}
