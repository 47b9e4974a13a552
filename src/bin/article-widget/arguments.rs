//! The command line, and which of its parts go together.

mod help;
mod picture;
mod prerender;

pub(crate) use picture::{PictureArguments, PictureFormat};
pub(crate) use prerender::{PrerenderArguments, Task};

use article_widget::authoring::Release;
use article_widget::prerender::WebAddress;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use help::{FORMATS, TABLES};
use std::path::PathBuf;

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

    /// Draw a chart of a document as SVG or PNG
    ///
    /// As readers see it when it opens, or in any state that they can choose. The SVG is the file that
    /// readers download. PNG is drawn with the font Inter, for Latin, Greek and Cyrillic letters; fonts
    /// for other scripts are given with --font. For newsletters, --html writes light, dark, and HTML to paste.
    Picture(PictureArguments),

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

/// The address of a folder.
fn base_url(text: &str) -> Result<WebAddress, String> {
    WebAddress::parse(text).and_then(WebAddress::into_folder)
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
