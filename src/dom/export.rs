//! Exports of a chart: files, pictures, print.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg_attr(browser, wasm_bindgen(module = "/src/dom/export.js"))]
#[cfg_attr(not(browser), wasm_bindgen)]
extern "C" {
    /// Offers a text as a file of this name and media type.
    pub(crate) fn download(name: &str, mime: &str, text: &str);

    #[wasm_bindgen(js_name = draw)]
    fn draw_svg(name: &str, svg: &str, on_done: JsValue);
}

#[wasm_bindgen]
extern "C" {
    /// Opens the browser's dialogue for printing the page.
    pub(crate) fn print();
}

/// Offers a PNG file of this name, drawn from an SVG that needs nothing else, in its size.
///
/// `on_done` is called once, a little later, with whether the file was offered. A page may forbid the
/// PNG by a Content Security Policy whose `img-src` lacks `data:`.
pub(crate) fn draw(name: &str, svg: &str, on_done: impl Fn(bool) + 'static) {
    draw_svg(name, svg, callback(on_done));
}

/// A function that the browser calls. It is dropped when the browser collects it.
pub(super) fn callback(on_done: impl Fn(bool) + 'static) -> JsValue {
    Closure::<dyn Fn(bool)>::new(on_done).into_js_value()
}
