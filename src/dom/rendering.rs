//! A chart before and after each rendering: the transition of its rows and marks, and the elements that
//! programs have removed.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node;
use yew::NodeRef;

#[wasm_bindgen(module = "/src/dom/rendering.js")]
extern "C" {
    #[wasm_bindgen(js_name = transition)]
    fn transition_node(plot: &Node);

    #[wasm_bindgen(js_name = begin)]
    fn begin_in(frame: &Node);

    #[wasm_bindgen(js_name = settle)]
    fn settle_in(frame: &Node, is_changed: bool);

    #[wasm_bindgen(js_name = broken)]
    fn broken_in(frame: &Node) -> Option<Function>;
}

/// Animates what has changed in a plot since the last call, from where it was seen then.
///
/// To be called after every rendering of the plot, an SVG element, that may have changed it. Each of its `.row`
/// groups holds a `.hit` rectangle, whose `y` is the row's, and may hold `.mark` rectangles, all of the
/// same geometry (`x` and `width` in pixels or percent, `y` and `height` in pixels), and a `.label` text,
/// which appears anew when its `x` changes.
///
/// Nothing moves the first time, for a reader who has asked for less motion, or in a plot of more
/// rows than an eye can follow.
pub(crate) fn transition(plot: &NodeRef) {
    if let Some(plot) = plot.get() {
        transition_node(&plot);
    }
}

/// What of a chart that programs have taken elements of belongs to the reader: the focus, whether the table is open.
pub(crate) struct Kept(Function);

impl Kept {
    /// `None` where a chart is as the views have rendered it, but for texts and what others have added.
    pub(crate) fn of_broken(frame: &NodeRef) -> Option<Self> {
        broken_in(&frame.get()?).map(Self)
    }

    /// Gives it to a chart that is rendered afresh.
    pub(crate) fn give(self, frame: &NodeRef) {
        if let Some(frame) = frame.get() {
            // It does not fail.
            let _ = self.0.call1(&JsValue::NULL, &frame);
        }
    }
}

/// Says that the views are about to render a chart, and change its elements until [`settle`].
pub(crate) fn begin(frame: &NodeRef) {
    if let Some(frame) = frame.get() {
        begin_in(&frame);
    }
}

/// Says that a chart has been rendered; where it has changed, its lists show what its markup says is selected.
pub(crate) fn settle(frame: &NodeRef, is_changed: bool) {
    if let Some(frame) = frame.get() {
        settle_in(&frame, is_changed);
    }
}
