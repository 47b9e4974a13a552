//! `cargo xtask bundle`: adds the files that pages embed to what Trunk has built.
//!
//! Trunk runs it as a hook. The style sheet is kept in one file per part of the article and sent
//! as one; the loader script is copied. The release gets them, and the glue of
//! wasm-bindgen, without comments.

use crate::strip;
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The parts of the style sheet in the order of the cascade.
const STYLES: [&str; 4] = ["tokens.css", "article.css", "chart.css", "carousel.css"];
/// The style sheet as pages load it.
pub(crate) const STYLE_SHEET: &str = "article-widget.css";
/// The loader script as pages load it.
pub(crate) const LOADER: &str = "embed.js";

/// What wasm-bindgen wrote between the loader and the WebAssembly.
pub(crate) const GLUE: &str = "article-widget.js";

/// Writes the files into the directory that Trunk names.
pub(crate) fn run() -> Result<()> {
    let source = PathBuf::from(told_by_trunk("TRUNK_SOURCE_DIR")?);
    let staging = PathBuf::from(told_by_trunk("TRUNK_STAGING_DIR")?);
    let release = told_by_trunk("TRUNK_PROFILE")? == "release";
    bundle(&source, &staging, release)
}

fn told_by_trunk(name: &str) -> Result<String> {
    env::var(name).ok().with_context(|| {
        format!("{name} is not set: `bundle` is started by Trunk, run `cargo xtask build` instead")
    })
}

fn bundle(source: &Path, staging: &Path, release: bool) -> Result<()> {
    let mut styles = String::new();
    for name in STYLES {
        styles.push_str(&read(&source.join("style").join(name))?);
    }
    let mut loader = read(&source.join("src/element").join(LOADER))?;
    if release {
        styles = strip::css(&styles);
        loader = strip::js(&loader);
        let glue = staging.join(GLUE);
        write(&glue, &strip::js(&read(&glue)?))?;
    }
    write(&staging.join(STYLE_SHEET), &styles)?;
    write(&staging.join(LOADER), &loader)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifests;

    /// A style sheet of the demonstration page, which no other page must get.
    const PAGE_ONLY: &str = "page.css";

    #[test]
    fn every_style_of_the_article_is_bundled() {
        let directory = fs::read_dir(manifests::root().join("style")).unwrap();
        let forgotten: Vec<PathBuf> = directory
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
            .filter(|path| !path.ends_with(PAGE_ONLY))
            .filter(|path| !STYLES.iter().any(|style| path.ends_with(style)))
            .collect();
        assert!(forgotten.is_empty(), "{forgotten:?}");
    }

    #[test]
    fn parts_are_joined_in_order_and_stripped_for_the_release_only() {
        let root = env::temp_dir().join(format!("bundle-test-{}", std::process::id()));
        fs::create_dir_all(root.join("style")).unwrap();
        fs::create_dir_all(root.join("src/element")).unwrap();
        for name in STYLES {
            fs::write(
                root.join("style").join(name),
                format!("/* {name} */\n.a {{}}\n"),
            )
            .unwrap();
        }
        fs::write(root.join("src/element/embed.js"), "// why\n  go();\n").unwrap();
        fs::write(root.join(GLUE), "/** doc */\nglue();\n").unwrap();

        bundle(&root, &root, false).unwrap();
        let styles = fs::read_to_string(root.join(STYLE_SHEET)).unwrap();
        let order: Vec<usize> = STYLES.map(|name| styles.find(name).unwrap()).into();
        assert!(order.is_sorted());

        bundle(&root, &root, true).unwrap();
        assert_eq!(
            fs::read_to_string(root.join(STYLE_SHEET)).unwrap(),
            ".a {}".repeat(4)
        );
        assert_eq!(fs::read_to_string(root.join(LOADER)).unwrap(), "go();\n");
        assert_eq!(fs::read_to_string(root.join(GLUE)).unwrap(), "glue();\n");

        fs::remove_file(root.join("style/chart.css")).unwrap();
        let error = bundle(&root, &root, true).unwrap_err();
        assert!(error.to_string().contains("chart.css"));
        fs::remove_dir_all(root).unwrap();
    }
}
