//! Reads and writes the YAML of front matter and fenced blocks.

use super::line::InputLine;
use super::node::{Node, Tree};
use crate::document::{Input, Problem, Value};
use saphyr::{Mapping, Scalar, Yaml, YamlEmitter};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};
use serde_json::Value as Json;
use std::borrow::Cow;
use std::ops::Range;

/// Reads YAML whose first line is at `place`. An empty text is null.
///
/// Numbers keep the digits with which they were written. Anchors are not resolved, because with them a text of
/// a few lines could expand without bounds.
///
/// # Errors
///
/// The first error only. A parser cannot read the text after it.
pub(super) fn read(text: &str, place: InputLine) -> Result<Node, Problem> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        place,
        scalars: Vec::new(),
    };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart(_), _) => {}
            (Event::StreamEnd, _) => return Ok(Node::new(place, Tree::Null)),
            (event, span) => {
                let node = reader.node(event, span, Value::MAX_DEPTH)?;
                reader.end()?;
                return match lost_text(text, &reader.scalars) {
                    Some((line, lost)) => Err(reader.at(line).problem(format!(
                        "YAML takes `{lost}` for a remark and leaves it out: put the text between quotes, or write a space after the # of a remark"
                    ))),
                    None => Ok(node),
                };
            }
        }
    }
}

struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    place: InputLine,
    /// Where the scalars are, as numbers of characters, in the order of the text.
    scalars: Vec<Range<usize>>,
}

impl<'t> Reader<'t> {
    /// The next event. Anchors and tags are errors: without an error, `&Co Partners` would lose a word.
    fn next(&mut self) -> Result<(Event<'t>, Span), Problem> {
        let next = self.parser.next_event();
        let (event, span) = next
            .unwrap_or_else(|| Ok((Event::StreamEnd, Span::default())))
            .map_err(|error| self.broken(&error))?;
        let (anchor, is_tagged) = match &event {
            Event::Scalar(_, _, anchor, tag) => {
                self.scalars.push(span.start.index()..span.end.index());
                (*anchor, tag.is_some())
            }
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor, tag.is_some())
            }
            _ => (0, false),
        };
        let place = self.at(span.start.line());
        if is_tagged {
            return Err(place.problem(
                "a YAML tag (`!…`) means nothing here: remove it, or put the text in quotes",
            ));
        }
        if anchor > 0 {
            return Err(place.problem(
                "a YAML anchor (`&…`) means nothing here: remove it, or put the text in quotes",
            ));
        }
        Ok((event, span))
    }

    fn broken(&self, error: &ScanError) -> Problem {
        let line = error.marker().line();
        self.at(line)
            .problem(format!("not YAML: {}{}", error.info(), mend(error.info())))
    }

    fn at(&self, line: usize) -> InputLine {
        self.place.down(line.saturating_sub(1))
    }

    /// Checks that there is no content after the first value.
    fn end(&mut self) -> Result<(), Problem> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd | Event::Nothing, _) => {}
                (_, span) => {
                    let message = "not YAML: a second document after `---` or `...`: remove it";
                    return Err(self.at(span.start.line()).problem(message));
                }
            }
        }
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: u32) -> Result<Node, Problem> {
        let place = self.at(span.start.line());
        let deeper = || {
            depth
                .checked_sub(1)
                .ok_or_else(|| place.problem(Value::too_deep()))
        };
        match event {
            Event::Scalar(text, style, ..) => Ok(scalar(text, style, place)),
            Event::SequenceStart(..) => {
                let depth = deeper()?;
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        (event, span) => items.push(self.node(event, span, depth)?),
                    }
                }
                Ok(Node::new(place, Tree::List(items)))
            }
            Event::MappingStart(..) => {
                let depth = deeper()?;
                let mut fields: Vec<(String, Node)> = Vec::new();
                loop {
                    let (key, at) = match self.next()? {
                        (Event::MappingEnd, _) => break,
                        (Event::Scalar(key, ..), span) => (key, self.at(span.start.line())),
                        (_, span) => {
                            let at = self.at(span.start.line());
                            return Err(at.problem("not a name of a field: write it in quotes"));
                        }
                    };
                    if fields.iter().any(|(name, _)| *name == key) {
                        return Err(at.problem(format!("`{key}` stands here twice: keep one")));
                    }
                    let (event, span) = self.next()?;
                    let mut value = self.node(event, span, depth)?;
                    // A problem of an object or a list is reported on the line of its name.
                    if matches!(value.tree, Tree::List(_) | Tree::Object(_) | Tree::Null) {
                        value.place = at;
                    }
                    fields.push((key.into_owned(), value));
                }
                Ok(Node::new(place, Tree::Object(fields)))
            }
            Event::Alias(_) => Err(place.problem(
                "an alias (`*…`) means nothing here: write it out, or put the text in quotes",
            )),
            _ => Ok(Node::new(place, Tree::Null)),
        }
    }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, place: InputLine) -> Node {
    let tree = match Scalar::parse_from_cow_and_metadata(text.clone(), style, None) {
        Some(Scalar::Null) => Tree::Null,
        Some(Scalar::Boolean(value)) => Tree::Bool(value),
        // `0x10` is no number of a document.
        Some(Scalar::Integer(number)) if !text.contains(['x', 'o']) => Tree::Integer(number),
        _ => Tree::Text(text.into_owned()),
    };
    Node::new(place, tree)
}

/// The first remark that directly follows its `#`, on the line of a value: `headline: We are #1`. The line is
/// counted from 1. Remarks on lines of their own may be fields that the author has switched off.
fn lost_text(text: &str, scalars: &[Range<usize>]) -> Option<(usize, String)> {
    let signs: Vec<char> = text.chars().collect();
    let mut scalars = scalars
        .iter()
        .map(|scalar| without_remark(&signs, scalar))
        .peekable();
    let (mut line, mut line_start) = (1, 0);
    while let Some(sign) = signs.get(line_start) {
        let length = signs[line_start..]
            .iter()
            .take_while(|sign| **sign != '\n')
            .count();
        let end = line_start + length;
        let begins = (line_start + 1..end).find(|at| {
            while scalars.next_if(|scalar| scalar.end <= *at).is_some() {}
            let is_in_scalar = scalars.peek().is_some_and(|scalar| scalar.contains(at));
            signs[*at] == '#' && signs[at - 1].is_whitespace() && !is_in_scalar
        });
        if let Some(at) = begins {
            let has_value = signs[line_start..at]
                .iter()
                .any(|sign| !sign.is_whitespace());
            let is_word = signs[at + 1..end]
                .first()
                .is_some_and(|next| next.is_alphanumeric());
            if has_value && is_word && *sign != '#' {
                return Some((line, signs[at..end].iter().collect()));
            }
        }
        line_start = end + 1;
        line += 1;
    }
    None
}

/// The range of a scalar. That of the parser also has the remark after a scalar in quotes.
fn without_remark(signs: &[char], scalar: &Range<usize>) -> Range<usize> {
    let Some(quote) = signs
        .get(scalar.start)
        .filter(|sign| matches!(sign, '"' | '\''))
    else {
        return scalar.clone();
    };
    let mut at = scalar.start + 1;
    while at < scalar.end {
        let is_pair = signs[at] == '\\' && *quote == '"'
            || *quote == '\'' && signs[at] == '\'' && signs.get(at + 1) == Some(&'\'');
        if is_pair {
            at += 1;
        } else if signs[at] == *quote {
            break;
        }
        at += 1;
    }
    scalar.start..at.min(scalar.end)
}

/// Says how to fix the errors that YAML reports for ordinary headlines.
fn mend(message: &str) -> &'static str {
    if message.starts_with("mapping values are not allowed") {
        ": put a text that has a colon and a space in it into quotes, or mend the indentation"
    } else if message.contains("trailing content") || message.contains("unexpected character") {
        ": put the whole text into quotes"
    } else if message.contains("did not find expected key")
        || message.contains("did not find expected comment")
    {
        ": put a text that begins with [, {, > or | into quotes, or mend the indentation"
    } else if message.contains("simple key expect") {
        ": write a field as a name, a colon and a space"
    } else if message.contains("unknown anchor") {
        ": put a text that begins with * into quotes"
    } else if message.contains("tab") {
        ": indent with spaces"
    } else {
        ""
    }
}

/// Writes a value as YAML. The fields of an object are written one by one.
pub(super) fn write(value: &Json) -> String {
    match value {
        Json::Object(fields) if !fields.is_empty() => {
            let field = |(key, value): (&String, &Json)| {
                let field = Json::Object([(key.clone(), value.clone())].into_iter().collect());
                emit(&field).unwrap_or_else(|| {
                    format!("{}: {}\n", ascii(&Json::String(key.clone())), ascii(value))
                })
            };
            fields.iter().map(field).collect()
        }
        _ => emit(value).unwrap_or_else(|| format!("{}\n", ascii(value))),
    }
}

/// Writes a value in a readable way; `None` if that would read back as another value. The caller can then write
/// JSON, which is YAML too.
fn emit(value: &Json) -> Option<String> {
    let mut text = String::new();
    let mut emitter = YamlEmitter::new(&mut text);
    emitter.multiline(true);
    emitter.dump(&to_yaml(value)).ok()?;
    let text = text.strip_prefix("---\n")?;
    // Removes the spaces of empty lines.
    let lines = text.lines().map(|line| {
        if line.trim_matches(' ').is_empty() {
            ""
        } else {
            line
        }
    });
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    // An end mark would end the document, but more fields may follow.
    (!text.ends_with("\n...\n") && reads_as(&text, value)).then_some(text)
}

fn reads_as(text: &str, json: &Json) -> bool {
    let place = InputLine {
        input: Input::Article,
        number: 1,
    };
    read(text, place).is_ok_and(|node| node.to_json() == *json)
}

/// JSON without characters that YAML could interpret differently.
fn ascii(json: &Json) -> String {
    let escape = |character: char| match u32::from(character) {
        0..0x7f => character.to_string(),
        code @ 0x7f..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    };
    json.to_string().chars().map(escape).collect()
}

fn to_yaml(json: &Json) -> Yaml<'static> {
    match json {
        Json::Null => Yaml::Value(Scalar::Null),
        Json::Bool(value) => Yaml::Value(Scalar::Boolean(*value)),
        Json::Number(number) => match number.as_i64() {
            Some(number) => Yaml::Value(Scalar::Integer(number)),
            None => Yaml::Value(Scalar::String(number.to_string().into())),
        },
        Json::String(text) => Yaml::Value(Scalar::String(text.clone().into())),
        Json::Array(items) => Yaml::Sequence(items.iter().map(to_yaml).collect()),
        Json::Object(fields) => {
            let mut mapping = Mapping::new();
            for (key, value) in fields {
                mapping.insert(
                    Yaml::Value(Scalar::String(key.clone().into())),
                    to_yaml(value),
                );
            }
            Yaml::Mapping(mapping)
        }
    }
}
