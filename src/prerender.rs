//! Articles as static HTML, for machines without a browser.
//!
//! # How data flows
//!
//! JSON text → [`Story`] (the article, read and checked, and the JSON text that is written beside its markup)
//! → [`Fragment`] (the element with the article in it) → [`Page`] (a whole HTML page) and [`index`] (a page
//! that lists pages).
//!
//! The markup comes from the views, through Yew's server renderer. The HTML around it is written here. The
//! text is then part of the page, and no script changes it. Charts and rows of stories are islands: a browser
//! hydrates each one separately, and must make exactly the same markup from the data in the document. So the
//! JSON is read as a browser reads it, and each island has an attribute `data-digest`: a
//! [`digest`](mod@crate::digest) of its data, of the build, and of the nodes that a browser makes of its
//! markup. The browser hydrates an island only if it computes the same digest.
//!
//! ```
//! use article_widget::prerender::{Folder, Fragment, Page, Placement, Story, Styles};
//!
//! let json = r#"{ "version": 1, "language": "en", "headline": "A headline", "body": [] }"#;
//! let story = Story::read(json)?;
//! assert!(story.problems().is_empty());
//! let fragment = Fragment {
//!     assets: Folder::parse("https://cdn.example.org/widget/")?,
//!     src: None,
//!     messages: None,
//!     is_linked: false,
//!     placement: Placement::Shadow(Styles::default()),
//! };
//! assert!(fragment.render(&story).starts_with("<div><article-widget><template"));
//! let page = Page {
//!     fragment, canonical: None, picture: None, images: Vec::new(), site_name: None, oembed: None,
//! };
//! assert!(page.render(&story).contains("<title>A headline</title>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! May not import web-sys, js-sys, wasm-bindgen, gloo, `dom` or `element`; only `markup` may
//! import yew. Nothing here reads a file, a clock or a network.

mod address;
mod error;
mod escape;
mod fragment;
mod index;
pub(crate) mod json;
mod mail;
mod markup;
mod moment;
mod page;
mod sheets;
mod story;
mod styles;
mod written;

pub use address::{Folder, Reference, WebAddress};
pub use error::StoryError;
pub use fragment::{Fragment, Placement};
pub use index::{Entry, index};
pub use mail::MailPicture;
pub use page::{FileReader, Oembed, Page, PagePicture, is_generated};
pub use sheets::style_sheets;
pub use story::Story;
pub use styles::{InlineStyles, Nonce, Styles};
pub use written::written;
