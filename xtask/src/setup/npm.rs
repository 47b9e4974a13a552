//! npm packages: the tools of a build, and what the tests use.
//!
//! npm installs exactly what a lock file says. It cannot tell quickly whether it has done so already, so a
//! copy of the lock file stays beside the packages.

use crate::{setup::toolbox::Toolbox, workspace::root};
use anyhow::{Context, Result};
use fs_err as fs;
use std::path::{Path, PathBuf};

/// The directory whose `package.json` names esbuild, terser and wasm-opt.
pub(crate) const BUILD: &str = "xtask";
/// The directory of the tests in browsers, with packages of its own.
pub(crate) const TESTS: &str = "tests/e2e";

/// The directory of the tests of the npm package.
pub(crate) const PACKAGE_TESTS: &str = "tests/npm";

/// The directory of the data of Unicode, which only `cargo xtask cldr` needs.
pub(crate) const CLDR: &str = "xtask/cldr";

/// The copy of the lock file that the installed packages belong to. File times would not show it, because
/// every checkout sets them anew.
const INSTALLED_LOCK: &str = ".installed-package-lock.json";

/// Installs the packages of a directory, and returns where their programs are.
pub(crate) fn ensure(directory: &str, toolbox: &Toolbox) -> Result<PathBuf> {
    let directory = root().join(directory);
    let modules = directory.join("node_modules");
    let lock = fs::read(directory.join("package-lock.json"))?;
    if !is_installed(&modules, &lock) {
        install(&directory, toolbox)?;
        fs::write(modules.join(INSTALLED_LOCK), lock)?;
    }
    Ok(modules.join(".bin"))
}

fn is_installed(modules: &Path, lock: &[u8]) -> bool {
    fs::read(modules.join(INSTALLED_LOCK)).is_ok_and(|installed| installed == lock)
}

fn install(directory: &Path, toolbox: &Toolbox) -> Result<()> {
    println!("Installing the npm packages of {}", directory.display());
    let _inside = toolbox.enter(directory);
    // No package needs its script, and the one of the HTML checker would fetch a Java of its own.
    let npm = "npm ci --ignore-scripts --no-fund --no-audit --prefer-offline --loglevel error";
    let npm = toolbox
        .command(npm)
        .context("what to do: install Node.js with npm")?;
    npm.run().with_context(|| {
        let directory = directory.display();
        format!("what to do: check the network, then run `npm ci` in {directory}")
    })
}
