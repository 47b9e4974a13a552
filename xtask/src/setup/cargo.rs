//! Tools that are published as crates. Their versions are pinned here; cargo installs each version into
//! a directory of its own, so a directory that holds a program holds the right one.
//!
//! Other versions are pinned where other programs read them: the toolchain's in `rust-toolchain.toml`,
//! wasm-bindgen's in `Cargo.lock`, those of npm's packages in `package.json`.

use crate::setup::{cache, toolbox::Toolbox};
use anyhow::{Context, Result};
use fs_err as fs;
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

/// A tool that cargo installs.
#[derive(Debug)]
pub(crate) struct CargoTool {
    package: &'static str,
    version: Cow<'static, str>,
    /// What `cargo install` is told besides name and version.
    flags: &'static [&'static str],
    /// How long it takes to compile on a machine with two cores.
    minutes: u32,
}

/// Builds the page: runs cargo, wasm-bindgen and the bundling hook. Without its check for newer versions.
pub(crate) const TRUNK: CargoTool = tool("trunk", "0.21.14", 4, &TRUNK_FLAGS);
const TRUNK_FLAGS: [&str; 3] = ["--no-default-features", "--features", "rustls"];
/// Steers Firefox; Debian has no package for it.
pub(crate) const GECKODRIVER: CargoTool = tool("geckodriver", "0.37.1", 1, &[]);
/// Checks licences and sources of crates, and looks for known faults.
pub(crate) const CARGO_DENY: CargoTool = tool("cargo-deny", "0.20.2", 3, &[]);

const fn tool(
    package: &'static str,
    version: &'static str,
    minutes: u32,
    flags: &'static [&'static str],
) -> CargoTool {
    CargoTool {
        package,
        version: Cow::Borrowed(version),
        minutes,
        flags,
    }
}

/// Writes the JavaScript half of the WebAssembly module. It must have the version of the
/// `wasm-bindgen` crate.
pub(crate) fn wasm_bindgen(toolbox: &Toolbox) -> Result<CargoTool> {
    let id = toolbox.command("cargo pkgid wasm-bindgen")?.read()?;
    let version = id.rsplit('@').next().unwrap_or_default();
    Ok(CargoTool {
        version: Cow::Owned(version.to_owned()),
        ..tool("wasm-bindgen-cli", "", 2, &[])
    })
}

/// Settings that make a tool compile three to five times quicker than its authors' own. It runs a little
/// slower, which no build shows.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Installs the tool, and returns where its programs are.
pub(crate) fn ensure(tool: &CargoTool, toolbox: &Toolbox) -> Result<PathBuf> {
    let home = cache::directory(tool.package, &tool.version)?;
    // cargo makes this directory when everything is compiled.
    let programs = home.join("bin");
    if !programs.is_dir() {
        download(tool, &home, toolbox);
    }
    if !programs.is_dir() {
        compile(tool, &home, toolbox)?;
    }
    Ok(programs)
}

/// Fetches the compiled tool where the user has cargo-binstall. Where that fails, cargo compiles it.
fn download(tool: &CargoTool, home: &Path, toolbox: &Toolbox) {
    let words = "cargo-binstall --no-confirm --disable-strategies compile --root";
    let Ok(binstall) = toolbox.command(words) else {
        return;
    };
    println!("Downloading {} {}", tool.package, tool.version);
    let tool = format!("{}@{}", tool.package, tool.version);
    if let Err(error) = binstall.arg(home).arg(tool).run() {
        println!("{error:#}");
    }
}

fn compile(tool: &CargoTool, home: &Path, toolbox: &Toolbox) -> Result<()> {
    let CargoTool {
        package,
        version,
        minutes,
        ..
    } = tool;
    println!("Compiling {package} {version}, about {minutes} min on two cores");
    let build = cache::build_directory()?;
    fs::create_dir_all(&build)
        .context("what to do: set ARTICLE_WIDGET_CACHE to a directory you may write to")?;
    let cargo = toolbox.command("cargo install --locked --version")?;
    let cargo = cargo.arg(&**version).arg("--root").arg(home);
    let cargo = cargo.args(tool.flags).arg(package);
    let cargo = cargo.env("CARGO_TARGET_DIR", build).envs(QUICK_PROFILE);
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
