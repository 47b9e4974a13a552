//! The command line, and which of its parts go together.

use article_widget::prerender::{Folder, Reference, WebAddress};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};
use std::path::{Path, PathBuf};

/// The article widget's tools
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write articles as static HTML
    ///
    /// By default, one article as a fragment to paste into a page, on standard output. A folder
    /// becomes a site: a page for each of its *.json files, and index.html, which lists them.
    Prerender(PrerenderArguments),
}

#[derive(Debug, Args)]
pub(crate) struct PrerenderArguments {
    /// A document, a folder of documents, or - for standard input
    pub(crate) document: PathBuf,

    /// Where to write: a file, or a folder if DOCUMENT is one
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,

    /// Write a whole page, not a fragment (as a folder's pages always are)
    #[arg(long)]
    pub(crate) page: bool,

    /// Put the article among the page's own content, for reading modes, not in a shadow tree
    #[arg(long)]
    pub(crate) light: bool,

    /// Where embed.js and the other files of the widget are
    #[arg(long, value_name = "URL", default_value = "./", value_parser = Folder::parse)]
    pub(crate) assets: Folder,

    /// The document's own address, for the element's src attribute
    #[arg(long, value_name = "URL", value_parser = Reference::parse)]
    pub(crate) src: Option<Reference>,

    /// Put this style sheet (article-widget.css) into the markup instead of a link to it
    #[arg(long, value_name = "FILE", conflicts_with = "light")]
    pub(crate) inline_styles: Option<PathBuf>,

    /// The nonce by which the page's Content Security Policy knows the inline styles
    #[arg(long, requires = "inline_styles")]
    pub(crate) nonce: Option<String>,

    /// The page's own address
    #[arg(long, value_name = "URL", value_parser = WebAddress::parse, conflicts_with = "base_url")]
    pub(crate) canonical: Option<WebAddress>,

    /// The address of the folder that the site's pages are going to be in
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<WebAddress>,

    /// A picture to stand for the page where it is shared (may be repeated)
    #[arg(long = "image", value_name = "URL", value_parser = WebAddress::parse)]
    pub(crate) images: Vec<WebAddress>,

    /// The name of the site, as its publisher
    #[arg(long, value_name = "NAME")]
    pub(crate) site_name: Option<String>,
}

/// What the arguments ask for.
#[derive(Debug)]
pub(crate) enum Task<'a> {
    /// A fragment of one document.
    Fragment,
    /// A page of one document.
    Page,
    /// A page for each document of a folder, written into another.
    Site(&'a Path),
}

fn base_url(text: &str) -> Result<WebAddress, String> {
    WebAddress::parse(text).and_then(WebAddress::into_folder)
}

impl PrerenderArguments {
    /// Finds out what to do; ends the program where the arguments contradict each other.
    pub(crate) fn task(&self) -> Task<'_> {
        self.check(!self.is_standard_input() && self.document.is_dir())
            .unwrap_or_else(|(kind, message)| {
                let mut command = Arguments::command();
                command.build();
                let command = command.find_subcommand_mut("prerender");
                command
                    .expect("this is its command line")
                    .error(kind, message)
                    .exit()
            })
    }

    fn check(&self, is_folder: bool) -> Result<Task<'_>, (ErrorKind, &'static str)> {
        let conflict = |is_given: bool, message| {
            if is_given {
                Err((ErrorKind::ArgumentConflict, message))
            } else {
                Ok(())
            }
        };
        if is_folder {
            conflict(
                self.canonical.is_some(),
                "--canonical is the address of one page: give --base-url for a folder",
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
