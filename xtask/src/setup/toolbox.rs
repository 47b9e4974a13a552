//! The tools as the commands use them: one search path for all, and every command starts in the
//! root of the workspace.

use crate::workspace::root;
use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};
use xshell::{Cmd, PushDir, Shell};

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

/// The tools that set-up has found or installed; at first, those on the user's search path.
#[derive(Debug)]
pub(crate) struct Toolbox {
    shell: Shell,
    /// The last group of tools that is complete.
    pub(crate) ready: Option<Group>,
}

impl Toolbox {
    /// A toolbox that has no tools of its own yet.
    pub(crate) fn new() -> Result<Self> {
        let shell = Shell::new()?;
        shell.change_dir(root());
        let ready = None;
        Ok(Self { shell, ready })
    }

    /// Puts the programs of a directory in front of all others.
    pub(crate) fn add(&self, directory: PathBuf) -> Result<()> {
        let path = self.search_path();
        let directories = [directory].into_iter().chain(env::split_paths(&path));
        let path = env::join_paths(directories)
            .context("a directory on the search path contains the separator of such paths")?;
        self.shell.set_var("PATH", path);
        Ok(())
    }

    /// Where a program is, or that it is missing.
    pub(crate) fn find(&self, program: &str) -> Result<PathBuf> {
        which::which_in(program, Some(self.search_path()), root())
            .with_context(|| format!("{program} is not installed or not on the search path"))
    }

    /// A command that starts in the root of the workspace and finds all tools: a program and its first
    /// arguments, with spaces between them.
    pub(crate) fn command(&self, words: &str) -> Result<Cmd<'_>> {
        let mut words = words.split_whitespace();
        let program = self.find(words.next().unwrap_or_default())?;
        Ok(self.program(&program).args(words))
    }

    /// Runs a command that needs no more.
    pub(crate) fn run(&self, words: &str) -> Result<()> {
        Ok(self.command(words)?.run()?)
    }

    /// A command that starts a program whose path may have spaces.
    pub(crate) fn program(&self, path: &Path) -> Cmd<'_> {
        self.shell.cmd(path).quiet()
    }

    /// Lets commands start in another directory, as long as the value lives that it returns.
    pub(crate) fn enter(&self, directory: impl AsRef<Path>) -> PushDir<'_> {
        self.shell.push_dir(root().join(directory))
    }

    fn search_path(&self) -> OsString {
        self.shell.var_os("PATH").unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn commands_start_in_the_root_and_find_the_tools_first() {
        let toolbox = Toolbox::new().unwrap();
        toolbox.add("/tools/first".into()).unwrap();
        let command = Command::from(toolbox.command("cargo --version").unwrap());
        assert_eq!(command.get_args().collect::<Vec<_>>(), ["--version"]);
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
        let error = Toolbox::new().unwrap().find("no-such-program").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("no-such-program is not installed")
        );
    }
}
