//! What makes a release smaller by editing WebAssembly or its glue, as bytes and as text.
//!
//! It runs for releases only: a build for development shows the code as it was compiled. Each edit
//! knows one form of what the compiler and wasm-bindgen write. Where the form is another, the release
//! fails, and the error names the place and the file to mend.

pub(crate) mod names;
pub(crate) mod unused;
