//! Writes the texts of all languages, which the widget loads one by one.

use crate::{setup::toolbox::Toolbox, workspace::files};
use anyhow::Result;
use std::path::Path;

/// The folder of the texts in a release.
const FOLDER: &str = "messages";
/// Files in it that are of no language.
const OTHERS: [&str; 2] = ["names", "und"];

/// Writes the texts into a release; gives the tags that there are files for.
pub(crate) fn write(toolbox: &Toolbox, staging: &Path) -> Result<String> {
    let folder = staging.join(FOLDER);
    let words = "cargo run --locked --package article-widget --features cli --bin article-widget";
    let cargo = toolbox
        .command(words)?
        .args(["--", "messages", "texts", "--out"]);
    cargo.arg(&folder).run()?;
    let files = files(&folder)?;
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let tags: Vec<_> = names.filter(|name| !OTHERS.contains(name)).collect();
    Ok(tags.join(" "))
}
