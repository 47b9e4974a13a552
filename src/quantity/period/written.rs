//! The fields of a period as documents state them.

#[cfg(feature = "authoring")]
use super::Period;
use super::{Length, MAX_MONTHS};
use crate::document::{Context, Fields, Reading, Value, object, whole_number};
use crate::quantity::Date;

object! {
    /// A period with its fields as documents have them.
    #[derive(Default)]
    #[cfg_attr(
        feature = "authoring",
        schemars(rename = "Period", transform = schema::with_one_length)
    )]
    pub(super) struct WrittenPeriod in Context, "a period, which is an object" {
        /// The first month, or day.
        pub(super) start: Option<Date> = optional "start",
        /// A calendar year, 1 to 9999.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 9999)))]
        pub(super) year: Option<u32> = optional(year) "year",
        /// The year that a company counts the twelve months as, 1 to 9999.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 9999)))]
        pub(super) fiscal_year: Option<u32> = optional(year) "fiscalYear",
        /// How many months it lasts, 1 to 1,200.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 1200)))]
        pub(super) months: Option<u32> = optional(months) "months",
        /// How many years it lasts, 1 to 100.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 100)))]
        pub(super) years: Option<u32> = optional(years) "years",
        /// The last month, or day.
        pub(super) end: Option<Date> = optional "end",
        /// `true` where its length is not known; it then has no figure per year.
        #[cfg_attr(feature = "authoring", schemars(extend("enum" = [true, null])))]
        pub(super) open_ended: Option<bool> = optional(open_ended) "openEnded",
        /// A name for it where the length alone misleads.
        pub(super) name: Option<String> = optional "name",
    }
}

#[expect(
    clippy::option_option,
    reason = "as `Fields` reads them: invalid, absent or present"
)]
impl Fields<'_> {
    fn year<C: Context>(&self, key: &str, reading: &mut Reading<C>) -> Option<Option<u32>> {
        self.number(key, 9_999, reading)
    }

    fn months<C: Context>(&self, key: &str, reading: &mut Reading<C>) -> Option<Option<u32>> {
        self.number(key, MAX_MONTHS, reading)
    }

    fn years<C: Context>(&self, key: &str, reading: &mut Reading<C>) -> Option<Option<u32>> {
        self.number(key, MAX_MONTHS / 12, reading)
    }

    /// A whole number from 1 to `largest`.
    fn number<C: Context>(
        &self,
        key: &str,
        largest: u32,
        reading: &mut Reading<C>,
    ) -> Option<Option<u32>> {
        match self.get(key) {
            Some(value) => whole_number(value, 1..=largest, &self.path(key), reading).map(Some),
            None => Some(None),
        }
    }

    fn open_ended<C: Context>(&self, key: &str, reading: &mut Reading<C>) -> Option<Option<bool>> {
        match self.get(key) {
            None => Some(None),
            Some(Value::Bool(true)) => Some(Some(true)),
            Some(other) => reading.unexpected(other, "true, or another length", &self.path(key)),
        }
    }
}

impl WrittenPeriod {
    /// The lengths that are stated. A valid period has exactly one.
    pub(super) fn lengths(&self) -> impl Iterator<Item = Length> + use<> {
        let lengths = [
            self.year.map(|_| Length::CalendarYear),
            self.fiscal_year.map(Length::FiscalYear),
            self.months.map(Length::Months),
            self.years.map(Length::Years),
            self.end.map(Length::Until),
            self.open_ended.map(|_| Length::Open),
        ];
        lengths.into_iter().flatten()
    }
}

#[cfg(feature = "authoring")]
mod schema {
    use super::WrittenPeriod;
    use schemars::Schema;
    use serde_json::{Value, json};

    /// Adds to the schema that a period has one length, and a start unless it is a calendar year.
    pub(super) fn with_one_length(schema: &mut Schema) {
        let given = |name: &str| {
            json!({
                "required": [name],
                "properties": { name: { "not": { "type": "null" } } },
            })
        };
        let is_length = |name: &&&str| !["start", "name"].contains(*name);
        let lengths = WrittenPeriod::FIELDS.iter().filter(is_length);
        let lengths: Vec<Value> = lengths.map(|name| given(name)).collect();
        schema.insert("oneOf".into(), lengths.into());
        schema.insert("if".into(), given("year"));
        let without_start = json!({ "properties": { "start": { "type": "null" } } });
        schema.insert("then".into(), without_start);
        schema.insert("else".into(), given("start"));
    }
}

#[cfg(feature = "authoring")]
impl From<Period> for WrittenPeriod {
    fn from(period: Period) -> Self {
        let mut written = Self {
            start: Some(period.start),
            name: period.name,
            ..Self::default()
        };
        match period.length {
            Length::Months(months) => written.months = Some(months),
            Length::Years(years) => written.years = Some(years),
            Length::Until(end) => written.end = Some(end),
            Length::FiscalYear(year) => written.fiscal_year = Some(year),
            Length::Open => written.open_ended = Some(true),
            Length::CalendarYear => {
                written.start = None;
                written.year = Some(period.start.month.year.into());
            }
        }
        written
    }
}
