//! Makes sure that the Rust toolchain can compile for browsers and for WASI.

use crate::setup::toolbox::Toolbox;
use anyhow::{Context, Result};

/// What browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// What Node runs without Rust on the machine.
pub(crate) const WASI: &str = "wasm32-wasip1";

/// Installs what `rust-toolchain.toml` asks for and this machine lacks. Some systems bring Rust without
/// rustup; where such a Rust cannot compile for these targets, the compiler says so.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<()> {
    let Ok(rustup) = toolbox.command("rustup --quiet toolchain install") else {
        return Ok(());
    };
    // Without a name, rustup installs the toolchain of that file. The variable would name it without its
    // components; cargo sets it for every program that it starts.
    rustup.env_remove("RUSTUP_TOOLCHAIN").run().context(
        "the Rust toolchain is incomplete; what to do: check the network, and that rustup is 1.28 or \
         newer (`rustup self update`)",
    )
}
