//! Ids, by which the parts of a document refer to each other.

use crate::document::{Context, Path, Read, Reading, Value};
use std::fmt;
use std::ops::Deref;

/// A short name: letters from a to z, digits, `-` and `_`, so that it can stand in an element's id.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Id(
    #[cfg_attr(feature = "authoring", schemars(regex(pattern = "^[A-Za-z0-9_-]+$")))] String,
);

impl<C: Context> Read<C> for Id {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let id = reading.text(value, path)?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let read = if !id.is_empty() && id.bytes().all(is_plain) {
            Ok(Self(id.into()))
        } else {
            Err(format!(
                "`{id}` is not an id: use letters from a to z, digits, - and _"
            ))
        };
        reading.keep(read, path)
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
