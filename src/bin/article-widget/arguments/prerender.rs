//! The arguments of `prerender`, and which of them go together.

use super::{base_url, exit};
use article_widget::prerender::{Folder, Nonce, Reference, WebAddress};
use clap::Args;
use clap::error::ErrorKind;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, which is given or not"
)]
pub(crate) struct PrerenderArguments {
    /// A document, a folder of documents, or - for standard input
    pub(crate) document: PathBuf,

    /// Where to write: a file, or a folder if DOCUMENT is one
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,

    /// Replace pages and pictures in the folder --out that this command has not written, too
    #[arg(long)]
    pub(crate) force: bool,

    /// Refuse a document with anything that `check --strict` calls an error, such as a sentence that
    /// states another figure than the data
    #[arg(long)]
    pub(crate) strict: bool,

    /// Write a whole page, not a fragment (as a folder's pages always are)
    #[arg(long)]
    pub(crate) page: bool,

    /// Write a whole page that opens from a disk and asks for nothing: no script, and pictures in the
    /// markup; those that the document names relative to itself are read from files
    #[arg(long, conflicts_with_all = ["linked", "src", "assets", "link_styles", "nonce"])]
    pub(crate) single_file: bool,

    /// Put the article among the page's own content, for reading modes, not in a shadow tree
    #[arg(long)]
    pub(crate) light: bool,

    /// Where embed.js and the other files of the widget are
    #[arg(long, value_name = "URL", default_value = "./", value_parser = Folder::parse)]
    pub(crate) assets: Folder,

    /// The document's own address, for the element's src attribute
    #[arg(long, value_name = "URL", value_parser = Reference::parse)]
    pub(crate) src: Option<Reference>,

    /// A file of messages, with words of the interface that stand in the place of the widget's
    #[arg(long, value_name = "FILE", requires = "messages_src")]
    pub(crate) messages: Option<PathBuf>,

    /// The address of that file, for the element's messages attribute
    #[arg(long, value_name = "URL", requires = "messages", value_parser = Reference::parse)]
    pub(crate) messages_src: Option<Reference>,

    /// Leave the document at --src, to be fetched once the reader is near, and out of the markup
    #[arg(long, requires = "src")]
    pub(crate) linked: bool,

    /// Link to the style sheet instead of putting it into the markup: for pages with many articles
    #[arg(long, conflicts_with_all = ["inline_styles", "nonce"])]
    pub(crate) link_styles: bool,

    /// Put this style sheet into the markup instead of the widget's
    #[arg(long, value_name = "FILE")]
    pub(crate) inline_styles: Option<PathBuf>,

    /// The nonce by which the page's Content Security Policy knows the styles in the markup
    #[arg(long, value_parser = Nonce::parse)]
    pub(crate) nonce: Option<Nonce>,

    /// The page's own address
    #[arg(long, value_name = "URL", value_parser = WebAddress::parse, conflicts_with = "base_url")]
    pub(crate) canonical: Option<WebAddress>,

    /// The address of the folder that the site's pages are going to be in: each page then has an
    /// oEmbed document, NAME.oembed.json, by which other sites embed it in frame.html of --assets
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<WebAddress>,

    /// Draw a picture of the headline and the first chart, 1200 × 630 pixels, for where the page is shared:
    /// a PNG file that the page names, beside it unless --picture-url says where it is going to be
    #[arg(long, value_name = "FILE.png")]
    pub(crate) picture: Option<PathBuf>,

    /// The address of that picture
    #[arg(long, value_name = "URL", requires = "picture", value_parser = WebAddress::parse)]
    pub(crate) picture_url: Option<WebAddress>,

    /// Draw such a picture beside each page of a folder that has a chart: NAME.chart.png for NAME.html
    #[arg(long, requires = "base_url")]
    pub(crate) pictures: bool,

    /// A font (TTF or OTF) for characters of pictures that the fonts before it do not have (may be repeated)
    #[arg(long = "font", value_name = "FILE")]
    pub(crate) fonts: Vec<PathBuf>,

    /// Another picture to stand for the page where it is shared (may be repeated)
    #[arg(long = "image", value_name = "URL", value_parser = WebAddress::parse)]
    pub(crate) images: Vec<WebAddress>,

    /// The name of the site, as its publisher
    #[arg(long, value_name = "NAME")]
    pub(crate) site_name: Option<String>,
}

/// The task that the arguments describe.
#[derive(Debug)]
pub(crate) enum Task<'a> {
    /// A fragment of one document.
    Fragment,
    /// A page of one document.
    Page,
    /// A page of one document that needs no other file.
    SingleFile,
    /// A page for each document of a folder, written into another.
    Site(&'a Path),
}

impl PrerenderArguments {
    /// Finds the task. Ends the program if the arguments contradict each other.
    pub(crate) fn task(&self) -> Task<'_> {
        self.check(!self.is_standard_input() && self.document.is_dir())
            .unwrap_or_else(|(kind, message)| exit("prerender", kind, message))
    }

    /// Which of the options for pictures do not go together.
    fn check_pictures(&self, is_folder: bool) -> Result<(), (ErrorKind, &'static str)> {
        let conflict = |message| Err((ErrorKind::ArgumentConflict, message));
        let has_page = self.page || self.single_file;
        match &self.picture {
            Some(_) if is_folder => {
                conflict("--picture is one file, and DOCUMENT is a folder: give --pictures")
            }
            Some(_) if !has_page => conflict("--picture belongs to a page: add --page"),
            Some(_) if self.canonical.is_none() && self.picture_url.is_none() => conflict(
                "a page names its picture by a whole address: give --canonical, or --picture-url",
            ),
            None if self.pictures && !is_folder => {
                conflict("--pictures is for a folder of documents: give --picture FILE.png for one")
            }
            None if !self.pictures && !self.fonts.is_empty() => {
                conflict("--font is for pictures: add --picture or --pictures")
            }
            _ => Ok(()),
        }
    }

    fn check(&self, is_folder: bool) -> Result<Task<'_>, (ErrorKind, &'static str)> {
        let conflict = |is_given: bool, message| {
            if is_given {
                Err((ErrorKind::ArgumentConflict, message))
            } else {
                Ok(())
            }
        };
        self.check_pictures(is_folder)?;
        if is_folder {
            conflict(
                self.canonical.is_some(),
                "--canonical is the address of one page: give --base-url for a folder",
            )?;
            conflict(
                self.single_file,
                "--single-file is a page of one document, and DOCUMENT is a folder",
            )?;
            conflict(
                self.src.is_some(),
                "--src is the address of one document, and DOCUMENT is a folder",
            )?;
            return self.out.as_deref().map(Task::Site).ok_or((
                ErrorKind::MissingRequiredArgument,
                "DOCUMENT is a folder: say where to write with --out <PATH>",
            ));
        }
        conflict(
            self.base_url.is_some(),
            "--base-url is for a folder of documents: give --canonical for one",
        )?;
        conflict(
            self.force,
            "--force is for a folder of documents: one document replaces what --out names",
        )?;
        if self.single_file {
            return Ok(Task::SingleFile);
        }
        if self.page {
            return Ok(Task::Page);
        }
        let is_for_a_page =
            self.canonical.is_some() || !self.images.is_empty() || self.site_name.is_some();
        conflict(
            is_for_a_page,
            "--canonical, --image and --site-name belong to a page: add --page",
        )?;
        Ok(Task::Fragment)
    }

    /// Whether the document is to be read from standard input.
    pub(crate) fn is_standard_input(&self) -> bool {
        self.document.as_os_str() == "-"
    }
}
