//! A tree of JSON values, each with the line on which it was written.

use super::line::InputLine;
use crate::document::Value;
use serde_json::Value as Json;

/// A value with its line.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) place: InputLine,
    pub(super) tree: Tree,
}

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Integer(i64),
    /// A number that JSON does not keep exactly. It is invalid everywhere in a document.
    Inexact,
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    pub(super) fn new(place: InputLine, tree: Tree) -> Self {
        Self { place, tree }
    }

    pub(super) fn text(place: InputLine, text: impl Into<String>) -> Self {
        Self::new(place, Tree::Text(text.into()))
    }

    /// An object with a single field, such as a block or a mark.
    pub(super) fn of_kind(kind: &str, content: Node) -> Self {
        Self::object(content.place, [(kind, Some(content))])
    }

    /// An object. Fields with `None` are left out.
    pub(super) fn object<'a>(
        place: InputLine,
        fields: impl IntoIterator<Item = (&'a str, Option<Node>)>,
    ) -> Self {
        let fields = fields.into_iter();
        let fields = fields.filter_map(|(key, value)| Some((key.to_owned(), value?)));
        Self::new(place, Tree::Object(fields.collect()))
    }

    /// A number from a text. A whole number is an integer. A decimal number stays a text, as in documents, so
    /// that no digit is lost. So does any other text.
    pub(super) fn number(place: InputLine, text: &str) -> Self {
        match text.parse() {
            Ok(number) => Self::new(place, Tree::Integer(number)),
            Err(_) => Self::text(place, text),
        }
    }

    /// Converts a value. All of its parts get the same line.
    pub(super) fn from_value(value: &Value, place: InputLine) -> Self {
        let tree = match value {
            Value::Null => Tree::Null,
            Value::Bool(value) => Tree::Bool(*value),
            Value::Integer(number) => Tree::Integer(*number),
            Value::Inexact => Tree::Inexact,
            Value::Text(text) => Tree::Text(text.clone()),
            Value::List(items) => {
                let items = items.iter();
                Tree::List(items.map(|item| Self::from_value(item, place)).collect())
            }
            Value::Object(fields) => {
                let fields = fields.iter();
                let fields =
                    fields.map(|(key, value)| (key.clone(), Self::from_value(value, place)));
                Tree::Object(fields.collect())
            }
        };
        Self { place, tree }
    }

    /// The value as JSON, without the lines.
    pub(super) fn to_json(&self) -> Json {
        match &self.tree {
            Tree::Null | Tree::Inexact => Json::Null,
            Tree::Bool(value) => (*value).into(),
            Tree::Integer(number) => (*number).into(),
            Tree::Text(text) => text.as_str().into(),
            Tree::List(items) => items.iter().map(Self::to_json).collect(),
            Tree::Object(fields) => {
                let fields = fields.iter();
                fields
                    .map(|(key, value)| (key.clone(), value.to_json()))
                    .collect()
            }
        }
    }

    /// The value as the model reads it; `None` if it is nested too deep.
    pub(super) fn to_value(&self) -> Option<Value> {
        self.within(Value::MAX_DEPTH)
    }

    fn within(&self, depth: u32) -> Option<Value> {
        Some(match &self.tree {
            Tree::Null => Value::Null,
            Tree::Bool(value) => Value::Bool(*value),
            Tree::Integer(number) => Value::Integer(*number),
            Tree::Inexact => Value::Inexact,
            Tree::Text(text) => Value::Text(text.clone()),
            Tree::List(items) => {
                let depth = depth.checked_sub(1)?;
                let items = items.iter().map(|item| item.within(depth));
                Value::List(items.collect::<Option<_>>()?)
            }
            Tree::Object(fields) => {
                let depth = depth.checked_sub(1)?;
                let fields = fields.iter();
                let fields = fields.map(|(key, value)| Some((key.clone(), value.within(depth)?)));
                Value::Object(fields.collect::<Option<_>>()?)
            }
        })
    }

    /// The value of a field.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match &self.tree {
            Tree::Object(fields) => fields
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, node)| node),
            _ => None,
        }
    }

    /// The line of the value at a JSON path. If there is no such value, the line of its nearest parent.
    pub(super) fn locate(&self, path: &str) -> InputLine {
        let path = path.strip_prefix('.').unwrap_or(path);
        let further = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
        let below = match &self.tree {
            Tree::Object(fields) => fields.iter().find_map(|(key, value)| {
                let rest = path.strip_prefix(key.as_str())?;
                further(rest).then_some((value, rest))
            }),
            Tree::List(items) => path.strip_prefix('[').and_then(|path| {
                let (index, rest) = path.split_once(']')?;
                Some((items.get(index.parse::<usize>().ok()?)?, rest))
            }),
            _ => None,
        };
        below.map_or(self.place, |(node, rest)| node.locate(rest))
    }
}
