//! The model: a document that has been checked, so that nothing after it needs to check again.
//!
//! JSON becomes types that cannot hold nonsense: an address that may be opened, an amount that is
//! not negative, a month that exists. Every type reads itself; the types also are what the format
//! is written down from (its JSON Schema, with the feature `authoring`). What is wrong inside one
//! block or teaser costs that block or teaser alone and is listed as a
//! [`Problem`](crate::problem::Problem); nothing around it is lost.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod address;
mod article;
mod basis;
mod block;
mod chart;
#[cfg(not(target_arch = "wasm32"))]
mod claim;
mod commitment;
mod date;
mod datum;
mod decimal;
mod figure;
mod id;
mod inline;
mod money;
#[cfg(not(target_arch = "wasm32"))]
mod nearest;
mod period;
mod reading;
mod related;
mod scope;
mod table;

pub use address::Address;
pub use article::{Article, Correction, Data, Footnote};
pub use basis::Basis;
#[cfg(feature = "authoring")]
pub(crate) use block::ASIDE_KINDS;
pub use block::{Aside, Block, Divider, PullQuote, Quotation, Term};
pub use chart::Chart;
pub use commitment::{Commitment, ExchangeRate, Status, Sum};
pub use date::{Date, Month, Time, Timestamp};
pub use datum::{Datum, Quantity, Unit};
pub use decimal::Decimal;
pub use figure::{Figure, Image, ImageSource};
pub use id::Id;
pub use inline::{Definition, FootnoteReference, Inline, Inlines, Link};
pub use money::{Currency, Hedge, Money, Scale};
#[cfg(feature = "authoring")]
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use nearest::nearest;
pub use period::{Length, Period, Span};
pub use related::{Related, Teaser};
pub use table::{Align, Column, Table};
