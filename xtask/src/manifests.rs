//! Reads single values out of `Cargo.lock` and `rust-toolchain.toml`.
//!
//! Both files have a fixed shape, so a scan of their lines does; a TOML parser would double the
//! time this crate takes to compile.

use anyhow::{Context, Result};
use std::{fs, path::Path};

/// The root of the workspace, whatever directory the command was started in.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// What `rust-toolchain.toml` asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Toolchain {
    /// The version of Rust.
    pub(crate) channel: String,
    /// Components besides the compiler, such as clippy.
    pub(crate) components: Vec<String>,
}

/// The version of wasm-bindgen in `Cargo.lock`.
pub(crate) fn wasm_bindgen_version() -> Result<String> {
    let lock = read("Cargo.lock")?;
    locked_version(&lock, "wasm-bindgen")
        .map(str::to_owned)
        .context("Cargo.lock names no version of wasm-bindgen: run `cargo check` once")
}

/// The pinned Rust toolchain.
pub(crate) fn toolchain() -> Result<Toolchain> {
    parse_toolchain(&read("rust-toolchain.toml")?).context("rust-toolchain.toml names no channel")
}

fn read(name: &str) -> Result<String> {
    fs::read_to_string(root().join(name)).with_context(|| format!("cannot read {name}"))
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

fn parse_toolchain(text: &str) -> Option<Toolchain> {
    let value = |key: &str| {
        text.lines().find_map(|line| {
            let (name, value) = line.split_once('=')?;
            (name.trim() == key).then(|| value.trim())
        })
    };
    // Every other piece between quotation marks is a string, the rest is commas and brackets.
    let strings = |value: &str| -> Vec<String> {
        let pieces = value.split('"').skip(1).step_by(2);
        pieces.map(str::to_owned).collect()
    };
    Some(Toolchain {
        channel: strings(value("channel")?).pop()?,
        components: value("components").map(strings).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn the_toolchain_file_is_understood() {
        let text =
            "# why\n[toolchain]\nchannel = \"1.95.0\"\ncomponents = [\"clippy\", \"rustfmt\"]\n";
        let expected = Toolchain {
            channel: "1.95.0".into(),
            components: vec!["clippy".into(), "rustfmt".into()],
        };
        assert_eq!(parse_toolchain(text), Some(expected));
        assert_eq!(parse_toolchain("[toolchain]\n"), None);
    }

    #[test]
    fn the_checkout_itself_is_understood() {
        assert!(wasm_bindgen_version().unwrap().starts_with("0.2."));
        assert!(!toolchain().unwrap().channel.is_empty());
    }
}
