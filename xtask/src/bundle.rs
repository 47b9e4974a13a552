//! `cargo xtask bundle`: finishes what Trunk has built; Trunk runs it as a hook.
//!
//! The sources of scripts and styles are small files, one for each concern; readers load few. They are
//! gathered in one directory, together with the glue of wasm-bindgen, and bundled from there. Then the
//! demonstration gets its articles, and a release the licences of its crates.

pub(crate) mod demo;
pub(crate) mod esbuild;
pub(crate) mod glue;
pub(crate) mod languages;
pub(crate) mod light;
pub(crate) mod mark;
pub(crate) mod notices;
pub(crate) mod paths;
pub(crate) mod readme;
pub(crate) mod sizes;

use crate::{setup, shrink, workspace::files};
use anyhow::{Context, Result};
use esbuild::Bundle;
use fs_err as fs;
use glue::{EXPORT, GLUE, SNIPPETS};
use sizes::{Sizes, WASM};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The styles of the element itself.
const HOST_STYLES: &str = "host.css";
/// The styles of its content, in the order of the cascade.
const STYLES: [&str; 5] = [
    "tokens.css",
    "article.css",
    "blocks.css",
    "chart.css",
    "carousel.css",
];
/// The styles that only a hydrated article needs.
const LIVE_STYLES: &str = "live.css";
/// The style sheets for shadow trees.
pub(crate) const STYLE_SHEET: &str = "article-widget.css";
pub(crate) const LIVE_STYLE_SHEET: &str = "article-widget.live.css";
/// The style sheets for articles among the page's own elements.
const LIGHT_STYLE_SHEET: &str = "article-widget.light.css";
const LIVE_LIGHT_STYLE_SHEET: &str = "article-widget.live.light.css";
/// The loader script as pages load it.
pub(crate) const LOADER: &str = "embed.js";

/// The files to write, and their entry points.
const BUNDLES: [Bundle; 12] = [
    (LOADER, LOADER),
    ("define.js", "define.js"),
    ("frame.js", "frame.js"),
    ("languages.js", "languages.js"),
    ("feed.js", "feed/feed.js"),
    ("html.js", "html/html.js"),
    // It imports the glue, and takes its name.
    (GLUE, "live.js"),
    (EXPORT, EXPORT),
    (STYLE_SHEET, STYLE_SHEET),
    (LIGHT_STYLE_SHEET, LIGHT_STYLE_SHEET),
    (LIVE_STYLE_SHEET, LIVE_STYLE_SHEET),
    (LIVE_LIGHT_STYLE_SHEET, LIVE_LIGHT_STYLE_SHEET),
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
    let mark = mark::mark(&staging.join(WASM), &scratch)?;
    let languages = languages::write(&toolbox, &staging)?;
    let build = demo::prerender(&toolbox, &source, &staging, &scratch)?;
    let constants = [
        ("RELEASE", &*mark),
        ("LANGUAGES", &languages),
        ("BUILD", &build),
    ];
    esbuild::run(&toolbox, &BUNDLES, &constants, &scratch, &staging, release)?;
    for name in COPIES.map(Path::new) {
        let file = name.file_name().unwrap_or_default();
        fs::copy(source.join(ELEMENT).join(name), staging.join(file))?;
    }
    fs::remove_dir_all(&scratch)?;
    if release {
        notices::write(&toolbox, &staging)?;
        Sizes::of(&staging)?.print();
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
    fs::write(scratch.join(GLUE), glue::adapted(&glue, release)?)?;
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

    let style = |name: &str| fs::read_to_string(source.join("style").join(name));
    let host = style(HOST_STYLES)?;
    let inside: String = STYLES.map(style).into_iter().collect::<Result<_, _>>()?;
    let light = light::scoped(&host, &inside)?;
    fs::write(scratch.join(LIGHT_STYLE_SHEET), light)?;
    fs::write(scratch.join(STYLE_SHEET), host + &inside)?;

    let live = style(LIVE_STYLES)?;
    fs::write(scratch.join(LIVE_LIGHT_STYLE_SHEET), light::nested(&live)?)?;
    Ok(fs::write(scratch.join(LIVE_STYLE_SHEET), live)?)
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
    use crate::workspace::root;

    /// A style sheet of the demonstration page, which no other page must get.
    const PAGE_ONLY: &str = "page.css";

    #[test]
    fn every_style_of_the_article_is_bundled() {
        let directory = fs::read_dir(root().join("style")).unwrap();
        let forgotten: Vec<PathBuf> = directory
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
            .filter(|path| !path.ends_with(PAGE_ONLY))
            .filter(|path| {
                let mut styles = STYLES.iter().chain(&[HOST_STYLES, LIVE_STYLES]);
                !styles.any(|style| path.ends_with(style))
            })
            .collect();
        assert!(forgotten.is_empty(), "{forgotten:?}");
    }

    /// A rule with a property that is set nowhere is silently ignored.
    #[test]
    fn every_private_property_that_is_used_is_set() {
        let styles = STYLES.iter().chain(&[HOST_STYLES, LIVE_STYLES]);
        let texts = styles.map(|name| fs::read_to_string(root().join("style").join(name)).unwrap());
        let text: String = texts.collect();
        let mut used: Vec<&str> = text
            .split("var(")
            .skip(1)
            .map(str::trim_start)
            .map(|rest| rest.split([',', ')']).next().unwrap())
            .filter(|name| !name.starts_with("--article-widget-"))
            .collect();
        used.sort_unstable();
        used.dedup();
        assert!(used.contains(&"--paper"), "{used:?}");
        let unset: Vec<&str> = used
            .into_iter()
            .filter(|name| !text.contains(&format!("{name}: ")))
            .collect();
        assert!(unset.is_empty(), "{unset:?}");
    }

    #[test]
    fn sources_are_gathered_in_order_and_beside_each_other() {
        let root = env::temp_dir().join(format!("bundle-test-{}", std::process::id()));
        let scratch = root.join(SCRATCH);
        fs::create_dir_all(root.join("style")).unwrap();
        for folder in FOLDERS {
            fs::create_dir_all(root.join(ELEMENT).join(folder)).unwrap();
        }
        fs::write(root.join("style").join(HOST_STYLES), ":host {}\n").unwrap();
        for name in STYLES.iter().chain(&[LIVE_STYLES]) {
            let style = format!(".a {{ content: \"{name}\" }}\n");
            fs::write(root.join("style").join(name), style).unwrap();
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
        for sheet in [STYLE_SHEET, LIGHT_STYLE_SHEET] {
            let styles = fs::read_to_string(scratch.join(sheet)).unwrap();
            let order: Vec<usize> = STYLES.map(|name| styles.find(name).unwrap()).into();
            assert!(order.is_sorted());
            assert!(!styles.contains(LIVE_STYLES));
        }
        for sheet in [LIVE_STYLE_SHEET, LIVE_LIGHT_STYLE_SHEET] {
            let styles = fs::read_to_string(scratch.join(sheet)).unwrap();
            assert!(styles.contains(LIVE_STYLES) && !styles.contains(STYLES[0]));
        }
        let count = fs::read_dir(&scratch).unwrap().count();
        assert_eq!(
            count, 10,
            "the styles, the loader, two folders, the glue and its scripts"
        );
        let glue = fs::read_to_string(scratch.join(GLUE)).unwrap();
        assert!(glue.contains("arg0.__article_widget_yew_id;\n"));
        assert!(!scratch.join(&stale).exists());
        let script = fs::read_to_string(scratch.join(&snippet)).unwrap();
        assert_eq!(script, "export {};\n");
        assert!(!root.join(SNIPPETS).exists(), "a release has no such files");

        fs::remove_file(root.join("style/chart.css")).unwrap();
        let error = gather(&root, &root, &scratch, true).unwrap_err();
        assert!(error.to_string().contains("chart.css"));
        fs::remove_dir_all(root).unwrap();
    }
}
