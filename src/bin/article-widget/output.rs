//! Files that are written whole or not at all.

use crate::input::ends_with;
use anyhow::{Context, Result, bail};
use std::collections::hash_map::RandomState;
use std::fs::{self, File};
use std::hash::BuildHasher;
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

/// Writes a text to a file, or to standard output.
pub(crate) fn write(path: Option<&Path>, text: &str) -> Result<()> {
    write_bytes(path, text.as_bytes())
}

/// Writes to a file, or to standard output.
pub(crate) fn write_bytes(path: Option<&Path>, bytes: &[u8]) -> Result<()> {
    match path {
        Some(path) => {
            check_folder(path)?;
            replace(path, bytes).with_context(|| format!("cannot write {}", path.display()))
        }
        None => io::stdout()
            .write_all(bytes)
            .context("cannot write to standard output"),
    }
}

/// Writes to a file that does not exist yet, or to standard output.
pub(crate) fn create(path: Option<&Path>, text: &str) -> Result<()> {
    let Some(path) = path else {
        return write(None, text);
    };
    check_folder(path)?;
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{} exists already, and stays as it is", path.display())
        }
        other => other.with_context(|| format!("cannot write {}", path.display())),
    }
}

/// Names the folder of a file that is not there. The system's own words are about the file.
fn check_folder(path: &Path) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.is_dir()) {
        Some(folder) => bail!(
            "cannot write {}: there is no folder {}",
            path.display(),
            folder.display()
        ),
        None => Ok(()),
    }
}

/// Refuses to write to a file that is read: it would be lost.
pub(crate) fn keep(read: &[&Path], out: Option<&Path>) -> Result<()> {
    match out.filter(|out| read.iter().any(|read| is_same(read, out))) {
        Some(out) => bail!(
            "{} is what is read, and would be lost: name another file with --out",
            out.display()
        ),
        None => Ok(()),
    }
}

/// Refuses a name that ends as files of another kind do. Endings of no known kind are the user's own matter.
pub(crate) fn check_ending(out: Option<&Path>, kind: &str, endings: &[&str]) -> Result<()> {
    const KNOWN: [&str; 14] = [
        "csv", "docx", "gif", "htm", "html", "jpeg", "jpg", "json", "markdown", "md", "pdf", "png",
        "svg", "xlsx",
    ];
    match out.filter(|out| ends_with(out, &KNOWN) && !ends_with(out, endings)) {
        Some(out) => bail!(
            "{} is no name for {kind}: end it in .{}",
            out.display(),
            endings[0]
        ),
        None => Ok(()),
    }
}

/// Whether two paths lead to the same file. Where there is no such file, they do not.
fn is_same(one: &Path, other: &Path) -> bool {
    // WASI leaves `.` and `..` in a path.
    let plain = |path: &Path| -> Option<PathBuf> {
        let mut plain = PathBuf::new();
        for part in without_links(path).ok()?.components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => _ = plain.pop(),
                part => plain.push(part),
            }
        }
        Some(plain)
    };
    plain(one).is_some_and(|one| plain(other) == Some(one))
}

/// Writes a temporary file beside the target and renames it. File systems rename in one step, so a program
/// that reads the target meanwhile gets either what was there or what is new.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (target, old) = match without_links(path) {
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
    // Not the number of the process, which WASI does not have.
    let number = RandomState::new().hash_one(());
    let temporary = format!(".{}.{number:016x}.tmp", name.display());
    let temporary = target.with_file_name(temporary);
    let written = File::create_new(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        if let Some(old) = old {
            keep_permissions(&file, &old)?;
        }
        file.sync_all()?;
        fs::rename(&temporary, &target)
    });
    written.inspect_err(|_| {
        // The temporary file may not exist, so an error is ignored.
        let _ = fs::remove_file(&temporary);
    })
}

/// The file that a path leads to, through symbolic links.
#[cfg(not(target_os = "wasi"))]
fn without_links(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// The standard library has no `canonicalize` for WASI. Only a link at the end of the path matters here.
#[cfg(target_os = "wasi")]
fn without_links(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    // Fails if there is no such file, or if links go round in a circle.
    fs::metadata(path)?;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.with_file_name("").join(target),
            Err(_) => break,
        }
    }
    Ok(path)
}

#[cfg(not(target_os = "wasi"))]
fn keep_permissions(file: &File, old: &fs::Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// WASI has no permissions of files.
#[cfg(target_os = "wasi")]
#[expect(clippy::unnecessary_wraps, reason = "as where there are permissions")]
fn keep_permissions(_: &File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}
