//! What the parts of a widget, and the page around it, have to do with each other.
//!
//! The views neither dispatch events nor read addresses: they say what the reader did, and are told
//! what the page allows.

use super::names::Names;
use crate::carousel::SelectedCompany;
use crate::model::{Id, Related};
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

/// The page around the widget, as the views know it.
#[derive(Clone, Default)]
pub(crate) struct Host {
    /// Told of everything that a reader does to a chart.
    pub(crate) on_chart: Option<Callback<ChartEvent>>,
    /// Told when a reader has moved a row of stories.
    pub(crate) on_slide: Option<Callback<SlideEvent>>,
    /// Told of the company that the reader has picked in a chart, or that none is picked there any more.
    pub(crate) on_pick: Option<Callback<(Id, Option<SelectedCompany>)>>,
    /// That company.
    pub(crate) pick: Option<SelectedCompany>,
    /// Whether charts offer links to their state, and restore it from the page's address.
    pub(crate) has_links: bool,
    /// Whether the charts and the rows of stories are left to mounts of their own: then their islands are
    /// empty.
    pub(crate) has_empty_islands: bool,
    /// How the parts of the article are named.
    pub(crate) names: Names,
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
