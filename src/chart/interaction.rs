//! A chart as its reader has it: what was chosen, what is pointed at, and what follows for what is shown.

use super::arrange::layout;
use super::export::ExportOutcome;
use super::layout::{Layout, Row, order};
use super::state::{Action, MANY, State};
use crate::messages::Language;
use crate::model::Chart;

/// A chart and its reader. Commitments go by their places in [`Chart::commitments`].
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    state: State,
    layout: Layout,
    /// Whether the chart answers to the reader: not while it is written as text, nor while a browser takes
    /// such text over.
    is_hydrated: bool,
    /// The commitment whose row the keyboard reaches.
    active: Option<usize>,
    tip: Option<Tip>,
    /// A commitment whose row is to be shown once it is drawn.
    sought: Option<usize>,
    outcome: Option<ExportOutcome>,
}

/// The tip of one commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The place of the commitment in the chart's list.
    pub index: usize,
    /// Whether it stands in the left half of the plot, because the pointer is in the other: the way
    /// to other rows stays free.
    pub is_left: bool,
    /// Whether it stands above its row, because the window ends below.
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

    /// What came of the last export, until something else is chosen.
    #[must_use]
    pub const fn outcome(&self) -> Option<ExportOutcome> {
        self.outcome
    }

    /// Does what the reader did.
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
            // The button may be gone: reading goes on at the first new row.
            self.sought = self.layout.rows.get(before).map(|row| row.index);
        } else if found.is_some() {
            self.sought = found;
        }
    }

    /// Lets the chart answer to the reader.
    pub const fn hydrate(&mut self) {
        self.is_hydrated = true;
    }

    /// Says what came of an export; `None` when another one begins.
    pub const fn export(&mut self, outcome: Option<ExportOutcome>) {
        self.outcome = outcome;
    }

    /// Opens the tip of the mark in a row. Gives its commitment; `None` where there is no such row.
    pub fn open_tip(&mut self, row: usize, is_left: bool, is_above: bool) -> Option<usize> {
        let index = self.layout.rows.get(row)?.index;
        self.tip = Some(Tip {
            index,
            is_left,
            is_above,
        });
        Some(index)
    }

    /// Closes the tip. Gives whether one was open.
    pub const fn close_tip(&mut self) -> bool {
        self.tip.take().is_some()
    }

    /// Lets the keyboard reach the row of a commitment.
    pub const fn activate(&mut self, index: usize) {
        self.active = Some(index);
    }

    /// The row that the keyboard reaches: the first one where the last is gone. `None` while the chart does
    /// not answer to the reader.
    #[must_use]
    pub fn active_row(&self) -> Option<usize> {
        self.is_hydrated
            .then(|| self.row_of(self.active).unwrap_or_default())
    }

    /// The row that is to be shown, once.
    pub fn take_sought_row(&mut self) -> Option<usize> {
        let sought = self.sought.take();
        self.row_of(sought)
    }

    /// The commitments that the table shows: those of the rows. Until the chart answers to the reader, who
    /// could not ask for more, as many as there may be rows.
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
