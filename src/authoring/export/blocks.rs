//! Converts the blocks of a document to Markdown.

use super::super::import::{ANY, ATTRIBUTION, CAPTION, read_body, read_footnotes};
use super::super::shape::Shape;
use super::super::yaml;
use super::{Style, as_written, inlines};
use serde_json::{Value as Json, json};

/// Writes blocks in order.
pub(super) fn blocks(body: &[Json], style: Style) -> String {
    let mut text = String::new();
    let mut last: Option<(String, &Json)> = None;
    for block in body {
        // Two lists in a row must not become one list, so each block is read back together with the one before.
        let fits = |candidate: &String| match &last {
            Some((before, other)) => {
                let pair = [(*other).clone(), block.clone()];
                say(&format!("{before}\n{candidate}"), &pair)
            }
            None => say(candidate, std::slice::from_ref(block)),
        };
        let written = candidates(block, style).into_iter().find(fits);
        let written = written.unwrap_or_else(|| any(block));
        if !text.is_empty() {
            text.push('\n');
        }
        text += &written;
        last = Some((written, block));
    }
    text
}

/// Whether Markdown reads back as these blocks.
pub(super) fn say(markdown: &str, body: &[Json]) -> bool {
    read_body(markdown).is_some_and(|read| read.as_array().is_some_and(|read| read == body))
}

/// The definition of a footnote, below the text; `None` if Markdown cannot express it.
pub(super) fn footnote(note: &Json) -> Option<String> {
    let text = inlines::markdown(&note["text"])?;
    let id = note["id"].as_str()?;
    let definition = format!("[^{id}]: {}", opening(&text));
    let read = read_footnotes(&definition)?;
    (read == json!([note])).then_some(definition)
}

/// The ways in which a block can be written, the most readable one first. Each ends with a line break.
fn candidates(block: &Json, style: Style) -> Vec<String> {
    let mut candidates = Vec::new();
    if let Some((kind, content)) = block.as_object().and_then(|block| block.iter().next())
        && style == Style::Pleasant
    {
        candidates.extend(native(kind, content).unwrap_or_default());
        let content = as_written(content, Shape::block().field(kind), style);
        candidates.push(fenced(kind, &yaml::write(&content)));
    }
    candidates.push(any(block));
    candidates
}

/// A block in Markdown's own syntax; `None` if Markdown has none for it.
fn native(kind: &str, content: &Json) -> Option<Vec<String>> {
    let line = |mark: &str| {
        Some(vec![format!(
            "{mark}{}\n",
            opening(&inlines::markdown(content)?)
        )])
    };
    match kind {
        "heading" => line("## "),
        "subheading" => line("### "),
        "paragraph" => line(""),
        // Two different signs, so that two lists can follow each other.
        "list" => ["- ", "* "]
            .iter()
            .map(|sign| list(content, |_| (*sign).into()))
            .collect(),
        "numbered-list" => ['.', ')']
            .iter()
            .map(|sign| list(content, |index| format!("{}{sign} ", index + 1)))
            .collect(),
        "terms" => terms(content).map(|text| vec![text]),
        "quotation" => quotation(content).map(|text| vec![text]),
        "table" => table(content).map(|text| vec![text]),
        "divider" => Some(vec!["***\n".into()]),
        _ => None,
    }
}

fn list(items: &Json, mark: impl Fn(usize) -> String) -> Option<String> {
    let items = items.as_array()?.iter().enumerate();
    let items = items.map(|(index, item)| {
        let text = inlines::markdown(item)?;
        Some(format!("{}{}\n", mark(index), opening(&text)))
    });
    items.collect()
}

fn terms(terms: &Json) -> Option<String> {
    let terms = terms.as_array()?.iter().map(|term| {
        let name = inlines::markdown(&term["term"])?;
        let text = inlines::markdown(&term["text"])?;
        Some(format!("{}\n\n: {}\n", opening(&name), opening(&text)))
    });
    Some(terms.collect::<Option<Vec<String>>>()?.join("\n"))
}

fn quotation(quotation: &Json) -> Option<String> {
    let paragraphs = quotation["paragraphs"].as_array()?.iter();
    let mut lines: Vec<String> = paragraphs
        .map(|text| Some(format!("> {}\n", opening(&inlines::markdown(text)?))))
        .collect::<Option<_>>()?;
    if let Some(whose) = quotation.get("attribution") {
        lines.push(format!("> {ATTRIBUTION}{}\n", inlines::markdown(whose)?));
    }
    Some(lines.join(">\n"))
}

fn table(table: &Json) -> Option<String> {
    let mut text = match table.get("caption") {
        Some(caption) => format!("{CAPTION}{}\n\n", inlines::markdown(caption)?),
        None => String::new(),
    };
    let columns = table["columns"].as_array()?;
    let titles: Vec<&Json> = columns.iter().map(|column| &column["title"]).collect();
    text += &row(&titles)?;
    for column in columns {
        text += match column["align"].as_str() {
            None => "| --- ",
            Some("center") => "| :-: ",
            _ => "| --: ",
        };
    }
    text += "|\n";
    for cells in table["rows"].as_array()? {
        let cells: Vec<&Json> = cells.as_array()?.iter().collect();
        text += &row(&cells)?;
    }
    Some(text)
}

fn row(cells: &[&Json]) -> Option<String> {
    let mut text = String::new();
    for cell in cells {
        // In a table every bar must be escaped, even in code.
        let cell = inlines::markdown(cell)?.replace('|', "\\|");
        text.extend(["| ", &cell, " "]);
    }
    Some(text + "|\n")
}

/// A block of any kind, as JSON in a fenced block.
fn any(block: &Json) -> String {
    fenced(ANY, &format!("{block:#}\n"))
}

fn fenced(kind: &str, content: &str) -> String {
    let ticks = content
        .lines()
        .map(str::trim_start)
        .map(|line| line.len() - line.trim_start_matches('`').len());
    let fence = "`".repeat(ticks.max().unwrap_or(0).max(2) + 1);
    format!("{fence}{kind}\n{content}{fence}\n")
}

/// Inline Markdown for the beginning of a line, where some characters must be escaped because they would open a
/// block.
fn opening(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    match rest.bytes().next() {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{rest}", &text[..digits]),
        Some(b'#' | b'>' | b'-' | b'+' | b'=' | b':' | b'|') if digits == 0 => format!("\\{text}"),
        _ => text.into(),
    }
}
