//! Short remarks on what a chart shows.

use super::id::Id;
use super::inline::Inlines;
use super::references::Refers;
use crate::document::object;
use crate::quantity::Date;

object! {
    /// A short remark in a chart, on one of its commitments or on a date.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[cfg_attr(
        feature = "authoring",
        schemars(extend("oneOf" = [
            { "required": ["commitment"], "properties": { "commitment": { "type": "string" }, "date": { "type": "null" } } },
            { "required": ["date"], "properties": { "commitment": { "type": "null" }, "date": { "type": "string" } } },
        ]))
    )]
    pub struct Annotation in Refers, "a remark, which is an object" {
        /// The id of the commitment that it is about.
        pub commitment: Option<Id> = optional "commitment",
        /// The month or the day that it is about, within the period of a commitment of the chart.
        pub date: Option<Date> = optional "date",
        /// The remark: plain words and figures, at most 80 characters.
        pub text: Inlines = required "text",
    }
}

/// What a checker reports of remarks. A browser shows them: a remark that is about nothing is nowhere to be seen.
#[cfg(feature = "checks")]
mod check {
    use super::super::commitment::Commitment;
    use super::super::inline::Inline;
    use super::super::references::Refers;
    use super::Annotation;
    use crate::document::{Path, ProblemKind, Read, Reading, Value};
    use crate::quantity::Date;

    /// The most characters of a remark, because it stands beside a mark.
    const MOST_CHARACTERS: usize = 80;
    /// The most remarks on dates in a chart: each has a line of its own above the rows.
    const MOST_DATES: usize = 6;

    impl Annotation {
        /// Checks the remarks of a chart that compares these commitments. What does not read is reported already.
        pub(in super::super) fn check_all<C: Refers>(
            list: &Value,
            commitments: &[Commitment],
            path: &Path<'_>,
            reading: &mut Reading<C>,
        ) {
            let Value::List(items) = list else {
                return;
            };
            let mut dates = Vec::new();
            for (index, item) in items.iter().enumerate() {
                let path = path.index(index);
                let read = reading.silently(|reading| Self::read(item, &path, reading));
                if let Some(annotation) = read {
                    annotation.check(commitments, &path, reading);
                    annotation.check_order(&mut dates, &path, reading);
                }
            }
        }

        /// Notes a remark that is about nothing in the chart, or too long.
        fn check<C: Refers>(
            &self,
            commitments: &[Commitment],
            path: &Path<'_>,
            reading: &mut Reading<C>,
        ) -> Option<()> {
            if self
                .text
                .plain_text()
                .chars()
                .nth(MOST_CHARACTERS)
                .is_some()
            {
                let message = format!(
                    "a remark of more than {MOST_CHARACTERS} characters: shorten it, or say it in the `note` of the chart"
                );
                reading.note::<()>(ProblemKind::Limit, &path.key("text"), message);
            }
            let is_plain = |piece: &Inline| matches!(piece, Inline::Text(_) | Inline::Datum(_));
            if !self.text.iter().all(is_plain) {
                let message = "a remark is plain words and figures: leave out other marks";
                reading.note::<()>(ProblemKind::Value, &path.key("text"), message);
            }
            match (&self.commitment, self.date) {
                (Some(id), None) if commitments.iter().all(|other| other.id != *id) => {
                    let path = path.key("commitment");
                    reading.leads_nowhere("commitment of this chart", id, &path)
                }
                (None, Some(date))
                    if commitments.iter().all(|other| !other.period.includes(date)) =>
                {
                    let message = format!(
                        "`{date}` is in no period of the chart: correct it, or say it in the `note`"
                    );
                    reading.note(ProblemKind::Value, &path.key("date"), message)
                }
                (Some(_), Some(_)) | (None, None) => {
                    let message = "a remark is on one thing: give either `commitment` or `date`";
                    reading.note(ProblemKind::Value, path, message)
                }
                _ => Some(()),
            }
        }

        /// Notes a date that is earlier than one before it, because the numbers of dates run along the axis; and one
        /// that is too many.
        fn check_order<C: Refers>(
            &self,
            dates: &mut Vec<Date>,
            path: &Path<'_>,
            reading: &mut Reading<C>,
        ) {
            let Some(date) = self.date else {
                return;
            };
            if let Some(last) = dates.last().filter(|last| **last > date) {
                let message =
                    format!("`{date}` stands after `{last}`: put the earliest remark first");
                reading.note::<()>(ProblemKind::Value, &path.key("date"), message);
            }
            if dates.len() == MOST_DATES {
                let message = format!("more than {MOST_DATES} remarks on dates: leave some out");
                reading.note::<()>(ProblemKind::Limit, path, message);
            }
            dates.push(date);
        }
    }
}
