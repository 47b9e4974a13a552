//! The colours of a picture.

use crate::chart::export::picture::PALETTE;

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureTheme {
    /// Dark on white, as readers download it.
    #[default]
    Light,
    /// Light on dark, as the widget is on a dark page.
    Dark,
}

/// The dark colours, in the order of [`PALETTE`]; see `style/tokens.css` and `style/host.css`.
const DARK: [&str; 6] = [
    "#16171a", "#e9e7e2", "#a5a7ad", "#3a3c42", "#868d99", "#ff8d8a",
];

impl PictureTheme {
    /// A drawing in these colours. Only attributes change: a text may name a colour.
    pub(super) fn paint(self, svg: String) -> String {
        if self == Self::Light {
            return svg;
        }
        let mut painted = String::with_capacity(svg.len());
        for (place, part) in svg.split('<').enumerate() {
            let (tag, text) = part.split_at(part.find('>').unwrap_or_default());
            if place > 0 {
                painted.push('<');
            }
            let mut tag = tag.to_owned();
            for (light, dark) in PALETTE.iter().zip(DARK) {
                tag = tag.replace(&format!("\"{light}\""), &format!("\"{dark}\""));
            }
            painted.push_str(&tag);
            painted.push_str(text);
        }
        painted
    }
}

#[cfg(test)]
mod tests {
    use super::PictureTheme::{Dark, Light};
    use super::{DARK, PALETTE};

    #[test]
    fn colours_are_those_of_the_style_sheets() {
        let sheets = [
            include_str!("../../style/tokens.css"),
            include_str!("../../style/host.css"),
        ];
        let sheets = sheets.concat();
        assert!(sheets.contains(&format!("--theme-paper: {};", DARK[0])));
        for (light, dark) in PALETTE.into_iter().zip(DARK).skip(1) {
            let pair = format!("light-dark({light}, {dark})");
            assert!(sheets.contains(&pair), "{pair}");
        }
    }

    #[test]
    fn attributes_change_and_texts_do_not() {
        let svg =
            r##"<svg><rect fill="#ffffff"/><text fill="#1b1b1d">in "#1b1b1d" > x</text></svg>"##;
        assert_eq!(Light.paint(svg.into()), svg);
        assert_eq!(
            Dark.paint(svg.into()),
            r##"<svg><rect fill="#16171a"/><text fill="#e9e7e2">in "#1b1b1d" > x</text></svg>"##
        );
    }
}
