//! A part that may be wrong without taking its surroundings with it.

use super::reader::read;
use super::value::Value;
use crate::problem::Problem;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

/// A part of a document, or what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lenient<T>(pub Result<T, Box<Malformed>>);

/// A part that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong; its path starts at the part.
    pub problem: Problem,
    /// The words that can still be read of it, in order.
    pub words: Vec<String>,
}

impl<T: Default> Default for Lenient<T> {
    fn default() -> Self {
        Self(Ok(T::default()))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(Self(read(&value).map_err(|problem| {
            let mut words = Vec::new();
            match value {
                // The one key of a block or a mark is its kind, whatever it is called.
                Value::Object(mut entries) if entries.len() == 1 => {
                    entries.remove(0).1.words(&mut words);
                }
                other => other.words(&mut words),
            }
            Box::new(Malformed { problem, words })
        })))
    }
}
