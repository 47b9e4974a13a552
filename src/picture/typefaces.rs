//! The typefaces of pictures: one that comes with the command, and those that are given.

use skrifa::raw::{FileRef, FontRef};
use skrifa::{MetadataProvider, Tag};
use std::sync::Arc;

/// Inter, for Latin, Greek and Cyrillic letters; see `src/picture/fonts/README.md`.
const REGULAR: &[u8] = include_bytes!("fonts/Inter-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/Inter-Bold.ttf");
/// The least weight of a typeface for bold texts.
const BOLD_WEIGHT: f32 = 600.0;
/// The axis of weights in a variable font.
pub(super) const WEIGHTS: Tag = Tag::new(b"wght");

/// Typefaces. The first one that has a character, in the weight of the text if possible, draws it.
#[derive(Clone, Debug)]
pub struct Typefaces(Vec<Typeface>);

/// A typeface, which is one of a file or the only one.
#[derive(Clone, Debug)]
pub(super) struct Typeface {
    file: Arc<Vec<u8>>,
    place: u32,
    /// Whether it is bold; `None` if it has every weight.
    is_bold: Option<bool>,
}

impl Default for Typefaces {
    fn default() -> Self {
        let mut typefaces = Self(Vec::new());
        for font in [REGULAR, BOLD] {
            typefaces.load(font.to_vec());
        }
        typefaces
    }
}

impl Typefaces {
    /// Adds the typefaces of a file (TTF, OTF or a collection of them) for the characters that those before do not have.
    ///
    /// # Errors
    ///
    /// A sentence that says why the file cannot be used.
    pub fn add(&mut self, font: Vec<u8>) -> Result<(), String> {
        let is_packed = font.starts_with(b"wOFF") || font.starts_with(b"wOF2");
        let before = self.0.len();
        self.load(font);
        if self.0.len() > before {
            Ok(())
        } else if is_packed {
            Err("it is a font for the Web (WOFF): give the TTF or OTF file".into())
        } else {
            Err("it is no font that can be read: give a TTF or OTF file".into())
        }
    }

    fn load(&mut self, font: Vec<u8>) {
        let file = Arc::new(font);
        let Ok(fonts) = FileRef::new(&file) else {
            return;
        };
        for (place, font) in (0..).zip(fonts.fonts()) {
            // A font without glyphs for characters, or with a table that cannot be read, draws nothing.
            let Some(font) = font.ok().filter(|font| font.charmap().has_map()) else {
                continue;
            };
            let is_bold = match font.axes().get_by_tag(WEIGHTS) {
                Some(_) => None,
                None => Some(font.attributes().weight.value() >= BOLD_WEIGHT),
            };
            self.0.push(Typeface {
                file: file.clone(),
                place,
                is_bold,
            });
        }
    }

    /// The place of the typeface for a character in this weight; `None` if no typeface has it.
    pub(super) fn find(&self, character: char, is_bold: bool) -> Option<usize> {
        let mut places = (0..self.0.len()).filter(|&place| self.has(place, character));
        let first = places.clone().next();
        places
            .find(|&place| self.0[place].is_bold.is_none_or(|it| it == is_bold))
            .or(first)
    }

    /// Whether the typeface in this place has a character.
    pub(super) fn has(&self, place: usize, character: char) -> bool {
        let font = self.0[place].font();
        font.is_some_and(|font| font.charmap().map(character).is_some())
    }

    /// The typeface in this place.
    pub(super) fn font(&self, place: usize) -> Option<FontRef<'_>> {
        self.0.get(place)?.font()
    }
}

impl Typeface {
    fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.file, self.place).ok()
    }
}
