//! The boundaries between modules: pure modules stay pure, and each browser feature is used in one place.

mod imports;

use imports::Imports;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the lowest to the highest. Each may import those before it, but none after it.
const ORDER: [&str; 17] = [
    "document",
    "quantity",
    "messages",
    "format",
    "claims",
    "model",
    "digest",
    "carousel",
    "chart",
    "dom",
    "view",
    "element",
    "picture",
    "prerender",
    "authoring",
    "server",
    "bin",
];
/// Modules that use no framework and no browser API.
const PURE: [&str; 9] = [
    "document", "quantity", "format", "messages", "claims", "model", "digest", "carousel", "chart",
];
/// Modules that may use them.
const LIVE: [&str; 3] = ["dom", "view", "element"];
/// Modules that no page loads.
const NATIVE: [&str; 6] = [
    "claims",
    "picture",
    "prerender",
    "authoring",
    "server",
    "bin",
];

/// The Rust files of a module: `foo.rs` and all files below `foo/`. For `""`, the files of the whole crate.
fn files(module: &str) -> Vec<PathBuf> {
    fn collect(directory: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(directory).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&source.join(module), &mut found);
    let file = source.join(format!("{module}.rs"));
    if file.is_file() {
        found.push(file);
    }
    found
}

/// All scripts: those of the loader and those used by `dom`.
fn scripts() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for directory in [
        "src/element",
        "src/element/feed",
        "src/element/html",
        "src/dom",
    ] {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
        let paths = fs::read_dir(&directory).unwrap().map(|e| e.unwrap().path());
        let before = found.len();
        found.extend(
            paths.filter(|path| path.extension().is_some_and(|extension| extension == "js")),
        );
        assert!(found.len() > before, "{} has none", directory.display());
    }
    found
}

#[test]
fn the_crate_has_no_more_scripts_than_a_test_page_can_load() {
    // The server of wasm-bindgen's test runner sometimes does not answer the fifth connection of a burst, and
    // the tests in a browser then wait forever. The cause is that tiny_http still counts a thread as idle after
    // giving it work.
    let is_of_crate = |script: &PathBuf| script.parent().unwrap().ends_with("src/dom");
    let of_crate: Vec<PathBuf> = scripts().into_iter().filter(is_of_crate).collect();
    assert!(of_crate.len() <= 4, "{of_crate:?}");
}

/// Fails if a line of code in a file contains one of the words. Comments are ignored.
fn forbid(file: &Path, words: &[&str]) {
    let text = fs::read_to_string(file).unwrap();
    for (index, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap();
        for word in words {
            assert!(
                !code.contains(word),
                "{}:{}: {word:?} may not be used here",
                file.display(),
                index + 1
            );
        }
    }
}

#[test]
fn the_order_of_the_layers_is_the_one_in_the_docs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let docs = fs::read_to_string(path).unwrap();
    let (_, rest) = docs.split_once("## The order of the layers").unwrap();
    let block = rest.split("```").nth(1).unwrap();
    let words: Vec<&str> = block
        .split_whitespace()
        .filter(|word| *word != "→")
        .collect();
    assert_eq!(words, [&["text"], &ORDER[..]].concat());
}

#[test]
fn no_file_imports_a_module_above_its_own() {
    let place = |file: &str| {
        let module = file.split("::").next().unwrap();
        ORDER.iter().position(|other| *other == module).unwrap()
    };
    for (file, imported) in Imports::of_crate().of_files() {
        for other in imported {
            assert!(
                place(&other) <= place(&file),
                "{file} imports {other}, which is above it"
            );
        }
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let circles = imports::circles(&Imports::of_crate().of_files());
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The name of the type that a line defines.
fn defined_type(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub").unwrap_or(line);
    let line = match line.strip_prefix('(') {
        Some(rest) => rest.split_once(')')?.1,
        None => line,
    };
    let (kind, rest) = line.trim_start().split_once(' ')?;
    let is_type = ["struct", "enum", "union", "trait", "type"].contains(&kind);
    let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    is_type.then_some(name)
}

#[test]
fn no_two_types_share_a_name() {
    let mut places: HashMap<String, PathBuf> = HashMap::new();
    for file in files("") {
        let text = fs::read_to_string(&file).unwrap();
        // Types inside of `mod`, `impl` and functions are indented. They are used with the name of their
        // parent.
        for line in text.lines().filter(|line| !line.starts_with(' ')) {
            let Some(name) = defined_type(line) else {
                continue;
            };
            if let Some(other) = places.insert(name.to_owned(), file.clone()) {
                panic!("{name} is in {} and in {}", other.display(), file.display());
            }
        }
    }
    assert!(places.len() > 150, "{} types were found", places.len());
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    const MOST_LINES: usize = 400;
    for file in files("").into_iter().chain(scripts()) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", file.display());
    }
}

#[test]
fn pure_modules_know_of_no_framework_and_no_browser() {
    for file in PURE.into_iter().flat_map(files) {
        forbid(&file, &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"]);
    }
}

#[test]
fn every_module_has_its_place() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(source).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(
            name == "lib" || ORDER.contains(&&*name),
            "src/{name} is not in ORDER of this test"
        );
        let mut modules = PURE.iter().chain(&LIVE).chain(&NATIVE);
        assert!(
            name == "lib" || modules.any(|module| *module == name),
            "src/{name} is neither in PURE nor in LIVE nor in NATIVE of this test"
        );
    }
}

#[test]
fn native_modules_know_of_no_browser_and_one_file_of_yew() {
    for file in NATIVE.into_iter().flat_map(files) {
        forbid(&file, &["web_sys", "js_sys", "gloo"]);
        forbid(&file, &["crate::dom", "crate::element"]);
        // What JavaScript calls.
        if !file.ends_with("src/server.rs") {
            forbid(&file, &["wasm_bindgen"]);
        }
        if !file.ends_with("prerender/markup.rs") {
            forbid(&file, &["yew", "crate::view"]);
        }
    }
}

#[test]
fn the_prerenderer_reads_nothing_but_what_it_is_given() {
    for file in files("prerender") {
        forbid(
            &file,
            &["std::env", "std::fs", "std::io", "std::net", "std::time"],
        );
    }
}

#[test]
fn views_do_not_touch_the_live_page() {
    for file in files("view") {
        forbid(
            &file,
            &[
                "web_sys::",
                "js_sys",
                "gloo",
                "crate::element",
                "from_html_unchecked",
                "style=",
                // The WebAssembly does not contain the code for these; see xtask/src/shrink/unused.rs.
                "VRaw",
                "Suspense",
                "Portal",
                "create_portal",
            ],
        );
    }
}

#[test]
fn what_gets_into_a_browser_asks_for_no_small_letters() {
    // The WebAssembly does not contain the tables for them; see xtask/src/shrink/unused.rs.
    let all = PURE
        .into_iter()
        .chain(LIVE)
        .filter(|module| !NATIVE.contains(module));
    for file in all
        .flat_map(files)
        .filter(|file| !file.ends_with("document/nearest.rs"))
    {
        forbid(&file, &["to_lowercase", "to_uppercase"]);
    }
}

#[test]
fn one_script_dispatches() {
    for file in files("") {
        forbid(&file, &["dispatch_event", "CustomEvent"]);
    }
    for script in scripts() {
        let text = fs::read_to_string(&script).unwrap();
        let is_door = script.ends_with("element/events.js");
        // An event that does not bubble does not leave the element.
        let leaves = text.contains("new CustomEvent") && text.contains("bubbles");
        assert_eq!(leaves, is_door, "{}", script.display());
    }
}

#[test]
fn texts_do_not_stand_side_by_side_in_charts() {
    // Browsers parse two adjacent texts as one text node. The texts of a chart change, so hydration must find
    // each of them.
    let is_of_chart = |file: &PathBuf| {
        file.file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("chart_")
    };
    let files: Vec<PathBuf> = files("view").into_iter().filter(is_of_chart).collect();
    assert!(files.len() > 5);
    for file in files {
        forbid(&file, &[" }{ "]);
    }
}

#[test]
fn there_is_no_raw_html() {
    for file in files("") {
        forbid(
            &file,
            &[
                "inner_html",
                "from_html_unchecked",
                "insert_adjacent_html",
                "VRaw",
            ],
        );
    }
    for script in scripts() {
        let words = ["innerHTML", "insertAdjacentHTML", "document.write", "eval("];
        forbid(&script, &words);
    }
}

/// The crate is tested from its archive when it is released: what the code reads has to be in there.
#[test]
fn what_the_crate_reads_is_in_its_archive() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (_, rest) = manifest.split_once("\ninclude = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    let included: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    let is_included = |path: &str| {
        included
            .iter()
            .any(|pattern| match pattern.split_once('*') {
                Some((start, end)) => path.starts_with(start) && path.ends_with(end),
                None => path == *pattern || path.starts_with(&format!("{pattern}/")),
            })
    };
    let mut count = 0;
    for file in files("") {
        let code = fs::read_to_string(&file).unwrap();
        let read = ["include_str!(\"", "include_bytes!(\""];
        for name in read.iter().flat_map(|read| code.split(read).skip(1)) {
            let (name, _) = name.split_once('"').unwrap();
            let path = file.parent().unwrap().join(name).canonicalize().unwrap();
            let path = path.strip_prefix(root.canonicalize().unwrap()).unwrap();
            let path = format!("/{}", path.display()).replace('\\', "/");
            assert!(is_included(&path), "{} reads {path}", file.display());
            count += 1;
        }
        forbid(&file, &["CARGO_MANIFEST_DIR"]);
    }
    assert!(count > 10, "{count}");
}
