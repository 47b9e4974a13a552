//! `messages`: the words of the interface.

use crate::arguments::MessagesCommand;
use crate::{input, output};
use anyhow::{Context, Result};
use article_widget::messages::{self, ALIASES, UNKNOWN};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn run(command: &MessagesCommand) -> ExitCode {
    let done = match command {
        MessagesCommand::Check { file, language } => return check(file, language.as_deref()),
        MessagesCommand::Schema(arguments) => {
            output::write(arguments.out.as_deref(), &messages::schema())
        }
        MessagesCommand::Texts { out } => texts(out),
    };
    crate::end(done.map_err(|error| vec![error]))
}

/// Names every fault of a file. As for documents, the exit code is 1 if there is one, and 2 if the file cannot be read.
fn check(file: &Path, language: Option<&str>) -> ExitCode {
    match read(file) {
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
        Ok(json) => {
            let faults = messages::problems(language, &json);
            for fault in &faults {
                println!("{}: {fault}", file.display());
            }
            ExitCode::from(u8::from(!faults.is_empty()))
        }
    }
}

/// The JSON of a file.
pub(crate) fn read(file: &Path) -> Result<Json> {
    serde_json::from_str(&input::read(file)?)
        .with_context(|| format!("{} is not JSON", file.display()))
}

/// Writes a file for each language and each other tag of it, and `names.json`, which says what the texts are called.
fn texts(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let known = messages::languages().map(|tag| (tag, tag));
    for (name, tag) in known.chain(ALIASES).chain([(UNKNOWN, UNKNOWN)]) {
        let texts = messages::texts(tag, None).with_context(|| format!("no texts of {tag}"))?;
        write(folder, name, &json!(texts))?;
    }
    let names: Vec<_> = messages::names().collect();
    write(folder, "names", &json!(names))
}

fn write(folder: &Path, name: &str, json: &Json) -> Result<()> {
    output::write(
        Some(&folder.join(format!("{name}.json"))),
        &json.to_string(),
    )
}
