//! Lengths as SVG writes them. They are whole numbers inside, because formatting floats would cost a reader
//! kilobytes.

use std::fmt;

/// A part of the plot's width, in thousandths of a percent. It is displayed as in CSS, `62.5%`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

impl Share {
    /// The whole width.
    pub const FULL: Self = Self(100_000);
    /// The smallest visible part: a pixel of the narrowest plot.
    pub const LEAST: Self = Self(400);

    /// A part of a whole, at most all of it.
    #[must_use]
    pub fn of(part: f64, whole: f64) -> Self {
        Self(thousandths(part / whole * 100.0)).min(Self::FULL)
    }

    /// Two parts together, at most the whole.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0).min(Self::FULL)
    }

    /// The difference of two parts, at least zero.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Its length in a plot of this width, in whole pixels.
    #[must_use]
    pub const fn whole_of(self, width: u32) -> u32 {
        ((self.0 / 10) * width + 5_000) / 10_000
    }

    /// The greatest width of a plot, in whole pixels, in which its length is at most this.
    #[must_use]
    pub const fn whole_for(self, length: u32) -> u32 {
        match self.0 / 10 {
            0 => u32::MAX,
            part => length * 10_000 / part,
        }
    }

    /// Its length in a plot of this width.
    #[must_use]
    pub fn in_width(self, width: f64) -> f64 {
        f64::from(self.0) / 1e5 * width
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self.0, f)?;
        f.write_str("%")
    }
}

/// A length, in thousandths of a CSS pixel. It is displayed as in SVG, `22.75`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PixelLength(u32);

impl PixelLength {
    /// The smallest visible length.
    pub const LEAST: Self = Self(1_000);

    /// A whole number of pixels.
    #[must_use]
    pub const fn whole_number(pixels: u32) -> Self {
        Self(pixels * 1_000)
    }

    /// A part of a whole that is this many pixels long, at least [`Self::LEAST`].
    #[must_use]
    pub fn of(part: f64, whole: f64, pixels: u32) -> Self {
        Self(thousandths(part / whole * f64::from(pixels))).max(Self::LEAST)
    }

    /// The length in whole pixels, rounded.
    #[must_use]
    pub fn whole(self) -> u32 {
        (self.0 + 500) / 1_000
    }
}

impl fmt::Display for PixelLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self.0, f)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is what is wanted"
)]
fn thousandths(number: f64) -> u32 {
    ((number * 1e3).round() as u32).min(u32::MAX / 4)
}

/// Writes a number that is given in thousandths, without zeros at its end.
fn write(thousandths: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (whole, mut rest) = (thousandths / 1_000, thousandths % 1_000);
    write!(f, "{whole}")?;
    if rest == 0 {
        return Ok(());
    }
    let mut places = 3;
    while rest % 10 == 0 {
        rest /= 10;
        places -= 1;
    }
    write!(f, ".{rest:0places$}")
}

#[cfg(test)]
mod tests {
    use super::{PixelLength, Share};

    #[test]
    fn shares_display_as_css_percentages() {
        assert_eq!(Share::of(1.0, 1.0).to_string(), "100%");
        assert_eq!(Share::of(53.0, 80.0).to_string(), "66.25%");
        assert_eq!(Share::of(1.0, 3.0).to_string(), "33.333%");
        assert_eq!(Share::of(1.0, 2000.0).to_string(), "0.05%");
        assert_eq!(Share::of(2.0, 1.0), Share::FULL);
    }

    #[test]
    fn pixels_display_as_numbers() {
        assert_eq!(PixelLength::whole_number(20).to_string(), "20");
        assert_eq!(PixelLength::of(65.0, 80.0, 28).to_string(), "22.75");
        assert_eq!(PixelLength::of(1.0, 1e9, 28), PixelLength::LEAST);
    }
}
