//! `cargo xtask release`: everything that a release takes, in one command.
//!
//! With a version it writes that version to where it stands, and the heading of the changelog. Without one it makes the release
//! of the commit that is checked out, and publishes it only where that is asked for.

use crate::{
    package, receipt,
    setup::{self, toolbox::Group, toolbox::Toolbox},
    workspace::{metadata, root, version},
};
use anyhow::{Context, Result, ensure};
use fs_err as fs;
use std::path::Path;

const MANIFEST: &str = "Cargo.toml";
const CHANGELOG: &str = "CHANGELOG.md";
/// The heading of what is not released yet.
const UNRELEASED: &str = "## [Unreleased]\n";

/// The crate with everything that it has, as it is tested from its archive.
const CRATE: &str = "cargo package --locked --package article-widget --features cli,server";
const CRATE_TEST: &str = "cargo test --lib --features cli,server --manifest-path";
const CRATE_PUBLISH: &str = "cargo publish --locked --package article-widget --features cli,server";

/// The command itself.
pub(crate) fn run(new_version: Option<&str>, is_published: bool) -> Result<()> {
    match new_version {
        Some(new_version) => set(new_version),
        None => make(is_published),
    }
}

/// Writes a new version to where it stands.
fn set(new: &str) -> Result<()> {
    let toolbox = setup::toolbox(Group::Toolchain)?;
    let old = version(&toolbox)?;
    let today = toolbox.command("git log -1 --format=%cs")?.read()?;
    rewrite(MANIFEST, |text| with_version(text, &old, new))?;
    rewrite(CHANGELOG, |text| with_heading(text, new, &today))?;
    // Cargo notes the version in its lock file.
    toolbox.run("cargo metadata --format-version 1 --offline --quiet --no-deps")?;
    println!(
        "{MANIFEST} and {CHANGELOG} have version {new}: commit them, then run `cargo xtask release`"
    );
    Ok(())
}

fn rewrite(file: &str, edit: impl Fn(&str) -> Result<String>) -> Result<()> {
    let path = root().join(file);
    let text = fs::read_to_string(&path)?;
    let text = edit(&text).with_context(|| file.to_owned())?;
    Ok(fs::write(path, text)?)
}

/// The manifest with another version.
fn with_version(manifest: &str, old: &str, new: &str) -> Result<String> {
    let is_version = |text: &str| {
        let numbers: Vec<_> = text.split('.').collect();
        numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok())
    };
    ensure!(is_version(new), "`{new}` is not a version such as 1.2.3");
    let line = |version: &str| format!("\nversion = \"{version}\"\n");
    ensure!(manifest.contains(&line(old)), "it states no version {old}");
    Ok(manifest.replacen(&line(old), &line(new), 1))
}

/// The changelog with a heading for what was not released yet.
fn with_heading(changelog: &str, version: &str, today: &str) -> Result<String> {
    let (before, after) = changelog
        .split_once(UNRELEASED)
        .with_context(|| format!("it lacks the heading `{}`", UNRELEASED.trim()))?;
    let news = after.split("\n## ").next().unwrap_or_default();
    ensure!(
        news.contains("\n- "),
        "nothing is new since the last release"
    );
    Ok(format!(
        "{before}{UNRELEASED}\n## [{version}] – {today}\n{after}"
    ))
}

/// Makes the release of the commit that is checked out.
fn make(is_published: bool) -> Result<()> {
    let toolbox = setup::toolbox(Group::Test)?;
    let version = version(&toolbox)?;
    let commit = receipt::commit(&toolbox);
    let commit = commit.context("the checkout differs from its commit: commit first, or stash")?;
    let changelog = fs::read_to_string(root().join(CHANGELOG))?;
    let is_ready = changelog.contains(&format!("\n## [{version}]"));
    if is_published {
        ensure!(
            is_ready,
            "{CHANGELOG} has no heading for {version}: run `cargo xtask release {version}`"
        );
    }

    receipt::run()?;
    // Cargo packages no file that differs from the commit, not even the README, whose sizes a receipt passes over.
    let changed = toolbox.command("git status --porcelain --untracked-files=no")?;
    ensure!(
        changed.read()?.is_empty(),
        "the build has written its sizes and its receipt into README.md and docs: look at `git diff`, commit, and make the \
         release of that commit"
    );
    let archive = package::write(&toolbox)?;
    println!("\nThe crate {version}");
    toolbox.run(CRATE)?;
    let target = metadata(&toolbox)?.target_directory;
    let unpacked = target.join(format!("package/article-widget-{version}"));
    // In a folder of its own: the archive is outside of the workspace.
    let test = toolbox.command(CRATE_TEST)?.arg(unpacked.join(MANIFEST));
    test.env("CARGO_TARGET_DIR", target.join("package-tests"))
        .run()?;

    if is_published {
        publish(&toolbox, &archive)?;
        println!("\nRelease {version} is published. Tag it: git tag v{version} {commit}");
    } else {
        println!("\nRelease {version} of commit {commit} is made, and nothing was published:");
        println!(
            "  {}\n  {}",
            archive.display(),
            target.join(format!("package/article-widget-{version}.crate"))
        );
        if !is_ready {
            println!(
                "{CHANGELOG} has no heading for it yet: `cargo xtask release {version}` writes one"
            );
        }
        println!("`cargo xtask release --publish` publishes both");
    }
    Ok(())
}

/// Publishes the crate and the package.
fn publish(toolbox: &Toolbox, archive: &Path) -> Result<()> {
    toolbox.run(CRATE_PUBLISH)?;
    let npm = toolbox.command("npm publish --access public")?;
    Ok(npm.arg(archive).run()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_written_once() {
        let manifest =
            "[package]\nname = \"a\"\nversion = \"0.1.0\"\n\n[dependencies]\nb = \"0.1.0\"\n";
        let next = with_version(manifest, "0.1.0", "0.2.0").unwrap();
        assert_eq!(next, manifest.replacen("0.1.0", "0.2.0", 1));
        for wrong in ["2", "0.2", "v0.2.0", "0.2.0-a", ""] {
            assert!(with_version(manifest, "0.1.0", wrong).is_err(), "{wrong}");
        }
        assert!(with_version(manifest, "0.3.0", "0.4.0").is_err());
    }

    #[test]
    fn what_is_new_gets_the_heading_of_the_version() {
        let changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A.\n\n## [0.1.0] – 2026-01-01\n\n- B.\n";
        let next = with_heading(changelog, "0.2.0", "2026-02-02").unwrap();
        assert!(next.contains(
            "## [Unreleased]\n\n## [0.2.0] – 2026-02-02\n\n### Added\n\n- A.\n\n## [0.1.0]"
        ));
        assert!(
            with_heading(&next, "0.3.0", "2026-03-03").is_err(),
            "nothing is new"
        );
        assert!(with_heading("# Changelog\n", "0.2.0", "").is_err());
    }
}
