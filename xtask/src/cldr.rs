//! `cargo xtask cldr`: makes the formats of all languages from the data of Unicode, and what the tests compare them with.
//!
//! The packages have hundreds of megabytes. They are installed for this command alone, and its result is committed.

use crate::{
    setup::{npm, toolbox::Toolbox},
    workspace::root,
};
use anyhow::Result;

/// Runs the script that writes `src/messages/cldr`.
pub(crate) fn run() -> Result<()> {
    let toolbox = Toolbox::new()?;
    npm::ensure(npm::CLDR, &toolbox)?;
    let _inside = toolbox.enter(root().join(npm::CLDR));
    toolbox.command("node generate.mjs")?.run()?;
    toolbox.command("node expected.mjs")?.run()?;
    Ok(toolbox.command("node rendered.mjs")?.run()?)
}
