//! Pictures. Their size is known before they are loaded, so that the page does not move when they appear.

use super::address::Address;
use crate::document::{
    Context, Fields, Path, ProblemKind, Read, Reading, Value, object, whole_number,
};

object! {
    /// A picture in one or more files.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[cfg_attr(
        feature = "authoring",
        schemars(extend("oneOf" = [
            {
                "required": ["alternative"],
                "properties": {
                    "alternative": { "type": "string" },
                    "decorative": { "enum": [false, null] },
                },
            },
            {
                "required": ["decorative"],
                "properties": {
                    "alternative": { "type": "null" },
                    "decorative": { "const": true },
                },
            },
            {
                "properties": {
                    "alternative": { "type": "null" },
                    "decorative": { "type": "null" },
                },
            },
        ]))
    )]
    pub struct Image in Context, "a picture, which is an object", checked {
        /// The file that every browser can show: an http, https or relative address.
        pub src: Address = required(file) "src",
        /// Its width in pixels, 1 to 65,535.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 65535)))]
        pub width: u32 = required(pixels) "width",
        /// Its height in pixels, 1 to 65,535.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 65535)))]
        pub height: u32 = required(pixels) "height",
        /// The same picture in other widths and formats, from which the browser chooses.
        pub sources: Vec<ImageSource> = default(lenient_or_default) "sources",
        /// How wide it is shown, as in the HTML attribute `sizes`; absent for the width of the text, of
        /// the card of a teaser, or of a small picture beside a byline.
        pub sizes: Option<String> = optional(lenient) "sizes",
        /// What those who do not see it are told; absent only where it is decorative.
        pub alternative: Option<String> = optional "alternative",
        /// Whether it tells nothing that the text does not. Only the picture of a teaser or an author
        /// may leave this open: it is decorative unless it has an alternative.
        pub decorative: bool = default "decorative",
    }
}

object! {
    /// A file with the same picture.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ImageSource in Context, "a file of a picture, which is an object" {
        /// The file: an http, https or relative address.
        pub src: Address = required(file) "src",
        /// Its width in pixels, 1 to 65,535.
        #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 65535)))]
        pub width: u32 = required(pixels) "width",
        /// Its media type, for example `image/avif`; absent for a format that every browser can show.
        pub media_type: Option<String> = optional "type",
    }
}

impl Fields<'_> {
    /// Reads a width or height in pixels.
    fn pixels<C: Context>(&self, key: &str, reading: &mut Reading<C>) -> Option<u32> {
        let Pixels(length) = self.required(key, reading)?;
        Some(length)
    }

    /// Reads the address of a file.
    fn file<C: Context>(&self, key: &str, reading: &mut Reading<C>) -> Option<Address> {
        let File(address) = self.required(key, reading)?;
        Some(address)
    }
}

/// A width or height in pixels.
struct Pixels(u32);

impl<C: Context> Read<C> for Pixels {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        whole_number(value, 1..=65_535, path, reading).map(Self)
    }
}

/// The address of a file.
struct File(Address);

impl<C: Context> Read<C> for File {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let address = Address::read(value, path, reading)?;
        if !address.is_file() {
            let message = "a picture has an http, https or relative address without spaces";
            return reading.note(ProblemKind::Value, path, message);
        }
        Some(Self(address))
    }
}

impl<C: Context> Read<C> for Image {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let image = Self::read_object(value, path, reading);
        #[cfg(feature = "checks")]
        if image.is_none() && reading.is_strict() && is_undescribed(value) {
            // It is named in the same run as what else is wrong.
            return undescribed(path, reading);
        }
        image?.described(path, reading)
    }
}

/// Whether an object says nothing of what a picture shows.
#[cfg(feature = "checks")]
fn is_undescribed(value: &Value) -> bool {
    let has = |name| value.field(name).is_some();
    has("src") && !has("alternative") && !has("decorative")
}

fn undescribed<C: Context, T>(path: &Path<'_>, reading: &mut Reading<C>) -> Option<T> {
    let message = "a picture needs either an `alternative` text, or `\"decorative\": true` where it tells nothing";
    reading.note(ProblemKind::Missing, path, message)
}

impl Image {
    /// The picture, if it has an alternative or is decorative.
    fn described<C: Context>(self, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        if self.alternative.is_some() == self.decorative {
            return undescribed(path, reading);
        }
        Some(self)
    }
}

/// A picture beside a headline or a name. It is decorative unless it has an alternative.
pub(super) struct Illustration(pub(super) Image);

impl<C: Context> Read<C> for Illustration {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let mut image = Image::read_object(value, path, reading)?;
        if value.field("decorative").is_none() {
            image.decorative = image.alternative.is_none();
        }
        image.described(path, reading).map(Self)
    }
}
