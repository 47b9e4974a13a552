//! The blocks of the body: each an object with a key that is its kind, as in `{"paragraph": "…"}`.

use super::chart::Chart;
use super::figure::Figure;
use super::id::Id;
use super::inline::Inlines;
use super::parts::Parts;
use super::references::Refers;
use super::related::Related;
use super::table::Table;
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value, object};
use std::rc::Rc;

/// One block of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Block {
    /// A heading that opens a section.
    Heading(Inlines),
    /// A heading that opens a part of a section.
    Subheading(Inlines),
    /// A paragraph.
    Paragraph(Inlines),
    /// A list in any order.
    List(Vec<Inlines>),
    /// A list in this order.
    NumberedList(Vec<Inlines>),
    /// A list of terms, each with a text.
    Terms(Vec<Term>),
    /// Words of someone other than the author.
    Quotation(Quotation),
    /// A few words of the article, set large to draw the reader in.
    PullQuote(PullQuote),
    /// A picture.
    Figure(Figure),
    /// A table.
    Table(Table),
    /// What stands beside the text, such as key facts.
    Aside(Aside),
    /// The id of a chart, to place it here.
    Chart(
        #[cfg_attr(
            feature = "authoring",
            serde(serialize_with = "wire::chart"),
            schemars(with = "Id")
        )]
        Rc<Chart>,
    ),
    /// The id of a row of related stories, to place it here.
    Related(
        #[cfg_attr(
            feature = "authoring",
            serde(serialize_with = "wire::related"),
            schemars(with = "Id")
        )]
        Rc<Related>,
    ),
    /// A break between two parts: `{"divider": {}}`.
    Divider(Divider),
    /// A block that could not be shown and had no words to keep.
    #[cfg_attr(feature = "authoring", serde(skip))]
    Missing,
}

/// A term with the text about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Term {
    /// The term.
    pub term: Inlines,
    /// What is said of it.
    pub text: Inlines,
}

/// Words of someone other than the author.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Quotation {
    /// The words, paragraph by paragraph; at least one.
    #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
    pub paragraphs: Vec<Inlines>,
    /// Whose words they are.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub attribution: Option<Inlines>,
}

/// A few words of the article, set large to draw the reader in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct PullQuote {
    /// The words.
    pub text: Inlines,
    /// Whose words they are.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub attribution: Option<Inlines>,
}

object!(PullQuote in Refers, "a pull quote, which is an object",
    text: required "text",
    attribution: lenient "attribution",
);

/// What stands beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Aside {
    /// The title above it.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub title: Option<Inlines>,
    /// Its blocks: paragraphs, lists, terms, quotations, pull quotes, figures and tables.
    pub body: Vec<Block>,
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

/// What is wrong keeps its words.
impl Read<Parts> for Term {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Self> {
        let expected = "an object with a term and a text";
        let mark = reading.context.mark();
        let read =
            Fields::of(value, path, expected, &["term", "text"], reading).and_then(|fields| {
                let term = fields.required("term", reading);
                let text = fields.required("text", reading);
                Some(Self {
                    term: term?,
                    text: text?,
                })
            });
        read.or_else(|| {
            // The words that are kept refer to no footnote.
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

impl Read<Parts> for Quotation {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Self> {
        const KNOWN: [&str; 2] = ["paragraphs", "attribution"];
        let fields = Fields::of(
            value,
            path,
            "a quotation, which is an object",
            &KNOWN,
            reading,
        )?;
        let paragraphs = fields.required::<_, Vec<Inlines>>("paragraphs", reading);
        let attribution = fields.lenient("attribution", reading);
        let quotation = Self {
            paragraphs: paragraphs?,
            attribution: attribution?,
        };
        if quotation.paragraphs.is_empty() {
            let path = path.key("paragraphs");
            return reading.note(ProblemKind::Missing, &path, "a quotation needs words");
        }
        Some(quotation)
    }
}

object!(Aside of Parts, "an aside, which is an object",
    title: lenient "title",
    body: required "body",
);

/// What is wrong keeps its words, or leaves a remark that something is missing.
impl Read<Parts> for Block {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Self> {
        let mark = reading.context.mark();
        let block = read_block(value, path, reading);
        if block.is_some() {
            return block;
        }
        // What is left out refers to no footnote, though it has been read.
        reading.context.rewind(mark);
        let mut words = Vec::new();
        value.salvage(&mut words);
        match (words.join(" "), value) {
            // Nothing is lost with a heading that has no words.
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

/// The kinds of blocks.
const KINDS: [&str; 14] = [
    "heading",
    "subheading",
    "paragraph",
    "list",
    "numbered-list",
    "terms",
    "quotation",
    "pull-quote",
    "figure",
    "table",
    "aside",
    "chart",
    "related",
    "divider",
];

/// Those of an aside, which what opens a section or stands for itself would break.
pub(crate) const ASIDE_KINDS: &[&str] = KINDS.split_at(2).1.split_at(8).0;

fn read_block(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Block> {
    let kinds = if path.is_under("aside") {
        ASIDE_KINDS
    } else {
        &KINDS
    };
    let (kind, content) = reading.kind(value, "an object with one block", kinds, path)?;
    let path = &path.key(kind);
    Some(match kind {
        "heading" => Block::Heading(read_heading(content, path, reading)?),
        "subheading" => Block::Subheading(read_heading(content, path, reading)?),
        "paragraph" => Block::Paragraph(Read::read(content, path, reading)?),
        "list" => Block::List(Read::read(content, path, reading)?),
        "numbered-list" => Block::NumberedList(Read::read(content, path, reading)?),
        "terms" => Block::Terms(Read::read(content, path, reading)?),
        "quotation" => Block::Quotation(Read::read(content, path, reading)?),
        "pull-quote" => Block::PullQuote(Read::read(content, path, reading)?),
        "figure" => Block::Figure(Read::read(content, path, reading)?),
        "table" => Block::Table(Read::read(content, path, reading)?),
        "aside" => Block::Aside(Read::read(content, path, reading)?),
        "chart" => {
            let id = reading.place(content, path)?;
            let chart = reading.context.charts.iter().find(|chart| chart.id == id);
            match chart.cloned() {
                Some(chart) => Block::Chart(chart),
                None => return reading.leads_nowhere("chart", &id, path),
            }
        }
        "related" => {
            let id = reading.place(content, path)?;
            let related = reading.context.related.iter().find(|row| row.id == id);
            match related.cloned() {
                Some(related) => Block::Related(related),
                None => return reading.leads_nowhere("row of related stories", &id, path),
            }
        }
        _ => Block::Divider(Read::read(content, path, reading)?),
    })
}

/// A heading, which has words: an empty one would be announced as nothing.
fn read_heading(value: &Value, path: &Path<'_>, reading: &mut Reading<Parts>) -> Option<Inlines> {
    let words = Inlines::read(value, path, reading)?;
    if words.plain_text().trim().is_empty() {
        return reading.note(ProblemKind::Value, path, "a heading needs words");
    }
    Some(words)
}

impl Reading<Parts> {
    /// The id of something that is placed, which can be done once: its parts have ids on the page.
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
