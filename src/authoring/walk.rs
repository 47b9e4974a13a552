//! A walk through the values of a document.

use crate::document::{Path, Value};

/// Visits every value, each with its path. Parents come before their parts.
pub(super) fn walk(document: &Value, visit: &mut impl FnMut(&Value, &Path<'_>)) {
    walk_at(document, &Path::Root, visit);
}

fn walk_at(value: &Value, path: &Path<'_>, visit: &mut impl FnMut(&Value, &Path<'_>)) {
    visit(value, path);
    match value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk_at(item, &path.index(index), visit);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                walk_at(field, &path.key(key), visit);
            }
        }
        _ => {}
    }
}
