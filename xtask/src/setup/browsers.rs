//! Finds the browsers, their drivers and what else the tests use. Where one is missing, only its own
//! tests are skipped.

use crate::setup::{debian, toolbox::Toolbox};
use std::{
    env,
    path::{Path, PathBuf},
};

/// A program that tests use.
#[derive(Debug)]
struct Program {
    /// The environment variable that says where it is, for the tests and for people.
    variable: &'static str,
    /// The Debian package that holds it.
    package: &'static str,
    /// Its names on the search path, and places where some systems keep it.
    names: &'static [&'static str],
}

/// The variable of Chromium.
pub(crate) const CHROMIUM: &str = "CHROMIUM";
/// The variable of Chromium's driver.
pub(crate) const CHROMEDRIVER: &str = "CHROMEDRIVER";
/// The variable of Firefox.
pub(crate) const FIREFOX: &str = "FIREFOX";
/// The variable of `WebKitGTK`'s driver, which brings its browser with it.
pub(crate) const WEBKIT_DRIVER: &str = "WEBKIT_DRIVER";
/// The variable of the virtual display that `WebKitGTK` needs.
pub(crate) const XVFB_RUN: &str = "XVFB_RUN";
/// The variable of the Java runtime, which the W3C's HTML checker needs.
pub(crate) const JAVA: &str = "JAVA";

const PROGRAMS: [Program; 6] = [
    program(CHROMIUM, "chromium", &CHROMIUM_NAMES),
    program(CHROMEDRIVER, "chromium-driver", &["chromedriver"]),
    program(FIREFOX, "firefox-esr", &FIREFOX_NAMES),
    program(WEBKIT_DRIVER, "webkit2gtk-driver", &["WebKitWebDriver"]),
    program(XVFB_RUN, "xvfb", &["xvfb-run"]),
    program(JAVA, debian::JAVA, &["java"]),
];

const CHROMIUM_NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FIREFOX_NAMES: [&str; 3] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

const fn program(
    variable: &'static str,
    package: &'static str,
    names: &'static [&'static str],
) -> Program {
    Program {
        variable,
        package,
        names,
    }
}

/// What was found of the browsers.
#[derive(Debug)]
pub(crate) struct Browsers(Vec<(&'static Program, Option<PathBuf>)>);

impl Browsers {
    /// Looks for all programs; a variable that is set already decides.
    pub(crate) fn find(toolbox: &Toolbox) -> Self {
        let locate = |program: &'static Program| {
            let chosen = env::var_os(program.variable).filter(|value| !value.is_empty());
            let mut names = program.names.iter();
            let found = || names.find_map(|name| toolbox.find(name).ok());
            (program, chosen.map(PathBuf::from).or_else(found))
        };
        Self(PROGRAMS.iter().map(locate).collect())
    }

    /// The program of that variable.
    pub(crate) fn get(&self, variable: &str) -> Option<&Path> {
        let mut all = self.variables();
        all.find_map(|(name, path)| (name == variable).then_some(path))
    }

    /// The variables and programs found.
    pub(crate) fn variables(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        self.0
            .iter()
            .filter_map(|(program, path)| Some((program.variable, path.as_deref()?)))
    }

    /// Why something that needs these programs cannot be done; None when it can.
    pub(crate) fn lack(&self, needed: &[&str]) -> Option<String> {
        let lacking = |(program, path): &(&Program, Option<PathBuf>)| {
            let is_lacking = path.is_none() && needed.contains(&program.variable);
            let Program { names, package, .. } = program;
            is_lacking.then(|| format!("{} is missing (package {package})", names[0]))
        };
        let lacking: Vec<String> = self.0.iter().filter_map(lacking).collect();
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
