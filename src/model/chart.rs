//! A chart that compares commitments.

use super::commitment::{Commitment, ExchangeRate};
use super::id::Id;
use super::inline::Inlines;
use super::references::Refers;
use crate::document::{Fields, MAX_COMPARED, Path, ProblemKind, Read, Reading, Value};
use crate::quantity::{Basis, Currency, Span};
use std::rc::Rc;

/// A chart that compares commitments; it has at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Chart {
    /// A short name of its own.
    pub id: Id,
    /// The title: the finding in a sentence.
    pub title: Inlines,
    /// The ids of the commitments that it compares; absent for all of the document's.
    #[cfg_attr(
        feature = "authoring",
        serde(rename = "commitments", default, skip_serializing_if = "Vec::is_empty")
    )]
    pub chosen: Vec<Id>,
    /// The currency that it first shows.
    pub currency: Currency,
    /// The id of the commitment that the article is about; its bar stands out.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub highlight: Option<Id>,
    /// A remark under the chart that helps to read it.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub note: Option<Inlines>,
    /// Where its figures come from.
    pub source: String,
    /// What is compared.
    #[cfg_attr(feature = "authoring", serde(skip))]
    pub commitments: Rc<[Commitment]>,
    /// The rates for amounts that are not stated in a currency.
    #[cfg_attr(feature = "authoring", serde(skip))]
    pub rates: Rc<[ExchangeRate]>,
}

impl Chart {
    /// The place of the commitment of an id in the list.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.commitments.iter().position(|other| *other.id == *id)
    }

    /// Whether the periods are not all as long, so that sums are unlike.
    #[must_use]
    pub fn has_unlike_periods(&self) -> bool {
        let mut spans = self.commitments.iter().map(|other| other.period.span());
        let first = spans.next();
        spans.any(|span| Some(span) != first)
    }

    /// The commitments by the length of their periods, in the order of the document: more than one
    /// group means that their sums are unlike, and must not be compared without a word.
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

impl<C: Refers> Read<C> for Chart {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 7] = [
            "id",
            "title",
            "commitments",
            "currency",
            "highlight",
            "note",
            "source",
        ];
        let fields = Fields::of(value, path, "a chart, which is an object", &KNOWN, reading)?;
        let id = fields.required("id", reading);
        let title = fields.required("title", reading);
        let chosen = fields.optional("commitments", reading);
        let currency = fields.required("currency", reading);
        let highlight = fields.lenient::<_, Id>("highlight", reading);
        let note = fields.lenient("note", reading);
        let source = fields.required("source", reading);
        let chosen: Vec<Id> = chosen?.unwrap_or_default();
        let commitments = compared(&chosen, path, reading);
        let mut chart = Self {
            id: id?,
            title: title?,
            currency: currency?,
            highlight: highlight?,
            note: note?,
            source: source?,
            commitments: commitments?,
            rates: reading.references().rates.clone(),
            chosen,
        };
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

/// What a chart compares: `None` where a commitment of it is wrong, because a comparison that
/// silently lacks a company would state another finding.
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
