//! Measures what a reader downloads, and guards the limit for it.

use crate::bundle::{GLUE, LOADER, STYLE_SHEET};
use anyhow::{Context, Result, ensure};
use std::{fmt::Write, fs, path::Path};

/// The most that code may weigh on its way to a reader, in bytes after compression: WebAssembly,
/// its JavaScript half and the loader together. Raise it only for something readers notice.
pub(crate) const SIZE_CEILING: usize = 112_000;

/// The files a page downloads, and whether they count as code.
const FILES: [(&str, bool); 4] = [
    ("article-widget_bg.wasm", true),
    (GLUE, true),
    (LOADER, true),
    (STYLE_SHEET, false),
];

/// Brotli's strongest setting, which servers use for files they compress once.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// The size of one file.
#[derive(Debug)]
struct Size {
    name: &'static str,
    is_code: bool,
    raw: usize,
    compressed: usize,
}

/// Prints the sizes of the files in a directory; an error if the code is too heavy.
pub(crate) fn check(directory: &Path) -> Result<()> {
    let sizes: Vec<Size> = FILES
        .iter()
        .map(|(name, is_code)| measure(directory, name, *is_code))
        .collect::<Result<_>>()?;
    print!("{}", table(&sizes));
    let code = code_size(&sizes);
    ensure!(
        code <= SIZE_CEILING,
        "the code weighs {} bytes too much: {} of {} allowed",
        grouped(code - SIZE_CEILING),
        grouped(code),
        grouped(SIZE_CEILING)
    );
    Ok(())
}

fn measure(directory: &Path, name: &'static str, is_code: bool) -> Result<Size> {
    let content = fs::read(directory.join(name))
        .with_context(|| format!("the build left no {name} in {}", directory.display()))?;
    Ok(Size {
        name,
        is_code,
        raw: content.len(),
        compressed: compressed_size(&content)?,
    })
}

fn compressed_size(content: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed.len())
}

fn code_size(sizes: &[Size]) -> usize {
    sizes
        .iter()
        .filter(|size| size.is_code)
        .map(|size| size.compressed)
        .sum()
}

fn table(sizes: &[Size]) -> String {
    let mut text = format!("{:<26}{:>10}{:>10}\n", "bytes", "raw", "brotli");
    let mut row = |name: &str, raw: usize, compressed: usize| {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{name:<26}{:>10}{:>10}",
            grouped(raw),
            grouped(compressed)
        );
    };
    for size in sizes {
        row(size.name, size.raw, size.compressed);
    }
    let code_raw = sizes
        .iter()
        .filter(|size| size.is_code)
        .map(|size| size.raw)
        .sum();
    row("code (.wasm and .js)", code_raw, code_size(sizes));
    let _ = writeln!(
        text,
        "{:<26}{:>20}",
        "limit for the code",
        grouped(SIZE_CEILING)
    );
    text
}

/// The number with a space between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1 000", "1 234 567"]
        );
    }

    #[test]
    fn the_style_sheet_is_listed_but_does_not_count() {
        let size = |name, is_code, raw, compressed| Size {
            name,
            is_code,
            raw,
            compressed,
        };
        let sizes = [
            size("a.wasm", true, 2_000, 1_000),
            size("b.css", false, 500, 50),
        ];
        assert_eq!(code_size(&sizes), 1_000);
        let expected = "\
bytes                            raw    brotli
a.wasm                         2 000     1 000
b.css                            500        50
code (.wasm and .js)           2 000     1 000
limit for the code                     112 000
";
        assert_eq!(table(&sizes), expected);
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = check(Path::new("no/such/directory")).unwrap_err();
        assert!(error.to_string().contains("article-widget_bg.wasm"));
    }

    #[test]
    fn repetition_compresses() {
        let size = compressed_size(&[b'a'; 10_000]).unwrap();
        assert!(0 < size && size < 100);
    }
}
