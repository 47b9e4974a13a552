//! A chart that compares commitments.

use super::annotation::Annotation;
use super::chart_opening::{ChartBasis, ChartOrder, Form, Placement};
use super::commitment::{Commitment, ExchangeRate};
use super::id::Id;
use super::inline::Inlines;
use super::references::Refers;
use crate::document::{MAX_COMPARED, Path, ProblemKind, Read, Reading, Value, object};
use crate::format;
use crate::messages::Language;
use crate::quantity::{Basis, Currency, Span};
use std::rc::Rc;

object! {
    /// A remark under a chart that is true of some of its figures only.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ChartNote in Refers, "a note, which is an object" {
        /// The words.
        pub text: Inlines = required "text",
        /// The currency of the figures that it is about; absent for every currency.
        pub currency: Option<Currency> = optional "currency",
        /// The sums that it is about; absent for whole ones and yearly ones.
        pub basis: Option<Basis> = optional "basis",
    }
}

object! {
    /// A chart that compares commitments; it has at least one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Chart in Refers, "a chart, which is an object", checked {
        /// A short name of its own.
        pub id: Id = required "id",
        /// The title: the finding in a sentence.
        pub title: Inlines = required "title",
        /// The ids of the commitments that it compares; absent for all of the document's.
        pub chosen: Vec<Id> = default "commitments",
        /// The currency that it first shows.
        pub currency: Currency = required "currency",
        /// The form that it first has.
        pub form: Option<Form> = optional(lenient) "form",
        /// The sums that it first compares; absent for both if there are few commitments and their yearly sums have
        /// another order than the whole ones, else for whole sums.
        pub basis: Option<ChartBasis> = optional(lenient) "basis",
        /// The order that it first has.
        pub sort: Option<ChartOrder> = optional(lenient) "sort",
        /// The id of the commitment that the article is about; its bar stands out.
        pub highlight: Option<Id> = optional(lenient) "highlight",
        /// Where it stands on a wide page, if it is the only chart of a section that takes a minute to read; absent for
        /// the column of the text.
        pub placement: Option<Placement> = optional(lenient) "placement",
        /// A remark under the chart that helps to read it, whatever it shows.
        pub note: Option<Inlines> = optional(lenient) "note",
        /// Remarks under the chart, each shown with the figures that it is about.
        pub notes: Vec<ChartNote> = default "notes",
        /// Short remarks on its commitments, and on dates.
        pub annotations: Vec<Annotation> = default(few) "annotations",
        /// Where its figures come from.
        pub source: String = required "source",
        /// What others may do with its figures, as the name of a licence that leads to it; pictures have the words.
        pub license: Option<Inlines> = optional(lenient) "license",
        /// What is compared.
        pub commitments: Rc<[Commitment]> = computed,
        /// The rates for amounts that are not stated in a currency.
        pub rates: Rc<[ExchangeRate]> = computed,
        /// How the figures of the document came about, as plain text, for files that leave the page.
        pub methodology: Rc<str> = computed,
    }
}

impl Chart {
    /// The remarks on a commitment, as one text; empty if there are none.
    #[must_use]
    pub fn remarks_on(&self, id: &Id, language: Language) -> String {
        let mut texts = Vec::new();
        for remark in &self.annotations {
            if remark.commitment.as_ref() == Some(id) {
                texts.push(remark.text.plain_text());
            }
        }
        format::joined(&texts, language.messages().chart.groups)
    }

    /// The index of a commitment in the list.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.commitments.iter().position(|other| *other.id == *id)
    }

    /// Whether the periods differ in length, so that the sums are not directly comparable.
    #[must_use]
    pub fn has_unlike_periods(&self) -> bool {
        let mut spans = self.commitments.iter().map(|other| other.period.span());
        let first = spans.next();
        spans.any(|span| Some(span) != first)
    }

    /// The commitments grouped by the length of their periods, in the order of the document. If there is more
    /// than one group, the sums are not directly comparable, and the chart must say so.
    #[must_use]
    pub fn spans(&self) -> Vec<(Option<Span>, Vec<&Commitment>)> {
        let mut groups: Vec<(Option<Span>, Vec<&Commitment>)> = Vec::new();
        for commitment in &*self.commitments {
            let span = commitment.period.span();
            match groups.iter_mut().find(|(other, _)| *other == span) {
                Some((_, alike)) => alike.push(commitment),
                None => groups.push((span, vec![commitment])),
            }
        }
        groups
    }
}

/// A chart with all of its commitments.
impl<C: Refers> Read<C> for Chart {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let read = Self::read_object(value, path, reading);
        // The commitments are checked even if another field is invalid, so that every error is reported.
        let chosen = match (&read, value.field("commitments")) {
            (Some(chart), _) => chart.chosen.clone(),
            (None, Some(ids)) => reading.silently(|reading| Vec::read(ids, path, reading))?,
            (None, None) => Vec::new(),
        };
        let commitments = compared(&chosen, path, reading);
        #[cfg(feature = "checks")]
        if let (true, Some(list), Some(commitments)) = (
            reading.is_strict(),
            value.field("annotations"),
            &commitments,
        ) {
            Annotation::check_all(list, commitments, &path.key("annotations"), reading);
        }
        let mut chart = read?;
        chart.commitments = commitments?;
        chart.rates = reading.references().rates.clone();
        for commitment in &*chart.commitments {
            let sum = commitment.sum(Basis::Total, chart.currency, &chart.rates);
            if sum.is_none() && !reading.references().lacks_rates {
                let message = format!(
                    "`{}` has no figure in {}: state an equivalent, or add an exchange rate",
                    commitment.id,
                    chart.currency.code()
                );
                reading.note::<()>(ProblemKind::Value, &path.key("currency"), message);
            }
        }
        if let Some(id) = &chart.highlight
            && !chart.commitments.iter().any(|other| other.id == *id)
        {
            reading.leads_nowhere::<()>("commitment of this chart", id, &path.key("highlight"));
            chart.highlight = None;
        }
        Some(chart)
    }
}

/// The commitments of a chart; `None` if one of them is invalid. A comparison that silently lacks a company
/// would be misleading.
fn compared<C: Refers>(
    chosen: &[Id],
    path: &Path<'_>,
    reading: &mut Reading<C>,
) -> Option<Rc<[Commitment]>> {
    let count = match chosen.len() {
        0 => reading.references().commitments.len(),
        count => count,
    };
    let references = reading.references_mut();
    references.compared += count;
    if references.compared > MAX_COMPARED {
        let message =
            format!("the charts compare more than {MAX_COMPARED} commitments: divide them");
        return reading.note(ProblemKind::Limit, path, message);
    }
    if chosen.is_empty() {
        let all = reading.references().commitments.clone();
        if reading.references().lacks_commitments {
            return reading.follows(
                path,
                "the chart is left out, because a commitment that it compares is wrong",
            );
        }
        if all.is_empty() {
            let message = "a chart needs something to compare: add it to `commitments`";
            return reading.note(ProblemKind::Value, path, message);
        }
        return Some(all);
    }
    let path = path.key("commitments");
    let mut found = Vec::with_capacity(chosen.len());
    for (index, id) in chosen.iter().enumerate() {
        let path = path.index(index);
        match reading.references().commitment(id).cloned() {
            Some(commitment) => found.push(commitment),
            None => reading.leads_nowhere("commitment", id, &path)?,
        }
        if chosen[..index].contains(id) {
            reading.note(
                ProblemKind::Duplicate,
                &path,
                format!("`{id}` stands here twice"),
            )?;
        }
    }
    Some(found.into())
}
