//! What the text of a document refers to by an id: commitments, charts, footnotes. References are resolved
//! here, and nowhere else.

use super::commitment::{Commitment, ExchangeRate};
use super::id::Id;
#[cfg(not(target_arch = "wasm32"))]
use crate::claims::{Claims, Region};
use crate::document::{Context, Path, ProblemKind, Read, Reading, Value};
use crate::format::Locale;
use std::rc::Rc;

/// What has been read of a document before its text.
#[derive(Default)]
pub(crate) struct References {
    /// Whether the document says its language.
    pub(super) has_language: bool,
    /// How numbers are written.
    pub(super) locale: Locale,
    /// How words that were written by hand write them.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) region: Region,
    /// The commitments that charts can compare.
    pub(super) commitments: Rc<[Commitment]>,
    /// Whether a commitment had to be left out.
    pub(super) lacks_commitments: bool,
    /// How many commitments the charts compare so far, all charts together.
    pub(super) compared: usize,
    /// How currencies convert.
    pub(super) rates: Rc<[ExchangeRate]>,
    /// Whether a rate had to be left out, which a checker has named.
    pub(super) lacks_rates: bool,
    /// The charts that have been read, each with what it compares.
    pub(super) charts: Vec<(Id, Rc<[Commitment]>)>,
    /// The footnotes that the text can refer to.
    pub(super) footnotes: Vec<Id>,
    /// The footnotes that it does refer to, in the order in which it does.
    pub(super) referred: Vec<Id>,
    /// How many terms it has explained.
    pub(super) terms: usize,
    /// Every id so far.
    pub(super) ids: Vec<Id>,
    /// The ids of what is wrong, as far as they could be read: that they lead nowhere is no further
    /// mistake.
    pub(super) wrong: Vec<String>,
    /// What the text states in words of its own, until the sentence around it is known.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) claims: Claims,
}

impl References {
    /// The commitment of an id.
    pub(super) fn commitment(&self, id: &str) -> Option<&Commitment> {
        self.commitments.iter().find(|other| *other.id == *id)
    }

    /// What an id stands for in a comparison: one commitment, or all of a chart.
    pub(super) fn compared(&self, id: &str) -> Vec<&Commitment> {
        if let Some(commitment) = self.commitment(id) {
            return vec![commitment];
        }
        let chart = self.charts.iter().find(|(chart, _)| **chart == *id);
        let compared = chart.into_iter().flat_map(|(_, compared)| &**compared);
        compared.collect()
    }

    /// The first chart that compares a commitment. None of those that are being read: their own
    /// titles and notes lead nowhere.
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
    /// What can be referred to.
    fn references(&self) -> &References;

    /// The same, to note what is referred to.
    fn references_mut(&mut self) -> &mut References;
}

impl<C: Refers> Reading<C> {
    /// What can be referred to.
    pub(super) fn references(&self) -> &References {
        self.context.references()
    }

    /// The same, to note what is referred to.
    pub(super) fn references_mut(&mut self) -> &mut References {
        self.context.references_mut()
    }

    /// Notes what is only the consequence of a problem that has been noted: not for an author, who mends that
    /// one, but in the browser, where something is missing.
    pub(super) fn follows<T>(&mut self, path: &Path<'_>, message: &str) -> Option<T> {
        if self.is_strict() {
            None
        } else {
            self.note(ProblemKind::Reference, path, message)
        }
    }

    /// Notes an id that leads nowhere.
    pub(super) fn leads_nowhere<T>(&mut self, what: &str, id: &str, path: &Path<'_>) -> Option<T> {
        if self.references().wrong.iter().any(|wrong| wrong == id) {
            return self.follows(path, "what it refers to is wrong");
        }
        let message = format!("there is no {what} with the id `{id}`");
        #[cfg(not(target_arch = "wasm32"))]
        {
            let ids: Vec<&str> = self.references().ids.iter().map(|id| &**id).collect();
            if let Some(nearest) = self.nearest(id, &ids) {
                let message = format!("{message}: did you mean `{nearest}`?");
                return self.note(ProblemKind::Reference, path, message);
            }
        }
        self.note(ProblemKind::Reference, path, message)
    }

    /// Takes an id, which must not be taken yet.
    pub(super) fn take_id(&mut self, id: &Id, path: &Path<'_>) -> Option<()> {
        if self.references().ids.contains(id) {
            let message = format!("the id `{id}` is taken: give each its own");
            return self.note(ProblemKind::Duplicate, &path.key("id"), message);
        }
        self.references_mut().ids.push(id.clone());
        Some(())
    }

    /// Reads the items of a list that carry ids. What is wrong is left out, and its id remembered.
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
