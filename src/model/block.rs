//! The blocks of the body. Each is an object with one key, its kind: `{"paragraph": "…"}`.

use super::chart::Chart;
use super::figure::Figure;
use super::id::Id;
use super::inline::Inlines;
use super::parts::Parts;
use super::references::Refers;
use super::related::Related;
use super::table::Table;
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value, kinds, object};
use std::rc::Rc;

kinds! {
    /// One block of the body.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Block of Parts {
        /// A heading that opens a section.
        Heading(Inlines) = "heading" by read_heading,
        /// A heading that opens a part of a section.
        Subheading(Inlines) = "subheading" by read_heading,
        /// A paragraph.
        Paragraph(Inlines) = "paragraph",
        /// A list in any order.
        List(Vec<Inlines>) = "list",
        /// A list in this order.
        NumberedList(Vec<Inlines>) = "numbered-list",
        /// A list of terms, each with a text.
        Terms(Vec<Term>) = "terms",
        /// Words of someone other than the author.
        Quotation(Quotation) = "quotation",
        /// A few words of the article, set large to draw the reader in.
        PullQuote(PullQuote) = "pull-quote",
        /// A picture.
        Figure(Figure) = "figure",
        /// A table.
        Table(Table) = "table",
        /// What stands beside the text, such as key facts.
        Aside(Aside) = "aside",
        /// The id of a chart, to place it here.
        Chart(
            #[cfg_attr(
                feature = "authoring",
                serde(serialize_with = "wire::chart"),
                schemars(with = "Id")
            )]
            Rc<Chart>
        ) = "chart" by read_chart,
        /// The id of a row of related stories, to place it here.
        Related(
            #[cfg_attr(
                feature = "authoring",
                serde(serialize_with = "wire::related"),
                schemars(with = "Id")
            )]
            Rc<Related>
        ) = "related" by read_related,
        /// A break between two parts: `{"divider": {}}`.
        Divider(Divider) = "divider",
        /// A block that could not be shown and had no words to keep.
        #[cfg_attr(feature = "authoring", serde(skip))]
        Missing,
    }
}

object! {
    /// A term with the text about it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Term in Refers, "an object with a term and a text", checked {
        /// The term.
        pub term: Inlines = required "term",
        /// What is said of it.
        pub text: Inlines = required "text",
    }
}

object! {
    /// Words of someone other than the author.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Quotation in Refers, "a quotation, which is an object", checked {
        /// The words, paragraph by paragraph; at least one.
        #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
        pub paragraphs: Vec<Inlines> = required "paragraphs",
        /// Whose words they are.
        pub attribution: Option<Inlines> = optional(lenient) "attribution",
    }
}

object! {
    /// A few words of the article, set large to draw the reader in.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PullQuote in Refers, "a pull quote, which is an object" {
        /// The words.
        pub text: Inlines = required "text",
        /// Whose words they are.
        pub attribution: Option<Inlines> = optional(lenient) "attribution",
    }
}

object! {
    /// What stands beside the text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Aside of Parts, "an aside, which is an object" {
        /// The title above it.
        pub title: Option<Inlines> = optional(lenient) "title",
        /// Its blocks: paragraphs, lists, terms, quotations, pull quotes, figures and tables.
        pub body: Vec<Block> = required "body",
    }
}

/// A break between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Divider {}

impl Read<Parts> for Divider {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Self> {
        Fields::of(value, path, "an empty object", &[], reading).map(|_| Self {})
    }
}

/// If a term is invalid, its words are kept.
impl<C: Refers> Read<C> for Term {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let mark = reading.context.mark();
        Self::read_object(value, path, reading).or_else(|| {
            // The words that are kept contain no references to footnotes, so those that were noted are
            // forgotten.
            reading.context.rewind(mark);
            let mut words = Vec::new();
            value.salvage(&mut words);
            let mut words = words.into_iter().map(|text| Inlines::from(text.to_owned()));
            Some(Self {
                term: words.next()?,
                text: words.next().unwrap_or_default(),
            })
        })
    }
}

/// A quotation must have words.
impl<C: Refers> Read<C> for Quotation {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let quotation = Self::read_object(value, path, reading)?;
        if quotation.paragraphs.is_empty() {
            let path = path.key("paragraphs");
            return reading.note(ProblemKind::Missing, &path, "a quotation needs words");
        }
        Some(quotation)
    }
}

/// If a block is invalid, its words are kept. If it has none, a note in its place says that something is
/// missing.
impl Read<Parts> for Block {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Self> {
        let mark = reading.context.mark();
        let block = read_block(value, path, reading);
        if block.is_some() {
            return block;
        }
        // The block is left out, so the references to footnotes that were noted are forgotten.
        reading.context.rewind(mark);
        let mut words = Vec::new();
        value.salvage(&mut words);
        match (words.join(" "), value) {
            // A heading without words is dropped: nothing is lost with it.
            (words, Value::Object(entries))
                if words.trim().is_empty()
                    && entries.iter().any(|(key, _)| key.ends_with("heading")) =>
            {
                None
            }
            (words, _) if words.is_empty() => Some(Self::Missing),
            (words, _) => Some(Self::Paragraph(words.into())),
        }
    }
}

impl Block {
    /// The kinds of blocks that an aside may contain. Headings would open a section inside of it, and charts,
    /// rows of stories, asides and dividers stand on their own.
    pub(crate) const KINDS_OF_ASIDES: &[&str] = &[
        "paragraph",
        "list",
        "numbered-list",
        "terms",
        "quotation",
        "pull-quote",
        "figure",
        "table",
    ];
}

fn read_block(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Block> {
    let kinds = if path.is_under("aside") {
        Block::KINDS_OF_ASIDES
    } else {
        Block::KINDS
    };
    let (kind, content) = reading.kind(value, "an object with one block", kinds, path)?;
    Block::read_kind(kind, content, &path.key(kind), reading)
}

fn read_chart(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Rc<Chart>> {
    let id = reading.place(value, path)?;
    let charts = &reading.context.charts;
    let chart = charts.iter().find(|chart| chart.id == id).cloned();
    chart.or_else(|| reading.leads_nowhere("chart", &id, path))
}

fn read_related(
    value: &Value,
    path: &Path<'_>,
    reading: &mut Reading<Parts>,
) -> Option<Rc<Related>> {
    let id = reading.place(value, path)?;
    let rows = &reading.context.related;
    let row = rows.iter().find(|row| row.id == id).cloned();
    row.or_else(|| reading.leads_nowhere("row of related stories", &id, path))
}

/// Reads a heading. It must have words, because screen readers would announce an empty one.
fn read_heading(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Inlines> {
    let words = Inlines::read(value, path, reading)?;
    if words.plain_text().trim().is_empty() {
        return reading.note(ProblemKind::Value, path, "a heading needs words");
    }
    Some(words)
}

impl Reading<Parts> {
    /// Reads the id of a chart or row that is placed. Each can be placed only once, because its parts have ids
    /// on the page.
    fn place(&mut self, value: &Value, path: &Path<'_>) -> Option<Id> {
        let id = Id::read(value, path, self)?;
        if self.context.placed.contains(&id) {
            let message = format!("`{id}` stands in the text twice: place it once");
            return self.note(ProblemKind::Duplicate, path, message);
        }
        self.context.placed.push(id.clone());
        Some(id)
    }
}

#[cfg(feature = "authoring")]
mod wire {
    use super::{Chart, Related};
    use serde::{Serialize, Serializer};
    use std::rc::Rc;

    pub(super) fn chart<S: Serializer>(chart: &Rc<Chart>, to: S) -> Result<S::Ok, S::Error> {
        chart.id.serialize(to)
    }

    pub(super) fn related<S: Serializer>(row: &Rc<Related>, to: S) -> Result<S::Ok, S::Error> {
        row.id.serialize(to)
    }
}
