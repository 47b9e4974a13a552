//! Exports of a chart: files, pictures, print.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node;
use yew::NodeRef;

#[wasm_bindgen(module = "/src/dom/export.js")]
extern "C" {
    /// Offers a text as a file of this name and media type.
    pub(crate) fn download(name: &str, mime: &str, text: &str);

    #[wasm_bindgen(js_name = draw)]
    fn draw_node(
        plot: &Node,
        name: &str,
        is_png: bool,
        stripes: &str,
        dashes: &str,
        on_done: JsValue,
    );
}

#[wasm_bindgen]
extern "C" {
    /// Opens the browser's dialogue for printing the page.
    pub(crate) fn print();
}

/// Offers the picture of a chart as a file: an SVG that needs nothing else, or a PNG drawn from it
/// with two pixels for each CSS pixel.
///
/// It shows `plot`, an SVG element, as the reader sees it, without its `.hit` elements; above it the
/// `.chart-title` and the `.chart-subtitle` of the figure that it is in, below it the paragraphs of the
/// `.chart-notes`. In a figure that is read from right to left they begin at the right. `stripes` and `dashes` are the
/// sentences for these signs, in which the text of the sign takes the place of U+0000.
///
/// `on_done` is called once, a little later, with whether the file was offered. A page may forbid the
/// PNG by a Content Security Policy whose `img-src` lacks `data:`.
pub(crate) fn draw(
    plot: &NodeRef,
    name: &str,
    is_png: bool,
    [stripes, dashes]: [&str; 2],
    on_done: impl Fn(bool) + 'static,
) {
    if let Some(plot) = plot.get() {
        draw_node(&plot, name, is_png, stripes, dashes, callback(on_done));
    }
}

/// A function that the browser calls. It is dropped when the browser collects it.
pub(super) fn callback(on_done: impl Fn(bool) + 'static) -> JsValue {
    Closure::<dyn Fn(bool)>::new(on_done).into_js_value()
}
