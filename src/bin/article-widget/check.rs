//! `article-widget check`: names the problems of documents.

use crate::arguments::{CheckArguments, Format};
use crate::excerpt;
use crate::fix::fix;
use crate::input::{self, STANDARD_INPUT};
use anyhow::Result;
use article_widget::authoring::{Checker, ProblemReport};
use article_widget::document::{Place, Problem, Severity};
use codespan_reporting::term::termcolor::{BufferedStandardStream, ColorChoice};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

/// A document that has been checked.
struct Checked {
    /// The name of its file, as given.
    name: String,
    text: String,
    /// What was found, remarks included.
    problems: Vec<Problem>,
}

impl Checked {
    /// The problems with their places. Every problem of a text has a place.
    fn placed(&self) -> impl Iterator<Item = (&Problem, &Place)> {
        let problems = self.problems.iter();
        problems.filter_map(|problem| Some((problem, problem.place.as_ref()?)))
    }

    /// How many problems are of a severity.
    fn count(&self, severity: Severity) -> usize {
        let problems = self.problems.iter();
        problems
            .filter(|problem| problem.severity == severity)
            .count()
    }
}

/// Checks the documents, and mends them before, with `--fix`. Writes the problems to standard output, and the files that could not be read to
/// standard error.
///
/// The exit code is 0 if there is no error, 1 if there is one, and 2 if something could not be read or written.
pub(crate) fn run(arguments: &CheckArguments) -> ExitCode {
    let mut has_failed = false;
    let mut fail = |error: anyhow::Error| {
        eprintln!("error: {error:#}");
        has_failed = true;
    };
    let rules = Checker {
        release: arguments.widget,
        is_strict: arguments.strict,
    };
    let files = arguments.files();
    let mut checked = Vec::with_capacity(files.len());
    for file in files {
        let mut text = match input::read(file) {
            Ok(text) => text,
            Err(error) => {
                fail(error);
                continue;
            }
        };
        if arguments.fix
            && let Err(error) = fix(file, &mut text)
        {
            fail(error);
        }
        checked.push(Checked {
            name: file.display().to_string(),
            problems: rules.problems(&text),
            text,
        });
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
    let is_fine = checked
        .iter()
        .all(|document| document.count(Severity::Error) == 0);
    match (has_failed, is_fine) {
        (true, _) => ExitCode::from(2),
        (false, false) => ExitCode::FAILURE,
        (false, true) => ExitCode::SUCCESS,
    }
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
    let severities = [(Severity::Error, "error"), (Severity::Warning, "warning")];
    let found = |document: &Checked| severities.map(|(severity, _)| document.count(severity));
    let found: Vec<[usize; 2]> = checked.iter().map(found).collect();
    let sums = [0, 1].map(|index| found.iter().map(|counts| counts[index]).sum::<usize>());
    let sums = sums.into_iter().zip(severities);
    let named: Vec<String> = sums
        .filter(|(sum, _)| *sum > 0)
        .map(|(sum, (_, name))| count(sum, name))
        .collect();
    let affected = found.iter().filter(|counts| **counts != [0, 0]).count();
    match (named.is_empty(), checked.len()) {
        (true, _) => format!("{documents} checked: no problem"),
        (false, 1) => format!("{documents} checked: {}", named.join(", ")),
        (false, _) => format!(
            "{documents} checked: {} in {affected} of them",
            named.join(", ")
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
