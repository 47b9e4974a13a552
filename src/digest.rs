//! Whether prerendered markup is what this build would write for a document.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

include!("digest/fnv.rs");

/// A digest of the document's text and of the build that reads it.
///
/// Two builds from the same source give the same digest for the same text, whatever machine they
/// run on. Markup that carries another digest may differ from what this build would write.
#[must_use]
pub fn digest(text: &str) -> String {
    let hash = fnv(FNV_START, env!("ARTICLE_WIDGET_BUILD").as_bytes());
    format!("{:016x}", fnv(hash, text.as_bytes()))
}
