//! Whether words that were written by hand state the figure that the data give.
//!
//! Only where documents are written and prerendered; a browser shows the words as they are.
//! The rules are in `docs/document-format.md`.

mod currency;
mod number;
mod rule;
mod sentence;
mod statement;
mod tokens;
mod vocabulary;

use super::datum::Quantity;
use super::inline::Inlines;
use crate::format::{self, Locale};
use crate::problem::{Kind, Path, Problem};

/// How many characters words with a figure may have.
const MAX_WORDS: usize = 200;

/// What a text states, until the text has been read to its end and can be quoted.
#[derive(Default)]
pub(super) struct Claims {
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
    pub(super) fn open(&mut self) {
        self.depth += 1;
    }

    pub(super) fn add(&mut self, words: &str, message: Option<String>, path: &Path<'_>) {
        self.found.push(Claim {
            words: words.into(),
            message,
            path: path.to_string(),
        });
    }

    /// The problems of a text that has ended, each with its sentence.
    pub(super) fn close(&mut self, text: Option<&Inlines>) -> Vec<Problem> {
        self.depth -= 1;
        if self.depth > 0 {
            return Vec::new();
        }
        let (text, places) = text.map(sentence::words_and_claims).unwrap_or_default();
        // In the same order; only a claim whose part of the text could not be shown has no place.
        let mut places = places.into_iter().peekable();
        let mut problems = Vec::new();
        for claim in self.found.drain(..) {
            let place = places.next_if(|place| text[place.clone()] == claim.words);
            if let Some(message) = claim.message {
                let sentence = place.map_or(claim.words, |place| sentence::around(&text, &place));
                problems.push(Problem {
                    path: claim.path,
                    kind: Kind::Claim,
                    message: format!("{message}, in the sentence “{sentence}”"),
                });
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
pub(super) fn check(words: &str, quantity: &Quantity<'_>, locale: Locale) -> Result<(), String> {
    // What the widget would write is right, however small the figure.
    if words == format::quantity(quantity, locale) {
        return Ok(());
    }
    if words.chars().nth(MAX_WORDS).is_some() {
        return Err(format!(
            "holds more than {MAX_WORDS} characters: let it hold only its figure"
        ));
    }
    let statement = statement::read(words, locale)?;
    rule::compare(&statement, quantity, locale)
}

#[cfg(test)]
mod tests;
