//! What the last run of all checks has found, for the receipt of a release.

use crate::{setup::toolbox::Toolbox, workspace::metadata};
use anyhow::Result;
use fs_err as fs;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The file below `target/`.
const FILE: &str = "tests.json";

/// How the checks of one commit ended.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// The commit that was tested.
    pub(crate) commit: String,
    /// Each check by its name, in order, and how it ended.
    pub(crate) checks: Vec<(String, String)>,
}

impl Summary {
    /// The last run, if it was one of that commit.
    pub(crate) fn of(toolbox: &Toolbox, commit: &str) -> Option<Self> {
        let text = fs::read_to_string(path(toolbox).ok()?).ok()?;
        let summary: Self = serde_json::from_str(&text).ok()?;
        (summary.commit == commit).then_some(summary)
    }

    /// Keeps it for a receipt.
    pub(crate) fn keep(&self, toolbox: &Toolbox) -> Result<()> {
        Ok(fs::write(path(toolbox)?, serde_json::to_string(self)?)?)
    }
}

fn path(toolbox: &Toolbox) -> Result<PathBuf> {
    Ok(metadata(toolbox)?.target_directory.join(FILE).into())
}
