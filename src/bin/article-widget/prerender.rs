//! `article-widget prerender`: documents to HTML.

use crate::arguments::{PrerenderArguments, Task};
use crate::foreign::FileKind;
use crate::share::Sharing;
use crate::{export, foreign, input, messages, output};
use anyhow::{Context, Error, Result, anyhow, bail};
use article_widget::authoring::{Checker, check};
use article_widget::document::ProblemKind;
use article_widget::prerender::{
    Entry, Fragment, InlineStyles, Oembed, Page, PagePicture, Placement, Story, StoryError, Styles,
    WebAddress, index,
};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The page that lists the others.
const INDEX: &str = "index.html";

/// Performs the task that the arguments describe.
///
/// # Errors
///
/// Everything that failed. All work that did not depend on it has been done.
pub(crate) fn run(arguments: &PrerenderArguments) -> Result<(), Vec<Error>> {
    let task = arguments.task();
    if !matches!(task, Task::Site(_)) {
        check_out(arguments).map_err(|error| vec![error])?;
    }
    if let Some(file) = &arguments.messages {
        use_messages(file)?;
    }
    let fragment = fragment(arguments).map_err(|error| vec![error])?;
    let page = |canonical| Page {
        fragment: fragment.clone(),
        canonical,
        picture: None,
        images: arguments.images.clone(),
        site_name: arguments.site_name.clone(),
        oembed: None,
    };
    let sources = match task {
        Task::Fragment => {
            write(arguments, &fragment.render(&read(arguments)?))?;
            fragment.style_sources()
        }
        Task::Page => {
            let mut page = page(arguments.canonical.clone());
            let story = read(arguments)?;
            page.picture = picture(arguments, &story).map_err(|error| vec![error])?;
            write(arguments, &page.render(&story))?;
            page.style_sources()
        }
        Task::SingleFile => {
            single_file(arguments, page(arguments.canonical.clone()))?;
            // The page has its own policy.
            Vec::new()
        }
        Task::Site(out) => {
            site(arguments, page, out)?;
            page(None).style_sources()
        }
    };
    if !sources.is_empty() {
        // A build may look for this line.
        eprintln!("style-src: {}", sources.join(" "));
    }
    Ok(())
}

/// Refuses a file for the HTML that is read, or is one of another kind. Generators of sites take HTML in Markdown files.
fn check_out(arguments: &PrerenderArguments) -> Result<()> {
    let out = arguments.out.as_deref();
    output::keep(&[&arguments.document], out)?;
    output::check_ending(out, "HTML", &["html", "htm", "md", "markdown"])
}

/// Lets a publisher's messages stand in the place of the widget's.
fn use_messages(file: &Path) -> Result<(), Vec<Error>> {
    let messages = messages::read(file).map_err(|error| vec![error])?;
    let faults = article_widget::messages::problems(None, &messages);
    if faults.is_empty() {
        article_widget::messages::replace(&messages);
        return Ok(());
    }
    let named = |fault: String| anyhow!("{}: {fault}", file.display());
    Err(faults.into_iter().map(named).collect())
}

fn fragment(arguments: &PrerenderArguments) -> Result<Fragment> {
    let nonce = arguments.nonce.clone();
    let styles = match &arguments.inline_styles {
        Some(file) => {
            let styles = InlineStyles::new(&input::read(file)?, nonce);
            let styles = styles.map_err(|message| anyhow!("{}: {message}", file.display()))?;
            Styles::Given(styles)
        }
        None if arguments.link_styles => Styles::Linked,
        None => Styles::Inline(nonce),
    };
    Ok(Fragment {
        assets: arguments.assets.clone(),
        src: arguments.src.clone(),
        messages: arguments.messages_src.clone(),
        is_linked: arguments.linked,
        placement: if arguments.light {
            Placement::Light(styles)
        } else {
            Placement::Shadow(styles)
        },
    })
}

/// Reads the one document.
fn read(arguments: &PrerenderArguments) -> Result<Story, Vec<Error>> {
    let document = &arguments.document;
    let text = input::read(document).map_err(|error| vec![error])?;
    story(&text, &input::name(document), arguments.strict)
}

fn write(arguments: &PrerenderArguments, html: &str) -> Result<(), Vec<Error>> {
    output::write(arguments.out.as_deref(), html).map_err(|error| vec![error])
}

/// Draws the picture of a page, if there is to be one.
fn picture(arguments: &PrerenderArguments, story: &Story) -> Result<Option<PagePicture>> {
    let Some(file) = &arguments.picture else {
        return Ok(None);
    };
    let name = input::name(&arguments.document);
    let file_name = || file.file_name().and_then(OsStr::to_str);
    let beside = || Some(arguments.canonical.as_ref()?.beside(file_name()?));
    let address = arguments.picture_url.clone().or_else(beside);
    let address = address
        .with_context(|| format!("{}: its name is not Unicode: rename it", file.display()))?;
    let drawn = Sharing::new(&arguments.fonts)?.draw(story, &name, file, address)?;
    let drawn = drawn.with_context(|| {
        format!("{name}: there is no chart in the document to draw: leave --picture out")
    });
    drawn.map(Some)
}

/// Writes a page with all that it shows. Pictures are beside the document.
fn single_file(arguments: &PrerenderArguments, mut page: Page) -> Result<(), Vec<Error>> {
    let story = read(arguments)?;
    let folder = arguments.document.parent().unwrap_or(Path::new(""));
    let read = |file: &str| {
        let path = folder.join(file);
        let failed = |error| format!("cannot read {}: {error}", path.display());
        fs::read(&path).map_err(failed)
    };
    page.picture = picture(arguments, &story).map_err(|error| vec![error])?;
    let html = page.render_single_file(&story, &read);
    let html = html.map_err(|failures| {
        let name = input::name(&arguments.document);
        let named = |failure| anyhow!("{name}: {failure}");
        failures.into_iter().map(named).collect::<Vec<_>>()
    })?;
    write(arguments, &html)
}

/// Writes the pages of a folder's documents, the list of them and, where the address of the site is known, how other sites
/// embed them. If a file of another program or a person would be lost, nothing is written.
fn site(
    arguments: &PrerenderArguments,
    page: impl Fn(Option<WebAddress>) -> Page,
    out: &Path,
) -> Result<(), Vec<Error>> {
    let base = arguments.base_url.as_ref();
    let oembed =
        base.map(|base| Oembed::new(base.clone(), &arguments.assets, arguments.site_name.clone()));
    let oembed = oembed
        .transpose()
        .map_err(|message| vec![anyhow!(message)])?;
    let documents = documents(&arguments.document).map_err(|error| vec![error])?;
    let (entries, mut failures) = entries(&documents, arguments.strict);
    if entries.is_empty() && failures.is_empty() {
        let folder = arguments.document.display();
        return Err(vec![anyhow!("{folder}: there is no document in it")]);
    }
    if !arguments.force {
        let foreign = foreign::errors(out, files(&entries, arguments));
        if !foreign.is_empty() {
            failures.extend(foreign);
            return Err(failures);
        }
    }
    fs::create_dir_all(out)
        .with_context(|| format!("cannot create {}", out.display()))
        .map_err(|error| vec![error])?;
    let sharing = arguments.pictures.then(|| Sharing::new(&arguments.fonts));
    let sharing = sharing.transpose().map_err(|error| vec![error])?;
    let mut written = Vec::new();
    for entry in entries {
        let mut page = page(base.map(|base| base.join(&entry.file)));
        if let (Some(sharing), Some(base)) = (&sharing, base) {
            let file = picture_name(&entry.file);
            let address = base.join(&file);
            match sharing.draw(&entry.story, &entry.file, &out.join(file), address) {
                Ok(picture) => page.picture = picture,
                Err(error) => failures.push(error),
            }
        }
        let oembed_file = oembed_name(&entry.file);
        page.oembed = base.map(|base| base.join(&oembed_file));
        let oembed = oembed.as_ref().zip(page.canonical.as_ref());
        let oembed = oembed.map(|(oembed, address)| oembed.render(&entry.story, address));
        let write = |file: &str, text: &str| output::write(Some(&out.join(file)), text);
        let result = write(&entry.file, &page.render(&entry.story));
        match result.and_then(|()| oembed.map_or(Ok(()), |json| write(&oembed_file, &json))) {
            Ok(()) => written.push(entry),
            Err(error) => failures.push(error),
        }
    }
    if let Some((file, origin)) = oembed.and_then(|oembed| oembed.configuration()) {
        eprintln!("oembed: {file} has to name the origin \"{origin}\"");
    }
    let name = arguments.site_name.as_deref();
    let around = page(None);
    let styles = around.fragment.placement.styles();
    let list = index(&written, &arguments.assets, styles, name, base);
    failures.extend(output::write(Some(&out.join(INDEX)), &list).err());
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures)
    }
}

/// The files of a site.
fn files(
    entries: &[Entry],
    arguments: &PrerenderArguments,
) -> impl Iterator<Item = (String, FileKind)> {
    let (has_oembed, has_pictures) = (arguments.base_url.is_some(), arguments.pictures);
    let of_pages = entries.iter().flat_map(move |entry| {
        let has_picture = has_pictures && !entry.story.article().charts.is_empty();
        let oembed = has_oembed.then(|| (oembed_name(&entry.file), FileKind::Oembed));
        let picture = has_picture.then(|| (picture_name(&entry.file), FileKind::Picture));
        let page = (entry.file.clone(), FileKind::Page);
        [Some(page), oembed, picture].into_iter().flatten()
    });
    of_pages.chain([(INDEX.to_owned(), FileKind::Page)])
}

/// Reads the documents, and reports the files that are not documents.
fn entries(documents: &[PathBuf], is_strict: bool) -> (Vec<Entry>, Vec<Error>) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut failures = Vec::new();
    for document in documents {
        let same = |entry: &Entry| {
            let named = |other: &&Entry| other.file.to_lowercase() == entry.file.to_lowercase();
            entries.iter().find(named).map(|other| other.file.clone())
        };
        match entry(document, is_strict) {
            Ok(Some(entry)) => match same(&entry) {
                // Some file systems do not distinguish `A.html` from `a.html`: one would take the place of the other.
                Some(other) => failures.push(anyhow!(
                    "{}: its page has the same name as {other}, apart from capitals: rename it",
                    document.display()
                )),
                None => entries.push(entry),
            },
            Ok(None) => eprintln!(
                "passed over: {}: it is JSON, but no document",
                document.display()
            ),
            Err(errors) => failures.extend(errors),
        }
    }
    (entries, failures)
}

/// A document with the name of its page; `None` if the file is JSON for another program.
fn entry(document: &Path, is_strict: bool) -> Result<Option<Entry>, Vec<Error>> {
    let one = |error| vec![error];
    let text = input::read(document).map_err(one)?;
    if Story::is_foreign(&text) {
        return Ok(None);
    }
    Ok(Some(Entry {
        file: page_name(document).map_err(one)?,
        story: story(&text, &document.display().to_string(), is_strict)?,
    }))
}

/// The files of a folder that may be documents, in the order of their names. Hidden ones are notes of a system
/// or an editor: a Mac writes `._story.json` beside `story.json` on foreign disks.
fn documents(folder: &Path) -> Result<Vec<PathBuf>> {
    let context = || format!("cannot read {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        let is_hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
        let is_json = |extension: &OsStr| extension.eq_ignore_ascii_case("json");
        // A link that leads nowhere is a file that cannot be read.
        let is_file = fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
        if !path.file_name().is_some_and(is_hidden)
            && path.extension().is_some_and(is_json)
            && is_file
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

/// The name of the oEmbed document beside a page.
fn oembed_name(page: &str) -> String {
    beside(page, "oembed.json")
}

/// The name of the picture beside a page.
fn picture_name(page: &str) -> String {
    beside(page, "chart.png")
}

fn beside(page: &str, ending: &str) -> String {
    let stem = page.strip_suffix(".html").unwrap_or(page);
    format!("{stem}.{ending}")
}

/// Reads a document, and reports the parts that had to be left out. Strictly, a document with anything that
/// `check --strict` calls an error is refused.
pub(crate) fn story(text: &str, name: &str, is_strict: bool) -> Result<Story, Vec<Error>> {
    let unreadable = |error: StoryError| vec![unreadable(text, name, &error.to_string())];
    let story = Story::read(text).map_err(unreadable)?;
    if is_strict {
        let errors = Checker::strict_errors(text);
        let errors: Vec<Error> = errors
            .iter()
            .map(|error| export::error(name, error))
            .collect();
        return if errors.is_empty() {
            Ok(story)
        } else {
            Err(errors)
        };
    }
    for problem in story.problems() {
        eprintln!("warning: {name}: {problem}");
    }
    Ok(story)
}

/// Why a document cannot be read. If it is not JSON, the message is the one of the checker.
fn unreadable(text: &str, name: &str, message: &str) -> Error {
    let findings = check(text).err().unwrap_or_default();
    match findings.as_slice() {
        [problem] if problem.kind == ProblemKind::Syntax => export::error(name, problem),
        _ => anyhow!("{name}: {message}"),
    }
}
