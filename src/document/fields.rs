//! The fields of objects, and the ways in which a field may be absent.

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
    /// The value of a field of an object. Null counts as absent.
    pub(crate) fn field(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => field(entries, key),
            _ => None,
        }
    }
}

impl<'a> Fields<'a> {
    /// Reads an object. `known` names all fields that it may have.
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

    /// The value of a field. Null counts as absent.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Value> {
        field(self.entries, key)
    }

    /// The path of a field.
    pub(crate) fn path(&self, key: &'a str) -> Path<'a> {
        self.path.key(key)
    }

    /// A field that must be present.
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

    /// A field that may be absent. If it is invalid, the whole object is, because without this field it would
    /// mean something else.
    #[expect(clippy::option_option, reason = "invalid, absent or present")]
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

    /// A field that may be absent. If it is invalid, it is left out, because the rest still makes sense.
    #[expect(
        clippy::option_option,
        clippy::unnecessary_wraps,
        reason = "the macro `object!` calls all of these alike"
    )]
    pub(crate) fn lenient<C: Context, T: Read<C>>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<Option<T>> {
        let value = self.get(key);
        Some(value.and_then(|value| T::read(value, &self.path.key(key), reading)))
    }

    /// A field that has a default value if it is absent.
    pub(crate) fn or_default<C: Context, T: Read<C> + Default>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<T> {
        self.optional(key, reading).map(Option::unwrap_or_default)
    }

    /// A field that is empty if it is absent or invalid.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "the macro `object!` calls all of these alike"
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

    /// A list of a few values of which each makes sense without the others. It is empty if the field is absent or
    /// invalid.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "the macro `object!` calls all of these alike"
    )]
    pub(crate) fn few<C: Context, T: Read<C>>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<Vec<T>> {
        let read = self.get(key).and_then(|value| {
            let path = self.path.key(key);
            reading.bound_few(value, &path)?;
            Vec::read(value, &path, reading)
        });
        Some(read.unwrap_or_default())
    }

    /// A list of values that are compared. It is empty if the field is absent, and invalid if one of its items
    /// is.
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

    /// A field that is not in JSON. It starts with its default value.
    #[expect(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "the macro `object!` calls all of these alike"
    )]
    pub(crate) fn computed<C: Context, T: Default>(&self, _: &mut Reading<C>) -> Option<T> {
        Some(T::default())
    }
}

/// Whether a field has its default value, which is not written.
#[cfg(feature = "authoring")]
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
