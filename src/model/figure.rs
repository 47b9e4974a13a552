//! Figures: pictures in the text, each with its caption.

use super::image::Image;
use super::inline::Inlines;
use super::references::Refers;
use crate::document::object;

/// A picture with its caption.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
pub struct Figure {
    /// The picture.
    #[cfg_attr(
        feature = "authoring",
        schemars(extend("oneOf" = [
            { "required": ["alternative"], "properties": { "alternative": { "type": "string" } } },
            { "required": ["decorative"], "properties": { "decorative": { "const": true } } },
        ]))
    )]
    pub image: Image,
    /// What it shows, in a sentence or two.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub caption: Option<Inlines>,
    /// Who made it, or whom it belongs to.
    #[cfg_attr(feature = "authoring", serde(skip_serializing_if = "Option::is_none"))]
    pub credit: Option<String>,
}

object!(Figure in Refers, "a figure, which is an object",
    image: required "image",
    caption: lenient "caption",
    credit: lenient "credit",
);
