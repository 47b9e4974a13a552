//! The command `article-widget`: articles on a machine without a browser.
//!
//! It reads files, calls the library, and writes files. It does not decide how an article looks. Its exit
//! code is 0 if all went well, 1 if something could not be read, shown or written, and 2 if the command line
//! makes no sense. `check` and `messages check` have two exit codes for failure, as search tools do: 1 if they
//! found problems, and 2 if they could not check everything.

mod arguments;
mod check;
mod excerpt;
mod export;
mod fix;
mod foreign;
mod import;
mod input;
mod messages;
mod output;
mod picture;
mod prerender;
mod share;

use anyhow::{Context, Error};
use arguments::{Arguments, Command, NewFormat};
use clap::Parser;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(target_os = "wasi")]
    enter_directory();
    match Arguments::parse().command {
        Command::Prerender(arguments) => end(prerender::run(&arguments)),
        Command::Check(arguments) => check::run(&arguments),
        Command::Schema(arguments) => {
            let (schema, out) = (
                article_widget::authoring::schema(),
                arguments.out.as_deref(),
            );
            let written = output::check_ending(out, "a schema", &["json"])
                .and_then(|()| output::write(out, &schema));
            end(written.map_err(|error| vec![error]))
        }
        Command::Messages(command) => messages::run(&command),
        Command::Import(arguments) => end(import::run(&arguments)),
        Command::Export(arguments) => end(export::run(&arguments)),
        Command::Picture(arguments) => end(picture::run(&arguments)),
        Command::Styles { out } => end(styles(&out).map_err(|error| vec![error])),
        Command::New(arguments) => {
            let out = arguments.out.as_deref();
            let is_markdown = out.is_some_and(|out| input::ends_with(out, &input::MARKDOWN));
            let text = match arguments.format {
                Some(NewFormat::Markdown) => article_widget::authoring::STARTER_MARKDOWN,
                None if is_markdown => article_widget::authoring::STARTER_MARKDOWN,
                _ => article_widget::authoring::STARTER_JSON,
            };
            // A form that is asked for may stand in any file.
            let checked = match arguments.format {
                Some(_) => Ok(()),
                None => output::check_ending(out, "a document", &["json", "md", "markdown"]),
            };
            let written = checked.and_then(|()| output::create(out, text));
            end(written.map_err(|error| vec![error]))
        }
    }
}

/// Makes relative paths begin where the command was started. WASI has no such directory: `npm/bin/article-widget.mjs` names
/// it in `PWD`. If it cannot be entered, relative paths begin at the root, as WASI has it.
#[cfg(target_os = "wasi")]
fn enter_directory() {
    if let Some(directory) = std::env::var_os("PWD") {
        let _ = std::env::set_current_dir(directory);
    }
}

/// Writes the style sheets as a release has them.
fn styles(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut sheets = article_widget::prerender::style_sheets().into_iter();
    sheets.try_for_each(|(name, text)| output::write(Some(&folder.join(name)), &text))
}

/// Writes what failed to standard error.
fn end(result: Result<(), Vec<Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failures) => {
            for failure in failures {
                eprintln!("error: {failure:#}");
            }
            ExitCode::FAILURE
        }
    }
}
