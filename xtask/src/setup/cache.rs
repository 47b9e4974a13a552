//! Where installed tools are: a directory per user, so that fresh checkouts find them.

use anyhow::{Context, Result};
use std::{env, ffi::OsString, path::PathBuf};

const NAME: &str = "article-widget";

/// The directory of one installed tool in one version.
pub(crate) fn directory(tool: &str, version: &str) -> Result<PathBuf> {
    Ok(root()?.join(format!("{tool}-{version}")))
}

/// The directory in which tools are compiled. It is apart from the checkout's own `target`, which
/// other cargo commands may be using.
pub(crate) fn build_directory() -> Result<PathBuf> {
    directory("xtask", "build")
}

/// The directory of all of them.
pub(crate) fn root() -> Result<PathBuf> {
    locate(
        |name| env::var_os(name).filter(|value| !value.is_empty()),
        env::home_dir(),
    )
    .context("no home directory: set ARTICLE_WIDGET_CACHE to a directory for the tools")
}

fn locate(variable: impl Fn(&str) -> Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    if let Some(chosen) = variable("ARTICLE_WIDGET_CACHE") {
        return Some(chosen.into());
    }
    let customary = if cfg!(windows) {
        "AppData/Local"
    } else if cfg!(target_os = "macos") {
        "Library/Caches"
    } else {
        ".cache"
    };
    let caches = match variable("XDG_CACHE_HOME") {
        Some(caches) => caches.into(),
        None => home?.join(customary),
    };
    Some(caches.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_variable_wins_over_the_general_one() {
        let both = |name: &str| match name {
            "ARTICLE_WIDGET_CACHE" => Some("/own".into()),
            "XDG_CACHE_HOME" => Some("/general".into()),
            _ => None,
        };
        assert_eq!(locate(both, None), Some("/own".into()));
        let general = |name: &str| (name == "XDG_CACHE_HOME").then(|| "/general".into());
        assert_eq!(
            locate(general, None),
            Some("/general/article-widget".into())
        );
    }

    #[test]
    fn without_variables_the_home_directory_is_used() {
        assert_eq!(locate(|_| None, None), None);
        let found = locate(|_| None, Some("/home/someone".into())).unwrap();
        assert!(found.starts_with("/home/someone") && found.ends_with(NAME));
    }
}
