//! The chart as numbers and words: what is drawn, where, and how it reads aloud.
//!
//! Pure: a [`State`] and a [`crate::model::Chart`] go in, a [`Layout`] and sentences come out.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod figure;
mod layout;
mod scale;
mod state;
pub mod words;

pub use figure::{Figure, figure};
pub use layout::{Bar, Layout, MARK_HEIGHT, Share, Tick, layout};
pub use state::{Action, Sort, State, currencies};
