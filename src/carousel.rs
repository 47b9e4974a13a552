//! The carousel as numbers and words: its snaps, the slides in view, the target of "next", the stories on the page,
//! and the announcements.
//!
//! The browser scrolls. This module reads the reports of the browser, and computes the places to scroll to. All lengths
//! are CSS pixels.
//!
//! Data flow: [`Rects`] (edges on the screen) → [`Geometry`] (lengths in the direction of reading)
//! → [`CarouselState`] → a place to scroll to, and the [`Controls`].
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
