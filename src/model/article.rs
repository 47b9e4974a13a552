//! A whole article, checked.

use super::address::Address;
use super::commitment::{Commitment, ExchangeRate};
use super::date::Timestamp;
use super::inline::Inline;
use super::money::Currency;
use std::rc::Rc;

/// An article that can be shown without further checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The language of the text as a BCP 47 tag.
    pub language: String,
    /// The subject in a word or two.
    pub kicker: Option<String>,
    /// The title.
    pub headline: String,
    /// The sentence or two under the headline.
    pub standfirst: Option<String>,
    /// Who wrote it, without the word "By".
    pub byline: Option<String>,
    /// Where and when the report was written.
    pub dateline: Option<String>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// The text, block by block.
    pub body: Vec<Block>,
    /// The related stories; `None` where there is none to show.
    pub related: Option<Rc<Related>>,
}

/// One block of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading that opens a section.
    Heading(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list of terms, each with a text.
    Terms(Vec<Term>),
    /// A chart of commitments.
    Chart(Rc<Chart>),
    /// A block that could not be shown and had no words to keep.
    Missing,
}

/// A term with the text about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term.
    pub term: Vec<Inline>,
    /// What is said of it.
    pub text: Vec<Inline>,
}

/// A chart that compares commitments; it has at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// A short name of its own, unique in the document.
    pub id: String,
    /// The title: the finding in a sentence.
    pub title: String,
    /// The currency that it first shows.
    pub currency: Currency,
    /// The place in `commitments` of the one that stands out.
    pub highlight: Option<usize>,
    /// A remark under the chart.
    pub note: Option<String>,
    /// Where its figures come from.
    pub source: String,
    /// What is compared.
    pub commitments: Rc<[Commitment]>,
    /// The rates for amounts that are not stated in a currency.
    pub rates: Rc<[ExchangeRate]>,
}

/// A row of teasers under a common title; it has at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The title above the row.
    pub title: String,
    /// The stories, in reading order.
    pub teasers: Vec<Teaser>,
}

/// A few words that lead to another story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teaser {
    /// The subject in a word or two.
    pub kicker: Option<String>,
    /// The title of the story.
    pub headline: String,
    /// A sentence or two about it.
    pub summary: Option<String>,
    /// Where the story is; `None` where the document's address may not be opened.
    pub address: Option<Address>,
}

impl Article {
    /// The direction of its script: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        const RIGHT_TO_LEFT: [&str; 8] = ["ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"];
        let language = self.language.split('-').next().unwrap_or_default();
        if RIGHT_TO_LEFT
            .iter()
            .any(|known| known.eq_ignore_ascii_case(language))
        {
            "rtl"
        } else {
            "ltr"
        }
    }
}
