//! `cargo xtask build`: the release build, whose sizes it notes in the README.

use crate::{
    bundle::sizes::Sizes,
    process, setup,
    setup::toolbox::{Group, Toolbox},
    workspace::root,
};
use anyhow::Result;

/// The directory with the release.
pub(crate) const RELEASE: &str = "dist";

/// The command itself.
pub(crate) fn run() -> Result<()> {
    release(&setup::toolbox(Group::Build)?).map(drop)
}

/// Builds the release and notes its sizes in the README. Trunk's hook has printed them by then.
pub(crate) fn release(toolbox: &Toolbox) -> Result<Sizes> {
    process::run(toolbox.trunk()?.args(["build", "--release", "--locked"]))?;
    let directory = root().join(RELEASE);
    let sizes = Sizes::of(&directory)?;
    sizes.note()?;
    println!("\nThe release is in {}", directory.display());
    Ok(sizes)
}
