//! The fields of objects, and how each may be absent.

use super::problem::Path;
use super::reader::{Context, Read, Reading};
use super::value::Value;

/// The fields of an object.
pub(crate) struct Fields<'a> {
    entries: &'a [(String, Value)],
    path: &'a Path<'a>,
}

fn field<'a>(entries: &'a [(String, Value)], key: &str) -> Option<&'a Value> {
    let (_, value) = entries.iter().find(|(name, _)| name == key)?;
    (!matches!(value, Value::Null)).then_some(value)
}

impl Value {
    /// The value of a field of an object; one that is null counts as absent.
    pub(crate) fn field(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => field(entries, key),
            _ => None,
        }
    }
}

impl<'a> Fields<'a> {
    /// Opens an object, of which these are all fields.
    pub(crate) fn of<C: Context>(
        value: &'a Value,
        path: &'a Path<'a>,
        expected: &str,
        known: &[&str],
        reading: &mut Reading<C>,
    ) -> Option<Self> {
        let Value::Object(entries) = value else {
            return reading.unexpected(value, expected, path);
        };
        reading.check_fields(entries, known, path);
        Some(Self { entries, path })
    }

    /// The value of a field; one that is null counts as absent.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Value> {
        field(self.entries, key)
    }

    /// The place of a field.
    pub(crate) fn path(&self, key: &'a str) -> Path<'a> {
        self.path.key(key)
    }

    /// A field that must be there.
    pub(crate) fn required<C: Context, T: Read<C>>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<T> {
        if let Some(value) = self.get(key) {
            return T::read(value, &self.path.key(key), reading);
        }
        reading.missing(key, self.path)
    }

    /// A field that may be absent, but not wrong: whatever it belongs to would then say something
    /// else.
    #[expect(clippy::option_option, reason = "wrong, absent, and there")]
    pub(crate) fn optional<C: Context, T: Read<C>>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<Option<T>> {
        match self.get(key) {
            Some(value) => T::read(value, &self.path.key(key), reading).map(Some),
            None => Some(None),
        }
    }

    /// A field without which the rest makes sense.
    #[expect(
        clippy::option_option,
        clippy::unnecessary_wraps,
        reason = "so that it stands beside the others"
    )]
    pub(crate) fn lenient<C: Context, T: Read<C>>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<Option<T>> {
        let value = self.get(key);
        Some(value.and_then(|value| T::read(value, &self.path.key(key), reading)))
    }

    /// A field with a value of its own for where it is absent.
    pub(crate) fn or_default<C: Context, T: Read<C> + Default>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<T> {
        self.optional(key, reading).map(Option::unwrap_or_default)
    }

    /// A field that is empty where it is absent or wrong.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "so that it stands beside the others"
    )]
    pub(crate) fn lenient_or_default<C: Context, T: Read<C> + Default>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<T> {
        let value = self.get(key);
        let read = value.and_then(|value| T::read(value, &self.path.key(key), reading));
        Some(read.unwrap_or_default())
    }

    /// A list of what is compared: empty where it is absent, and wrong where an item of it is.
    pub(crate) fn whole<C: Context, T: Read<C>>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<Vec<T>> {
        let Some(value) = self.get(key) else {
            return Some(Vec::new());
        };
        let before = reading.count;
        reading.bound_few(value, &self.path.key(key))?;
        let items = Vec::read(value, &self.path.key(key), reading)?;
        (reading.count == before).then_some(items)
    }

    /// A field that is not in JSON, and begins with its default.
    #[expect(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "so that it stands beside the others"
    )]
    pub(crate) fn computed<C: Context, T: Default>(&self, _: &mut Reading<C>) -> Option<T> {
        Some(T::default())
    }
}

/// Whether a value is the one that its field has where it is absent.
#[cfg(feature = "authoring")]
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
