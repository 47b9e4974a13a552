//! From a document to an article: what is wrong costs the part it is in, and is listed.

use super::address::Address;
use super::article::{Article, Block, Chart, Related, Teaser, Term};
use super::commitment::{Commitment, ExchangeRate};
use super::date::Timestamp;
use super::inline::{self, Inline};
use super::money::Currency;
use crate::document::{self, Document, Lenient};
use crate::format;
use crate::problem::{Path, Problem};
use std::rc::Rc;

impl Article {
    /// Checks a document. What is wrong inside one block or teaser is listed beside the
    /// article, which shows everything else.
    ///
    /// # Errors
    ///
    /// The problem for which there is nothing to show: another version of the format, or no headline.
    pub fn check(document: &Document) -> Result<(Self, Vec<Problem>), Problem> {
        if document.version != document::VERSION {
            return Err(Path::Root.key("version").problem(format!(
                "version {} is not known to this widget, which reads version {}",
                document.version,
                document::VERSION
            )));
        }
        if document.headline.trim().is_empty() {
            return Err(Path::Root
                .key("headline")
                .problem("an article needs a headline"));
        }
        let mut problems = Vec::new();
        let data = Data::check(document, &mut problems);
        let mut text = |part: &Option<Lenient<String>>, key| {
            keep(sound(part.as_ref()?, &Path::Root.key(key)), &mut problems).cloned()
        };
        let kicker = text(&document.kicker, "kicker");
        let standfirst = text(&document.standfirst, "standfirst");
        let byline = text(&document.byline, "byline");
        let dateline = text(&document.dateline, "dateline");
        let published = text(&document.published, "published");
        let published = published.and_then(|text| {
            keep(
                Timestamp::check(&text, &Path::Root.key("published")),
                &mut problems,
            )
        });
        let body_path = Path::Root.key("body");
        let mut body = Vec::with_capacity(document.body.len());
        for (index, block) in document.body.iter().enumerate() {
            let block = check_block(block, &body_path.index(index), &data, &body, &mut problems);
            body.extend(block);
        }
        let related = document.related.as_ref().and_then(|part| {
            let related = keep(sound(part, &Path::Root.key("related")), &mut problems)?;
            check_related(related, &mut problems)
        });
        let article = Self {
            language: check_language(&document.language, &mut problems),
            kicker,
            headline: document.headline.clone(),
            standfirst,
            byline,
            dateline,
            published,
            body,
            related,
        };
        Ok((article, problems))
    }
}

/// A tag such as `en` or `zh-Hant`; empty, which says "unknown" to browsers, where it is none.
fn check_language(tag: &str, problems: &mut Vec<Problem>) -> String {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if tag.split('-').all(is_part) {
        return tag.into();
    }
    problems.push(Path::Root.key("language").problem(format!(
        "`{tag}` is not a language: write its tag, such as en or zh-Hant"
    )));
    String::new()
}

/// What charts draw: `None` where one commitment is wrong, because a comparison that silently
/// lacks a company would state another finding.
struct Data {
    commitments: Option<Rc<[Commitment]>>,
    rates: Rc<[ExchangeRate]>,
}

impl Data {
    fn check(document: &Document, problems: &mut Vec<Problem>) -> Self {
        let path = Path::Root.key("commitments");
        let parts = keep(sound(&document.commitments, &path), problems);
        let mut is_whole = parts.is_some();
        let mut checked: Vec<Commitment> = Vec::new();
        for (index, part) in parts.into_iter().flatten().enumerate() {
            let path = path.index(index);
            let commitment = sound(part, &path).and_then(|wire| {
                check_id(&wire.id, checked.iter().map(|other| &other.id), &path)?;
                Commitment::check(wire, &path)
            });
            match keep(commitment, problems) {
                Some(commitment) => checked.push(commitment),
                None => is_whole = false,
            }
        }
        let path = Path::Root.key("exchangeRates");
        let parts = keep(sound(&document.exchange_rates, &path), problems);
        let mut rates = Vec::new();
        for (index, part) in parts.into_iter().flatten().enumerate() {
            let path = path.index(index);
            let rate = sound(part, &path).and_then(|rate| ExchangeRate::check(rate, &path));
            rates.extend(keep(rate, problems));
        }
        Self {
            commitments: is_whole.then(|| checked.into()),
            rates: rates.into(),
        }
    }

    /// Whether a commitment is stated in a currency or can be converted to it.
    fn can_show(&self, commitment: &Commitment, currency: Currency) -> bool {
        let from = commitment.amount.currency;
        let pairs = [(from, currency), (currency, from)];
        let is_rate = |rate: &ExchangeRate| pairs.contains(&(rate.base, rate.quote));
        commitment.stated_in(currency).is_some() || self.rates.iter().any(is_rate)
    }
}

/// `None` where there is nothing to show, and nothing is missed.
fn check_block(
    Lenient(block): &Lenient<document::Block>,
    path: &Path<'_>,
    data: &Data,
    earlier: &[Block],
    problems: &mut Vec<Problem>,
) -> Option<Block> {
    Some(match block {
        Ok(document::Block::Heading(text)) => {
            let path = path.key("heading");
            let text = inline::check(text, &path, problems);
            if inline::plain_text(&text).trim().is_empty() {
                problems.push(path.problem("a heading needs words"));
                return None;
            }
            Block::Heading(text)
        }
        Ok(document::Block::Paragraph(text)) => {
            Block::Paragraph(inline::check(text, &path.key("paragraph"), problems))
        }
        Ok(document::Block::Terms(terms)) => {
            let path = path.key("terms");
            let mut checked = Vec::with_capacity(terms.len());
            for (index, Lenient(term)) in terms.iter().enumerate() {
                let path = path.index(index);
                checked.push(match term {
                    Ok(term) => Term {
                        term: inline::check(&term.term, &path.key("term"), problems),
                        text: inline::check(&term.text, &path.key("text"), problems),
                    },
                    Err(malformed) => {
                        problems.push(path.adopt(&malformed.problem));
                        let mut words = malformed.words.iter().cloned().map(Inline::Text);
                        Term {
                            term: words.next().into_iter().collect(),
                            text: words.collect(),
                        }
                    }
                });
            }
            Block::Terms(checked)
        }
        Ok(document::Block::Chart(chart)) => {
            match check_chart(chart, &path.key("chart"), data, earlier, problems) {
                Ok(chart) => Block::Chart(Rc::new(chart)),
                Err(problem) => {
                    problems.push(problem);
                    Block::Missing
                }
            }
        }
        Err(malformed) => {
            problems.push(path.adopt(&malformed.problem));
            match format::joined(&malformed.words, " ", " ") {
                words if words.is_empty() => Block::Missing,
                words => Block::Paragraph(vec![Inline::Text(words)]),
            }
        }
    })
}

fn check_chart(
    chart: &document::Chart,
    path: &Path<'_>,
    data: &Data,
    earlier: &[Block],
    problems: &mut Vec<Problem>,
) -> Result<Chart, Problem> {
    let taken = earlier.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(&chart.id),
        _ => None,
    });
    check_id(&chart.id, taken, path)?;
    let Some(commitments) = &data.commitments else {
        return Err(
            path.problem("the chart is left out, because a commitment that it compares is wrong")
        );
    };
    if commitments.is_empty() {
        return Err(path.problem("a chart needs something to compare: add it to `commitments`"));
    }
    let currency = Currency::check(&chart.currency, &path.key("currency"))?;
    for commitment in &**commitments {
        if !data.can_show(commitment, currency) {
            problems.push(path.key("currency").problem(format!(
                "`{}` has no figure in {}: state an equivalent, or add an exchange rate",
                commitment.id,
                currency.code()
            )));
        }
    }
    let highlight = chart.highlight.as_ref().and_then(|id| {
        let place = commitments.iter().position(|c| c.id == *id);
        if place.is_none() {
            let message = format!("there is no commitment with the id `{id}`");
            problems.push(path.key("highlight").problem(message));
        }
        place
    });
    Ok(Chart {
        highlight,
        id: chart.id.clone(),
        title: chart.title.clone(),
        currency,
        note: chart.note.clone(),
        source: chart.source.clone(),
        commitments: commitments.clone(),
        rates: data.rates.clone(),
    })
}

fn check_related(related: &document::Related, problems: &mut Vec<Problem>) -> Option<Rc<Related>> {
    let path = Path::Root.key("related");
    let path = path.key("teasers");
    let mut teasers = Vec::with_capacity(related.teasers.len());
    for (index, part) in related.teasers.iter().enumerate() {
        let path = path.index(index);
        let Some(teaser) = keep(sound(part, &path), problems) else {
            continue;
        };
        let address = Address::parse(&teaser.href);
        teasers.push(Teaser {
            kicker: teaser.kicker.clone(),
            headline: teaser.headline.clone(),
            summary: teaser.summary.clone(),
            address: keep(
                address.map_err(|message| path.key("href").problem(message)),
                problems,
            ),
        });
    }
    (!teasers.is_empty()).then(|| {
        Rc::new(Related {
            title: related.title.clone(),
            teasers,
        })
    })
}

/// Checks a short name: letters, digits, `-` and `_`, so that it can stand in an element's id,
/// and not taken yet.
fn check_id<'a>(
    id: &str,
    mut taken: impl Iterator<Item = &'a String>,
    path: &Path<'_>,
) -> Result<(), Problem> {
    let path = path.key("id");
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.is_empty() || !id.chars().all(is_plain) {
        return Err(path.problem(format!(
            "`{id}` is not an id: use letters from a to z, digits, - and _"
        )));
    }
    if taken.any(|other| other == id) {
        return Err(path.problem(format!("the id `{id}` is taken: give each its own")));
    }
    Ok(())
}

/// A part whose shape is right, or its problem with the path from the root.
fn sound<'a, T>(Lenient(part): &'a Lenient<T>, path: &Path<'_>) -> Result<&'a T, Problem> {
    part.as_ref()
        .map_err(|malformed| path.adopt(&malformed.problem))
}

/// Takes the value of a result, or notes its problem.
fn keep<T>(result: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}
