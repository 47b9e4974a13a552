//! Tools for those who write documents, and for the programs that do.
//!
//! Every problem with its place in the text ([`check`](check())), and the format as a JSON Schema
//! ([`schema`](schema())). Markdown and plain text become documents, documents become Markdown,
//! and the commitments go to and from the tables of a spreadsheet.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo, `view`, `dom` or `element`. Nothing
//! here reads a file, a clock or a network.

#![cfg(not(target_arch = "wasm32"))]

mod check;
mod export;
mod import;
mod import_state;
mod json_text;
mod line;
mod node;
mod reference;
mod release;
mod schema;
mod shape;
mod spreadsheet;
mod starters;
mod yaml;

pub use check::{check, check_for};
pub use export::{NotSayable, commitments_csv, markdown};
pub use import::{Import, ImportFormat};
pub use reference::reference;
pub use release::{NEW_FIELDS, Release};
pub use schema::schema;
pub use starters::{STARTER_JSON, STARTER_MARKDOWN};

/// Where the JSON Schema of the format is; the field `$schema` of new documents.
pub const SCHEMA: &str = "document.schema.json";
