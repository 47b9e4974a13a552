//! The command `article-widget` as a module for WASI, which Node runs on machines without Rust.

use crate::{
    bundle::paths,
    setup::{toolbox::Toolbox, toolchain::WASI},
    workspace::{metadata, root},
};
use anyhow::Result;
use fs_err as fs;

/// Lints of the module, and of the library on a server for JavaScript: WebAssembly without a browser.
const CLIPPY: [&str; 2] = [
    "cargo clippy -p article-widget --bin article-widget --no-default-features --features cli --target wasm32-wasip1 \
     --locked -- -D warnings",
    "cargo clippy -p article-widget --lib --no-default-features --features server \
     --target wasm32-unknown-unknown --locked -- -D warnings",
];
const BUILD: &str = "cargo build --release -p article-widget --bin article-widget --no-default-features --features cli \
                     --locked --target";
/// The tests of the command, which run the script that this variable names.
const TEST: &str = "cargo test -p article-widget --features cli --locked --test native command::";
const SCRIPT_VARIABLE: &str = "ARTICLE_WIDGET_SCRIPT";
/// The script that runs the module, and the module beside it, as an npm package has them.
const SCRIPT: &str = "npm/bin/article-widget.mjs";
const MODULE: &str = "npm/article-widget.wasm";

/// Builds the module into the folder of the npm package.
fn build(toolbox: &Toolbox) -> Result<()> {
    paths::hide(toolbox, toolbox.command(BUILD)?.arg(WASI))?.run()?;
    let built = metadata(toolbox)?.target_directory.join(WASI);
    fs::copy(
        built.join("release/article-widget.wasm"),
        root().join(MODULE),
    )?;
    Ok(())
}

/// Builds the module, and runs the tests of the command with it.
pub(crate) fn test(toolbox: &Toolbox) -> Result<()> {
    for words in CLIPPY {
        toolbox.run(words)?;
    }
    build(toolbox)?;
    let cargo = toolbox.command(TEST)?;
    Ok(cargo.env(SCRIPT_VARIABLE, root().join(SCRIPT)).run()?)
}
