//! Keeps the directories of this machine out of the release. Messages of panics would show them to every
//! reader, and the same sources would compile to other bytes on every machine.
//!
//! A file of cargo's settings, which `.cargo/config.toml` includes, gives the compiler other names for them.
//! A variable with flags would not do: it separates them at spaces, which directories may have.

use crate::{
    setup::{
        toolbox::Toolbox,
        toolchain::{TARGET, WASI},
    },
    workspace::{metadata, root},
};
use anyhow::Result;
use cargo_metadata::Metadata;
use fs_err as fs;
use rustc_version::VersionMeta;
use std::{
    env,
    path::{Path, PathBuf},
};
use xshell::Cmd;

/// The file of settings; also named in `.cargo/config.toml`.
const SETTINGS: &str = "target/paths.toml";

/// Where a Rust toolchain has the sources of the standard library, if it has them.
const LIBRARY: &str = "lib/rustlib/src/rust";

/// A directory, and what messages call it.
type Name = (PathBuf, String);

/// Gives every directory that a message of a panic may show a name that is the same on every machine.
/// `command` builds for browsers or for WASI.
pub(crate) fn hide<'a>(toolbox: &Toolbox, command: Cmd<'a>) -> Result<Cmd<'a>> {
    // The compiler that cargo starts.
    let compiler = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let compiler = toolbox.find(&compiler)?;
    let sysroot = toolbox
        .program(&compiler)
        .args(["--print", "sysroot"])
        .read()?;
    let compiler = VersionMeta::for_command(toolbox.program(&compiler).into())?;
    let metadata = metadata(toolbox)?;
    // Where one directory lies in another, the compiler takes the later.
    let mut names = vec![
        (root().to_owned(), ".".to_owned()),
        (
            metadata.target_directory.clone().into(),
            "target".to_owned(),
        ),
        // Messages of generic code name this directory where the sources are installed, and else the name.
        (Path::new(&sysroot).join(LIBRARY), library(&compiler)),
    ];
    names.extend(packages(&metadata));
    note(&root().join(SETTINGS), &settings(&names))?;
    // Flags from variables would replace the settings, or change the bytes in other ways.
    let command = command.env_remove(FLAGS).env_remove(ENCODED_FLAGS);
    let command = command.env_remove(flags_for(TARGET));
    let command = command.env_remove(flags_for(WASI));
    let own = own_flags(|name| env::var(name).ok());
    Ok(command.envs(own.map(|flags| (flags_for(&compiler.host), flags))))
}

/// The name that the compiled standard library has for the directory of its sources.
fn library(compiler: &VersionMeta) -> String {
    let commit = compiler.commit_hash.clone();
    format!(
        "/rustc/{}",
        commit.unwrap_or_else(|| compiler.semver.to_string())
    )
}

/// The variables with the user's own flags for the compiler; the second separates them by a character
/// that flags do not have.
const FLAGS: &str = "RUSTFLAGS";
const ENCODED_FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The variable with flags for one kind of machine.
fn flags_for(target: &str) -> String {
    let target = target.to_uppercase().replace(['-', '.'], "_");
    format!("CARGO_TARGET_{target}_RUSTFLAGS")
}

/// The user's own flags. Programs for this machine still get them: they may not link without.
fn own_flags(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let encoded = variable(ENCODED_FLAGS).map(|flags| flags.replace('\u{1f}', " "));
    encoded
        .or_else(|| variable(FLAGS))
        .filter(|flags| !flags.is_empty())
}

/// The directories of packages that were downloaded.
fn packages(metadata: &Metadata) -> impl Iterator<Item = Name> {
    let downloaded = metadata.packages.iter();
    let downloaded = downloaded.filter(|package| package.source.is_some());
    downloaded.filter_map(|package| {
        let name = format!("{}-{}", package.name, package.version);
        Some((package.manifest_path.parent()?.into(), name))
    })
}

/// The settings that give the compiler these names.
fn settings(names: &[Name]) -> String {
    let flag = |(directory, name): &Name| {
        let flag = format!("--remap-path-prefix={}={name}", directory.display());
        // A string of TOML escapes as one of JSON does.
        format!("    {},\n", serde_json::Value::from(flag))
    };
    let flags: Vec<String> = names.iter().map(flag).collect();
    let flags = flags.concat();
    let of = |target| format!("[target.{target}]\nrustflags = [\n{flags}]\n");
    of(TARGET) + &of(WASI)
}

/// Writes a file whole or not at all: every command of cargo reads it.
fn note(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|noted| noted == text) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    let draft = path.with_extension(format!("{}.toml", std::process::id()));
    fs::write(&draft, text)?;
    Ok(fs::rename(&draft, path)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiler_that_knows_no_commit_uses_its_version() {
        let described = |commit: &str| {
            let description = format!(
                "rustc 1.95.0\nbinary: rustc\ncommit-hash: {commit}\ncommit-date: unknown\nhost: x86_64-pc\nrelease: 1.95.0\n"
            );
            library(&rustc_version::version_meta_for(&description).unwrap())
        };
        assert_eq!(described("59a"), "/rustc/59a");
        assert_eq!(described("unknown"), "/rustc/1.95.0");
    }

    #[test]
    fn directories_may_have_spaces_and_other_signs() {
        let names = [
            ("/my \"work\"".into(), "a".into()),
            ("C:\\b".into(), "b".into()),
        ];
        let expected = r#"[target.wasm32-unknown-unknown]
rustflags = [
    "--remap-path-prefix=/my \"work\"=a",
    "--remap-path-prefix=C:\\b=b",
]
[target.wasm32-wasip1]
"#;
        assert!(settings(&names).starts_with(expected));
    }

    #[test]
    fn flags_of_the_user_are_kept_for_this_machine() {
        assert_eq!(
            flags_for("x86_64-pc-linux"),
            "CARGO_TARGET_X86_64_PC_LINUX_RUSTFLAGS"
        );
        let given = |all: &'static [(&str, &str)]| {
            own_flags(|wanted| {
                all.iter()
                    .find(|(name, _)| *name == wanted)
                    .map(|(_, flags)| (*flags).into())
            })
        };
        assert_eq!(given(&[]), None);
        assert_eq!(given(&[(FLAGS, "")]), None);
        assert_eq!(
            given(&[(FLAGS, "-D warnings")]).as_deref(),
            Some("-D warnings")
        );
        let both = given(&[(FLAGS, "-g"), (ENCODED_FLAGS, "-D\u{1f}warnings")]);
        assert_eq!(both.as_deref(), Some("-D warnings"));
    }

    #[test]
    fn settings_are_written_once() {
        let directory = env::temp_dir().join(format!("paths-test-{}", std::process::id()));
        let file = directory.join("target").join("paths.toml");
        note(&file, "one").unwrap();
        note(&file, "one").unwrap();
        note(&file, "two").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        let left = fs::read_dir(file.parent().unwrap()).unwrap().count();
        fs::remove_dir_all(directory).unwrap();
        assert_eq!(left, 1, "drafts do not stay");
    }
}
