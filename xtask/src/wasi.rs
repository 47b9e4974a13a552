//! The command `article-widget` as a module for WASI, which Node runs on machines without Rust.

use crate::{
    bundle::paths,
    setup::{toolbox::Toolbox, toolchain::WASI},
    workspace::{metadata, root},
};
use anyhow::Result;
use fs_err as fs;
use std::path::PathBuf;

/// Lints of the module, and of the library on a server for JavaScript: WebAssembly without a browser.
const CLIPPY: [&str; 2] = [
    "cargo clippy -p article-widget --bin article-widget --no-default-features --features cli --target wasm32-wasip1 \
     --locked -- -D warnings",
    "cargo clippy -p article-widget --lib --no-default-features --features server \
     --target wasm32-unknown-unknown --locked -- -D warnings",
];
/// The features of the crate that the command is.
pub(crate) const FEATURES: &str = "cli";
const BUILD: &str = "cargo build --release -p article-widget --bin article-widget --no-default-features --locked --features";
/// The tests of the command, which run the script that this variable names.
const TEST: &str = "cargo test -p article-widget --features cli --locked --test native command::";
const SCRIPT_VARIABLE: &str = "ARTICLE_WIDGET_SCRIPT";
/// The script that runs the module, and the module beside it, as an npm package has them.
const SCRIPT: &str = "npm/bin/article-widget.mjs";
pub(crate) const MODULE: &str = "article-widget.wasm";

/// Builds the module, and gives its path.
pub(crate) fn build(toolbox: &Toolbox) -> Result<PathBuf> {
    let cargo = toolbox.command(BUILD)?.args([FEATURES, "--target", WASI]);
    paths::hide(toolbox, cargo)?.run()?;
    let built = metadata(toolbox)?.target_directory.join(WASI);
    Ok(built.join("release").join(MODULE).into())
}

/// Builds the module, and runs the tests of the command with it.
pub(crate) fn test(toolbox: &Toolbox) -> Result<()> {
    for words in CLIPPY {
        toolbox.run(words)?;
    }
    fs::copy(build(toolbox)?, root().join("npm").join(MODULE))?;
    let cargo = toolbox.command(TEST)?;
    Ok(cargo.env(SCRIPT_VARIABLE, root().join(SCRIPT)).run()?)
}
