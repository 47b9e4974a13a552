//! Charts as pictures, for machines without a browser: SVG as readers download it, and PNG.
//!
//! # How data flows
//!
//! [`chosen`] finds the chart and the state that a caller names → [`ChartPicture`] writes the SVG → [`Typefaces`] have the
//! glyphs, and [`png()`] draws them.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo, `view`, `dom` or `element`. Nothing here reads a file, a clock
//! or a network: all fonts are given as bytes.

mod alternative;
mod card;
mod citation;
mod colours;
mod mark;
mod outlines;
mod raster;
mod request;
mod runs;
mod typefaces;

pub use crate::chart::export::picture::PAGE;
pub use card::ArticleCard;
pub use citation::citation;
pub use colours::PictureTheme;
pub use mark::is_drawn_here;
pub use raster::png;
pub use request::{ChosenChart, chosen};
pub use typefaces::Typefaces;

use crate::chart::export::picture::picture_of_width;

/// A picture of a chart in a state.
#[derive(Clone, Debug)]
pub struct ChartPicture {
    /// The chart and its state.
    pub chosen: ChosenChart,
    /// Its colours.
    pub theme: PictureTheme,
    /// Its width in CSS pixels; the chart decides its height.
    pub width: u32,
    /// How to cite the page, in lines, as the last ones; empty for none. See [`citation`].
    pub citation: String,
}

impl ChartPicture {
    /// The least and the greatest width: less has no room for names and bars.
    pub const WIDTHS: std::ops::RangeInclusive<u32> = 280..=4_000;

    /// The picture in words, for those who do not see it: its title, what is compared, each name with its figure, the
    /// source.
    #[must_use]
    pub fn alternative(&self) -> String {
        alternative::alternative(&self.chosen)
    }

    /// The picture as an SVG file that needs nothing else, in light colours the same as readers download.
    #[must_use]
    pub fn svg(&self) -> String {
        self.drawing().0
    }

    /// Its width and height in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.drawing().1)
    }

    /// The file, and its height.
    fn drawing(&self) -> (String, u32) {
        let ChosenChart {
            chart,
            interaction,
            is_right_to_left,
        } = &self.chosen;
        let (svg, height) = picture_of_width(
            chart,
            interaction,
            self.width,
            &self.citation,
            *is_right_to_left,
        );
        (self.theme.paint(svg), height)
    }
}
