//! The bridge between the custom element and the views.
//!
//! `embed.js` defines the element and owns its life in the page; it makes one [`Widget`] for
//! each, tells it what changed, and takes it down. Nothing else in the crate knows that a
//! custom element exists. Only `events` dispatches, but for the one failure that Rust cannot tell
//! of: that there is no WebAssembly.

mod events;
mod failure;
mod json;
mod load;
mod shell;

use gloo::timers::future::TimeoutFuture;
use shell::{Shell, ShellProps};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::AppHandle;

/// One widget in the page: the views, mounted once, for one element.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    app: AppHandle<Shell>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget.
    ///
    /// `host` is the custom element, which events are dispatched on; `root` is the node in its
    /// shadow tree that the views fill; `src` is the address of the document.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: HtmlElement, root: Element, src: Option<String>) -> Self {
        let props = ShellProps {
            host: host.clone(),
            src,
        };
        let app = yew::Renderer::<Shell>::with_root_and_props(root, props).render();
        Self { host, app }
    }

    /// Shows the document at another address.
    #[wasm_bindgen(js_name = setSource)]
    pub fn set_source(&mut self, src: Option<String>) {
        self.app.update(ShellProps {
            host: self.host.clone(),
            src,
        });
    }

    /// Takes the views down and ends whatever is under way.
    pub fn destroy(self) {
        wasm_bindgen_futures::spawn_local(async move {
            // Yew creates a component a little after it was asked to, and forgets a wish to
            // destroy it that comes sooner.
            while self.app.get_component().is_none() {
                TimeoutFuture::new(0).await;
            }
            self.app.destroy();
        });
    }
}
