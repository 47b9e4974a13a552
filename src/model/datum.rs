//! Words that state a figure of the data: the number is stored once, with its commitment.

use super::basis::Basis;
use super::chart::Chart;
use super::commitment::{Commitment, Sum};
use super::id::Id;
use super::money::{Currency, Hedge, Money};
use super::reading::{Fields, Read, Reading};
use super::scope::Scope;
use crate::document::Value;
use crate::format;
use crate::problem::{Kind, Path};
use std::rc::Rc;

/// A reference to a figure: the sum of a commitment, or how it compares.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Datum {
    /// The id of the commitment.
    pub of: Id,
    /// The currency of the sum; absent for the one in which it was stated. For a comparison, the
    /// currency in which the sums are compared.
    #[cfg_attr(
        feature = "authoring",
        serde(rename = "in", skip_serializing_if = "Option::is_none")
    )]
    pub currency: Option<Currency>,
    /// Whether the whole sum is meant, or what comes to one year.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Basis::is_total")
    )]
    pub basis: Basis,
    /// The id of another commitment: how many times its sum this one is.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub ratio_to: Option<Id>,
    /// The id of another commitment, or of a chart for all that it compares: how much of that sum
    /// this one is, in percent.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub share_of: Option<Id>,
    /// Words written by hand, which the checker compares with the data; absent for the widget's.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub text: Option<String>,
    /// What is shown.
    #[cfg_attr(feature = "authoring", serde(skip))]
    pub words: String,
    /// The chart whose table has a row for it: the first one that compares the commitment. `None`
    /// where no chart does, and where a link to the row may not stand.
    #[cfg_attr(feature = "authoring", serde(skip))]
    pub chart: Option<Id>,
}

/// What a datum reference refers to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity<'a> {
    /// How much it is: whole units of the currency, or how many times as much.
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// How exact the figures are that it was computed from.
    pub hedge: Option<Hedge>,
    /// The words of whoever stated it, where they stated this very sum.
    pub stated: Option<&'a Money>,
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Units of a currency.
    Money(Currency),
    /// Times another sum: 1.5.
    Ratio,
    /// Parts of another sum: 0.5 for a half.
    Share,
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

impl Read for Datum {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading) -> Option<Self> {
        const KNOWN: [&str; 6] = ["of", "in", "basis", "ratioTo", "shareOf", "text"];
        let expected = "a reference to a figure, which is an object";
        let fields = Fields::of(value, path, expected, &KNOWN, reading)?;
        let of = fields.required("of", reading);
        let currency = fields.optional("in", reading);
        let basis = fields.or_default("basis", reading);
        let ratio_to = fields.optional("ratioTo", reading);
        let share_of = fields.optional("shareOf", reading);
        let text = fields.optional::<String>("text", reading);
        let mut datum = Self {
            of: of?,
            currency: currency?,
            basis: basis?,
            ratio_to: ratio_to?,
            share_of: share_of?,
            text: text?,
            words: String::new(),
            chart: None,
        };
        if datum.ratio_to.is_some() && datum.share_of.is_some() {
            let message = "a figure is either a ratio or a share: leave one out";
            return reading.note(Kind::Value, &path.key("shareOf"), message);
        }
        for (key, id) in [
            ("of", Some(&datum.of)),
            ("ratioTo", datum.ratio_to.as_ref()),
        ] {
            if let Some(id) = id
                && reading.scope.commitment(id).is_none()
            {
                return reading.leads_nowhere("commitment", id, &path.key(key));
            }
        }
        if let Some(id) = &datum.share_of
            && reading.scope.compared(id).is_empty()
        {
            return reading.leads_nowhere("commitment or chart", id, &path.key("shareOf"));
        }
        let scope = &reading.scope;
        let Some(quantity) = datum.quantity(scope) else {
            if scope.lacks_rates {
                return None;
            }
            let message = "there is no such figure: state an equivalent, a length of the period, or add an exchange rate";
            return reading.note(Kind::Value, path, message);
        };
        datum.words = match &datum.text {
            Some(text) => text.clone(),
            None => format::quantity(&quantity, scope.locale),
        };
        // Links do not stand inside of each other.
        if !path.is_under("link") {
            datum.chart = scope.chart_of(&datum.of);
        }
        #[cfg(not(target_arch = "wasm32"))]
        reading.claim(&datum, &path.key("text"));
        Some(datum)
    }
}

impl Datum {
    /// The figure; `None` where the data do not give it.
    pub(super) fn quantity<'a>(&self, scope: &'a Scope) -> Option<Quantity<'a>> {
        let commitment = scope.commitment(&self.of)?;
        let (other, unit) = match (&self.ratio_to, &self.share_of) {
            (Some(other), _) => (other, Unit::Ratio),
            (_, Some(other)) => (other, Unit::Share),
            _ => {
                let currency = self.currency.unwrap_or(commitment.amount.currency);
                let sum = commitment.sum(self.basis, currency, &scope.rates)?;
                return Some(sum.into());
            }
        };
        let others = scope.compared(other);
        let currency = self.currency.unwrap_or_else(|| common(commitment, &others));
        let sum = commitment.sum(self.basis, currency, &scope.rates)?;
        let mut whole = 0.0;
        let mut hedge = sum.hedge;
        for other in others {
            let other = other.sum(self.basis, currency, &scope.rates)?;
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

/// A currency in which all were stated; the first one's own where there is none.
fn common(commitment: &Commitment, others: &[&Commitment]) -> Currency {
    let mut stated = commitment.stated().map(|money| money.currency);
    stated
        .find(|currency| {
            let is_stated = |other: &&Commitment| other.stated_in(*currency).is_some();
            others.iter().all(is_stated)
        })
        .unwrap_or(commitment.amount.currency)
}

impl Scope {
    /// What an id stands for in a comparison: one commitment, or all of a chart.
    fn compared(&self, id: &str) -> Vec<&Commitment> {
        if let Some(commitment) = self.commitment(id) {
            return vec![commitment];
        }
        let chart = self.charts.iter().find(|chart| *chart.id == *id);
        let compared = chart.into_iter().flat_map(|chart| &*chart.commitments);
        compared.collect()
    }

    /// The first chart that compares a commitment. None of those that are being read: their own
    /// titles and notes lead nowhere.
    fn chart_of(&self, commitment: &Id) -> Option<Id> {
        let compares = |chart: &&Rc<Chart>| {
            let mut compared = chart.commitments.iter();
            compared.any(|other| other.id == *commitment)
        };
        let chart = self.charts.iter().find(compares)?;
        Some(chart.id.clone())
    }
}
