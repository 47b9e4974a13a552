//! Converts Markdown, plain text and tables of a spreadsheet to documents.

mod blocks;
mod foreign;
mod front_matter;
mod inlines;
mod plain;
mod problems;
mod references;
mod scripts;
mod spaces;

use super::SCHEMA;
use super::import_state::ImportState;
use super::line::InputLine;
use super::node::{Node, Tree};
use super::remarks::remarks_on;
use super::shape::Shape;
use super::spreadsheet;
use crate::document::{Input, MAX_CHARACTERS, Problem};
use crate::model::Article;
use serde_json::{Map, Value as Json};

pub(super) use blocks::{ANY, ATTRIBUTION, CAPTION};
pub(super) use inlines::{DATUM, PARAMETERS, TERM};

/// The texts that are converted to a document.
///
/// ```
/// use article_widget::authoring::{ImportFormat, Import};
///
/// let text = "---\nlanguage: en\n---\n# A headline\n\nA *short* paragraph.\n";
/// let document = Import::new(text, ImportFormat::Markdown).document().unwrap();
/// assert_eq!(document["headline"], "A headline");
/// assert_eq!(document["body"][0]["paragraph"][1]["emphasis"], "short");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// The text of the article, with or without front matter.
    pub text: &'a str,
    /// The format of the text.
    pub format: ImportFormat,
    /// The language of the article, if the front matter does not state it.
    pub language: Option<&'a str>,
    /// A table of commitments as CSV. They are added after those of the front matter.
    pub commitments: Option<&'a str>,
    /// A table of teasers as CSV. They are added after those of the front matter.
    pub teasers: Option<&'a str>,
    /// The title above the teasers of the table, for rows that are not in the front matter.
    pub teasers_title: Option<&'a str>,
}

/// The format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportFormat {
    /// Markdown, as `docs/markdown.md` describes it.
    Markdown,
    /// Plain text: paragraphs with blank lines between them.
    Plain,
}

impl<'a> Import<'a> {
    /// An import of a text without tables or options.
    #[must_use]
    pub fn new(text: &'a str, format: ImportFormat) -> Self {
        Self {
            text,
            format,
            language: None,
            commitments: None,
            teasers: None,
            teasers_title: None,
        }
    }

    /// Makes the document. It is checked, its fields are in the order of the format, and it has a `$schema`.
    ///
    /// # Errors
    ///
    /// All problems of the texts, in the order of their lines.
    pub fn document(&self) -> Result<Json, Vec<Problem>> {
        let read = self.read();
        let mut problems = read.problems;
        let article = match read.node {
            Some(node) => problems::check(&node, &mut problems),
            None => None,
        };
        problems::correct_lines(&mut problems, self.text);
        problems.sort_by_key(InputLine::of);
        problems::join_unquoted(&mut problems);
        match article.map(serde_json::to_value) {
            Some(Ok(Json::Object(fields))) if problems.is_empty() => {
                let mut document = Map::new();
                document.insert("$schema".into(), SCHEMA.into());
                document.extend(fields);
                Ok(Json::Object(document))
            }
            _ => Err(problems),
        }
    }

    /// Looks for what may not be meant in the texts, as [`remarks`](crate::authoring::remarks()) does in a
    /// document. The texts should have no problems.
    ///
    /// ```
    /// use article_widget::authoring::{ImportFormat, Import};
    ///
    /// let text = "---\nlanguage: de\n---\n# Zucker\u{ad}rohr\n\nText.\n";
    /// let remarks = Import::new(text, ImportFormat::Markdown).remarks();
    /// assert_eq!(remarks[0].place.as_ref().unwrap().start.line, 4);
    /// ```
    #[must_use]
    pub fn remarks(&self) -> Vec<Problem> {
        let Some(node) = self.read().node else {
            return Vec::new();
        };
        let found = node.to_value().map(|value| remarks_on(&value));
        let with_line = |remark: Problem| Problem {
            place: Some(node.locate(&remark.path).place()),
            ..remark
        };
        let mut remarks: Vec<Problem> = found.into_iter().flatten().map(with_line).collect();
        problems::correct_lines(&mut remarks, self.text);
        remarks.sort_by_key(InputLine::of);
        remarks
    }

    /// Reads the texts without checking the document.
    fn read(&self) -> UncheckedDocument {
        let mut state = ImportState::default();
        let node = self.read_into(&mut state);
        UncheckedDocument {
            node,
            problems: state.problems,
        }
    }

    fn read_into(&self, state: &mut ImportState) -> Option<Node> {
        let first = START;
        for (input, text) in [
            (Input::Article, Some(self.text)),
            (Input::Commitments, self.commitments),
            (Input::Teasers, self.teasers),
        ] {
            if text.is_some_and(|text| text.len() > MAX_CHARACTERS) {
                let message = format!("a text of more than {MAX_CHARACTERS} bytes: divide it");
                return state.note(InputLine { input, number: 1 }, message);
            }
        }
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let text = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace(problems::SEPARATORS, "\n");
        let parts = front_matter::split(&text, state)?;
        let mut fields = front_matter::read(&parts, state)?;
        let (body, place) = (&*spaces::meant(parts.body), parts.body_at);
        let content = match self.format {
            ImportFormat::Markdown => blocks::article(body, place, state),
            ImportFormat::Plain => plain::article(body, place),
        };
        if let Some(headline) = content.headline {
            match fields.iter().find(|(key, _)| key == "headline") {
                None => fields.push(("headline".into(), headline)),
                Some((_, named)) => {
                    let message = format!(
                        "a second headline, after that of line {}: use ## for a heading, or remove one of them",
                        named.place.number
                    );
                    state.note::<()>(headline.place, message);
                }
            }
        }
        append(
            &mut fields,
            "footnotes",
            std::mem::take(&mut state.footnotes),
        );
        if let Some(language) = self.language
            && !fields.iter().any(|(key, _)| key == "language")
        {
            fields.push(("language".into(), Node::text(first, language)));
        }
        if !fields.iter().any(|(key, _)| key == "version") {
            fields.push(("version".into(), Node::new(first, Tree::Integer(1))));
        }
        if let Some(table) = self.commitments {
            let commitments = spreadsheet::commitments(table, state);
            append(&mut fields, "commitments", commitments);
        }
        if let Some(table) = self.teasers {
            let teasers = spreadsheet::teasers(table, state);
            spreadsheet::add_teasers(&mut fields, teasers, self.teasers_title, state);
        }
        fields.push(("body".into(), Node::new(place, Tree::List(content.body))));
        Some(Node::new(first, Tree::Object(fields)))
    }
}

/// A document that has not been checked.
struct UncheckedDocument {
    /// `None` if the front matter cannot be read.
    node: Option<Node>,
    problems: Vec<Problem>,
}

/// The content of a text after its front matter.
struct ParsedBody {
    headline: Option<Node>,
    body: Vec<Node>,
}

/// The blocks that Markdown reads as, for an export that compares them with those it has written; `None` if an
/// import would report a problem.
pub(super) fn read_body(markdown: &str) -> Option<Json> {
    let mut state = ImportState::default();
    let body = blocks::blocks(markdown, START, true, &mut state);
    let is_sound = state.problems.is_empty() && state.footnotes.is_empty();
    is_sound.then(|| body.iter().map(Node::to_json).collect())
}

/// The footnotes that definitions read as; see [`read_body`].
pub(super) fn read_footnotes(markdown: &str) -> Option<Json> {
    let mut state = ImportState::default();
    let body = blocks::blocks(markdown, START, true, &mut state);
    let is_sound = state.problems.is_empty() && body.is_empty();
    is_sound.then(|| state.footnotes.iter().map(Node::to_json).collect())
}

/// The inline content that Markdown reads as; see [`read_body`].
pub(super) fn read_inlines(markdown: &str) -> Option<Json> {
    let mut state = ImportState::default();
    let node = inlines::of_text(markdown, START, &mut state);
    state.problems.is_empty().then(|| node.to_json())
}

/// The document that Markdown reads as, in the form in which the model writes it; see [`read_body`].
pub(super) fn read_article(markdown: &str) -> Option<Json> {
    let read = Import::new(markdown, ImportFormat::Markdown).read();
    let value = read.node?.to_value()?;
    let article = Article::check(&value).ok()?;
    let is_sound = read.problems.is_empty();
    serde_json::to_value(article).ok().filter(|_| is_sound)
}

/// The first line of the article's text.
const START: InputLine = InputLine {
    input: Input::Article,
    number: 1,
};

/// Reads the texts of a value as Markdown wherever the format allows inline content.
fn with_inlines(node: Node, shape: &Shape, state: &mut ImportState) -> Node {
    let place = node.place;
    let tree = match (node.tree, shape) {
        (Tree::Text(text), Shape::Inlines) => return inlines::of_text(&text, place, state),
        (Tree::Text(text), Shape::Blocks) => Tree::List(blocks::blocks(&text, place, true, state)),
        (Tree::List(items), Shape::List(shape)) => {
            let items = items.into_iter();
            Tree::List(items.map(|item| with_inlines(item, shape, state)).collect())
        }
        (Tree::List(items), Shape::Blocks) => {
            let items = items.into_iter();
            let items = items.map(|item| with_inlines(item, Shape::block(), state));
            Tree::List(items.collect())
        }
        (Tree::Object(fields), shape @ Shape::Fields(_)) => {
            let fields = fields.into_iter().map(|(key, value)| {
                let value = with_inlines(value, shape.field(&key), state);
                (key, value)
            });
            Tree::Object(fields.collect())
        }
        (tree, _) => tree,
    };
    Node { place, tree }
}

/// Appends items to a list of the front matter, which may be absent.
fn append(fields: &mut Vec<(String, Node)>, key: &str, mut items: Vec<Node>) {
    let Some(first) = items.first() else {
        return;
    };
    match fields.iter_mut().find(|(name, _)| name == key) {
        Some((
            _,
            Node {
                tree: Tree::List(list),
                ..
            },
        )) => list.append(&mut items),
        Some((_, Node { tree, .. })) if matches!(tree, Tree::Null) => *tree = Tree::List(items),
        // A value that is not a list is invalid. The check reports that.
        Some(_) => {}
        None => {
            let list = Node::new(first.place, Tree::List(items));
            fields.push((key.into(), list));
        }
    }
}
