//! What the parts of a widget, and the page around it, have to do with each other.
//!
//! The views neither dispatch events nor read addresses: they say what the reader did, and are told
//! what the page allows.

use crate::model::{Chart, Commitment, Id, Related, Teaser};
use std::rc::Rc;
use yew::Callback;

/// What a reader did to a chart. Never what the page did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartEvent {
    /// The chart.
    pub chart: Id,
    /// What was chosen: `form`, `basis`, `currency`, `sort`, `baseline`, `highlight`, `hide`, `show`,
    /// `search` or `datum`.
    pub choice: &'static str,
    /// The reader's choice, in words that do not change with the language: `per-year`, `CNY`, the id
    /// of a commitment.
    pub value: String,
}

/// A row of related stories has come to rest elsewhere, because the reader has moved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideEvent {
    /// The row.
    pub related: Id,
    /// The first story that is seen whole now, counted from one.
    pub first: usize,
    /// The last one.
    pub last: usize,
    /// How many stories there are.
    pub count: usize,
    /// How the reader moved it: `button`, `scroll`, `keyboard` or `drag`.
    pub by: &'static str,
}

/// The company that the reader has picked, in a chart or in the text.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    chart: Rc<Chart>,
    index: usize,
}

impl Pick {
    pub(super) fn new(chart: Rc<Chart>, index: usize) -> Self {
        Self { chart, index }
    }

    /// Whether it was picked in this chart.
    pub(super) fn is_in(&self, chart: &Rc<Chart>) -> bool {
        Rc::ptr_eq(&self.chart, chart)
    }

    /// Whether a story is about it.
    pub(super) fn is_of(&self, story: &Teaser) -> bool {
        let Commitment { id, name, .. } = self.commitment();
        story.is_about(id, name)
    }

    /// Its commitment.
    pub(super) fn commitment(&self) -> &Commitment {
        &self.chart.commitments[self.index]
    }
}

/// See `ArticleWidgetProps`.
impl PartialEq for Pick {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart) && self.index == other.index
    }
}

/// The page around the widget, as the views know it.
#[derive(Clone, Default)]
pub(crate) struct Host {
    /// Told of everything that a reader does to a chart.
    pub(crate) on_chart: Option<Callback<ChartEvent>>,
    /// Told when a reader has moved a row of stories.
    pub(crate) on_slide: Option<Callback<SlideEvent>>,
    /// Told of the company that the reader has picked in a chart, or that none is picked there any more.
    pub(crate) on_pick: Option<Callback<(Rc<Chart>, Option<usize>)>>,
    /// That company.
    pub(crate) pick: Option<Pick>,
    /// Whether charts offer links to their state, and restore it from the page's address.
    pub(crate) has_links: bool,
    /// A row of stories that stands in the place of the document's of the same id.
    pub(crate) feed: Option<Rc<Related>>,
    /// Whether every story is on the page from the start: for readers without scripts, who could not ask
    /// for more, and for those who have gone on by then.
    pub(crate) has_all_stories: bool,
}

impl Host {
    /// Whether it is the same to the charts; the rows of stories have their own parts of it.
    pub(super) fn is_same_to_charts(&self, other: &Self) -> bool {
        self.on_chart == other.on_chart
            && self.on_pick == other.on_pick
            && self.has_links == other.has_links
    }
}
