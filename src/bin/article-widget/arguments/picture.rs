//! The arguments of `picture`.

use super::{base_url, exit};
use crate::input;
use article_widget::picture::{ChartPicture, PAGE, PictureTheme};
use article_widget::prerender::WebAddress;
use clap::error::ErrorKind;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct PictureArguments {
    /// A document, or - for standard input
    pub(crate) document: PathBuf,

    /// The id of the chart; by default the one that --state names, or the first
    #[arg(long, value_name = "ID")]
    pub(crate) chart: Option<String>,

    /// The state of the chart, as the end of a link to it: basis=per-year&form=ratio; what it does not
    /// name is as in a chart of whole sums in bars. Without it, the chart is as it opens
    #[arg(long, value_name = "FRAGMENT")]
    pub(crate) state: Option<String>,

    /// The colours
    #[arg(long, value_enum, default_value_t = ThemeArgument::Light)]
    pub(crate) theme: ThemeArgument,

    /// The width in CSS pixels
    #[arg(long, value_name = "PX", default_value_t = PAGE, value_parser = width)]
    pub(crate) width: u32,

    /// The pixels of a PNG file for each CSS pixel, such as 2 for sharp screens
    #[arg(long, value_name = "N", value_parser = scale)]
    pub(crate) scale: Option<f32>,

    /// The page's own address, which is written below the chart with the headline and its date; HTML leads
    /// to it
    #[arg(long, value_name = "URL", value_parser = WebAddress::parse)]
    pub(crate) canonical: Option<WebAddress>,

    /// For newsletters: write the picture twice, light to --out and dark beside it (chart.dark.png for
    /// chart.png), and HTML with both to standard output; its alternative text has the words of the chart
    #[arg(long, requires = "out", conflicts_with = "theme")]
    pub(crate) html: bool,

    /// The address of the folder that both pictures are going to be in; by default that of --canonical
    #[arg(long, value_name = "URL", value_parser = base_url, requires = "html")]
    pub(crate) base_url: Option<WebAddress>,

    /// What to write; by default png where the name of --out ends with .png, svg otherwise
    #[arg(long, value_enum)]
    format: Option<PictureFormat>,

    /// A font (TTF or OTF) for characters of a PNG file that the fonts before it do not have (may be repeated)
    #[arg(long = "font", value_name = "FILE")]
    pub(crate) fonts: Vec<PathBuf>,

    /// Where to write it; to standard output otherwise
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// What a chart is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PictureFormat {
    /// A drawing that every size is sharp in, in the typefaces of those who look at it
    Svg,
    /// Pixels
    Png,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeArgument {
    /// Dark on white
    Light,
    /// Light on dark
    Dark,
}

impl From<ThemeArgument> for PictureTheme {
    fn from(theme: ThemeArgument) -> Self {
        match theme {
            ThemeArgument::Light => Self::Light,
            ThemeArgument::Dark => Self::Dark,
        }
    }
}

impl PictureArguments {
    /// What is written. Ends the program if the arguments contradict each other.
    pub(crate) fn format(&self) -> PictureFormat {
        let out = self.out.as_deref();
        let ends_with = |ending| out.is_some_and(|out| input::ends_with(out, &[ending]));
        let named = match (ends_with("svg"), ends_with("png")) {
            (true, _) => Some(PictureFormat::Svg),
            (_, true) => Some(PictureFormat::Png),
            _ => None,
        };
        if self.format.is_some() && named.is_some() && self.format != named {
            conflict("--format is not what the name of --out ends with: leave --format out");
        }
        let has_other_ending = out.is_some_and(|out| out.extension().is_some()) && named.is_none();
        if has_other_ending && self.format.is_none() {
            conflict(
                "the name of --out ends with neither .svg nor .png: say which it is with --format",
            );
        }
        let format = named.or(self.format).unwrap_or(PictureFormat::Svg);
        if self.html {
            if format == PictureFormat::Svg {
                conflict(
                    "--html is for newsletters, and programs for mail show no SVG: let the name of --out end with .png",
                );
            }
            if self.canonical.is_none() && self.base_url.is_none() {
                conflict(
                    "--html names pictures by whole addresses: give --canonical, the page that they are beside, or --base-url, their folder",
                );
            }
        }
        if format == PictureFormat::Svg {
            if self.scale.is_some() {
                conflict(
                    "--scale is for PNG, and an SVG is sharp in every size: leave it out, or write PNG with --format png",
                );
            }
            if !self.fonts.is_empty() {
                conflict(
                    "--font is for PNG, and an SVG has no fonts in it: leave it out, or write PNG with --format png",
                );
            }
        }
        format
    }
}

fn conflict(message: &str) -> ! {
    exit("picture", ErrorKind::ArgumentConflict, message)
}

fn width(text: &str) -> Result<u32, String> {
    let widths = ChartPicture::WIDTHS;
    let width = text.parse().ok().filter(|width| widths.contains(width));
    width.ok_or_else(|| {
        format!(
            "it is a whole number of CSS pixels from {} to {}",
            widths.start(),
            widths.end()
        )
    })
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok();
    scale
        .filter(|scale| (0.1..=16.0).contains(scale))
        .ok_or_else(|| "it is a number from 0.1 to 16".into())
}
