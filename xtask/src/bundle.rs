//! `cargo xtask bundle`: finishes what Trunk has built; Trunk runs it as a hook.
//!
//! The sources of scripts are small files, one for each concern; readers load few. They are gathered in one
//! directory, together with the glue of wasm-bindgen, and bundled from there. The command of the crate writes the
//! style sheets, which it also puts into the markup of articles. Then the demonstration gets its articles, and a
//! release the licences of its crates. Only what `cargo xtask serve` serves has the examples, too.

pub(crate) mod demo;
pub(crate) mod esbuild;
pub(crate) mod glue;
pub(crate) mod languages;
pub(crate) mod mark;
pub(crate) mod notices;
pub(crate) mod paths;
pub(crate) mod readme;
pub(crate) mod sizes;

use crate::{
    examples, setup,
    setup::{toolbox::Toolbox, toolchain::TARGET},
    shrink,
    workspace::{article_widget, files},
};
use anyhow::{Context, Result};
use esbuild::Bundle;
use fs_err as fs;
use glue::{ADAPTED, EXPORT, GLUE, SNIPPETS};
use sizes::{Sizes, WASM};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The style sheets for shadow trees.
pub(crate) const STYLE_SHEET: &str = "article-widget.css";
pub(crate) const LIVE_STYLE_SHEET: &str = "article-widget.live.css";
/// The style sheet for articles among the page's own elements.
pub(crate) const LIGHT_STYLE_SHEET: &str = "article-widget.light.css";
/// The loader script as pages load it.
pub(crate) const LOADER: &str = "embed.js";

/// The script for articles in HTML that `src` names.
pub(crate) const HTML: &str = "html.js";

/// The files to write, and their entry points.
const BUNDLES: [Bundle; 8] = [
    (LOADER, LOADER),
    ("define.js", "define.js"),
    ("frame.js", "frame.js"),
    ("languages.js", "languages.js"),
    ("feed.js", "feed/feed.js"),
    (HTML, "html/html.js"),
    // It imports the glue, and takes its name.
    (GLUE, "live.js"),
    (EXPORT, EXPORT),
];
/// Files that are copied.
const COPIES: [&str; 4] = [
    "frame.html",
    "types/embed.d.ts",
    "types/define.d.ts",
    "types/custom-elements.json",
];
/// The directory of scripts and copies.
const ELEMENT: &str = "src/element";
/// The folders in it that hold scripts.
const FOLDERS: [&str; 3] = ["", "feed", "html"];
/// The directory of the scripts that the views call.
const DOM: &str = "src/dom";

/// The directory in which sources are gathered. Trunk empties the directory around it before every build.
const SCRATCH: &str = ".bundle";

/// Completes the directory that Trunk names.
pub(crate) fn run() -> Result<()> {
    let source = PathBuf::from(told_by_trunk("TRUNK_SOURCE_DIR")?);
    let staging = PathBuf::from(told_by_trunk("TRUNK_STAGING_DIR")?);
    let release = told_by_trunk("TRUNK_PROFILE")? == "release";

    let toolbox = setup::bundling()?;
    let scratch = staging.join(SCRATCH);
    if release {
        shrink::run(&toolbox, &staging.join(WASM), &staging.join(GLUE))?;
    }
    gather(&source, &staging, &scratch, release)?;
    let sheets = write_styles(&toolbox, &staging, &scratch)?;
    let mark = mark::mark(&staging.join(WASM), &scratch)?;
    let languages = languages::write(&toolbox, &staging)?;
    let build = demo::prerender(&toolbox, &source, &staging, &scratch)?;
    let constants = [
        ("RELEASE", &*mark),
        ("LANGUAGES", &languages),
        ("SHEETS", &sheets),
        ("BUILD", &build),
    ];
    esbuild::run(&toolbox, &BUNDLES, &constants, &scratch, &staging, release)?;
    for name in COPIES.map(Path::new) {
        let file = name.file_name().unwrap_or_default();
        fs::copy(source.join(ELEMENT).join(name), staging.join(file))?;
    }
    fs::remove_dir_all(&scratch)?;
    if release {
        notices::write(&toolbox, &staging, &[("element", TARGET)])?;
        // In a site that is served, pages have Trunk's script for changes, which weighs as much as the loader.
        if !examples::are_wanted() {
            Sizes::of(&staging)?.print();
        }
    }
    if examples::are_wanted() {
        examples::add(&toolbox, &source, &staging)?;
    }
    Ok(())
}

fn told_by_trunk(name: &str) -> Result<String> {
    env::var(name).ok().with_context(|| {
        format!("{name} is not set: `bundle` is started by Trunk, run `cargo xtask build` instead")
    })
}

/// Puts everything that is bundled into one directory.
fn gather(source: &Path, staging: &Path, scratch: &Path, release: bool) -> Result<()> {
    for folder in FOLDERS {
        gather_scripts(&source.join(ELEMENT).join(folder), &scratch.join(folder))?;
    }
    let glue = fs::read_to_string(staging.join(GLUE))?;
    fs::write(scratch.join(ADAPTED), glue::adapted(&glue, release)?)?;
    // The scripts that the crate's own code calls; wasm-bindgen leaves them beside the glue.
    if staging.join(SNIPPETS).exists() {
        fs::rename(staging.join(SNIPPETS), scratch.join(SNIPPETS))?;
        // It also leaves those of earlier builds, which would change the mark of the release.
        for script in files(&scratch.join(SNIPPETS))? {
            let name = script.strip_prefix(scratch)?.display().to_string();
            if !glue.contains(&name) {
                fs::remove_file(script)?;
            }
        }
    }
    fs::copy(source.join(DOM).join(EXPORT), scratch.join(EXPORT))?;
    Ok(())
}

/// Writes the style sheets into a release, and copies for its mark. Gives the mark of the sheets themselves.
fn write_styles(toolbox: &Toolbox, staging: &Path, scratch: &Path) -> Result<String> {
    let sheets = scratch.join("styles");
    let command = article_widget(toolbox)?.args(["styles", "--out"]);
    command.arg(&sheets).run()?;
    for sheet in files(&sheets)? {
        fs::copy(&sheet, staging.join(sheet.file_name().unwrap_or_default()))?;
    }
    mark::of_styles(&sheets)
}

/// Copies the scripts of one folder.
fn gather_scripts(scripts: &Path, scratch: &Path) -> Result<()> {
    fs::create_dir_all(scratch)?;
    for entry in fs::read_dir(scripts)? {
        let script = entry?;
        if script.path().extension() == Some("js".as_ref()) {
            fs::copy(script.path(), scratch.join(script.file_name()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_gathered_in_order_and_beside_each_other() {
        let root = env::temp_dir().join(format!("bundle-test-{}", std::process::id()));
        let scratch = root.join(SCRATCH);
        for folder in FOLDERS {
            fs::create_dir_all(root.join(ELEMENT).join(folder)).unwrap();
        }
        fs::write(root.join(ELEMENT).join(LOADER), "go();\n").unwrap();
        fs::write(root.join(ELEMENT).join("element.rs"), "").unwrap();
        let glue = "import { draw } from './snippets/a/src/dom/export.js';\n\
                    arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));\n\
                    async function __wbg_init(module_or_path) {\n}\n\
                    arg0.__yew_id;\n\
                    export { initSync, __wbg_init as default };\n";
        fs::write(root.join(GLUE), glue).unwrap();
        fs::create_dir_all(root.join(DOM)).unwrap();
        fs::write(root.join(DOM).join(EXPORT), "export {};\n").unwrap();
        fs::create_dir(root.join(SNIPPETS)).unwrap();
        let snippet = Path::new(SNIPPETS).join("a/src/dom/export.js");
        let stale = Path::new(SNIPPETS).join("a/src/dom/other.js");
        fs::create_dir_all(root.join(&snippet).parent().unwrap()).unwrap();
        fs::write(root.join(&snippet), "export {};\n").unwrap();
        fs::write(root.join(&stale), "export {};\n").unwrap();

        gather(&root, &root, &scratch, true).unwrap();
        let count = fs::read_dir(&scratch).unwrap().count();
        assert_eq!(
            count, 6,
            "the loader, two folders, the glue and its scripts"
        );
        let glue = fs::read_to_string(scratch.join(ADAPTED)).unwrap();
        assert!(glue.contains("arg0.__article_widget_yew_id;\n"));
        assert!(!scratch.join(&stale).exists());
        let script = fs::read_to_string(scratch.join(&snippet)).unwrap();
        assert_eq!(script, "export {};\n");
        assert!(!root.join(SNIPPETS).exists(), "a release has no such files");

        fs::remove_file(root.join(DOM).join(EXPORT)).unwrap();
        let error = gather(&root, &root, &scratch, true).unwrap_err();
        assert!(error.to_string().contains(EXPORT));
        fs::remove_dir_all(root).unwrap();
    }
}
