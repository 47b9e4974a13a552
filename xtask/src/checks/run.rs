//! `cargo xtask test`: runs the checks one after the other and sums them up.
//!
//! A failure does not end the run, so that one run shows all that is wrong.

use crate::{
    checks::{CHECKS, Check, report::Summary},
    receipt,
    setup::{self, browsers, toolbox::Toolbox},
};
use anyhow::{Result, bail};
use std::{
    fmt::{self, Write},
    process::ExitCode,
    time::{Duration, Instant},
};

/// How a check ended.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// It could not run; the reason why.
    Skipped(String),
}

impl Outcome {
    /// How it ended, in words.
    fn verdict(&self) -> String {
        match self {
            Self::Passed => "passed".into(),
            Self::Failed => "failed".into(),
            Self::Skipped(reason) => format!("skipped: {reason}"),
        }
    }
}

/// A line of the summary.
#[derive(Debug)]
struct Record {
    name: &'static str,
    outcome: Outcome,
    time: Duration,
}

/// Why a check cannot run here: an error that fails nothing.
#[derive(Debug)]
pub(crate) struct Skip(pub(crate) String);

impl fmt::Display for Skip {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The name for all quick checks.
const QUICK: &str = "quick";

/// The names that can be chosen.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let all = CHECKS.iter().map(|check| check.name);
    [QUICK].into_iter().chain(all)
}

/// The checks of those names in their usual order; all of them without a name.
fn select(names: &[String]) -> Vec<&'static Check> {
    let is_named = |name| names.iter().any(|named| named == name);
    let chosen = |check: &&Check| {
        names.is_empty() || is_named(check.name) || check.is_quick && is_named(QUICK)
    };
    CHECKS.iter().filter(chosen).collect()
}

/// Runs the checks of those names, each once its tools are there, and prints the summary.
pub(crate) fn run(names: &[String]) -> Result<ExitCode> {
    let checks = select(names);
    let mut toolbox = Toolbox::new()?;
    let mut records = Vec::new();
    for (index, Check { name, title, .. }) in checks.iter().enumerate() {
        println!("\n=== {}/{} {name}: {title}", index + 1, checks.len());
        let start = Instant::now();
        let outcome = outcome(run_one(checks[index], &mut toolbox));
        let time = start.elapsed();
        records.push(Record {
            name,
            outcome,
            time,
        });
    }
    print!("{}", summary(&records));
    // What is left out was not tested.
    if let Some(commit) = receipt::commit(&toolbox).filter(|_| names.is_empty()) {
        let ended = |record: &Record| (record.name.to_owned(), record.outcome.verdict());
        let checks = records.iter().map(ended).collect();
        Summary { commit, checks }.keep(&toolbox)?;
    }
    let has_failed = |record: &Record| record.outcome == Outcome::Failed;
    Ok(ExitCode::from(u8::from(records.iter().any(has_failed))))
}

fn run_one(check: &Check, toolbox: &mut Toolbox) -> Result<()> {
    setup::prepare(toolbox, check.group)?;
    let missing = browsers::missing(check.programs, toolbox);
    if !missing.is_empty() {
        bail!(Skip(missing.join(", ")));
    }
    (check.run)(toolbox)
}

/// How a check ended, printed where it has not passed.
fn outcome(result: Result<()>) -> Outcome {
    match result.map_err(anyhow::Error::downcast::<Skip>) {
        Ok(()) => Outcome::Passed,
        Err(Ok(Skip(reason))) => {
            println!("skipped: {reason}");
            Outcome::Skipped(reason)
        }
        Err(Err(error)) => {
            eprintln!("error: {error:#}");
            Outcome::Failed
        }
    }
}

fn summary(records: &[Record]) -> String {
    let mut text = String::from("\n=== summary\n");
    let [mut passed, mut failed, mut skipped] = [0; 3];
    for Record {
        name,
        outcome,
        time,
    } in records
    {
        *match outcome {
            Outcome::Passed => &mut passed,
            Outcome::Failed => &mut failed,
            Outcome::Skipped(_) => &mut skipped,
        } += 1;
        let verdict = outcome.verdict();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:<18}{:>8.1} s  {verdict}", time.as_secs_f32());
    }
    let _ = write!(text, "\n{passed} passed, {failed} failed");
    if skipped > 0 {
        let _ = write!(text, ", {skipped} skipped");
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_names_everything_is_chosen() {
        assert_eq!(select(&[]).len(), CHECKS.len());
    }

    #[test]
    fn names_choose_and_keep_the_order() {
        let chosen = select(&["build".into(), "fmt".into()]);
        let names: Vec<_> = chosen.iter().map(|check| check.name).collect();
        assert_eq!(names, ["fmt", "build"]);
    }

    #[test]
    fn one_name_chooses_all_quick_checks() {
        let chosen = select(&["quick".into(), "build".into()]);
        let names: Vec<_> = chosen.iter().map(|check| check.name).collect();
        assert!(names.starts_with(&["fmt", "clippy"]) && names.ends_with(&["build"]));
        assert!(!names.contains(&"playwright"));
    }

    #[test]
    fn the_summary_counts() {
        let record = |name, outcome| Record {
            name,
            outcome,
            time: Duration::from_millis(1500),
        };
        let mut records = vec![
            record("fmt", Outcome::Passed),
            record("doc", Outcome::Failed),
        ];
        let expected = "
=== summary
fmt                    1.5 s  passed
doc                    1.5 s  failed

1 passed, 1 failed
";
        assert_eq!(summary(&records), expected);
        records.push(record("firefox", Outcome::Skipped("it is missing".into())));
        assert!(summary(&records).ends_with("\n1 passed, 1 failed, 1 skipped\n"));
    }
}
