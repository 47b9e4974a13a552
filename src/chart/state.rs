//! The reader's choices for a chart, and the actions that change them.

use crate::messages::Language;
use crate::model::{Chart, ChartBasis, ChartOrder, Commitment, Form};
use crate::quantity::{Basis, Currency};
use std::rc::Rc;

/// The reader's choices for one chart. Commitments are given as indices of [`Chart::commitments`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The form of the drawing.
    pub form: Form,
    /// Whole sums or yearly ones.
    pub basis: Basis,
    /// Whether there is a panel of yearly sums beside the one of whole sums. Timelines never have it: they show both
    /// in one.
    pub has_both: bool,
    /// The currency of every figure.
    pub currency: Currency,
    /// The order of the rows.
    pub sort: Sort,
    /// The commitment that ratios compare with.
    pub baseline: usize,
    /// The commitment whose mark is highlighted.
    pub highlight: Option<usize>,
    /// The commitment that the reader has picked last: stories about its company come first.
    pub picked: Option<usize>,
    /// Whether each commitment is hidden; never all of them are.
    pub hidden: Vec<bool>,
    /// Words that a name must contain to be shown.
    pub search: Rc<str>,
    /// The most rows, without the extra one.
    pub limit: usize,
    /// The commitment that always has a row: the one that the article is about, or the one that was highlighted or
    /// searched for last.
    pub extra: Option<usize>,
    /// The open panel.
    pub panel: Panel,
    /// Whether the reader has changed what is shown, and in which order.
    pub has_changed: bool,
    /// The language of the interface.
    pub language: Language,
}

/// A panel of a chart that can be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// None.
    #[default]
    None,
    /// The choices that few readers need.
    Options,
    /// The exports.
    Export,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The key of the order.
    pub by: SortBy,
    /// Whether the usual order is reversed.
    pub is_reversed: bool,
}

impl Sort {
    /// Every order, in the order of its control.
    pub const ALL: [Self; 8] = [
        Self::new(SortBy::Amount, false),
        Self::new(SortBy::Amount, true),
        Self::new(SortBy::PerYear, false),
        Self::new(SortBy::PerYear, true),
        Self::new(SortBy::Name, false),
        Self::new(SortBy::Name, true),
        Self::new(SortBy::Document, false),
        Self::new(SortBy::Document, true),
    ];

    const fn new(by: SortBy, is_reversed: bool) -> Self {
        Self { by, is_reversed }
    }
}

impl From<ChartOrder> for Sort {
    fn from(order: ChartOrder) -> Self {
        let by = match order {
            ChartOrder::Amount => SortBy::Amount,
            ChartOrder::PerYear => SortBy::PerYear,
            ChartOrder::Name => SortBy::Name,
            ChartOrder::Document => SortBy::Document,
        };
        Self::new(by, false)
    }
}

/// The key of an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The figure that is shown, the largest first.
    #[default]
    Amount,
    /// The yearly sum, in every state, the largest first.
    PerYear,
    /// The name, from A to Z.
    Name,
    /// The order of the document.
    Document,
}

/// An action of the reader in a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose a form.
    ShowAs(Form),
    /// Chose whole sums, yearly ones or both.
    Compare(ChartBasis),
    /// Chose a currency.
    ShowIn(Currency),
    /// Chose an order.
    SortBy(Sort),
    /// Chose the baseline of ratios.
    MeasureBy(usize),
    /// Chose the highlighted mark, or none.
    Highlight(Option<usize>),
    /// Activated a mark, which picks its commitment or ends that.
    Activate(usize),
    /// Followed a figure of the text, a whole sum or a yearly one, to its mark, which becomes visible in every state.
    Find(usize, Basis),
    /// Hid a commitment (`false`) or showed it again (`true`).
    Show(usize, bool),
    /// Showed every commitment again.
    ShowAll,
    /// Searched for a name.
    Search(Rc<str>),
    /// Asked for more rows.
    ShowMore,
    /// Opened or closed a panel.
    Open(Panel),
    /// Followed a link to a state.
    Restore(Box<State>),
}

/// The number of rows at first: more than a reader compares at a glance.
pub const FEW: usize = 20;
/// The number of rows that are added when the reader asks for more.
pub const MANY: usize = 1_000;

impl State {
    /// The state that a link to the chart leads to if it names no choice: bars of whole sums, in the currency of the
    /// chart. It never changes, because readers keep links.
    #[must_use]
    pub fn new(chart: &Chart) -> Self {
        let highlight = chart.highlight.as_ref().and_then(|id| chart.place(id));
        Self {
            form: Form::default(),
            basis: Basis::default(),
            has_both: false,
            currency: chart.currency,
            sort: Sort::default(),
            baseline: highlight.unwrap_or_default(),
            highlight,
            picked: None,
            hidden: vec![false; chart.commitments.len()],
            search: "".into(),
            limit: FEW,
            extra: highlight,
            panel: Panel::default(),
            has_changed: false,
            language: Language::default(),
        }
    }

    /// The states of the panels that the chart consists of: one, or that of the whole sums and that of the yearly ones.
    #[must_use]
    pub fn panels(&self) -> Vec<Self> {
        let panel = |basis| Self {
            basis,
            has_both: false,
            ..self.clone()
        };
        if self.shows_both() {
            vec![panel(Basis::Total), panel(Basis::PerYear)]
        } else {
            vec![panel(self.basis)]
        }
    }

    /// Whether the chart has two panels.
    #[must_use]
    pub fn shows_both(&self) -> bool {
        self.has_both && self.form != Form::Timeline
    }

    /// The basis of the figures that are shown. A timeline shows yearly sums as heights, and writes the whole ones.
    #[must_use]
    pub fn shown_basis(&self) -> Basis {
        match self.form {
            Form::Timeline => Basis::Total,
            _ => self.basis,
        }
    }

    /// The sums that the chart compares.
    #[must_use]
    pub fn compared(&self) -> ChartBasis {
        if self.has_both {
            ChartBasis::Both
        } else {
            self.basis.into()
        }
    }

    /// Compares these sums.
    pub(super) fn compare(&mut self, basis: ChartBasis) {
        self.has_both = basis == ChartBasis::Both;
        self.basis = match basis {
            ChartBasis::PerYear => Basis::PerYear,
            ChartBasis::Total | ChartBasis::Both => Basis::Total,
        };
    }

    /// Applies an action of the reader.
    pub fn update(&mut self, action: Action) {
        self.has_changed |= !matches!(
            action,
            Action::Highlight(_) | Action::Activate(_) | Action::Open(_) | Action::Restore(_)
        );
        match action {
            Action::ShowAs(form) => self.form = form,
            Action::Compare(basis) => self.compare(basis),
            Action::ShowIn(currency) => self.currency = currency,
            Action::SortBy(sort) => self.sort = sort,
            Action::MeasureBy(index) => self.baseline = index,
            Action::Highlight(index) => {
                self.highlight = index;
                self.picked = index;
                self.extra = index.or(self.extra);
            }
            Action::Activate(index) => {
                self.picked = Some(index).filter(|_| self.picked != Some(index));
            }
            Action::Find(index, _) => {
                self.picked = Some(index);
                self.extra = self.picked;
                self.hidden[index] = false;
                self.search = "".into();
            }
            Action::Show(index, true) => self.hidden[index] = false,
            Action::Show(index, false) if self.can_hide(index) => self.hidden[index] = true,
            Action::Show(..) => {}
            Action::ShowAll => self.hidden.fill(false),
            Action::Search(words) => self.search = words,
            Action::Open(panel) => self.panel = panel,
            Action::ShowMore => self.limit = self.limit / MANY * MANY + MANY,
            Action::Restore(state) => {
                let language = self.language;
                *self = *state;
                self.language = language;
            }
        }
    }

    /// Whether another commitment would remain if this one was hidden.
    #[must_use]
    pub fn can_hide(&self, index: usize) -> bool {
        let mut others = self.hidden.iter().enumerate();
        others.any(|(other, is_hidden)| other != index && !is_hidden)
    }

    /// Whether the reader's choices include the commitment with this name and index.
    #[must_use]
    pub(super) fn is_wanted(&self, index: usize, name: &str) -> bool {
        !self.hidden[index] && contains(name, &self.search)
    }
}

/// The indices of the commitments that match the reader's search, with those that are hidden, in the order of the
/// document.
pub fn found<'a>(chart: &'a Chart, state: &'a State) -> impl Iterator<Item = usize> + 'a {
    let all = chart.commitments.iter().enumerate();
    all.filter(|(_, other)| contains(&other.name, &state.search))
        .map(|(index, _)| index)
}

/// Whether a name contains the words. It ignores the case of letters from A to Z only, because the tables for other
/// alphabets would cost kilobytes of WebAssembly.
fn contains(name: &str, words: &str) -> bool {
    let words = words.trim().as_bytes();
    let mut parts = name.as_bytes().windows(words.len().max(1));
    words.is_empty() || parts.any(|part| part.eq_ignore_ascii_case(words))
}

/// A currency that a chart can be shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The currency.
    pub currency: Currency,
    /// Whether every figure in it would be converted, because none was stated in it.
    pub is_converted: bool,
}

/// The currencies that a chart can be shown in: first its own, then those of other stated amounts, then those that
/// amounts can be converted to.
#[must_use]
pub fn currencies(chart: &Chart) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    let mut add = |currency, is_converted| {
        if !found.iter().any(|choice| choice.currency == currency) {
            found.push(Choice {
                currency,
                is_converted,
            });
        }
    };
    let is_own = |c: &Commitment| c.stated_in(chart.currency).is_some();
    add(chart.currency, !chart.commitments.iter().any(is_own));
    for money in chart.commitments.iter().flat_map(Commitment::stated) {
        add(money.currency, false);
    }
    for rate in &*chart.rates {
        for (from, to) in [(rate.base, rate.quote), (rate.quote, rate.base)] {
            let mut amounts = chart.commitments.iter().map(|c| c.amount.currency);
            if amounts.any(|currency| currency == from) {
                add(to, true);
            }
        }
    }
    found
}
