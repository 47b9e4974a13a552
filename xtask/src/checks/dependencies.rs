//! What the dependencies may be: their licences and sources, and which faults are known of them.

use super::run::Skip;
use crate::setup::{cargo, npm, toolbox::Toolbox};
use anyhow::{Result, anyhow, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use xshell::Cmd;

/// The licences and sources of crates, as `deny.toml` allows them.
pub(crate) fn licences(toolbox: &Toolbox) -> Result<()> {
    Ok(deny(toolbox, "check bans licenses sources")?.run()?)
}

/// Known faults of crates and npm packages. Their lists come from the network; a list that is out of reach
/// is skipped, and named.
pub(crate) fn advisories(toolbox: &Toolbox) -> Result<()> {
    let mut skipped = Vec::new();
    if deny(toolbox, "fetch db")?.run().is_ok() {
        deny(toolbox, "check advisories")?.run()?;
    } else {
        skipped.push("RustSec's list of advisories is out of reach".to_owned());
    }
    for directory in [npm::BUILD, npm::TESTS, npm::PACKAGE_TESTS] {
        let _inside = toolbox.enter(directory);
        // It also ends with an error where there are faults; its answer names them.
        let npm = toolbox.command("npm audit --json")?.ignore_status();
        match serde_json::from_str::<Audit>(&npm.ignore_stderr().read()?) {
            Ok(Audit { vulnerabilities }) if vulnerabilities.is_empty() => {}
            Ok(Audit { vulnerabilities }) => {
                let names: Vec<String> = vulnerabilities.into_keys().collect();
                bail!(
                    "known faults in {}; `npm audit` in {directory} tells more",
                    names.join(", ")
                );
            }
            Err(_) => skipped.push(format!("npm's audit of {directory} has no answer")),
        }
    }
    if skipped.is_empty() {
        return Ok(());
    }
    bail!(Skip(skipped.join("; ")))
}

/// What `npm audit` answers; an error has no such field.
#[derive(Deserialize)]
struct Audit {
    vulnerabilities: BTreeMap<String, serde_json::Value>,
}

/// cargo-deny, which only these checks need.
fn deny<'a>(toolbox: &'a Toolbox, words: &str) -> Result<Cmd<'a>> {
    let programs = cargo::ensure(cargo::CARGO_DENY, toolbox)
        .map_err(|error| anyhow!(Skip(format!("cargo-deny is missing: {error:#}"))))?;
    cargo::clean_up()?;
    toolbox.add(programs)?;
    toolbox.command(&format!("cargo-deny {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_npm_is_no_audit() {
        let audit = |text| serde_json::from_str::<Audit>(text).map(|audit| audit.vulnerabilities);
        assert!(
            audit(r#"{ "vulnerabilities": {}, "metadata": {} }"#)
                .unwrap()
                .is_empty()
        );
        let faults = audit(r#"{ "vulnerabilities": { "tmp": { "severity": "low" } } }"#).unwrap();
        assert!(faults.contains_key("tmp"));
        assert!(audit(r#"{ "message": "405", "error": {} }"#).is_err());
        assert!(audit("").is_err());
    }
}
