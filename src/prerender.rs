//! Articles as static HTML, for machines without a browser.
//!
//! # How data flows
//!
//! JSON text → [`Story`] (read, checked, and the text that travels with its markup) →
//! [`Fragment`] (the element with the article in it) → [`Page`] (a whole HTML page) and
//! [`index`] (a page that lists pages).
//!
//! The markup comes from the views, through Yew's server renderer; what stands around it is
//! written here. A browser that takes the markup over must make the very same of the document,
//! so the JSON is read as a browser reads it, and the root carries a stamp that tells both sides
//! apart: `data-digest="D-N"`, where D is the [`digest`](mod@crate::digest) of the JSON text in the
//! element, and N is the number of nodes that a browser makes inside the root.
//!
//! ```
//! use article_widget::prerender::{Folder, Form, Fragment, Page, Story, Styles};
//!
//! let json = r#"{ "version": 1, "language": "en", "headline": "A headline", "body": [] }"#;
//! let story = Story::read(json)?;
//! assert!(story.problems().is_empty());
//! let fragment = Fragment {
//!     assets: Folder::parse("https://cdn.example.org/widget/")?,
//!     src: None,
//!     is_linked: false,
//!     form: Form::Shadow(Styles::Linked),
//! };
//! assert!(fragment.render(&story).starts_with("<article-widget><template"));
//! let page = Page { fragment, canonical: None, images: Vec::new(), site_name: None };
//! assert!(page.render(&story).contains("<title>A headline</title>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! May not import web-sys, js-sys, wasm-bindgen, gloo, `dom` or `element`; only `markup` may
//! import yew. Nothing here reads a file, a clock or a network.

#![cfg(not(target_arch = "wasm32"))]

mod address;
mod escape;
mod fragment;
mod index;
pub(crate) mod json;
mod json_ld;
mod markup;
mod nodes;
mod page;
mod story;
mod styles;

pub use address::{Folder, Reference, WebAddress};
pub use fragment::{Form, Fragment};
pub use index::{Entry, index};
pub use nodes::count_nodes;
pub use page::Page;
pub use story::{Story, StoryError};
pub use styles::{InlineStyles, Styles};
