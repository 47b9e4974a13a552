//! How a whole document is read.

use super::super::block::Block;
use super::super::chart::Chart;
use super::super::commitment::{Commitment, ExchangeRate};
use super::super::inline::Inlines;
use super::super::parts::Parts;
use super::super::related::Related;
use super::{Article, Footnote};
#[cfg(feature = "checks")]
use crate::claims::Region;
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, VERSION, Value};
use crate::messages::{Language, is_tag};
use std::rc::Rc;

pub(super) fn read(document: &Value, reading: &mut Reading<Parts>) -> Option<Article> {
    let root = Path::Root;
    let (fields, language, footnotes) = read_data(document, &root, reading)?;
    let mut article = Article::read_fields(&fields, reading)?;
    if reading.is_strict() {
        check_byline(&article, &language, reading);
    }
    article.version = 1;
    article.language = language;
    article.footnotes = in_order(footnotes, &fields, reading);
    place_the_rest(&mut article.body, &fields, reading);
    let references = std::mem::take(reading.references_mut());
    article.commitments = references.commitments;
    article.exchange_rates = references.rates;
    let parts = std::mem::take(&mut reading.context);
    article.charts = parts.charts;
    article.related = parts.related;
    Some(article)
}

/// Notes a byline that begins with the word that the page writes before it.
fn check_byline(article: &Article, language: &str, reading: &mut Reading<Parts>) {
    let by = Language::of(language).messages().article.by.around().0;
    let byline = article.byline.as_deref().unwrap_or_default();
    if !by.is_empty() && byline.starts_with(by) {
        let by = by.trim_end();
        let message = format!(
            "the page writes “{by}” before it: leave out “{by}”, or name the people in `authors`"
        );
        reading.warn(ProblemKind::Value, &Path::Root.key("byline"), message);
    }
}

impl Fields<'_> {
    /// Reads a field before the others, or alone.
    #[expect(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "so that it stands beside the others"
    )]
    pub(super) fn apart<T: Default>(&self, _: &str, _: &mut Reading<Parts>) -> Option<T> {
        Some(T::default())
    }

    /// The headline. Without it, the article cannot be shown.
    pub(super) fn headline(&self, key: &str, reading: &mut Reading<Parts>) -> Option<Inlines> {
        reading.or_end(|reading| {
            let headline: Inlines = self.required(key, reading)?;
            if headline.plain_text().trim().is_empty() {
                let path = Path::Root.key(key);
                return reading.note(ProblemKind::Value, &path, "an article needs a headline");
            }
            Some(headline)
        })
    }

    /// The body. Without it, the article cannot be shown.
    pub(super) fn body(&self, key: &str, reading: &mut Reading<Parts>) -> Option<Vec<Block>> {
        reading.or_end(|reading| self.required(key, reading))
    }
}

/// The fields of a document, its language and its footnotes. Everything that the text can refer to is then in
/// the context of the reading.
pub(super) fn read_data<'v>(
    document: &'v Value,
    root: &'v Path<'v>,
    reading: &mut Reading<Parts>,
) -> Option<(Fields<'v>, String, Vec<Footnote>)> {
    let expected = "a document, which is an object";
    let fields = Fields::of(document, root, expected, Article::FIELDS, reading)?;
    let version = read_version(&fields, reading);
    // If the version is missing, reading goes on, so that the author learns of the other problems too. If it
    // is another version, its meaning is not known.
    let is_other = matches!(fields.get("version"), Some(Value::Integer(_)));
    if version.is_none() && (is_other || !reading.is_strict()) {
        return None;
    }
    let language = read_language(&fields, reading);
    // Words cannot be compared with the data in a language that is not known.
    let references = reading.references_mut();
    references.has_language = !language.is_empty();
    references.language = Language::of_text(&language);
    #[cfg(feature = "checks")]
    {
        references.region = Region::of(&language);
    }
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

/// A tag such as `en` or `zh-Hant`. If it is not a tag, it is empty, which means "unknown" to browsers.
fn read_language(fields: &Fields<'_>, reading: &mut Reading<Parts>) -> String {
    let tag: Option<String> = fields.required("language", reading);
    let tag = tag.unwrap_or_default();
    if is_tag(&tag) {
        return tag;
    }
    if !tag.is_empty() {
        let message = format!("`{tag}` is not a language: write its tag, such as en or zh-Hant");
        reading.note::<()>(ProblemKind::Value, &Path::Root.key("language"), message);
    }
    String::new()
}

/// Reads everything that the text can refer to, before the text. Returns the footnotes.
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
    let mut charts = reading.identified(value, &root.key("charts"), |read: &Chart| &read.id);
    let compared = |chart: &Chart| (chart.id.clone(), chart.commitments.clone());
    reading.references_mut().charts = charts.iter().map(compared).collect();
    let footnotes = reading.identified(
        fields.get("footnotes"),
        &root.key("footnotes"),
        |read: &Footnote| &read.id,
    );
    let ids = footnotes.iter().map(|note| note.id.clone()).collect();
    reading.references_mut().footnotes = ids;
    let methodology = read_methodology(fields, reading);
    for chart in &mut charts {
        chart.methodology = methodology.clone();
    }
    reading.context.charts = charts.into_iter().map(Rc::new).collect();
    let related = reading.identified(
        fields.get("related"),
        &root.key("related"),
        |read: &Related| &read.id,
    );
    reading.context.related = related.into_iter().map(Rc::new).collect();
    footnotes
}

/// The methodology as plain text, for the charts. The article reads it again, in its place: problems are noted there, and
/// footnotes are numbered there.
fn read_methodology(fields: &Fields<'_>, reading: &mut Reading<Parts>) -> Rc<str> {
    let mark = reading.context.mark();
    let read: Option<Vec<Inlines>> =
        reading.silently(|reading| fields.lenient_or_default("methodology", reading));
    reading.context.rewind(mark);
    let mut text = String::new();
    for paragraph in &read.unwrap_or_default() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&paragraph.plain_text());
    }
    text.into()
}

/// Notes every further rate between two currencies that already have one: it would never be used.
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

/// The value of a list. It may have only few items, because each is compared with all others.
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

/// Places the charts that the body does not place at its end, so that none is lost.
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
        && let Some(index) = items
            .iter()
            .position(|item| matches!(item.field("id"), Some(Value::Text(other)) if other == id))
    {
        let message = format!("nothing in the text refers to `{id}`: add {mend} where it belongs");
        let list = Path::Root.key(list);
        reading.warn(ProblemKind::Unused, &list.index(index), message);
    }
}
