//! Runs esbuild, which joins modules and compiles scripts for the browsers that readers have, and
//! terser on the scripts of a release. They get 2% shorter than with esbuild alone, which the loader needs to
//! stay below its limit.

use crate::setup::toolbox::Toolbox;
use anyhow::Result;
use std::path::Path;

/// The oldest browsers that the scripts support.
const TARGET: &str = "--target=es2022,chrome111,firefox114,safari16.4";

/// Options of esbuild for every bundle.
const ALWAYS: [&str; 5] = [
    "--bundle",
    "--format=esm",
    TARGET,
    "--log-level=warning",
    // wasm-bindgen names a script once for each of its functions.
    "--log-override:duplicate-object-key=silent",
];
/// Scripts of the release that others load when they are needed, as `src/element/files.js` imports them.
const LATE: [&str; 5] = [
    "--external:./article-widget.js",
    "--external:./export.js",
    "--external:./feed.js",
    "--external:./html.js",
    "--external:./languages.js",
];
/// Further options of esbuild for a release. terser shortens the names, because it knows more of them.
const RELEASE: [&str; 3] = [
    "--minify-syntax",
    "--minify-whitespace",
    "--legal-comments=none",
];

/// Options of terser, without those that it calls unsafe.
const TERSER: [&str; 6] = [
    "--module",
    "--ecma=2022",
    "--mangle",
    "--compress",
    "passes=3",
    "--output",
];

/// How the name of a script ends.
const SCRIPT: &str = ".js";

/// A file to write, and its entry point.
pub(crate) type Bundle = (&'static str, &'static str);

/// Writes bundles into one directory from sources in another. Scripts know the constants by their names.
pub(crate) fn run(
    toolbox: &Toolbox,
    bundles: &[Bundle],
    constants: &[(&str, &str)],
    source: &Path,
    destination: &Path,
    release: bool,
) -> Result<()> {
    let _inside = toolbox.enter(source);
    let esbuild = toolbox
        .command("esbuild")?
        .args(ALWAYS)
        .args(LATE)
        .args(if release { &RELEASE[..] } else { &[] })
        .args(
            constants
                .iter()
                .map(|(name, text)| format!("--define:{name}=\"{text}\"")),
        )
        .args(bundles.iter().map(entry))
        // An absolute path, because esbuild starts in another directory.
        .arg(format!("--outdir={}", destination.display()));
    esbuild.run()?;
    for (name, _) in bundles {
        if release && name.ends_with(SCRIPT) {
            let script = destination.join(name);
            let terser = toolbox.command("terser")?.arg(&script);
            terser.args(TERSER).arg(&script).run()?;
        }
    }
    Ok(())
}

/// The bundle as an argument of esbuild, which adds the extension itself.
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
        assert_eq!(entry(&("a.b.js", "b.js")), "a.b=b.js");
    }
}
