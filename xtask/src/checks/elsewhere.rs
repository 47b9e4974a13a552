//! Builds the release a second time, as if on another machine: in another folder, with another home and
//! another standard library. Then it compares every byte.
//!
//! It downloads nothing and installs no tool: the other home links to the crates of this one, and cargo
//! unpacks them anew.

use crate::{
    build::RELEASE,
    bundle::paths,
    setup::{cache, npm, toolbox::Toolbox},
    workspace::{files, root},
};
use anyhow::{Context, Result, ensure};
use fs_err::{self as fs, os::unix::fs::symlink};
use std::{
    collections::BTreeSet,
    env,
    fs::Permissions,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// Parts of a checkout that are no sources.
const NO_SOURCES: [&str; 5] = [".git", "target", RELEASE, "node_modules", "results"];

/// The check: another machine builds the same `dist/`.
pub(crate) fn compare(toolbox: &Toolbox) -> Result<()> {
    let here = root().join(RELEASE);
    ensure!(
        here.is_dir(),
        "there is no release to compare with; what to do: run `cargo xtask test build` first"
    );
    let place = Place::new()?;
    place.build(toolbox)?;
    let differing = differing(&here, &place.checkout().join(RELEASE))?;
    ensure!(
        differing.is_empty(),
        "another machine builds another release: {} (or sources have changed since it was built)",
        differing.join(", ")
    );
    println!("\nEvery file in {RELEASE}/ is the same");
    Ok(())
}

/// The directory of the other machine, which is removed with this value.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("warning: {error}");
        }
    }
}

impl Place {
    fn new() -> Result<Self> {
        // Directories may have spaces in their names.
        let place = Self(cache::directory(
            "another machine",
            &std::process::id().to_string(),
        )?);
        fs::create_dir_all(&place.0)?;
        Ok(place)
    }

    fn checkout(&self) -> PathBuf {
        self.0.join("checkout")
    }

    /// Builds the release there.
    fn build(&self, toolbox: &Toolbox) -> Result<()> {
        copy(root(), &self.checkout())?;
        // npm's tools are the same, and installed already.
        let modules = Path::new(npm::BUILD).join("node_modules");
        link(&root().join(&modules), &self.checkout().join(&modules))?;
        let home = self.0.join("home");
        let cargo_home = home.join("cargo");
        fs::create_dir_all(cargo_home.join("registry"))?;
        let own = home_of("CARGO_HOME", ".cargo")?;
        // Without `registry/src`, where the crates are unpacked.
        for name in ["config.toml", "registry/index", "registry/cache", "git"] {
            link(&own.join(name), &cargo_home.join(name))?;
        }

        let _inside = toolbox.enter(self.checkout());
        let cargo = toolbox.command("cargo xtask build")?;
        let cargo = cargo.env("HOME", &home).env("CARGO_HOME", &cargo_home);
        let cargo = cargo.env("CARGO_TARGET_DIR", self.checkout().join("target"));
        let cargo = cargo.env("RUSTC", self.compiler(toolbox)?);
        let cargo = cargo.env("RUSTUP_HOME", home_of("RUSTUP_HOME", ".rustup")?);
        let cargo = cargo.env("ARTICLE_WIDGET_CACHE", cache::root()?);
        // Programs for this machine compile quicker without; the WebAssembly has its own profile.
        Ok(cargo.env("CARGO_PROFILE_DEV_DEBUG", "false").run()?)
    }

    /// A compiler with the sources of the standard library where this machine lacks them, and without where
    /// it has them. Only whether they are installed matters, and the compiler looks for one file.
    fn compiler(&self, toolbox: &Toolbox) -> Result<PathBuf> {
        let rustc = paths::Compiler::ask(toolbox)?;
        let sysroot = self.0.join("rust");
        let (from, to) = (
            rustc.sysroot.join("lib/rustlib"),
            sysroot.join("lib/rustlib"),
        );
        fs::create_dir_all(&to)?;
        for entry in fs::read_dir(&from)? {
            let name = entry?.file_name();
            if name != "src" {
                link(&from.join(&name), &to.join(&name))?;
            }
        }
        let sign = Path::new(paths::LIBRARY).join("library/std/src/lib.rs");
        if !rustc.sysroot.join(&sign).exists() {
            let sign = sysroot.join(sign);
            fs::create_dir_all(sign.parent().unwrap_or(&sign))?;
            fs::write(sign, "")?;
        }
        let script = self.0.join("rustc");
        let quoted =
            |path: &Path| format!("'{}'", path.display().to_string().replace('\'', r"'\''"));
        let text = format!(
            "#!/bin/sh\nexec {} --sysroot {} \"$@\"\n",
            quoted(&toolbox.find(&paths::compiler())?),
            quoted(&sysroot)
        );
        fs::write(&script, text)?;
        fs::set_permissions(&script, Permissions::from_mode(0o755))?;
        Ok(script)
    }
}

/// The directory that a variable names, or the customary one in the user's home.
fn home_of(variable: &str, customary: &str) -> Result<PathBuf> {
    let named = env::var_os(variable).filter(|value| !value.is_empty());
    let customary = || Some(env::home_dir()?.join(customary));
    named
        .map(PathBuf::from)
        .or_else(customary)
        .with_context(|| format!("no home directory: set {variable}"))
}

/// Links to a file or directory if it exists.
fn link(from: &Path, to: &Path) -> Result<()> {
    if from.exists() {
        symlink(from, to)?;
    }
    Ok(())
}

/// Copies the sources of a checkout.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let (from, to) = (entry.path(), to.join(&name));
        if NO_SOURCES.iter().any(|other| name == *other) {
            continue;
        }
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

/// The files that are not the same in both directories, or in one alone.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let mut names = BTreeSet::new();
    for directory in [one, other] {
        for file in files(directory)? {
            names.insert(file.strip_prefix(directory)?.to_owned());
        }
    }
    let differs = |name: &PathBuf| {
        let read = |directory: &Path| fs::read(directory.join(name)).ok();
        read(one) != read(other)
    };
    let differing = names.into_iter().filter(differs);
    Ok(differing.map(|name| name.display().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory with these files.
    fn directory(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let directory =
            env::temp_dir().join(format!("elsewhere-test-{name}-{}", std::process::id()));
        for (name, text) in files {
            let file = directory.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        directory
    }

    #[test]
    fn every_file_that_is_not_the_same_is_named() {
        let one = directory("one", &[("a", "1"), ("b/c", "2"), ("b/d", "3"), ("e", "")]);
        let other = directory(
            "other",
            &[("a", "1"), ("b/c", "0"), ("b/d", "3"), ("f/g", "4")],
        );
        assert_eq!(differing(&one, &other).unwrap(), ["b/c", "e", "f/g"]);
        assert_eq!(differing(&one, &one).unwrap(), [""; 0]);
        fs::remove_dir_all(one).unwrap();
        fs::remove_dir_all(other).unwrap();
    }

    #[test]
    fn sources_are_copied_alone() {
        let from = directory(
            "from",
            &[
                ("a.rs", "1"),
                ("b/c.rs", "2"),
                ("target/d", "3"),
                ("b/node_modules/e", "4"),
            ],
        );
        let to = from.with_extension("copy");
        copy(&from, &to).unwrap();
        let expected = ["a.rs", "b/c.rs"].map(|file| to.join(file));
        assert_eq!(files(&to).unwrap(), expected);
        fs::remove_dir_all(from).unwrap();
        fs::remove_dir_all(to).unwrap();
    }
}
