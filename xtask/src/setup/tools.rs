//! The one place where the versions of the project's tools are pinned.
//!
//! Only two versions live elsewhere, because other programs read them there: the Rust toolchain's
//! in `rust-toolchain.toml` and wasm-bindgen's in `Cargo.lock`.

use std::borrow::Cow;

/// A program that is published as a crate.
#[derive(Debug)]
pub(crate) struct CargoTool {
    /// The crate's name.
    pub(crate) package: &'static str,
    /// The exact version.
    pub(crate) version: Cow<'static, str>,
    /// The programs it installs; each answers to `--version`.
    pub(crate) programs: &'static [&'static str],
    /// What `cargo install` is told besides name and version.
    pub(crate) flags: &'static [&'static str],
    /// How long building it from source took on a machine with two cores.
    pub(crate) build_seconds: u32,
}

impl CargoTool {
    /// Name and version as people read them.
    pub(crate) fn title(&self) -> String {
        format!("{} {}", self.programs[0], self.version)
    }
}

/// Builds the page: runs cargo, wasm-bindgen, wasm-opt and the bundling hook.
pub(crate) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: Cow::Borrowed("0.21.14"),
    programs: &["trunk"],
    // Leaves out Trunk's check for newer versions of itself.
    flags: &["--no-default-features", "--features", "rustls"],
    build_seconds: 200,
};

/// Runs the unit tests of the browser code in a browser.
pub(crate) const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    version: Cow::Borrowed("0.15.1"),
    programs: &["wasm-pack"],
    flags: &[],
    build_seconds: 60,
};

/// Steers Firefox; Debian has no package for it.
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: Cow::Borrowed("0.37.1"),
    programs: &["geckodriver"],
    flags: &[],
    build_seconds: 55,
};

/// Writes the JavaScript half of the WebAssembly module. It must have the version of the
/// `wasm-bindgen` crate, hence the argument.
pub(crate) fn wasm_bindgen(version: String) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        version: Cow::Owned(version),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        flags: &[],
        build_seconds: 80,
    }
}

/// A program that npm has: the same on every system, and quick to install.
#[derive(Debug)]
pub(crate) struct NpmTool {
    /// The package's name.
    pub(crate) package: &'static str,
    /// The exact version of the package.
    pub(crate) version: &'static str,
    /// The program, which answers to `--version`.
    pub(crate) program: &'static str,
    /// How the program calls its own version.
    pub(crate) states: &'static str,
}

impl NpmTool {
    /// Name and version as people read them.
    pub(crate) fn title(&self) -> String {
        format!("{} {}", self.program, self.states)
    }
}

/// Makes WebAssembly smaller. npm's is itself WebAssembly that Node runs.
pub(crate) const WASM_OPT: NpmTool = NpmTool {
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    states: "132",
};

/// Joins and shortens scripts and style sheets.
pub(crate) const ESBUILD: NpmTool = NpmTool {
    package: "esbuild",
    version: "0.28.2",
    program: "esbuild",
    states: "0.28.2",
};

/// Shortens scripts further.
pub(crate) const TERSER: NpmTool = NpmTool {
    package: "terser",
    version: "5.51.2",
    program: "terser",
    states: "5.51.2",
};

/// The Debian package that runs the W3C's HTML checker, for machines without any Java.
pub(crate) const DEBIAN_JAVA: &str = "default-jre-headless";

/// The Debian packages the tests use: browsers, their drivers, a display that is not there, letters to
/// draw on it, and renderers of Markdown.
pub(crate) const DEBIAN_PACKAGES: &[&str] = &[
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

/// Whether a program's answer to `--version` names exactly this version.
pub(crate) fn states_version(answer: &str, version: &str) -> bool {
    let first_line = answer.lines().next().unwrap_or_default();
    first_line.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_whole_words_of_the_first_line() {
        assert!(states_version("trunk 0.21.14\n", "0.21.14"));
        assert!(states_version(
            "geckodriver 0.37.1 (abc 2026)\nmore",
            "0.37.1"
        ));
        assert!(states_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!states_version("trunk 0.21.140", "0.21.14"));
        assert!(!states_version("trunk 0.21.1", "0.21.14"));
        assert!(!states_version(
            "trunk 0.20.0\nbuilt by rustc 0.21.14",
            "0.21.14"
        ));
        assert!(!states_version("", "0.21.14"));
    }

    #[test]
    fn the_two_numbers_of_a_package_belong_together() {
        assert_eq!(WASM_OPT.version.split('.').next(), Some(WASM_OPT.states));
        assert_eq!(ESBUILD.version, ESBUILD.states);
        assert_eq!(TERSER.version, TERSER.states);
    }
}
