//! Files that are read, and standard input.

use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The file name that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// Reads a file, or standard input, as text in UTF-8, or in UTF-16 if it begins with a byte order mark.
pub(crate) fn read(file: &Path) -> Result<String> {
    let bytes = if file.as_os_str() == STANDARD_INPUT {
        let mut bytes = Vec::new();
        let read = io::stdin().read_to_end(&mut bytes);
        read.map(|_| bytes).context("cannot read standard input")?
    } else if file.is_dir() {
        bail!("{} is a folder: name files", file.display());
    } else {
        fs::read(file).with_context(|| format!("cannot read {}", file.display()))?
    };
    decode(bytes).with_context(|| format!("cannot read {}", name(file)))
}

/// The text of a file. Spreadsheets save UTF-16 as “Unicode text”.
fn decode(bytes: Vec<u8>) -> Result<String> {
    let read: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => {
            let text = String::from_utf8(bytes).ok();
            return text
                .context("it is not UTF-8: save it as text in UTF-8 (for a table, “CSV UTF-8”)");
        }
    };
    let (pairs, rest) = bytes[2..].as_chunks();
    let units: Vec<u16> = pairs.iter().copied().map(read).collect();
    let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
    text.context("it begins as UTF-16 and goes on otherwise: save it as text in UTF-8")
}

/// Whether the name of a file ends with one of these, in upper or lower case.
pub(crate) fn ends_with(file: &Path, endings: &[&str]) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        endings
            .iter()
            .any(|ending| extension.eq_ignore_ascii_case(ending))
    })
}

/// The endings of the names of Markdown files.
pub(crate) const MARKDOWN: [&str; 2] = ["md", "markdown"];

/// The name of a file in a message.
pub(crate) fn name(file: &Path) -> String {
    if file.as_os_str() == STANDARD_INPUT {
        "standard input".into()
    } else {
        file.display().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn files_are_utf_8_or_say_that_they_are_utf_16() {
        let units: Vec<u16> = "\u{feff}Näme 漢 😀".encode_utf16().collect();
        let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [little, big, "Näme 漢 😀".into()] {
            assert_eq!(decode(bytes).unwrap(), "Näme 漢 😀");
        }
        for (bytes, message) in [
            (&b"N\xe4me"[..], "it is not UTF-8"),
            (&b"\xff\xfea"[..], "it begins as UTF-16"),
            (&b"\xff\xfe\x00\xd8"[..], "it begins as UTF-16"),
        ] {
            let error = decode(bytes.to_vec()).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
