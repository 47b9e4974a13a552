//! Installs the browsers and what else the tests use as Debian packages, where that is possible: with apt-get and as root.
//!
//! Elsewhere nothing is touched; `browsers.rs` then tells what is missing.

use crate::{
    setup::toolbox::Toolbox,
    setup::tools::{DEBIAN_JAVA, DEBIAN_PACKAGES},
    step,
};
use anyhow::{Context, Result};

/// Installs the packages that are missing. None where packages cannot be installed.
pub(crate) fn ensure_packages(toolbox: &Toolbox) -> Result<Option<&'static str>> {
    if toolbox.find("apt-get").is_err() || !is_root(toolbox) {
        return Ok(None);
    }
    let mut query = toolbox.command("dpkg-query")?;
    query.args([
        "--show",
        "--showformat",
        "${db:Status-Abbrev} ${Package}\\n",
    ]);
    // dpkg-query exits with an error when it does not know a package, which is an answer too.
    let known = query
        .args(DEBIAN_PACKAGES)
        .output()
        .context("cannot start dpkg-query")?;
    let has_java = toolbox.find("java").is_ok();
    let missing = missing(&String::from_utf8_lossy(&known.stdout), has_java);
    if missing.is_empty() {
        return Ok(Some("installed already"));
    }
    println!("installing {}", missing.join(" "));
    let advice = || {
        format!(
            "packages are missing; what to do: check the network and the package sources, or run \
             `apt-get update && apt-get install {}`",
            missing.join(" ")
        )
    };
    let apt_get = || -> Result<_> {
        let mut command = toolbox.command("apt-get")?;
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-qq", "-o", "Dpkg::Use-Pty=0"]);
        Ok(command)
    };
    step::run(apt_get()?.arg("update")).with_context(advice)?;
    step::run(
        apt_get()?
            .args(["install", "-y", "--no-install-recommends"])
            .args(&missing),
    )
    .with_context(advice)?;
    Ok(Some("    … installed"))
}

/// Whether this is the super-user, for whom browsers need other settings.
pub(crate) fn is_root(toolbox: &Toolbox) -> bool {
    cfg!(unix)
        && toolbox
            .command("id")
            .and_then(|mut id| step::output(id.arg("-u")))
            .is_ok_and(|user| user.trim() == "0")
}

/// The packages to install. Any Java will do, wherever it came from.
fn missing(known: &str, has_java: bool) -> Vec<&'static str> {
    let installed = |package: &str| {
        known.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some("ii") && words.next() == Some(package)
        })
    };
    DEBIAN_PACKAGES
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .chain((!has_java).then_some(DEBIAN_JAVA))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removed_and_unknown_packages_are_missing() {
        let known = "ii  chromium\nrc  chromium-driver\nii  firefox-esr\nii  xvfb\nun  xauth\n";
        let expected = [
            "chromium-driver",
            "webkit2gtk-driver",
            "xauth",
            "fonts-liberation",
            "python3-markdown",
            "python3-mistune",
        ];
        assert_eq!(missing(known, true), expected);
    }

    #[test]
    fn java_is_installed_where_there_is_none() {
        let known = format!("ii  {}\n", DEBIAN_PACKAGES.join("\nii  "));
        assert_eq!(missing(&known, true), [""; 0]);
        assert_eq!(missing(&known, false), [DEBIAN_JAVA]);
    }
}
