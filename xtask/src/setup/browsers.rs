//! Finds the browsers, their drivers and what else the tests use. Where one is missing, only its own
//! tests are skipped.

use crate::setup::{debian, toolbox::Toolbox};
use std::{
    env,
    path::{Path, PathBuf},
};

/// A program, of a browser for the most part: how to find it and what to do without it.
#[derive(Debug)]
struct Program {
    /// The environment variable that says where it is, for the tests and for people.
    variable: &'static str,
    /// Its names on the search path, and places where some systems keep it.
    names: &'static [&'static str],
    /// The Debian package that holds it.
    package: &'static str,
}

/// The variable of Chromium.
pub(crate) const CHROMIUM: &str = "CHROMIUM";
/// The variable of Chromium's driver.
pub(crate) const CHROMEDRIVER: &str = "CHROMEDRIVER";
/// The variable of Firefox.
pub(crate) const FIREFOX: &str = "FIREFOX";
/// The variable of `WebKitGTK`'s driver, which brings its browser with it.
pub(crate) const WEBKIT_DRIVER: &str = "WEBKIT_DRIVER";
/// The variable of the display that `WebKitGTK` cannot do without.
pub(crate) const XVFB_RUN: &str = "XVFB_RUN";

/// The variable of the Java runtime, which the W3C's HTML checker is written for.
pub(crate) const JAVA: &str = "JAVA";

const PROGRAMS: [Program; 6] = [
    Program {
        variable: CHROMIUM,
        names: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ],
        package: "chromium",
    },
    Program {
        variable: CHROMEDRIVER,
        names: &["chromedriver"],
        package: "chromium-driver",
    },
    Program {
        variable: FIREFOX,
        names: &[
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
        ],
        package: "firefox-esr",
    },
    Program {
        variable: WEBKIT_DRIVER,
        names: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
    },
    Program {
        variable: XVFB_RUN,
        names: &["xvfb-run"],
        package: "xvfb",
    },
    Program {
        variable: JAVA,
        names: &["java"],
        package: debian::JAVA,
    },
];

/// What was found of the browsers.
#[derive(Debug)]
pub(crate) struct Browsers(Vec<(&'static Program, Option<PathBuf>)>);

impl Browsers {
    /// Looks for all programs; a variable that is set already decides.
    pub(crate) fn find(toolbox: &Toolbox) -> Self {
        let locate = |program: &'static Program| {
            let chosen = env::var_os(program.variable).filter(|value| !value.is_empty());
            let named = || {
                program
                    .names
                    .iter()
                    .find_map(|name| toolbox.find(name).ok())
            };
            (program, chosen.map(PathBuf::from).or_else(named))
        };
        Self(PROGRAMS.iter().map(locate).collect())
    }

    /// The program of that variable.
    pub(crate) fn get(&self, variable: &str) -> Option<&Path> {
        let (_, path) = self
            .0
            .iter()
            .find(|(program, _)| program.variable == variable)?;
        path.as_deref()
    }

    /// The variables and programs found.
    pub(crate) fn variables(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        self.0
            .iter()
            .filter_map(|(program, path)| Some((program.variable, path.as_deref()?)))
    }

    /// Why something that needs these programs cannot be done; None when it can.
    pub(crate) fn lack(&self, needed: &[&str]) -> Option<String> {
        let lacking = self
            .0
            .iter()
            .filter(|(program, path)| path.is_none() && needed.contains(&program.variable));
        let lacking: Vec<String> = lacking
            .map(|(program, _)| {
                format!(
                    "{} is missing (package {})",
                    program.names[0], program.package
                )
            })
            .collect();
        (!lacking.is_empty()).then(|| lacking.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lacking_names_the_package() {
        let found = PROGRAMS.iter().map(|program| {
            let path = (program.variable == CHROMIUM).then(|| PathBuf::from("/bin/chromium"));
            (program, path)
        });
        let browsers = Browsers(found.collect());
        assert_eq!(browsers.lack(&[CHROMIUM]), None);
        assert_eq!(
            browsers.lack(&[CHROMIUM, WEBKIT_DRIVER]).as_deref(),
            Some("WebKitWebDriver is missing (package webkit2gtk-driver)")
        );
        assert_eq!(browsers.get(CHROMIUM), Some(Path::new("/bin/chromium")));
        assert_eq!(browsers.variables().count(), 1);
    }
}
