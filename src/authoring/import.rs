//! Converts Markdown, plain text and tables of a spreadsheet to documents.

mod blocks;
mod foreign;
mod foreign_fields;
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
use blocks::BlocksOf;
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

/// The document of an article, with the address of its schema.
fn written(article: &Article) -> Option<Json> {
    let Ok(Json::Object(fields)) = serde_json::to_value(article) else {
        return None;
    };
    let mut document = Map::new();
    document.insert("$schema".into(), SCHEMA.into());
    document.extend(fields);
    Some(Json::Object(document))
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
    /// All problems of the texts, in the order of their lines. At least one is an error; warnings and remarks alone
    /// prevent nothing.
    pub fn document(&self) -> Result<Json, Vec<Problem>> {
        let (article, problems) = self.inspect(&self.read());
        article
            .and_then(|article| written(&article))
            .ok_or(problems)
    }

    /// Makes what readers would see of a document with errors, for those who still write it: the parts at fault are left
    /// out, and a sentence states what it states. `None` if nothing can be shown, or if the text itself cannot be read for
    /// sure.
    ///
    /// ```
    /// use article_widget::authoring::{ImportFormat, Import};
    ///
    /// let text = "---\nlanguage: en\n---\n# A headline\n\nA [link](javascript:a).\n\nA paragraph.\n";
    /// let import = Import::new(text, ImportFormat::Markdown);
    /// assert!(import.document().is_err());
    /// assert_eq!(import.draft().unwrap()["headline"], "A headline");
    /// ```
    #[must_use]
    pub fn draft(&self) -> Option<Json> {
        let read = self.read();
        if read.problems.iter().any(Problem::is_error) {
            return None;
        }
        let (article, _) = Article::read(&read.node?.to_value()?).ok()?;
        written(&article)
    }

    /// The warnings and remarks on texts of which a document can be made, in the order of their lines: what an import
    /// took in another way than it is written, or left out, and what [`remarks`](crate::authoring::remarks()) finds.
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
        let read = self.read();
        let (_, found) = self.inspect(&read);
        let Some(node) = read.node else {
            return Vec::new();
        };
        let unseen = node.to_value().map(|value| remarks_on(&value));
        let with_line = |remark: Problem| Problem {
            place: Some(node.locate(&remark.path).place()),
            ..remark
        };
        let mut unseen: Vec<Problem> = unseen.into_iter().flatten().map(with_line).collect();
        problems::correct_lines(&mut unseen, self.text);
        let found = found.into_iter().filter(|problem| !problem.is_error());
        let mut remarks: Vec<Problem> = found.chain(unseen).collect();
        remarks.sort_by_key(InputLine::of);
        remarks
    }

    /// The article, if there is no error, and all problems in the order of their lines.
    fn inspect(&self, read: &UncheckedDocument) -> (Option<Article>, Vec<Problem>) {
        let mut problems = read.problems.clone();
        let article = match &read.node {
            Some(node) => problems::check(node, &mut problems),
            None => None,
        };
        problems::correct_lines(&mut problems, self.text);
        problems.sort_by_key(InputLine::of);
        problems::join_unquoted(&mut problems);
        let article = article.filter(|_| !problems.iter().any(Problem::is_error));
        (article, problems)
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
        let named = fields.iter().find(|(key, _)| key == HEADLINE);
        let mut content = match self.format {
            ImportFormat::Markdown => {
                let of = named.map_or(BlocksOf::Untitled, |_| BlocksOf::Titled);
                blocks::article(body, place, of, state)
            }
            ImportFormat::Plain => plain::article(body, place),
        };
        match (content.headline.take(), named) {
            (Some(headline), None) => fields.push((HEADLINE.into(), headline)),
            (Some(headline), Some((_, named))) => {
                let remark = second_headline(&headline, named);
                state.remark(headline.place, remark);
                if headline.to_json() != named.to_json() {
                    content.body.insert(0, Node::of_kind("heading", headline));
                }
            }
            (None, _) => {}
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

/// The field of the document.
const HEADLINE: &str = "headline";

/// The remark on a headline below that of the front matter.
fn second_headline(headline: &Node, named: &Node) -> String {
    let line = named.place.number;
    if headline.to_json() == named.to_json() {
        format!("the headline of line {line} stands here again, and is left out")
    } else {
        format!(
            "the headline is that of line {line}, and this is taken for a heading of the text: better write it as one"
        )
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
    let body = blocks::blocks(markdown, START, BlocksOf::Part, &mut state);
    let is_sound = state.is_sound() && state.footnotes.is_empty();
    is_sound.then(|| body.iter().map(Node::to_json).collect())
}

/// The footnotes that definitions read as; see [`read_body`].
pub(super) fn read_footnotes(markdown: &str) -> Option<Json> {
    let mut state = ImportState::default();
    let body = blocks::blocks(markdown, START, BlocksOf::Part, &mut state);
    let is_sound = state.is_sound() && body.is_empty();
    is_sound.then(|| state.footnotes.iter().map(Node::to_json).collect())
}

/// The inline content that Markdown reads as; see [`read_body`].
pub(super) fn read_inlines(markdown: &str) -> Option<Json> {
    let mut state = ImportState::default();
    let node = inlines::of_text(markdown, START, &mut state);
    state.is_sound().then(|| node.to_json())
}

/// The document that Markdown reads as, in the form in which the model writes it; see [`read_body`].
pub(super) fn read_article(markdown: &str) -> Option<Json> {
    let read = Import::new(markdown, ImportFormat::Markdown).read();
    let value = read.node?.to_value()?;
    let article = Article::check(&value).ok()?;
    let is_sound = !read.problems.iter().any(Problem::is_error);
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
        (Tree::Text(text), Shape::Blocks) => {
            Tree::List(blocks::blocks(&text, place, BlocksOf::Part, state))
        }
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
