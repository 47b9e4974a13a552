//! `cargo xtask build`: the release build, whose sizes it notes in the README.

use crate::{
    bundle::{paths, sizes::Sizes},
    setup,
    setup::toolbox::{Group, Toolbox},
    workspace::root,
};
use anyhow::Result;
use std::env;
use xshell::Cmd;

/// The directory with the release.
pub(crate) const RELEASE: &str = "dist";

/// The command itself.
pub(crate) fn run() -> Result<()> {
    release(&setup::toolbox(Group::Build)?).map(drop)
}

/// Builds the release and notes its sizes in the README. Trunk's hook has printed them by then.
pub(crate) fn release(toolbox: &Toolbox) -> Result<Sizes> {
    trunk(toolbox, "build --release --locked")?.run()?;
    let directory = root().join(RELEASE);
    let sizes = Sizes::of(&directory)?;
    sizes.note()?;
    println!("\nThe release is in {}", directory.display());
    Ok(sizes)
}

/// A command that starts Trunk, which builds the same bytes on every machine.
pub(crate) fn trunk<'a>(toolbox: &'a Toolbox, words: &str) -> Result<Cmd<'a>> {
    let command = toolbox.command(&format!("trunk {words}"))?;
    let command = paths::hide(toolbox, command)?.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk refuses to start with the customary NO_COLOR=1: it wants the word.
    let is_plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Ok(command.envs(is_plain.then_some(("NO_COLOR", "true"))))
}
