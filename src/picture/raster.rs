//! Drawings as PNG files.

use super::mark::marked_file;
use super::outlines::outlines;
use super::runs::{MissingGlyphs, without_glyphs};
use super::typefaces::Typefaces;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::fmt::Write;

/// The most pixels of a side: more takes gigabytes of memory.
const MOST: f32 = 16_384.0;

/// A drawing of this crate as a PNG file, `scale` pixels for each of its own.
///
/// # Errors
///
/// A sentence that says why it cannot be drawn: scripts without glyphs, or a size that is too large.
pub fn png(svg: &str, typefaces: &Typefaces, scale: f32) -> Result<Vec<u8>, String> {
    let svg = without_texts(svg, typefaces)?;
    let drawing = Tree::from_str(&svg, &Options::default());
    let drawing = drawing.map_err(|error| format!("it cannot be drawn: {error}"))?;
    let size = drawing.size();
    let (width, height) = (size.width() * scale, size.height() * scale);
    if width.max(height) > MOST {
        return Err(format!(
            "the picture would have {width:.0} × {height:.0} pixels, and a side has at most {MOST}: choose a smaller --scale"
        ));
    }
    let [across, down] = [width, height].map(pixels);
    let mut pixmap = Pixmap::new(across, down)
        .ok_or("the picture would have no pixels: choose a larger --scale")?;
    // Whole pixels, so that the ground fills them all.
    let transform =
        Transform::from_scale(scaled(across, size.width()), scaled(down, size.height()));
    resvg::render(&drawing, transform, &mut pixmap.as_mut());
    marked_file(pixmap).map_err(|error| format!("it cannot be written as PNG: {error}"))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size has no sign, and has been compared with the limit"
)]
fn pixels(length: f32) -> u32 {
    length.round() as u32
}

#[expect(clippy::cast_precision_loss, reason = "sizes have few digits")]
fn scaled(pixels: u32, length: f32) -> f32 {
    pixels as f32 / length
}

/// The drawing with outlines in the place of texts.
fn without_texts(svg: &str, typefaces: &Typefaces) -> Result<String, String> {
    let mut missing = MissingGlyphs::new();
    let mut parts = svg.split("<text ");
    let mut drawing = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let (words, rest) = rest.split_once("</text>").unwrap_or((rest, ""));
        let words = words.replace("&lt;", "<").replace("&amp;", "&");
        let number = |name| attribute(tag, name).parse().unwrap_or_default();
        let size: f32 = number("font-size");
        let is_bold = attribute(tag, "font-weight") == "700";
        let line = outlines(&words, size, is_bold, typefaces, &mut missing);
        let x = match attribute(tag, "text-anchor") {
            "end" => number("x") - line.width,
            _ => number("x"),
        };
        let (y, fill, path) = (number("y"), attribute(tag, "fill"), line.path);
        // Writing to a string does not fail.
        let _ = write!(
            drawing,
            "<path transform=\"translate({x:.2} {y})\" fill=\"{fill}\" d=\"{path}\"/>{rest}"
        );
    }
    if missing.is_empty() {
        Ok(drawing)
    } else {
        Err(without_glyphs(&missing))
    }
}

/// The value of an attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let mut parts = tag.split('"');
    while let Some(key) = parts.next() {
        let value = parts.next().unwrap_or_default();
        if key.trim().strip_suffix('=') == Some(name) {
            return value;
        }
    }
    ""
}
