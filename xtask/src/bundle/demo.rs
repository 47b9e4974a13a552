//! Prerenders the articles of the demonstration's pages, so that readers can read them before any script
//! has loaded.

use crate::{
    setup::toolbox::Toolbox,
    workspace::{article_widget, files},
};
use anyhow::{Context, Result, ensure};
use fs_err as fs;
use std::path::{Path, PathBuf};

/// The demonstration page, as Trunk leaves it.
pub(crate) const PAGE: &str = "index.html";

/// The directory of documents, and of the pages for their other languages.
const ARTICLES: &str = "articles";

/// Puts the articles into the pages of a build, which have an empty element for each. The command of the crate renders
/// them; `scratch` is a directory for its output. Returns the tag of its build, which it writes beside them.
pub(crate) fn prerender(
    toolbox: &Toolbox,
    source: &Path,
    staging: &Path,
    scratch: &Path,
) -> Result<String> {
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
                let command = article_widget(toolbox)?.arg("prerender").arg(document);
                let command = command.args(["--src", &address, "--linked"]);
                let command = command.args(["--assets", root]);
                command.arg("--out").arg(&fragment).run()?;
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
    build(&fs::read_to_string(staging.join(PAGE))?)
}

/// The attribute with the tag of the build that has prerendered an article.
const BUILD: &str = " data-build=\"";

/// The tag of the build that has prerendered an article of a page.
pub(crate) fn build(page: &str) -> Result<String> {
    let (_, rest) = page.split_once(BUILD).context("nothing is prerendered")?;
    let (tag, _) = rest.split_once('"').context("an attribute has no end")?;
    Ok(tag.into())
}

/// The element of an article that is prerendered.
fn element(address: &str) -> String {
    format!("<article-widget src=\"{address}\"></article-widget>")
}

#[cfg(test)]
mod tests {
    use super::build;

    #[test]
    fn the_build_is_read_from_what_is_prerendered() {
        let page = r#"<article-widget src="a.json" data-build="0a1b2c"><template>"#;
        assert_eq!(build(page).unwrap(), "0a1b2c");
        assert!(build("<article-widget>").is_err());
    }
}
