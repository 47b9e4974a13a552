//! The page around a widget, as the views know it.
//!
//! The views neither dispatch events nor read addresses: they call the page back when the reader has done
//! something, and receive its settings.

use super::names::Names;
use crate::carousel::SelectedCompany;
use crate::model::Id;
use yew::Callback;

/// An action of a reader in a chart. Actions of the page are not reported.
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

/// A reader has moved a row of related stories, and it has come to rest in another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideEvent {
    /// The row.
    pub related: Id,
    /// The first story that is wholly in view, counted from one.
    pub first: usize,
    /// The last story in view.
    pub last: usize,
    /// How many stories there are.
    pub count: usize,
    /// How the reader moved it: `button`, `scroll`, `keyboard` or `drag`.
    pub by: &'static str,
}

/// The callbacks and settings of the page around the widget. They do not change while the reader reads.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Host {
    /// Receives everything that a reader does to a chart.
    pub(crate) on_chart: Option<Callback<ChartEvent>>,
    /// Called when a reader has moved a row of stories.
    pub(crate) on_slide: Option<Callback<SlideEvent>>,
    /// Receives the company that the reader has selected in the chart of this id, or `None` when the reader
    /// has deselected it.
    pub(crate) on_pick: Option<Callback<(Id, Option<SelectedCompany>)>>,
    /// Whether charts offer links to their state, and restore it from the page's address.
    pub(crate) has_links: bool,
    /// How the parts of the article are named.
    pub(crate) names: Names,
}
