//! What the text of a document can refer to.

use super::article::Footnote;
use super::chart::Chart;
use super::commitment::{Commitment, ExchangeRate};
use super::id::Id;
use super::related::Related;
use crate::format::Locale;
use std::rc::Rc;

/// What has been read of a document before its text.
#[derive(Default)]
pub(super) struct Scope {
    /// Whether the document says its language.
    pub(super) has_language: bool,
    /// How numbers are written.
    pub(super) locale: Locale,
    /// Whatever can be compared.
    pub(super) commitments: Rc<[Commitment]>,
    /// Whether a commitment had to be left out.
    pub(super) lacks_commitments: bool,
    /// How many commitments the charts compare so far, all charts together.
    pub(super) compared: usize,
    /// How currencies convert.
    pub(super) rates: Rc<[ExchangeRate]>,
    /// Whether a rate had to be left out, which a checker has named.
    pub(super) lacks_rates: bool,
    /// The charts that the text can place.
    pub(super) charts: Vec<Rc<Chart>>,
    /// The rows of teasers that the text can place.
    pub(super) related: Vec<Rc<Related>>,
    /// The footnotes that the text can refer to.
    pub(super) footnotes: Vec<Footnote>,
    /// The footnotes that it does refer to, in the order in which it does.
    pub(super) referred: Vec<Id>,
    /// The charts and rows that it has placed.
    pub(super) placed: Vec<Id>,
    /// How many terms it has explained.
    pub(super) terms: usize,
    /// Every id so far.
    pub(super) ids: Vec<Id>,
    /// The ids of what is wrong, as far as they could be read: that they lead nowhere is no further
    /// mistake.
    pub(super) wrong: Vec<String>,
}

impl Scope {
    /// The commitment of an id.
    pub(super) fn commitment(&self, id: &str) -> Option<&Commitment> {
        self.commitments.iter().find(|other| *other.id == *id)
    }
}
