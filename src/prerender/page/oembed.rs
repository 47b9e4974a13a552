//! How other sites embed a page: an oEmbed document (version 1.0, type `rich`), which content management systems ask for
//! when somebody pastes the address of the page.
//!
//! The document is a file beside the page. It has no `cache_age`, because the server of the file tells how long it is
//! fresh.

use super::super::address::{Folder, WebAddress};
use super::super::escape::{Escaped, data_block};
use super::super::story::Story;
use super::social::contributors;
use serde_json::{Map, Value, json};
use url::Url;

/// The size of the frame in CSS pixels. The article in it scrolls.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 800;

/// The field that marks a document that this module wrote. Consumers pass over fields that they do not know.
const GENERATOR: (&str, &str) = ("generator", "article-widget");

/// How the pages of a site are embedded: in `frame.html` of the widget's files.
#[derive(Clone, Debug)]
pub struct Oembed {
    /// The address of the site.
    provider: WebAddress,
    /// The name of the site.
    name: Option<String>,
    /// The address of `frame.html`.
    frame: Url,
}

impl Oembed {
    /// Describes a site at this address. The folder of the widget's files may be relative to it.
    ///
    /// # Errors
    ///
    /// A sentence that says which address cannot be used.
    pub fn new(base: WebAddress, assets: &Folder, name: Option<String>) -> Result<Self, String> {
        let site = Url::parse(&base.to_string())
            .map_err(|error| format!("{base} is not an address: {error}"))?;
        let frame = site
            .join(&assets.to_string())
            .and_then(|assets| assets.join("frame.html"))
            .map_err(|error| format!("{assets} is not an address: {error}"))?;
        Ok(Self {
            provider: base,
            name,
            frame,
        })
    }

    /// The oEmbed document of the page at this address, as JSON. In it, as in a script element, no `<` stands.
    #[must_use]
    pub fn render(&self, story: &Story, page: &WebAddress) -> String {
        let article = story.article();
        let title = article.headline.plain_text();
        let mut frame = self.frame.clone();
        frame
            .query_pairs_mut()
            .append_pair("src", &page.to_string())
            .append_pair("base", "document");
        let html = format!(
            r#"<iframe src="{}" title="{}" width="{WIDTH}" height="{HEIGHT}" frameborder="0"></iframe>"#,
            Escaped(frame.as_str()),
            Escaped(&title),
        );
        let authors: Vec<String> = contributors(article)
            .into_iter()
            .map(|author| author.name)
            .collect();
        let fields = [
            ("version", Some(json!("1.0"))),
            ("type", Some(json!("rich"))),
            ("title", Some(title.into())),
            (
                "author_name",
                (!authors.is_empty()).then(|| authors.join(", ").into()),
            ),
            ("provider_name", self.name.clone().map(Value::from)),
            ("provider_url", Some(self.provider.to_string().into())),
            ("width", Some(WIDTH.into())),
            ("height", Some(HEIGHT.into())),
            ("html", Some(html.into())),
            (GENERATOR.0, Some(GENERATOR.1.into())),
        ];
        let fields = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        let fields: Map<String, Value> = fields.collect();
        data_block(&Value::Object(fields).to_string()) + "\n"
    }

    /// Where `frame.html` is of another origin than the site: the address of the configuration beside it, and the origin
    /// that it has to name.
    #[must_use]
    pub fn configuration(&self) -> Option<(String, String)> {
        let site = Url::parse(&self.provider.to_string()).ok()?.origin();
        let configuration = self.frame.join("frame.json").ok()?;
        (self.frame.origin() != site).then(|| (configuration.into(), site.ascii_serialization()))
    }

    /// Whether a document was written by this module, and may be replaced by a newer one.
    #[must_use]
    pub fn is_generated(json: &str) -> bool {
        let parsed: Option<Value> = serde_json::from_str(json).ok();
        parsed.is_some_and(|json| json[GENERATOR.0] == GENERATOR.1 && json["type"] == "rich")
    }
}
