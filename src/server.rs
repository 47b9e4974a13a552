//! The tools as a library for JavaScript on a server: what `article-widget/server` of the npm package calls.
//!
//! Every function takes texts and gives a text: documents, Markdown or HTML, and JSON for everything that has parts. What a
//! function cannot do, it throws as JSON with `message` and `problems`. `npm/server/library.js` turns that into objects and errors
//! for JavaScript; nothing else calls these functions.
//!
//! May not import yew, web-sys, js-sys, gloo, `dom`, `element` or `view`; only this file may import wasm-bindgen. No function here reads a file, a clock or a network.

mod options;
mod refusal;

use crate::authoring::{self, Checker, Import, ImportFormat, ProblemReport};
use crate::document::Problem;
use crate::messages;
use crate::model::Article;
use crate::prerender::{Page, Story, StoryError};
use options::{CheckOptions, ImportOptions, PrerenderOptions, TextKind, read};
use refusal::Refusal;
use serde::Serialize;
use serde_json::Value as Json;
use wasm_bindgen::prelude::wasm_bindgen;

/// The result of a function: a text, or the JSON of a refusal.
type Answer = Result<String, String>;

/// Lets a panic throw its message, so that JavaScript can tell it.
#[wasm_bindgen]
pub fn begin() {
    #[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&panic.to_string())
    }));
}

/// The problems of a document as a JSON list, and remarks where there is no error. See [`Checker`].
///
/// # Errors
///
/// An option is wrong.
#[wasm_bindgen]
pub fn check(document: &str, options: &str) -> Answer {
    let options: CheckOptions = read(options)?;
    let problems = options.checker()?.problems(document);
    Ok(to_json(&reports(&problems)))
}

/// What [`prerender`] gives.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Prerendered<'a> {
    html: String,
    style_sources: Vec<String>,
    problems: Vec<ProblemReport<'a>>,
}

/// A document as HTML, as JSON with `html`, `styleSources` and `problems`: those of the parts that had to be left out. See
/// [`prerender`](mod@crate::prerender).
///
/// A publisher's messages are there to stay: `npm/server/library.js` has an instance of its own for each file of them.
///
/// # Errors
///
/// An option is wrong, nothing of the document can be shown, or it has an error and the option `strict` asks for none.
#[wasm_bindgen]
pub fn prerender(document: &str, options: &str) -> Answer {
    let options: PrerenderOptions = read(options)?;
    let fragment = options.fragment()?;
    let single_file = options.single_file()?;
    if let Some(messages) = options.messages()? {
        messages::replace(messages);
    }
    let story = Story::read(document).map_err(|error| unreadable(document, &error))?;
    if options.strict {
        let errors = Checker::strict_errors(document);
        if !errors.is_empty() {
            return Err(Refusal::of(&errors).to_json());
        }
    }
    let (html, style_sources) = match options.page(&fragment)? {
        Some(page) if let Some(read) = &single_file => {
            let html = page.render_single_file(&story, read);
            let refusal = |failures: Vec<String>| Refusal::new(&failures.join("\n"), &[]).to_json();
            // The page has its own policy.
            (html.map_err(refusal)?, Vec::new())
        }
        Some(page) => (Page::render(&page, &story), page.style_sources()),
        None => (fragment.render(&story), fragment.style_sources()),
    };
    Ok(to_json(&Prerendered {
        html,
        style_sources,
        problems: reports(story.problems()),
    }))
}

/// The refusal of a document of which nothing can be shown, with all that the checker finds.
fn unreadable(document: &str, error: &StoryError) -> String {
    let problems = authoring::check(document).err().unwrap_or_default();
    Refusal::new(&error.to_string(), &problems).to_json()
}

/// What [`import_markdown`] gives.
#[derive(Serialize)]
struct Imported<'a> {
    document: Json,
    remarks: Vec<ProblemReport<'a>>,
}

/// A document made of Markdown or plain text, as JSON with `document` and `remarks`, which are warnings and remarks. See
/// [`Import`].
///
/// # Errors
///
/// An option or the text is wrong.
#[wasm_bindgen(js_name = importMarkdown)]
pub fn import_markdown(text: &str, options: &str) -> Answer {
    let options: ImportOptions = read(options)?;
    let import = Import {
        text,
        format: match options.format {
            TextKind::Markdown => ImportFormat::Markdown,
            TextKind::Text => ImportFormat::Plain,
        },
        language: options.language.as_deref(),
        commitments: options.commitments.as_deref(),
        teasers: options.teasers.as_deref(),
        teasers_title: options.teasers_title.as_deref(),
    };
    let document = import.document();
    let document = document.map_err(|problems| {
        let refusal = Refusal::of(&problems).with_draft(import.draft());
        refusal.to_json()
    })?;
    let remarks = import.remarks();
    Ok(to_json(&Imported {
        document,
        remarks: reports(&remarks),
    }))
}

/// A document as Markdown. See [`authoring::markdown`].
///
/// # Errors
///
/// The document has problems.
#[wasm_bindgen(js_name = exportMarkdown)]
pub fn export_markdown(document: &str) -> Answer {
    export(document, authoring::markdown)
}

/// The commitments of a document as CSV. See [`authoring::commitments_csv`].
///
/// # Errors
///
/// The document has problems.
#[wasm_bindgen(js_name = exportCommitments)]
pub fn export_commitments(document: &str) -> Answer {
    export(document, authoring::commitments_csv)
}

fn export(document: &str, write: fn(&Article) -> Result<String, authoring::NotSayable>) -> Answer {
    let article = authoring::check(document);
    let article = article.map_err(|problems| Refusal::of(&problems).to_json())?;
    write(&article).map_err(|error| Refusal::new(&error.to_string(), &[]).to_json())
}

/// The JSON Schema of documents.
#[wasm_bindgen]
#[must_use]
pub fn schema() -> String {
    authoring::schema()
}

fn reports(problems: &[Problem]) -> Vec<ProblemReport<'_>> {
    let report = |problem| ProblemReport::new(problem, None);
    problems.iter().map(report).collect()
}

/// JSON of a value that always has one: maps of it have texts as keys.
fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
