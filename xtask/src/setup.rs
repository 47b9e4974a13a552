//! `cargo xtask setup`: everything that building and testing need, group by group.
//!
//! The other commands begin with the groups they need, so that none has to be run by hand first.
//! Where everything is in place, that takes about a second and asks no network.

pub(crate) mod browsers;
pub(crate) mod cache;
pub(crate) mod cargo;
pub(crate) mod debian;
pub(crate) mod npm;
pub(crate) mod toolbox;
pub(crate) mod toolchain;

use anyhow::Result;
use browsers::PROGRAMS;
use toolbox::{Group, Toolbox};

/// The command itself: all groups.
pub(crate) fn all() -> Result<()> {
    let toolbox = toolbox(Group::Test)?;
    for missing in browsers::missing(&PROGRAMS, &toolbox) {
        println!("{missing}: tests that need it will be skipped");
    }
    println!("The tools are in place");
    Ok(())
}

/// A toolbox with all groups up to the wanted one.
pub(crate) fn toolbox(wanted: Group) -> Result<Toolbox> {
    let mut toolbox = Toolbox::new()?;
    prepare(&mut toolbox, wanted)?;
    Ok(toolbox)
}

/// A toolbox with what bundling takes, for the hook of a Trunk that the user has started.
pub(crate) fn bundling() -> Result<Toolbox> {
    let toolbox = Toolbox::new()?;
    toolbox.add(npm::ensure(npm::BUILD, &toolbox)?)?;
    Ok(toolbox)
}

/// Fills the toolbox up to the wanted group.
pub(crate) fn prepare(toolbox: &mut Toolbox, wanted: Group) -> Result<()> {
    if toolbox.ready >= Some(wanted) {
        return Ok(());
    }
    match wanted {
        Group::Toolchain => toolchain::ensure(toolbox)?,
        Group::Build => {
            prepare(toolbox, Group::Toolchain)?;
            let wasm_bindgen = cargo::wasm_bindgen(toolbox)?;
            toolbox.add(cargo::ensure(&wasm_bindgen, toolbox)?)?;
            toolbox.add(cargo::ensure(cargo::TRUNK, toolbox)?)?;
            toolbox.add(npm::ensure(npm::BUILD, toolbox)?)?;
        }
        Group::Test => {
            prepare(toolbox, Group::Build)?;
            toolbox.add(cargo::ensure(cargo::WASM_PACK, toolbox)?)?;
            toolbox.add(cargo::ensure(cargo::GECKODRIVER, toolbox)?)?;
            debian::ensure(toolbox)?;
            npm::ensure(npm::TESTS, toolbox)?;
        }
    }
    toolbox.ready = Some(wanted);
    cargo::clean_up()
}
