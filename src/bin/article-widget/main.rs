//! The command `article-widget`: articles on a machine without a browser.
//!
//! It reads files, calls the library, and writes files; what an article looks like is none of
//! its business. It ends with 0 when all went well, 1 when something could not be read, shown or
//! written, and 2 when the command line makes no sense.

mod arguments;
mod output;
mod prerender;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Command::Prerender(arguments) = Arguments::parse().command;
    match prerender::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failures) => {
            for failure in failures {
                eprintln!("error: {failure:#}");
            }
            ExitCode::FAILURE
        }
    }
}
