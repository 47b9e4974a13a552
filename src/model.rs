//! The model: a document that has been checked. Code that uses it does not need to check again.
//!
//! JSON is read into types that cannot hold invalid values: an address is one that may be opened, an amount is
//! not negative, a month exists. Every type reads itself, and the format is described by the same types (as a
//! JSON Schema, with the feature `authoring`). An error inside a block or a teaser only affects that block or
//! teaser. It is reported as a [`Problem`](crate::document::Problem), and nothing around it is lost.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod address;
mod annotation;
mod article;
mod block;
mod chart;
mod chart_opening;
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
pub use annotation::Annotation;
pub use article::{Article, Author, Correction, Data, Footnote, has_chart_beside};
pub use block::{Aside, Block, Divider, PullQuote, Quotation, Term};
pub use chart::{Chart, ChartNote};
pub use chart_opening::{ChartBasis, ChartOrder, Form, Placement};
pub use commitment::{Commitment, ExchangeRate, Status, Sum};
pub use datum::Datum;
pub use figure::Figure;
pub use id::Id;
pub use image::{Image, ImageSource};
pub use inline::{Definition, FootnoteReference, Inline, Inlines, Link};
pub use related::{Related, Teaser};
pub use table::{Align, Column, Table};
