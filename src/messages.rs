//! Every word of the interface that a reader sees or hears, and how each language writes numbers, sums, dates and
//! lists.
//!
//! A language is a file of words, `messages/de.json`, and a file of formats, `messages/cldr/de.json`, which
//! `cargo xtask cldr` makes from the data of Unicode. The types in `words.rs` and `formats.rs` have a field for each
//! text. Both files become one list of texts. The browser has that of English in the WebAssembly, and loads those
//! of other languages when an article needs them: see [`add`].
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

#[cfg(feature = "prerender")]
mod aliases;
#[cfg(feature = "prerender")]
mod check;
mod direction;
#[cfg(feature = "prerender")]
mod files;
#[cfg(feature = "prerender")]
mod flat;
mod formats;
#[cfg(all(test, feature = "prerender"))]
pub(crate) mod marked;
mod places;
mod plurals;
mod scripts;
mod tags;
mod text;
mod words;

#[cfg(feature = "prerender")]
pub use aliases::ALIASES;
#[cfg(feature = "prerender")]
pub use check::{languages, problems, schema};
pub use direction::is_right_to_left;
#[cfg(feature = "prerender")]
pub use files::{UNKNOWN, names, replace, texts};
pub(crate) use formats::Formats;
pub(crate) use places::without_isolates;
pub(crate) use plurals::chosen;
pub(crate) use tags::is_tag;
pub(crate) use text::{Message, PluralMessage};
pub(crate) use words::Messages;

use std::fmt;
use std::sync::Mutex;
use text::Texts;

/// The texts of English, and of its regions where formats differ, from the files of the language; see `build.rs`.
mod english {
    include!(concat!(env!("OUT_DIR"), "/english.rs"));
}

/// The texts of a language.
struct Pack {
    /// The BCP 47 tag of the language.
    tag: &'static str,
    messages: &'static Messages,
    formats: &'static Formats,
}

macro_rules! english {
    ($tag:literal, $formats:expr) => {
        Pack {
            tag: $tag,
            messages: &ENGLISH_MESSAGES,
            formats: {
                static FORMATS: Formats = Formats::read(&mut Texts::new(&$formats));
                &FORMATS
            },
        }
    };
}

static ENGLISH_MESSAGES: Messages = Messages::read(&mut Texts::new(&english::MESSAGES));
static ENGLISH: Pack = english!("en", english::FORMATS);
static AMERICAN: Pack = english!("en-US", english::AMERICAN_FORMATS);
static INDIAN: Pack = english!("en-IN", english::INDIAN_FORMATS);
/// The words for articles in languages that are not known.
static FOREIGN: Pack = english!("en", english::FORMATS);
/// For languages that are not known: signs instead of words.
static SIGNS: Pack = english!("en", english::UNKNOWN_FORMATS);

/// The languages that were added, with the tags of the documents that they are for.
static ADDED: Mutex<Vec<(String, &Pack)>> = Mutex::new(Vec::new());

/// A language of the interface and of its numbers and dates.
#[derive(Clone, Copy)]
pub struct Language(&'static Pack);

impl Language {
    /// English.
    pub const ENGLISH: Self = Self(&ENGLISH);

    /// The language of the interface for the BCP 47 tag of a document's language. English for languages that are
    /// not known; see [`Language::mark`].
    #[must_use]
    pub fn of(tag: &str) -> Self {
        find(tag).unwrap_or(Self(&FOREIGN))
    }

    /// The language of figures and dates in a text. In languages that are not known these are signs without words:
    /// `≈ 20.7 × 10⁹ USD`.
    #[must_use]
    pub fn of_text(tag: &str) -> Self {
        find(tag).unwrap_or(Self(&SIGNS))
    }

    /// The BCP 47 tag of its words.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The values of the attributes `lang` and `dir` of words in the interface, if these are of another language than the
    /// article.
    #[must_use]
    pub fn mark(self) -> (Option<&'static str>, Option<&'static str>) {
        std::ptr::eq(self.0, &raw const FOREIGN)
            .then_some(("en", "ltr"))
            .unzip()
    }

    pub(crate) const fn messages(self) -> &'static Messages {
        self.0.messages
    }

    pub(crate) const fn formats(self) -> &'static Formats {
        self.0.formats
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.tag)
    }
}

/// The language for a tag, if it is known.
fn find(tag: &str) -> Option<Language> {
    let is_it = |(known, _): &&(String, _)| known == tag;
    if let Some((_, pack)) = ADDED.lock().ok()?.iter().find(is_it) {
        return Some(Language(pack));
    }
    let mut parts = tag.split('-');
    let is_english = parts.next()?.eq_ignore_ascii_case("en");
    #[cfg(feature = "prerender")]
    if !is_english || files::own(tag).is_some() {
        return read(files::find(tag)?).map(|pack| remember(tag, pack));
    }
    let pack = match parts.next() {
        _ if !is_english => return None,
        Some("US") => &AMERICAN,
        Some("IN") => &INDIAN,
        _ => &ENGLISH,
    };
    Some(Language(pack))
}

/// Adds a language for documents with this BCP 47 tag, or replaces it. `texts` has what the command `article-widget
/// messages` writes, one text in a line: the digest of the build, the tag of the language, and all messages.
///
/// The texts of another build may be those of other messages. Then nothing is added, and the result is `false`.
#[must_use]
pub fn add(tag: &str, texts: String) -> bool {
    let pack = read(texts);
    pack.map(|pack| remember(tag, pack)).is_some()
}

fn remember(tag: &str, pack: Pack) -> Language {
    let pack = &*Box::leak(Box::new(pack));
    if let Ok(mut added) = ADDED.lock() {
        added.retain(|(known, _)| known != tag);
        added.push((tag.into(), pack));
    }
    Language(pack)
}

/// Reads the texts of a language.
fn read(texts: String) -> Option<Pack> {
    let mut lines = String::leak(texts).split('\n');
    let build = lines.next();
    let tag = lines.next()?;
    let lines: Vec<_> = lines.collect();
    if build != Some(BUILD) || lines.len() != Messages::COUNT + Formats::COUNT {
        return None;
    }
    let mut texts = Texts::new(&lines);
    Some(Pack {
        tag,
        messages: Box::leak(Box::new(Messages::read(&mut texts))),
        formats: Box::leak(Box::new(Formats::read(&mut texts))),
    })
}

/// The digest of the source that this build was made from.
const BUILD: &str = env!("ARTICLE_WIDGET_BUILD");

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use super::{UNKNOWN, english, texts};

    #[test]
    fn the_texts_in_the_browser_are_those_of_the_files() {
        for (tag, formats) in [
            ("en", &english::FORMATS),
            ("en-US", &english::AMERICAN_FORMATS),
            ("en-IN", &english::INDIAN_FORMATS),
            (UNKNOWN, &english::UNKNOWN_FORMATS),
        ] {
            let expected = [&english::MESSAGES[..], &formats[..]].concat();
            assert_eq!(texts(tag, None).unwrap()[2..], expected, "{tag}");
        }
    }
}
