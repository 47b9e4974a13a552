//! Installs the browsers and what else the tests use as Debian packages, where that is possible: with
//! apt-get and as root. Elsewhere nothing is touched, and `browsers.rs` tells what is missing.

use crate::setup::{browsers::PROGRAMS, toolbox::Toolbox};
use anyhow::{Context, Result};

/// What else the tests use: what a virtual display needs, fonts, and renderers of Markdown.
const FURTHER: [&str; 4] = [
    "xauth",
    "fonts-liberation",
    "python3-markdown",
    "python3-mistune",
];

/// Installs the packages that are missing, where packages can be installed.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<()> {
    if toolbox.find("apt-get").is_err() || !is_root(toolbox) {
        return Ok(());
    }
    let missing = PROGRAMS
        .iter()
        .filter(|program| program.find(toolbox).is_err());
    let packages: Vec<&str> = missing
        .map(|program| program.package)
        .chain(FURTHER)
        .collect();
    let query = toolbox.command("dpkg-query --show --showformat ${db:Status-Status}\\n")?;
    // It fails where it does not know a package.
    let query = query.args(&packages).ignore_status().ignore_stderr();
    if is_complete(&query.read()?, packages.len()) {
        return Ok(());
    }
    println!("Installing {}", packages.join(" "));
    let apt_get = |words: &str, packages: &[&str]| -> Result<()> {
        let command = toolbox.command(&format!("apt-get -qq -o Dpkg::Use-Pty=0 {words}"))?;
        let command = command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(packages);
        command
            .run()
            .context("what to do: check the network and the package sources")
    };
    apt_get("update", &[])?;
    apt_get("install -y --no-install-recommends", &packages)
}

/// Whether every package is installed, given a line for each.
fn is_complete(statuses: &str, count: usize) -> bool {
    statuses.lines().filter(|line| *line == "installed").count() == count
}

/// Whether this is the super-user, for whom browsers need other settings.
pub(crate) fn is_root(toolbox: &Toolbox) -> bool {
    let id = toolbox.command("id -u").and_then(|id| Ok(id.read()?));
    cfg!(unix) && id.is_ok_and(|user| user == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removed_packages_are_missing() {
        assert!(is_complete("installed\ninstalled\n", 2));
        assert!(!is_complete("installed\nconfig-files\n", 2));
        assert!(!is_complete("", 2));
    }
}
