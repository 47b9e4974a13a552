//! The statement that words make: one figure, what it counts, and how exact it is said to be.

use super::currency::{self, Named};
use super::number::{self, Number};
use super::region::Region;
use super::tokens::{Kind, Token, tokens};
use super::vocabulary::Vocabulary;
use crate::quantity::Hedge;
use std::ops::Range;

/// The statement that words make.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Statement<'a> {
    /// The numbers that its digits can mean. There is more than one only if the language is not known.
    pub(super) numbers: Vec<Number>,
    /// The divisor of the number: 5 for "two-fifths".
    pub(super) parts: Option<u32>,
    /// The power of ten that multiplies it; `None` where no scale is named.
    pub(super) power: Option<i32>,
    /// What it counts, where the words say so.
    pub(super) measure: Measure,
    /// How exact it is said to be.
    pub(super) hedge: Option<Hedge>,
    /// The currencies that are named, each once.
    pub(super) currencies: Vec<Named<'a>>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// The default, which the words do not name.
    Plain,
    /// A number of times.
    Times,
    /// Hundredths.
    Percent,
}

/// A figure among the tokens.
struct StatedFigure {
    place: Range<usize>,
    numbers: Vec<Number>,
    parts: Option<u32>,
    power: Option<i32>,
    measure: Measure,
}

/// Reads the statement that words make.
///
/// # Errors
///
/// A clause that says what is not understood and how to correct it.
pub(super) fn read(words: &str, region: Region) -> Result<Statement<'_>, String> {
    let text = Text {
        tokens: tokens(words, region),
        vocabulary: Vocabulary::of(region.locale),
        region,
    };
    let figure = text.only_figure()?;
    let (hedge, hedges) = text.hedge(&figure.place)?;
    text.check_the_rest(&figure, &hedges)?;
    let mut currencies: Vec<Named<'_>> = Vec::new();
    for at in 0..text.tokens.len() {
        let is_beside = at + 1 == figure.place.start || at == figure.place.end;
        if let Some(named) = currency::named(&text.tokens, at, region)
            && !figure.place.contains(&at)
            && (is_beside || !named.is_code)
            && !currencies.iter().any(|other| other.text == named.text)
        {
            currencies.push(named);
        }
    }
    Ok(Statement {
        numbers: figure.numbers,
        parts: figure.parts,
        power: figure.power,
        measure: figure.measure,
        hedge,
        currencies,
    })
}

struct Text<'a> {
    tokens: Vec<Token<'a>>,
    vocabulary: &'static Vocabulary,
    region: Region,
}

impl Text<'_> {
    fn only_figure(&self) -> Result<StatedFigure, String> {
        let mut found: Option<StatedFigure> = None;
        let mut at = 0;
        while at < self.tokens.len() {
            let Some(figure) = self.figure(at)? else {
                at += 1;
                continue;
            };
            if let Some(first) = &found {
                return Err(format!(
                    "holds more than one figure, “{}” and “{}”: let it hold only the one that it refers to, and write the other beside it",
                    self.written(&first.place),
                    self.written(&figure.place),
                ));
            }
            at = figure.place.end;
            found = Some(figure);
        }
        found.ok_or_else(|| {
            let mend = "leave out `text` for the words of the widget";
            if self.region.is_strict() {
                format!("holds no figure that is understood: write it in digits, or {mend}")
            } else {
                format!("holds no figure in digits, and in this language only digits are compared: write some, or {mend}")
            }
        })
    }

    /// The figure that begins at a token.
    fn figure(&self, start: usize) -> Result<Option<StatedFigure>, String> {
        let words = self.vocabulary;
        let Some(token) = self.tokens.get(start) else {
            return Ok(None);
        };
        let mut figure = StatedFigure {
            place: start..start + 1,
            numbers: vec![Number::from(1)],
            parts: None,
            power: None,
            measure: Measure::Plain,
        };
        let is_word;
        if token.kind == Kind::Number {
            is_word = false;
            figure.numbers = number::read(token.text, self.region)?;
        } else if let Some(number) = value_of(token.word(), words.numbers) {
            is_word = true;
            figure.numbers = vec![number.into()];
        } else if let Some(times) = value_of(token.word(), words.multiples) {
            figure.numbers = vec![times.into()];
            figure.measure = Measure::Times;
            return Ok(Some(figure));
        } else if self.part(start).is_some() || token.is_any(words.bare_scales) {
            is_word = true;
            figure.place.end = start;
        } else if token.is_any(words.ones)
            && (self.part(start + 1).is_some() || self.scale(start + 1).is_some())
        {
            is_word = true;
        } else {
            return Ok(None);
        }
        if let Some((parts, length)) = self.part(figure.place.end) {
            figure.parts = Some(parts);
            figure.place.end += length;
        }
        self.read_scale(&mut figure);
        self.read_measure(&mut figure);
        if is_word && let Some(compound) = self.compound(&figure.place) {
            return Err(number::unreadable(&compound, self.region));
        }
        Ok(Some(figure))
    }

    /// The divisor that a word for a fraction names at a place, and the number of its tokens.
    fn part(&self, at: usize) -> Option<(u32, usize)> {
        let parts = self.vocabulary.parts.iter();
        let mut found = parts.filter_map(|(phrase, parts)| {
            let length = self.phrase_at(phrase, at)?;
            Some((*parts, length))
        });
        found.next()
    }

    fn scale(&self, at: usize) -> Option<i32> {
        match &self.tokens.get(at)?.kind {
            Kind::Power(power) => Some(*power),
            // Portuguese *mil milhões*. In other languages, the same word alone is a million.
            Kind::Word(word) if word == "mil" && !self.region.is_strict() => {
                (self.scale(at + 1) == Some(6)).then_some(3)
            }
            Kind::Word(word) => value_of(word, self.vocabulary.scales),
            _ => None,
        }
    }

    /// Reads the scales after a number; they multiply each other: "mil millones".
    fn read_scale(&self, figure: &mut StatedFigure) {
        let mut at = figure.place.end;
        // "half a billion", "un quart de milliard".
        if figure.parts.is_some() {
            while self.is_article_or_of(at) {
                at += 1;
            }
        }
        // The "cent" of "five per cent" is not a scale: five per cent is not five hundred.
        while let Some(power) = self.scale(at)
            && self.phrase(self.vocabulary.percent, at).is_none()
        {
            figure.power = Some(figure.power.unwrap_or(0).saturating_add(power));
            at += 1;
            figure.place.end = at;
        }
    }

    fn is_article_or_of(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        self.is_article(token) || token.is_any(&["of", "von", "de", "d"])
    }

    fn is_article(&self, token: &Token<'_>) -> bool {
        token.is_any(self.vocabulary.ones) || token.is_any(self.vocabulary.articles)
    }

    fn read_measure(&self, figure: &mut StatedFigure) {
        let at = figure.place.end;
        let Some(token) = self.tokens.get(at) else {
            return;
        };
        if token.is_sign('×') || token.is_any(self.vocabulary.times) {
            figure.measure = Measure::Times;
            figure.place.end += 1;
        } else if token.is_sign('%') {
            figure.measure = Measure::Percent;
            figure.place.end += 1;
        } else if let Some(length) = self.phrase(self.vocabulary.percent, at) {
            figure.measure = Measure::Percent;
            figure.place.end += length;
        }
    }

    /// The compound, if a number word is only a part of one: "fifty-three", "three-year".
    fn compound(&self, place: &Range<usize>) -> Option<String> {
        let starts_inside = self.tokens[place.start].is_joined;
        let ends_inside = self.tokens.get(place.end).is_some_and(|token| {
            token.is_joined
                && currency::named(&self.tokens, place.end, self.region).is_none()
                && !currency::is_attribute(token.word())
        });
        if !starts_inside && !ends_inside {
            return None;
        }
        let start = place.start - usize::from(starts_inside);
        let end = place.end + usize::from(ends_inside);
        let texts: Vec<&str> = self.tokens[start..end]
            .iter()
            .map(|token| token.text)
            .collect();
        Some(texts.join("-"))
    }

    /// The hedge that the words right before and right after a figure express, and which words they are.
    fn hedge(&self, place: &Range<usize>) -> Result<(Option<Hedge>, Vec<Range<usize>>), String> {
        let mut found: Vec<(Hedge, Range<usize>)> = Vec::new();
        let mut start = place.start;
        while start > 0 {
            if let Some((hedge, length)) = self.hedge_before(start) {
                found.push((hedge, start - length..start));
                start -= length;
            } else if self.is_currency(start - 1) || self.is_article(&self.tokens[start - 1]) {
                start -= 1;
            } else {
                break;
            }
        }
        let mut end = place.end;
        while self.is_currency(end) {
            end += 1;
        }
        if self.tokens.get(end).is_some_and(|token| token.is_sign('+')) {
            found.push((Hedge::AtLeast, end..end + 1));
        } else {
            let after = self.vocabulary.after.iter();
            let phrases = after.filter_map(|(phrase, hedge)| {
                Some((*hedge, end..end + self.phrase_at(phrase, end)?))
            });
            found.extend(phrases.max_by_key(|(_, place)| place.len()));
        }
        if let [(first, one), .., (_, other)] = &*found
            && found.iter().any(|(hedge, _)| hedge != first)
        {
            return Err(format!(
                "says with both “{}” and “{}” how exact its figure is: keep one",
                self.written(one),
                self.written(other),
            ));
        }
        let hedge = found.first().map(|(hedge, _)| *hedge);
        Ok((hedge, found.into_iter().map(|(_, place)| place).collect()))
    }

    /// The longest hedge that ends before a token, and the number of its tokens.
    fn hedge_before(&self, end: usize) -> Option<(Hedge, usize)> {
        let sign = match self.tokens[end - 1].kind {
            Kind::Sign('>') => Some(Hedge::Over),
            Kind::Sign('≥') => Some(Hedge::AtLeast),
            Kind::Sign('≈') => Some(Hedge::About),
            Kind::Sign('≲') => Some(Hedge::Nearly),
            Kind::Sign('≤') => Some(Hedge::UpTo),
            _ => None,
        };
        if let Some(hedge) = sign {
            return Some((hedge, 1));
        }
        let before = self.vocabulary.before.iter();
        let phrases = before.filter_map(|(phrase, hedge)| {
            let length = phrase.split(' ').count();
            let start = end.checked_sub(length)?;
            self.phrase_at(phrase, start)?;
            Some((*hedge, length))
        });
        phrases.max_by_key(|(_, length)| *length)
    }

    fn is_currency(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        currency::is_attribute(token.word())
            || currency::named(&self.tokens, at, self.region).is_some()
    }

    /// Refuses words beside the figure that change its meaning.
    fn check_the_rest(&self, figure: &StatedFigure, hedges: &[Range<usize>]) -> Result<(), String> {
        let words = self.vocabulary;
        let is_read = |at: usize| {
            figure.place.contains(&at) || hedges.iter().any(|hedge| hedge.contains(&at))
        };
        for at in (0..self.tokens.len()).filter(|at| !is_read(*at)) {
            let token = &self.tokens[at];
            let is_scale = self.scale(at).is_some() && token.text.len() > 2;
            let makes_a_difference = figure.measure != Measure::Times && token.is_any(words.more);
            let is_step = token.is_any(words.steps)
                && (at + 1 == figure.place.start
                    || hedges.iter().any(|hedge| hedge.start == at + 1));
            let is_strange_sign = matches!(token.kind, Kind::Sign(sign) if
                sign.is_numeric() || matches!(sign, '−' | '+' | '±' | '‰' | '%' | '×' | '.' | ','));
            let bent = self.phrase(words.bending, at);
            if is_scale || makes_a_difference || is_step || is_strange_sign || bent.is_some() {
                let place = at..at + bent.unwrap_or(1);
                return Err(format!(
                    "holds “{}” beside its figure, which may change what the figure means: keep only the figure, its hedge and its unit",
                    self.written(&place),
                ));
            }
        }
        Ok(())
    }

    /// The number of tokens of the phrase that begins at a token, if it is one of these phrases.
    fn phrase(&self, phrases: &[&str], at: usize) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.phrase_at(phrase, at))
    }

    fn phrase_at(&self, phrase: &str, at: usize) -> Option<usize> {
        let mut length = 0;
        for word in phrase.split(' ') {
            let token = self.tokens.get(at + length)?;
            if token.word() != word {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    /// The words at a place, for a message.
    fn written(&self, place: &Range<usize>) -> String {
        let mut written = String::new();
        for (index, token) in self.tokens[place.clone()].iter().enumerate() {
            match (index, token.is_joined) {
                (0, _) => {}
                (_, true) => written.push('-'),
                (_, false) => written.push(' '),
            }
            written.push_str(token.text);
        }
        written
    }
}

fn value_of<T: Copy>(word: &str, values: &[(&str, T)]) -> Option<T> {
    let entry = values.iter().find(|(known, _)| *known == word);
    entry.map(|(_, value)| *value)
}

#[cfg(test)]
mod tests;
