//! `article-widget check --fix`: mends documents in their files.

use crate::excerpt::printable;
use crate::output;
use anyhow::{Context, Result, bail};
use article_widget::authoring::mend;
use std::fs;
use std::path::Path;

/// Mends a document whose text has been read from a file, writes it into the file, and tells on standard error what has
/// changed. If there is nothing to mend, the file is left alone.
///
/// # Errors
///
/// The file cannot be written. Then the text stays as it is, too.
pub(crate) fn fix(file: &Path, text: &mut String) -> Result<()> {
    let mended = mend(text);
    if mended.changes.is_empty() {
        return Ok(());
    }
    let name = file.display();
    // A file in UTF-16 would change as a whole.
    let old = fs::read(file).with_context(|| format!("cannot read {name}"))?;
    if old != text.as_bytes() {
        bail!("cannot mend {name}: save it as text in UTF-8");
    }
    output::write(Some(file), &mended.text)?;
    for change in mended.changes {
        eprintln!(
            "fixed: {name}:{}: {}",
            change.line,
            printable(&change.message)
        );
    }
    *text = mended.text;
    Ok(())
}
