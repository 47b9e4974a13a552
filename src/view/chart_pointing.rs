//! Where pointers and keys are on a chart.

use crate::chart::Tip;
use yew::NodeRef;

/// Where pointers and keys are on a chart, and where it is on the page.
#[derive(Clone, Copy)]
pub(super) struct Pointing<'a> {
    /// Around the drawing and its tip.
    pub(super) frame: &'a NodeRef,
    /// The drawing.
    pub(super) plot: &'a NodeRef,
    /// The row that the keyboard reaches; `None` while the chart does not answer.
    pub(super) active: Option<usize>,
    /// The tip that is open.
    pub(super) tip: Option<Tip>,
}
