//! A document before anyone knows what it says: JSON as a [`Value`], and the bounds of its size.
//!
//! Whoever can read JSON (a browser, `serde_json`) makes a [`Value`]; [`crate::model`] reads it.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod value;

pub use value::Value;

/// The version of the format that this crate reads.
pub const VERSION: i64 = 1;

/// How many characters a document may have. Real ones have some ten thousand.
pub const MAX_CHARACTERS: usize = 4_000_000;

/// How many items a list of a document may have.
pub const MAX_ITEMS: usize = 10_000;

/// How many bytes a text of a document may have in UTF-8.
pub const MAX_TEXT: usize = 100_000;

/// How many commitments the charts of a document may compare, all charts together.
pub const MAX_COMPARED: usize = 10_000;

/// How many charts and exchange rates a document may have, and equivalents a commitment: every
/// chart looks at each of them for every commitment.
pub const MAX_FEW: usize = 100;

/// How many problems are listed; whoever has more begins with these.
pub const MAX_PROBLEMS: usize = 1_000;
