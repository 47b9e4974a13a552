//! Tables of commitments.

use super::super::import_state::ImportState;
use super::super::line::InputLine;
use super::super::node::{Node, Tree};
use super::guard::{NO, YES, guarded, is_one_of};
use super::number::written;
use super::{TableRow, known_name, lines};
use crate::document::Input;
use crate::model::Status;
use crate::quantity::{Hedge, Scale};
use serde_json::Value as Json;

/// The columns of a table of commitments: the fields of a commitment, of its amount and of its period.
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

/// The columns with numbers. They need no apostrophe, because a spreadsheet may read them as numbers.
const NUMBERS: [&str; 5] = ["value", "year", "fiscalYear", "months", "years"];

/// Reads the commitments of a table.
pub(in super::super) fn read(table: &str, state: &mut ImportState) -> Vec<Node> {
    let lines = lines(table, Input::Commitments, &COMMITMENTS, state);
    lines.iter().map(|line| commitment(line, state)).collect()
}

fn commitment(line: &TableRow, state: &mut ImportState) -> Node {
    let place = line.place;
    let amount = [
        ("value", line.number("value", state)),
        ("scale", line.name("scale", Scale::NAMES)),
        (
            "currency",
            line.get("currency").map(|code| currency(code, place)),
        ),
        ("hedge", line.name("hedge", Hedge::NAMES)),
    ];
    let period = [
        ("start", line.code("start")),
        ("year", line.number("year", state)),
        ("fiscalYear", line.number("fiscalYear", state)),
        ("months", line.number("months", state)),
        ("years", line.number("years", state)),
        ("end", line.code("end")),
        ("openEnded", open_ended(line)),
        ("name", line.text("periodName")),
    ];
    let equivalents = line.list("equivalents", |text| equivalent(text, line, state));
    Node::object(
        place,
        [
            ("id", line.code("id")),
            ("name", line.text("name")),
            ("amount", Some(Node::object(place, amount))),
            ("equivalents", equivalents),
            ("period", Some(Node::object(place, period))),
            ("status", line.name("status", Status::NAMES)),
            ("purpose", line.text("purpose")),
            ("source", line.text("source")),
        ],
    )
}

/// The code of a currency, converted to capitals.
fn currency(code: &str, place: InputLine) -> Node {
    let code = code.trim();
    if code.len() == 3 {
        Node::text(place, code.to_ascii_uppercase())
    } else {
        Node::text(place, code)
    }
}

/// Whether a period is open-ended. Spreadsheets write `TRUE` and `FALSE`, in the language of their menus.
fn open_ended(line: &TableRow) -> Option<Node> {
    let text = line.get("openEnded")?.trim();
    if is_one_of(text, &NO) {
        None
    } else if is_one_of(text, &YES) {
        Some(Node::new(line.place, Tree::Bool(true)))
    } else {
        Some(Node::text(line.place, text))
    }
}

/// Reads a sum such as `about 53 billion USD`. The hedge and the scale may be absent.
fn equivalent(text: &str, line: &TableRow, state: &mut ImportState) -> Node {
    let place = line.place;
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let code = words.pop();
    let is_digit = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    // The number may contain spaces: `52 500`.
    let start = words
        .iter()
        .position(|word| is_digit(word))
        .unwrap_or(words.len());
    let length = words[start..]
        .iter()
        .take_while(|word| is_digit(word))
        .count();
    let scale = words.split_off(start + length).join(" ");
    let value = words.split_off(start).join(" ");
    let hedge = words.join(" ");
    let is_there = |text: &String| !text.is_empty();
    let name = |text: String| Node::text(place, text);
    let value = Some(value).filter(is_there);
    let fields = [
        ("value", value.map(|value| line.number_of(&value, state))),
        (
            "scale",
            Some(scale)
                .filter(is_there)
                .map(|scale| name(known_name(&scale, Scale::NAMES))),
        ),
        ("currency", code.map(|code| currency(code, place))),
        (
            "hedge",
            Some(hedge)
                .filter(is_there)
                .map(|hedge| name(known_name(&hedge, Hedge::NAMES))),
        ),
    ];
    Node::object(place, fields)
}

/// Writes the commitments of a document as a table for a spreadsheet. It begins with a byte order mark, so that
/// the spreadsheet reads it as UTF-8, and has apostrophes before texts that a spreadsheet would change.
pub(in super::super) fn write(commitments: &[Json]) -> String {
    let mut table = String::from("\u{feff}");
    table.push_str(&COMMITMENTS.join(","));
    table.push_str("\r\n");
    for commitment in commitments {
        let cells = COMMITMENTS.map(|column| {
            let text = text(commitment, column);
            if NUMBERS.contains(&column) {
                text
            } else {
                quoted(&guarded(&text))
            }
        });
        table.push_str(&cells.join(","));
        table.push_str("\r\n");
    }
    table
}

/// A cell, in quotes if it needs them.
fn quoted(cell: &str) -> String {
    let needs_quotes = cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell.trim() != cell;
    if needs_quotes {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn text(commitment: &Json, column: &str) -> String {
    match column {
        "value" => written(&word(&commitment["amount"][column])),
        "scale" | "currency" | "hedge" => word(&commitment["amount"][column]),
        "start" | "year" | "fiscalYear" | "months" | "years" | "end" | "openEnded" => {
            word(&commitment["period"][column])
        }
        "periodName" => word(&commitment["period"]["name"]),
        "equivalents" => {
            let sums = commitment[column].as_array().into_iter().flatten();
            let sum = |money: &Json| {
                let mut words =
                    ["hedge", "value", "scale", "currency"].map(|key| word(&money[key]));
                words[1] = written(&words[1]);
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
