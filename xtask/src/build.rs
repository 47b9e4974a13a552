//! `cargo xtask build`: the release build, whose sizes it notes in the README.

use crate::{
    bundle::{paths, sizes::Sizes},
    process, setup,
    setup::toolbox::{Group, Toolbox},
    workspace::root,
};
use anyhow::Result;
use std::{env, process::Command};

/// The directory with the release.
pub(crate) const RELEASE: &str = "dist";

/// The command itself.
pub(crate) fn run() -> Result<()> {
    release(&setup::toolbox(Group::Build)?).map(drop)
}

/// Builds the release and notes its sizes in the README. Trunk's hook has printed them by then.
pub(crate) fn release(toolbox: &Toolbox) -> Result<Sizes> {
    process::run(trunk(toolbox)?.args(["build", "--release", "--locked"]))?;
    let directory = root().join(RELEASE);
    let sizes = Sizes::of(&directory)?;
    sizes.note()?;
    println!("\nThe release is in {}", directory.display());
    Ok(sizes)
}

/// A command that starts Trunk, which builds the same bytes on every machine.
pub(crate) fn trunk(toolbox: &Toolbox) -> Result<Command> {
    let mut command = toolbox.command("trunk")?;
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    paths::hide(toolbox, &mut command)?;
    // Trunk refuses to start with the customary NO_COLOR=1: it wants the word.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
