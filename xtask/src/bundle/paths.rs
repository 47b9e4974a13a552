//! Keeps the directories of this machine out of the release. Messages of panics would show them to every
//! reader, and the same sources would compile to other bytes on every machine.
//!
//! A file of cargo's settings, which `.cargo/config.toml` includes, gives the compiler other names for them.
//! A variable with flags would not do: it separates them at spaces, which directories may have.

use crate::{
    setup::{toolbox::Toolbox, toolchain::TARGET},
    workspace::{metadata, root},
};
use anyhow::Result;
use cargo_metadata::Metadata;
use fs_err as fs;
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

/// The compiler, as it describes itself.
struct Compiler {
    /// Where its toolchain is.
    sysroot: PathBuf,
    description: String,
}

/// Gives every directory that a message of a panic may show a name that is the same on every machine.
/// `command` builds for browsers.
pub(crate) fn hide<'a>(toolbox: &Toolbox, command: Cmd<'a>) -> Result<Cmd<'a>> {
    let metadata = metadata(toolbox)?;
    let compiler = Compiler::ask(toolbox)?;
    let names = names(
        root(),
        metadata.target_directory.as_std_path(),
        &compiler,
        packages(&metadata),
    );
    note(&root().join(SETTINGS), &settings(&names))?;
    // Flags from variables would replace the settings, or change the bytes in other ways.
    let command = command.env_remove(FLAGS).env_remove(ENCODED_FLAGS);
    let command = command.env_remove(flags_for(TARGET));
    let own = own_flags(|name| env::var(name).ok());
    Ok(command.envs(own.map(|flags| (flags_for(compiler.value("host: ")), flags))))
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

/// The compiler that cargo starts.
pub(crate) fn compiler() -> String {
    env::var("RUSTC").unwrap_or_else(|_| "rustc".into())
}

impl Compiler {
    /// Asks the compiler.
    fn ask(toolbox: &Toolbox) -> Result<Self> {
        let compiler = toolbox.find(&compiler())?;
        let ask = |words: [&str; 2]| toolbox.program(&compiler).args(words).read();
        Ok(Self {
            sysroot: ask(["--print", "sysroot"])?.into(),
            description: ask(["--version", "--verbose"])?,
        })
    }

    /// A value of its description.
    fn value(&self, name: &str) -> &str {
        let mut lines = self.description.lines();
        lines
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_default()
    }

    /// The name that the compiled standard library has for the directory of its sources.
    fn library(&self) -> String {
        let commit = match self.value("commit-hash: ") {
            "unknown" => self.value("release: "),
            hash => hash,
        };
        format!("/rustc/{commit}")
    }
}

/// The directories and their names; where one lies in another, the compiler takes the later.
fn names(
    root: &Path,
    target: &Path,
    compiler: &Compiler,
    packages: impl Iterator<Item = Name>,
) -> Vec<Name> {
    let whole = [
        (root.to_owned(), ".".to_owned()),
        (target.to_owned(), "target".to_owned()),
        // Messages of generic code name this directory where the sources are installed, and else the name.
        (compiler.sysroot.join(LIBRARY), compiler.library()),
    ];
    whole.into_iter().chain(packages).collect()
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
    format!("[target.{TARGET}]\nrustflags = [\n{}]\n", flags.concat())
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

    fn packages() -> impl Iterator<Item = Name> {
        let directories = [
            ("/my work/.cargo/registry/src/x-1/yew-1.2.3", "yew-1.2.3"),
            (
                "/home/a/.cargo/git/checkouts/gloo-1/abc/crates/gloo",
                "gloo-1.2.3",
            ),
        ];
        directories
            .map(|(path, name)| (path.into(), name.into()))
            .into_iter()
    }

    fn described(commit: &str) -> Compiler {
        Compiler {
            sysroot: "/my work/rust".into(),
            description: format!(
                "rustc 1.95.0\nbinary: rustc\ncommit-hash: {commit}\nhost: x86_64-pc\nrelease: 1.95.0\n"
            ),
        }
    }

    /// What the compiler makes of a path.
    fn renamed(path: &str) -> String {
        let names = names(
            Path::new("/my work"),
            Path::new("/builds/x"),
            &described("59a"),
            packages(),
        );
        let mut names = names.iter().rev();
        let found = names.find_map(|(directory, name)| {
            let rest = Path::new(path).strip_prefix(directory).ok()?;
            Some(Path::new(name).join(rest).display().to_string())
        });
        found.unwrap_or_else(|| path.to_owned())
    }

    #[test]
    fn directories_have_the_same_names_everywhere() {
        let cases = [
            ("/my work/src/lib.rs", "./src/lib.rs"),
            (
                "/builds/x/wasm32-unknown-unknown/o.rs",
                "target/wasm32-unknown-unknown/o.rs",
            ),
            (
                "/my work/.cargo/registry/src/x-1/yew-1.2.3/src/a.rs",
                "yew-1.2.3/src/a.rs",
            ),
            (
                "/home/a/.cargo/git/checkouts/gloo-1/abc/crates/gloo/src/a.rs",
                "gloo-1.2.3/src/a.rs",
            ),
            (
                "/my work/rust/lib/rustlib/src/rust/library/a.rs",
                "/rustc/59a/library/a.rs",
            ),
        ];
        for (path, name) in cases {
            assert_eq!(renamed(path), name);
        }
    }

    #[test]
    fn a_compiler_that_knows_no_commit_uses_its_version() {
        assert_eq!(described("59a").library(), "/rustc/59a");
        assert_eq!(described("unknown").library(), "/rustc/1.95.0");
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
"#;
        assert_eq!(settings(&names), expected);
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
