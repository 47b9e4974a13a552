//! JSON as the browser reads it.
//!
//! Every browser has a JSON parser; bringing a second one would cost each reader a tenth of the
//! whole WebAssembly.

use crate::document::Value;
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// How deep lists and objects may be nested. Real documents need about ten levels; a stack that
/// overflows would take the whole widget with it.
const MAX_DEPTH: u32 = 100;

/// Reads JSON text.
///
/// # Errors
///
/// What is wrong with the text, in the browser's words and language of errors.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    let value = JSON::parse(text).map_err(|error| {
        let error = error.unchecked_into::<js_sys::Error>();
        format!("not JSON: {}", String::from(error.message()))
    })?;
    to_value(&value, MAX_DEPTH)
        .ok_or_else(|| format!("nested more than {MAX_DEPTH} levels deep, which no document needs"))
}

/// `None` where the value is nested deeper than `depth`.
fn to_value(js: &JsValue, depth: u32) -> Option<Value> {
    let value = if js.is_null() {
        Value::Null
    } else if let Some(value) = js.as_bool() {
        Value::Bool(value)
    } else if let Some(number) = js.as_f64() {
        to_number(number)
    } else if let Some(text) = js.as_string() {
        Value::Text(text)
    } else {
        let depth = depth.checked_sub(1)?;
        if let Some(items) = js.dyn_ref::<Array>() {
            let values = items.iter().map(|item| to_value(&item, depth));
            Value::List(values.collect::<Option<_>>()?)
        } else {
            let entries = Object::entries(js.unchecked_ref());
            let entries = entries.iter().map(|entry| {
                let entry: Array = entry.unchecked_into();
                Some((entry.get(0).as_string()?, to_value(&entry.get(1), depth)?))
            });
            Value::Object(entries.collect::<Option<_>>()?)
        }
    };
    Some(value)
}

fn to_number(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
    let whole = number as i64;
    #[expect(
        clippy::cast_precision_loss,
        clippy::float_cmp,
        reason = "a loss shows in the comparison"
    )]
    if whole as f64 == number && whole.unsigned_abs() < 1 << 53 {
        Value::Integer(whole)
    } else {
        Value::Inexact
    }
}
