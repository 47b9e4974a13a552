//! The mark in PNG files of this crate, by which they are told from those of other programs and of people.

/// The first bytes of every PNG file: its signature, and the chunk with its size.
const START: usize = 8 + 25;
/// The chunk that names the software (PNG, "Textual information").
const MARK: [u8; 35] = chunk(*b"tEXtSoftware\0article-widget");

/// A PNG file with the mark after its size.
pub(super) fn marked(mut file: Vec<u8>) -> Vec<u8> {
    file.splice(START..START, MARK);
    file
}

/// Whether this crate has drawn a file. Programs that make pictures smaller may take the mark away.
#[must_use]
pub fn is_drawn_here(file: &[u8]) -> bool {
    file.starts_with(b"\x89PNG\r\n\x1a\n")
        && file
            .get(START..)
            .is_some_and(|rest| rest.starts_with(&MARK))
}

/// A chunk: the length of its data, its name and data, and their checksum.
const fn chunk<const LENGTH: usize, const WHOLE: usize>(content: [u8; LENGTH]) -> [u8; WHOLE] {
    assert!(WHOLE == LENGTH + 8, "eight bytes stand around it");
    let mut whole = [0; WHOLE];
    // Its name is no part of its data. No chunk here has more than 255 bytes.
    #[expect(clippy::cast_possible_truncation, reason = "a short constant text")]
    {
        whole[3] = (LENGTH - 4) as u8;
    }
    let mut index = 0;
    while index < LENGTH {
        whole[4 + index] = content[index];
        index += 1;
    }
    let sum = checksum(&content).to_be_bytes();
    index = 0;
    while index < 4 {
        whole[4 + LENGTH + index] = sum[index];
        index += 1;
    }
    whole
}

/// The checksum of PNG (ISO 3309, CRC-32).
const fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    let mut index = 0;
    while index < bytes.len() {
        sum ^= bytes[index] as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = (sum >> 1) ^ (0xedb8_8320 * (sum & 1));
            bit += 1;
        }
        index += 1;
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::{checksum, is_drawn_here, marked};
    use crate::picture::{Typefaces, png};
    use resvg::tiny_skia::Pixmap;

    const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>"#;

    #[test]
    fn checksums_are_those_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn own_files_are_known_and_no_others() {
        let own = png(SVG, &Typefaces::default(), 1.0).unwrap();
        assert!(is_drawn_here(&own));
        let pixmap = Pixmap::decode_png(&own).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (4, 3));
        let other = pixmap.encode_png().unwrap();
        assert_eq!(own, marked(other.clone()));
        for file in [&other[..], &own[1..], &own[..50], b"", b"\x89PNG"] {
            assert!(!is_drawn_here(file));
        }
    }
}
