//! Animates a chart's rows and marks from one drawing to the next.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node;
use yew::NodeRef;

#[wasm_bindgen(module = "/src/dom/transition.js")]
extern "C" {
    #[wasm_bindgen(js_name = transition)]
    fn transition_node(plot: &Node);
}

/// Animates the changes of a plot since the last call, from the places that its rows were seen in.
///
/// Call this after every rendering that may have changed the plot, an SVG element. Each of its `.row`
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
