//! Prerenders the articles of the demonstration page, so that readers can read it before any script
//! has loaded.

use crate::{setup::toolbox::Toolbox, workspace::files};
use anyhow::{Result, ensure};
use fs_err as fs;
use std::path::Path;

/// The demonstration page, as Trunk leaves it.
pub(crate) const PAGE: &str = "index.html";

/// The directory of documents.
const ARTICLES: &str = "articles";

/// Puts the articles into the page, which has an empty element for each. The command of the crate renders them;
/// `scratch` is a directory for its output.
pub(crate) fn prerender(
    toolbox: &Toolbox,
    source: &Path,
    page: &Path,
    scratch: &Path,
) -> Result<()> {
    let mut text = fs::read_to_string(page)?;
    let mut count = 0;
    for document in files(&source.join(ARTICLES))? {
        let name = document.file_name().unwrap_or_default().to_string_lossy();
        let address = format!("{ARTICLES}/{name}");
        let element = element(&address);
        if text.contains(&element) {
            let fragment = scratch.join("fragment.html");
            let words =
                "cargo run --locked --package article-widget --features cli --bin article-widget";
            let cargo = toolbox.command(words)?.args(["--", "prerender"]);
            let cargo = cargo.arg(document).args(["--src", &address, "--linked"]);
            cargo.arg("--out").arg(&fragment).run()?;
            text = text.replace(&element, fs::read_to_string(fragment)?.trim_end());
            count += 1;
        }
    }
    ensure!(
        count > 0,
        "{PAGE} has no `{}`: there is nothing to prerender",
        element("articles/….json")
    );
    Ok(fs::write(page, text)?)
}

/// The element of an article that is prerendered.
fn element(address: &str) -> String {
    format!("<article-widget src=\"{address}\"></article-widget>")
}
