//! The parts of a document that its body can place. This is the context in which whole documents are read.

use super::chart::Chart;
use super::id::Id;
use super::references::{References, Refers};
use super::related::{Related, Teaser};
use crate::document::{Context, Path, Read, Reading, Value};
use std::rc::Rc;

/// The parts of a document that have been read before its body.
#[derive(Default)]
pub(super) struct Parts {
    references: References,
    /// The charts that the body can place.
    pub(super) charts: Vec<Rc<Chart>>,
    /// The rows of teasers that the body can place.
    pub(super) related: Vec<Rc<Related>>,
    /// The charts and rows that the body has placed.
    pub(super) placed: Vec<Id>,
}

/// If a part is left out, its references to footnotes are forgotten.
impl Context for Parts {
    fn mark(&self) -> usize {
        self.references.referred.len()
    }

    fn rewind(&mut self, mark: usize) {
        self.references.referred.truncate(mark);
    }
}

impl Refers for Parts {
    fn references(&self) -> &References {
        &self.references
    }

    fn references_mut(&mut self) -> &mut References {
        &mut self.references
    }
}

impl Teaser {
    /// Reads a list of teasers that is not part of a document. Invalid teasers are left out.
    // It uses the context of documents, because the code would be compiled again for another context.
    #[must_use]
    pub fn read_list(list: &Value) -> Vec<Self> {
        let mut reading = Reading::new(Parts::default(), false);
        Vec::read(list, &Path::Root, &mut reading).unwrap_or_default()
    }
}
