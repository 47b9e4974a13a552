//! The mark in PNG files of this crate, by which they are told from those of other programs and of people.

use png::{BitDepth, ColorType, Decoder, Encoder, EncodingError};
use resvg::tiny_skia::Pixmap;
use std::io::Cursor;

/// The text that names the software (PNG, "Textual information").
const MARK: (&str, &str) = ("Software", "article-widget");

/// A picture as a PNG file with the mark.
pub(super) fn marked_file(picture: Pixmap) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.add_text_chunk(MARK.0.into(), MARK.1.into())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.take_demultiplied())?;
    writer.finish()?;
    Ok(file)
}

/// Whether this crate has drawn a file. Programs that make pictures smaller may take the mark away.
#[must_use]
pub fn is_drawn_here(file: &[u8]) -> bool {
    Decoder::new(Cursor::new(file))
        .read_info()
        .is_ok_and(|reader| {
            let mut texts = reader.info().uncompressed_latin1_text.iter();
            texts.any(|text| (&*text.keyword, &*text.text) == MARK)
        })
}

#[cfg(test)]
mod tests {
    use super::{is_drawn_here, marked_file};
    use crate::picture::{Typefaces, png};
    use resvg::tiny_skia::Pixmap;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="2" height="3" fill="#369" fill-opacity=".4"/></svg>"##;

    #[test]
    fn own_files_are_known_and_no_others() {
        let own = png(SVG, &Typefaces::default(), 1.0).unwrap();
        assert!(is_drawn_here(&own));
        let pixmap = Pixmap::decode_png(&own).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (4, 3));
        // The mark changes no pixel.
        let other = pixmap.encode_png().unwrap();
        let own_again = marked_file(pixmap).unwrap();
        let [one, two] = [&other, &own_again].map(|file| Pixmap::decode_png(file).unwrap());
        assert_eq!(one, two);
        for file in [&other[..], &own[1..], &own[..50], b"", b"\x89PNG"] {
            assert!(!is_drawn_here(file));
        }
    }
}
