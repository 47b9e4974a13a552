//! A chart before and after each rendering: the transition of its rows and marks, and the elements that
//! programs have removed.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node;
use yew::NodeRef;

#[cfg_attr(browser, wasm_bindgen(module = "/src/dom/rendering.js"))]
#[cfg_attr(not(browser), wasm_bindgen)]
extern "C" {
    #[wasm_bindgen(js_name = transition)]
    fn transition_node(frame: &Node);

    #[wasm_bindgen(js_name = begin)]
    fn begin_in(frame: &Node, is_changed: bool);

    #[wasm_bindgen(js_name = settle)]
    fn settle_in(frame: &Node, is_changed: bool);

    #[wasm_bindgen(js_name = broken)]
    fn broken_in(frame: &Node) -> Option<Function>;
}

/// Moves the rows of a chart, and their marks, from where they were seen at the last [`begin`] with a change.
///
/// Nothing moves the first time, for a reader who has asked for less motion, or in a chart of more rows than an eye can
/// follow.
pub(crate) fn transition(frame: &NodeRef) {
    if let Some(frame) = frame.get() {
        transition_node(&frame);
    }
}

/// The focus, and whether the table is open, of a chart that programs have removed elements of.
pub(crate) struct Kept(Function);

impl Kept {
    /// `None` if programs have removed no element. Changes of texts and added elements do not count.
    pub(crate) fn of_broken(frame: &NodeRef) -> Option<Self> {
        broken_in(&frame.get()?).map(Self)
    }

    /// Restores it in the chart whose elements are made anew.
    pub(crate) fn give(self, frame: &NodeRef) {
        if let Some(frame) = frame.get() {
            // It does not fail.
            let _ = self.0.call1(&JsValue::NULL, &frame);
        }
    }
}

/// Call this before the views render a chart: changes of its elements do not count until [`settle`]. If the chart has
/// changed, it remembers the places of the rows.
pub(crate) fn begin(frame: &NodeRef, is_changed: bool) {
    if let Some(frame) = frame.get() {
        begin_in(&frame, is_changed);
    }
}

/// Call this after the views have rendered a chart. If the chart has changed, it sets the selected options of lists as
/// in the markup.
pub(crate) fn settle(frame: &NodeRef, is_changed: bool) {
    if let Some(frame) = frame.get() {
        settle_in(&frame, is_changed);
    }
}
