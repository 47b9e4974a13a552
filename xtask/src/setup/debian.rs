//! Installs the browsers and what else the tests use as Debian packages, where that is possible: with
//! apt-get and as root. Elsewhere nothing is touched, and `browsers.rs` tells what is missing.

use crate::setup::toolbox::Toolbox;
use anyhow::{Context, Result};

/// The package that runs the W3C's HTML checker, for machines without any Java.
pub(crate) const JAVA: &str = "default-jre-headless";

/// The other packages: browsers, their drivers, a virtual display, fonts, and renderers of Markdown.
const PACKAGES: [&str; 9] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-liberation",
    "python3-markdown",
    "python3-mistune",
];

/// Installs the packages that are missing; false where packages cannot be installed.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<bool> {
    if toolbox.find("apt-get").is_err() || !is_root(toolbox) {
        return Ok(false);
    }
    let java = toolbox.find("java").is_err().then_some(JAVA);
    let packages: Vec<&str> = PACKAGES.into_iter().chain(java).collect();
    let query = toolbox.command("dpkg-query --show --showformat ${db:Status-Status}\\n")?;
    // It fails where it does not know a package.
    let query = query.args(&packages).ignore_status().ignore_stderr();
    if is_complete(&query.read()?, packages.len()) {
        return Ok(true);
    }
    println!("Installing {}", packages.join(" "));
    let apt_get = |words: &str, packages: &[&str]| -> Result<()> {
        let command = toolbox.command("apt-get -qq -o Dpkg::Use-Pty=0")?;
        let command = command.args(words.split(' ')).args(packages);
        let command = command.env("DEBIAN_FRONTEND", "noninteractive");
        command
            .run()
            .context("what to do: check the network and the package sources")
    };
    apt_get("update", &[])?;
    apt_get("install -y --no-install-recommends", &packages)?;
    Ok(true)
}

/// Whether every package is installed, given a line for each.
fn is_complete(statuses: &str, count: usize) -> bool {
    statuses.lines().filter(|line| *line == "installed").count() == count
}

/// Whether this is the super-user, for whom browsers need other settings.
pub(crate) fn is_root(toolbox: &Toolbox) -> bool {
    cfg!(unix)
        && toolbox
            .command("id -u")
            .and_then(|id| Ok(id.read()?))
            .is_ok_and(|user| user == "0")
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
