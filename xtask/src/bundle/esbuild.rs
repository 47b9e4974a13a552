//! Runs esbuild, which joins modules and writes scripts and styles for the browsers that readers
//! have.

use crate::{process, setup::toolbox::Toolbox};
use anyhow::Result;
use std::path::Path;

/// The oldest browsers that get scripts and styles they understand.
const TARGET: &str = "--target=es2022,chrome111,firefox114,safari16.4";

/// What every bundle is made with.
const ALWAYS: [&str; 6] = [
    "--bundle",
    "--format=esm",
    "--charset=utf8",
    TARGET,
    "--log-level=warning",
    // wasm-bindgen names a script once for each of its functions.
    "--log-override:duplicate-object-key=silent",
];
/// What the release is made with besides. Names are left to terser, which knows more of them.
const RELEASE: [&str; 3] = [
    "--minify-syntax",
    "--minify-whitespace",
    "--legal-comments=none",
];

/// A file to write, and the file in which it begins.
pub(crate) type Bundle = (&'static str, &'static str);

/// Writes bundles into one directory from sources in another. In scripts, `RELEASE` is `mark`.
pub(crate) fn run(
    toolbox: &Toolbox,
    bundles: &[Bundle],
    mark: &str,
    source: &Path,
    destination: &Path,
    release: bool,
) -> Result<()> {
    let mut esbuild = toolbox.command("esbuild")?;
    esbuild.current_dir(source).args(ALWAYS);
    esbuild.args(if release { &RELEASE[..] } else { &[] });
    esbuild.arg(format!("--define:RELEASE=\"{mark}\""));
    esbuild.args(bundles.iter().map(entry));
    // The directory is named absolutely, because esbuild starts in another.
    process::run(esbuild.arg(format!("--outdir={}", destination.display())))
}

/// The bundle as esbuild is told of it: it adds the ending itself.
fn entry((result, start): &Bundle) -> String {
    let stem = result.rsplit_once('.').map_or(*result, |(stem, _)| stem);
    format!("{stem}={start}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_is_left_to_esbuild() {
        assert_eq!(entry(&("a.js", "b.js")), "a=b.js");
        assert_eq!(entry(&("a.light.css", "light.css")), "a.light=light.css");
    }
}
