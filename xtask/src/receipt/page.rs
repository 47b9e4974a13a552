//! The receipt as a page of the documentation. It names the version, not the commit, which it is part of itself.

use super::{Measured, Receipt};
use std::fmt::Write;

/// The page, in Markdown.
pub(super) fn page(receipt: &Receipt) -> String {
    let mut text = format!(
        "# The receipt of release {}\n\n\
         Written by `cargo xtask receipt`. A release has the same as `receipt.json`, with hashes;\n\
         [npm/README.md](../npm/README.md#a-receipt) says how to compare a copy with it.\n\n\
         ## Policy\n\n\
         This Content Security Policy is enough for the two lines:\n\n```text\n{}\n```\n\n",
        receipt.version, receipt.policy
    );
    if !receipt.measured.is_empty() {
        text += "## Engines\n\n\
                 | engine | page | requests to read | requests once alive | anything moved, in pixels | axe: rules passed, violations |\n\
                 |---|---|---:|---:|---:|---|\n";
        for measured in &receipt.measured {
            text += &row(measured);
        }
        text += "\n";
    }
    text += "## Files\n\n| file | bytes | brotli |\n|---|---:|---:|\n";
    for (name, file) in &receipt.files {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| `{name}` | {} | {} |", file.bytes, file.brotli);
    }
    text
}

fn row(measured: &Measured) -> String {
    let violations = match measured.accessibility.violations.as_slice() {
        [] => "none".into(),
        found => found.join(", "),
    };
    format!(
        "| {} | {} | {} | {} | {} | {}, {violations} |\n",
        measured.engine,
        measured.page,
        measured.requests.to_read,
        measured.requests.alive,
        measured.moved,
        measured.accessibility.passed
    )
}
