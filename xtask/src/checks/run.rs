//! `cargo xtask test`: runs the checks one after the other and sums them up.
//!
//! A failure does not end the run, so that one run shows all that is wrong.

use crate::{
    checks::{Bench, CHECKS, Check},
    setup,
    setup::browsers::Browsers,
    setup::toolbox::{Group, Toolbox},
};
use anyhow::Result;
use std::{
    error::Error,
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

impl Error for Skip {}

/// The name for all quick checks.
const QUICK: &str = "quick";

/// The names that can be chosen.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    [QUICK]
        .into_iter()
        .chain(CHECKS.iter().map(|check| check.name))
}

/// The checks of those names in their usual order; all of them without a name.
pub(crate) fn select(names: &[String]) -> Vec<&'static Check> {
    let is_named = |name| names.iter().any(|named| named == name);
    let chosen = |check: &&Check| {
        names.is_empty() || is_named(check.name) || check.is_quick && is_named(QUICK)
    };
    CHECKS.iter().filter(chosen).collect()
}

/// Sets up what the checks need, runs them and prints the summary.
pub(crate) fn run(checks: &[&Check]) -> Result<ExitCode> {
    let mut toolbox = Toolbox::new()?;
    let wanted = checks
        .iter()
        .map(|check| check.group)
        .max()
        .unwrap_or(Group::Toolchain);
    if let Err(error) = setup::prepare(&mut toolbox, wanted) {
        // Checks that need fewer tools can still run.
        eprintln!("error: {error:#}");
    }
    let browsers = Browsers::find(&toolbox);
    let bench = Bench { toolbox, browsers };

    let records: Vec<Record> = checks
        .iter()
        .enumerate()
        .map(|(index, check)| {
            println!(
                "\n=== {}/{} {}: {}",
                index + 1,
                checks.len(),
                check.name,
                check.title
            );
            let start = Instant::now();
            let outcome = run_one(check, &bench);
            Record {
                name: check.name,
                outcome,
                time: start.elapsed(),
            }
        })
        .collect();
    print!("{}", summary(&records));
    let failed = records
        .iter()
        .any(|record| record.outcome == Outcome::Failed);
    Ok(ExitCode::from(u8::from(failed)))
}

fn run_one(check: &Check, bench: &Bench) -> Outcome {
    if bench.toolbox.ready < Some(check.group) {
        eprintln!("error: tools are missing, see above");
        return Outcome::Failed;
    }
    if let Some(reason) = bench.browsers.lack(check.programs) {
        return skipped(reason);
    }
    match (check.run)(bench) {
        Ok(()) => Outcome::Passed,
        Err(error) => match error.downcast::<Skip>() {
            Ok(Skip(reason)) => skipped(reason),
            Err(error) => {
                eprintln!("error: {error:#}");
                Outcome::Failed
            }
        },
    }
}

fn skipped(reason: String) -> Outcome {
    println!("skipped: {reason}");
    Outcome::Skipped(reason)
}

fn summary(records: &[Record]) -> String {
    let mut text = String::from("\n=== summary\n");
    for Record {
        name,
        outcome,
        time,
    } in records
    {
        let verdict = match outcome {
            Outcome::Passed => "passed".to_owned(),
            Outcome::Failed => "failed".to_owned(),
            Outcome::Skipped(reason) => format!("skipped: {reason}"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:<18}{:>8.1} s  {verdict}", time.as_secs_f32());
    }
    let count = |wanted: fn(&Outcome) -> bool| {
        records
            .iter()
            .filter(|record| wanted(&record.outcome))
            .count()
    };
    let passed = count(|outcome| *outcome == Outcome::Passed);
    let failed = count(|outcome| *outcome == Outcome::Failed);
    let skipped = records.len() - passed - failed;
    let _ = write!(text, "\n{passed} passed, {failed} failed");
    if skipped > 0 {
        let _ = write!(text, ", {skipped} skipped");
    }
    text.push('\n');
    text
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
