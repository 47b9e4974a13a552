//! Spending commitments and the rates that compare them.

use super::id::Id;
use crate::document::{Context, Path, ProblemKind, Read, Reading, Value, names, object};
use crate::messages::Language;
use crate::quantity::{Basis, Currency, Decimal, Hedge, Money, Period, Timestamp};

object! {
    /// What one company has said it will spend.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Commitment in Context, "a commitment, which is an object", checked {
        /// A short name of its own, for example `alibaba`.
        pub id: Id = required "id",
        /// The company's name as shown.
        pub name: String = required "name",
        /// The amount as it was stated.
        pub amount: Money = required "amount",
        /// The same amount in other currencies, where it was stated in them too.
        pub equivalents: Vec<Money> = default(whole) "equivalents",
        /// The time over which it is to be spent.
        pub period: Period = required "period",
        /// How firm it is.
        pub status: Status = required "status",
        /// What the money is for.
        pub purpose: String = required "purpose",
        /// Where the figure comes from.
        pub source: String = required "source",
    }
}

/// The sum of a commitment in a currency, on a basis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum<'a> {
    /// The sum in whole units of the currency.
    pub units: f64,
    /// The currency.
    pub currency: Currency,
    /// How exact the figure is from which it was computed.
    pub hedge: Option<Hedge>,
    /// The sum as it was stated; `None` if it was computed.
    pub stated: Option<&'a Money>,
    /// Whether an exchange rate was used, because the sum was not stated in this currency.
    pub is_converted: bool,
}

/// A checker also reports sums that are never shown.
impl<C: Context> Read<C> for Commitment {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let read = Self::read_object(value, path, reading)?;
        if reading.is_strict() {
            read.note_second_sums(path, reading);
        }
        Some(read)
    }
}

impl Commitment {
    /// The stated sums: the amount, then its equivalents.
    pub fn stated(&self) -> impl Iterator<Item = &Money> {
        std::iter::once(&self.amount).chain(&self.equivalents)
    }

    /// The sum that was stated in a currency; `None` if there is none.
    #[must_use]
    pub fn stated_in(&self, currency: Currency) -> Option<&Money> {
        self.stated().find(|money| money.currency == currency)
    }

    /// Reports sums in a currency that an earlier sum already has: they are never shown.
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

    /// The sum in a currency. A stated amount is used first, then a stated equivalent, then a conversion.
    ///
    /// `None` if it is neither stated in the currency nor convertible. A yearly sum is also `None` if the
    /// number of years is not known.
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

/// Converts a sum to another currency, in whole units.
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

names! {
    /// How firm a commitment is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Status {
        /// Said in public by the company.
        Announced = "announced",
        /// Part of the company's plan.
        Planned = "planned",
        /// Set aside for the purpose.
        Earmarked = "earmarked",
        /// Known from reports only.
        Reported = "reported",
    }
}

impl Status {
    /// Its words in a language: `announced`, `reportedly planned`.
    #[must_use]
    pub fn words(self, language: Language) -> &'static str {
        let messages = &language.messages().statuses;
        match self {
            Self::Announced => messages.announced,
            Self::Planned => messages.planned,
            Self::Earmarked => messages.earmarked,
            Self::Reported => messages.reported,
        }
    }
}

object! {
    /// What one unit of a currency costs in another.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ExchangeRate in Context, "a rate, which is an object", checked {
        /// The currency that is bought.
        pub base: Currency = required "base",
        /// The currency that it is paid in.
        pub quote: Currency = required "quote",
        /// How many units of `quote` one unit of `base` costs; more than zero.
        pub rate: Decimal = required "rate",
        /// The day of the rate.
        pub date: Timestamp = required "date",
        /// Where the rate comes from.
        pub source: String = required "source",
    }
}

/// A rate that converts something.
impl<C: Context> Read<C> for ExchangeRate {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let read = Self::read_object(value, path, reading)?;
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
