//! Where installed tools are: a directory per user, so that fresh checkouts find them.

use anyhow::{Context, Result};
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use std::{env, path::PathBuf};

/// The directory in which tools are compiled. It is apart from the checkout's own `target`, which
/// other cargo commands may be using.
pub(crate) fn build_directory() -> Result<PathBuf> {
    Ok(root()?.join("xtask-build"))
}

/// The directory of all of them.
pub(crate) fn root() -> Result<PathBuf> {
    let chosen = env::var_os("ARTICLE_WIDGET_CACHE").filter(|value| !value.is_empty());
    if let Some(chosen) = chosen {
        return Ok(chosen.into());
    }
    let user = choose_native_strategy()
        .context("no home directory: set ARTICLE_WIDGET_CACHE to a directory for the tools")?;
    Ok(user.cache_dir().join("article-widget"))
}
