//! Pictures: their size is known before they are there, so that nothing moves when they come.

use super::address::Address;
use crate::document::{Context, Fields, Path, ProblemKind, Read, Reading, Value, whole_number};

/// A picture in one or more files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
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
pub struct Image {
    /// The file that every browser can show: an http, https or relative address.
    pub src: Address,
    /// Its width in pixels, 1 to 65,535.
    #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 65535)))]
    pub width: u32,
    /// Its height in pixels, 1 to 65,535.
    #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 65535)))]
    pub height: u32,
    /// The same picture in other widths and formats, from which the browser chooses.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub sources: Vec<ImageSource>,
    /// How wide it is shown, as in the HTML attribute `sizes`; absent for the width of the text, or
    /// of the card of a teaser.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub sizes: Option<String>,
    /// What those who do not see it are told; absent only where it is decorative.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub alternative: Option<String>,
    /// Whether it tells nothing that the text does not. Only the picture of a teaser may leave this
    /// open: it is decorative unless it has an alternative.
    #[cfg_attr(
        feature = "authoring",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub decorative: bool,
}

/// A file with the same picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct ImageSource {
    /// The file: an http, https or relative address.
    pub src: Address,
    /// Its width in pixels, 1 to 65,535.
    #[cfg_attr(feature = "authoring", schemars(range(min = 1, max = 65535)))]
    pub width: u32,
    /// Its media type, for example `image/avif`; absent for a format that every browser can show.
    #[cfg_attr(
        feature = "authoring",
        serde(rename = "type", skip_serializing_if = "Option::is_none")
    )]
    pub media_type: Option<String>,
}

/// A length of a picture in pixels.
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
        Self::read_beside(false, value, path, reading)
    }
}

impl Image {
    /// Reads a picture. One beside a headline tells nothing that the headline does not, unless it
    /// says otherwise; any other has to say it.
    pub(super) fn read_beside<C: Context>(
        has_headline: bool,
        value: &Value,
        path: &Path<'_>,
        reading: &mut Reading<C>,
    ) -> Option<Self> {
        const KNOWN: [&str; 7] = [
            "src",
            "width",
            "height",
            "sources",
            "sizes",
            "alternative",
            "decorative",
        ];
        let fields = Fields::of(
            value,
            path,
            "a picture, which is an object",
            &KNOWN,
            reading,
        )?;
        let src = fields.required::<_, File>("src", reading);
        let width = fields.required::<_, Pixels>("width", reading);
        let height = fields.required::<_, Pixels>("height", reading);
        let sources = fields.lenient_or_default("sources", reading);
        let sizes = fields.lenient("sizes", reading);
        let alternative = fields.optional::<_, String>("alternative", reading);
        let decorative = fields.optional("decorative", reading);
        let alternative = alternative?;
        let image = Self {
            src: src?.0,
            width: width?.0,
            height: height?.0,
            sources: sources?,
            sizes: sizes?,
            decorative: decorative?.unwrap_or(has_headline && alternative.is_none()),
            alternative,
        };
        if image.alternative.is_some() == image.decorative {
            let message = "a picture needs either an `alternative` text, or `\"decorative\": true` where it tells nothing";
            return reading.note(ProblemKind::Missing, path, message);
        }
        Some(image)
    }
}

impl<C: Context> Read<C> for ImageSource {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        const KNOWN: [&str; 3] = ["src", "width", "type"];
        let expected = "a file of a picture, which is an object";
        let fields = Fields::of(value, path, expected, &KNOWN, reading)?;
        let src = fields.required::<_, File>("src", reading);
        let width = fields.required::<_, Pixels>("width", reading);
        let media_type = fields.optional("type", reading);
        Some(Self {
            src: src?.0,
            width: width?.0,
            media_type: media_type?,
        })
    }
}
