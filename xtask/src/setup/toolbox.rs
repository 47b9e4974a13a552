//! The tools as the commands use them: one search path for all, and every command starts in the
//! root of the workspace.

use crate::workspace::root;
use anyhow::{Context, Result};
use std::{env, ffi::OsString, path::PathBuf, process::Command};

/// Tools that are needed together; each group builds on those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// The Rust toolchain.
    Toolchain,
    /// What turns the crate into a page.
    Build,
    /// What opens the page in browsers.
    Test,
}

/// The tools that set-up has found or installed; at first, what is on the user's search path.
#[derive(Debug, Clone, Default)]
pub(crate) struct Toolbox {
    /// Directories of tools, which are searched before the user's own search path.
    directories: Vec<PathBuf>,
    /// The last group of tools that is complete.
    pub(crate) ready: Option<Group>,
}

impl Toolbox {
    /// Puts the programs of a directory in front of all others.
    pub(crate) fn add(&mut self, directory: PathBuf) {
        self.directories.push(directory);
    }

    /// Where a program is, or that it is missing.
    pub(crate) fn find(&self, program: &str) -> Result<PathBuf> {
        which::which_in(program, Some(self.search_path()?), root())
            .with_context(|| format!("{program} is not installed or not on the search path"))
    }

    /// A command that starts in the root of the workspace and finds all tools.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(self.find(program)?);
        command.current_dir(root()).env("PATH", self.search_path()?);
        Ok(command)
    }

    fn search_path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let directories = self.directories.iter().cloned();
        env::join_paths(directories.chain(env::split_paths(&inherited)))
            .context("a directory on the search path contains the separator of such paths")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_start_in_the_root_and_find_the_tools_first() {
        let mut toolbox = Toolbox::default();
        toolbox.add("/tools/first".into());
        let command = toolbox.command("cargo").unwrap();
        assert!(command.get_current_dir().unwrap().join("xtask").is_dir());
        let path = command
            .get_envs()
            .find(|(name, _)| *name == "PATH")
            .unwrap()
            .1;
        let first = env::split_paths(path.unwrap()).next();
        assert_eq!(first, Some("/tools/first".into()));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = Toolbox::default().find("no-such-program").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("no-such-program is not installed")
        );
    }
}
