//! How a whole document is read.

use super::super::block::Block;
use super::super::chart::Chart;
use super::super::commitment::{Commitment, ExchangeRate};
use super::super::inline::Inlines;
use super::super::parts::Parts;
use super::super::related::Related;
use super::{Article, Footnote};
use crate::document::{Fields, Path, ProblemKind, Read, Reading, VERSION, Value};
use crate::format::Locale;
use std::rc::Rc;

/// Every field of a document.
const KNOWN: [&str; 20] = [
    "$schema",
    "version",
    "language",
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "published",
    "modified",
    "takeaways",
    "body",
    "footnotes",
    "sources",
    "methodology",
    "corrections",
    "commitments",
    "exchangeRates",
    "charts",
    "related",
];

pub(super) fn read(document: &Value, reading: &mut Reading<Parts>) -> Option<Article> {
    let root = Path::Root;
    let (fields, language, footnotes) = read_data(document, &root, reading)?;
    // In the order of the page, which is the order of the footnotes' numbers.
    let kicker = fields.lenient("kicker", reading);
    let headline = reading.or_end(|reading| read_headline(&fields, reading));
    let standfirst = fields.lenient("standfirst", reading);
    let byline = fields.lenient("byline", reading);
    let dateline = fields.lenient("dateline", reading);
    let published = fields.lenient("published", reading);
    let modified = fields.lenient("modified", reading);
    let takeaways = fields.lenient_or_default("takeaways", reading);
    let body = reading.or_end(|reading| fields.required("body", reading));
    let corrections = fields.lenient_or_default("corrections", reading);
    let sources = fields.lenient_or_default("sources", reading);
    let methodology = fields.lenient_or_default("methodology", reading);
    let mut body = body?;
    let footnotes = in_order(footnotes, &fields, reading);
    place_the_rest(&mut body, &fields, reading);
    let references = std::mem::take(reading.references_mut());
    let parts = std::mem::take(&mut reading.context);
    Some(Article {
        version: 1,
        language,
        kicker: kicker?,
        headline: headline?,
        standfirst: standfirst?,
        byline: byline?,
        dateline: dateline?,
        published: published?,
        modified: modified?,
        takeaways: takeaways?,
        body,
        footnotes,
        sources: sources?,
        methodology: methodology?,
        corrections: corrections?,
        commitments: references.commitments,
        exchange_rates: references.rates,
        charts: parts.charts,
        related: parts.related,
    })
}

/// The fields of a document, its language and its footnotes. What the text can refer to is in the
/// context of the reading by then.
pub(super) fn read_data<'v>(
    document: &'v Value,
    root: &'v Path<'v>,
    reading: &mut Reading<Parts>,
) -> Option<(Fields<'v>, String, Vec<Footnote>)> {
    let expected = "a document, which is an object";
    let fields = Fields::of(document, root, expected, &KNOWN, reading)?;
    let version = read_version(&fields, reading);
    // An author who forgets the version wants to hear of the rest too; what another version means is not
    // known.
    let is_other = matches!(fields.get("version"), Some(Value::Integer(_)));
    if version.is_none() && (is_other || !reading.is_strict()) {
        return None;
    }
    let language = read_language(&fields, reading);
    // Words cannot be compared with the data in a language that is not known.
    let references = reading.references_mut();
    references.has_language = !language.is_empty();
    references.locale = Locale::of(&language);
    let footnotes = read_references(&fields, reading);
    Some((fields, language, footnotes))
}

fn read_version(fields: &Fields<'_>, reading: &mut Reading<Parts>) -> Option<()> {
    let path = Path::Root.key("version");
    match fields.get("version") {
        Some(Value::Integer(VERSION)) => Some(()),
        Some(Value::Integer(other)) => {
            let message = format!(
                "version {other} is not known to this widget, which reads version {VERSION}"
            );
            reading.note(ProblemKind::Value, &path, message)
        }
        Some(other) => reading.unexpected(other, "the number 1", &path),
        None => reading.note(
            ProblemKind::Missing,
            &Path::Root,
            "the field `version` is missing",
        ),
    }
}

/// A tag such as `en` or `zh-Hant`; empty, which says "unknown" to browsers, where it is none.
fn read_language(fields: &Fields<'_>, reading: &mut Reading<Parts>) -> String {
    let tag: Option<String> = fields.required("language", reading);
    let tag = tag.unwrap_or_default();
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    // Languages have tags of two or three letters; what is longer is the name of one.
    let is_language = |part: &str| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    if tag.split('-').next().is_some_and(is_language) && tag.split('-').all(is_part) {
        return tag;
    }
    if !tag.is_empty() {
        let message = format!("`{tag}` is not a language: write its tag, such as en or zh-Hant");
        reading.note::<()>(ProblemKind::Value, &Path::Root.key("language"), message);
    }
    String::new()
}

fn read_headline(fields: &Fields<'_>, reading: &mut Reading<Parts>) -> Option<Inlines> {
    let headline: Inlines = fields.required("headline", reading)?;
    if headline.plain_text().trim().is_empty() {
        let path = Path::Root.key("headline");
        return reading.note(ProblemKind::Value, &path, "an article needs a headline");
    }
    Some(headline)
}

/// Reads what the text can refer to, before the text; gives the footnotes.
fn read_references(fields: &Fields<'_>, reading: &mut Reading<Parts>) -> Vec<Footnote> {
    let root = Path::Root;
    let before = reading.count;
    let value = few(fields, "exchangeRates", reading);
    let rates: Option<Vec<ExchangeRate>> =
        value.and_then(|value| Vec::read(value, &root.key("exchangeRates"), reading));
    reading.references_mut().rates = rates.unwrap_or_default().into();
    let lacks_rates = reading.is_strict() && reading.count > before;
    reading.references_mut().lacks_rates = lacks_rates;
    if reading.is_strict() && !lacks_rates {
        note_second_rates(reading);
    }
    let value = fields.get("commitments");
    let commitments = reading.identified(value, &root.key("commitments"), |read: &Commitment| {
        &read.id
    });
    let references = reading.references_mut();
    references.lacks_commitments = match value {
        Some(Value::List(items)) => items.len() > commitments.len(),
        other => other.is_some(),
    };
    references.commitments = commitments.into();
    let value = few(fields, "charts", reading);
    let charts = reading.identified(value, &root.key("charts"), |read: &Chart| &read.id);
    let compared = |chart: &Chart| (chart.id.clone(), chart.commitments.clone());
    reading.references_mut().charts = charts.iter().map(compared).collect();
    reading.context.charts = charts.into_iter().map(Rc::new).collect();
    let footnotes = reading.identified(
        fields.get("footnotes"),
        &root.key("footnotes"),
        |read: &Footnote| &read.id,
    );
    let ids = footnotes.iter().map(|note| note.id.clone()).collect();
    reading.references_mut().footnotes = ids;
    let related = reading.identified(
        fields.get("related"),
        &root.key("related"),
        |read: &Related| &read.id,
    );
    reading.context.related = related.into_iter().map(Rc::new).collect();
    footnotes
}

/// Notes the rates between two currencies that another one is between: they would never be used.
fn note_second_rates(reading: &mut Reading<Parts>) {
    let rates = reading.references().rates.clone();
    for (index, rate) in rates.iter().enumerate() {
        let (base, quote) = (rate.base, rate.quote);
        let is_same = |other: &ExchangeRate| {
            [(base, quote), (quote, base)].contains(&(other.base, other.quote))
        };
        if rates[..index].iter().any(is_same) {
            let message = format!(
                "a second rate between {} and {}, of which only the first one counts: leave one out",
                base.code(),
                quote.code()
            );
            let path = Path::Root.key("exchangeRates");
            reading.note::<()>(ProblemKind::Duplicate, &path.index(index), message);
        }
    }
}

/// The value of a list that has few items, because each is compared with each of the others.
fn few<'v>(fields: &Fields<'v>, key: &str, reading: &mut Reading<Parts>) -> Option<&'v Value> {
    let value = fields.get(key)?;
    reading.bound_few(value, &Path::Root.key(key))?;
    Some(value)
}

/// The footnotes in the order of the text; those that it does not refer to come last.
fn in_order(
    mut rest: Vec<Footnote>,
    fields: &Fields<'_>,
    reading: &mut Reading<Parts>,
) -> Vec<Footnote> {
    let mut footnotes = Vec::with_capacity(rest.len());
    for id in &reading.references().referred {
        if let Some(place) = rest.iter().position(|note| note.id == *id) {
            footnotes.push(Footnote {
                is_referred: true,
                ..rest.remove(place)
            });
        }
    }
    for note in &rest {
        unused(fields, "footnotes", &note.id, "{\"footnote\": …}", reading);
    }
    footnotes.append(&mut rest);
    footnotes
}

/// Places the charts that the body forgot at its end, so that none is lost.
fn place_the_rest(body: &mut Vec<Block>, fields: &Fields<'_>, reading: &mut Reading<Parts>) {
    for index in 0..reading.context.charts.len() {
        let chart = reading.context.charts[index].clone();
        if !reading.context.placed.contains(&chart.id) {
            unused(fields, "charts", &chart.id, "{\"chart\": …}", reading);
            body.push(Block::Chart(chart));
        }
    }
}

/// Names something that is defined and never used.
fn unused(fields: &Fields<'_>, list: &str, id: &str, mend: &str, reading: &mut Reading<Parts>) {
    if !reading.is_strict() {
        return;
    }
    if let Some(Value::List(items)) = fields.get(list)
        && let Some(index) = items.iter().position(|item| id_of(item) == Some(id))
    {
        let message = format!("nothing in the text refers to `{id}`: add {mend} where it belongs");
        let list = Path::Root.key(list);
        reading.note::<()>(ProblemKind::Unused, &list.index(index), message);
    }
}

fn id_of(value: &Value) -> Option<&str> {
    let Value::Object(entries) = value else {
        return None;
    };
    entries.iter().find_map(|(key, value)| match value {
        Value::Text(id) if key == "id" => Some(id.as_str()),
        _ => None,
    })
}
