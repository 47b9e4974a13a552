//! The model: a document that has been checked, so that nothing after it needs to check again.
//!
//! JSON becomes types that cannot hold nonsense: an address that may be opened, an amount that is
//! not negative, a month that exists. Every type reads itself; the types also are what the format
//! is written down from (its JSON Schema, with the feature `authoring`). What is wrong inside one
//! block or teaser costs that block or teaser alone and is listed as a
//! [`Problem`](crate::document::Problem); nothing around it is lost.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod address;
mod article;
mod block;
mod chart;
mod commitment;
mod datum;
mod figure;
mod id;
mod image;
mod inline;
mod parts;
mod references;
mod related;
mod table;

pub use address::Address;
pub use article::{Article, Author, Correction, Data, Footnote};
pub use block::{Aside, Block, Divider, PullQuote, Quotation, Term};
pub use chart::Chart;
pub use commitment::{Commitment, ExchangeRate, Status, Sum};
pub use datum::Datum;
pub use figure::Figure;
pub use id::Id;
pub use image::{Image, ImageSource};
pub use inline::{Definition, FootnoteReference, Inline, Inlines, Link};
pub use related::{Related, Teaser};
pub use table::{Align, Column, Table};
