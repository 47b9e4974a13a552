//! `article-widget prerender`: documents to HTML.

use crate::arguments::{PrerenderArguments, Task};
use crate::{export, input, output};
use anyhow::{Context, Error, Result, anyhow, bail};
use article_widget::authoring::check;
use article_widget::document::ProblemKind;
use article_widget::prerender::{
    Entry, Fragment, InlineStyles, Page, Placement, Story, Styles, WebAddress, index,
};
use std::fs;
use std::path::{Path, PathBuf};

/// The page that lists the others.
const INDEX: &str = "index.html";

/// Does what the arguments ask for.
///
/// # Errors
///
/// Everything that failed. What did not depend on it has been done.
pub(crate) fn run(arguments: &PrerenderArguments) -> Result<(), Vec<Error>> {
    let task = arguments.task();
    let fragment = fragment(arguments).map_err(|error| vec![error])?;
    let page = |canonical| Page {
        fragment: fragment.clone(),
        canonical,
        images: arguments.images.clone(),
        site_name: arguments.site_name.clone(),
    };
    match task {
        Task::Fragment => one(arguments, |story| fragment.render(story)),
        Task::Page => one(arguments, |story| {
            page(arguments.canonical.clone()).render(story)
        }),
        Task::Site(out) => return site(arguments, page, out),
    }
    .map_err(|error| vec![error])
}

fn fragment(arguments: &PrerenderArguments) -> Result<Fragment> {
    let styles = match &arguments.inline_styles {
        Some(file) => {
            let styles = InlineStyles::new(input::read(file)?, arguments.nonce.clone());
            let styles = styles.map_err(|message| anyhow!("{}: {message}", file.display()))?;
            Styles::Inline(styles)
        }
        None => Styles::Linked,
    };
    Ok(Fragment {
        assets: arguments.assets.clone(),
        src: arguments.src.clone(),
        is_linked: arguments.linked,
        placement: if arguments.light {
            Placement::Light
        } else {
            Placement::Shadow(styles)
        },
    })
}

fn one(arguments: &PrerenderArguments, render: impl Fn(&Story) -> String) -> Result<()> {
    let story = if arguments.is_standard_input() {
        let text = input::read(Path::new(input::STANDARD_INPUT))?;
        story(&text, "standard input")?
    } else {
        story_in(&arguments.document)?
    };
    output::write(arguments.out.as_deref(), &render(&story))
}

fn site(
    arguments: &PrerenderArguments,
    page: impl Fn(Option<WebAddress>) -> Page,
    out: &Path,
) -> Result<(), Vec<Error>> {
    let documents = documents(&arguments.document).map_err(|error| vec![error])?;
    fs::create_dir_all(out)
        .with_context(|| format!("cannot create {}", out.display()))
        .map_err(|error| vec![error])?;
    let base = arguments.base_url.as_ref();
    let mut entries = Vec::new();
    let mut failures = Vec::new();
    for document in documents {
        let written = page_name(&document).and_then(|file| {
            let story = story_in(&document)?;
            let page = page(base.map(|base| base.join(&file)));
            output::write(Some(&out.join(&file)), &page.render(&story))?;
            Ok(Entry { file, story })
        });
        match written {
            Ok(entry) => entries.push(entry),
            Err(error) => failures.push(error),
        }
    }
    let name = arguments.site_name.as_deref();
    let list = index(&entries, &arguments.assets, name, base);
    failures.extend(output::write(Some(&out.join(INDEX)), &list).err());
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures)
    }
}

/// The documents of a folder, in the order of their names.
fn documents(folder: &Path) -> Result<Vec<PathBuf>> {
    let context = || format!("cannot read {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
            && path.is_file()
        {
            found.push(path);
        }
    }
    if found.is_empty() {
        bail!("{}: there is no *.json file in it", folder.display());
    }
    found.sort();
    Ok(found)
}

/// The name of a document's page.
fn page_name(document: &Path) -> Result<String> {
    let stem = document.file_stem().and_then(|stem| stem.to_str());
    let Some(stem) = stem else {
        bail!("{}: its name is not Unicode: rename it", document.display());
    };
    let name = format!("{stem}.html");
    // Some file systems do not distinguish it from `Index.html`.
    if name.eq_ignore_ascii_case(INDEX) {
        bail!(
            "{}: its page would be the list of all pages: rename it",
            document.display()
        );
    }
    Ok(name)
}

fn story_in(file: &Path) -> Result<Story> {
    story(&input::read(file)?, &file.display().to_string())
}

/// Reads a document, and says what had to be left out of it.
fn story(text: &str, name: &str) -> Result<Story> {
    let story = Story::read(text).map_err(|error| unreadable(text, name, &error.to_string()))?;
    for problem in story.problems() {
        eprintln!("warning: {name}: {problem}");
    }
    Ok(story)
}

/// Why a document cannot be read; where it is no JSON, in the words of the checker.
fn unreadable(text: &str, name: &str, message: &str) -> Error {
    let findings = check(text).err().unwrap_or_default();
    match findings.as_slice() {
        [problem] if problem.kind == ProblemKind::Syntax => export::error(name, problem),
        _ => anyhow!("{name}: {message}"),
    }
}
