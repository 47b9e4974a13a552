//! What a chart and the page around the widget have to do with each other.
//!
//! The views neither dispatch events nor read addresses: they say what the reader did, and are told
//! what the page allows.

use crate::model::Id;
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

/// The page around the widget, as a chart knows it.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Host {
    /// Told of everything that a reader does to a chart.
    pub(crate) on_chart: Option<Callback<ChartEvent>>,
    /// Whether charts offer links to their state, and restore it from the page's address.
    pub(crate) has_links: bool,
}
