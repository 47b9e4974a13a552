//! Spending commitments and the rates that compare them.

use super::id::Id;
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value};
use crate::quantity::{Basis, Currency, Decimal, Hedge, Money, Period, Timestamp};

/// What one company has said it will spend.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Commitment {
    /// A short name of its own, for example `alibaba`.
    pub id: Id,
    /// The company's name as shown.
    pub name: String,
    /// The amount as it was stated.
    pub amount: Money,
    /// The same amount in other currencies, where it was stated in them too.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub equivalents: Vec<Money>,
    /// The time over which it is to be spent.
    pub period: Period,
    /// How firm it is.
    pub status: Status,
    /// What the money is for.
    pub purpose: String,
    /// Where the figure comes from.
    pub source: String,
}

impl<C: Context> Read<C> for Commitment {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 8] = [
            "id",
            "name",
            "amount",
            "equivalents",
            "period",
            "status",
            "purpose",
            "source",
        ];
        let expected = "a commitment, which is an object";
        let fields = Fields::of(value, path, expected, &KNOWN, reading)?;
        let id = fields.required("id", reading);
        let name = fields.required("name", reading);
        let amount = fields.required("amount", reading);
        let equivalents = fields.whole("equivalents", reading);
        let period = fields.required("period", reading);
        let status = fields.required("status", reading);
        let purpose = fields.required("purpose", reading);
        let source = fields.required("source", reading);
        let read = Self {
            id: id?,
            name: name?,
            amount: amount?,
            equivalents: equivalents?,
            period: period?,
            status: status?,
            purpose: purpose?,
            source: source?,
        };
        if reading.is_strict() {
            read.note_second_sums(path, reading);
        }
        Some(read)
    }
}

/// The sum of a commitment in some currency, on some basis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum<'a> {
    /// The sum in whole units of the currency.
    pub units: f64,
    /// The currency.
    pub currency: Currency,
    /// How exact the figure is that it was computed from.
    pub hedge: Option<Hedge>,
    /// The sum as it was stated; `None` where it is computed.
    pub stated: Option<&'a Money>,
    /// Whether an exchange rate was used, because the sum was not stated in this currency.
    pub is_converted: bool,
}

impl Commitment {
    /// The sums that were stated: the amount, then its equivalents.
    pub fn stated(&self) -> impl Iterator<Item = &Money> {
        std::iter::once(&self.amount).chain(&self.equivalents)
    }

    /// The sum that was stated in a currency; `None` where none was.
    #[must_use]
    pub fn stated_in(&self, currency: Currency) -> Option<&Money> {
        self.stated().find(|money| money.currency == currency)
    }

    /// Notes the sums in a currency that another one is in: they would never be shown.
    fn note_second_sums<C: Context>(&self, path: &Path<'_>, reading: &mut Reading<C>) {
        let path = path.key("equivalents");
        for (index, money) in self.equivalents.iter().enumerate() {
            let currency = money.currency;
            if self
                .stated()
                .take(index + 1)
                .any(|other| other.currency == currency)
            {
                let message = format!(
                    "a second sum in {}, of which only the first one counts: leave one out",
                    currency.code()
                );
                reading.note::<()>(ProblemKind::Duplicate, &path.index(index), message);
            }
        }
    }

    /// The sum in a currency: a stated sum is used as stated, a stated equivalent comes next, a
    /// conversion last.
    ///
    /// `None` where it is neither stated in the currency nor convertible, and for a yearly sum
    /// where the number of years is not known.
    #[must_use]
    pub fn sum(&self, basis: Basis, currency: Currency, rates: &[ExchangeRate]) -> Option<Sum<'_>> {
        let years = match basis {
            Basis::Total => 1.0,
            Basis::PerYear => self.period.years()?,
        };
        let stated = self.stated_in(currency);
        let (whole, hedge) = match stated {
            Some(money) => (money.units(), money.hedge),
            None => (convert(&self.amount, currency, rates)?, self.amount.hedge),
        };
        #[expect(clippy::float_cmp, reason = "twelve months are exactly one year")]
        let is_averaged = years != 1.0;
        Some(Sum {
            units: whole / years,
            currency,
            hedge,
            stated: stated.filter(|_| !is_averaged),
            is_converted: stated.is_none(),
        })
    }
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

/// How firm a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Status {
    /// Said in public by the company.
    Announced,
    /// Part of the company's plan.
    Planned,
    /// Set aside for the purpose.
    Earmarked,
    /// Known from reports only.
    Reported,
}

impl<C: Context> Read<C> for Status {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const NAMES: [(&str, Status); 4] = [
            ("announced", Status::Announced),
            ("planned", Status::Planned),
            ("earmarked", Status::Earmarked),
            ("reported", Status::Reported),
        ];
        reading.named(value, &NAMES, path)
    }
}

/// What one unit of a currency costs in another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct ExchangeRate {
    /// The currency that is bought.
    pub base: Currency,
    /// The currency that it is paid in.
    pub quote: Currency,
    /// How many units of `quote` one unit of `base` costs; more than zero.
    pub rate: Decimal,
    /// The day of the rate.
    pub date: Timestamp,
    /// Where the rate comes from.
    pub source: String,
}

impl<C: Context> Read<C> for ExchangeRate {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 5] = ["base", "quote", "rate", "date", "source"];
        let fields = Fields::of(value, path, "a rate, which is an object", &KNOWN, reading)?;
        let base = fields.required("base", reading);
        let quote = fields.required("quote", reading);
        let rate = fields.required::<_, Decimal>("rate", reading);
        let date = fields.required("date", reading);
        let source = fields.required("source", reading);
        let read = Self {
            base: base?,
            quote: quote?,
            rate: rate?,
            date: date?,
            source: source?,
        };
        if read.rate.is_zero() {
            let message = "a rate of zero converts nothing: give more than zero";
            return reading.note(ProblemKind::Value, &path.key("rate"), message);
        }
        if read.base == read.quote {
            let message = "a rate between a currency and itself converts nothing: name two";
            return reading.note(ProblemKind::Value, &path.key("quote"), message);
        }
        Some(read)
    }
}
