//! Texts as the outlines of their glyphs, so that a drawing needs no font.

use super::runs::{MissingGlyphs, TextRun, runs};
use super::typefaces::{Typefaces, WEIGHTS};
use harfrust::{Direction, ShapeOptions, ShaperData, ShaperInstance, UnicodeBuffer, Variation};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};
use std::fmt::Write;

/// A line of text, drawn from the origin to the right.
#[derive(Debug, Default)]
pub(super) struct Outlines {
    /// The data of a `path`.
    pub(super) path: String,
    /// Its width.
    pub(super) width: f32,
}

/// The line in this size and weight. Adds what no typeface has to `missing`.
pub(super) fn outlines(
    words: &str,
    size: f32,
    is_bold: bool,
    typefaces: &Typefaces,
    missing: &mut MissingGlyphs,
) -> Outlines {
    let mut line = Outlines::default();
    for run in runs(words, is_bold, typefaces, missing) {
        line.add(&run, size, is_bold, typefaces);
    }
    line
}

impl Outlines {
    /// Adds a run at the end of the line. A damaged font draws nothing.
    fn add(&mut self, run: &TextRun, size: f32, is_bold: bool, typefaces: &Typefaces) {
        let Some(font) = typefaces.font(run.typeface) else {
            return;
        };
        // The weights of a variable font; others have no such axis, and ignore it.
        let weight = if is_bold { 700.0 } else { 400.0 };
        let location = font.axes().location([(WEIGHTS, weight)]);
        let variation = Variation {
            tag: WEIGHTS,
            value: weight,
        };
        let instance = ShaperInstance::from_variations(&font, [variation]);
        let data = ShaperData::new(&font);
        let shaper = data.shaper(&font).instance(Some(&instance)).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&run.text);
        buffer.set_direction(if run.is_right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        let glyphs = shaper.shape(buffer, ShapeOptions::new());
        let units = font.metrics(Size::unscaled(), LocationRef::default());
        let scale = size / f32::from(units.units_per_em);
        let all = font.outline_glyphs();
        for (glyph, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let [x, y, advance] = [place.x_offset, place.y_offset, place.x_advance]
                .map(|length| scaled(length, scale));
            if let Some(outline) = all.get(GlyphId::new(glyph.glyph_id)) {
                let settings = DrawSettings::unhinted(Size::unscaled(), &location);
                let mut pen = PathPen {
                    path: &mut self.path,
                    scale,
                    from: (self.width + x, -y),
                };
                // A glyph that cannot be drawn leaves its room empty.
                let _ = outline.draw(settings, &mut pen);
            }
            self.width += advance;
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "lengths in a font have few digits"
)]
fn scaled(length: i32, scale: f32) -> f32 {
    length as f32 * scale
}

/// Writes outlines as the data of a `path`.
struct PathPen<'a> {
    path: &'a mut String,
    scale: f32,
    /// The origin of the glyph.
    from: (f32, f32),
}

impl PathPen<'_> {
    /// Writes a command with its points. Those of a font count upwards.
    fn command(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (x, y) in points {
            let (x, y) = (self.from.0 + x * self.scale, self.from.1 - y * self.scale);
            // Writing to a string does not fail.
            let _ = write!(self.path, "{x:.2} {y:.2} ");
        }
    }
}

impl OutlinePen for PathPen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.command('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.command('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.command('Z', &[]);
    }
}

#[cfg(test)]
mod tests {
    use super::outlines;
    use crate::chart::text;
    use crate::picture::runs::MissingGlyphs;
    use crate::picture::typefaces::Typefaces;

    fn width(words: &str) -> f32 {
        let mut missing = MissingGlyphs::new();
        let line = outlines(words, 100.0, true, &Typefaces::default(), &mut missing);
        assert!(missing.is_empty(), "{missing:?}");
        line.width
    }

    /// Drawings leave the room that `chart::text` states. Few letters need more, and no words.
    #[test]
    fn words_have_the_room_that_drawings_leave() {
        for words in [
            "Third in total, last by the year: what Alibaba’s promise amounts to",
            "ÜBER 1.234.567,89 MRD. € FÜR WÄRMEPUMPEN UND WINDKRAFTANLAGEN",
            "Thử nghiệm: gần 20,7 tỷ đô la Mỹ được chuyển đổi mỗi năm",
            "Η συνολική δέσμευση για υποδομές ΤΕΧΝΗΤΗΣ ΝΟΗΜΟΣΥΝΗΣ",
            "Общая сумма обязательств за неравные периоды, в долларах США",
            "МЕЖДУНАРОДНЫЙ ВАЛЮТНЫЙ ФОНД, около 17,7 млрд ₴ · ₽ · ¥ · ₩",
            "about $17.7bn† ≈ 0.39× ½ – 100 %",
        ] {
            assert!(width(words) <= room(words), "{words}");
        }
        let letters = (' '..='~')
            .chain('\u{a1}'..='\u{17f}')
            .chain('Α'..='ώ')
            .chain('Ѐ'..='џ');
        let typefaces = Typefaces::default();
        for letter in letters.filter(|&letter| typefaces.has(1, letter)) {
            let letter = letter.to_string();
            assert!(width(&letter) <= 1.3 * room(&letter), "{letter}");
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "widths have few digits")]
    fn room(words: &str) -> f32 {
        text::width(words, 100) as f32
    }
}
