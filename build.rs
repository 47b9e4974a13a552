//! Stamps every build with a digest of the crate's source, puts the texts of English into the code, and says whether
//! the code runs in a browser.
//!
//! A build may only reuse the markup of another build if both would write the same markup (see
//! `src/digest.rs`). The version does not show that, because two checkouts may have the same version.

use serde_json::{Map, Value as Json};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

include!("src/digest/fnv.rs");

#[path = "src/messages/flat.rs"]
mod flat;

use flat::{difference, flat, overlaid, split};

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rustc-check-cfg=cfg(browser)");
    if is_for_browsers() {
        println!("cargo::rustc-cfg=browser");
    }
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    // The order in which a directory lists its files differs between machines.
    files.sort();
    println!(
        "cargo::rustc-env=ARTICLE_WIDGET_BUILD={:016x}",
        digest(&files)
    );
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("Cargo names a directory"));
    fs::write(out.join("english.rs"), english()).expect("the directory can be written to");
    fs::write(out.join("languages.rs"), languages(&files))
        .expect("the directory can be written to");
}

/// Whether the code runs in a page: then it is compiled with `cfg(browser)`. Cargo turns features on for every target, so
/// a feature alone does not say it, and servers may run WebAssembly of the same target, so the target does not either.
fn is_for_browsers() -> bool {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    (has("BROWSER") || has("ELEMENT"))
        && is("CARGO_CFG_TARGET_ARCH", "wasm32")
        && is("CARGO_CFG_TARGET_OS", "unknown")
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("the source can be listed") {
        let path = entry.expect("the source can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "rs" || extension == "json")
        {
            files.push(path);
        }
    }
}

fn digest(files: &[PathBuf]) -> u64 {
    let mut hash = fnv(FNV_START, env!("CARGO_PKG_VERSION").as_bytes());
    for file in files {
        let text = fs::read_to_string(file).expect("a source file can be read");
        // A checkout may have other line endings.
        hash = text
            .lines()
            .fold(hash, |hash, line| fnv(hash, line.as_bytes()));
    }
    hash
}

/// The groups of messages in a file.
fn groups(path: &str) -> Map<String, Json> {
    let text = fs::read_to_string(path).expect("a file of messages can be read");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts of English, which the browser needs no request for: those of the interface, and the formats of its
/// regions.
fn english() -> String {
    let (messages, formats) = split(groups("src/messages/en.json"));
    let base = groups("src/messages/cldr/en.json");
    let world = overlaid(base.clone(), formats.clone());
    let mut code = table("MESSAGES", &messages, &messages);
    for (name, region) in [
        ("FORMATS", None),
        ("AMERICAN_FORMATS", Some("en-US")),
        ("INDIAN_FORMATS", Some("en-IN")),
    ] {
        let region =
            region.map(|tag| difference(groups(&format!("src/messages/cldr/{tag}.json")), &base));
        let formats = overlaid(world.clone(), region.unwrap_or_default());
        code += &table(name, &formats, &world);
    }
    code + &table("UNKNOWN_FORMATS", &groups("src/messages/und.json"), &world)
}

/// Writes the texts of these groups as code. The order of the groups, of the texts and of the placeholders is that of
/// `reference`.
fn table(name: &str, groups: &Map<String, Json>, reference: &Map<String, Json>) -> String {
    let mut texts = Vec::new();
    for (group, messages) in reference {
        for (message, words) in messages.as_object().expect("a group of messages") {
            let places = flat(words, &[], '\0');
            texts.push(flat(&groups[group][message], &placeholders(&places), '\0'));
        }
    }
    let mut code = format!("pub(super) const {name}: [&str; {}] = [", texts.len());
    for text in texts {
        write!(code, "{text:?},").expect("a string can be written to");
    }
    code + "];\n"
}

/// The placeholders of a message in the order in which they come: `place` and `count` of `{place} of {count}`.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for part in text.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The files of each language, for machines without a browser.
fn languages(files: &[PathBuf]) -> String {
    let mut code = String::from("[");
    for file in files {
        let Ok(name) = file.strip_prefix("src/messages") else {
            continue;
        };
        let tag = name.file_stem().and_then(|name| name.to_str());
        let tag = tag.unwrap_or_default();
        let is_format = name.parent() == Some(Path::new("cldr"));
        if name
            .extension()
            .is_some_and(|extension| extension == "json")
            && tag != "und"
        {
            let folder = if is_format { "cldr/" } else { "" };
            let path = format!("/src/messages/{folder}{tag}.json");
            write!(
                code,
                "({tag:?}, {is_format}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),"
            )
            .expect("a string can be written to");
        }
    }
    code + "]"
}
