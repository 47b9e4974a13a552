//! `article-widget picture`: a chart as SVG or PNG.

use crate::arguments::{PictureArguments, PictureFormat};
use crate::{input, output, prerender};
use anyhow::{Context, Error, Result, anyhow};
use article_widget::picture::{ChartPicture, Typefaces, chosen, png};
use std::fs;
use std::path::PathBuf;

/// Draws the chart.
///
/// # Errors
///
/// What could not be read, found, drawn or written. In these cases nothing has been written.
pub(crate) fn run(arguments: &PictureArguments) -> Result<(), Vec<Error>> {
    let format = arguments.format();
    let one = |error| vec![error];
    let name = input::name(&arguments.document);
    let text = input::read(&arguments.document).map_err(one)?;
    let story = prerender::story(&text, &name, false)?;
    let (chart, state) = (arguments.chart.as_deref(), arguments.state.as_deref());
    let in_document = |message: String| vec![anyhow!("{name}: {message}")];
    let address = arguments.canonical.as_ref();
    let picture = ChartPicture {
        chosen: chosen(story.article(), chart, state).map_err(in_document)?,
        theme: arguments.theme.into(),
        width: arguments.width,
        address: address.map(ToString::to_string).unwrap_or_default(),
    };
    let svg = picture.svg();
    let file = match format {
        PictureFormat::Svg => svg.into_bytes(),
        PictureFormat::Png => {
            let typefaces = typefaces(&arguments.fonts).map_err(one)?;
            let scale = arguments.scale.unwrap_or(1.0);
            png(&svg, &typefaces, scale).map_err(in_document)?
        }
    };
    output::write_bytes(arguments.out.as_deref(), &file).map_err(one)
}

/// The typefaces of the command, and those of files.
pub(crate) fn typefaces(files: &[PathBuf]) -> Result<Typefaces> {
    let mut typefaces = Typefaces::default();
    for file in files {
        let name = file.display();
        let font = fs::read(file).with_context(|| format!("cannot read {name}"))?;
        typefaces
            .add(font)
            .map_err(|message| anyhow!("{name}: {message}"))?;
    }
    Ok(typefaces)
}
