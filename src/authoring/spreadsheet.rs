//! Commitments and teasers as tables of a spreadsheet, in CSV.
//!
//! Tables are read as spreadsheets of many countries write them. An ambiguous cell is an error, and the message
//! says what to do in the spreadsheet.

mod commitments;
mod guard;
mod number;
mod rows;
mod teasers;

use super::import_state::{ImportState, unknown};
use super::line::InputLine;
use super::node::{Node, Tree};
use crate::document::Input;
use number::NumberHabit;
use rows::{WrittenRow, WrittenTable};

pub(super) use commitments::{read as commitments, write as write_commitments};
pub(super) use teasers::{add as add_teasers, read as teasers};

/// The columns whose cells show how the table writes numbers with a fraction.
const FIGURES: [&str; 2] = ["value", "equivalents"];

/// A row of a table: its line, and its cells by the names of their columns.
struct TableRow {
    place: InputLine,
    separator: char,
    habit: NumberHabit,
    cells: Vec<(&'static str, String)>,
}

impl TableRow {
    /// The cell in a column; `None` if it is empty.
    fn get(&self, column: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|(name, _)| *name == column);
        cell.map(|(_, text)| text.as_str())
    }

    /// The text of a cell, unchanged.
    fn text(&self, column: &str) -> Option<Node> {
        self.get(column).map(|text| Node::text(self.place, text))
    }

    /// The text of a cell that is not prose. Spaces around it are removed.
    fn code(&self, column: &str) -> Option<Node> {
        let code = self.get(column)?.trim();
        Some(Node::text(self.place, code))
    }

    /// One of a few names. Authors may write it with capitals and spaces.
    fn name<T>(&self, column: &str, names: &[(&str, T)]) -> Option<Node> {
        let name = known_name(self.get(column)?, names);
        Some(Node::text(self.place, name))
    }

    /// A number. An invalid one is reported.
    fn number(&self, column: &str, state: &mut ImportState) -> Option<Node> {
        Some(self.number_of(self.get(column)?, state))
    }

    /// The number that a text is. An invalid one is reported.
    fn number_of(&self, text: &str, state: &mut ImportState) -> Node {
        match number::read(text.trim(), self.separator, self.habit) {
            Ok(number) => Node::number(self.place, &number),
            Err(message) => {
                state.note::<()>(self.place, message);
                // A placeholder: no document is made, but the check would report this cell again.
                Node::new(self.place, Tree::Integer(1))
            }
        }
    }

    /// A list in a cell, with semicolons between its items.
    fn list(&self, column: &str, mut item: impl FnMut(&str) -> Node) -> Option<Node> {
        let items = self.get(column)?.split(';').map(str::trim);
        let items = items.filter(|text| !text.is_empty());
        let items = items.map(&mut item).collect();
        Some(Node::new(self.place, Tree::List(items)))
    }
}

/// The known name that a text means. If there is none, the text itself.
fn known_name<T>(text: &str, names: &[(&str, T)]) -> String {
    let text = text.trim();
    let name = text.to_lowercase().replace(char::is_whitespace, "-");
    if names.iter().any(|(known, _)| *known == name) {
        name
    } else {
        text.to_owned()
    }
}

/// The rows of a table below its header, which names the columns.
fn lines(
    table: &str,
    input: Input,
    columns: &'static [&'static str],
    state: &mut ImportState,
) -> Vec<TableRow> {
    let at = |number| InputLine { input, number };
    let WrittenTable { separator, rows } = match rows::read(table) {
        Ok(rows) => rows,
        Err((line, message)) => {
            state.note::<()>(at(line), message);
            return Vec::new();
        }
    };
    let Some((header, rows)) = rows.split_first() else {
        state.note::<()>(at(1), "an empty table: the first line names the columns");
        return Vec::new();
    };
    let names = names(header, at(header.line), columns, state);
    let line = |row: &WrittenRow| TableRow {
        place: at(row.line),
        separator,
        habit: NumberHabit::default(),
        cells: cells(row, &names, at(row.line), state),
    };
    let mut rows: Vec<TableRow> = rows.iter().map(line).collect();
    let figures = rows
        .iter()
        .flat_map(|row| FIGURES.map(|column| row.get(column)));
    let habit = NumberHabit::of(figures.flatten());
    for row in &mut rows {
        row.habit = habit;
    }
    rows
}

/// The columns of a header; `None` for a column without a name, whose cells must be empty.
fn names(
    header: &WrittenRow,
    place: InputLine,
    columns: &'static [&'static str],
    state: &mut ImportState,
) -> Vec<Option<&'static str>> {
    let mut names: Vec<Option<&'static str>> = Vec::new();
    for name in &header.cells {
        let name = name.trim();
        let mut known = columns.iter().copied();
        let known = known.find(|known| known.eq_ignore_ascii_case(name));
        if known.is_none() && !name.is_empty() {
            let message = format!(
                "the first line names the columns, and {}",
                unknown(name, columns)
            );
            state.note::<()>(place, message);
        } else if known.is_some() && names.contains(&known) {
            state.note::<()>(
                place,
                format!("the column `{name}` is there twice: keep one"),
            );
        }
        names.push(known);
    }
    names
}

/// The non-empty cells of a row, by column.
fn cells(
    row: &WrittenRow,
    names: &[Option<&'static str>],
    place: InputLine,
    state: &mut ImportState,
) -> Vec<(&'static str, String)> {
    let is_full = |cell: &&String| !cell.trim().is_empty();
    // Spreadsheets write rows of one length. An empty cell too many may come from a cell that a separator has
    // divided, with all cells after it in the wrong columns.
    if row.cells.len() != names.len() {
        let count = row.cells.len();
        let what = if count == 1 { "cell" } else { "cells" };
        let mend = if count > names.len() {
            "put a cell with a separator into quotes"
        } else {
            "write a separator for each empty cell too"
        };
        let message = format!(
            "{count} {what}, where the table has {} columns: {mend}",
            names.len()
        );
        state.note::<()>(place, message);
    }
    let mut cells = Vec::new();
    for (index, cell) in row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| is_full(cell))
    {
        match names.get(index) {
            Some(Some(_)) if is_error(cell.trim()) => {
                let message = format!(
                    "`{cell}` is an error of the spreadsheet: mend its formula, or write the text"
                );
                state.note::<()>(place, message);
            }
            Some(Some(name)) => cells.push((*name, guard::unguarded(cell).to_owned())),
            Some(None) => {
                let message = format!(
                    "`{cell}` stands in column {}, which has no name: name it in the first line, or empty the cell",
                    index + 1
                );
                state.note::<()>(place, message);
            }
            None => {}
        }
    }
    cells
}

/// Whether a cell is what spreadsheets show in the place of a value, such as `#REF!`, `#WERT!`, `#N/A`,
/// `Err:502`, or signs where a column is too narrow.
fn is_error(cell: &str) -> bool {
    if let Some(code) = cell.strip_prefix("Err:") {
        return !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    }
    let Some(name) = cell.strip_prefix('#') else {
        return false;
    };
    let is_sign = |sign: char| sign.is_uppercase() || "/0¡¿!?".contains(sign);
    let is_named = name.ends_with(['!', '?']) && name.chars().any(char::is_uppercase);
    let is_absent = ["N/A", "NV", "N/D", "N/V", "Н/Д"].contains(&name);
    is_absent
        || (is_named && name.chars().all(is_sign))
        || (name.len() > 1 && name.bytes().all(|byte| byte == b'#'))
}

#[cfg(test)]
mod tests {
    use super::is_error;

    #[test]
    fn errors_of_spreadsheets_are_no_texts() {
        for cell in [
            "#REF!",
            "#N/A",
            "#NAME?",
            "#DIV/0!",
            "#WERT!",
            "#VALEUR!",
            "#¡REF!",
            "#¿NOMBRE?",
            "#ЗНАЧ!",
            "#NV",
            "#####",
            "Err:502",
        ] {
            assert!(is_error(cell), "{cell}");
        }
        for cell in [
            "#MeToo",
            "#1",
            "#",
            "##",
            "#Yes!",
            "#!",
            "Err:",
            "Error: none",
            "# A!",
            "",
        ] {
            assert!(!is_error(cell), "{cell}");
        }
    }
}
