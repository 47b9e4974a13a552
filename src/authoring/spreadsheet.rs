//! Commitments and teasers as tables of a spreadsheet: CSV.

use super::import_state::{ImportState, unknown};
use super::line::InputLine;
use super::node::{Node, Tree};
use crate::document::Input;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use serde_json::Value as Json;

/// The columns of a table of commitments: the fields of a commitment, those of its amount and those
/// of its period.
const COMMITMENTS: [&str; 18] = [
    "id",
    "name",
    "value",
    "scale",
    "currency",
    "hedge",
    "equivalents",
    "start",
    "year",
    "fiscalYear",
    "months",
    "years",
    "end",
    "openEnded",
    "periodName",
    "status",
    "purpose",
    "source",
];

/// The columns of a table of teasers: the row, the fields of a teaser, and those of its picture.
const TEASERS: [&str; 12] = [
    "row",
    "kicker",
    "headline",
    "summary",
    "href",
    "source",
    "published",
    "image",
    "imageWidth",
    "imageHeight",
    "imageAlternative",
    "tags",
];

/// The row of teasers that are in no other.
const ROW: &str = "more";

/// A line of a table: its place, and its cells by the names of their columns.
struct TableRow {
    place: InputLine,
    cells: Vec<(&'static str, String)>,
}

impl TableRow {
    /// What stands in a column; an empty cell is none.
    fn get(&self, column: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|(name, _)| *name == column);
        cell.map(|(_, text)| text.as_str())
    }

    fn text(&self, column: &str) -> Option<Node> {
        self.get(column).map(|text| Node::text(self.place, text))
    }

    fn number(&self, column: &str) -> Option<Node> {
        self.get(column)
            .map(|text| Node::number(self.place, text.trim()))
    }

    /// The list in a column, with semicolons between its items.
    fn list(&self, column: &str, item: fn(&str, InputLine) -> Node) -> Option<Node> {
        let items = self.get(column)?.split(';').map(str::trim);
        let items = items.filter(|text| !text.is_empty());
        let items = items.map(|text| item(text, self.place)).collect();
        Some(Node::new(self.place, Tree::List(items)))
    }
}

/// Reads the commitments of a table.
pub(super) fn commitments(table: &str, state: &mut ImportState) -> Vec<Node> {
    let lines = lines(table, Input::Commitments, &COMMITMENTS, state);
    let commitment = |line: &TableRow| {
        let place = line.place;
        let amount = [
            ("value", line.number("value")),
            ("scale", line.text("scale")),
            ("currency", line.text("currency")),
            ("hedge", line.text("hedge")),
        ];
        let open = line.get("openEnded").map(|text| match text {
            "true" => Node::new(place, Tree::Bool(true)),
            _ => Node::text(place, text),
        });
        let period = [
            ("start", line.text("start")),
            ("year", line.number("year")),
            ("fiscalYear", line.number("fiscalYear")),
            ("months", line.number("months")),
            ("years", line.number("years")),
            ("end", line.text("end")),
            ("openEnded", open),
            ("name", line.text("periodName")),
        ];
        Node::object(
            place,
            [
                ("id", line.text("id")),
                ("name", line.text("name")),
                ("amount", Some(Node::object(place, amount))),
                ("equivalents", line.list("equivalents", equivalent)),
                ("period", Some(Node::object(place, period))),
                ("status", line.text("status")),
                ("purpose", line.text("purpose")),
                ("source", line.text("source")),
            ],
        )
    };
    lines.iter().map(commitment).collect()
}

/// Reads a sum such as `about 53 billion USD`, of which the first and the third word may be absent.
fn equivalent(text: &str, place: InputLine) -> Node {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let currency = words.pop();
    let begins_with_digit = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
    let hedge = match words.as_slice() {
        [first, ..] if !begins_with_digit(first) => Some(words.remove(0)),
        _ => None,
    };
    let value = (!words.is_empty()).then(|| words.remove(0));
    let scale = (!words.is_empty()).then(|| words.join(" "));
    let text = |text: &str| Node::text(place, text);
    let fields = [
        ("value", value.map(|value| Node::number(place, value))),
        ("scale", scale.as_deref().map(text)),
        ("currency", currency.map(text)),
        ("hedge", hedge.map(text)),
    ];
    Node::object(place, fields)
}

/// Reads the teasers of a table, each with the id of its row where the table names it.
pub(super) fn teasers(table: &str, state: &mut ImportState) -> Vec<(Option<String>, Node)> {
    let lines = lines(table, Input::Teasers, &TEASERS, state);
    let teaser = |line: &TableRow| {
        let text = |column| (column, line.text(column));
        let fields = [
            text("kicker"),
            text("headline"),
            text("summary"),
            text("href"),
            text("source"),
            text("published"),
            ("image", picture(line)),
            (
                "tags",
                line.list("tags", |tag, place| Node::text(place, tag)),
            ),
        ];
        let row = line.get("row").map(str::to_owned);
        (row, Node::object(line.place, fields))
    };
    lines.iter().map(teaser).collect()
}

/// The picture of a teaser, where the table says anything of one.
fn picture(line: &TableRow) -> Option<Node> {
    let fields = [
        ("src", line.text("image")),
        ("width", line.number("imageWidth")),
        ("height", line.number("imageHeight")),
        ("alternative", line.text("imageAlternative")),
    ];
    let is_there = fields.iter().any(|(_, value)| value.is_some());
    is_there.then(|| Node::object(line.place, fields))
}

/// Adds teasers to the rows of the front matter, and makes those rows that it does not name.
///
/// A teaser that names no row goes to the only one that there is, or to a new one.
pub(super) fn add_teasers(
    fields: &mut Vec<(String, Node)>,
    teasers: Vec<(Option<String>, Node)>,
    title: Option<&str>,
    state: &mut ImportState,
) {
    let Some((_, first)) = teasers.first() else {
        return;
    };
    if !fields.iter().any(|(key, _)| key == "related") {
        fields.push((
            "related".into(),
            Node::new(first.place, Tree::List(Vec::new())),
        ));
    }
    let related = fields.iter_mut().find(|(key, _)| key == "related");
    // What is no list is wrong, which the check is going to say.
    let Some((
        _,
        Node {
            tree: Tree::List(rows),
            ..
        },
    )) = related
    else {
        return;
    };
    let id_of = |row: &Node| match row.get("id").map(|id| &id.tree) {
        Some(Tree::Text(id)) => Some(id.clone()),
        _ => None,
    };
    let only = match rows.as_slice() {
        [row] => id_of(row),
        _ => None,
    };
    for (id, teaser) in teasers {
        let id = id.or_else(|| only.clone()).unwrap_or_else(|| ROW.into());
        let place = teaser.place;
        let known = rows.iter().position(|row| id_of(row).as_ref() == Some(&id));
        let at = known.unwrap_or_else(|| {
            let fields = [("id", Some(Node::text(place, &*id))), ("title", title.map(|title| Node::text(place, title)))];
            rows.push(Node::object(place, fields));
            if title.is_none() {
                let message = format!("the row `{id}` has no title: give --teasers-title, or name the row in the front matter");
                state.note::<()>(place, message);
            }
            rows.len() - 1
        });
        if let Tree::Object(fields) = &mut rows[at].tree {
            if !fields.iter().any(|(key, _)| key == "teasers") {
                fields.push(("teasers".into(), Node::new(place, Tree::List(Vec::new()))));
            }
            let teasers = fields.iter_mut().find(|(key, _)| key == "teasers");
            if let Some((
                _,
                Node {
                    tree: Tree::List(teasers),
                    ..
                },
            )) = teasers
            {
                teasers.push(teaser);
            }
        }
    }
}

/// The lines of a table below its header, which names its columns.
fn lines(
    table: &str,
    input: Input,
    columns: &'static [&'static str],
    state: &mut ImportState,
) -> Vec<TableRow> {
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    let place = InputLine { input, number: 1 };
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter(table))
        .from_reader(table.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            state.note::<()>(place, format!("not CSV: {error}"));
            return Vec::new();
        }
    };
    let mut names: Vec<Option<&'static str>> = Vec::new();
    for name in &header {
        let name = name.trim();
        let mut known = columns.iter().copied();
        let known = known.find(|known| known.eq_ignore_ascii_case(name));
        if known.is_none() {
            let message = format!(
                "the first line names the columns, and {}",
                unknown(name, columns)
            );
            state.note::<()>(place, message);
        } else if names.contains(&known) {
            state.note::<()>(
                place,
                format!("the column `{name}` is there twice: keep one"),
            );
        }
        names.push(known);
    }
    let mut lines = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => lines.push(line(&record, &names, input, state)),
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                let place = InputLine {
                    input,
                    number: to_usize(line),
                };
                state.note::<()>(place, format!("not CSV: {error}"));
            }
        }
    }
    lines
}

fn line(
    record: &StringRecord,
    names: &[Option<&'static str>],
    input: Input,
    state: &mut ImportState,
) -> TableRow {
    let line = record.position().map_or(1, csv::Position::line);
    let place = InputLine {
        input,
        number: to_usize(line),
    };
    if record.len() != names.len() {
        let message = format!(
            "{} cells, where the table has {} columns: put a cell with a comma into quotes",
            record.len(),
            names.len()
        );
        state.note::<()>(place, message);
    }
    let cells = names.iter().zip(record);
    let cells = cells.filter(|(_, cell)| !cell.trim().is_empty());
    TableRow {
        place,
        cells: cells
            .filter_map(|(name, cell)| Some(((*name)?, cell.into())))
            .collect(),
    }
}

fn to_usize(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

/// What stands between the cells: spreadsheets of many countries write semicolons.
fn delimiter(table: &str) -> u8 {
    let header = table.lines().next().unwrap_or_default();
    let found = [b',', b';', b'\t']
        .into_iter()
        .find(|mark| header.as_bytes().contains(mark));
    found.unwrap_or(b',')
}

/// Writes commitments, which are those of a document, as a table.
///
/// # Errors
///
/// None that can be helped: a table in memory takes what is written to it.
pub(super) fn write_commitments(commitments: &[Json]) -> Result<String, csv::Error> {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COMMITMENTS)?;
    for commitment in commitments {
        writer.write_record(COMMITMENTS.map(|column| cell(commitment, column)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cell(commitment: &Json, column: &str) -> String {
    match column {
        "value" | "scale" | "currency" | "hedge" => word(&commitment["amount"][column]),
        "start" | "year" | "fiscalYear" | "months" | "years" | "end" | "openEnded" => {
            word(&commitment["period"][column])
        }
        "periodName" => word(&commitment["period"]["name"]),
        "equivalents" => {
            let sums = commitment[column].as_array().into_iter().flatten();
            let sum = |money: &Json| {
                let words = ["hedge", "value", "scale", "currency"].map(|key| word(&money[key]));
                let words: Vec<String> =
                    words.into_iter().filter(|word| !word.is_empty()).collect();
                words.join(" ")
            };
            sums.map(sum).collect::<Vec<String>>().join("; ")
        }
        _ => word(&commitment[column]),
    }
}

fn word(json: &Json) -> String {
    match json {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}
