//! The mark of a release. Its files load each other, and caches may keep some of them longer than others.
//! Each file carries the mark, so that the loader notices a file of another release.

use super::{LIGHT_STYLE_SHEET, STYLE_SHEET};
use crate::workspace::files;
use anyhow::Result;
use fs_err as fs;
use std::path::Path;
use wasm_encoder::{CustomSection, Section};

include!("../../../src/digest/fnv.rs");

/// Writes the mark into the WebAssembly, and returns it: a digest of the WebAssembly and of the scripts and
/// styles in a directory.
pub(crate) fn mark(wasm: &Path, scratch: &Path) -> Result<String> {
    let mut code = fs::read(wasm)?;
    let mut hash = fnv(FNV_START, &code);
    for path in files(scratch)? {
        hash = fnv(hash, &fs::read(path)?);
    }
    let mark = format!("{:08x}", hash >> 32);
    // An empty section that has the mark for its name.
    let section = CustomSection {
        name: mark.as_str().into(),
        data: [].as_slice().into(),
    };
    section.append_to(&mut code);
    fs::write(wasm, code)?;
    Ok(mark)
}

/// The mark of the style sheets in a folder, which styles in the markup carry: see `src/prerender/sheets.rs`.
pub(crate) fn of_styles(folder: &Path) -> Result<String> {
    let mut hash = FNV_START;
    for sheet in [STYLE_SHEET, LIGHT_STYLE_SHEET] {
        hash = fnv(hash, &fs::read(folder.join(sheet))?);
    }
    Ok(format!("{:06x}", hash >> 40))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn any_other_file_makes_another_mark() {
        let root = env::temp_dir().join(format!("release-test-{}", std::process::id()));
        let scratch = root.join("scratch/below");
        fs::create_dir_all(&scratch).unwrap();
        let wasm = root.join("a.wasm");
        let mut marks = Vec::new();
        for (code, script) in [("a", "b"), ("a", "b"), ("c", "b"), ("a", "d")] {
            fs::write(&wasm, code).unwrap();
            fs::write(scratch.join("b.js"), script).unwrap();
            let mark = mark(&wasm, &root.join("scratch")).unwrap();
            let marked = fs::read(&wasm).unwrap();
            assert_eq!(
                marked,
                [code.as_bytes(), &[0, 9, 8], mark.as_bytes()].concat()
            );
            marks.push(mark);
        }
        assert_eq!(marks[0], marks[1]);
        assert!(marks[0] != marks[2] && marks[0] != marks[3] && marks[2] != marks[3]);
        fs::remove_dir_all(root).unwrap();
    }
}
