//! The carousel as numbers: where it may rest, what is in view, and where "next" leads.
//!
//! The browser scrolls; this module only reads what the browser reports, and answers what to ask
//! of it. All lengths are CSS pixels.
//!
//! Data flow: [`Rects`] (edges on the screen) → [`Geometry`] (lengths in the direction of reading)
//! → [`State`] → a place to ask the browser for.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod geometry;
mod order;
mod state;

pub use geometry::{Geometry, InView, Rects, Span};
pub use order::order;
pub use state::{Action, Go, State};
