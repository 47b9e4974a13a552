//! Tools that are published as crates. Their versions are pinned here; cargo installs each version into
//! a directory of its own, so a directory that holds a program holds the right one.
//!
//! Other versions are pinned where other programs read them: the toolchain's in `rust-toolchain.toml`,
//! wasm-bindgen's in `Cargo.lock`, those of npm's packages in `package.json`.

use crate::setup::{cache, toolbox::Toolbox};
use anyhow::{Context, Result};
use fs_err as fs;
use std::path::{Path, PathBuf};

/// Builds the page: runs cargo, wasm-bindgen and the bundling hook. Without its check for newer versions.
pub(crate) const TRUNK: &str = "trunk@0.21.14 --no-default-features --features rustls";
/// Runs tests in browsers.
pub(crate) const WASM_PACK: &str = "wasm-pack@0.15.1";
/// Steers Firefox; Debian has no package for it.
pub(crate) const GECKODRIVER: &str = "geckodriver@0.37.1";
/// Checks licences and sources of crates, and looks for known faults.
pub(crate) const CARGO_DENY: &str = "cargo-deny@0.20.2";

/// Writes the JavaScript half of the WebAssembly module, and runs the tests that wasm-pack starts. It must have
/// the version of the `wasm-bindgen` crate.
pub(crate) fn wasm_bindgen(toolbox: &Toolbox) -> Result<String> {
    let id = toolbox.command("cargo pkgid wasm-bindgen")?.read()?;
    let version = id.rsplit('@').next().unwrap_or_default();
    Ok(format!("wasm-bindgen-cli@{version}"))
}

/// Settings that make a tool compile three to five times quicker than its authors' own. It runs a little
/// slower, which no build shows.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Installs a tool, and returns where its programs are. `tool` is its package and version, and what else
/// `cargo install` is told.
pub(crate) fn ensure(tool: &str, toolbox: &Toolbox) -> Result<PathBuf> {
    let package = tool.split(' ').next().unwrap_or(tool);
    let home = cache::root()?.join(package.replace('@', "-"));
    // cargo makes this directory when everything is compiled.
    let programs = home.join("bin");
    if !programs.is_dir() {
        download(package, &home, toolbox);
    }
    if !programs.is_dir() {
        compile(tool, &home, toolbox)?;
    }
    Ok(programs)
}

/// Fetches the compiled tool where the user has cargo-binstall. Where that fails, cargo compiles it.
fn download(package: &str, home: &Path, toolbox: &Toolbox) {
    let words = "cargo-binstall --no-confirm --disable-strategies compile --root";
    let Ok(binstall) = toolbox.command(words) else {
        return;
    };
    println!("Downloading {package}");
    if let Err(error) = binstall.arg(home).arg(package).run() {
        println!("{error:#}");
    }
}

fn compile(tool: &str, home: &Path, toolbox: &Toolbox) -> Result<()> {
    println!("Compiling {tool}, which takes up to 4 minutes on two cores");
    let build = cache::build_directory()?;
    fs::create_dir_all(&build)
        .context("what to do: set ARTICLE_WIDGET_CACHE to a directory you may write to")?;
    let cargo = toolbox.command(&format!("cargo install --locked {tool} --root"))?;
    let cargo = cargo.arg(home).env("CARGO_TARGET_DIR", build);
    let cargo = cargo.envs(QUICK_PROFILE);
    cargo
        .run()
        .context("what to do: check the network and the messages above")
}

/// Frees the gigabytes that compiling tools leaves behind.
pub(crate) fn clean_up() -> Result<()> {
    let build = cache::build_directory()?;
    if build.exists() {
        fs::remove_dir_all(&build)?;
    }
    Ok(())
}
