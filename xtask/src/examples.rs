//! The site of the examples: the release at the root, and in `examples/` the pages that need nothing but files.
//!
//! A page has a comment with the command that writes its article, as a publisher would type it. In the site, what the
//! command writes stands there instead, and the hashes of its styles stand in the policy of the page.

use crate::{
    build, package,
    setup::toolbox::Toolbox,
    workspace::{article_widget, files, root},
};
use anyhow::{Context, Result, ensure};
use fs_err as fs;
use serde_json::Value;
use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the examples, in the repository and in the site.
pub(crate) const EXAMPLES: &str = "examples";
/// Where tests find the site.
const SITE: &str = "target/examples";
/// The page of a folder.
const PAGE: &str = "index.html";
/// The documents of the demonstration, and the pages that their teasers lead to.
const ARTICLES: &str = "articles";
/// The folder with a second copy of the release.
const SECOND_RELEASE: &str = "two-versions/trial";

/// How a comment begins and ends that is a command.
const COMMAND: (&str, &str) = ("<!-- article-widget ", " -->");
/// What stands in a policy for the hashes of the styles.
const HASHES: &str = "'sha256-…'";
/// How the command begins the line with these hashes.
const TOLD: &str = "style-src: ";

/// What tells Trunk's hook that the site is served, which has the examples; `dist/` has the release alone.
pub(crate) const WITH_EXAMPLES: &str = "ARTICLE_WIDGET_EXAMPLES";

/// What the command has written.
struct Written {
    html: String,
    /// The hashes of the styles in it.
    styles: String,
}

/// Makes the site for the tests.
pub(crate) fn build(toolbox: &Toolbox) -> Result<()> {
    package::ensure_release(toolbox)?;
    let site = root().join(SITE);
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&root().join(build::RELEASE), &site)?;
    add(toolbox, root(), &site)?;
    println!("The site of the examples is in {}", site.display());
    Ok(())
}

/// Whether Trunk builds the site that is served.
pub(crate) fn are_wanted() -> bool {
    env::var_os(WITH_EXAMPLES).is_some()
}

/// Adds the examples to a folder with the release.
pub(crate) fn add(toolbox: &Toolbox, source: &Path, site: &Path) -> Result<()> {
    let (from, to) = (source.join(EXAMPLES), site.join(EXAMPLES));
    let release = entries(site)?;
    for entry in entries(&from)?.into_iter().filter(|path| !is_project(path)) {
        copy(&entry, &to.join(entry.file_name().unwrap_or_default()))?;
    }
    for entry in release {
        let name = entry.file_name().unwrap_or_default();
        if name != PAGE && name != ARTICLES {
            copy(&entry, &to.join(SECOND_RELEASE).join(name))?;
        }
    }
    for folder in entries(&to)?.iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default();
        let page = folder.join(PAGE);
        let text = fs::read_to_string(&page)?;
        lead_on(&text, site, folder)?;
        let _inside = toolbox.enter(from.join(name));
        let text = filled(&text, |words| write(toolbox, words));
        fs::write(
            page,
            text.with_context(|| format!("{EXAMPLES}/{}/{PAGE}", name.display()))?,
        )?;
    }
    Ok(())
}

/// The examples that are projects of their own, with a bundler or a server.
pub(crate) fn projects() -> Result<Vec<PathBuf>> {
    let examples = entries(&root().join(EXAMPLES))?;
    Ok(examples
        .into_iter()
        .filter(|path| is_project(path))
        .collect())
}

/// Whether an example is more than a page.
fn is_project(example: &Path) -> bool {
    let is_page = example.join(PAGE).exists();
    let is_built = ["package.json", "Cargo.toml"].map(|file| example.join(file).exists());
    example.is_dir() && (!is_page || is_built.contains(&true))
}

/// A page with what its commands write in their place.
fn filled(page: &str, mut write: impl FnMut(&str) -> Result<Written>) -> Result<String> {
    let (mut text, mut styles) = (String::new(), Vec::new());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(COMMAND.0) {
        let (words, after) = after
            .split_once(COMMAND.1)
            .context("the comment with a command has no end")?;
        let written = write(words).with_context(|| format!("`article-widget {words}`"))?;
        text += before;
        text += written.html.trim_end();
        if !styles.contains(&written.styles) {
            styles.push(written.styles);
        }
        rest = after;
    }
    text += rest;
    ensure!(
        !text.contains(HASHES) || !styles.is_empty(),
        "there is {HASHES}, but no command whose styles have a hash"
    );
    Ok(text.replace(HASHES, &styles.join(" ")))
}

/// Runs the command with these words in the folder that the toolbox is in.
fn write(toolbox: &Toolbox, words: &str) -> Result<Written> {
    let command = article_widget(toolbox)?.args(words.split_whitespace());
    // Of what it says, the hashes are wanted, and not what cargo adds.
    let output = command
        .env("CARGO_TERM_QUIET", "true")
        .ignore_status()
        .output()?;
    let said = String::from_utf8(output.stderr)?;
    ensure!(output.status.success(), "{}", said.trim_end());
    let styles = said.lines().find_map(|line| line.strip_prefix(TOLD));
    Ok(Written {
        html: String::from_utf8(output.stdout)?,
        styles: styles.unwrap_or_default().into(),
    })
}

/// Links in a document are relative to the page around it: puts the pages that teasers lead to where they lead from here.
fn lead_on(page: &str, site: &Path, folder: &Path) -> Result<()> {
    for document in files(&site.join(ARTICLES))? {
        let name = document.file_name().unwrap_or_default();
        let is_used = page.contains(&format!("../../{ARTICLES}/{}", name.display()));
        if !is_used || document.extension() != Some("json".as_ref()) {
            continue;
        }
        let text = fs::read_to_string(&document)?;
        let json = serde_json::from_str(&text).with_context(|| document.display().to_string())?;
        for address in teasers(&json) {
            let to = folder.join(&address);
            let story = site.join(ARTICLES).join(to.file_name().unwrap_or_default());
            let depth = address.split('/').count() + 1;
            let text = fs::read_to_string(story)?;
            // What the story itself refers to stays where it is.
            let base = format!("<head><base href=\"{}{ARTICLES}/\" />", "../".repeat(depth));
            fs::create_dir_all(to.parent().unwrap_or(folder))?;
            fs::write(to, text.replacen("<head>", &base, 1))?;
        }
    }
    Ok(())
}

/// The files that the teasers of a document lead to.
fn teasers(document: &Value) -> Vec<String> {
    let list = |value: &Value, name| value[name].as_array().cloned().unwrap_or_default();
    let rows = list(document, "related");
    let teasers = rows.iter().flat_map(|row| list(row, "teasers"));
    let addresses = teasers.filter_map(|teaser| teaser["href"].as_str().map(String::from));
    let mut files: Vec<_> = addresses
        .filter_map(|address| Some(address.split_once('#')?.0.to_owned()))
        .collect();
    files.dedup();
    files
}

/// What is in a folder, in an order that is the same everywhere.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in entries(from)? {
            copy(&entry, &to.join(entry.file_name().unwrap_or_default()))?;
        }
    } else {
        fs::create_dir_all(to.parent().unwrap_or(to))?;
        fs::copy(from, to)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    /// A page whose commands write their own words, with a hash that is the same for all.
    fn echo(page: &str) -> Result<String> {
        filled(page, |words| {
            Ok(Written {
                html: format!("<p>{words}</p>\n"),
                styles: "'sha256-abc='".into(),
            })
        })
    }

    #[test]
    fn what_commands_write_takes_their_place() {
        let page = "<main>\n<!-- article-widget prerender a.json -->\n<!-- A remark. -->\n<!-- article-widget styles -->\n</main>";
        let expected =
            "<main>\n<p>prerender a.json</p>\n<!-- A remark. -->\n<p>styles</p>\n</main>";
        assert_eq!(echo(page).unwrap(), expected);
        assert_eq!(echo("<p>None.</p>").unwrap(), "<p>None.</p>");
    }

    #[test]
    fn the_policy_gets_each_hash_once() {
        let page =
            "style-src 'self' 'sha256-…'; <!-- article-widget a --><!-- article-widget b -->";
        let expected = "style-src 'self' 'sha256-abc='; <p>a</p><p>b</p>";
        assert_eq!(echo(page).unwrap(), expected);
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let error = |page: &str| {
            let error = filled(page, |_| bail!("there is no such file")).unwrap_err();
            format!("{error:#}")
        };
        assert_eq!(
            error("<!-- article-widget prerender a.json -->"),
            "`article-widget prerender a.json`: there is no such file"
        );
        assert!(error("<!-- article-widget prerender").contains("has no end"));
        assert!(error("style-src 'sha256-…'").contains("no command"));
    }

    #[test]
    fn the_files_that_teasers_lead_to_are_found_once() {
        let document = serde_json::json!({ "related": [{ "teasers": [
            { "href": "more/a.html#one" }, { "href": "more/a.html#two" }, { "href": "b.html#three" },
        ] }] });
        assert_eq!(teasers(&document), ["more/a.html", "b.html"]);
        assert!(teasers(&Value::Null).is_empty());
    }

    #[test]
    fn examples_with_a_bundler_or_a_server_are_projects() {
        let is_project = |name| is_project(&root().join(EXAMPLES).join(name));
        assert!(["yew-app", "next", "astro"].into_iter().all(is_project));
        assert!(!["two-lines", "frame", PAGE].into_iter().any(is_project));
        assert!(projects().unwrap().len() > 2);
    }
}
