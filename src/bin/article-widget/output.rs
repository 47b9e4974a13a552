//! Files that are written whole or not at all.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process;

/// Writes to a file, or to standard output.
pub(crate) fn write(path: Option<&Path>, text: &str) -> Result<()> {
    match path {
        Some(path) => {
            replace(path, text).with_context(|| format!("cannot write {}", path.display()))
        }
        None => io::stdout()
            .write_all(text.as_bytes())
            .context("cannot write to standard output"),
    }
}

/// Writes to a file that does not exist yet, or to standard output.
pub(crate) fn create(path: Option<&Path>, text: &str) -> Result<()> {
    let Some(path) = path else {
        return write(None, text);
    };
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{} exists already, and stays as it is", path.display())
        }
        other => other.with_context(|| format!("cannot write {}", path.display())),
    }
}

/// Writes a temporary file beside the target and renames it. File systems rename in one step, so a program
/// that reads the target meanwhile gets either the old text or the new one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let (target, old) = match fs::canonicalize(path) {
        // A symbolic link is kept, and its target is replaced.
        Ok(target) => {
            let old = fs::metadata(&target)?;
            if !old.is_file() {
                return Err(io::Error::other("it is not a file"));
            }
            (target, Some(old))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => (path.to_owned(), None),
        Err(error) => return Err(error),
    };
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::other("it is not the name of a file"))?;
    let temporary = format!(".{}.{}.tmp", name.display(), process::id());
    let temporary = target.with_file_name(temporary);
    let written = File::create_new(&temporary).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        if let Some(old) = old {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&temporary, &target)
    });
    written.inspect_err(|_| {
        // The temporary file may not exist, so an error is ignored.
        let _ = fs::remove_file(&temporary);
    })
}
