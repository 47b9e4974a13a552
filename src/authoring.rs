//! Tools for authors of documents, and for the programs that write documents.
//!
//! They report every problem with its place in the text ([`check`](check())) and describe the format as a JSON
//! Schema ([`schema`](schema())). They convert Markdown and plain text to documents, documents to Markdown, and
//! commitments from and to the tables of a spreadsheet.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo, `view`, `dom` or `element`. No function here reads
//! a file, a clock or a network.

mod check;
mod export;
mod fix;
mod import;
mod import_state;
mod json_text;
mod line;
mod node;
mod positions;
mod reference;
mod release;
mod remarks;
mod report;
mod schema;
mod shape;
mod spreadsheet;
mod starters;
mod toml;
mod walk;
mod yaml;

pub use check::{Checker, check};
pub use export::{NotSayable, commitments_csv, markdown};
pub use fix::{MendedText, TextChange, mend};
pub use import::{Import, ImportFormat};
pub use reference::reference;
pub use release::{NEW_FIELDS, Release};
pub use remarks::remarks;
pub use report::ProblemReport;
pub use schema::schema;
pub use starters::{STARTER_JSON, STARTER_MARKDOWN};

/// The address of the JSON Schema of the format, for the field `$schema` of new documents.
pub const SCHEMA: &str = "document.schema.json";
