//! `article-widget picture`: a chart as SVG or PNG.

use crate::arguments::{PictureArguments, PictureFormat};
use crate::foreign::FileKind;
use crate::{input, output, prerender};
use anyhow::{Context, Error, Result, anyhow, bail};
use article_widget::picture::{ChartPicture, PictureTheme, Typefaces, chosen, citation, png};
use article_widget::prerender::{MailPicture, WebAddress};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Draws the chart.
///
/// # Errors
///
/// What could not be read, found, drawn or written. Nothing has been written then, unless it is the second file of two
/// that could not be.
pub(crate) fn run(arguments: &PictureArguments) -> Result<(), Vec<Error>> {
    let format = arguments.format();
    let one = |error| vec![error];
    let name = input::name(&arguments.document);
    let text = input::read(&arguments.document).map_err(one)?;
    let story = prerender::story(&text, &name, false)?;
    let (chart, state) = (arguments.chart.as_deref(), arguments.state.as_deref());
    let in_document = |message: String| vec![anyhow!("{name}: {message}")];
    let address = arguments.canonical.as_ref();
    let cite = |address: &WebAddress| citation(story.article(), &address.to_string());
    let picture = ChartPicture {
        chosen: chosen(story.article(), chart, state).map_err(in_document)?,
        theme: arguments.theme.into(),
        width: arguments.width,
        citation: address.map(cite).unwrap_or_default(),
    };
    let out = arguments.out.as_deref();
    if format == PictureFormat::Svg {
        return output::write(out, &picture.svg()).map_err(one);
    }
    let typefaces = typefaces(&arguments.fonts).map_err(one)?;
    let scale = arguments.scale.unwrap_or(1.0);
    let draw = |picture: &ChartPicture| png(&picture.svg(), &typefaces, scale);
    let file = draw(&picture).map_err(in_document)?;
    let Some(light) = out.filter(|_| arguments.html) else {
        return output::write_bytes(out, &file).map_err(one);
    };
    let theme = PictureTheme::Dark;
    let dark_file = draw(&ChartPicture {
        theme,
        ..picture.clone()
    });
    let dark_file = dark_file.map_err(in_document)?;
    let (mail, dark) = mail(arguments, &picture, light).map_err(one)?;
    output::write_bytes(Some(light), &file).map_err(one)?;
    output::write_bytes(Some(&dark), &dark_file).map_err(one)?;
    output::write(None, &mail.render(story.article())).map_err(one)
}

/// What a newsletter shows, and the file of the dark picture.
fn mail(
    arguments: &PictureArguments,
    picture: &ChartPicture,
    light: &Path,
) -> Result<(MailPicture, PathBuf)> {
    let dark = light.with_extension("dark.png");
    // Nobody has named this file.
    if let Some(message) = FileKind::Picture.foreign(&dark) {
        bail!("{message}; nothing was written: name another file with --out");
    }
    let address = |file: &Path| -> Result<WebAddress> {
        let name = file.file_name().and_then(OsStr::to_str);
        let name = name
            .with_context(|| format!("{}: its name is not Unicode: rename it", file.display()))?;
        let (base, page) = (&arguments.base_url, &arguments.canonical);
        let known = base.as_ref().map(|base| base.join(name));
        known
            .or_else(|| page.as_ref().map(|page| page.beside(name)))
            .context("there is no address: give --canonical or --base-url")
    };
    let mail = MailPicture {
        page: arguments.canonical.clone(),
        light: address(light)?,
        dark: address(&dark)?,
        size: picture.size(),
        alternative: picture.alternative(),
    };
    Ok((mail, dark))
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
