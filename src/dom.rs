//! Hooks over the live page: what only a browser can tell, as values and callbacks.
//!
//! Everything that is subscribed here ends when its handle is dropped. Effects do not run while
//! markup is written natively, so views may use these hooks there too.
//!
//! May not import `element`, `view` or `model`.

mod resize;
mod track;

pub(crate) use track::{measure, scroll_to, use_track};
