//! The carousel as numbers: where it may rest, where it is, and where "next" leads.
//!
//! The browser scrolls; this module only reads what the browser reports and answers what to ask
//! of it. All lengths are CSS pixels from the start edge of the track.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod state;

pub use state::{Action, Measured, State};
