//! Converts Markdown, plain text and tables of a spreadsheet to documents.

mod blocks;
mod foreign;
mod front_matter;
mod inlines;
mod plain;
mod references;
mod scripts;
mod spaces;

use super::SCHEMA;
use super::import_state::ImportState;
use super::line::InputLine;
use super::node::{Node, Tree};
use super::shape::Shape;
use super::spreadsheet;
use crate::document::{Input, MAX_CHARACTERS, Problem, ProblemKind, Value, joined};
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
            Some(node) => check(&node, &mut problems),
            None => None,
        };
        self.correct_lines(&mut problems);
        problems.sort_by_key(InputLine::of);
        join_unquoted(&mut problems);
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

    /// Corrects the lines of problems. An import takes the line separators of word processors for line ends,
    /// but editors do not count them.
    fn correct_lines(&self, problems: &mut [Problem]) {
        if !self.text.contains(SEPARATORS) {
            return;
        }
        let text = self.text.replace("\r\n", "\n");
        let ends = text.chars().filter_map(|sign| match sign {
            '\n' | '\r' => Some(true),
            sign if SEPARATORS.contains(&sign) => Some(false),
            _ => None,
        });
        let ends: Vec<bool> = ends.collect();
        let places = problems
            .iter_mut()
            .filter_map(|problem| problem.place.as_mut());
        for place in places.filter(|place| place.input == Input::Article) {
            let before = ends.iter().take(place.start.line - 1);
            place.start.line = 1 + before.filter(|is_line| **is_line).count();
            place.end = place.start;
        }
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
            .replace(SEPARATORS, "\n");
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

/// The line separators of word processors. An import takes them for line ends.
const SEPARATORS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

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

/// Joins the problems of all texts that YAML takes for numbers or booleans to one problem, which says how to
/// fix them.
fn join_unquoted(problems: &mut Vec<Problem>) {
    let is_unquoted = |problem: &Problem| {
        let is_scalar = ["a number", "a number with a fraction", "true", "false"]
            .iter()
            .any(|found| {
                problem
                    .message
                    .starts_with(&format!("found {found}, expected a text"))
            });
        let is_in_article = problem
            .place
            .as_ref()
            .is_some_and(|place| place.input == Input::Article);
        is_scalar && is_in_article
    };
    let unquoted: Vec<Problem> = problems
        .extract_if(.., |problem| is_unquoted(problem))
        .collect();
    let lines: Vec<InputLine> = unquoted.iter().filter_map(InputLine::of).collect();
    let Some(mut first) = unquoted.into_iter().next() else {
        return;
    };
    let mut others: Vec<String> = lines
        .iter()
        .skip(1)
        .map(|line| line.number.to_string())
        .collect();
    others.dedup();
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!(", here and on line {}", joined(others, ", ", " and ")),
    };
    first.message =
        format!("YAML takes this for no text: put it between quotes, as in \"2025\"{others}");
    let at = problems.partition_point(|problem| InputLine::of(problem) < InputLine::of(&first));
    problems.insert(at, first);
}

/// Checks a document, and adds to each problem the line that causes it.
fn check(node: &Node, found: &mut Vec<Problem>) -> Option<Article> {
    let Some(value) = node.to_value() else {
        found.push(node.place.problem(Value::too_deep()));
        return None;
    };
    let problems = match Article::check(&value) {
        Ok(article) => return Some(article),
        Err(problems) => problems,
    };
    // If something could not be read, references to it would be reported too, and so would fields that are
    // missing on its line. Such follow-up problems are left out.
    let known: Vec<InputLine> = found.iter().filter_map(InputLine::of).collect();
    let has_commitments = matches!(
        node.get("commitments").map(|list| &list.tree),
        Some(Tree::List(items)) if !items.is_empty()
    );
    let is_in_table = |line: &InputLine| line.input == Input::Commitments;
    let is_table_lost = !has_commitments && known.iter().any(is_in_table);
    for problem in problems {
        let place = node.locate(&problem.path);
        let follows = match problem.kind {
            ProblemKind::Unused | ProblemKind::Reference => !known.is_empty(),
            ProblemKind::Missing => known.contains(&place),
            // A chart lacks what an unreadable table has.
            ProblemKind::Value => is_table_lost && problem.path.starts_with("charts["),
            _ => false,
        };
        if !follows {
            found.push(Problem {
                place: Some(place.place()),
                ..problem
            });
        }
    }
    None
}
