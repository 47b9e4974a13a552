//! Makes sure that the Rust toolchain can compile for the browser.

use crate::setup::toolbox::Toolbox;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// What browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Installs what `rust-toolchain.toml` asks for and this machine lacks.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<()> {
    let Ok(rustup) = toolbox.command("rustup --quiet toolchain install") else {
        return without_rustup(toolbox);
    };
    // Without a name this is the toolchain of that file, unless the variable names another one without
    // its components: cargo sets it for every program that it starts.
    rustup.env_remove("RUSTUP_TOOLCHAIN").run().context(
        "the Rust toolchain is incomplete; what to do: check the network, and that rustup is 1.28 or \
         newer (`rustup self update`)",
    )
}

/// Some systems bring Rust without rustup; there the target is a package of its own.
fn without_rustup(toolbox: &Toolbox) -> Result<()> {
    let rustc = toolbox.command("rustc --print target-libdir --target")?;
    ensure!(
        Path::new(&rustc.arg(TARGET).read()?).is_dir(),
        "this Rust cannot compile for {TARGET}; what to do: install rustup, or your system's package for that target"
    );
    Ok(())
}
