//! Related stories.

use super::address::Address;
use super::id::Id;
use super::image::Image;
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value};
use crate::quantity::Timestamp;

/// A row of teasers under a common title; it has at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Related {
    /// A short name of its own.
    pub id: Id,
    /// The title above the row.
    pub title: String,
    /// The stories, in reading order; at least one.
    #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
    pub teasers: Vec<Teaser>,
}

/// A few words that lead to another story.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Teaser {
    /// A word or two that name the subject.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub kicker: Option<String>,
    /// The title of the story.
    pub headline: String,
    /// A sentence or two about it.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub summary: Option<String>,
    /// Where the story is: an http, https, mailto, tel or relative address. `None` only where the
    /// document's may not be opened.
    #[cfg_attr(
        feature = "authoring",
        serde(rename = "href"),
        schemars(
            with = "Address",
            description = "Where the story is: an http, https, mailto, tel or relative address."
        )
    )]
    pub address: Option<Address>,
    /// Who publishes the story.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub source: Option<String>,
    /// When the story was published.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub published: Option<Timestamp>,
    /// A picture beside the headline; decorative, as the headline says it all, unless it has an
    /// alternative.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub image: Option<Image>,
    /// What the story is about: ids or names of commitments, so that it comes forward when a
    /// reader picks one of them in a chart; or any other words.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub tags: Vec<String>,
}

impl Teaser {
    /// Whether a tag is this id or this name of a commitment; the case of the letters from a to z
    /// does not matter.
    #[must_use]
    pub fn is_about(&self, id: &str, name: &str) -> bool {
        let is_it = |tag: &String| tag.eq_ignore_ascii_case(id) || tag.eq_ignore_ascii_case(name);
        self.tags.iter().any(is_it)
    }
}

impl<C: Context> Read<C> for Related {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 3] = ["id", "title", "teasers"];
        let expected = "an object with an id, a title and teasers";
        let fields = Fields::of(value, path, expected, &KNOWN, reading)?;
        let id = fields.required("id", reading);
        let title = fields.required("title", reading);
        let teasers = fields.required::<_, Vec<Teaser>>("teasers", reading);
        let related = Self {
            id: id?,
            title: title?,
            teasers: teasers?,
        };
        if related.teasers.is_empty() {
            if reading.is_strict() && fields.get("teasers") == Some(&Value::List(Vec::new())) {
                let message = "a row of stories needs one: add it, or leave the row out";
                reading.note::<()>(ProblemKind::Missing, &path.key("teasers"), message);
            }
            return None;
        }
        Some(related)
    }
}

/// The picture of a teaser, which a headline stands beside.
struct Illustration(Image);

impl<C: Context> Read<C> for Illustration {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        Image::read_beside(true, value, path, reading).map(Self)
    }
}

impl<C: Context> Read<C> for Teaser {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 8] = [
            "kicker",
            "headline",
            "summary",
            "href",
            "source",
            "published",
            "image",
            "tags",
        ];
        let expected = "a teaser, which is an object";
        let fields = Fields::of(value, path, expected, &KNOWN, reading)?;
        let headline = fields.required("headline", reading);
        let has_headline = headline.is_some();
        // Made before it is known whether all is there, and dropped as one if not: dropping field by
        // field costs more WebAssembly.
        let teaser = Self {
            kicker: fields.lenient("kicker", reading)?,
            headline: headline.unwrap_or_default(),
            summary: fields.lenient("summary", reading)?,
            // A story whose address may not be opened is still worth naming.
            address: fields.lenient("href", reading)?,
            source: fields.lenient("source", reading)?,
            published: fields.lenient("published", reading)?,
            image: fields
                .lenient("image", reading)?
                .map(|Illustration(image)| image),
            tags: fields.lenient_or_default("tags", reading)?,
        };
        if fields.get("href").is_none() {
            let message = "the field `href` is missing";
            return reading.note(ProblemKind::Missing, path, message);
        }
        has_headline.then_some(teaser)
    }
}
