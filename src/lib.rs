//! The article widget: a news article, a chart of spending commitments and a carousel of related
//! stories, in one element that any web page can embed.
//!
//! # How data flows
//!
//! Down: JSON → [`document::Value`] → [`model`] (read and checked in one pass) → a layout of numbers and words,
//! which also depends on the reader's choices in [`chart`] and [`carousel`] → [`view`] → the page. Up: a DOM
//! event → an `Action` → a pure `update` → a new state. Events for the host page are dispatched as
//! `CustomEvent`s.
//!
//! # Modules
//!
//! The order is from the lowest to the highest. A module imports only those above it in this table; the test
//! `boundaries` checks that.
//!
//! | module | job | may use browser APIs |
//! |---|---|---|
//! | [`document`] | JSON values, how types read themselves, problems with their places | no |
//! | [`quantity`] | decimals, money, currencies, dates and periods | no |
//! | [`messages`] | every word of the interface, and the formats of each language | no |
//! | [`mod@format`] | numbers, sums and dates in a language | no |
//! | `claims` | whether words that state a figure agree with the data | no; feature `checks` |
//! | [`model`] | a document that has been checked; its types are the format | no |
//! | [`digest`] | whether prerendered charts and rows match this build | no |
//! | [`carousel`] | the state and geometry of the carousel | no |
//! | [`chart`] | the state, layout and words of the chart | no |
//! | `dom` | measurements and actions that need a browser | yes |
//! | [`view`] | Yew components; pure markup | only through `dom` |
//! | `element` | the bridge to the custom element | yes; feature `element`, for browsers |
//! | `picture` | a chart as SVG or PNG | no; feature `picture` |
//! | `prerender` | a document as static HTML | no; feature `prerender` |
//! | `authoring` | tools for authors of documents | no; feature `authoring` |
//! | `server` | both as a library for JavaScript on a server | no; feature `server` |
//!
//! `docs/architecture.md` has the complete map, with two examples of the data flow.
//!
//! # Features
//!
//! `element`, which is on by default, and `browser` are for WebAssembly that a page loads. Without them, WebAssembly
//! (`wasm32-unknown-unknown`, `wasm32-wasip1`) is for machines without a browser, as programs are.
//! `checks` adds what authors are told and readers are not, `prerender` includes it, `authoring` includes both. `picture`
//! draws charts, with a font. `cli` is the command `article-widget`, and `server` the library of the npm package for
//! servers.
//!
//! # In a Yew app
//!
//! An app for browsers names the crate with `default-features = false, features = ["browser"]`.
//!
//! [`view::ArticleWidget`] is an ordinary component. Its property is an [`model::Article`], which is read from
//! a [`document::Value`]. Any JSON parser can make such a value.
//!
//! ```ignore-wasm32
//! use article_widget::{document::Value, model::Article, view::ArticleWidget};
//! use std::rc::Rc;
//! use yew::prelude::*;
//!
//! #[component]
//! fn Page() -> Html {
//!     let json = r#"{ "version": 1, "language": "en", "headline": "A headline", "body": [] }"#;
//!     let value: Value = serde_json::from_str(json).expect("JSON");
//!     // Problems name the parts that had to be left out. Here there are none.
//!     let (article, problems) = Article::read(&value).expect("an article");
//!     assert!(problems.is_empty());
//!     html! { <ArticleWidget article={Rc::new(article)} /> }
//! }
//! # let html = tokio::runtime::Builder::new_current_thread().build().unwrap()
//! #     .block_on(yew::LocalServerRenderer::<Page>::new().render());
//! # assert!(html.contains("A headline"));
//! ```
//!
//! A page that is not rendered by the custom element needs two style sheets, in this order:
//! `article-widget.light.css` and `article-widget.live.light.css` of a release for the content of a `<div
//! class="article-widget-light">`, or `article-widget.css` and `article-widget.live.css` for a shadow tree
//! whose root has `part="root"`. `examples/yew-app` is a complete app.

#[cfg(feature = "authoring")]
pub mod authoring;
pub mod carousel;
pub mod chart;
#[cfg(feature = "checks")]
mod claims;
pub mod digest;
pub mod document;
mod dom;
#[cfg(all(browser, feature = "element"))]
pub mod element;
pub mod format;
pub mod messages;
pub mod model;
#[cfg(feature = "picture")]
pub mod picture;
#[cfg(feature = "prerender")]
pub mod prerender;
pub mod quantity;
#[cfg(feature = "server")]
pub mod server;
pub mod view;
