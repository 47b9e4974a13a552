//! Related stories.

use super::address::Address;
use super::id::Id;
use super::image::{Illustration, Image};
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value, object};
use crate::quantity::Timestamp;

object! {
    /// A row of teasers under a common title; it has at least one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Related in Context, "an object with an id, a title and teasers", checked {
        /// A short name of its own.
        pub id: Id = required "id",
        /// The title above the row.
        pub title: String = required "title",
        /// The stories, in reading order; at least one.
        #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
        pub teasers: Vec<Teaser> = required "teasers",
    }
}

object! {
    /// A few words that lead to another story.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Teaser in Context, "a teaser, which is an object", checked {
        /// A word or two that name the subject.
        pub kicker: Option<String> = optional(lenient) "kicker",
        /// The title of the story.
        pub headline: String = required "headline",
        /// A sentence or two about it.
        pub summary: Option<String> = optional(lenient) "summary",
        /// Where the story is: an http, https, mailto, tel or relative address. `None` only where the
        /// document's may not be opened.
        #[cfg_attr(
            feature = "authoring",
            schemars(
                with = "Address",
                description = "Where the story is: an http, https, mailto, tel or relative address."
            )
        )]
        pub address: Option<Address> = required(lenient) "href",
        /// Who publishes the story.
        pub source: Option<String> = optional(lenient) "source",
        /// When the story was published.
        pub published: Option<Timestamp> = optional(lenient) "published",
        /// A picture beside the headline; decorative, as the headline says it all, unless it has an
        /// alternative.
        pub image: Option<Image> = optional(illustration) "image",
        /// What the story is about: ids or names of commitments, so that it comes forward when a
        /// reader picks one of them in a chart; or any other words.
        pub tags: Vec<String> = default(lenient_or_default) "tags",
    }
}

/// A teaser whose address may not be opened keeps its headline. A teaser without an address is invalid.
impl<C: Context> Read<C> for Teaser {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let read = Self::read_object(value, path, reading);
        if value.field("href").is_none() {
            return reading.missing("href", path);
        }
        read
    }
}

impl Teaser {
    /// Whether a tag is the id or the name of a commitment. ASCII case is ignored.
    #[must_use]
    pub fn is_about(&self, id: &str, name: &str) -> bool {
        let is_it = |tag: &String| tag.eq_ignore_ascii_case(id) || tag.eq_ignore_ascii_case(name);
        self.tags.iter().any(is_it)
    }
}

/// A row must have at least one story.
impl<C: Context> Read<C> for Related {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let related = Self::read_object(value, path, reading)?;
        if related.teasers.is_empty() {
            if reading.is_strict() && value.field("teasers") == Some(&Value::List(Vec::new())) {
                let message = "a row of stories needs one: add it, or leave the row out";
                reading.note::<()>(ProblemKind::Missing, &path.key("teasers"), message);
            }
            return None;
        }
        Some(related)
    }
}

impl Fields<'_> {
    /// Reads the picture of a teaser or an author, which stands beside a headline or a name.
    #[expect(
        clippy::option_option,
        reason = "as `Fields` reads them: invalid, absent or present"
    )]
    pub(super) fn illustration<C: Context>(
        &self,
        key: &str,
        reading: &mut Reading<C>,
    ) -> Option<Option<Image>> {
        let illustration: Option<Illustration> = self.lenient(key, reading)?;
        Some(illustration.map(|Illustration(image)| image))
    }
}
