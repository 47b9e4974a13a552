//! The options of the functions, as JavaScript gives them. They are those of the command line.

use super::refusal::Refusal;
use crate::authoring::{Checker, Release};
use crate::messages;
use crate::prerender::{
    FileReader, Folder, Fragment, InlineStyles, Nonce, Page, Placement, Reference, Styles,
    WebAddress,
};
use base64ct::{Base64, Encoding};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::collections::HashMap;

/// Reads options.
///
/// # Errors
///
/// A refusal that names the option.
pub(super) fn read<T: DeserializeOwned>(options: &str) -> Result<T, String> {
    let options: Json = serde_json::from_str(options).unwrap_or_default();
    if !options.is_object() {
        return Err(refuse("options: give an object"));
    }
    T::deserialize(options).map_err(|error| refuse(&format!("options: {error}")))
}

fn refuse(message: &str) -> String {
    Refusal::new(message, &[]).to_json()
}

/// Reads the value of an option.
fn parsed<T>(
    name: &str,
    value: Option<&str>,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    let refused = |message: String| refuse(&format!("options: {name}: {message}"));
    value.map(parse).transpose().map_err(refused)
}

/// Refuses two options that cannot both be heeded.
fn exclude(is_both: bool, message: &str) -> Result<(), String> {
    if is_both {
        Err(refuse(&format!("options: {message}")))
    } else {
        Ok(())
    }
}

/// The options of `check`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckOptions {
    /// The release of the widget that readers have.
    widget: Option<String>,
    /// Whether warnings are errors.
    #[serde(default)]
    strict: bool,
}

impl CheckOptions {
    pub(super) fn checker(&self) -> Result<Checker, String> {
        Ok(Checker {
            release: parsed("widget", self.widget.as_deref(), Release::parse)?,
            is_strict: self.strict,
        })
    }
}

/// The options of `importMarkdown`; see [`Import`](crate::authoring::Import).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ImportOptions {
    #[serde(default)]
    pub(super) format: TextKind,
    pub(super) language: Option<String>,
    pub(super) commitments: Option<String>,
    pub(super) teasers: Option<String>,
    pub(super) teasers_title: Option<String>,
}

/// How a text is written.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum TextKind {
    #[default]
    Markdown,
    Text,
}

/// The options of `prerender`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, which is given or not"
)]
pub(super) struct PrerenderOptions {
    assets: Option<String>,
    src: Option<String>,
    #[serde(default)]
    linked: bool,
    #[serde(default)]
    light: bool,
    #[serde(default)]
    link_styles: bool,
    inline_styles: Option<String>,
    nonce: Option<String>,
    /// Whether a document with an error or a warning is refused.
    #[serde(default)]
    pub(super) strict: bool,
    /// A publisher's messages.
    messages: Option<Json>,
    messages_src: Option<String>,
    page: Option<PageOptions>,
    #[serde(default)]
    single_file: bool,
    /// The files that a single file has in it, by their names in the document, in Base64.
    #[serde(default)]
    files: HashMap<String, String>,
}

/// The options for a whole page.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PageOptions {
    canonical: Option<String>,
    #[serde(default)]
    images: Vec<String>,
    site_name: Option<String>,
}

impl PrerenderOptions {
    /// How the article is put into a page.
    pub(super) fn fragment(&self) -> Result<Fragment, String> {
        let src = parsed("src", self.src.as_deref(), Reference::parse)?;
        exclude(
            self.linked && src.is_none(),
            "linked: the document is only at `src`: give its address",
        )?;
        let assets = parsed(
            "assets",
            self.assets.as_deref().or(Some("./")),
            Folder::parse,
        )?;
        let styles = self.styles()?;
        Ok(Fragment {
            assets: assets.ok_or_else(|| refuse("options: assets: give an address"))?,
            src,
            messages: self.messages_src()?,
            is_linked: self.linked,
            placement: if self.light {
                Placement::Light(styles)
            } else {
                Placement::Shadow(styles)
            },
        })
    }

    /// The publisher's messages, if there are any and they are sound.
    pub(super) fn messages(&self) -> Result<Option<&Json>, String> {
        let Some(file) = &self.messages else {
            return Ok(None);
        };
        match messages::problems(None, file).first() {
            Some(fault) => Err(refuse(&format!("options: messages: {fault}"))),
            None => Ok(Some(file)),
        }
    }

    /// The address of these messages, which the engine of a page needs as well.
    fn messages_src(&self) -> Result<Option<Reference>, String> {
        let needs_address = self.messages.is_some() && !self.single_file;
        exclude(
            needs_address && self.messages_src.is_none(),
            "messages: the widget in the page needs them, too: give their address as `messagesSrc`",
        )?;
        exclude(
            self.messages.is_none() && self.messages_src.is_some(),
            "messagesSrc: it is the address of `messages`: give them, too",
        )?;
        parsed(
            "messagesSrc",
            self.messages_src.as_deref(),
            Reference::parse,
        )
    }

    /// Whether the page is a single file, and what reads the files that it has in it.
    pub(super) fn single_file(&self) -> Result<Option<Box<FileReader<'_>>>, String> {
        if !self.single_file {
            exclude(
                !self.files.is_empty(),
                "files: they are for a single file: add `singleFile`",
            )?;
            return Ok(None);
        }
        for (name, is_given) in [
            ("linked", self.linked),
            ("src", self.src.is_some()),
            ("assets", self.assets.is_some()),
            ("linkStyles", self.link_styles),
            ("nonce", self.nonce.is_some()),
            ("messagesSrc", self.messages_src.is_some()),
        ] {
            exclude(
                is_given,
                &format!("{name}: a single file asks for nothing: leave it out"),
            )?;
        }
        Ok(Some(Box::new(|name| {
            let file = self.files.get(name);
            let file =
                file.ok_or_else(|| format!("cannot read {name}: it is not among `files`"))?;
            Base64::decode_vec(file).map_err(|error| format!("cannot read {name}: {error}"))
        })))
    }

    fn styles(&self) -> Result<Styles, String> {
        exclude(
            self.link_styles && self.inline_styles.is_some(),
            "linkStyles: `inlineStyles` stand in the markup: give one of the two",
        )?;
        exclude(
            self.link_styles && self.nonce.is_some(),
            "linkStyles: a nonce is for styles in the markup: give one of the two",
        )?;
        if self.link_styles {
            return Ok(Styles::Linked);
        }
        let nonce = parsed("nonce", self.nonce.as_deref(), Nonce::parse)?;
        let given = |css: &str| InlineStyles::new(css, nonce.clone());
        let given = parsed("inlineStyles", self.inline_styles.as_deref(), given)?;
        Ok(given.map_or(Styles::Inline(nonce), Styles::Given))
    }

    /// The page around the article, if a whole page is wanted.
    pub(super) fn page(&self, fragment: &Fragment) -> Result<Option<Page>, String> {
        let usual = PageOptions::default();
        let options = match &self.page {
            Some(options) => options,
            None if self.single_file => &usual,
            None => return Ok(None),
        };
        let canonical = options.canonical.as_deref();
        let canonical = parsed("page.canonical", canonical, WebAddress::parse)?;
        let mut images = Vec::new();
        for (index, image) in options.images.iter().enumerate() {
            let name = format!("page.images[{index}]");
            images.extend(parsed(&name, Some(image), WebAddress::parse)?);
        }
        Ok(Some(Page {
            fragment: fragment.clone(),
            canonical,
            picture: None,
            images,
            site_name: options.site_name.clone(),
            oembed: None,
        }))
    }
}
