//! References by id in the text of a document: to commitments, charts and footnotes. They are resolved only in
//! this module.

use super::commitment::{Commitment, ExchangeRate};
use super::id::Id;
#[cfg(feature = "checks")]
use crate::claims::{Claims, Region};
use crate::document::{Context, Path, ProblemKind, Read, Reading, Value};
use crate::messages::Language;
use std::rc::Rc;

/// The parts of a document that have been read before its text.
#[derive(Default)]
pub(crate) struct References {
    /// Whether the document says its language.
    pub(super) has_language: bool,
    /// How numbers are written.
    pub(super) language: Language,
    /// How words that were written by hand write them.
    #[cfg(feature = "checks")]
    pub(super) region: Region,
    /// The commitments that charts can compare.
    pub(super) commitments: Rc<[Commitment]>,
    /// Whether a commitment was invalid and left out.
    pub(super) lacks_commitments: bool,
    /// How many commitments the charts compare so far, in total.
    pub(super) compared: usize,
    /// The exchange rates.
    pub(super) rates: Rc<[ExchangeRate]>,
    /// Whether a rate was invalid and left out. A checker has reported it.
    pub(super) lacks_rates: bool,
    /// The charts that have been read, each with its commitments.
    pub(super) charts: Vec<(Id, Rc<[Commitment]>)>,
    /// The footnotes that the text can refer to.
    pub(super) footnotes: Vec<Id>,
    /// The footnotes to which the text has referred, in the order of the references.
    pub(super) referred: Vec<Id>,
    /// How many terms the text has explained.
    pub(super) terms: usize,
    /// All ids so far.
    pub(super) ids: Vec<Id>,
    /// The ids of invalid parts, as far as they could be read. References to them are not reported as errors of
    /// their own.
    pub(super) wrong: Vec<String>,
    /// Words written by hand for figures, until the whole sentence is known.
    #[cfg(feature = "checks")]
    pub(super) claims: Claims,
}

impl References {
    /// The commitment with an id.
    pub(super) fn commitment(&self, id: &str) -> Option<&Commitment> {
        self.commitments.iter().find(|other| *other.id == *id)
    }

    /// The commitments that an id stands for in a comparison: a single one, or all of a chart.
    pub(super) fn compared(&self, id: &str) -> Vec<&Commitment> {
        if let Some(commitment) = self.commitment(id) {
            return vec![commitment];
        }
        let chart = self.charts.iter().find(|(chart, _)| **chart == *id);
        let compared = chart.into_iter().flat_map(|(_, compared)| &**compared);
        compared.collect()
    }

    /// The first chart that compares a commitment. A chart is not in the list while it is read, so its own
    /// title and notes do not link to it.
    pub(super) fn chart_of(&self, commitment: &Id) -> Option<Id> {
        let compares = |(_, compared): &&(Id, Rc<[Commitment]>)| {
            compared.iter().any(|other| other.id == *commitment)
        };
        let (chart, _) = self.charts.iter().find(compares)?;
        Some(chart.clone())
    }
}

/// A context in which references are resolved.
pub(crate) trait Refers: Context {
    /// The parts that can be referred to.
    fn references(&self) -> &References;

    /// The same, mutable, to note references.
    fn references_mut(&mut self) -> &mut References;
}

impl<C: Refers> Reading<C> {
    /// The parts that can be referred to.
    pub(super) fn references(&self) -> &References {
        self.context.references()
    }

    /// The same, mutable, to note references.
    pub(super) fn references_mut(&mut self) -> &mut References {
        self.context.references_mut()
    }

    /// Notes a problem that follows from another one. An author does not see it, because fixing the other
    /// problem is enough. In the browser it is noted, because a part is missing.
    pub(super) fn follows<T>(&mut self, path: &Path<'_>, message: &str) -> Option<T> {
        if self.is_strict() {
            None
        } else {
            self.note(ProblemKind::Reference, path, message)
        }
    }

    /// Notes an id that refers to nothing.
    pub(super) fn leads_nowhere<T>(&mut self, what: &str, id: &str, path: &Path<'_>) -> Option<T> {
        if self.references().wrong.iter().any(|wrong| wrong == id) {
            return self.follows(path, "what it refers to is wrong");
        }
        let message = format!("there is no {what} with the id `{id}`");
        #[cfg(feature = "checks")]
        {
            // It may be the id of another thing, or of a commitment that is not in the chart.
            let ids = self.references().ids.iter().map(|id| &**id);
            let ids: Vec<&str> = ids.filter(|other| *other != id).collect();
            if let Some(nearest) = self.nearest(id, &ids) {
                let message = format!("{message}: did you mean `{nearest}`?");
                return self.note(ProblemKind::Reference, path, message);
            }
        }
        self.note(ProblemKind::Reference, path, message)
    }

    /// Registers an id, which must be unique.
    pub(super) fn take_id(&mut self, id: &Id, path: &Path<'_>) -> Option<()> {
        if self.references().ids.contains(id) {
            let message = format!("the id `{id}` is taken: give each its own");
            return self.note(ProblemKind::Duplicate, &path.key("id"), message);
        }
        self.references_mut().ids.push(id.clone());
        Some(())
    }

    /// Reads a list whose items have ids. Invalid items are left out, and their ids are remembered.
    pub(super) fn identified<T: Read<C>>(
        &mut self,
        value: Option<&Value>,
        path: &Path<'_>,
        id: fn(&T) -> &Id,
    ) -> Vec<T> {
        let items = value.and_then(|value| self.items(value, "a list", path));
        let mut read = Vec::new();
        for (index, item) in items.into_iter().flatten().enumerate() {
            let path = path.index(index);
            let found =
                T::read(item, &path, self).filter(|found| self.take_id(id(found), &path).is_some());
            match (found, item) {
                (Some(found), _) => read.push(found),
                (None, item) => {
                    if let Some(Value::Text(id)) = item.field("id") {
                        self.references_mut().wrong.push(id.clone());
                    }
                }
            }
        }
        read
    }
}
