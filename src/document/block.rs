//! The blocks of the body: each an object with a key that is its kind, as in `{"paragraph": "…"}`.

use super::inline::Inlines;
use super::lenient::Lenient;
use serde::Deserialize;

/// One block of the body.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", expecting = "an object with one block")]
pub enum Block {
    /// A heading that opens a section.
    Heading(Inlines),
    /// A paragraph.
    Paragraph(Inlines),
    /// A list of terms, each with a text.
    Terms(Vec<Lenient<Term>>),
    /// The chart of the document's commitments.
    Chart(Chart),
}

/// A term with the text about it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(expecting = "an object with a term and a text")]
pub struct Term {
    /// The term.
    pub term: Inlines,
    /// What is said of it.
    pub text: Inlines,
}

/// A chart that compares the document's commitments.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a chart, which is an object")]
pub struct Chart {
    /// A short name of its own, unique in the document.
    pub id: String,
    /// The title: the finding in a sentence.
    pub title: String,
    /// The ISO 4217 code of the currency that it first shows.
    pub currency: String,
    /// The id of the commitment that the article is about; its bar stands out.
    pub highlight: Option<String>,
    /// A remark under the chart that helps to read it.
    pub note: Option<String>,
    /// Where its figures come from.
    pub source: String,
}
