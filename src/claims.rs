//! Whether words that were written by hand state the figure that the data give.
//!
//! Only where documents are written and prerendered; a browser shows the words as they are.
//! The rules are in `docs/document-format.md`.
//!
//! May import `document`, `quantity` and `format`.

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

/// How many characters words with a figure may have.
const MAX_WORDS: usize = 200;

/// What a text states, until the text has been read to its end and can be quoted.
#[derive(Default)]
pub(crate) struct Claims {
    /// How many texts are open: a marked part is a text inside of a text.
    depth: u32,
    found: Vec<Claim>,
}

struct Claim {
    words: String,
    /// What is wrong with it.
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

    /// The problems of a text that has ended, each with its sentence. `words` gives the text, and where in it
    /// the words stand that were written by hand for a figure; nothing where it cannot be shown.
    pub(crate) fn close(
        &mut self,
        words: impl FnOnce() -> Option<(String, Vec<Range<usize>>)>,
    ) -> Vec<Problem> {
        self.depth -= 1;
        if self.depth > 0 {
            return Vec::new();
        }
        let (text, places) = words().unwrap_or_default();
        // In the same order; only a claim whose part of the text could not be shown has no place.
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
    // What the widget would write is right, however small the figure, if it can be read in one way only.
    let own = region.local(&format::quantity(quantity, region.locale));
    if words == own && !region.is_mixed() {
        return Ok(());
    }
    if words.chars().nth(MAX_WORDS).is_some() {
        return Err(format!(
            "holds more than {MAX_WORDS} characters: let it hold only its figure"
        ));
    }
    let statement = statement::read(words, region)?;
    if words == own {
        return Ok(());
    }
    rule::compare(&statement, quantity, region)
}

/// Whether the widget's own words state their figure to the readers of a region too: it writes the point of the
/// language everywhere.
///
/// # Errors
///
/// A clause that names the number that is another one there.
pub(crate) fn check_own(words: &str, region: Region) -> Result<(), String> {
    let language = Region::from(region.locale);
    let is_other = |token: &&Token<'_>| {
        let meant = number::readings(token.text, language);
        let read = number::readings(token.text, region);
        token.kind == Kind::Number && read.iter().any(|number| !meant.contains(number))
    };
    match tokens::tokens(words, language).iter().find(is_other) {
        Some(token) => Err(format!(
            "the widget writes “{}” here, which readers in the region of this document take for another figure: give words of your own in `text`",
            token.text
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
