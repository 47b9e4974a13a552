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
    let named = separator_line(table);
    let separator = named.unwrap_or_else(|| separator_of(table));
    let mut text = RowReader {
        rest: table.chars().peekable(),
        line: 1,
        separator,
        has_crlf: table
            .find(['\r', '\n'])
            .is_some_and(|end| table[end..].starts_with("\r\n")),
    };
    if named.is_some() {
        text.skip_line();
    }
    let mut rows: Vec<WrittenRow> = Vec::new();
    while text.rest.peek().is_some() {
        let line = text.line;
        let cells = text.row(rows.first().map_or(0, |row| row.cells.len()))?;
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
    /// The separator of cells.
    separator: char,
    /// Whether the first row ends with CR LF.
    has_crlf: bool,
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
    fn skip_spaces(&mut self) {
        let separator = self.separator;
        let is_around = |next: &char| is_space(*next) && *next != separator;
        while self.rest.next_if(is_around).is_some() {}
    }

    fn skip_line(&mut self) {
        while self.next_or_end().is_some_and(|next| next != '\n') {}
    }

    /// The cells up to the end of the row. `columns` is the number of columns, or 0 if it is not known yet.
    fn row(&mut self, columns: usize) -> Result<Vec<String>, Fault> {
        let line = self.line;
        let mut cells: Vec<String> = Vec::new();
        let mut cells_with_odd_quotes = 0;
        loop {
            self.skip_spaces();
            let is_quoted = self.rest.next_if_eq(&'"').is_some();
            let is_last = if is_quoted {
                let (cell, is_last) = self.quoted_cell(cells.len(), columns)?;
                cells.push(cell);
                is_last
            } else {
                let (cell, is_last) = self.plain_cell();
                cells_with_odd_quotes += cell.matches('"').count() % 2;
                cells.push(cell.trim().to_owned());
                is_last
            };
            // One is a sign, as in `5" pipe`. Two may be a pair with a separator between them.
            if cells_with_odd_quotes > 1 {
                let message = "a quote stands within a cell that has no quotes around it: put the cell into quotes, and write each quote in it twice";
                return Err((line, message.into()));
            }
            if is_last {
                return Ok(cells);
            }
        }
    }

    /// A cell without quotes, and whether it is the last one of its row.
    fn plain_cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        loop {
            match self.next_or_end() {
                None | Some('\n') => return (cell, true),
                Some(next) if next == self.separator => return (cell, false),
                Some(next) => cell.push(next),
            }
        }
    }

    /// A cell in quotes, the first of which has been taken, and whether it is the last one of its row. `index`
    /// is the number of cells before it.
    fn quoted_cell(&mut self, index: usize, columns: usize) -> Result<(String, bool), Fault> {
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
        self.skip_spaces();
        let next = self.next_or_end();
        if let Some(next) = next.filter(|next| *next != '\n' && *next != self.separator) {
            let message = format!(
                "a cell that begins here with a quote goes on with `{next}` after the closing quote: write a quote inside of a cell twice"
            );
            return Err((line, message));
        }
        if self.has_rows(&cell, index, columns) {
            let message = "a cell that begins here has whole rows in it: close its quote, or write it without line breaks";
            return Err((line, message.into()));
        }
        Ok((cell, next != Some(self.separator)))
    }

    /// Whether a cell with line breaks looks like the rest of its row and the beginning of a later one: a quote
    /// in the later row, such as that of `5" pipe`, may have closed it by accident.
    fn has_rows(&self, cell: &str, index: usize, columns: usize) -> bool {
        // Spreadsheets that end rows with CR LF break lines inside of cells with LF.
        if columns < 2 || (self.has_crlf && !cell.contains('\r')) {
            return false;
        }
        let separators = |line: &str| separators(line, self.separator);
        let lines: Vec<&str> = cell
            .split(['\n', '\r'])
            .filter(|line| !line.is_empty())
            .collect();
        let [first, middle @ .., last] = lines.as_slice() else {
            return false;
        };
        let is_row = |line: &&str| separators(line) >= columns - 1;
        let is_rest = separators(first) + index >= columns - 1;
        let is_beginning = separators(last) >= index;
        (is_rest && is_beginning && middle.iter().all(is_row))
            || (columns > 2 && lines[1..].iter().any(is_row))
    }
}

/// The number of separators in a line, without those of prose and of figures (`1,234`).
fn separators(line: &str, separator: char) -> usize {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let is_one = |at: &usize| {
        let (before, after) = (&line[..*at], &line[at + separator.len_utf8()..]);
        let group = after.chars().take_while(|sign| is_digit(*sign)).count();
        let is_in_figure = before.ends_with(is_digit) && group == 3;
        !is_in_figure && !after.starts_with(is_space)
    };
    let places = line.match_indices(separator).map(|(at, _)| at);
    places.filter(is_one).count()
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
            ("a \"b\" c,d", vec!["a \"b\" c", "d"]),
        ] {
            let cells = cells(table).remove(0).1;
            assert_eq!(cells, expected, "{table:?}");
        }
    }

    #[test]
    fn prose_with_line_breaks_stays_one_cell() {
        for table in [
            "a,b,c\r\n1,\"One, two,\nthree,four,five\",3\r\n",
            "a,b,c\n1,\"One, two\nthree, four, five\",3\n",
            "a,b\n1,\"Sales rose to 1,234\nor 2,345, or more\"\n",
            "a;b\n1;\"One\ntwo; three\"\n",
        ] {
            let cells = cells(table);
            assert_eq!(cells.len(), 2, "{table:?}");
            assert!(cells[1].1[1].contains('\n'), "{table:?}");
        }
    }

    #[test]
    fn a_quote_that_swallows_rows_is_an_error_with_its_line() {
        for (table, line, message) in [
            ("a,b,c\n1,2,\"3\n4,5,6\n", 2, "never closed"),
            ("a,b,c\n1,\"2,3\n4,5,6\n", 2, "never closed"),
            ("a,b\n\"c,d\n5\",e\n", 2, "whole rows"),
            ("a,b\nc,\"d\ne,f\"\n", 2, "whole rows"),
            ("a,b,c,d\n\"1,2,3,4\n5\",6,7,8\n", 2, "whole rows"),
            ("a,b,c,d\n1,\"2,3,4\n5,6\",7,8\n", 2, "whole rows"),
            ("a,b,c,d\r\n1,\"2,3,4\r\n5,6\",7,8\r\n", 2, "whole rows"),
            ("a,b,c\nd \"e, f\" g,h\n", 2, "within a cell"),
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
