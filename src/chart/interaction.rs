//! The state of a chart and its reader: choices, the open tip, the tab stop, and the layout that follows from them.

use super::arrange::layout;
use super::export::ExportOutcome;
use super::layout::{Layout, Row, order};
use super::state::{Action, MANY, State};
use crate::messages::Language;
use crate::model::Chart;

/// The state of a chart and its reader. Commitments are given as indices of [`Chart::commitments`].
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    state: State,
    layout: Layout,
    /// Whether the chart responds to the reader. It does not while it is prerendered or hydrated.
    is_hydrated: bool,
    /// The commitment whose row has the tab stop.
    active: Option<usize>,
    tip: Option<Tip>,
    /// A commitment whose row is to be scrolled into view after the next rendering.
    sought: Option<usize>,
    outcome: Option<ExportOutcome>,
}

/// The tip of one commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The index of the commitment.
    pub index: usize,
    /// Whether the tip is in the left half of the plot, because the pointer is in the right half: it must not cover the
    /// way to other rows.
    pub is_left: bool,
    /// Whether the tip is above its row, because there is no room below.
    pub is_above: bool,
}

impl Interaction {
    /// A chart that no reader has touched.
    #[must_use]
    pub fn new(chart: &Chart, language: Language) -> Self {
        let mut state = State::new(chart);
        state.language = language;
        Self {
            layout: layout(chart, &state),
            state,
            is_hydrated: false,
            active: None,
            tip: None,
            sought: None,
            outcome: None,
        }
    }

    /// What the reader has chosen.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What is drawn.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The tip that is open.
    #[must_use]
    pub const fn tip(&self) -> Option<Tip> {
        self.tip
    }

    /// The outcome of the last export, until the reader chooses something else.
    #[must_use]
    pub const fn outcome(&self) -> Option<ExportOutcome> {
        self.outcome
    }

    /// Applies an action of the reader.
    pub fn update(&mut self, chart: &Chart, action: Action) {
        let is_more = action == Action::ShowMore;
        let found = match action {
            Action::Find(index) => Some(index),
            _ => None,
        };
        let before = self.layout.rows.len();
        self.state.update(action);
        self.layout = layout(chart, &self.state);
        self.outcome = None;
        if is_more {
            // The button may be gone, so the focus moves to the first new row.
            self.sought = self.layout.rows.get(before).map(|row| row.index);
        } else if found.is_some() {
            self.sought = found;
        }
    }

    /// Lets the chart respond to the reader.
    pub const fn hydrate(&mut self) {
        self.is_hydrated = true;
    }

    /// Sets the outcome of an export; `None` when a new one begins.
    pub const fn export(&mut self, outcome: Option<ExportOutcome>) {
        self.outcome = outcome;
    }

    /// Opens the tip of the mark in a row. Returns its commitment; `None` if there is no such row.
    pub fn open_tip(&mut self, row: usize, is_left: bool, is_above: bool) -> Option<usize> {
        let index = self.layout.rows.get(row)?.index;
        self.tip = Some(Tip {
            index,
            is_left,
            is_above,
        });
        Some(index)
    }

    /// Closes the tip. Returns whether one was open.
    pub const fn close_tip(&mut self) -> bool {
        self.tip.take().is_some()
    }

    /// Moves the tab stop to the row of a commitment.
    pub const fn activate(&mut self, index: usize) {
        self.active = Some(index);
    }

    /// The row with the tab stop: the first row if the last one is gone. `None` while the chart does not respond to the
    /// reader.
    #[must_use]
    pub fn active_row(&self) -> Option<usize> {
        self.is_hydrated
            .then(|| self.row_of(self.active).unwrap_or_default())
    }

    /// Takes the row that is to be scrolled into view.
    pub fn take_sought_row(&mut self) -> Option<usize> {
        let sought = self.sought.take();
        self.row_of(sought)
    }

    /// The commitments that the table shows: those of the rows. While the chart does not respond to the reader, it shows
    /// more, because the reader cannot ask for more.
    #[must_use]
    pub fn in_table(&self, chart: &Chart) -> Vec<usize> {
        if self.is_hydrated {
            return self.layout.rows.iter().map(|row| row.index).collect();
        }
        order(chart, &self.state, MANY).0
    }

    fn row_of(&self, commitment: Option<usize>) -> Option<usize> {
        let is_its = |row: &Row| Some(row.index) == commitment;
        self.layout.rows.iter().position(is_its)
    }
}
