//! The picture of a chart in a newsletter.

use super::address::WebAddress;
use super::escape::{Escaped, on_one_line};
use crate::model::Article;

/// A picture that a newsletter shows, light or dark as the reader's program is.
///
/// Programs for mail run no scripts, know no relative addresses and take most styles away, so there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailPicture {
    /// The page that the picture leads to.
    pub page: Option<WebAddress>,
    /// The address of the picture on a light ground, which programs show that know no other.
    pub light: WebAddress,
    /// The address of the picture on a dark ground.
    pub dark: WebAddress,
    /// The width and height that it is shown in, in CSS pixels.
    pub size: (u32, u32),
    /// The words in its place, where pictures are not loaded or not seen.
    pub alternative: String,
}

impl MailPicture {
    /// The picture as HTML on one line, in the language of its article.
    #[must_use]
    pub fn render(&self, article: &Article) -> String {
        let [light, dark] = [&self.light, &self.dark].map(ToString::to_string);
        let (light, dark) = (Escaped(&light), Escaped(&dark));
        let (width, height) = self.size;
        let words = on_one_line(&Escaped(&self.alternative).to_string());
        // Words that stand in the place of the picture run in their own direction.
        let language = format!(
            "lang=\"{}\" dir=\"{}\"",
            Escaped(&article.language),
            article.direction()
        );
        let picture = format!(
            "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{dark}\"><img src=\"{light}\" width=\"{width}\" height=\"{height}\" border=\"0\" {language} alt=\"{words}\"></picture>"
        );
        match &self.page {
            Some(page) => format!("<a href=\"{}\">{picture}</a>\n", Escaped(&page.to_string())),
            None => format!("{picture}\n"),
        }
    }
}
