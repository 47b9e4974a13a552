//! Prerenders the articles of the demonstration page, so that readers can read it before any script
//! has loaded.

use crate::setup::toolbox::Toolbox;
use anyhow::{Result, ensure};
use fs_err as fs;
use std::path::Path;

/// The demonstration page, as Trunk leaves it.
pub(crate) const PAGE: &str = "index.html";

/// The markup before and after the address of an article that is prerendered.
const BEFORE: &str = "<article-widget src=\"";
const AFTER: &str = "\"></article-widget>";

/// Puts the articles into the page. The command of the crate renders them; `scratch` is a directory for its
/// output.
pub(crate) fn prerender(
    toolbox: &Toolbox,
    source: &Path,
    staging: &Path,
    scratch: &Path,
) -> Result<()> {
    let page = staging.join(PAGE);
    let text = fs::read_to_string(&page)?;
    let filled = fill(&text, |address| {
        let document = source.join(address);
        if !document.is_file() {
            return Ok(None);
        }
        let fragment = scratch.join("fragment.html");
        let words =
            "cargo run --locked --package article-widget --features cli --bin article-widget";
        let cargo = toolbox.command(words)?.args(["--", "prerender"]);
        let cargo = cargo.arg(document).args(["--src", address, "--linked"]);
        cargo.arg("--out").arg(&fragment).run()?;
        Ok(Some(fs::read_to_string(fragment)?))
    })?;
    Ok(fs::write(&page, filled)?)
}

/// The page with its articles. `render` gives the markup for an address; None leaves the element as it is.
fn fill(page: &str, mut render: impl FnMut(&str) -> Result<Option<String>>) -> Result<String> {
    let mut filled = String::new();
    let mut rest = page;
    let mut count = 0;
    while let Some((before, element)) = rest.split_once(BEFORE) {
        filled.push_str(before);
        let known = element
            .split_once('"')
            .filter(|(address, _)| element[address.len()..].starts_with(AFTER));
        let fragment = match known {
            Some((address, _)) => render(address)?.map(|fragment| (fragment, address)),
            None => None,
        };
        if let Some((fragment, address)) = fragment {
            filled.push_str(fragment.trim_end());
            rest = &element[address.len() + AFTER.len()..];
            count += 1;
        } else {
            filled.push_str(BEFORE);
            rest = element;
        }
    }
    ensure!(
        count > 0,
        "{PAGE} has no `{BEFORE}…{AFTER}` with the path of a document: there is nothing to prerender"
    );
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(page: &str) -> Result<String> {
        let fragment = || "<article-widget>A</article-widget>\n".to_owned();
        fill(page, |address| Ok((address == "a.json").then(fragment)))
    }

    #[test]
    fn articles_stand_where_their_elements_stood() {
        let page = "<main>\n  <article-widget src=\"a.json\"></article-widget>\n</main>\n\
                    <article-widget src=\"a.json\"></article-widget>";
        let expected = "<main>\n  <article-widget>A</article-widget>\n</main>\n\
                      <article-widget>A</article-widget>";
        assert_eq!(filled(page).unwrap(), expected);
    }

    #[test]
    fn other_elements_stay() {
        let other = "<article-widget src=\"/elsewhere.json\"></article-widget>\
                     <article-widget src=\"a.json\" theme=\"dark\"></article-widget>\
                     <article-widget src=\"";
        let page = format!("<article-widget src=\"a.json\"></article-widget>{other}");
        let expected = format!("<article-widget>A</article-widget>{other}");
        assert_eq!(filled(&page).unwrap(), expected);
    }

    #[test]
    fn a_page_without_articles_is_refused() {
        let error = filled("<article-widget></article-widget>").unwrap_err();
        assert!(error.to_string().contains("nothing to prerender"));
    }
}
