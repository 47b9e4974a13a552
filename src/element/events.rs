//! The events that leave the widget: each bubbles and crosses shadow boundaries.
//!
//! | name | when | detail |
//! |---|---|---|
//! | `article-widget-ready` | an article is on the page | `{ problems: [{ path, message }] }` |
//! | `article-widget-error` | no article can be shown | `{ code, message }` |

use super::failure::Failure;
use crate::problem::Problem;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// An article is on the page; `problems` lists what had to be left out of it.
pub(super) fn ready(host: &HtmlElement, problems: &[Problem]) {
    let problems: Array = problems
        .iter()
        .map(|problem| {
            object(&[
                ("path", problem.path.as_str().into()),
                ("message", problem.message.as_str().into()),
            ])
        })
        .collect();
    dispatch(
        host,
        "article-widget-ready",
        &object(&[("problems", problems.into())]),
    );
}

/// No article can be shown.
pub(super) fn error(host: &HtmlElement, failure: &Failure) {
    let detail = object(&[
        ("code", failure.code.as_str().into()),
        ("message", failure.message.as_str().into()),
    ]);
    dispatch(host, "article-widget-error", &detail);
}

fn dispatch(host: &HtmlElement, name: &str, detail: &Object) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Fails only when called while the same event is under way, which a new event never is.
        let _ = host.dispatch_event(&event);
    }
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh plain object takes every field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
