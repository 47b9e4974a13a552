//! The repository's own commands, started as `cargo xtask <command>`.
//!
//! They need nothing but a Rust toolchain and Node, work the same on every machine, and install
//! the other tools themselves, each in the exact version the project was tried with.

mod bench;
mod build;
mod bundle;
mod checks;
mod cldr;
mod examples;
mod package;
mod receipt;
mod release;
mod serve;
mod setup;
mod shrink;
mod wasi;
mod workspace;

use anyhow::Result;
use clap::{Parser, builder::PossibleValuesParser};
use std::process::ExitCode;

/// The repository's own commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Install every tool in its pinned version: for building and for testing
    Setup,
    /// Build the release into dist/, print its size and note it in README.md
    Build,
    /// Build the release, serve it with the examples on 127.0.0.1 and rebuild on changes
    Serve {
        /// The port to serve it on
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run all checks and tests, or only the named ones
    Test {
        /// The checks to run; `quick` names those that take under three minutes together once all is compiled
        #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(checks::run::names()))]
        names: Vec<String>,
    },
    /// Build the release and measure it in Chromium beside a static page; see docs/performance.md
    Bench {
        /// What to measure; both if it is left out
        part: Option<bench::Part>,
    },
    /// Build the release and make the npm package of it, in target/npm
    Package,
    /// Build the release, measure it in every engine and write dist/receipt.json
    Receipt,
    /// Make a release of the commit that is checked out: receipt, npm package and crate; publishes nothing by itself
    Release {
        /// Only write this version to where it stands, and into the changelog
        #[arg(conflicts_with = "publish")]
        version: Option<String>,
        /// Publish the package and the crate, too
        #[arg(long)]
        publish: bool,
    },
    /// Make src/messages/cldr anew from the pinned data of Unicode
    Cldr,
    /// Finish what Trunk has built: scripts, styles, page; called by Trunk's hook
    Bundle,
}

fn main() -> ExitCode {
    run(Command::parse()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Setup => setup::all()?,
        Command::Build => build::run()?,
        Command::Serve { port } => serve::run(port)?,
        Command::Test { names } => return checks::run::run(&names),
        Command::Bench { part } => bench::run(part)?,
        Command::Package => package::run()?,
        Command::Receipt => receipt::run()?,
        Command::Release { version, publish } => release::run(version.as_deref(), publish)?,
        Command::Cldr => cldr::run()?,
        Command::Bundle => bundle::run()?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_can_be_chosen() {
        let port = |words: &[&str]| {
            let words = [&["xtask", "serve"], words].concat();
            match Command::try_parse_from(words) {
                Ok(Command::Serve { port }) => Some(port),
                _ => None,
            }
        };
        assert_eq!(port(&[]), Some(8080));
        assert_eq!(port(&["--port", "9000"]), Some(9000));
        assert_eq!(port(&["--port=9000"]), Some(9000));
        for wrong in [
            &["--port"][..],
            &["--port", "x"],
            &["--port", "70000"],
            &["9000"],
        ] {
            assert_eq!(port(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_list() {
        let parsed = Command::try_parse_from(["xtask", "test", "fmt", "nonsense"]);
        let error = parsed.err().unwrap().to_string();
        assert!(error.contains("'nonsense'") && error.contains("quick, fmt, clippy, "));
    }
}
