//! A part that may be wrong without taking its surroundings with it.

use super::reader::read;
use super::value::Value;
use crate::problem::Problem;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

/// A part of a document, or what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lenient<T>(pub Result<T, Malformed>);

/// A part that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong; its path starts at the part.
    pub problem: Problem,
    /// The words that can still be read of it, in order.
    pub words: Vec<String>,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(Self(
            read(&value).map_err(|problem| Malformed::new(problem, value)),
        ))
    }
}

impl Malformed {
    fn new(problem: Problem, value: Value) -> Self {
        let mut words = Vec::new();
        match value {
            // The one key of a block or a mark is its kind; the words are below it.
            Value::Object(entries) if entries.len() == 1 => {
                for (_, value) in entries {
                    value.words(&mut words);
                }
            }
            other => other.words(&mut words),
        }
        Self { problem, words }
    }
}
