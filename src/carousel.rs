//! The carousel as numbers and words: where it may rest, what is in view, where "next" leads, which stories
//! are on the page, and what is said of them.
//!
//! The browser scrolls; this module only reads what the browser reports, and answers what to ask
//! of it. All lengths are CSS pixels.
//!
//! Data flow: [`Rects`] (edges on the screen) → [`Geometry`] (lengths in the direction of reading)
//! → [`CarouselState`] → a place to ask the browser for, and the [`Controls`].
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod announcement;
mod controls;
mod geometry;
mod order;
mod selected_company;
mod state;
mod window;

pub use announcement::Announcement;
pub use controls::{Controls, Dot};
pub use geometry::{Extent, Geometry, InView, Rects};
pub use order::order;
pub use selected_company::SelectedCompany;
pub use state::{CarouselAction, CarouselState, Go, Summary};
pub use window::{Window, group_size, is_late};
