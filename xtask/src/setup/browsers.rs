//! Finds the browsers, their drivers and what else the tests use. Where one is missing, only its own
//! tests are skipped.

use crate::setup::toolbox::Toolbox;
use anyhow::{Context, Result};
use std::{env, path::PathBuf};

/// A program that tests use.
#[derive(Debug)]
pub(crate) struct Program {
    /// The environment variable that says where it is, for the tests and for people.
    variable: &'static str,
    /// The Debian package that holds it.
    pub(crate) package: &'static str,
    /// Its names on the search path, and places where some systems keep it.
    names: &'static [&'static str],
}

/// Chromium.
pub(crate) const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    package: "chromium",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
};
/// What steers Chromium.
pub(crate) const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    package: "chromium-driver",
    names: &["chromedriver"],
};
/// Firefox.
pub(crate) const FIREFOX: Program = Program {
    variable: "FIREFOX",
    package: "firefox-esr",
    names: &[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
};
/// What steers `WebKitGTK`, and brings its browser with it.
pub(crate) const WEBKIT_DRIVER: Program = Program {
    variable: "WEBKIT_DRIVER",
    package: "webkit2gtk-driver",
    names: &["WebKitWebDriver"],
};
/// The virtual display that `WebKitGTK` needs.
pub(crate) const XVFB_RUN: Program = Program {
    variable: "XVFB_RUN",
    package: "xvfb",
    names: &["xvfb-run"],
};
/// The Java runtime, which the W3C's HTML checker needs.
const JAVA: Program = Program {
    variable: "JAVA",
    package: "default-jre-headless",
    names: &["java"],
};

/// All of them.
pub(crate) const PROGRAMS: [Program; 6] = [
    CHROMIUM,
    CHROMEDRIVER,
    FIREFOX,
    WEBKIT_DRIVER,
    XVFB_RUN,
    JAVA,
];

impl Program {
    /// Where it is; a variable that is set decides.
    pub(crate) fn find(&self, toolbox: &Toolbox) -> Result<PathBuf> {
        let Self {
            variable,
            package,
            names,
        } = self;
        let chosen = env::var_os(variable).filter(|value| !value.is_empty());
        let found = || names.iter().find_map(|name| toolbox.find(name).ok());
        let path = chosen.map(PathBuf::from).or_else(found);
        path.with_context(|| format!("{} is missing (package {package})", names[0]))
    }
}

/// The variables and programs found.
pub(crate) fn variables(toolbox: &Toolbox) -> impl Iterator<Item = (&'static str, PathBuf)> {
    let found = |program: &'static Program| Some((program.variable, program.find(toolbox).ok()?));
    PROGRAMS.iter().filter_map(found)
}

/// What is missing of these programs, in words.
pub(crate) fn missing(programs: &[Program], toolbox: &Toolbox) -> Vec<String> {
    let missing = |program: &Program| program.find(toolbox).err();
    let errors = programs.iter().filter_map(missing);
    errors.map(|error| error.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_names_the_package() {
        let program = |names| Program {
            variable: "NO_SUCH_VARIABLE",
            package: "a-package",
            names,
        };
        let programs = [
            program(&["no-such-program", "cargo"]),
            program(&["no-such-program"]),
        ];
        let toolbox = Toolbox::new().unwrap();
        assert_eq!(
            missing(&programs, &toolbox),
            ["no-such-program is missing (package a-package)"]
        );
        assert!(programs[0].find(&toolbox).unwrap().is_file());
    }
}
