//! A whole article.

mod contents;
mod read;

pub use contents::has_chart_beside;

use super::address::Address;
use super::block::Block;
use super::chart::Chart;
use super::commitment::{Commitment, ExchangeRate};
use super::id::Id;
use super::image::Image;
use super::inline::Inlines;
use super::parts::Parts;
use super::references::Refers;
use super::related::Related;
use crate::document::{Path, Problem, Reading, Value, object};
use crate::format;
use crate::messages::{Language, is_right_to_left};
use crate::quantity::Timestamp;
use std::rc::Rc;

object! {
    /// One article with everything it refers to, which can be shown without further checks.
    // The text in the order of the page, which is the order of the footnotes' numbers.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Article of Parts {
        /// The version of the format: 1.
        #[cfg_attr(feature = "authoring", schemars(extend("const" = 1)))]
        pub version: u32 = required(apart) "version",
        /// The language of the text as a BCP 47 tag, for example `en`. Empty only where the document
        /// names none that could be one.
        #[cfg_attr(
            feature = "authoring",
            schemars(
                description = "The language of the text as a BCP 47 tag, for example `en` or `zh-Hant`.",
                regex(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
            )
        )]
        pub language: String = required(apart) "language",
        /// A word or two above the headline that name the subject.
        pub kicker: Option<String> = optional(lenient) "kicker",
        /// The title of the article.
        pub headline: Inlines = required(headline) "headline",
        /// One or two sentences under the headline that sum up the article.
        pub standfirst: Option<Inlines> = optional(lenient) "standfirst",
        /// Who wrote it, without the word "By".
        pub byline: Option<String> = optional(lenient) "byline",
        /// Who wrote it, one by one, for search engines; shown where there is no byline.
        pub authors: Vec<Author> = default(lenient_or_default) "authors",
        /// Where (and, by custom, when) the report was written.
        pub dateline: Option<String> = optional(lenient) "dateline",
        /// When it was published.
        pub published: Option<Timestamp> = optional(lenient) "published",
        /// When it was last changed.
        pub modified: Option<Timestamp> = optional(lenient) "modified",
        /// What a reader in a hurry should know, point by point.
        pub takeaways: Vec<Inlines> = default(lenient_or_default) "takeaways",
        /// The text, block by block.
        pub body: Vec<Block> = required(body) "body",
        /// The footnotes, in the order in which the text refers to them.
        pub footnotes: Vec<Footnote> = default(apart) "footnotes",
        /// What was wrong in an earlier version.
        pub corrections: Vec<Correction> = default(lenient_or_default) "corrections",
        /// What the article rests on, one by one.
        pub sources: Vec<Inlines> = default(lenient_or_default) "sources",
        /// How its figures were found, paragraph by paragraph. Downloads of charts have it, too.
        pub methodology: Vec<Inlines> = default(lenient_or_default) "methodology",
        /// The spending commitments that charts compare and the text refers to.
        #[cfg_attr(feature = "authoring", schemars(with = "Option<Vec<Commitment>>"))]
        pub commitments: Rc<[Commitment]> = default(apart) "commitments",
        /// The rates for amounts that are not stated in a currency.
        #[cfg_attr(feature = "authoring", schemars(with = "Option<Vec<ExchangeRate>>"))]
        pub exchange_rates: Rc<[ExchangeRate]> = default(apart) "exchangeRates",
        /// The charts, which blocks of the body place.
        pub charts: Vec<Rc<Chart>> = default(apart) "charts",
        /// Rows of related stories. Blocks of the body may place them; the others follow the article.
        pub related: Vec<Rc<Related>> = default(apart) "related",
    }
}

object! {
    /// A person who wrote the article, a desk or an agency.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Author of Parts, "an author, which is an object with a name" {
        /// The name, without an office or a place.
        pub name: String = required "name",
        /// A page about the author, for search engines.
        pub href: Option<Address> = optional(lenient) "href",
        /// A picture of the author, shown small beside the byline; decorative, as the name is there, unless it
        /// has an alternative.
        pub picture: Option<Image> = optional(illustration) "picture",
    }
}

impl AsRef<str> for Author {
    fn as_ref(&self) -> &str {
        &self.name
    }
}

/// The data of the charts and of the rows of related stories of a document: the document without its text.
#[derive(Clone, Debug)]
pub struct Data {
    /// The language, as that of an [`Article`].
    pub language: String,
    /// The charts.
    pub charts: Vec<Rc<Chart>>,
    /// The rows of related stories.
    pub related: Vec<Rc<Related>>,
}

object! {
    /// A remark under the article.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Footnote in Refers, "a footnote, which is an object" {
        /// A short name of its own.
        pub id: Id = required "id",
        /// The remark.
        pub text: Inlines = required "text",
        /// Whether the text refers to it, so that it can lead back.
        pub is_referred: bool = computed,
    }
}

object! {
    /// What was wrong in an earlier version.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Correction in Refers, "a correction, which is an object" {
        /// When it was corrected.
        pub date: Timestamp = required "date",
        /// What was wrong, and what is right.
        pub text: Inlines = required "text",
    }
}

impl Article {
    /// Reads a document as a browser does. If a part is invalid, it is left out, and its problem is listed
    /// beside the article, which shows everything else. Unknown fields are ignored, because they may come
    /// from a newer version of the format.
    ///
    /// # Errors
    ///
    /// The problem because of which nothing can be shown: another version of the format, no headline, or no
    /// body.
    pub fn read(document: &Value) -> Result<(Self, Vec<Problem>), Problem> {
        let mut reading = Reading::new(Parts::default(), false);
        match read::read(document, &mut reading) {
            Some(article) => Ok((article, reading.problems)),
            None => Err(reading.end()),
        }
    }

    /// Reads a document strictly, for its author. Every error counts, even those that a browser ignores. An
    /// article is returned only if there is no error; [`inspect`](Self::inspect) gives the warnings, too.
    ///
    /// # Errors
    ///
    /// All errors and warnings, in the order in which they were found.
    #[cfg(feature = "checks")]
    pub fn check(document: &Value) -> Result<Self, Vec<Problem>> {
        match Self::inspect(document) {
            (Some(article), _) => Ok(article),
            (None, problems) => Err(problems),
        }
    }

    /// Reads a document as [`check`](Self::check) does. Returns the article, if there is no error, and all errors and
    /// warnings, in the order in which they were found.
    #[cfg(feature = "checks")]
    #[must_use]
    pub fn inspect(document: &Value) -> (Option<Self>, Vec<Problem>) {
        let mut reading = Reading::new(Parts::default(), true);
        let article = read::read(document, &mut reading).filter(|_| reading.count == 0);
        (article, reading.problems)
    }

    /// The direction of its script: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(&self.language)
    }

    /// How its text writes figures and dates.
    #[must_use]
    pub fn text_language(&self) -> Language {
        Language::of_text(&self.language)
    }

    /// The authors in one line: the byline, or else their names.
    #[must_use]
    pub fn credits(&self, language: Language) -> Option<String> {
        match &self.byline {
            None if !self.authors.is_empty() => Some(format::list(&self.authors, language)),
            byline => byline.clone(),
        }
    }

    /// The dateline, without the day at its end if that is the day of publication: the head of the article
    /// states it already.
    #[must_use]
    pub fn dateline_beside_date(&self) -> Option<&str> {
        let dateline = self.dateline.as_deref()?;
        let day = match &self.published {
            Some(published) => format::day(published, self.text_language()),
            None => String::new(),
        };
        let place = dateline.strip_suffix(&*day).unwrap_or(dateline);
        let place = place.trim_end();
        let place = place.strip_suffix(',').unwrap_or(place);
        (!place.is_empty()).then_some(place)
    }

    /// The rows of related stories that follow the article, because no block places them.
    pub fn following(&self) -> impl Iterator<Item = &Rc<Related>> {
        self.related.iter().filter(|row| {
            let is_it =
                |block: &Block| matches!(block, Block::Related(other) if other.id == row.id);
            !self.body.iter().any(is_it)
        })
    }
}

impl Data {
    /// Reads the data of a document as [`Article::read`] does.
    ///
    /// # Errors
    ///
    /// The problem because of which nothing can be shown: another version of the format.
    pub fn read(document: &Value) -> Result<(Self, Vec<Problem>), Problem> {
        let mut reading = Reading::new(Parts::default(), false);
        match read::read_data(document, &Path::Root, &mut reading) {
            Some((_, language, _)) => Ok((
                Self {
                    language,
                    charts: reading.context.charts,
                    related: reading.context.related,
                },
                reading.problems,
            )),
            None => Err(reading.end()),
        }
    }

    /// The direction of its script: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(&self.language)
    }

    /// How its text writes figures and dates.
    #[must_use]
    pub fn text_language(&self) -> Language {
        Language::of_text(&self.language)
    }
}

fn direction(language: &str) -> &'static str {
    if is_right_to_left(language) {
        "rtl"
    } else {
        "ltr"
    }
}
