//! Tables as spreadsheets of many countries write them, and with changed signs.

use super::spreadsheet::with_commitments;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

#[test]
fn yes_and_no_may_be_in_the_language_of_the_menus() {
    let period = |cell: &str, end: &str| {
        let table = format!(
            "id,name,value,currency,start,end,openEnded,status,purpose,source\na,A,1,USD,2025-02,{end},{cell},planned,p,s\n"
        );
        with_commitments(&table).unwrap()["commitments"][0]["period"].clone()
    };
    for cell in ["TRUE", "WAHR", "vrai", "VERDADERO"] {
        assert_eq!(
            period(cell, ""),
            json!({ "start": "2025-02", "openEnded": true })
        );
    }
    for cell in ["FALSE", "FALSCH", "faux", "FALSO"] {
        assert_eq!(
            period(cell, "2026-02"),
            json!({ "start": "2025-02", "end": "2026-02" })
        );
    }
}

/// A table, as spreadsheets with different settings write it.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each habit comes with every other"
)]
struct Habits {
    separator: char,
    end: &'static str,
    has_mark: bool,
    names_separator: bool,
    is_quoted: bool,
    has_empty_rows: bool,
    has_empty_column: bool,
    has_capitals: bool,
    has_line_breaks: bool,
    groups: Groups,
}

/// How a spreadsheet groups the digits before the decimal mark.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Groups {
    None,
    Marks,
    Spaces,
    Apostrophes,
    India,
}

fn habits() -> impl Strategy<Value = Habits> {
    let separator = prop::sample::select(vec![',', ';', '\t']);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    let groups = prop::sample::select(vec![
        Groups::None,
        Groups::Marks,
        Groups::Spaces,
        Groups::Apostrophes,
        Groups::India,
    ]);
    (separator, end, groups, any::<[bool; 7]>()).prop_map(|(separator, end, groups, is)| Habits {
        separator,
        end,
        has_mark: is[0],
        names_separator: is[1],
        is_quoted: is[2],
        has_empty_rows: is[3],
        has_empty_column: is[4],
        has_capitals: is[5],
        has_line_breaks: is[6],
        groups,
    })
}

impl Habits {
    /// The whole part of a figure.
    fn grouped(&self, whole: u32, mark: &str) -> String {
        let group = match self.groups {
            Groups::None => return whole.to_string(),
            Groups::Marks | Groups::India => mark,
            Groups::Spaces => "\u{202f}",
            Groups::Apostrophes => "’",
        };
        let (before, last) = (whole / 1000, whole % 1000);
        match before {
            0 => last.to_string(),
            before if self.groups == Groups::India && before > 99 => {
                format!("{}{group}{:02}{group}{last:03}", before / 100, before % 100)
            }
            before => format!("{before}{group}{last:03}"),
        }
    }

    fn write(&self, rows: &[(String, u32, u32, String)]) -> String {
        let mut lines = vec![
            [
                "id", "name", "value", "currency", "year", "status", "purpose", "source",
            ]
            .map(String::from)
            .to_vec(),
        ];
        for (index, (name, whole, hundredths, status)) in rows.iter().enumerate() {
            let (mark, point) = if self.separator == ',' || self.groups == Groups::India {
                (",", ".")
            } else {
                (".", ",")
            };
            let whole = self.grouped(*whole, mark);
            let purpose = if self.has_line_breaks {
                "halls, and\nmore, too"
            } else {
                "halls"
            };
            let status = if self.has_capitals {
                status.to_uppercase()
            } else {
                status.clone()
            };
            let currency = if self.has_capitals { "usd" } else { "USD" };
            lines.push(
                [
                    &format!("c{index}"),
                    name,
                    &format!("{whole}{point}{hundredths:02}"),
                    currency,
                    "2025",
                    &status,
                    purpose,
                    "note",
                ]
                .map(str::to_owned)
                .to_vec(),
            );
            if self.has_empty_rows {
                lines.push(vec![String::new(); 8]);
            }
        }
        let mut table = String::new();
        table.extend(self.has_mark.then_some('\u{feff}'));
        if self.names_separator {
            table.extend(["sep=", &self.separator.to_string(), self.end]);
        }
        for mut cells in lines {
            cells.extend(self.has_empty_column.then(String::new));
            let cells = cells.iter().map(|cell| {
                let needs_quotes = self.is_quoted
                    || cell.contains([self.separator, '"', '\r', '\n'])
                    || cell.trim() != cell;
                if needs_quotes {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            });
            table.push_str(&cells.collect::<Vec<_>>().join(&self.separator.to_string()));
            table.push_str(self.end);
        }
        table
    }
}

fn rows() -> impl Strategy<Value = Vec<(String, u32, u32, String)>> {
    let status = prop::sample::select(vec!["announced", "planned", "earmarked", "reported"]);
    let row = (
        "[A-Z][ -~éü漢]{0,12}[a-z]",
        1..999_999_u32,
        0..100_u32,
        status.prop_map(String::from),
    );
    prop::collection::vec(row, 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_table_of_any_habit_is_read_back(habits in habits(), rows in rows()) {
        let read = with_commitments(&habits.write(&rows)).unwrap();
        let commitments = read["commitments"].as_array().unwrap();
        prop_assert_eq!(commitments.len(), rows.len());
        for (commitment, (name, whole, hundredths, status)) in commitments.iter().zip(&rows) {
            prop_assert_eq!(&commitment["name"], name);
            prop_assert_eq!(&commitment["status"], status);
            let purpose = if habits.has_line_breaks { "halls, and\nmore, too" } else { "halls" };
            prop_assert_eq!(&commitment["purpose"], purpose);
            let fraction = format!("{hundredths:02}");
            let fraction = fraction.trim_end_matches('0');
            let value = if fraction.is_empty() { json!(whole) } else { json!(format!("{whole}.{fraction}")) };
            prop_assert_eq!(&commitment["amount"]["value"], &value);
        }
    }

    #[test]
    fn a_table_that_lacks_a_quote_loses_no_row_in_silence(habits in habits(), rows in rows(), place in any::<prop::sample::Index>()) {
        let habits = Habits { is_quoted: true, ..habits };
        let table = habits.write(&rows);
        let quotes: Vec<usize> = table.match_indices('"').map(|(at, _)| at).collect();
        let mut table = table;
        table.remove(*place.get(&quotes));
        match with_commitments(&table) {
            Ok(read) => prop_assert_eq!(read["commitments"].as_array().unwrap().len(), rows.len()),
            Err(problems) => prop_assert!(problems.iter().all(|problem| problem.place.is_some())),
        }
    }

    /// Another reader of CSV decides what the changed table says.
    #[test]
    fn a_table_with_a_changed_sign_is_read_as_it_stands_or_refused(
        habits in habits(),
        rows in rows(),
        place in any::<prop::sample::Index>(),
        sign in prop::sample::select(vec![None, Some('"'), Some(','), Some(';'), Some('\t'), Some('\n'), Some('1')]),
    ) {
        // The other reader knows no quote after a tab.
        let sign = if sign == Some('\t') { Some(habits.separator) } else { sign };
        let habits = Habits { names_separator: false, has_mark: false, ..habits };
        let mut table: Vec<char> = habits.write(&rows).chars().collect();
        if let Some(sign) = sign {
            table.insert(place.index(table.len()), sign);
        } else {
            // A sign that separates something.
            let signs: Vec<usize> = (0..table.len()).filter(|at| "\",;\t\r\n".contains(table[*at])).collect();
            table.remove(*place.get(&signs));
        }
        let table: String = table.into_iter().collect();
        if let Ok(read) = with_commitments(&table) {
            let found = read["commitments"].as_array().cloned().unwrap_or_default();
            let found: Vec<Vec<String>> = found.iter().map(cells_of).collect();
            prop_assert_eq!(found, read_with_another_reader(&table, habits.separator), "{}", table);
        }
    }
}

/// The texts of a commitment that a table has as they are, and the digits of its figure.
fn cells_of(commitment: &Json) -> Vec<String> {
    let value = &commitment["amount"]["value"];
    let value = value.as_str().map_or(value.to_string(), str::to_owned);
    let text = |key: &str| {
        commitment[key]
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    vec![
        text("id"),
        text("name"),
        text("purpose"),
        text("source"),
        significant(&value),
    ]
}

/// The digits of a figure, without zeros at its ends.
fn significant(figure: &str) -> String {
    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

fn read_with_another_reader(table: &str, separator: char) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(separator).expect("ASCII"))
        .flexible(true)
        .trim(csv::Trim::Fields)
        .from_reader(table.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|title| title.trim() == name);
    let columns =
        ["id", "name", "purpose", "source", "value"].map(|name| column(name).expect("a column"));
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
        .map(|row| {
            let mut cells = columns.map(|column| row[column].trim().to_owned()).to_vec();
            cells[4] = significant(&cells[4]);
            cells
        })
        .collect()
}
