//! The words of each language that state, scale, hedge or change a figure, all in lower case. Words of
//! several parts are written with spaces here, even if a text joins their parts with another sign.

mod english;
mod french;
mod german;
mod other;
mod spanish;

use crate::format::Locale;
use crate::quantity::Hedge;

/// The words of a language.
pub(super) struct Vocabulary {
    /// Whole numbers.
    pub(super) numbers: &'static [(&'static str, u32)],
    /// Words for fractions, with their divisors. A number before such a word says how many of them are meant.
    pub(super) parts: &'static [(&'static str, u32)],
    /// Words for a number of times.
    pub(super) multiples: &'static [(&'static str, u32)],
    /// Powers of ten that multiply the number before them.
    pub(super) scales: &'static [(&'static str, i32)],
    /// The scales that need no number before them.
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
    /// Hedges right after a figure.
    pub(super) after: &'static [(&'static str, Hedge)],
    /// Words that turn a sum or a share into a difference, but not a number of times.
    pub(super) more: &'static [&'static str],
    /// Words that turn a figure into a difference if they stand right before it, even a number of times.
    pub(super) steps: &'static [&'static str],
    /// Words that change a figure in ways that are not understood.
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

/// Other languages: only digits and signs are understood, and the scales that have one meaning in all of them. “Mil”
/// is none, because it is a thousand in Portuguese, and a million in Czech.
const OTHER: Vocabulary = Vocabulary {
    numbers: &[],
    parts: &[],
    multiples: &[],
    scales: &other::SCALES,
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
