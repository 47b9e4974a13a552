//! Stamps every build with a digest of the crate's source.
//!
//! A build may only reuse the markup of another build if both would write the same markup (see
//! `src/digest.rs`). The version does not show that, because two checkouts may have the same version.

use std::fs;
use std::path::{Path, PathBuf};

include!("src/digest/fnv.rs");

fn main() {
    println!("cargo::rerun-if-changed=src");
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    // The order in which a directory lists its files differs between machines.
    files.sort();
    let mut hash = fnv(FNV_START, env!("CARGO_PKG_VERSION").as_bytes());
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file can be read");
        // A checkout may have other line endings.
        hash = text
            .lines()
            .fold(hash, |hash, line| fnv(hash, line.as_bytes()));
    }
    println!("cargo::rustc-env=ARTICLE_WIDGET_BUILD={hash:016x}");
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("the source can be listed") {
        let path = entry.expect("the source can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
