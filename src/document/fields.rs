//! The fields of objects: how each may be absent, and the macro that reads a type of them.

use super::problem::Path;
use super::reader::{Context, Read, Reading};
use super::value::Value;

/// The fields of an object.
pub(crate) struct Fields<'a> {
    entries: &'a [(String, Value)],
    path: &'a Path<'a>,
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
        let entry = self.entries.iter().find(|(name, _)| name == key);
        entry
            .map(|(_, value)| value)
            .filter(|value| **value != Value::Null)
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
        reading.note_missing(key, self.path);
        None
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
}

/// Says how an object is read: the fields of the type, each with how it may be absent (see [`Fields`])
/// and its name in JSON. It is read in every context of a trait (`Money in Context`), or in one
/// (`Aside of Parts`).
macro_rules! object {
    ($type:ident in $context:path, $($rest:tt)+) => {
        $crate::document::object!(@impl [C: $context] C, $type, $($rest)+);
    };
    ($type:ident of $context:ty, $($rest:tt)+) => {
        $crate::document::object!(@impl [] $context, $type, $($rest)+);
    };
    (@impl [$($generic:tt)*] $context:ty, $type:ident, $expected:literal,
        $($field:ident: $how:ident $key:literal),+ $(,)?) => {
        impl<$($generic)*> $crate::document::Read<$context> for $type {
            fn read(
                value: &$crate::document::Value,
                path: &$crate::document::Path<'_>,
                reading: &mut $crate::document::Reading<$context>,
            ) -> Option<Self> {
                let fields = $crate::document::Fields::of(
                    value, path, $expected, &[$($key),+], reading,
                )?;
                // All are read before the first that is wrong ends it: every mistake is noted.
                $(let $field = fields.$how($key, reading);)+
                Some(Self { $($field: $field?),+ })
            }
        }
    };
}
pub(crate) use object;
