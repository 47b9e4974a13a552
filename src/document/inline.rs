//! Text with marks: `"plain"`, or a list of plain strings and objects such as `{"strong": "…"}`.

use super::lenient::Lenient;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A run of inline content.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inlines(pub Vec<Lenient<Inline>>);

/// One piece of inline content.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words without a mark, written as a plain string.
    Text(String),
    /// Words with a mark.
    Mark(Mark),
}

/// Words with a mark, written as an object with one key.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Words of strong importance.
    Strong(Inlines),
    /// Words with stress, or the title of a work.
    Emphasis(Inlines),
    /// Words that lead somewhere.
    Link(Link),
}

/// The content of a `link`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(expecting = "an object with an href and a text")]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// The words of the link.
    pub text: Inlines,
}

impl<'de> Deserialize<'de> for Inlines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InlinesVisitor)
    }
}

struct InlinesVisitor;

impl<'de> Visitor<'de> for InlinesVisitor {
    type Value = Inlines;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list of texts and marks")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Inlines, E> {
        Ok(Inlines(vec![Lenient(Ok(Inline::Text(text.into())))]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Inlines, A::Error> {
        let mut inlines = Vec::new();
        while let Some(inline) = items.next_element()? {
            inlines.push(inline);
        }
        Ok(Inlines(inlines))
    }
}

impl<'de> Deserialize<'de> for Inline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InlineVisitor)
    }
}

struct InlineVisitor;

impl<'de> Visitor<'de> for InlineVisitor {
    type Value = Inline;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or an object with one mark")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Inline, E> {
        Ok(Inline::Text(text.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Inline, A::Error> {
        Mark::deserialize(MapAccessDeserializer::new(entries)).map(Inline::Mark)
    }
}
