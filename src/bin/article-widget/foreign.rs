//! Files of other programs and of people, which only `--force` replaces.

use anyhow::{Error, anyhow};
use article_widget::picture::is_drawn_here;
use article_widget::prerender::{Oembed, is_generated};
use std::fs;
use std::path::Path;

/// Kinds of files that this command writes beside others, and knows again.
#[derive(Clone, Copy)]
pub(crate) enum FileKind {
    /// A page of a site, or the list of them.
    Page,
    /// How other sites embed a page.
    Oembed,
    /// A picture as PNG.
    Picture,
}

impl FileKind {
    const fn words(self) -> &'static str {
        match self {
            Self::Page => "a page",
            Self::Oembed => "an oEmbed document",
            Self::Picture => "a picture",
        }
    }

    fn is_own(self, file: &[u8]) -> bool {
        let text = || String::from_utf8_lossy(file);
        match self {
            Self::Page => is_generated(&text()),
            Self::Oembed => Oembed::is_generated(&text()),
            Self::Picture => is_drawn_here(file),
        }
    }

    /// Why a file may not be written, if one that this command has not written has its name.
    pub(crate) fn foreign(self, path: &Path) -> Option<String> {
        // If nothing has the name, it is free. If the name belongs to a folder, for example, it cannot be
        // replaced, and writing the file reports this.
        let old = fs::read(path).ok()?;
        let (path, kind) = (path.display(), self.words());
        (!self.is_own(&old))
            .then(|| format!("{path} is not {kind} of this command, and stays as it is"))
    }
}

/// An error for each of the files in a folder that may not be written.
pub(crate) fn errors(out: &Path, files: impl Iterator<Item = (String, FileKind)>) -> Vec<Error> {
    files
        .filter_map(|(file, kind)| kind.foreign(&out.join(file)))
        .map(|message| {
            anyhow!(
                "{message}; no page was written: name another folder with --out, or replace it with --force"
            )
        })
        .collect()
}
