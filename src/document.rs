//! A document before its meaning is known: JSON as a [`Value`], the way in which types read themselves from it,
//! and the errors that are found, each a [`Problem`] with its place.
//!
//! Any JSON parser (a browser's, `serde_json`) can make a [`Value`]. [`crate::model`] reads it.
//!
//! This is the lowest module. It may import nothing from the crate, nor yew, web-sys, js-sys, wasm-bindgen or
//! gloo.

mod fields;
mod kinds;
#[cfg(feature = "checks")]
mod nearest;
mod object;
mod plain;
mod problem;
mod reader;
#[cfg(feature = "checks")]
mod signs;
mod value;

pub(crate) use fields::Fields;
#[cfg(feature = "authoring")]
pub(crate) use fields::is_default;
pub(crate) use kinds::{kinds, names};
#[cfg(feature = "authoring")]
#[cfg(feature = "checks")]
pub(crate) use nearest::nearest;
pub(crate) use object::object;
pub(crate) use plain::whole_number;
#[cfg(feature = "checks")]
pub use problem::MeantName;
pub(crate) use problem::Path;
pub use problem::{Input, Place, Position, Problem, ProblemKind, Severity};
pub use reader::joined;
pub(crate) use reader::{Context, Read, Reading};
#[cfg(feature = "authoring")]
#[cfg(feature = "checks")]
pub(crate) use signs::{is_invisible, unseen};
pub use value::Value;

/// The version of the format that this crate reads.
pub const VERSION: i64 = 1;

/// How many characters a document may have. Real documents have some ten thousand.
pub const MAX_CHARACTERS: usize = 4_000_000;

/// How many items each list of a document may have.
pub const MAX_ITEMS: usize = 10_000;

/// How many bytes a text of a document may have in UTF-8.
pub const MAX_TEXT: usize = 100_000;

/// How many commitments the charts of a document may compare. The bound is for all charts together.
pub const MAX_COMPARED: usize = 10_000;

/// How many charts and exchange rates a document may have, and how many equivalents a commitment may have. A
/// chart goes through all of them for every commitment.
pub const MAX_FEW: usize = 100;

/// How many problems are listed. An author who has more can start with these.
pub const MAX_PROBLEMS: usize = 1_000;
