//! The article widget: a news article, a chart of spending commitments and a carousel of related
//! stories, in one element that any web page can embed.
//!
//! # How data flows
//!
//! One way down: JSON → [`document::Value`] → [`model`] (read and checked in one go; together with
//! the reader's state in [`chart`] and [`carousel`]) → a layout of numbers and words → [`view`] →
//! the page. And one way back: a DOM event → an `Action` → a pure `update` → a new state; what the
//! host page should know leaves as a `CustomEvent`.
//!
//! # Modules
//!
//! From the lowest up; a module imports only those above it in this table, which the test `boundaries` checks.
//!
//! | module | job | may know of the browser |
//! |---|---|---|
//! | [`document`] | JSON values, how types read themselves, problems with their places | no |
//! | [`quantity`] | decimals, money, currencies, dates and periods | no |
//! | [`mod@format`] | numbers, sums and dates of a language | no |
//! | `claims` | whether words that state a figure agree with the data | no; native only |
//! | [`model`] | a document that has been checked; its types are the format | no |
//! | [`messages`] | every word of the interface, a file for each language | no |
//! | [`digest`] | whether prerendered charts and rows fit this build | no |
//! | [`carousel`] | the carousel as numbers | no |
//! | [`chart`] | the chart as numbers and words | no |
//! | `dom` | what only a browser can measure or do | yes |
//! | [`view`] | Yew components; pure markup | only through `dom` |
//! | `element` | the bridge to the custom element | yes; WebAssembly only |
//! | `prerender` | a document as static HTML | no; native only |
//! | `authoring` | tools for those who write documents | no; native only |
//!
//! `docs/architecture.md` has the whole map, with two journeys through it.
//!
//! # In a Yew app
//!
//! [`view::ArticleWidget`] is a component like any other: give it an [`model::Article`], which
//! comes from a [`document::Value`], which any reader of JSON makes.
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
//!     // Problems name what had to be left out; here nothing had to.
//!     let (article, problems) = Article::read(&value).expect("an article");
//!     assert!(problems.is_empty());
//!     html! { <ArticleWidget article={Rc::new(article)} /> }
//! }
//! # let html = tokio::runtime::Builder::new_current_thread().build().unwrap()
//! #     .block_on(yew::LocalServerRenderer::<Page>::new().render());
//! # assert!(html.contains("A headline"));
//! ```
//!
//! A page of its own needs both style sheets too, in this order: `article-widget.light.css` and
//! `article-widget.live.light.css` of a release are for what is inside of a
//! `<div class="article-widget-light">`, `article-widget.css` and `article-widget.live.css` for a shadow
//! tree whose root carries `part="root"`. `examples/yew-app` is a whole app.

#[cfg(feature = "authoring")]
pub mod authoring;
pub mod carousel;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
mod claims;
pub mod digest;
pub mod document;
mod dom;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub mod element;
pub mod format;
pub mod messages;
pub mod model;
#[cfg(feature = "prerender")]
pub mod prerender;
pub mod quantity;
pub mod view;
