//! Quantities: sums of money and their currencies, days and periods, as documents state them, and what is
//! computed from them.
//!
//! May import `document`, and neither yew, web-sys, js-sys, wasm-bindgen nor gloo.

mod basis;
mod date;
mod decimal;
mod money;
mod period;

pub use basis::Basis;
pub use date::{Date, Month, Time, Timestamp};
pub use decimal::Decimal;
pub use money::{Currency, Hedge, Money, Scale};
pub use period::{Length, Period, Span};

/// A figure of the data, stated or computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity<'a> {
    /// How much it is: whole units of the currency, or how many times as much.
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// How exact the figures are that it was computed from.
    pub hedge: Option<Hedge>,
    /// The sum as it was stated; `None` where it is computed.
    pub stated: Option<&'a Money>,
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Units of a currency.
    Money(Currency),
    /// Times another sum: 1.5.
    Ratio,
    /// Parts of another sum: 0.5 for a half.
    Share,
}
