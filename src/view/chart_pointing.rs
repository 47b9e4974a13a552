//! What pointers and keys are at in a chart.

use crate::chart::Tip;
use yew::NodeRef;

/// What pointers and keys are at in a chart, and its elements.
#[derive(Clone, Copy)]
pub(super) struct Pointing<'a> {
    /// The element around the drawing and its tip.
    pub(super) frame: &'a NodeRef,
    /// The drawing.
    pub(super) plot: &'a NodeRef,
    /// The row with the tab stop; `None` while the chart does not respond to the reader.
    pub(super) active: Option<usize>,
    /// The tip that is open.
    pub(super) tip: Option<Tip>,
}
