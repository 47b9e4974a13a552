//! Prerenders the articles of the demonstration's pages, so that readers can read them before any script
//! has loaded.

use crate::{setup::toolbox::Toolbox, workspace::files};
use anyhow::{Result, ensure};
use fs_err as fs;
use std::path::{Path, PathBuf};

/// The demonstration page, as Trunk leaves it.
pub(crate) const PAGE: &str = "index.html";

/// The directory of documents, and of the pages for their other languages.
const ARTICLES: &str = "articles";

/// Puts the articles into the pages of a build, which have an empty element for each. The command of the crate renders
/// them; `scratch` is a directory for its output.
pub(crate) fn prerender(
    toolbox: &Toolbox,
    source: &Path,
    staging: &Path,
    scratch: &Path,
) -> Result<()> {
    let is = |extension| move |file: &PathBuf| file.extension().is_some_and(|its| its == extension);
    let sources = files(&source.join(ARTICLES))?;
    let documents: Vec<_> = sources.into_iter().filter(is("json")).collect();
    let others = files(&staging.join(ARTICLES))?.into_iter();
    for page in others.filter(is("html")).chain([staging.join(PAGE)]) {
        let is_first = page.ends_with(PAGE);
        let (folder, root) = if is_first {
            (&*format!("{ARTICLES}/"), "./")
        } else {
            ("", "../")
        };
        let mut text = fs::read_to_string(&page)?;
        let mut count = 0;
        for document in &documents {
            let name = document.file_name().unwrap_or_default().to_string_lossy();
            let address = format!("{folder}{name}");
            let element = element(&address);
            if text.contains(&element) {
                let fragment = scratch.join("fragment.html");
                let words = "cargo run --locked --package article-widget --features cli --bin article-widget";
                let cargo = toolbox.command(words)?.args(["--", "prerender"]);
                let cargo = cargo.arg(document).args(["--src", &address, "--linked"]);
                let cargo = cargo.args(["--assets", root]);
                cargo.arg("--out").arg(&fragment).run()?;
                text = text.replace(&element, fs::read_to_string(fragment)?.trim_end());
                count += 1;
            }
        }
        ensure!(
            count > 0 || !is_first,
            "{PAGE} has no `{}`: there is nothing to prerender",
            element("articles/….json")
        );
        fs::write(page, text)?;
    }
    Ok(())
}

/// The element of an article that is prerendered.
fn element(address: &str) -> String {
    format!("<article-widget src=\"{address}\"></article-widget>")
}
