//! What pointers and keys are at in a chart.

use yew::NodeRef;

/// What pointers and keys are at in a chart, and its element.
#[derive(Clone, Copy)]
pub(super) struct Pointing<'a> {
    /// The element around the panels.
    pub(super) frame: &'a NodeRef,
    /// The row with the tab stop, counted through all panels; `None` while the chart does not respond to the reader.
    pub(super) active: Option<usize>,
    /// The commitment whose mark is read.
    pub(super) read: Option<usize>,
}
