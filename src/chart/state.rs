//! What the reader has chosen to see.

use crate::messages::Language;
use crate::model::{Chart, Commitment};
use crate::quantity::{Basis, Currency};
use std::rc::Rc;

/// The reader's choices for one chart. Commitments go by their places in [`Chart::commitments`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// How the commitments are drawn.
    pub form: Form,
    /// Whole sums or yearly ones.
    pub basis: Basis,
    /// The currency of every figure.
    pub currency: Currency,
    /// The order of the rows.
    pub sort: Sort,
    /// Whom the ratios compare with.
    pub baseline: usize,
    /// Whose mark stands out.
    pub highlight: Option<usize>,
    /// Which commitments are left out, one entry for each; never all of them.
    pub hidden: Vec<bool>,
    /// Words that a name must contain to be shown.
    pub search: Rc<str>,
    /// How many rows there are at most, the extra one aside.
    pub limit: usize,
    /// The commitment that has a row wherever it stands: the one that the article is about, or that was
    /// highlighted or looked for last.
    pub extra: Option<usize>,
    /// What is open beside the chart.
    pub panel: Panel,
    /// Whether the reader has changed what is shown, and in which order.
    pub has_changed: bool,
    /// How wide texts are set, in percent of their usual width: more where letters and words stand
    /// apart, as some readers need them (WCAG 1.4.12).
    pub stretch: u32,
    /// The language of all that is said beside the document's own words.
    pub language: Language,
}

/// What can be open beside a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Nothing.
    #[default]
    None,
    /// The choices that not every reader needs.
    Options,
    /// The ways to take the chart along: its exports.
    TakeAway,
}

/// How commitments are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A bar as long as the figure.
    #[default]
    Bars,
    /// A bar as long as the period and as high as the yearly sum, so that its area is the total.
    Timeline,
    /// A bar as long as the figure is a multiple of another company's.
    Ratio,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// What they are ordered by.
    pub by: SortBy,
    /// Whether the usual order is turned round.
    pub is_reversed: bool,
}

impl Sort {
    /// Every order, as its control lists them.
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

/// What rows are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The figure that is shown, the largest first.
    #[default]
    Amount,
    /// The yearly sum, whatever is shown, the largest first.
    PerYear,
    /// The name, from A to Z.
    Name,
    /// The order of the document.
    Document,
}

/// Something that the reader did to a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose how the commitments are drawn.
    ShowAs(Form),
    /// Chose what is compared.
    Compare(Basis),
    /// Chose a currency.
    ShowIn(Currency),
    /// Chose an order.
    SortBy(Sort),
    /// Chose whom the ratios compare with.
    MeasureBy(usize),
    /// Chose whose mark stands out, or that none does.
    Highlight(Option<usize>),
    /// Activated a mark: it stands out, or no longer does.
    Activate(usize),
    /// Followed a figure of the text to its mark, which comes into view whatever was chosen before.
    Find(usize),
    /// Left a commitment out (`false`) or took it in again (`true`).
    Show(usize, bool),
    /// Took every commitment in again.
    ShowAll,
    /// Searched for a name.
    Search(Rc<str>),
    /// Asked for more rows.
    ShowMore,
    /// Opened or closed what is beside the chart.
    Open(Panel),
    /// Came with a link to a state.
    Restore(Box<State>),
    /// Had texts set so wide, in percent of their usual width.
    Stretch(u32),
}

/// How many rows there are at first: more than a reader compares at a glance.
pub const FEW: usize = 20;
/// How many rows come at a time once the reader has asked for more.
pub const MANY: usize = 1_000;

impl State {
    /// What a chart shows before the reader has chosen anything.
    #[must_use]
    pub fn new(chart: &Chart) -> Self {
        let highlight = chart.highlight.as_ref().and_then(|id| chart.place(id));
        Self {
            form: Form::default(),
            basis: Basis::default(),
            currency: chart.currency,
            sort: Sort::default(),
            baseline: highlight.unwrap_or_default(),
            highlight,
            hidden: vec![false; chart.commitments.len()],
            search: "".into(),
            limit: FEW,
            extra: highlight,
            panel: Panel::default(),
            has_changed: false,
            stretch: 100,
            language: Language::default(),
        }
    }

    /// Does what the reader did.
    pub fn update(&mut self, action: Action) {
        self.has_changed |= !matches!(
            action,
            Action::Highlight(_)
                | Action::Activate(_)
                | Action::Open(_)
                | Action::Restore(_)
                | Action::Stretch(_)
        );
        match action {
            Action::ShowAs(form) => self.form = form,
            Action::Compare(basis) => self.basis = basis,
            Action::ShowIn(currency) => self.currency = currency,
            Action::SortBy(sort) => self.sort = sort,
            Action::MeasureBy(index) => self.baseline = index,
            Action::Highlight(index) => {
                self.highlight = index;
                self.extra = index.or(self.extra);
            }
            Action::Activate(index) => {
                self.highlight = Some(index).filter(|_| self.highlight != Some(index));
            }
            Action::Find(index) => {
                self.highlight = Some(index);
                self.extra = self.highlight;
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
                let (stretch, language) = (self.stretch, self.language);
                *self = *state;
                (self.stretch, self.language) = (stretch, language);
            }
            Action::Stretch(percent) => self.stretch = percent,
        }
    }

    /// Whether another commitment would stay if this one was left out.
    #[must_use]
    pub fn can_hide(&self, index: usize) -> bool {
        let mut others = self.hidden.iter().enumerate();
        others.any(|(other, is_hidden)| other != index && !is_hidden)
    }

    /// Whether a commitment of this name and place is wanted.
    #[must_use]
    pub(super) fn is_wanted(&self, index: usize, name: &str) -> bool {
        !self.hidden[index] && contains(name, &self.search)
    }
}

/// The places of the commitments that match the reader's search, those left out included, in the
/// order of the document.
pub fn found<'a>(chart: &'a Chart, state: &'a State) -> impl Iterator<Item = usize> + 'a {
    let all = chart.commitments.iter().enumerate();
    all.filter(|(_, other)| contains(&other.name, &state.search))
        .map(|(index, _)| index)
}

/// Whether a name contains the words, whatever the case of letters from A to Z; the tables for
/// every other alphabet would cost kilobytes of WebAssembly.
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

/// The currencies that a chart can be shown in: its own first, then every other one that an amount
/// is stated in, then those that amounts can be converted to.
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
