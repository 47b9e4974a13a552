//! Quantities: sums of money with their currencies, days and periods, as documents state them, and figures that
//! are computed from them.
//!
//! May import `document`, but not yew, web-sys, js-sys, wasm-bindgen or gloo.

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
    /// The value: whole units of the currency, or a multiple.
    pub value: f64,
    /// The unit.
    pub unit: Unit,
    /// How exact the figures are from which it was computed.
    pub hedge: Option<Hedge>,
    /// The sum as it was stated; `None` if it was computed.
    pub stated: Option<&'a Money>,
}

/// The unit of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Units of a currency.
    Money(Currency),
    /// A multiple of another sum, for example 1.5.
    Ratio,
    /// A share of another sum: 0.5 for a half.
    Share,
}
