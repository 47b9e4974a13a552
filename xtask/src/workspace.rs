//! Where the workspace is, what a directory holds, and what cargo knows.

use crate::setup::toolbox::Toolbox;
use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand};
use fs_err as fs;
use std::path::{Path, PathBuf};
use xshell::Cmd;

/// The root of the workspace, whatever directory the command was started in.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The command of the crate, compiled for this machine; its words are to follow.
pub(crate) fn article_widget(toolbox: &Toolbox) -> Result<Cmd<'_>> {
    toolbox.command(
        "cargo run --locked --package article-widget --features cli --bin article-widget --",
    )
}

/// What cargo says of the workspace and of the packages that it uses.
pub(crate) fn metadata(toolbox: &Toolbox) -> Result<Metadata> {
    let cargo = toolbox.command("cargo metadata --locked --format-version 1")?;
    Ok(MetadataCommand::parse(cargo.read()?)?)
}

/// The version of the crate, which is that of everything that is released.
pub(crate) fn version(toolbox: &Toolbox) -> Result<String> {
    let metadata = metadata(toolbox)?;
    let mut packages = metadata.packages.iter();
    let package = packages.find(|package| package.name == "article-widget");
    let package = package.context("the workspace has no article-widget")?;
    Ok(package.version.to_string())
}

/// All files below a directory, in an order that is the same everywhere.
pub(crate) fn files(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_these_commands_can_be_read_in_one_sitting() {
        let sources = files(&root().join("xtask/src")).unwrap();
        assert!(sources.len() > 20);
        for file in sources {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            assert!(lines <= 400, "{} has {lines} lines", file.display());
        }
    }
}
