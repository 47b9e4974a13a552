//! `cargo xtask package`: the npm package, as a folder and as the archive that npm publishes.
//!
//! Its own files are in `npm/`. To them come the release (`dist/`), the command as a module for WASI, the library for
//! servers, the manuals, and the licences of all crates that these contain.

mod server;

use crate::{
    build,
    bundle::{demo, notices},
    receipt::{self, DEMONSTRATION},
    setup::{self, toolbox::Group, toolbox::Toolbox, toolchain},
    wasi,
    workspace::{article_widget, files, metadata, root, version},
};
use anyhow::Result;
use fs_err as fs;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of what is written for the package, and nothing else.
const SOURCES: &str = "npm";
/// The folders and files of it that the package has.
const PARTS: [&str; 8] = [
    "bin",
    "preview",
    "react",
    "receipt",
    "server",
    "types",
    "README.md",
    "package.json",
];
/// Files of the repository that the package has, too, and their names there.
const COPIES: [(&str, &str); 9] = [
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("docs/document-format.md", "docs/document-format.md"),
    ("docs/document.schema.json", "schema.json"),
    ("docs/embedding.md", "docs/embedding.md"),
    ("docs/languages.md", "docs/languages.md"),
    // The command names it, too.
    ("docs/markdown.md", "docs/markdown.md"),
    // The font of the command.
    ("src/picture/fonts/LICENSE-OFL.txt", "LICENSE-FONT"),
];
/// Where the release is in the package.
const RELEASE: &str = "widget";

/// Writes a fragment, which has the tag of the build.
const PRERENDER: &str = "prerender articles/alibaba-ai-investment-de.json --src a.json --linked";

/// The command itself.
pub(crate) fn run() -> Result<()> {
    let toolbox = setup::toolbox(Group::Build)?;
    build::release(&toolbox)?;
    let archive = write(&toolbox)?;
    println!("\nThe package is {}", archive.display());
    Ok(())
}

/// Builds the release where `dist/` has none of this source: it takes over only what the same build has prerendered.
pub(crate) fn ensure_release(toolbox: &Toolbox) -> Result<()> {
    let page = fs::read_to_string(root().join(build::RELEASE).join(demo::PAGE));
    let built = page.ok().and_then(|page| demo::build(&page).ok());
    let command = article_widget(toolbox)?.args(PRERENDER.split(' '));
    let now = demo::build(&command.ignore_stderr().read()?)?;
    if built != Some(now) {
        build::release(toolbox)?;
    }
    Ok(())
}

/// Writes the package of the release in `dist/`, and gives the path of its archive.
pub(crate) fn write(toolbox: &Toolbox) -> Result<PathBuf> {
    if !root().join(build::RELEASE).join(receipt::FILE).exists() {
        // Without measurements: `cargo xtask receipt` makes them.
        receipt::write(toolbox, Vec::new())?;
    }
    let around = metadata(toolbox)?.target_directory.join("npm");
    let folder = around.join("article-widget");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let folder = folder.as_std_path();
    for part in PARTS {
        copy(&root().join(SOURCES).join(part), &folder.join(part))?;
    }
    for (from, to) in COPIES {
        copy(&root().join(from), &folder.join(to))?;
    }
    for entry in fs::read_dir(root().join(build::RELEASE))? {
        let entry = entry?;
        let name = entry.file_name();
        if !DEMONSTRATION.iter().any(|left_out| name == *left_out) {
            copy(&entry.path(), &folder.join(RELEASE).join(name))?;
        }
    }
    let command = wasi::build(toolbox)?;
    copy(&command, &folder.join(wasi::MODULE))?;
    server::build(toolbox, &folder.join("server"))?;
    let third_party = [
        (wasi::FEATURES, toolchain::WASI),
        (server::FEATURES, toolchain::TARGET),
    ];
    notices::write(toolbox, folder, &third_party)?;
    let version = version(toolbox)?;
    set_version(&folder.join("package.json"), &version)?;
    let _inside = toolbox.enter(folder);
    toolbox
        .command("npm pack --silent --pack-destination ..")?
        .run()?;
    Ok(around.join(format!("article-widget-{version}.tgz")).into())
}

/// Copies a file, or a folder with all files in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::create_dir_all(to.parent().unwrap_or(to))?;
        fs::copy(from, to)?;
        return Ok(());
    }
    for file in files(from)? {
        copy(&file, &to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}

/// Gives the package the version of the crate.
fn set_version(package: &Path, version: &str) -> Result<()> {
    let text = fs::read_to_string(package)?;
    let mut fields: Value = serde_json::from_str(&text)?;
    fields["version"] = version.into();
    Ok(fs::write(
        package,
        serde_json::to_string_pretty(&fields)? + "\n",
    )?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn a_package_has_the_version_of_the_crate() {
        let root = env::temp_dir().join(format!("package-test-{}", std::process::id()));
        fs::create_dir_all(root.join("a/b")).unwrap();
        let package = root.join("a/b/package.json");
        fs::write(
            &package,
            r#"{ "name": "x", "version": "0.0.0", "exports": {} }"#,
        )
        .unwrap();
        copy(&root.join("a"), &root.join("c")).unwrap();
        let package = root.join("c/b/package.json");
        set_version(&package, "1.2.3").unwrap();
        let text = fs::read_to_string(package).unwrap();
        assert_eq!(
            text,
            "{\n  \"name\": \"x\",\n  \"version\": \"1.2.3\",\n  \"exports\": {}\n}\n"
        );
        fs::remove_dir_all(root).unwrap();
    }
}
