//! Splits a table into rows and cells. Cells are separated by commas, semicolons or tabs (RFC 4180). Each row
//! has the line on which it begins.
//!
//! This is not done by a library, because a quote that is never closed must be an error with its line: it
//! swallows the rows after it.

use std::iter::Peekable;
use std::str::Chars;

/// A row that is not empty.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrittenRow {
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    /// Its cells. Spaces around cells without quotes are removed.
    pub(super) cells: Vec<String>,
}

/// A table, split into rows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrittenTable {
    /// The separator of cells.
    pub(super) separator: char,
    /// The rows that are not empty.
    pub(super) rows: Vec<WrittenRow>,
}

/// A line and the message about it.
pub(super) type Fault = (usize, String);

/// Reads a table.
///
/// # Errors
///
/// A quote that is never closed, or that is closed before the end of its cell. It is not certain how to read
/// the rest.
pub(super) fn read(table: &str) -> Result<WrittenTable, Fault> {
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    let mut text = RowReader {
        rest: table.chars().peekable(),
        line: 1,
    };
    let separator = match separator_line(table) {
        Some(separator) => {
            text.skip_line();
            separator
        }
        None => separator_of(table),
    };
    let mut rows: Vec<WrittenRow> = Vec::new();
    while text.rest.peek().is_some() {
        let line = text.line;
        let cells = text.row(separator, rows.first().map_or(0, |row| row.cells.len()))?;
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(WrittenRow { line, cells });
        }
    }
    Ok(WrittenTable { separator, rows })
}

/// The separator that a first line such as `sep=;` names. Excel writes and reads such lines.
fn separator_line(table: &str) -> Option<char> {
    let line = table.split(['\r', '\n']).next()?.trim_matches('"');
    let mut rest = line
        .strip_prefix("sep=")
        .or(line.strip_prefix("SEP="))?
        .chars();
    let separator = rest.next()?;
    rest.next().is_none().then_some(separator)
}

/// The separator in the first line. The spreadsheets of many countries write semicolons.
fn separator_of(table: &str) -> char {
    let first = table
        .trim_start()
        .split(['\r', '\n'])
        .next()
        .unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    [';', '\t'].into_iter().fold(',', |most, mark| {
        if count(mark) > count(most) {
            mark
        } else {
            most
        }
    })
}

struct RowReader<'a> {
    rest: Peekable<Chars<'a>>,
    /// The line of the next character.
    line: usize,
}

impl RowReader<'_> {
    /// Takes the next character.
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next()?;
        // CR LF is one line break.
        if next == '\n' || (next == '\r' && self.rest.peek() != Some(&'\n')) {
            self.line += 1;
        }
        Some(next)
    }

    /// Takes the next character outside of quotes. Every line break is returned as `\n`.
    fn next_or_end(&mut self) -> Option<char> {
        match self.next()? {
            '\r' => {
                if self.rest.peek() == Some(&'\n') {
                    self.next();
                }
                Some('\n')
            }
            other => Some(other),
        }
    }

    /// Takes the spaces around a cell.
    fn skip_spaces(&mut self, separator: char) {
        let is_around = |next: &char| is_space(*next) && *next != separator;
        while self.rest.next_if(is_around).is_some() {}
    }

    fn skip_line(&mut self) {
        while self.next_or_end().is_some_and(|next| next != '\n') {}
    }

    /// The cells up to the end of the row. `columns` is the number of columns, or 0 if it is not known yet.
    fn row(&mut self, separator: char, columns: usize) -> Result<Vec<String>, Fault> {
        let mut cells = Vec::new();
        loop {
            self.skip_spaces(separator);
            let is_quoted = self.rest.next_if_eq(&'"').is_some();
            let (cell, is_last) = if is_quoted {
                self.quoted_cell(separator, columns)?
            } else {
                self.plain_cell(separator)
            };
            cells.push(if is_quoted {
                cell
            } else {
                cell.trim().to_owned()
            });
            if is_last {
                return Ok(cells);
            }
        }
    }

    /// A cell without quotes, and whether it is the last one of its row.
    fn plain_cell(&mut self, separator: char) -> (String, bool) {
        let mut cell = String::new();
        loop {
            match self.next_or_end() {
                None | Some('\n') => return (cell, true),
                Some(next) if next == separator => return (cell, false),
                Some(next) => cell.push(next),
            }
        }
    }

    /// A cell in quotes, the first of which has been taken, and whether it is the last one of its row.
    fn quoted_cell(&mut self, separator: char, columns: usize) -> Result<(String, bool), Fault> {
        let line = self.line;
        let mut cell = String::new();
        loop {
            match self.next() {
                None => {
                    let message =
                        "the quote that opens a cell here is never closed: close it, or remove it";
                    return Err((line, message.into()));
                }
                Some('"') if self.rest.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => break,
                Some(next) => cell.push(next),
            }
        }
        // A quote in a later row may have closed this one by accident.
        let looks_like_row =
            |text: &str| columns > 2 && text.matches(separator).count() >= columns - 1;
        if cell.lines().skip(1).any(looks_like_row) {
            let message =
                "a cell that begins here has whole rows in it: close its quote, or remove it";
            return Err((line, message.into()));
        }
        self.skip_spaces(separator);
        match self.next_or_end() {
            None | Some('\n') => Ok((cell, true)),
            Some(next) if next == separator => Ok((cell, false)),
            Some(next) => Err((
                line,
                format!(
                    "a cell that begins here with a quote goes on with `{next}` after the closing quote: write a quote inside of a cell twice"
                ),
            )),
        }
    }
}

/// A space within a line.
fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::{WrittenTable, read};

    fn cells(table: &str) -> Vec<(usize, Vec<String>)> {
        let WrittenTable { rows, .. } = read(table).unwrap();
        rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn rows_have_their_lines_whatever_ends_them() {
        let expected = [
            (1, vec!["a".to_owned(), "b".to_owned()]),
            (3, vec!["c".to_owned(), "d\ne".to_owned()]),
            (6, vec!["f".to_owned(), "g".to_owned()]),
        ];
        // Line breaks inside a cell are kept.
        for end in ["\n", "\r\n", "\r"] {
            let table = "a,b\n\nc,\"d\ne\"\n,\nf,g".replace('\n', end);
            let mut expected = expected.clone();
            expected[1].1[1] = expected[1].1[1].replace('\n', end);
            assert_eq!(cells(&table), expected, "{table:?}");
        }
    }

    #[test]
    fn separators_are_found_or_named() {
        for (table, separator) in [
            ("a,b;c,d\n", ','),
            ("a;b,c;d\n", ';'),
            ("a\tb\n", '\t'),
            ("sep=;\na,b;c\n", ';'),
            ("sep=|\r\na|b\r\n", '|'),
            ("\u{feff}sep=\t\na\tb", '\t'),
            ("a\n", ','),
        ] {
            assert_eq!(read(table).unwrap().separator, separator, "{table:?}");
        }
        assert_eq!(
            cells("sep=;\na,b;c\n"),
            [(2, vec!["a,b".to_owned(), "c".to_owned()])]
        );
    }

    #[test]
    fn quotes_are_kept_and_spaces_around_cells_are_not() {
        for (table, expected) in [
            ("a, \"b, \"\"c\"\"\" ,d", vec!["a", "b, \"c\"", "d"]),
            ("5\" pipe,the \"cloud\"", vec!["5\" pipe", "the \"cloud\""]),
            ("\u{a0}a\u{a0},\u{3000}b", vec!["a", "b"]),
            ("\"\",x", vec!["", "x"]),
            ("a\t \tb", vec!["a", "", "b"]),
        ] {
            let cells = cells(table).remove(0).1;
            assert_eq!(cells, expected, "{table:?}");
        }
    }

    #[test]
    fn a_quote_that_swallows_rows_is_an_error_with_its_line() {
        for (table, line, message) in [
            ("a,b,c\n1,2,\"3\n4,5,6\n", 2, "never closed"),
            ("a,b,c\n1,\"2,3\n4,5,6\n", 2, "never closed"),
            (
                "a,b,c\r\n\r\n1,\"2,3\r\n4,\"5\",6\r\n",
                3,
                "goes on with `5`",
            ),
            ("a,b,c\n1,\"2,3\n4,5,6\n7,\",9\n", 2, "whole rows"),
            ("a,b\n\"x\"y,z\n", 2, "goes on with `y`"),
        ] {
            let (at, found) = read(table).unwrap_err();
            assert_eq!(at, line, "{table:?}");
            assert!(found.contains(message), "{table:?}: {found}");
        }
    }
}
