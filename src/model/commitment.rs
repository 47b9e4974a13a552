//! Spending commitments and the rates that compare them.

use super::date::{Month, Timestamp};
use super::decimal::Decimal;
use super::money::{Currency, Money, named};
use crate::document;
use crate::problem::{Path, Problem};

/// The longest period that a commitment may have, in months: a century.
const MAX_MONTHS: u32 = 1_200;

/// What one company has said it will spend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The short name, unique in the document.
    pub id: String,
    /// The company's name as shown.
    pub name: String,
    /// The amount as it was stated.
    pub amount: Money,
    /// The same amount in other currencies, as stated too.
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

impl Commitment {
    pub(super) fn check(wire: &document::Commitment, path: &Path<'_>) -> Result<Self, Problem> {
        let amount = Money::check(&wire.amount, &path.key("amount"))?;
        let equivalents_path = path.key("equivalents");
        let equivalents = wire
            .equivalents
            .iter()
            .enumerate()
            .map(|(index, amount)| Money::check(amount, &equivalents_path.index(index)))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            id: wire.id.clone(),
            name: wire.name.clone(),
            amount,
            equivalents,
            period: Period::check(&wire.period, &path.key("period"))?,
            status: named(&wire.status, &Status::NAMES, &path.key("status"))?,
            purpose: wire.purpose.clone(),
            source: wire.source.clone(),
        })
    }

    /// The sums that were stated: the amount, then its equivalents.
    pub fn stated(&self) -> impl Iterator<Item = &Money> {
        std::iter::once(&self.amount).chain(&self.equivalents)
    }

    /// The sum that was stated in a currency; `None` where nobody did.
    #[must_use]
    pub fn stated_in(&self, currency: Currency) -> Option<&Money> {
        self.stated().find(|money| money.currency == currency)
    }
}

/// A span of whole months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first month.
    pub start: Month,
    /// How many months it lasts: 1 to 1,200.
    pub months: u32,
    /// A name for it where the months alone mislead.
    pub name: Option<String>,
}

impl Period {
    fn check(wire: &document::Period, path: &Path<'_>) -> Result<Self, Problem> {
        let start = Month::check(&wire.start, &path.key("start"))?;
        if !(1..=MAX_MONTHS).contains(&wire.months) {
            return Err(path.key("months").problem(format!(
                "a period of {} months cannot be compared: give 1 to {MAX_MONTHS}",
                wire.months
            )));
        }
        Ok(Self {
            start,
            months: wire.months,
            name: wire.name.clone(),
        })
    }

    /// The length in years.
    #[must_use]
    pub fn years(&self) -> f64 {
        f64::from(self.months) / 12.0
    }

    /// The last month.
    #[must_use]
    pub fn end(&self) -> Month {
        self.start.plus(self.months - 1)
    }
}

/// How firm a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Status {
    const NAMES: [(&'static str, Self); 4] = [
        ("announced", Self::Announced),
        ("planned", Self::Planned),
        ("earmarked", Self::Earmarked),
        ("reported", Self::Reported),
    ];

    /// The words of it in English, in lower case.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Planned => "planned",
            Self::Earmarked => "earmarked",
            Self::Reported => "reportedly planned",
        }
    }
}

/// What one unit of a currency costs in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRate {
    /// The currency that is bought.
    pub base: Currency,
    /// The currency that it is paid in.
    pub quote: Currency,
    /// How many units of `quote` one unit of `base` costs; never zero.
    pub rate: Decimal,
    /// The day of the rate.
    pub date: Timestamp,
    /// Where the rate comes from.
    pub source: String,
}

impl ExchangeRate {
    pub(super) fn check(wire: &document::ExchangeRate, path: &Path<'_>) -> Result<Self, Problem> {
        let rate_path = path.key("rate");
        let rate = Decimal::parse(&wire.rate.0).map_err(|message| rate_path.problem(message))?;
        if rate.is_zero() {
            return Err(rate_path.problem("a rate of zero converts nothing: give more than zero"));
        }
        if wire.base == wire.quote {
            return Err(path.key("quote").problem(format!(
                "a rate between {0} and {0} converts nothing: name two currencies",
                wire.base
            )));
        }
        Ok(Self {
            base: Currency::check(&wire.base, &path.key("base"))?,
            quote: Currency::check(&wire.quote, &path.key("quote"))?,
            rate,
            date: Timestamp::check(&wire.date, &path.key("date"))?,
            source: wire.source.clone(),
        })
    }
}
