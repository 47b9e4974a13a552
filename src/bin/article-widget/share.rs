//! Pictures of pages for where they are shared.

use crate::{output, picture};
use anyhow::{Result, anyhow};
use article_widget::picture::{ArticleCard, Typefaces};
use article_widget::prerender::{PagePicture, Story, WebAddress};
use std::path::{Path, PathBuf};

/// What draws pictures.
pub(crate) struct Sharing(Typefaces);

impl Sharing {
    /// Reads the fonts.
    pub(crate) fn new(fonts: &[PathBuf]) -> Result<Self> {
        picture::typefaces(fonts).map(Self)
    }

    /// Draws a document into a file, which is going to have this address. `None` if the document has no chart.
    pub(crate) fn draw(
        &self,
        story: &Story,
        name: &str,
        file: &Path,
        address: WebAddress,
    ) -> Result<Option<PagePicture>> {
        let card = ArticleCard::draw(story.article(), &self.0);
        let Some(card) = card.map_err(|message| anyhow!("{name}: {message}"))? else {
            return Ok(None);
        };
        output::write_bytes(Some(file), &card.png)?;
        Ok(Some(PagePicture {
            address,
            size: ArticleCard::SIZE,
            alternative: card.alternative,
        }))
    }
}
