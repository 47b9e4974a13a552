//! Tables.

use super::inline::Inlines;
use super::references::Refers;
use crate::document::{Path, ProblemKind, Read, Reading, Value, names, object};

object! {
    /// A table, all of whose rows have a cell for every column.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Table in Refers, "a table, which is an object", checked {
        /// What it shows. Every table should have one: with `check --strict` it must.
        pub caption: Option<Inlines> = optional "caption",
        /// The columns, at least one.
        #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
        pub columns: Vec<Column> = required "columns",
        /// The rows, at least one; each has a cell for every column.
        #[cfg_attr(feature = "authoring", schemars(length(min = 1)))]
        pub rows: Vec<Vec<Inlines>> = required "rows",
        /// Whether the first cell of a row does not name it.
        pub plain_rows: bool = default "plainRows",
    }
}

object! {
    /// A column of a table.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Column in Refers, "a column, which is an object" {
        /// What its cells are.
        pub title: Inlines = required "title",
        /// On which side its cells stand.
        pub align: Align = default "align",
    }
}

names! {
    /// On which side of a column its cells stand.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Align {
        /// Where a line begins.
        #[default]
        Start = "start",
        /// In the middle.
        Center = "center",
        /// Where a line ends, as figures do.
        End = "end",
    }
}

impl Align {
    /// Whether it is the start of a line, which is the default.
    #[must_use]
    pub fn is_start(&self) -> bool {
        *self == Self::Start
    }
}

/// A table must have a cell for every column in every row.
impl<C: Refers> Read<C> for Table {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let read = Self::read_object(value, path, reading);
        let written = |key| match value.field(key) {
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
        let table = read?;
        if titles.is_empty() {
            return reading.note(ProblemKind::Missing, path, "a table needs columns");
        }
        if reading.is_strict() && lines.is_empty() {
            return reading.note(ProblemKind::Missing, path, "a table needs rows");
        }
        if reading.is_strict() && table.caption.is_none() {
            let message = "the table has no caption: write what it shows into the field `caption` (in Markdown, a paragraph `Table: …` above the table)";
            reading.warn(ProblemKind::Missing, path, message);
        }
        // If a cell were missing, the following ones would be under the wrong titles.
        let is_whole = table.rows.len() == lines.len()
            && table.columns.len() == titles.len()
            && table.rows.iter().all(|row| row.len() == titles.len());
        is_whole.then_some(table)
    }
}
