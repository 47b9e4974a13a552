//! What only a browser can tell or do, as values, callbacks and functions.
//!
//! Everything that is subscribed here ends when its handle is dropped. What is here is
//! for effects and for answers to the reader, which there are none of while markup is written
//! natively: outside of a browser it panics.
//!
//! Where a function would be mostly calls into the browser it is a script, in the file of the same
//! name: each kind of call from here costs a reader more than the call itself. There are at most four of
//! them, see tests/native/boundaries.rs.
//!
//! May not import `element` or `view`.

mod chart;
mod export;
mod rendering;
mod track;

pub(crate) use chart::{By, ChartInput, Watch, choice_of, cite, copy_link, reveal, show};
pub(crate) use export::{download, draw, print};
pub(crate) use rendering::{Kept, begin, settle, transition};
pub(crate) use track::{ScrollSource, Track, TrackEvent, is_busy, measure, scroll_to};
