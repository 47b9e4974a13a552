//! The npm packages of the browser tests in `tests/e2e`.

use crate::{manifests, setup::toolbox::Toolbox, step};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// The copy of the lock file that the installed packages belong to. File times would not do: a
/// checkout sets them as it likes.
const INSTALLED_LOCK: &str = "node_modules/.installed-package-lock.json";

/// The directory of the browser tests.
pub(crate) fn directory() -> PathBuf {
    manifests::root().join("tests/e2e")
}

/// Installs the packages unless they are those of the lock file; tells what was done.
pub(crate) fn ensure_packages(toolbox: &Toolbox) -> Result<&'static str> {
    let directory = directory();
    let Ok(lock) = fs::read(directory.join("package-lock.json")) else {
        return Ok("left out: there is no tests/e2e/package-lock.json");
    };
    let stamp = directory.join(INSTALLED_LOCK);
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok("installed already");
    }
    println!("installing");
    let mut npm = toolbox
        .command("npm")
        .context("what to do: install Node.js with npm")?;
    // None of them needs its script; that of the HTML checker would fetch a Java of its own.
    npm.args(["ci", "--no-fund", "--no-audit", "--ignore-scripts"])
        .current_dir(&directory);
    step::run(&mut npm).context(
        "the packages of tests/e2e could not be installed; what to do: check the network, then \
         run `npm ci` there",
    )?;
    // A lock file without packages leaves no directory behind.
    fs::create_dir_all(directory.join("node_modules"))?;
    fs::write(stamp, lock)?;
    Ok("    … installed")
}
