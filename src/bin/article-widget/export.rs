//! `article-widget export`: a document as Markdown, or its commitments as a table.

use crate::arguments::{ExportArguments, ExportFormat};
use crate::excerpt::printable;
use crate::{input, output};
use anyhow::{Error, Result, anyhow};
use article_widget::authoring::{check, commitments_csv, markdown};
use article_widget::document::Problem;

/// Writes the document in the other form.
///
/// # Errors
///
/// All errors of the document, or the file that could not be read or written. In these cases nothing has
/// been written.
pub(crate) fn run(arguments: &ExportArguments) -> Result<(), Vec<Error>> {
    let one = |error| vec![error];
    let out = arguments.out.as_deref();
    output::keep(&[&arguments.file], out).map_err(one)?;
    if arguments.format.is_none() {
        let endings = ["md", "markdown", "csv"];
        output::check_ending(out, "Markdown or a table", &endings).map_err(one)?;
    }
    let text = input::read(&arguments.file).map_err(one)?;
    let name = input::name(&arguments.file);
    let article = check(&text).map_err(|problems| {
        let errors = problems.iter().filter(|problem| problem.is_error());
        errors
            .map(|problem| error(&name, problem))
            .collect::<Vec<Error>>()
    })?;
    let is_csv = out.is_some_and(|out| input::ends_with(out, &["csv"]));
    let written = match arguments.format {
        Some(ExportFormat::Csv) => commitments_csv(&article),
        None if is_csv => commitments_csv(&article),
        _ => markdown(&article),
    };
    let text = written.map_err(|error| vec![anyhow!("{name}: {error}")])?;
    output::write(out, &text).map_err(one)
}

/// A problem of a document, with its place.
pub(crate) fn error(name: &str, problem: &Problem) -> Error {
    let words = printable(&problem.to_string());
    match &problem.place {
        Some(place) => anyhow!(
            "{name}:{}:{}: {words}",
            place.start.line,
            place.start.column
        ),
        None => anyhow!("{name}: {words}"),
    }
}
