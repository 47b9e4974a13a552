//! Tables.

use super::inline::Inlines;
use super::references::Refers;
use crate::document::{Fields, Path, ProblemKind, Read, Reading, Value, object};

/// A table, all of whose rows have a cell for every column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Table {
    /// What it shows.
    pub caption: Inlines,
    /// The columns, at least one.
    #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
    pub columns: Vec<Column>,
    /// The rows, at least one; each has a cell for every column.
    #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
    pub rows: Vec<Vec<Inlines>>,
    /// Whether the first cell of a row does not name it.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub plain_rows: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Column {
    /// What its cells are.
    pub title: Inlines,
    /// On which side its cells stand.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Align::is_start")
    )]
    pub align: Align,
}

object!(Column in Refers, "a column, which is an object",
    title: required "title",
    align: or_default "align",
);

/// On which side of a column its cells stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Align {
    /// Where a line begins.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where a line ends, as figures do.
    End,
}

impl Align {
    /// Whether it is where a line begins, which goes without saying.
    #[must_use]
    pub fn is_start(&self) -> bool {
        *self == Self::Start
    }
}

impl<C: Refers> Read<C> for Align {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let names = [
            ("start", Self::Start),
            ("center", Self::Center),
            ("end", Self::End),
        ];
        reading.named(value, &names, path)
    }
}

impl<C: Refers> Read<C> for Table {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 4] = ["caption", "columns", "rows", "plainRows"];
        let fields = Fields::of(value, path, "a table, which is an object", &KNOWN, reading)?;
        let caption = fields.required("caption", reading);
        let columns = fields.required::<_, Vec<Column>>("columns", reading);
        let rows = fields.required::<_, Vec<Vec<Inlines>>>("rows", reading);
        let plain_rows = fields.or_default("plainRows", reading);
        let written = |key| match fields.get(key) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        let (titles, lines) = (written("columns"), written("rows"));
        for (index, line) in lines.iter().enumerate() {
            if let Value::List(cells) = line
                && cells.len() != titles.len()
            {
                let message = format!(
                    "the row has {} cell{}, the table {} columns: give one for each",
                    cells.len(),
                    if cells.len() == 1 { "" } else { "s" },
                    titles.len()
                );
                reading.note::<()>(ProblemKind::Value, &path.key("rows").index(index), message);
            }
        }
        let table = Self {
            caption: caption?,
            columns: columns?,
            rows: rows?,
            plain_rows: plain_rows?,
        };
        if titles.is_empty() {
            return reading.note(ProblemKind::Missing, path, "a table needs columns");
        }
        if reading.is_strict() && lines.is_empty() {
            return reading.note(ProblemKind::Missing, path, "a table needs rows");
        }
        // A cell less, and the others would stand under the wrong titles.
        let is_whole = table.rows.len() == lines.len()
            && table.columns.len() == titles.len()
            && table.rows.iter().all(|row| row.len() == titles.len());
        is_whole.then_some(table)
    }
}
