//! `cargo xtask build`: the release build and its size, which it notes in the README.

use crate::{
    manifests, setup, sizes, step,
    toolbox::{Group, Toolbox},
};
use anyhow::Result;

/// The command itself.
pub(crate) fn run() -> Result<()> {
    release(&setup::toolbox(Group::Build)?)
}

/// Builds the release into `dist/`, checks its size and notes it in the README.
pub(crate) fn release(toolbox: &Toolbox) -> Result<()> {
    step::run(toolbox.trunk()?.args(["build", "--release", "--locked"]))?;
    let directory = manifests::root().join("dist");
    println!();
    sizes::check(&directory)?;
    println!("\nThe release is in {}", directory.display());
    Ok(())
}
