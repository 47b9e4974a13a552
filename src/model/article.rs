//! A whole article.

use super::block::Block;
use super::chart::Chart;
use super::commitment::{Commitment, ExchangeRate};
use super::date::Timestamp;
use super::id::Id;
use super::inline::Inlines;
use super::reading::{Fields, Read, Reading, object};
use super::related::Related;
use crate::document::{VERSION, Value};
use crate::format::Locale;
use crate::problem::{Kind, Path, Problem};
use std::rc::Rc;

/// One article with everything it refers to, which can be shown without further checks.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Article {
    /// The version of the format: 1.
    #[cfg_attr(feature = "authoring", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The language of the text as a BCP 47 tag, for example `en`. Empty only where the document
    /// names none that could be one.
    #[cfg_attr(
        feature = "authoring",
        schemars(
            description = "The language of the text as a BCP 47 tag, for example `en` or `zh-Hant`.",
            regex(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
        )
    )]
    pub language: String,
    /// A word or two above the headline that name the subject.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub kicker: Option<String>,
    /// The title of the article.
    pub headline: Inlines,
    /// One or two sentences under the headline that sum up the article.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub standfirst: Option<Inlines>,
    /// Who wrote it, without the word "By".
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub byline: Option<String>,
    /// Where (and, by custom, when) the report was written.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub dateline: Option<String>,
    /// When it was published.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub published: Option<Timestamp>,
    /// When it was last changed.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub modified: Option<Timestamp>,
    /// What a reader in a hurry should know, point by point.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub takeaways: Vec<Inlines>,
    /// The text, block by block.
    pub body: Vec<Block>,
    /// The footnotes, in the order in which the text refers to them.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub footnotes: Vec<Footnote>,
    /// What the article rests on, one by one.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub sources: Vec<Inlines>,
    /// How its figures were found, paragraph by paragraph.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub methodology: Vec<Inlines>,
    /// What was wrong in an earlier version.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub corrections: Vec<Correction>,
    /// The spending commitments that charts compare and the text refers to.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "wire::is_empty"))]
    #[cfg_attr(feature = "authoring", schemars(with = "Option<Vec<Commitment>>"))]
    pub commitments: Rc<[Commitment]>,
    /// The rates for amounts that are not stated in a currency.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "wire::is_empty"))]
    #[cfg_attr(feature = "authoring", schemars(with = "Option<Vec<ExchangeRate>>"))]
    pub exchange_rates: Rc<[ExchangeRate]>,
    /// The charts, which blocks of the body place.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub charts: Vec<Rc<Chart>>,
    /// Rows of related stories. Blocks of the body may place them; the others follow the article.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub related: Vec<Rc<Related>>,
}

/// What the charts and the rows of related stories of a document are made from: the document without
/// its text.
#[derive(Clone, Debug)]
pub struct Data {
    /// The language, as that of an [`Article`].
    pub language: String,
    /// The charts.
    pub charts: Vec<Rc<Chart>>,
    /// The rows of related stories.
    pub related: Vec<Rc<Related>>,
}

/// A remark under the article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Footnote {
    /// A short name of its own.
    pub id: Id,
    /// The remark.
    pub text: Inlines,
    /// Whether the text refers to it, so that it can lead back.
    #[cfg_attr(feature = "authoring", serde(skip))]
    pub is_referred: bool,
}

impl Read for Footnote {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading) -> Option<Self> {
        let expected = "a footnote, which is an object";
        let fields = Fields::of(value, path, expected, &["id", "text"], reading)?;
        let id = fields.required("id", reading);
        let text = fields.required("text", reading);
        Some(Self {
            id: id?,
            text: text?,
            is_referred: false,
        })
    }
}

/// What was wrong in an earlier version.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Correction {
    /// When it was corrected.
    pub date: Timestamp,
    /// What was wrong, and what is right.
    pub text: Inlines,
}

object!(Correction, "a correction, which is an object",
    date: required "date",
    text: required "text",
);

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

impl Article {
    /// Reads a document as a browser does: what is wrong inside of one part costs that part, and is
    /// listed beside the article, which shows everything else. What is not known is passed over: it
    /// may come from a newer version of the format.
    ///
    /// # Errors
    ///
    /// The problem for which there is nothing to show: another version of the format, no headline,
    /// no body.
    pub fn read(document: &Value) -> Result<(Self, Vec<Problem>), Problem> {
        let mut reading = Reading::new(false);
        match read(document, &mut reading) {
            Some(article) => Ok((article, reading.problems)),
            None => Err(reading.end()),
        }
    }

    /// Reads a document as its author wants it read: every problem counts, also those that a
    /// browser passes over. The article is there only if there is none.
    ///
    /// # Errors
    ///
    /// All problems, in the order in which they were found.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn check(document: &Value) -> Result<Self, Vec<Problem>> {
        let mut reading = Reading::new(true);
        match read(document, &mut reading) {
            Some(article) if reading.problems.is_empty() => Ok(article),
            _ => Err(reading.problems),
        }
    }

    /// The direction of its script: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(&self.language)
    }

    /// How its language writes figures and dates.
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale::of(&self.language)
    }

    /// The rows of related stories that follow the article, because no block places them.
    pub fn following(&self) -> impl Iterator<Item = &Rc<Related>> {
        self.related.iter().filter(|row| {
            let is_it =
                |block: &Block| matches!(block, Block::Related(other) if other.id == row.id);
            !self.body.iter().any(is_it)
        })
    }
}

impl Data {
    /// Reads the data of a document as [`Article::read`] does.
    ///
    /// # Errors
    ///
    /// The problem for which there is nothing to show: another version of the format.
    pub fn read(document: &Value) -> Result<(Self, Vec<Problem>), Problem> {
        let mut reading = Reading::new(false);
        match read_data(document, &Path::Root, &mut reading) {
            Some((_, language)) => Ok((
                Self {
                    language,
                    charts: reading.scope.charts,
                    related: reading.scope.related,
                },
                reading.problems,
            )),
            None => Err(reading.end()),
        }
    }

    /// The direction of its script: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(&self.language)
    }

    /// How its language writes figures and dates.
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale::of(&self.language)
    }
}

fn direction(language: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"];
    let language = language.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT
        .iter()
        .any(|known| known.eq_ignore_ascii_case(language))
    {
        "rtl"
    } else {
        "ltr"
    }
}

fn read(document: &Value, reading: &mut Reading) -> Option<Article> {
    let root = Path::Root;
    let (fields, language) = read_data(document, &root, reading)?;
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
    let footnotes = in_order(&fields, reading);
    place_the_rest(&mut body, &fields, reading);
    let scope = std::mem::take(&mut reading.scope);
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
        commitments: scope.commitments,
        exchange_rates: scope.rates,
        charts: scope.charts,
        related: scope.related,
    })
}

/// The fields of a document, and its language. What the text can refer to is in the scope of the
/// reading by then.
fn read_data<'v>(
    document: &'v Value,
    root: &'v Path<'v>,
    reading: &mut Reading,
) -> Option<(Fields<'v>, String)> {
    let expected = "a document, which is an object";
    let fields = Fields::of(document, root, expected, &KNOWN, reading)?;
    let version = read_version(&fields, reading);
    // Whoever forgets the version wants to hear of the rest too; what another version means is not
    // known.
    let is_other = matches!(fields.get("version"), Some(Value::Integer(_)));
    if version.is_none() && (is_other || !reading.is_strict()) {
        return None;
    }
    let language = read_language(&fields, reading);
    // Words cannot be compared with the data in a language that is not known.
    reading.scope.has_language = !language.is_empty();
    reading.scope.locale = Locale::of(&language);
    read_scope(&fields, reading);
    Some((fields, language))
}

fn read_version(fields: &Fields<'_>, reading: &mut Reading) -> Option<()> {
    let path = Path::Root.key("version");
    match fields.get("version") {
        Some(Value::Integer(VERSION)) => Some(()),
        Some(Value::Integer(other)) => {
            let message = format!(
                "version {other} is not known to this widget, which reads version {VERSION}"
            );
            reading.note(Kind::Value, &path, message)
        }
        Some(other) => reading.unexpected(other, "the number 1", &path),
        None => reading.note(Kind::Missing, &Path::Root, "the field `version` is missing"),
    }
}

/// A tag such as `en` or `zh-Hant`; empty, which says "unknown" to browsers, where it is none.
fn read_language(fields: &Fields<'_>, reading: &mut Reading) -> String {
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
        reading.note::<()>(Kind::Value, &Path::Root.key("language"), message);
    }
    String::new()
}

fn read_headline(fields: &Fields<'_>, reading: &mut Reading) -> Option<Inlines> {
    let headline: Inlines = fields.required("headline", reading)?;
    if headline.plain_text().trim().is_empty() {
        let path = Path::Root.key("headline");
        return reading.note(Kind::Value, &path, "an article needs a headline");
    }
    Some(headline)
}

/// Reads what the text can refer to, before the text.
fn read_scope(fields: &Fields<'_>, reading: &mut Reading) {
    let root = Path::Root;
    let before = reading.count;
    let value = few(fields, "exchangeRates", reading);
    let rates: Option<Vec<ExchangeRate>> =
        value.and_then(|value| Vec::read(value, &root.key("exchangeRates"), reading));
    reading.scope.rates = rates.unwrap_or_default().into();
    reading.scope.lacks_rates = reading.is_strict() && reading.count > before;
    if reading.is_strict() && !reading.scope.lacks_rates {
        note_second_rates(reading);
    }
    let value = fields.get("commitments");
    let commitments = reading.identified(value, &root.key("commitments"), |read: &Commitment| {
        &read.id
    });
    reading.scope.lacks_commitments = match value {
        Some(Value::List(items)) => items.len() > commitments.len(),
        other => other.is_some(),
    };
    reading.scope.commitments = commitments.into();
    let value = few(fields, "charts", reading);
    let charts = reading.identified(value, &root.key("charts"), |read: &Chart| &read.id);
    reading.scope.charts = charts.into_iter().map(Rc::new).collect();
    reading.scope.footnotes = reading.identified(
        fields.get("footnotes"),
        &root.key("footnotes"),
        |read: &Footnote| &read.id,
    );
    let related = reading.identified(
        fields.get("related"),
        &root.key("related"),
        |read: &Related| &read.id,
    );
    reading.scope.related = related.into_iter().map(Rc::new).collect();
}

/// Notes the rates between two currencies that another one is between: they would never be used.
fn note_second_rates(reading: &mut Reading) {
    let rates = reading.scope.rates.clone();
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
            reading.note::<()>(Kind::Duplicate, &path.index(index), message);
        }
    }
}

/// The value of a list that has few items, because each is compared with each of the others.
fn few<'v>(fields: &Fields<'v>, key: &str, reading: &mut Reading) -> Option<&'v Value> {
    let value = fields.get(key)?;
    reading.bound_few(value, &Path::Root.key(key))?;
    Some(value)
}

/// The footnotes in the order of the text; those that it does not refer to come last.
fn in_order(fields: &Fields<'_>, reading: &mut Reading) -> Vec<Footnote> {
    let scope = &mut reading.scope;
    let mut rest = std::mem::take(&mut scope.footnotes);
    let mut footnotes = Vec::with_capacity(rest.len());
    for id in &scope.referred {
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
fn place_the_rest(body: &mut Vec<Block>, fields: &Fields<'_>, reading: &mut Reading) {
    for index in 0..reading.scope.charts.len() {
        let chart = reading.scope.charts[index].clone();
        if !reading.scope.placed.contains(&chart.id) {
            unused(fields, "charts", &chart.id, "{\"chart\": …}", reading);
            body.push(Block::Chart(chart));
        }
    }
}

/// Names something that is defined and never used.
fn unused(fields: &Fields<'_>, list: &str, id: &str, mend: &str, reading: &mut Reading) {
    if !reading.is_strict() {
        return;
    }
    if let Some(Value::List(items)) = fields.get(list)
        && let Some(index) = items.iter().position(|item| id_of(item) == Some(id))
    {
        let message = format!("nothing in the text refers to `{id}`: add {mend} where it belongs");
        let list = Path::Root.key(list);
        reading.note::<()>(Kind::Unused, &list.index(index), message);
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

#[cfg(feature = "authoring")]
mod wire {
    use std::rc::Rc;

    pub(super) fn is_empty<T>(list: &Rc<[T]>) -> bool {
        list.is_empty()
    }
}
