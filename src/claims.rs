//! Whether words that were written by hand state the figure that the data give.
//!
//! This is checked only where documents are written and prerendered. A browser shows the words unchecked.
//! The rules are in `docs/document-format.md`.
//!
//! May import `document`, `quantity` and `format`.

mod country;
mod currency;
mod number;
mod region;
mod rule;
mod sentence;
mod signs;
mod statement;
mod tokens;
mod vocabulary;

use crate::document::{Path, Problem, ProblemKind};
use crate::format;
use crate::quantity::Quantity;
use std::ops::Range;
use tokens::{Kind, Token};

pub(crate) use region::Region;

/// The most characters that words with a figure may have.
const MAX_WORDS: usize = 200;

/// The claims of a text. They are kept until the whole text has been read and can be quoted.
#[derive(Default)]
pub(crate) struct Claims {
    /// How many texts are open. There can be several, because a marked part is a text inside a text.
    depth: u32,
    found: Vec<Claim>,
}

struct Claim {
    words: String,
    /// The mistake, if there is one.
    message: Option<String>,
    path: String,
}

impl Claims {
    pub(crate) fn open(&mut self) {
        self.depth += 1;
    }

    pub(crate) fn add(&mut self, words: &str, message: Option<String>, path: &Path<'_>) {
        self.found.push(Claim {
            words: words.into(),
            message,
            path: path.to_string(),
        });
    }

    /// The problems of a text that has ended, each with its sentence. `words` gives the text, and the places
    /// of the words in it that were written by hand for a figure. It gives `None` if the text cannot be
    /// shown.
    pub(crate) fn close(
        &mut self,
        words: impl FnOnce() -> Option<(String, Vec<Range<usize>>)>,
    ) -> Vec<Problem> {
        self.depth -= 1;
        if self.depth > 0 {
            return Vec::new();
        }
        let (text, places) = words().unwrap_or_default();
        // Places and claims are in the same order. A claim has no place only if its part of the text could
        // not be shown.
        let mut places = places.into_iter().peekable();
        let mut problems = Vec::new();
        for claim in self.found.drain(..) {
            let place = places.next_if(|place| text[place.clone()] == claim.words);
            if let Some(message) = claim.message {
                let sentence = place.map_or(claim.words, |place| sentence::around(&text, &place));
                let message = format!("{message}, in the sentence “{sentence}”");
                problems.push(Problem::new(ProblemKind::Claim, claim.path, message));
            }
        }
        problems
    }
}

/// Compares words with the figure they should state.
///
/// # Errors
///
/// A clause that says what the words state and what the data give.
pub(crate) fn check(words: &str, quantity: &Quantity<'_>, region: Region) -> Result<(), String> {
    // The words that the widget would write are right, however small the figure, if they can be read in one
    // way only, and in the region mean the same currency.
    let own = region.local(&format::quantity(quantity, region.language));
    if words == own && !region.is_mixed() && region.sign().is_none() {
        return Ok(());
    }
    if words.chars().nth(MAX_WORDS).is_some() {
        return Err(format!(
            "holds more than {MAX_WORDS} characters: let it hold only its figure"
        ));
    }
    let statement = statement::read(words, region)?;
    if words == own && rule::counts_the_same(&statement, quantity.unit) {
        return Ok(());
    }
    rule::compare(&statement, quantity, region)
}

/// Checks that readers in a region understand the widget's own words as the same figure. This can fail
/// because the widget knows the signs of some regions only.
///
/// # Errors
///
/// A clause that names the number that means another number in the region.
pub(crate) fn check_own(words: &str, region: Region) -> Result<(), String> {
    if !region.is_strict() {
        return Ok(());
    }
    let formats = &region.language.formats().numbers;
    let is_other = |token: &&Token<'_>| {
        let meant = token
            .text
            .replace(formats.group, "")
            .replace(formats.decimal, ".");
        let read = number::readings(token.text, region);
        token.kind == Kind::Number && read.iter().any(|number| number.text != meant)
    };
    match tokens::tokens(words, region).iter().find(is_other) {
        Some(token) => Err(format!(
            "the widget writes “{}” here, which readers in the region of this document take for another figure: give words of your own in `text`",
            token.text
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
