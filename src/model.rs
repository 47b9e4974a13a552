//! The model: a document that has been checked, so that nothing after it needs to check again.
//!
//! Wire values become types that cannot hold nonsense: an address that may be opened, an amount
//! that is not negative, a month that exists. What is wrong inside one block or teaser costs
//! that block or teaser alone and is listed as a [`Problem`](crate::problem::Problem); nothing around it is lost.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod address;
mod article;
mod check;
mod commitment;
mod date;
mod decimal;
mod inline;
mod money;

pub use address::Address;
pub use article::{Article, Block, Chart, Related, Teaser, Term};
pub use commitment::{Commitment, ExchangeRate, Period, Status};
pub use date::{Month, Time, Timestamp};
pub use decimal::Decimal;
pub use inline::{Inline, plain_text};
pub use money::{Currency, Hedge, Money, Scale};
