//! Files that are read, and standard input.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io;
use std::path::Path;

/// What stands for standard input where a file is named.
pub(crate) const STANDARD_INPUT: &str = "-";

/// Reads a file, or standard input.
pub(crate) fn read(file: &Path) -> Result<String> {
    if file.as_os_str() == STANDARD_INPUT {
        io::read_to_string(io::stdin())
            .map_err(in_words)
            .context("cannot read standard input")
    } else {
        fs::read_to_string(file)
            .map_err(in_words)
            .with_context(|| format!("cannot read {}", file.display()))
    }
}

/// What is wrong with a file, and what would mend it where the author can.
fn in_words(error: io::Error) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::InvalidData => {
            anyhow!("it is not UTF-8: save it as text in UTF-8 (for a table, “CSV UTF-8”)")
        }
        _ => error.into(),
    }
}

/// Whether the name of a file ends with one of these, in whatever case.
pub(crate) fn ends_with(file: &Path, endings: &[&str]) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        endings
            .iter()
            .any(|ending| extension.eq_ignore_ascii_case(ending))
    })
}

/// What the names of files of Markdown end with.
pub(crate) const MARKDOWN: [&str; 2] = ["md", "markdown"];

/// The name of a file in a message.
pub(crate) fn name(file: &Path) -> String {
    if file.as_os_str() == STANDARD_INPUT {
        "standard input".into()
    } else {
        file.display().to_string()
    }
}
