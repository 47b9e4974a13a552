//! Figures: pictures in the text, each with its caption.

use super::image::Image;
use super::inline::Inlines;
use super::references::Refers;
use crate::document::object;

object! {
    /// A picture with its caption.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Figure in Refers, "a figure, which is an object" {
        /// The picture.
        #[cfg_attr(
            feature = "authoring",
            schemars(extend("oneOf" = [
                { "required": ["alternative"], "properties": { "alternative": { "type": "string" } } },
                { "required": ["decorative"], "properties": { "decorative": { "const": true } } },
            ]))
        )]
        pub image: Image = required "image",
        /// What it shows, in a sentence or two.
        pub caption: Option<Inlines> = optional(lenient) "caption",
        /// Who made it, or whom it belongs to.
        pub credit: Option<String> = optional(lenient) "credit",
    }
}
