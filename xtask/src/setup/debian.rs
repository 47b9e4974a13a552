//! Installs the browsers and what else the tests use as Debian packages, where that is possible: with
//! apt-get and as root. Elsewhere nothing is touched, and `browsers.rs` tells what is missing.

use crate::{process, setup::toolbox::Toolbox};
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
    let mut query = toolbox.command("dpkg-query")?;
    query.args(["--show", "--showformat", "${db:Status-Status}\\n"]);
    // It fails where it does not know a package.
    let statuses = process::output(query.args(&packages)).unwrap_or_default();
    if is_complete(&statuses, packages.len()) {
        return Ok(true);
    }
    println!("Installing {}", packages.join(" "));
    let apt_get = |words: &[&str]| -> Result<()> {
        let mut command = toolbox.command("apt-get")?;
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(words);
        process::run(&mut command).context("what to do: check the network and the package sources")
    };
    apt_get(&["update"])?;
    let words = ["install", "-y", "--no-install-recommends"].into_iter();
    apt_get(&words.chain(packages).collect::<Vec<_>>())?;
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
            .command("id")
            .and_then(|mut id| process::output(id.arg("-u")))
            .is_ok_and(|user| user.trim() == "0")
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
