//! Runs terser, which makes the scripts of the release shorter than esbuild alone does: by 2%, which is
//! what the loader needs to stay below its limit.

use crate::{process, setup::toolbox::Toolbox};
use anyhow::Result;
use std::path::Path;

/// How scripts are shortened. Nothing that terser calls unsafe: what comes out does what went in.
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
    let mut terser = toolbox.command("terser")?;
    process::run(terser.arg(script).args(OPTIONS).arg(script))
}
