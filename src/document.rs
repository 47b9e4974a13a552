//! The wire format: serde types that mirror the JSON of a document field by field.
//!
//! This module only says what a document *looks like*. Whether it makes sense (addresses that
//! may be opened, amounts that are positive, references that lead somewhere) is decided by
//! [`crate::model`]. A part whose shape is wrong is kept as [`Malformed`] where the rest makes
//! sense without it. Unknown fields are ignored here so that an older widget can show a newer
//! document of the same version.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod block;
mod decimal_text;
mod inline;
mod lenient;
mod reader;
mod value;

pub use block::{Block, Chart, Term};
pub use decimal_text::DecimalText;
pub use inline::{Inline, Inlines, Link, Mark};
pub use lenient::{Lenient, Malformed};
pub use value::Value;

use crate::problem::Problem;
use serde::Deserialize;

/// The version of the format that this crate reads.
pub const VERSION: u32 = 1;

/// One article with everything it refers to, as written in its JSON file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a document, which is an object")]
pub struct Document {
    /// The version of the format; [`VERSION`] is the one that this crate reads.
    pub version: u32,
    /// The language of the text as a BCP 47 tag, for example `en`.
    pub language: String,
    /// A word or two above the headline that name the subject.
    pub kicker: Option<Lenient<String>>,
    /// The title of the article.
    pub headline: String,
    /// One or two sentences under the headline that sum up the article.
    pub standfirst: Option<Lenient<String>>,
    /// Who wrote it, without the word "By".
    pub byline: Option<Lenient<String>>,
    /// Where (and, by custom, when) the report was written.
    pub dateline: Option<Lenient<String>>,
    /// When it was published: an ISO 8601 date, or a date and time with an offset.
    pub published: Option<Lenient<String>>,
    /// The text, block by block.
    pub body: Vec<Lenient<Block>>,
    /// The spending commitments that charts compare.
    #[serde(default)]
    pub commitments: Lenient<Vec<Lenient<Commitment>>>,
    /// The rates for amounts that are not stated in a currency.
    #[serde(default)]
    pub exchange_rates: Lenient<Vec<Lenient<ExchangeRate>>>,
    /// The related stories.
    pub related: Option<Lenient<Related>>,
}

/// What one company has said it will spend.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(
    rename_all = "camelCase",
    expecting = "a commitment, which is an object"
)]
pub struct Commitment {
    /// A short name of its own, unique in the document, for example `alibaba`.
    pub id: String,
    /// The company's name as shown.
    pub name: String,
    /// The amount as it was stated.
    pub amount: Amount,
    /// The same amount in other currencies, where whoever stated it gave them too.
    #[serde(default)]
    pub equivalents: Vec<Amount>,
    /// The time over which it is to be spent.
    pub period: Period,
    /// How firm it is: `announced`, `planned`, `earmarked` or `reported`.
    pub status: String,
    /// What the money is for.
    pub purpose: String,
    /// Where the figure comes from.
    pub source: String,
}

/// A sum of money as a person would state it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an amount, which is an object")]
pub struct Amount {
    /// The figure before its scale: a whole number, or a decimal number in quotes.
    pub value: DecimalText,
    /// What the figure counts: `thousand`, `million`, `billion` or `trillion`; absent for units.
    pub scale: Option<String>,
    /// The currency's ISO 4217 code, for example `USD`.
    pub currency: String,
    /// How exact it is: `over`, `about` or `nearly`; absent for an exact figure.
    pub hedge: Option<String>,
}

/// A span of whole months.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a period, which is an object")]
pub struct Period {
    /// The first month, as `YYYY-MM`.
    pub start: String,
    /// How many months it lasts.
    pub months: u32,
    /// A name for it where the months alone mislead, for example `fiscal year 2025`.
    pub name: Option<String>,
}

/// What one unit of a currency costs in another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a rate, which is an object")]
pub struct ExchangeRate {
    /// The currency that is bought, for example `USD`.
    pub base: String,
    /// The currency that it is paid in, for example `CNY`.
    pub quote: String,
    /// How many units of `quote` one unit of `base` costs.
    pub rate: DecimalText,
    /// The ISO 8601 date of the rate.
    pub date: String,
    /// Where the rate comes from.
    pub source: String,
}

/// A row of teasers under a common title.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(
    rename_all = "camelCase",
    expecting = "an object with a title and teasers"
)]
pub struct Related {
    /// The title above the row.
    pub title: String,
    /// The stories, in reading order.
    pub teasers: Vec<Lenient<Teaser>>,
}

/// A few words that lead to another story.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a teaser, which is an object")]
pub struct Teaser {
    /// A word or two that name the subject.
    pub kicker: Option<String>,
    /// The title of the story.
    pub headline: String,
    /// A sentence or two about it.
    pub summary: Option<String>,
    /// Where the story is.
    pub href: String,
}

impl Document {
    /// Reads a document from a JSON value.
    ///
    /// # Errors
    ///
    /// The first place where the value does not have a document's shape, outside of the parts
    /// that are [`Lenient`].
    pub fn from_value(value: &Value) -> Result<Self, Problem> {
        reader::read(value)
    }
}
