//! `article-widget check`: names the problems of documents.

use crate::arguments::{CheckArguments, Format};
use crate::excerpt;
use crate::input::{self, STANDARD_INPUT};
use anyhow::Result;
use article_widget::authoring::{self, ProblemReport, Release};
use article_widget::document::{Place, Problem};
use codespan_reporting::term::termcolor::{BufferedStandardStream, ColorChoice};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// A document that has been checked.
struct Checked {
    /// The name of its file, as given.
    name: String,
    text: String,
    problems: Vec<Problem>,
    /// Remarks on a document without problems.
    remarks: Vec<Problem>,
}

impl Checked {
    /// The problems and remarks with their places. Every problem of a text has a place.
    fn placed(&self) -> impl Iterator<Item = (&Problem, &Place)> {
        let problems = self.problems.iter().chain(&self.remarks);
        problems.filter_map(|problem| Some((problem, problem.place.as_ref()?)))
    }
}

/// Checks the documents. Writes the problems to standard output, and the files that could not be read to
/// standard error.
///
/// The exit code is 0 if there is no problem, 1 if there is one, and 2 if something could not be read or
/// written.
pub(crate) fn run(arguments: &CheckArguments) -> ExitCode {
    let mut has_failed = false;
    let mut fail = |error: anyhow::Error| {
        eprintln!("error: {error:#}");
        has_failed = true;
    };
    let mut checked = Vec::with_capacity(arguments.files.len());
    for file in &arguments.files {
        match look_at(file, arguments.widget) {
            Ok(document) => checked.push(document),
            Err(error) => fail(error),
        }
    }
    let written = match arguments.format {
        // No document was checked, and the errors are on standard error already.
        Format::Human if checked.is_empty() => Ok(()),
        Format::Human => write_for_people(&checked),
        Format::Json => write_for_tools(&checked),
    };
    if let Err(error) = written {
        fail(error.context("cannot write to standard output"));
    }
    let is_fine = checked.iter().all(|document| document.problems.is_empty());
    match (has_failed, is_fine) {
        (true, _) => ExitCode::from(2),
        (false, false) => ExitCode::FAILURE,
        (false, true) => ExitCode::SUCCESS,
    }
}

fn look_at(file: &Path, widget: Option<Release>) -> Result<Checked> {
    let text = input::read(file)?;
    let problems = authoring::check_for(&text, widget)
        .err()
        .unwrap_or_default();
    let remarks = if problems.is_empty() {
        authoring::remarks(&text)
    } else {
        Vec::new()
    };
    Ok(Checked {
        name: file.display().to_string(),
        text,
        problems,
        remarks,
    })
}

fn write_for_people(checked: &[Checked]) -> Result<()> {
    let choice = if io::stdout().is_terminal() {
        // `Auto` follows NO_COLOR and TERM.
        ColorChoice::Auto
    } else {
        ColorChoice::Never
    };
    let mut stream = BufferedStandardStream::stdout(choice);
    for document in checked {
        let name = match document.name.as_str() {
            STANDARD_INPUT => "standard input",
            name => name,
        };
        for (problem, place) in document.placed() {
            excerpt::write(&mut stream, name, &document.text, problem, place)?;
        }
    }
    // The files that could not be read are on standard error already.
    if !checked.is_empty() {
        writeln!(stream, "{}", summary(checked))?;
    }
    Ok(stream.flush()?)
}

fn summary(checked: &[Checked]) -> String {
    let count = |count: usize, thing| match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    };
    let documents = count(checked.len(), "document");
    let problems = checked.iter().map(|document| document.problems.len());
    let at_fault = problems.clone().filter(|count| *count > 0).count();
    match (problems.sum(), checked.len()) {
        (0, _) => format!("{documents} checked: no problem"),
        (problems, 1) => format!("1 document checked: {}", count(problems, "problem")),
        (problems, _) => format!(
            "{documents} checked: {} in {at_fault} of them",
            count(problems, "problem")
        ),
    }
}

fn write_for_tools(checked: &[Checked]) -> Result<()> {
    let mut entries = Vec::new();
    for document in checked {
        let report = |(problem, _)| ProblemReport::new(problem, Some(&document.name));
        entries.extend(document.placed().map(report));
    }
    let mut stream = BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut stream, &entries)?;
    writeln!(stream)?;
    Ok(stream.flush()?)
}
