//! Text with marks: `"plain"`, or a list of plain strings and objects such as `{"strong": "…"}`.

use super::address::Address;
use super::datum::Datum;
use super::id::Id;
use super::references::Refers;
use crate::document::{Fields, Path, ProblemKind, Read, Reading, Value, kinds, object};
use std::ops::Deref;
#[cfg(feature = "checks")]
use std::ops::Range;

/// A run of inline content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inlines(pub Vec<Inline>);

kinds! {
    /// One piece of inline content, all of whose links may be opened.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[cfg_attr(
        feature = "authoring",
        schemars(description = "A piece of text: plain words, or an object with one mark.")
    )]
    pub enum Inline in Refers {
        /// Words of strong importance.
        Strong(Inlines) = "strong",
        /// Words with stress, or the title of a work.
        Emphasis(Inlines) = "emphasis",
        /// Words of a computer's language.
        Code(String) = "code",
        /// Words set higher, as in "2ⁿᵈ".
        Superscript(Inlines) = "superscript",
        /// Words set lower, as in "CO₂".
        Subscript(Inlines) = "subscript",
        /// Words that lead somewhere.
        Link(Link) = "link",
        /// An abbreviation or a term, with what it means.
        Term(Definition) = "term",
        /// The id of a footnote, for its number.
        Footnote(
            #[cfg_attr(
                feature = "authoring",
                serde(serialize_with = "wire::id"),
                schemars(with = "Id")
            )]
            FootnoteReference
        ) = "footnote",
        /// Words that state a figure of the data.
        Datum(Datum) = "datum",
        /// Words without a mark.
        #[cfg_attr(feature = "authoring", serde(untagged))]
        Text(String),
    }
}

object! {
    /// Words that lead somewhere.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Link in Refers, "an object with an href and a text" {
        /// Where they lead: an http, https, mailto, tel or relative address.
        pub href: Address = required "href",
        /// The words.
        pub text: Inlines = required "text",
    }
}

object! {
    /// An abbreviation or a term, with what it means.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Definition in Refers, "an object with a text and its definition" {
        /// The abbreviation or the term.
        pub text: String = required "text",
        /// What it stands for.
        pub definition: String = required "definition",
        /// A number of its own in the document.
        pub number: usize = computed(next_number),
    }
}

impl Fields<'_> {
    /// The number of a term, which no other term has.
    #[expect(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "the macro `object!` calls all of these alike"
    )]
    fn next_number<C: Refers>(&self, reading: &mut Reading<C>) -> Option<usize> {
        let references = reading.references_mut();
        references.terms += 1;
        Some(references.terms)
    }
}

/// A reference to a footnote in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootnoteReference {
    /// The id of the footnote.
    pub id: Id,
    /// The number of the footnote, from 1, in the order in which the text refers to them.
    pub number: usize,
    /// Whether it is the first reference to the footnote, to which the footnote links back.
    pub is_first: bool,
}

impl Inlines {
    /// The words without their marks.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        for inline in &self.0 {
            inline.write_plain_text(&mut text);
        }
        text
    }

    /// The words without their marks, and the ranges of those that were written by hand for a figure.
    #[cfg(feature = "checks")]
    fn words_and_claims(&self) -> (String, Vec<Range<usize>>) {
        let mut words = String::new();
        let mut claims = Vec::new();
        self.gather_claims(&mut words, &mut claims);
        (words, claims)
    }

    #[cfg(feature = "checks")]
    fn gather_claims(&self, words: &mut String, claims: &mut Vec<Range<usize>>) {
        for inline in self.iter() {
            let start = words.len();
            match inline {
                Inline::Strong(text)
                | Inline::Emphasis(text)
                | Inline::Superscript(text)
                | Inline::Subscript(text)
                | Inline::Link(Link { text, .. }) => text.gather_claims(words, claims),
                other => other.write_plain_text(words),
            }
            if matches!(inline, Inline::Datum(Datum { text: Some(_), .. })) {
                claims.push(start..words.len());
            }
        }
    }
}

impl Inline {
    /// Appends the words of this piece, without their marks.
    pub(crate) fn write_plain_text(&self, text: &mut String) {
        match self {
            Self::Text(words) | Self::Code(words) => text.push_str(words),
            Self::Term(term) => text.push_str(&term.text),
            Self::Datum(datum) => text.push_str(&datum.words),
            Self::Footnote(_) => {}
            Self::Strong(words)
            | Self::Emphasis(words)
            | Self::Superscript(words)
            | Self::Subscript(words)
            | Self::Link(Link { text: words, .. }) => {
                for inline in &words.0 {
                    inline.write_plain_text(text);
                }
            }
        }
    }
}

impl Deref for Inlines {
    type Target = [Inline];

    fn deref(&self) -> &[Inline] {
        &self.0
    }
}

impl From<String> for Inlines {
    fn from(text: String) -> Self {
        Self(vec![Inline::Text(text)])
    }
}

/// If inline content is invalid, its words are kept.
impl<C: Refers> Read<C> for Inlines {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        #[cfg(feature = "checks")]
        reading.references_mut().claims.open();
        let inlines = match value {
            Value::Text(_) => reading
                .text(value, path)
                .map(|text| Self::from(text.to_owned())),
            _ => read_pieces(value, path, reading).and_then(|read| with_words(read, path, reading)),
        };
        let inlines = inlines.or_else(|| salvaged(value));
        #[cfg(feature = "checks")]
        {
            let words = || inlines.as_ref().map(Inlines::words_and_claims);
            let problems = reading.references_mut().claims.close(words);
            for problem in problems {
                reading.list(problem);
            }
        }
        inlines
    }
}

/// A checker rejects a list that has only blank texts, as it rejects a blank text: the list would be written as
/// one. An empty list is allowed, because it is empty on purpose.
fn with_words<C: Refers>(
    inlines: Inlines,
    path: &Path<'_>,
    reading: &mut Reading<C>,
) -> Option<Inlines> {
    let is_blank = |piece: &Inline| matches!(piece, Inline::Text(text) if text.trim().is_empty());
    if reading.is_strict() && !inlines.is_empty() && inlines.iter().all(is_blank) {
        let message = "an empty text: write something, or leave it out";
        return reading.note(ProblemKind::Value, path, message);
    }
    Some(inlines)
}

/// The words of invalid content; `None` if it has none.
fn salvaged(value: &Value) -> Option<Inlines> {
    let mut words = Vec::new();
    value.salvage(&mut words);
    let pieces = words.into_iter().map(|text| Inline::Text(text.into()));
    let pieces: Vec<Inline> = pieces.collect();
    (!pieces.is_empty()).then_some(Inlines(pieces))
}

fn read_pieces<C: Refers>(
    value: &Value,
    path: &Path<'_>,
    reading: &mut Reading<C>,
) -> Option<Inlines> {
    let pieces = reading.items(value, "a text, or a list of texts and marks", path)?;
    let mut inlines = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let path = path.index(index);
        if let Value::Text(text) = piece {
            reading.check_text(text, &path);
            inlines.push(Inline::Text(text.clone()));
        } else if let Some(mark) = read_mark(piece, &path, reading) {
            inlines.push(mark);
        } else {
            inlines.extend(words_of_mark(piece, &path, reading).unwrap_or_default().0);
        }
    }
    Some(Inlines(inlines))
}

fn read_mark<C: Refers>(
    value: &Value,
    path: &Path<'_>,
    reading: &mut Reading<C>,
) -> Option<Inline> {
    let expected = "a text, or an object with one mark";
    let (kind, content) = reading.kind(value, expected, Inline::KINDS, path)?;
    // Browsers move a link out of the link that contains it, which changes the markup. Readers could also not
    // press what is inside of a link.
    let is_nested = path.is_under("link");
    let path = path.key(kind);
    if is_nested && matches!(kind, "link" | "term" | "footnote") {
        let message = "what can be pressed cannot stand inside of a link";
        return reading.note(ProblemKind::Value, &path, message);
    }
    Inline::read_kind(kind, content, &path, reading)
}

/// The words of an invalid mark. The words of a link keep their own marks.
fn words_of_mark<C: Refers>(
    value: &Value,
    path: &Path<'_>,
    reading: &mut Reading<C>,
) -> Option<Inlines> {
    match value.field("link").and_then(|link| link.field("text")) {
        Some(text) => reading.silently(|reading| Inlines::read(text, &path.key("link"), reading)),
        None => salvaged(value),
    }
}

/// Only the text of the article can refer to footnotes: references in footnotes and in charts have no numbers.
impl<C: Refers> Read<C> for FootnoteReference {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let id = Id::read(value, path, reading)?;
        if path.is_under("footnotes") || path.is_under("charts") {
            let message = "only the text of the article can refer to a footnote: write it out";
            return reading.note(ProblemKind::Value, path, message);
        }
        let references = reading.references_mut();
        let place = references.referred.iter().position(|other| *other == id);
        if place.is_none() {
            if !references.footnotes.contains(&id) {
                return reading.leads_nowhere("footnote", &id, path);
            }
            references.referred.push(id.clone());
        }
        Some(Self {
            id,
            number: place.unwrap_or(references.referred.len() - 1) + 1,
            is_first: place.is_none(),
        })
    }
}

#[cfg(feature = "authoring")]
mod wire {
    use super::{FootnoteReference, Inline, Inlines};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::{Serialize, Serializer};
    use std::borrow::Cow;

    pub(super) fn id<S: Serializer>(note: &FootnoteReference, to: S) -> Result<S::Ok, S::Error> {
        note.id.serialize(to)
    }

    impl Serialize for Inlines {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.0.as_slice() {
                [Inline::Text(text)] => serializer.serialize_str(text),
                pieces => serializer.collect_seq(pieces),
            }
        }
    }

    impl JsonSchema for Inlines {
        fn schema_name() -> Cow<'static, str> {
            "Inlines".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "Text, or a list of texts and marks.",
                "anyOf": [
                    { "type": "string" },
                    { "type": "array", "items": generator.subschema_for::<Inline>() },
                ],
            })
        }
    }
}
