//! A resize observer that ends with its handle.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls back when an element's size changes, and once at the start; ends when dropped.
#[must_use = "dropping the observer ends it"]
pub(super) struct Resize {
    observer: ResizeObserver,
    // Kept because the observer calls into it.
    _callback: Closure<dyn FnMut()>,
}

impl Resize {
    /// `None` in a browser that has no `ResizeObserver`.
    pub(super) fn observe(element: &Element, callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
