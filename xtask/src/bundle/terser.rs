//! Runs terser on the scripts of a release. They get 2% shorter than with esbuild alone, which the loader
//! needs to stay below its limit.

use crate::setup::toolbox::Toolbox;
use anyhow::Result;
use std::path::Path;

/// Options of terser, without those that it calls unsafe.
const OPTIONS: [&str; 6] = [
    "--module",
    "--ecma=2022",
    "--mangle",
    "--compress",
    "passes=3",
    "--output",
];

/// Shortens a script, in its place.
pub(crate) fn shorten(toolbox: &Toolbox, script: &Path) -> Result<()> {
    let terser = toolbox.command("terser")?.arg(script);
    Ok(terser.args(OPTIONS).arg(script).run()?)
}
