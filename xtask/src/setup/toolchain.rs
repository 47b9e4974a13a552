//! Makes sure that the pinned Rust toolchain can compile for the browser.
//!
//! rustup can install what `rust-toolchain.toml` asks for by itself, but that may be switched off,
//! so it is asked in so many words.

use crate::{
    manifests::{self, Toolchain},
    setup::toolbox::Toolbox,
    step,
};
use anyhow::{Context, Result, bail};

/// What browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The step's title.
pub(crate) fn title() -> Result<String> {
    Ok(format!(
        "Rust {} with {TARGET}",
        manifests::toolchain()?.channel
    ))
}

/// Installs what is missing of toolchain, components and target; tells what was done.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<&'static str> {
    let wanted = manifests::toolchain()?;
    if toolbox.find("rustup").is_err() {
        return without_rustup(toolbox);
    }
    let Ok(installed) = step::output(toolbox.command("rustup")?.args([
        "component",
        "list",
        "--installed",
        "--toolchain",
        &wanted.channel,
    ])) else {
        let components = wanted.components.join(",");
        let mut install = toolbox.command("rustup")?;
        install.args([
            "toolchain",
            "install",
            &wanted.channel,
            "--profile",
            "minimal",
        ]);
        install.args(["--component", &components, "--target", TARGET]);
        step::run(&mut install).with_context(|| advice(&wanted))?;
        return Ok("installed");
    };
    let missing = missing(&installed, &wanted);
    if missing.is_empty() {
        return Ok("installed already");
    }
    for (kind, name) in missing {
        let mut add = toolbox.command("rustup")?;
        add.args([kind, "add", "--toolchain", &wanted.channel, name]);
        step::run(&mut add).with_context(|| advice(&wanted))?;
    }
    Ok("completed")
}

/// What `rustup <kind> add` must be told, given the list of installed components.
fn missing<'a>(installed: &str, wanted: &'a Toolchain) -> Vec<(&'static str, &'a str)> {
    let has = |name: &str| installed.lines().any(|line| line.starts_with(name));
    let components = wanted
        .components
        .iter()
        .map(|name| ("component", name.as_str()));
    let target = (!has(&format!("rust-std-{TARGET}"))).then_some(("target", TARGET));
    components
        .filter(|(_, name)| !has(name))
        .chain(target)
        .collect()
}

fn advice(wanted: &Toolchain) -> String {
    format!(
        "the Rust toolchain is incomplete; what to do: check the network, then run \
         `rustup toolchain install {} --component {} --target {TARGET}`",
        wanted.channel,
        wanted.components.join(",")
    )
}

/// Some systems bring Rust without rustup; there the target is a package of its own.
fn without_rustup(toolbox: &Toolbox) -> Result<&'static str> {
    let library = step::output(toolbox.command("rustc")?.args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if std::path::Path::new(library.trim()).is_dir() {
        return Ok("found without rustup");
    }
    bail!(
        "this Rust cannot compile for {TARGET}; what to do: install rustup, or your system's package for that target"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_added() {
        let wanted = Toolchain {
            channel: "1.95.0".into(),
            components: vec!["clippy".into(), "rustfmt".into()],
        };
        let bare = "cargo-x86_64-unknown-linux-gnu\nclippy-x86_64-unknown-linux-gnu\n";
        assert_eq!(
            missing(bare, &wanted),
            [("component", "rustfmt"), ("target", TARGET)]
        );
        let full = "clippy-x86_64\nrust-std-wasm32-unknown-unknown\nrustfmt-x86_64\n";
        assert_eq!(missing(full, &wanted), []);
    }
}
