//! The repository's own commands, started as `cargo xtask <command>`.
//!
//! They need nothing but a Rust toolchain and Node, work the same on every machine, and install
//! the other tools themselves, each in the exact version the project was tried with.

mod build;
mod bundle;
mod checks;
mod serve;
mod setup;
mod shrink;
mod workspace;

use checks::run;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

Commands:
  setup            install every tool in its pinned version: for building and for testing
  build            build the release into dist/, print its size and note it in README.md
  serve [--port N] build the release, serve it on 127.0.0.1 (port 8080) and rebuild on changes
  test [NAME...]   run all checks and tests, or only the named ones; `quick` names those that take
                   under three minutes together
  bundle           finish what Trunk has built: scripts, styles, page; called by Trunk's hook
  help             print this text";

/// The exit code for a wrong command line, as in most tools.
const USAGE_ERROR: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["setup"] => setup::all(),
        ["build"] => build::run(),
        ["bundle"] => bundle::run(),
        ["serve", options @ ..] => match serve::parse(options) {
            Ok(port) => serve::run(port),
            Err(error) => return usage(&format!("{error:#}")),
        },
        ["test", names @ ..] => match run::select(names) {
            Ok(checks) => return run::run(&checks),
            Err(error) => return usage(&format!("{error:#}")),
        },
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        [] => return usage("a command is needed"),
        other => return usage(&format!("unknown command: {}", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage(problem: &str) -> ExitCode {
    eprintln!("error: {problem}\n\n{HELP}");
    ExitCode::from(USAGE_ERROR)
}
