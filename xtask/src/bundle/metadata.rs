//! What cargo says of the workspace and of the packages that it uses.

use crate::setup::toolbox::Toolbox;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The workspace.
#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    pub(crate) target_directory: PathBuf,
}

/// A package of the workspace, or one that it uses.
#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Where it was downloaded from; None for a part of the workspace.
    pub(crate) source: Option<String>,
    manifest_path: PathBuf,
    /// An expression that names one licence or several.
    pub(crate) license: Option<String>,
    pub(crate) repository: Option<String>,
}

impl Metadata {
    /// Asks cargo.
    pub(crate) fn ask(toolbox: &Toolbox) -> Result<Self> {
        let cargo = toolbox.command("cargo metadata --locked --format-version 1")?;
        serde_json::from_str(&cargo.read()?).context("cargo does not describe the workspace")
    }
}

impl Package {
    /// The directory with its sources.
    pub(crate) fn directory(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(&self.manifest_path)
    }
}
