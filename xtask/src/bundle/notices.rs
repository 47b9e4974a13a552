//! The licences of the crates that are compiled into the WebAssembly. They ask that their text comes with
//! every copy of the code, so a release carries them in one file.

use crate::{
    setup::toolbox::Toolbox,
    workspace::{metadata, root},
};
use anyhow::{Context, Result, ensure};
use cargo_metadata::Package;
use fs_err as fs;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The file of the release.
const FILE: &str = "THIRD-PARTY.txt";

const INTRODUCTION: &str = "\
The code of article-widget is licensed under MIT or Apache-2.0. Its WebAssembly also contains code of the
standard library of Rust (MIT or Apache-2.0, copyright The Rust Project Contributors, https://rust-lang.org),
and of the crates that are named below, each group with its licence. The formats of languages are made from data of
Unicode (CLDR), whose licence stands at the end.
";

/// The licence of the data that the formats of languages are made from.
const DATA: &str = "src/messages/cldr/LICENSE";

/// Features of the crate, and the target that it is compiled for with them.
type Build = (&'static str, &'static str);

/// Writes the file into a directory, for everything that was compiled.
pub(crate) fn write(toolbox: &Toolbox, directory: &Path, builds: &[Build]) -> Result<()> {
    let mut compiled = BTreeSet::new();
    for (features, target) in builds {
        let tree = toolbox.command("cargo tree --locked --package article-widget")?;
        let tree = tree.args(["--no-default-features", "--features", features]);
        let tree = tree.args(["--target", target, "--edges", "normal,no-proc-macro"]);
        let tree = tree.args(["--prefix", "none", "--no-dedupe", "--format", "{p}"]);
        compiled.extend(tree.read()?.lines().map(str::to_owned));
    }
    let mut groups = BTreeMap::<String, Vec<String>>::new();
    for package in metadata(toolbox)?.packages {
        let Package { name, version, .. } = &package;
        if compiled.contains(&format!("{name} v{version}")) {
            let (text, place) = licence(&package)?;
            let title = format!("{name} {version} {place}");
            groups
                .entry(text)
                .or_default()
                .push(title.trim_end().to_owned());
        }
    }
    let data = fs::read_to_string(root().join(DATA))?;
    let text = document(groups) + "\n" + &data;
    Ok(fs::write(directory.join(FILE), text)?)
}

/// The text of a package's licence, of MIT where the package offers a choice. A package that leaves the text
/// out gets the common text of MIT, and the address of its repository, which names the authors.
fn licence(package: &Package) -> Result<(String, &str)> {
    let directory = package.manifest_path.with_file_name("");
    let mut files = Vec::new();
    for entry in fs::read_dir(&directory)? {
        files.push(entry?.file_name().to_string_lossy().into_owned());
    }
    files.sort();
    let chosen = chosen(&files);
    let texts = chosen
        .iter()
        .map(|name| fs::read_to_string(directory.join(name)));
    let texts = texts.collect::<Result<Vec<_>, _>>()?.join("\n");
    if !texts.is_empty() {
        return Ok((texts.replace('\r', "").trim_end().to_owned(), ""));
    }
    let expression = package.license.as_deref().unwrap_or_default();
    ensure!(
        expression.contains("MIT"),
        "{} comes without the text of its licence",
        package.name
    );
    let own = fs::read_to_string(root().join("LICENSE-MIT"))?;
    let (_, text) = own
        .split_once("\nPermission")
        .context("LICENSE-MIT has another form")?;
    let text = format!(
        "MIT License\n\nCopyright (c) the authors of each\n\nPermission{}",
        text.trim_end()
    );
    Ok((text, package.repository.as_deref().unwrap_or_default()))
}

/// The files whose text is copied: those of MIT, and of Unicode's data where a package has some; or
/// else the first.
fn chosen(files: &[String]) -> Vec<&String> {
    let is_licence = |name: &&String| {
        let words = ["LICENSE", "LICENCE", "COPYING"];
        words.iter().any(|word| name.starts_with(word))
    };
    let all: Vec<_> = files.iter().filter(is_licence).collect();
    let is_chosen = |name: &&String| name.contains("MIT") || name.contains("UNICODE");
    let chosen: Vec<_> = all.iter().copied().filter(is_chosen).collect();
    if chosen.is_empty() {
        all.into_iter().take(1).collect()
    } else {
        chosen
    }
}

/// All texts, each below the packages that it is for.
fn document(groups: BTreeMap<String, Vec<String>>) -> String {
    let mut groups: Vec<_> = groups
        .into_iter()
        .map(|(text, mut names)| {
            names.sort();
            (names, text)
        })
        .collect();
    groups.sort();
    let rule = "-".repeat(72);
    groups
        .iter()
        .fold(INTRODUCTION.to_owned(), |document, (names, text)| {
            format!("{document}\n{rule}\n{}\n\n{text}\n", names.join("\n"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_with_the_same_licence_stand_together() {
        let group = |text: &str, names: &[&str]| {
            (
                text.to_owned(),
                names.iter().map(|&name| name.to_owned()).collect(),
            )
        };
        let document =
            document([group("A", &["yew 2"]), group("B", &["serde 2", "gloo 1"])].into());
        let texts = document.strip_prefix(INTRODUCTION).unwrap();
        let rule = "-".repeat(72);
        assert_eq!(
            texts,
            format!("\n{rule}\ngloo 1\nserde 2\n\nB\n\n{rule}\nyew 2\n\nA\n")
        );
    }

    #[test]
    fn of_several_licences_mit_is_chosen() {
        let files = |names: &[&str]| {
            names
                .iter()
                .map(|&name| name.to_owned())
                .collect::<Vec<_>>()
        };
        let both = files(&[
            "Cargo.toml",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "LICENSE-UNICODE",
        ]);
        assert_eq!(chosen(&both), ["LICENSE-MIT", "LICENSE-UNICODE"]);
        assert_eq!(
            chosen(&files(&["LICENSE-APACHE", "LICENSE-BOOST"])),
            ["LICENSE-APACHE"]
        );
        assert!(chosen(&files(&["Cargo.toml"])).is_empty());
    }
}
