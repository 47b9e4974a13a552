//! `article-widget import`: makes a document from a text and tables.

use crate::arguments::{ImportArguments, TextFormat};
use crate::excerpt::printable;
use crate::{input, output};
use anyhow::{Error, Result, anyhow};
use article_widget::authoring::{Import, ImportFormat};
use article_widget::document::{Input, Problem, Severity};
use std::path::PathBuf;

/// Makes the document. Writes warnings and remarks to standard error.
///
/// # Errors
///
/// All mistakes in the texts, each with its file and line, or the file that could not be read or written. In
/// these cases nothing has been written.
pub(crate) fn run(arguments: &ImportArguments) -> Result<(), Vec<Error>> {
    let one = |error| vec![error];
    if arguments.format.is_none() && input::ends_with(&arguments.file, &["json"]) {
        let name = input::name(&arguments.file);
        return Err(one(anyhow!(
            "{name} is JSON, and an import reads Markdown or plain text: `check` tells whether it is a document, `export` makes Markdown of one"
        )));
    }
    let tables = [&arguments.commitments, &arguments.teasers];
    let mut sources: Vec<_> = tables.into_iter().flatten().map(PathBuf::as_path).collect();
    sources.push(&arguments.file);
    let out = arguments.out.as_deref();
    output::keep(&sources, out).map_err(one)?;
    output::check_ending(out, "a document", &["json"]).map_err(one)?;
    let text = input::read(&arguments.file).map_err(one)?;
    let table = |file: &Option<_>| file.as_deref().map(input::read).transpose().map_err(one);
    let commitments = table(&arguments.commitments)?;
    let teasers = table(&arguments.teasers)?;
    let import = Import {
        text: &text,
        format: format(arguments),
        language: arguments.language.as_deref(),
        commitments: commitments.as_deref(),
        teasers: teasers.as_deref(),
        teasers_title: arguments.teasers_title.as_deref(),
    };
    let document = import.document();
    let document = document.map_err(|problems| {
        warn(&problems, arguments);
        let errors = problems.iter().filter(|problem| problem.is_error());
        errors
            .map(|problem| error(problem, arguments))
            .collect::<Vec<Error>>()
    })?;
    warn(&import.remarks(), arguments);
    output::write(out, &format!("{document:#}\n")).map_err(one)
}

/// Writes warnings and remarks to standard error.
fn warn(problems: &[Problem], arguments: &ImportArguments) {
    for problem in problems {
        let severity = match problem.severity {
            Severity::Error => continue,
            Severity::Warning => "warning",
            Severity::Remark => "remark",
        };
        eprintln!("{severity}: {}", error(problem, arguments));
    }
}

fn format(arguments: &ImportArguments) -> ImportFormat {
    match arguments.format {
        Some(TextFormat::Text) => ImportFormat::Plain,
        None if input::ends_with(&arguments.file, &["txt"]) => ImportFormat::Plain,
        _ => ImportFormat::Markdown,
    }
}

fn error(problem: &Problem, arguments: &ImportArguments) -> Error {
    let message = printable(&problem.message);
    let Some(place) = &problem.place else {
        return anyhow!("{message}");
    };
    let file = match place.input {
        Input::Article => Some(&arguments.file),
        Input::Commitments => arguments.commitments.as_ref(),
        Input::Teasers => arguments.teasers.as_ref(),
    };
    let file = file.map_or_else(String::new, |file| input::name(file));
    let line = place.start.line;
    match &*problem.path {
        "" => anyhow!("{file}:{line}: {message}"),
        path => anyhow!("{file}:{line}: {message} (path: {path})"),
    }
}
