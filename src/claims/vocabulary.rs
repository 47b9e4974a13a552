//! The words of each language that make, scale, hedge or bend a figure; all in lower case. Words of
//! several parts are written with spaces, whatever stands between their parts in a text.

mod english;
mod french;
mod german;
mod spanish;

use crate::format::Locale;
use crate::quantity::Hedge;

/// The words of a language.
pub(super) struct Vocabulary {
    /// Whole numbers.
    pub(super) numbers: &'static [(&'static str, u32)],
    /// Parts of one, by what one is divided by. After a number they are counted by it.
    pub(super) parts: &'static [(&'static str, u32)],
    /// Words for a number of times.
    pub(super) multiples: &'static [(&'static str, u32)],
    /// Powers of ten that multiply the number before them.
    pub(super) scales: &'static [(&'static str, i32)],
    /// Those of them that need no number before them.
    pub(super) bare_scales: &'static [&'static str],
    /// Words after a number of times.
    pub(super) times: &'static [&'static str],
    /// Words after a number of hundredths.
    pub(super) percent: &'static [&'static str],
    /// Words for one, before a part or a scale.
    pub(super) ones: &'static [&'static str],
    /// Other words that may stand between a hedge and its figure.
    pub(super) articles: &'static [&'static str],
    /// Hedges right before a figure.
    pub(super) before: &'static [(&'static str, Hedge)],
    /// Hedges right after it.
    pub(super) after: &'static [(&'static str, Hedge)],
    /// Words that make a difference of a sum or a share, though not of a number of times.
    pub(super) more: &'static [&'static str],
    /// Words that do so right before the figure, and also of a number of times.
    pub(super) steps: &'static [&'static str],
    /// Words that bend a figure in ways that are not understood.
    pub(super) bending: &'static [&'static str],
}

impl Vocabulary {
    /// The words of a language.
    pub(super) fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::English => &english::ENGLISH,
            Locale::German => &german::GERMAN,
            Locale::French => &french::FRENCH,
            Locale::Spanish => &spanish::SPANISH,
            Locale::Other => &OTHER,
        }
    }
}

/// No words: only digits and signs are understood.
const OTHER: Vocabulary = Vocabulary {
    numbers: &[],
    parts: &[],
    multiples: &[],
    scales: &[],
    bare_scales: &[],
    times: &[],
    percent: &[],
    ones: &[],
    articles: &[],
    before: &[],
    after: &[],
    more: &[],
    steps: &[],
    bending: &[],
};
