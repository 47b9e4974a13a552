//! How simple values are read: texts, booleans, lists, whole numbers.

use super::problem::{Path, ProblemKind};
use super::reader::{Context, Read, Reading};
use super::value::Value;

impl<C: Context> Read<C> for String {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        reading.text(value, path).map(Into::into)
    }
}

impl<C: Context> Read<C> for bool {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        match value {
            Value::Bool(value) => Some(*value),
            _ => reading.unexpected(value, "true or false", path),
        }
    }
}

/// Invalid items are left out.
impl<C: Context, T: Read<C>> Read<C> for Vec<T> {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let items = reading.items(value, "a list", path)?;
        let mut read = Self::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let mark = reading.context.mark();
            let found = T::read(item, &path.index(index), reading);
            if found.is_none() {
                reading.context.rewind(mark);
            }
            read.extend(found);
        }
        Some(read)
    }
}

/// Reads a whole number within bounds.
pub(crate) fn whole_number<C: Context>(
    value: &Value,
    bounds: std::ops::RangeInclusive<u32>,
    path: &Path<'_>,
    reading: &mut Reading<C>,
) -> Option<u32> {
    if let Value::Integer(number) = value
        && let Ok(number) = u32::try_from(*number)
        && bounds.contains(&number)
    {
        return Some(number);
    }
    let expected = format!("a whole number from {} to {}", bounds.start(), bounds.end());
    match value {
        Value::Integer(number) => {
            let message = format!("found {number}, expected {expected}");
            reading.note(ProblemKind::Value, path, message)
        }
        _ => reading.unexpected(value, &expected, path),
    }
}
