//! The command line, and which of its parts go together.

mod help;

use article_widget::authoring::Release;
use article_widget::prerender::{Folder, Nonce, Reference, WebAddress};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use help::{FORMATS, TABLES};
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
    /// becomes a site: a page for each document in it, and index.html, which lists them. Hidden files
    /// and JSON for other programs are passed over.
    ///
    /// The styles stand in the markup. The line "style-src: …" on standard error has their hashes,
    /// which a strict Content Security Policy needs.
    Prerender(Box<PrerenderArguments>),

    /// Name every problem of documents, with its place
    ///
    /// Also what a browser passes over: unknown fields, empty texts, notes that nothing refers to,
    /// and words that state another figure than the data.
    ///
    /// An error is left out, or does not mean what it should. A warning is for what is shown but may
    /// not be what is meant, such as a table without a caption. A remark is worth knowing.
    ///
    /// Ends with 0 if there is no error, 1 if there is one, and 2 if the command line makes no sense
    /// or a file cannot be read or written.
    #[command(after_long_help = FORMATS)]
    Check(CheckArguments),

    /// Write the JSON Schema of documents
    ///
    /// An editor that is given it, for example by a field "$schema" in the document, completes
    /// names, explains them, and marks mistakes while they are made.
    Schema(SchemaArguments),

    /// Make a document of Markdown or plain text
    ///
    /// Front matter between two lines of --- gives the fields that are not in the text; tables of a
    /// spreadsheet may give the commitments and the related stories. docs/markdown.md describes it
    /// all.
    ///
    /// Every error is named with its line; a document is written only where there is none. Warnings
    /// and remarks, as on the fields of other tools, are named, too.
    #[command(after_long_help = TABLES)]
    Import(ImportArguments),

    /// Write a document as Markdown, or its commitments as CSV
    ///
    /// Importing the Markdown makes the same document again, without the fields $comment.
    Export(ExportArguments),

    /// The words of the interface: the languages of the widget, and those of a publisher
    #[command(subcommand)]
    Messages(MessagesCommand),

    /// Write the style sheets of the widget into a folder
    Styles {
        /// The folder
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },

    /// Write a document to begin with
    ///
    /// It shows the commonest features, and remarks in it say what each is for.
    New(NewArguments),
}

#[derive(Debug, Subcommand)]
pub(crate) enum MessagesCommand {
    /// Name every fault of a file of messages, with its place
    Check {
        /// The file: JSON with the messages that a publisher writes otherwise, or those of another language
        file: PathBuf,
        /// The language that it is for, as a BCP 47 tag; absent if the file says so itself
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
    },
    /// Write the JSON Schema of files of messages
    Schema(SchemaArguments),
    /// Write the texts of all languages into a folder, as the widget loads them
    Texts {
        /// The folder
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Documents, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// How to write what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,

    /// The release of the widget that readers have: fields that came later are named, too
    #[arg(long, value_name = "RELEASE", value_parser = Release::parse)]
    pub(crate) widget: Option<Release>,

    /// Take warnings for errors, too
    #[arg(long)]
    pub(crate) strict: bool,

    /// First mend in the files what is meant without a doubt: typing errors in names of fields, codes
    /// in wrong capitals, an absent version
    #[arg(long)]
    pub(crate) fix: bool,
}

impl CheckArguments {
    /// The documents. Ends the program if `--fix` is to change standard input.
    pub(crate) fn files(&self) -> &[PathBuf] {
        if self.fix && self.files.iter().any(|file| file.as_os_str() == "-") {
            let message =
                "--fix changes files, and - is standard input: name the file of the document";
            exit("check", ErrorKind::ArgumentConflict, message);
        }
        &self.files
    }
}

/// Ends the program with a message about the arguments of a command.
fn exit(command: &str, kind: ErrorKind, message: &str) -> ! {
    let mut all = Arguments::command();
    all.build();
    let command = all.find_subcommand_mut(command);
    let command = command.expect("this is a command");
    command.error(kind, message).exit()
}

/// For whom problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With excerpts of the documents, for people
    Human,
    /// As JSON, for tools
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Where to write it; to standard output otherwise
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// A text, or - for standard input
    pub(crate) file: PathBuf,

    /// How it is written; by default text where its name ends with .txt, Markdown otherwise
    #[arg(long, value_enum)]
    pub(crate) format: Option<TextFormat>,

    /// The language of the article, where the front matter does not name it
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<String>,

    /// A table of commitments to add
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) commitments: Option<PathBuf>,

    /// A table of related stories to add
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) teasers: Option<PathBuf>,

    /// The title above related stories of the table, where the front matter does not name their row
    #[arg(long, value_name = "TITLE", requires = "teasers")]
    pub(crate) teasers_title: Option<String>,

    /// Where to write the document; to standard output otherwise
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// Markdown
    Markdown,
    /// Paragraphs with blank lines between them, and headings; the first line is the headline
    Text,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// A document, or - for standard input
    pub(crate) file: PathBuf,

    /// What to write; by default csv where the name of --out ends with .csv, markdown otherwise
    #[arg(long, value_enum)]
    pub(crate) format: Option<ExportFormat>,

    /// Where to write it; to standard output otherwise
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The whole document as Markdown with front matter
    Markdown,
    /// Its commitments as a table
    Csv,
}

#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    /// In which form; by default markdown where the name of --out ends with .md, json otherwise
    #[arg(long, value_enum)]
    pub(crate) format: Option<NewFormat>,

    /// Where to write it, which must not exist yet; to standard output otherwise
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// The form of a document to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NewFormat {
    /// A document
    Json,
    /// Markdown, of which `import` makes a document
    Markdown,
}

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

    /// Replace pages in the folder --out that this command has not written, too
    #[arg(long)]
    pub(crate) force: bool,

    /// Refuse a document with anything that `check --strict` calls an error, such as a sentence that
    /// states another figure than the data
    #[arg(long)]
    pub(crate) strict: bool,

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

    /// A picture to stand for the page where it is shared (may be repeated)
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
    /// A page for each document of a folder, written into another.
    Site(&'a Path),
}

fn base_url(text: &str) -> Result<WebAddress, String> {
    WebAddress::parse(text).and_then(WebAddress::into_folder)
}

impl PrerenderArguments {
    /// Finds the task. Ends the program if the arguments contradict each other.
    pub(crate) fn task(&self) -> Task<'_> {
        self.check(!self.is_standard_input() && self.document.is_dir())
            .unwrap_or_else(|(kind, message)| exit("prerender", kind, message))
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
        conflict(
            self.force,
            "--force is for a folder of documents: one document replaces what --out names",
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
