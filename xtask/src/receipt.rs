//! `cargo xtask receipt`: what a release consists of, and what was measured of it.
//!
//! `dist/receipt.json` lists every file of the release with its size and its hash, so that a publisher can compare what a
//! server sends: `article-widget receipt verify` does that. Builds are the same everywhere, so anyone can make it again.

mod page;

use crate::{
    build::{self, RELEASE},
    bundle::sizes::compressed_size,
    checks::report::Summary,
    setup::{
        self,
        browsers::{self, CHROMIUM, FIREFOX, Program, WEBKIT_DRIVER},
        npm,
        toolbox::{Group, Toolbox},
    },
    workspace::{files, root, version},
};
use anyhow::{Context, Result};
use base64ct::{Base64, Encoding};
use fs_err as fs;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};
use std::{collections::BTreeMap, path::Path};

/// The page of the documentation.
const PAGE: &str = "docs/receipt.md";
/// The file in a release.
pub(crate) const FILE: &str = "receipt.json";
/// What only the demonstration needs of a release.
pub(crate) const DEMONSTRATION: [&str; 2] = ["articles", "index.html"];
/// The Content Security Policy that is enough for the two lines; `docs/embedding.md` has what pages add.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; require-trusted-types-for 'script'";
/// The engines that are measured, as the script calls them.
const ENGINES: [(&str, Program); 3] = [
    ("chromium", CHROMIUM),
    ("firefox", FIREFOX),
    ("webkitgtk", WEBKIT_DRIVER),
];

/// The content of the file.
#[derive(Debug, Serialize)]
pub(crate) struct Receipt {
    name: &'static str,
    version: String,
    /// The commit that it was built from; absent if the files of the checkout differ from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    policy: &'static str,
    files: BTreeMap<String, FileEntry>,
    /// What each engine has shown; absent if nothing was measured.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measured: Vec<Measured>,
    /// The last run of all tests of that commit.
    #[serde(skip_serializing_if = "Option::is_none")]
    tests: Option<Summary>,
}

/// What the script `tests/e2e/receipt` has found in an engine.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Measured {
    engine: String,
    page: String,
    requests: Requests,
    /// How far any part of the article was moved on the page when it came alive, in CSS pixels.
    moved: f64,
    accessibility: Accessibility,
}

/// How many files a page asks for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Requests {
    to_read: usize,
    alive: usize,
}

/// What axe has found.
#[derive(Debug, Serialize, Deserialize)]
struct Accessibility {
    passed: usize,
    violations: Vec<String>,
}

/// A file of the release.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct FileEntry {
    bytes: usize,
    /// Its size compressed with Brotli.
    brotli: usize,
    /// For the attribute `integrity`.
    integrity: String,
}

/// The command itself: builds, measures in every engine that is there, and writes the file, and a page of it.
pub(crate) fn run() -> Result<()> {
    let toolbox = setup::toolbox(Group::Test)?;
    build::release(&toolbox)?;
    let measured = measure(&toolbox)?;
    let receipt = write(&toolbox, measured)?;
    fs::write(root().join(PAGE), page::page(&receipt))?;
    println!("\nThe receipt is {RELEASE}/{FILE}, and its page {PAGE}");
    Ok(())
}

/// Writes the receipt of the release in `dist/`.
pub(crate) fn write(toolbox: &Toolbox, measured: Vec<Measured>) -> Result<Receipt> {
    let release = root().join(RELEASE);
    let commit = commit(toolbox);
    let receipt = Receipt {
        name: "article-widget",
        version: version(toolbox)?,
        tests: commit
            .as_deref()
            .and_then(|commit| Summary::of(toolbox, commit)),
        commit,
        policy: POLICY,
        files: entries(&release)?,
        measured,
    };
    let text = serde_json::to_string_pretty(&receipt)? + "\n";
    fs::write(release.join(FILE), text)?;
    Ok(receipt)
}

/// The commit of the checkout, if nothing differs from it. A build notes its sizes in the README, which is no part of a
/// release.
pub(crate) fn commit(toolbox: &Toolbox) -> Option<String> {
    let git = |words: &str| toolbox.command(words).ok()?.ignore_stderr().read().ok();
    let changed = git("git status --porcelain --untracked-files=no")?;
    let is_clean = changed.lines().all(|line| line.ends_with(" README.md"));
    git("git rev-parse HEAD").filter(|_| is_clean)
}

/// The files of a release, by their paths with `/`.
fn entries(release: &Path) -> Result<BTreeMap<String, FileEntry>> {
    let mut entries = BTreeMap::new();
    for file in files(release)? {
        let parts = file.strip_prefix(release)?.iter();
        let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
        if DEMONSTRATION.contains(&&*parts[0]) || parts[0] == FILE {
            continue;
        }
        entries.insert(parts.join("/"), FileEntry::of(&fs::read(&file)?)?);
    }
    Ok(entries)
}

impl FileEntry {
    fn of(content: &[u8]) -> Result<Self> {
        let hash = Base64::encode_string(&Sha384::digest(content));
        Ok(Self {
            bytes: content.len(),
            brotli: compressed_size(content)?,
            integrity: format!("sha384-{hash}"),
        })
    }
}

/// Measures the demonstration in every engine that this machine has.
fn measure(toolbox: &Toolbox) -> Result<Vec<Measured>> {
    let mut measured = Vec::new();
    for (name, program) in ENGINES {
        if let Err(error) = program.find(toolbox) {
            println!("{name} is not measured: {error}");
            continue;
        }
        println!("Measuring in {name}");
        let _inside = toolbox.enter(npm::TESTS);
        let node = toolbox
            .command("node receipt/index.mjs")?
            .env("BROWSER", name);
        let geckodriver = toolbox.find("geckodriver").ok();
        let node = node.envs(browsers::variables(toolbox));
        let node = node.envs(geckodriver.map(|path| ("GECKODRIVER", path)));
        let text = node.read()?;
        measured.push(serde_json::from_str(&text).with_context(|| format!("{name}: {text}"))?);
    }
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn every_file_of_a_release_has_its_hash() {
        let root = env::temp_dir().join(format!("receipt-test-{}", std::process::id()));
        for (path, text) in [
            ("a.js", "a"),
            ("messages/de.json", "[]"),
            ("index.html", "page"),
            ("articles/a.json", "{}"),
            (FILE, "old"),
        ] {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let entries = entries(&root).unwrap();
        let names: Vec<_> = entries.keys().map(String::as_str).collect();
        assert_eq!(names, ["a.js", "messages/de.json"]);
        // Of `printf a | openssl dgst -sha384 -binary | base64`.
        assert_eq!(
            entries["a.js"].integrity,
            "sha384-VKWbnyKwuAiA2EJ+VIt8I6vYc0huHwNdzpzWl+hRdQM8qojm1XvDXvrgta/TFF8x"
        );
        assert_eq!(entries["a.js"].bytes, 1);
        fs::remove_dir_all(root).unwrap();
    }
}
