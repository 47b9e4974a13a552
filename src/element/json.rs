//! JSON as the browser reads it.
//!
//! Every browser has a JSON parser; bringing a second one would cost each reader a tenth of the
//! whole WebAssembly.

use crate::document::Value;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Url;

/// Takes over what the browser's JSON parser has read.
///
/// # Errors
///
/// That it is nested deeper than any document.
pub(super) fn to_value(parsed: &JsValue) -> Result<Value, String> {
    within(parsed, Value::MAX_DEPTH).ok_or_else(Value::too_deep)
}

/// `None` where the value is nested deeper than `depth`.
fn within(js: &JsValue, depth: u32) -> Option<Value> {
    let value = if js.is_null() {
        Value::Null
    } else if let Some(value) = js.as_bool() {
        Value::Bool(value)
    } else if let Some(number) = js.as_f64() {
        Value::from_number(number)
    } else if let Some(text) = js.as_string() {
        Value::Text(text)
    } else {
        let depth = depth.checked_sub(1)?;
        if let Some(items) = js.dyn_ref::<Array>() {
            let values = items.iter().map(|item| within(&item, depth));
            Value::List(values.collect::<Option<_>>()?)
        } else {
            let entries = Object::entries(js.unchecked_ref());
            let entries = entries.iter().map(|entry| {
                let entry: Array = entry.unchecked_into();
                let key = entry.get(0).as_string()?;
                let mut value = within(&entry.get(1), depth)?;
                if let Value::Text(address) = &mut value
                    && key == "href"
                    && Url::new_with_base(address, "https://a").is_err()
                {
                    // No link opens such an address, so its words stay alone. The data are others than those of
                    // a prerendered row, which is rendered afresh.
                    address.insert(0, ':');
                }
                Some((key, value))
            });
            Value::Object(entries.collect::<Option<_>>()?)
        }
    };
    Some(value)
}
