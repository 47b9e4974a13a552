//! The time over which money is to be spent.

use super::date::{Date, Month};
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value, whole_number};

/// The longest period that can be compared, in months: a century.
const MAX_MONTHS: u32 = 1_200;

/// A span of time, as it was stated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(
    feature = "authoring",
    serde(into = "wire::Period"),
    schemars(
        with = "wire::Period",
        description = "The time over which money is to be spent: a calendar year (`year`), or a `start` with one of `fiscalYear`, `months`, `years`, `end` and `openEnded`."
    )
)]
pub struct Period {
    /// When it begins.
    pub start: Date,
    /// How long it lasts.
    pub length: Length,
    /// A name for it where the length alone misleads.
    pub name: Option<String>,
}

/// How long a period lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A number of months, 1 to 1,200.
    Months(u32),
    /// A number of years, 1 to 100.
    Years(u32),
    /// Until the end of a month or day.
    Until(Date),
    /// The calendar year in which it begins.
    CalendarYear,
    /// Twelve months that a company counts as this year.
    FiscalYear(u32),
    /// Its length is not known.
    Open,
}

/// How long a period lasts, in one unit, so that lengths can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Whole months.
    Months(u32),
    /// Days, where it does not begin and end with a month.
    Days(u32),
}

impl Period {
    /// How long it lasts; `None` where that is not known.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Some(match self.length {
            Length::Months(months) => Span::Months(months),
            Length::Years(years) => Span::Months(years * 12),
            Length::CalendarYear | Length::FiscalYear(_) => Span::Months(12),
            Length::Open => return None,
            Length::Until(end) => {
                let (start, after) = (self.start, end.after());
                // From the first of January to the end of December it is a year, to the day or not.
                if start.day.unwrap_or(1) == after.day.unwrap_or(1) {
                    Span::Months(after.month.since(start.month))
                } else {
                    Span::Days(after.days() - start.days())
                }
            }
        })
    }

    /// The length in years; `None` where that is not known.
    #[must_use]
    pub fn years(&self) -> Option<f64> {
        Some(match self.span()? {
            Span::Months(months) => f64::from(months) / 12.0,
            // The mean year of the Gregorian calendar.
            Span::Days(days) => f64::from(days) / 365.2425,
        })
    }

    /// Where it begins and ends, counted in months (see [`Date::months`]); no end where the length
    /// is not known
    /// how long it lasts.
    #[must_use]
    pub fn bounds(&self) -> (f64, Option<f64>) {
        let start = self.start.months();
        let end = match (self.length, self.span()) {
            (Length::Until(end), _) => Some(end.after().months()),
            (_, Some(Span::Months(months))) => Some(start + f64::from(months)),
            _ => None,
        };
        (start, end)
    }

    /// The last month or day; `None` where the length is not known.
    #[must_use]
    pub fn end(&self) -> Option<Date> {
        match (self.length, self.span()?) {
            (Length::Until(end), _) => Some(end),
            (_, Span::Months(months)) => Some(self.start.plus(months).before()),
            (_, Span::Days(_)) => None,
        }
    }
}

/// The fields that say how long a period lasts, of which a period has one.
const LENGTHS: [&str; 6] = ["year", "fiscalYear", "months", "years", "end", "openEnded"];

impl<C: Context> Read<C> for Period {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 8] = [
            "year",
            "fiscalYear",
            "months",
            "years",
            "end",
            "openEnded",
            "start",
            "name",
        ];
        let fields = Fields::of(value, path, "a period, which is an object", &KNOWN, reading)?;
        let name = fields.optional("name", reading);
        let mut given = LENGTHS.iter().filter(|key| fields.get(key).is_some());
        let (Some(&key), None) = (given.next(), given.next()) else {
            let message = "a period has one length: give one of `year`, `fiscalYear`, `months`, `years`, `end` and `openEnded`";
            return reading.note(ProblemKind::Value, path, message);
        };
        let value = fields.get(key)?;
        let at = path.key(key);
        if key == "year" {
            let year = whole_number(value, 1..=9999, &at, reading)?;
            if fields.get("start").is_some() {
                let message = "a calendar year needs no start: leave it out";
                return reading.note(ProblemKind::Value, &path.key("start"), message);
            }
            #[expect(clippy::cast_possible_truncation, reason = "at most 9999")]
            let month = Month {
                year: year as u16,
                month: 1,
            };
            return Some(Self {
                start: Date { month, day: None },
                length: Length::CalendarYear,
                name: name?,
            });
        }
        let start = fields.required::<_, Date>("start", reading);
        let length = match key {
            "fiscalYear" => Length::FiscalYear(whole_number(value, 1..=9999, &at, reading)?),
            "months" => Length::Months(whole_number(value, 1..=MAX_MONTHS, &at, reading)?),
            "years" => Length::Years(whole_number(value, 1..=MAX_MONTHS / 12, &at, reading)?),
            "end" => {
                let (start, end) = (start?, Date::read(value, &at, reading)?);
                let after = end.after();
                if after.days() <= start.days() || after.month.since(start.month) > MAX_MONTHS {
                    let message = "a period ends after it begins, and lasts a century at most";
                    return reading.note(ProblemKind::Value, &at, message);
                }
                Length::Until(end)
            }
            _ if *value == Value::Bool(true) => Length::Open,
            _ => return reading.unexpected(value, "true, or another length", &at),
        };
        Some(Self {
            start: start?,
            length,
            name: name?,
        })
    }
}

#[cfg(feature = "authoring")]
mod wire {
    use super::{Date, LENGTHS, Length};
    use schemars::{JsonSchema, Schema};
    use serde::Serialize;
    use serde_json::{Value, json};

    /// A period with its fields as documents have them.
    #[derive(Default, Serialize, JsonSchema)]
    #[serde(rename_all = "camelCase")]
    #[schemars(transform = with_one_length)]
    pub(super) struct Period {
        /// The first month, or day.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<Date>,
        /// A calendar year, 1 to 9999.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 1, max = 9999))]
        year: Option<u32>,
        /// The year that a company counts the twelve months as, 1 to 9999.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 1, max = 9999))]
        fiscal_year: Option<u32>,
        /// How many months it lasts, 1 to 1,200.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 1, max = 1200))]
        months: Option<u32>,
        /// How many years it lasts, 1 to 100.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 1, max = 100))]
        years: Option<u32>,
        /// The last month, or day.
        #[serde(skip_serializing_if = "Option::is_none")]
        end: Option<Date>,
        /// `true` where its length is not known; it then has no figure per year.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(extend("enum" = [true, null]))]
        open_ended: Option<bool>,
        /// A name for it where the length alone misleads.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    }

    /// Says that a period has one length, and a start unless it is a calendar year.
    fn with_one_length(schema: &mut Schema) {
        let given = |name: &str| {
            json!({
                "required": [name],
                "properties": { name: { "not": { "type": "null" } } },
            })
        };
        let lengths: Vec<Value> = LENGTHS.iter().map(|name| given(name)).collect();
        schema.insert("oneOf".into(), lengths.into());
        schema.insert("if".into(), given("year"));
        let without_start = json!({ "properties": { "start": { "type": "null" } } });
        schema.insert("then".into(), without_start);
        schema.insert("else".into(), given("start"));
    }

    impl From<super::Period> for Period {
        fn from(period: super::Period) -> Self {
            let mut fields = Self {
                start: Some(period.start),
                name: period.name,
                ..Self::default()
            };
            match period.length {
                Length::Months(months) => fields.months = Some(months),
                Length::Years(years) => fields.years = Some(years),
                Length::Until(end) => fields.end = Some(end),
                Length::FiscalYear(year) => fields.fiscal_year = Some(year),
                Length::Open => fields.open_ended = Some(true),
                Length::CalendarYear => {
                    fields.start = None;
                    fields.year = Some(period.start.month.year.into());
                }
            }
            fields
        }
    }
}

#[cfg(all(test, feature = "authoring", not(target_arch = "wasm32")))]
mod tests;
