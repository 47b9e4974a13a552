//! The chart as numbers and words: what is drawn and where, and the words that describe it.
//!
//! Pure: a [`State`] and a [`crate::model::Chart`] go in; a [`Layout`], sentences and files come out.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod arrange;
mod codec;
mod columns;
mod dated;
pub mod export;
mod figure;
mod forms;
mod interaction;
mod layout;
mod opening;
mod period;
mod scale;
mod state;
pub mod text;
pub mod words;

pub use crate::model::{ChartBasis, Form};
pub use arrange::layout;
pub use codec::choices;
pub use columns::{ChartColumn, Medium};
pub use figure::RowFigure;
pub use forms::columns;
pub use interaction::{Interaction, LaidPanel};
pub use layout::{
    BESIDE, DateLine, GLANCE, LANE, Layout, Mark, NARROW, PixelLength, Row, Share, Tick, WIDE,
};
pub use state::{Action, Choice, FEW, MANY, Panel, Sort, SortBy, State, currencies, found};
