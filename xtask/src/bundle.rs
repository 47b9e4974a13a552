//! `cargo xtask bundle`: finishes what Trunk has built; Trunk runs it as a hook.
//!
//! Scripts and styles are kept in small files, one for each concern, and sent as few. They are
//! gathered in one directory, together with what wasm-bindgen wrote, and bundled from there; the
//! release gets them without comments. Then the demonstration page gets its article.

use crate::{
    demo,
    esbuild::{self, Bundle},
    glue::{self, GLUE, SNIPPETS, TAKE},
    light, names, release, setup,
    sizes::{Sizes, WASM},
    terser,
};
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The part of the style sheet that is about the element itself.
const HOST_STYLES: &str = "host.css";
/// The parts that are about what is in it, in the order of the cascade.
const STYLES: [&str; 5] = [
    "tokens.css",
    "article.css",
    "blocks.css",
    "chart.css",
    "carousel.css",
];
/// The part that only an article that is alive needs.
const LIVE_STYLES: &str = "live.css";
/// The style sheets for shadow trees.
pub(crate) const STYLE_SHEET: &str = "article-widget.css";
pub(crate) const LIVE_STYLE_SHEET: &str = "article-widget.live.css";
/// The style sheets for articles among the page's own elements.
const LIGHT_STYLE_SHEET: &str = "article-widget.light.css";
const LIVE_LIGHT_STYLE_SHEET: &str = "article-widget.live.light.css";
/// The loader script as pages load it.
pub(crate) const LOADER: &str = "embed.js";

/// What is written, and where it begins.
const BUNDLES: [Bundle; 11] = [
    (LOADER, LOADER),
    ("define.js", "define.js"),
    ("frame.js", "frame.js"),
    ("words.js", "words.js"),
    ("feed.js", "feed/feed.js"),
    // It imports the glue, whose place it takes.
    (GLUE, "live.js"),
    (TAKE, TAKE),
    (STYLE_SHEET, STYLE_SHEET),
    (LIGHT_STYLE_SHEET, LIGHT_STYLE_SHEET),
    (LIVE_STYLE_SHEET, LIVE_STYLE_SHEET),
    (LIVE_LIGHT_STYLE_SHEET, LIVE_LIGHT_STYLE_SHEET),
];
/// What is sent as it is.
const COPIES: [&str; 4] = [
    "frame.html",
    "types/embed.d.ts",
    "types/define.d.ts",
    "types/custom-elements.json",
];
/// Where scripts and copies are kept.
const ELEMENT: &str = "src/element";
/// The folders with scripts in there.
const FOLDERS: [&str; 2] = ["", "feed"];
/// Where the scripts are kept that the views call.
const DOM: &str = "src/dom";

/// Where sources are gathered. Trunk empties the directory around it before every build.
const SCRATCH: &str = ".bundle";

/// Completes the directory that Trunk names.
pub(crate) fn run() -> Result<()> {
    let source = PathBuf::from(told_by_trunk("TRUNK_SOURCE_DIR")?);
    let staging = PathBuf::from(told_by_trunk("TRUNK_STAGING_DIR")?);
    let release = told_by_trunk("TRUNK_PROFILE")? == "release";

    let toolbox = setup::bundling()?;
    let scratch = staging.join(SCRATCH);
    if release {
        names::shorten(&toolbox, &staging.join(WASM), &staging.join(GLUE))?;
    }
    gather(&source, &staging, &scratch)?;
    let mark = release::mark(&staging.join(WASM), &scratch)?;
    esbuild::run(&toolbox, &BUNDLES, &mark, &scratch, &staging, release)?;
    if release {
        let is_script = |(name, _): &&Bundle| Path::new(name).extension() == Some("js".as_ref());
        for (script, _) in BUNDLES.iter().filter(is_script) {
            terser::shorten(&toolbox, &staging.join(script))?;
        }
    }
    for name in COPIES.map(Path::new) {
        let file = name.file_name().unwrap_or_default();
        copy(&source.join(ELEMENT).join(name), &staging.join(file))?;
    }
    demo::prerender(&toolbox, &source, &staging, &scratch)?;
    fs::remove_dir_all(&scratch).with_context(|| format!("cannot remove {}", scratch.display()))?;
    if release {
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
fn gather(source: &Path, staging: &Path, scratch: &Path) -> Result<()> {
    fs::create_dir_all(scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    for folder in FOLDERS {
        gather_scripts(&source.join(ELEMENT).join(folder), &scratch.join(folder))?;
    }
    let glue = glue::with_own_marks(&read(&staging.join(GLUE))?)?;
    let glue = glue::leaner(&glue::with_still_attributes(&glue)?)?;
    let glue = glue::as_function(&glue::with_late_script(&glue)?)?;
    write(&scratch.join(GLUE), &glue)?;
    gather_snippets(staging, scratch)?;
    copy(&source.join(DOM).join(TAKE), &scratch.join(TAKE))?;

    let style = |name: &str| read(&source.join("style").join(name));
    let host = style(HOST_STYLES)?;
    let inside: String = STYLES.map(style).into_iter().collect::<Result<_>>()?;
    let light = light::scoped(&host, &inside)?;
    write(&scratch.join(LIGHT_STYLE_SHEET), &light)?;
    write(&scratch.join(STYLE_SHEET), &(host + &inside))?;

    let live = style(LIVE_STYLES)?;
    write(
        &scratch.join(LIVE_LIGHT_STYLE_SHEET),
        &light::nested(&live)?,
    )?;
    write(&scratch.join(LIVE_STYLE_SHEET), &live)
}

/// Copies the scripts of one folder.
fn gather_scripts(scripts: &Path, scratch: &Path) -> Result<()> {
    fs::create_dir_all(scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    let list = || format!("cannot list {}", scripts.display());
    for entry in fs::read_dir(scripts).with_context(list)? {
        let script = entry.with_context(list)?.path();
        if script
            .extension()
            .is_some_and(|extension| extension == "js")
            && let Some(name) = script.file_name()
        {
            copy(&script, &scratch.join(name))?;
        }
    }
    Ok(())
}

/// Moves the scripts that the crate's own code calls, which wasm-bindgen left beside the glue.
fn gather_snippets(staging: &Path, scratch: &Path) -> Result<()> {
    let (from, to) = (staging.join(SNIPPETS), scratch.join(SNIPPETS));
    if !from.exists() {
        return Ok(());
    }
    fs::rename(&from, &to).with_context(|| format!("cannot move {}", from.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .map(drop)
        .with_context(|| format!("cannot copy {}", from.display()))
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
            .filter(|path| {
                let mut styles = STYLES.iter().chain(&[HOST_STYLES, LIVE_STYLES]);
                !styles.any(|style| path.ends_with(style))
            })
            .collect();
        assert!(forgotten.is_empty(), "{forgotten:?}");
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
                    function debugString(val) {\n}\n\
                    async function __wbg_init(module_or_path) {\n}\n\
                    arg0.__yew_id;\n\
                    export { initSync, __wbg_init as default };\n";
        fs::write(root.join(GLUE), glue).unwrap();
        fs::create_dir_all(root.join(DOM)).unwrap();
        fs::write(root.join(DOM).join(TAKE), "export {};\n").unwrap();
        fs::create_dir(root.join(SNIPPETS)).unwrap();
        fs::write(root.join(SNIPPETS).join("a.js"), "export {};\n").unwrap();

        gather(&root, &root, &scratch).unwrap();
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
            count, 9,
            "the styles, the loader, a folder, the glue and its scripts"
        );
        let glue = fs::read_to_string(scratch.join(GLUE)).unwrap();
        assert!(glue.contains("arg0.__article_widget_yew_id;\n"));
        let script = fs::read_to_string(scratch.join(SNIPPETS).join("a.js")).unwrap();
        assert_eq!(script, "export {};\n");
        assert!(!root.join(SNIPPETS).exists(), "a release has no such files");

        fs::remove_file(root.join("style/chart.css")).unwrap();
        let error = gather(&root, &root, &scratch).unwrap_err();
        assert!(error.to_string().contains("chart.css"));
        fs::remove_dir_all(root).unwrap();
    }
}
