//! The state of a widget that its charts and rows of stories share.

use crate::carousel::SelectedCompany;
use crate::model::Related;
use std::rc::Rc;

/// What a widget shows at the moment, apart from its content.
#[derive(Clone, Default)]
pub(crate) struct WidgetState {
    /// The company that the reader has selected in a chart. Rows of stories show its stories first.
    pub(crate) selected: Option<SelectedCompany>,
    /// A row of stories from a feed. It replaces the row of the document that has the same id.
    pub(crate) feed: Option<Rc<Related>>,
    /// Whether every story is on the page from the start: readers without scripts cannot ask for more, and
    /// other readers may have scrolled before the scripts run.
    pub(crate) has_all_stories: bool,
    /// Whether the islands are empty, because each chart and row of stories is mounted by itself.
    pub(crate) has_empty_islands: bool,
}
