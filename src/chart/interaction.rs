//! The state of a chart and its reader: choices, the mark that is read, the tab stop, and the layouts that follow from
//! them.

use super::arrange::layout;
use super::export::ExportOutcome;
use super::layout::{Layout, Share, order};
use super::state::{Action, MANY, State};
use crate::messages::Language;
use crate::model::{Chart, ChartBasis, Form};
use crate::quantity::Basis;

/// The state of a chart and its reader. Commitments are given as indices of [`Chart::commitments`].
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    state: State,
    panels: Vec<LaidPanel>,
    /// Whether the chart responds to the reader. It does not while it is prerendered or hydrated.
    is_hydrated: bool,
    /// The row that has the tab stop.
    active: Option<RowPlace>,
    /// The commitment whose mark the reader reads.
    read: Option<usize>,
    /// A row that is to be scrolled into view after the next rendering.
    sought: Option<RowPlace>,
    /// Whether the reader has come from a figure in the text.
    has_way_back: bool,
    outcome: Option<ExportOutcome>,
}

/// A panel of a chart: one drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct LaidPanel {
    /// The reader's choices, with the sums of this panel.
    pub state: State,
    /// What is drawn.
    pub layout: Layout,
}

/// The row of a commitment in a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RowPlace {
    panel: usize,
    /// The index of the commitment.
    index: usize,
}

impl Interaction {
    /// A chart that no reader has touched.
    #[must_use]
    pub fn new(chart: &Chart, language: Language) -> Self {
        let mut state = State::opening(chart);
        state.language = language;
        Self {
            panels: laid(chart, &state),
            state,
            is_hydrated: false,
            active: None,
            read: None,
            sought: None,
            has_way_back: false,
            outcome: None,
        }
    }

    /// What the reader has chosen.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What is drawn: one panel, or that of the whole sums and that of the yearly ones.
    #[must_use]
    pub fn panels(&self) -> &[LaidPanel] {
        &self.panels
    }

    /// The commitment whose mark the reader reads.
    #[must_use]
    pub const fn read(&self) -> Option<usize> {
        self.read
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
            Action::Find(index, basis) => Some((index, basis)),
            _ => None,
        };
        let before = self.panels[0].layout.rows.len();
        self.state.update(action);
        self.panels = laid(chart, &self.state);
        self.outcome = None;
        if is_more {
            // The button may be gone, so the focus moves to the first new row.
            let row = self.panels[0].layout.rows.get(before);
            self.sought = row.map(|row| RowPlace {
                panel: 0,
                index: row.index,
            });
        } else if let Some((index, basis)) = found {
            self.has_way_back = true;
            let is_second = self.state.shows_both() && !basis.is_total();
            self.sought = Some(RowPlace {
                panel: is_second.into(),
                index,
            });
        }
    }

    /// The actions with which the chart shows exactly a figure of the text: the id of its commitment, then the choices of
    /// the figure in the words of [`Action::parse`], divided by spaces. None if the chart does not have the commitment.
    ///
    /// What a figure does not name has its plainest value: bars, the currency in which the amount was stated, the whole
    /// sum. A chart of both sums stays one.
    #[must_use]
    pub fn actions_for(&self, chart: &Chart, figure: &str) -> Vec<Action> {
        let mut words = figure.split(' ');
        let Some(index) = chart.place(words.next().unwrap_or_default()) else {
            return Vec::new();
        };
        let own = chart.commitments[index].amount.currency;
        let (mut form, mut currency, mut basis) = (Form::Bars, Some(own), Basis::Total);
        let mut actions = Vec::new();
        for (key, value) in words.filter_map(|words| words.split_once('=')) {
            match Action::parse(chart, key, value) {
                Some(Action::MeasureBy(other)) => {
                    form = Form::Ratio;
                    // A ratio is the same in the currency that is shown.
                    currency = None;
                    actions.push(Action::MeasureBy(other));
                }
                Some(Action::ShowIn(other)) => currency = Some(other),
                Some(Action::Compare(ChartBasis::PerYear)) => basis = Basis::PerYear,
                _ => {}
            }
        }
        actions.push(Action::ShowAs(form));
        actions.extend(currency.map(Action::ShowIn));
        if !self.state.has_both {
            actions.push(Action::Compare(basis.into()));
        }
        // What is as the reader has it is no action.
        actions.retain(|action| {
            let mut other = self.state.clone();
            other.update(action.clone());
            other.has_changed = self.state.has_changed;
            other != self.state
        });
        actions.push(Action::Find(index, basis));
        actions
    }

    /// The length of the bar that a figure in the text leads to; see [`Self::actions_for`].
    #[must_use]
    pub fn preview(&self, chart: &Chart, figure: &str) -> Option<Share> {
        let actions = self.actions_for(chart, figure);
        let &Action::Find(index, basis) = actions.last()? else {
            return None;
        };
        let mut state = self.state.clone();
        for action in actions {
            state.update(action);
        }
        let panels = laid(chart, &state);
        let panel = panels.iter().find(|panel| panel.state.basis == basis)?;
        let mut rows = panel.layout.rows.iter();
        let mark = rows.find(|row| row.index == index)?.mark?;
        Some(mark.width)
    }

    /// Lets the chart respond to the reader.
    pub const fn hydrate(&mut self) {
        self.is_hydrated = true;
    }

    /// Sets the outcome of an export; `None` when a new one begins.
    pub const fn export(&mut self, outcome: Option<ExportOutcome>) {
        self.outcome = outcome;
    }

    /// The reader reads a mark: that in a row, counted through all panels. Returns its commitment; `None` if there is no
    /// such row. With `is_active` the row takes the tab stop.
    pub fn open(&mut self, row: usize, is_active: bool) -> Option<usize> {
        let place = self.rows().nth(row)?;
        self.read = Some(place.index);
        if is_active {
            self.active = Some(place);
        }
        self.read
    }

    /// Whether the reader has come from a figure in the text, and has not gone back.
    #[must_use]
    pub const fn has_way_back(&self) -> bool {
        self.has_way_back
    }

    /// The reader reads no mark any more. Returns whether one was read.
    pub fn close(&mut self) -> bool {
        let had_way_back = std::mem::take(&mut self.has_way_back);
        self.read.take().is_some() || had_way_back
    }

    /// The row with the tab stop, counted through all panels: the first row if the last one is gone. `None` while the
    /// chart does not respond to the reader.
    #[must_use]
    pub fn active_row(&self) -> Option<usize> {
        self.is_hydrated
            .then(|| self.row_of(self.active).unwrap_or_default())
    }

    /// Takes the row that is to be scrolled into view, counted through all panels.
    pub fn take_sought_row(&mut self) -> Option<usize> {
        let sought = self.sought.take();
        self.row_of(sought)
    }

    /// The commitments that the table shows: those of the rows. While the chart does not respond to the reader, it shows
    /// more, because the reader cannot ask for more.
    #[must_use]
    pub fn in_table(&self, chart: &Chart) -> Vec<usize> {
        if self.is_hydrated {
            let rows = self.panels[0].layout.rows.iter();
            return rows.map(|row| row.index).collect();
        }
        order(chart, &self.panels[0].state, MANY).0
    }

    /// The rows of all panels.
    fn rows(&self) -> impl Iterator<Item = RowPlace> {
        let panels = self.panels.iter().enumerate();
        panels.flat_map(|(panel, laid)| {
            let rows = laid.layout.rows.iter();
            rows.map(move |row| RowPlace {
                panel,
                index: row.index,
            })
        })
    }

    fn row_of(&self, place: Option<RowPlace>) -> Option<usize> {
        self.rows().position(|row| Some(row) == place)
    }
}

/// The panels of a chart in a state.
fn laid(chart: &Chart, state: &State) -> Vec<LaidPanel> {
    let lay = |state: State| LaidPanel {
        layout: layout(chart, &state),
        state,
    };
    state.panels().into_iter().map(lay).collect()
}
