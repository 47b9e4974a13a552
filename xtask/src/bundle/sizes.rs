//! Measures what a reader downloads, and guards the limits for it.

use crate::{
    bundle::demo::PAGE,
    bundle::glue::GLUE,
    bundle::readme,
    bundle::{HTML, LIVE_STYLE_SHEET, LOADER, STYLE_SHEET},
};
use anyhow::{Context, Result, ensure};
use std::{fmt::Write, fs, path::Path};

/// The WebAssembly, as Trunk names it.
pub(crate) const WASM: &str = "article-widget_bg.wasm";

/// Files that a reader downloads together.
#[derive(Debug)]
struct Load {
    /// The name of the load in tables.
    title: &'static str,
    files: &'static [&'static str],
    /// The most it may weigh on its way to a reader, in bytes after compression. Raise it only
    /// for something readers notice.
    ceiling: Option<usize>,
}

/// All loads.
const LOADS: [Load; 9] = [
    load("the WebAssembly", &[WASM]),
    load("its JavaScript", &[GLUE]),
    // Room for what keeps readers from failures; the ceiling on all that they load to read holds it. 0.3 kB of it
    // are the shape of an article, which stands there half a second before the styles do on a slow phone; 0.07 kB ask for
    // the texts of other languages at the same time as for the engine; 0.25 kB tell HTML from JSON, so that two lines with
    // HTML are read before the engine has come; 0.1 kB ask for an article in the window a frame earlier;
    // 0.03 kB are addresses that bundlers of pages can read; 0.02 kB are properties that frameworks set to nothing.
    load("the loader", &[LOADER]).up_to(4_980),
    load("the styles", &[STYLE_SHEET]),
    load("its styles once it is alive", &[LIVE_STYLE_SHEET]),
    load("the prerendered page with its styles", &[PAGE]),
    load("what takes articles over from HTML", &[HTML]).up_to(2_800),
    // 0.3 kB of it are for pages that move, copy, translate and cache articles, and for readers who come back;
    // 0.2 kB are styles for rows of few stories, and for stories without a picture beside others; 0.3 kB are the
    // shape of an article while it loads; 0.25 kB are the list of the sections of the demonstration's article; 0.4 kB
    // are charts of two panels, whose names stand above or beside the bars; 0.1 kB are charts beside their section, and
    // the shade at the edge of a table that goes on; 0.2 kB are remarks in charts; 0.25 kB
    // are links to articles in other languages, and styles for their scripts and directions; 0.2 kB tell HTML from JSON;
    // 0.05 kB are styles that are compressed with the page, which saves a request; 0.05 kB let articles that nobody sees
    // cost nothing; 0.02 kB are properties that frameworks set to nothing.
    load("to read: page and loader", &[PAGE, LOADER]).up_to(17_150),
    // 3.7 kB of it hydrate charts and rows one by one, on pages that other scripts change, and between two
    // releases; 1.2 kB are messages as data, which another language can take the place of; 0.4 kB are readers that
    // macros make, so that each field of a document is stated once; 0.3 kB are authors, and addresses that the
    // browser cannot open; 0.7 kB are the time that an article takes to read, and the list of its sections; 0.1 kB are
    // pictures of authors; 4 kB are pictures of charts that every program draws alike, charts of two panels, and
    // figures of the text that set the chart; 0.9 kB are notes that fit what a chart shows, charts beside their section,
    // and the bars behind figures of the text; 1.5 kB are remarks on commitments and dates in charts, their tables and
    // their pictures; 7 kB are the texts of languages as data, the formats of
    // CLDR for all of them, and names of the other direction that stay in their place; 0.3 kB are names in the order of
    // their language; 0.2 kB tell HTML from JSON; 0.2 kB replace styles in the markup that the page's policy blocks, or
    // that another release has written; 0.45 kB tell a scroll without measuring, and move marks without laying the page
    // out; 0.15 kB are the same code in another order, since the browser is a feature; 0.8 kB are room, because the mark of a
    // build stands in its files, and the same code compresses to 0.4 kB more or less with it; 0.2 kB are the licence
    // of a chart's figures, and how to cite the page.
    load("all code, once the reader is near", &[WASM, GLUE, LOADER]).up_to(168_000),
];

const fn load(title: &'static str, files: &'static [&'static str]) -> Load {
    Load {
        title,
        files,
        ceiling: None,
    }
}

impl Load {
    /// The same with a ceiling.
    const fn up_to(self, bytes: usize) -> Self {
        Self {
            ceiling: Some(bytes),
            ..self
        }
    }
}

/// Brotli's strongest setting, which servers use for files they compress once.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// How heavy a load is, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    raw: usize,
    compressed: usize,
}

/// The loads of a directory with their sizes.
#[derive(Debug)]
pub(crate) struct Sizes(Vec<(&'static Load, Size)>);

impl Sizes {
    /// Weighs what a build has left.
    pub(crate) fn of(directory: &Path) -> Result<Self> {
        let sized = |load: &'static Load| Ok((load, measure(directory, load.files)?));
        LOADS.iter().map(sized).collect::<Result<_>>().map(Self)
    }

    /// Prints them, with a warning where anything is too heavy: a build to try something out goes on.
    pub(crate) fn print(&self) {
        print!("\n{}", table(&self.0));
        if let Err(error) = self.check() {
            println!("\nwarning: {error}");
        }
    }

    /// Notes them in the README.
    pub(crate) fn note(&self) -> Result<()> {
        if readme::note_sizes(&markdown(&self.0))? {
            println!("\nREADME.md has the new sizes");
        }
        Ok(())
    }

    /// An error if anything is too heavy.
    pub(crate) fn check(&self) -> Result<()> {
        let excesses = excesses(&self.0);
        ensure!(excesses.is_empty(), "too heavy: {}", excesses.join("; "));
        Ok(())
    }
}

fn measure(directory: &Path, files: &[&str]) -> Result<Size> {
    let mut sum = Size {
        raw: 0,
        compressed: 0,
    };
    for name in files {
        let content = fs::read(directory.join(name))
            .with_context(|| format!("the build left no {name} in {}", directory.display()))?;
        sum.raw += content.len();
        sum.compressed += compressed_size(&content)?;
    }
    Ok(sum)
}

/// The size of a file as servers send it, compressed with Brotli.
pub(crate) fn compressed_size(content: &[u8]) -> Result<usize> {
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

/// The loads that are heavier than they may be.
fn excesses(sizes: &[(&Load, Size)]) -> Vec<String> {
    let excess = |(load, size): &(&Load, Size)| {
        let ceiling = load.ceiling.filter(|ceiling| size.compressed > *ceiling)?;
        let (compressed, ceiling) = (grouped(size.compressed), grouped(ceiling));
        Some(format!(
            "{} ({compressed} bytes, {ceiling} allowed)",
            load.title
        ))
    };
    sizes.iter().filter_map(excess).collect()
}

/// The sizes for the terminal, to the byte.
fn table(sizes: &[(&Load, Size)]) -> String {
    let mut text = String::new();
    let mut row = |cells: [&str; 4]| {
        let [title, raw, compressed, ceiling] = cells;
        let line = format!("{title:<36}{raw:>10}{compressed:>10}{ceiling:>10}");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", line.trim_end());
    };
    row(["bytes", "raw", "brotli", "limit"]);
    for (load, Size { raw, compressed }) in sizes {
        let ceiling = load.ceiling.map(grouped).unwrap_or_default();
        row([load.title, &grouped(*raw), &grouped(*compressed), &ceiling]);
    }
    text
}

/// The sizes for the README, in Markdown.
fn markdown(sizes: &[(&Load, Size)]) -> String {
    let mut text = String::from("| | brotli | raw |\n|---|---:|---:|\n");
    for (load, Size { raw, compressed }) in sizes {
        let title = match load.files {
            [file] => format!("{}, `{file}`", load.title),
            _ => format!("**{}**", load.title),
        };
        let (compressed, raw) = (kilobytes(*compressed), kilobytes(*raw));
        let _ = writeln!(text, "| {title} | {compressed} | {raw} |");
    }
    text
}

/// Bytes as thousands, with one decimal.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
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

    const LIGHT: Load = load("the styles", &["a.css"]);
    const HEAVY: Load = load("all code", &["a.wasm", "b.js"]).up_to(1_500);

    fn sizes(compressed: usize) -> [(&'static Load, Size); 2] {
        let size = |raw, compressed| Size { raw, compressed };
        [(&LIGHT, size(500, 49)), (&HEAVY, size(12_345, compressed))]
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1 000", "1 234 567"]
        );
    }

    #[test]
    fn kilobytes_are_rounded() {
        assert_eq!(
            [0, 49, 50, 1_949, 1_950, 118_000].map(kilobytes),
            ["0.0 kB", "0.0 kB", "0.1 kB", "1.9 kB", "2.0 kB", "118.0 kB"]
        );
    }

    #[test]
    fn tables_show_each_load() {
        let expected = "\
bytes                                      raw    brotli     limit
the styles                                 500        49
all code                                12 345     1 500     1 500
";
        assert_eq!(table(&sizes(1_500)), expected);
        let expected = "\
| | brotli | raw |
|---|---:|---:|
| the styles, `a.css` | 0.0 kB | 0.5 kB |
| **all code** | 1.5 kB | 12.3 kB |
";
        assert_eq!(markdown(&sizes(1_500)), expected);
    }

    #[test]
    fn more_than_the_ceiling_is_too_heavy() {
        assert_eq!(excesses(&sizes(1_500)), [""; 0]);
        assert_eq!(
            excesses(&sizes(1_501)),
            ["all code (1 501 bytes, 1 500 allowed)"]
        );
        assert!(Sizes(sizes(1_500).into()).check().is_ok());
        let error = Sizes(sizes(1_501).into()).check().unwrap_err();
        assert!(error.to_string().starts_with("too heavy: all code"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Sizes::of(Path::new("no/such/directory")).unwrap_err();
        assert!(error.to_string().contains("article-widget_bg.wasm"));
    }

    #[test]
    fn repetition_compresses() {
        let size = compressed_size(&[b'a'; 10_000]).unwrap();
        assert!(0 < size && size < 100);
    }
}
