//! Tables of Markdown.

use super::super::super::node::{Node, Tree};
use super::{Blocks, CAPTION, Markdown, without};
use comrak::nodes::{NodeTable, NodeValue, TableAlignment};

impl Blocks<'_, '_> {
    /// The caption, if the paragraph is one.
    pub(super) fn caption(&mut self, node: Markdown<'_>) -> Option<Node> {
        let begins = node.first_child().is_some_and(|first| {
            matches!(&first.data().value, NodeValue::Text(text) if text.starts_with(CAPTION))
        });
        if !matches!(node.data().value, NodeValue::Paragraph) || !begins {
            return None;
        }
        let mut caption = self.inlines(node);
        without(&mut caption, CAPTION).then_some(caption)
    }

    /// Reads a table, perhaps below its caption.
    pub(super) fn table(&mut self, node: Markdown<'_>, caption: Option<Node>) -> Option<Node> {
        let place = (self.at)(node);
        let data = node.data();
        let NodeValue::Table(table) = &data.value else {
            return None;
        };
        let mut rows = node.children().map(|row| {
            let cells: Vec<Node> = row.children().map(|cell| self.inlines(cell)).collect();
            ((self.at)(row), cells)
        });
        let (_, titles) = rows.next()?;
        let rows: Vec<_> = rows.collect();
        for row in node.children() {
            self.check_row(row, titles.len());
        }
        let rows = rows
            .into_iter()
            .map(|(place, cells)| Node::new(place, Tree::List(cells)));
        let rows = Node::new(place, Tree::List(rows.collect()));
        let columns = columns(titles, table);
        let fields = [
            ("caption", caption),
            ("columns", Some(Node::new(place, Tree::List(columns)))),
            ("rows", Some(rows)),
        ];
        Some(Node::of_kind("table", Node::object(place, fields)))
    }

    /// Reports a row that has more cells than the table has columns, because the Markdown parser drops the
    /// extra cells.
    fn check_row(&mut self, row: Markdown<'_>, columns: usize) {
        let line = row.data().sourcepos.start.line.saturating_sub(1);
        let line = self.lines.get(line).copied().unwrap_or_default().trim();
        let line = line.strip_prefix('|').unwrap_or(line);
        let mut bars = 0;
        let mut before = None;
        for character in line.chars() {
            if character == '|' && before != Some('\\') {
                bars += 1;
            }
            before = Some(character);
        }
        let ends_with_bar = line.ends_with('|') && !line.ends_with("\\|");
        let cells = bars + usize::from(!ends_with_bar);
        if cells > columns {
            let message = format!(
                "the row has {cells} cells, the table {columns} columns: give one for each, and write \\| for a |"
            );
            self.note::<()>(row, message);
        }
    }

    /// Whether a line of dashes underlines the columns of a table: `-----  ------`.
    pub(super) fn is_rule_of_table(&self, node: Markdown<'_>) -> bool {
        let line = node.data().sourcepos.start.line.saturating_sub(1);
        let columns: Vec<&str> = match self.lines.get(line) {
            Some(line) => line.split_whitespace().collect(),
            None => return false,
        };
        let is_rule = |column: &&str| column.len() > 1 && column.bytes().all(|byte| byte == b'-');
        columns.len() > 1 && columns.iter().all(is_rule)
    }
}

fn columns(titles: Vec<Node>, table: &NodeTable) -> Vec<Node> {
    let aligned = titles.into_iter().zip(&table.alignments);
    let column = |(title, alignment): (Node, &TableAlignment)| {
        let place = title.place;
        let align = match alignment {
            TableAlignment::Center => Some(Node::text(place, "center")),
            TableAlignment::Right => Some(Node::text(place, "end")),
            TableAlignment::Left | TableAlignment::None => None,
        };
        Node::object(place, [("title", Some(title)), ("align", align)])
    };
    aligned.map(column).collect()
}
