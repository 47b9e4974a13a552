//! `cargo xtask bench`: measures the widget in Chromium beside a static page; see `docs/performance.md`.

use crate::{
    build,
    setup::{
        self,
        browsers::{self, CHROMIUM},
        npm,
        toolbox::Group,
    },
};
use anyhow::Result;
use clap::ValueEnum;

/// What is measured.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Part {
    /// Pages: how soon they are painted, what they weigh, and the work for a press
    Pages,
    /// Rows of many stories, long texts and many commitments
    Scale,
}

/// Builds the release and measures it: one part, or both.
pub(crate) fn run(part: Option<Part>) -> Result<()> {
    let toolbox = setup::toolbox(Group::Test)?;
    CHROMIUM.find(&toolbox)?;
    build::release(&toolbox)?;
    let _inside = toolbox.enter(npm::TESTS);
    let node = toolbox.command("node bench/index.mjs")?;
    let words = part.and_then(|part| Some(part.to_possible_value()?.get_name().to_owned()));
    Ok(node.args(words).envs(browsers::variables(&toolbox)).run()?)
}
