//! TOML, as some sites have their front matter.

use super::line::InputLine;
use super::node::{Node, Tree};
use crate::document::Problem;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Reads a text of TOML whose first line stands at `place`. Numbers keep the digits that they were written
/// with.
///
/// # Errors
///
/// The first thing that is wrong.
pub(super) fn read(text: &str, place: InputLine) -> Result<Node, Problem> {
    let reader = TomlReader { text, place };
    match DeTable::parse(text) {
        Ok(table) => Ok(reader.table(table.get_ref(), place)),
        Err(error) => {
            let place = reader.at(&error.span().unwrap_or_default());
            Err(place.problem(format!("not TOML: {}", error.message())))
        }
    }
}

struct TomlReader<'t> {
    text: &'t str,
    place: InputLine,
}

impl TomlReader<'_> {
    fn at(&self, range: &Range<usize>) -> InputLine {
        let before = self.text.get(..range.start).unwrap_or_default();
        self.place.down(before.matches('\n').count())
    }

    fn table(&self, table: &DeTable<'_>, place: InputLine) -> Node {
        let mut fields: Vec<(usize, String, Node)> = table
            .iter()
            .map(|(key, value)| {
                let start = key.span().start;
                let node = self.value(value.get_ref(), self.at(&key.span()));
                (start, key.get_ref().to_string(), node)
            })
            .collect();
        // In the order of the text.
        fields.sort_by_key(|(start, ..)| *start);
        let fields = fields.into_iter().map(|(_, key, node)| (key, node));
        Node::new(place, Tree::Object(fields.collect()))
    }

    fn value(&self, value: &DeValue<'_>, place: InputLine) -> Node {
        match value {
            DeValue::String(text) => Node::text(place, &**text),
            DeValue::Integer(number) if number.radix() == 10 => {
                Node::number(place, number.as_str())
            }
            // `0x10` is no number of a document. Its digits without the prefix would be another number.
            DeValue::Integer(number) => Node::text(place, number.to_string()),
            DeValue::Float(number) => Node::text(place, number.as_str()),
            DeValue::Boolean(value) => Node::new(place, Tree::Bool(*value)),
            DeValue::Datetime(date) => Node::text(place, date.to_string()),
            DeValue::Array(items) => {
                let items = items.iter();
                let items = items.map(|item| self.value(item.get_ref(), self.at(&item.span())));
                Node::new(place, Tree::List(items.collect()))
            }
            DeValue::Table(table) => self.table(table, place),
        }
    }
}
