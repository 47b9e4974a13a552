//! A picture with its caption.

use super::inlines::inlines;
use super::setting::Setting;
use crate::model::{Figure, Image, ImageSource};
use yew::prelude::*;

/// A picture. Its width and height are in the markup, so that the page does not move when it loads.
pub(super) fn picture(figure: &Figure, setting: Setting<'_>) -> Html {
    let Figure {
        image,
        caption,
        credit,
    } = figure;
    html! {
        <figure class="picture">
            { self::image(image, "(min-width: 38em) 38em, 100vw") }
            if caption.is_some() || credit.is_some() {
                <figcaption class="caption">
                    if let Some(caption) = caption {
                        <span>{ inlines(caption, setting) }</span>{ " " }
                    }
                    if let Some(credit) = credit {
                        <span class="credit">{ credit }</span>
                    }
                </figcaption>
            }
        </figure>
    }
}

/// A picture without a caption. `sizes` is its width on the page, unless the document states it.
pub(super) fn image(image: &Image, sizes: &str) -> Html {
    let sizes = image.sizes.clone().unwrap_or_else(|| sizes.into());
    let mut formats: Vec<&str> = Vec::new();
    for source in &image.sources {
        if let Some(format) = source.media_type.as_deref()
            && !formats.contains(&format)
        {
            formats.push(format);
        }
    }
    let files = candidates(image, None);
    let has_files = !files.is_empty();
    html! {
        <picture>
            for format in formats {
                <source
                    type={format.to_owned()}
                    srcset={candidates(image, Some(format))}
                    sizes={sizes.clone()}
                />
            }
            <img
                src={image.src.as_str().to_owned()}
                srcset={has_files.then(|| format!("{files}, {} {}w", image.src.as_str(), image.width))}
                sizes={has_files.then_some(sizes)}
                width={image.width.to_string()}
                height={image.height.to_string()}
                alt={image.alternative.clone().unwrap_or_default()}
                loading="lazy"
                decoding="async"
            />
        </picture>
    }
}

/// The files of a format, as the value of `srcset`.
fn candidates(image: &Image, format: Option<&str>) -> String {
    let mut list = String::new();
    let is_it = |source: &&ImageSource| source.media_type.as_deref() == format;
    for source in image.sources.iter().filter(is_it) {
        if !list.is_empty() {
            list.push_str(", ");
        }
        for part in [source.src.as_str(), " ", &source.width.to_string(), "w"] {
            list.push_str(part);
        }
    }
    list
}
