//! What only a browser can measure or do, as values, callbacks and functions.
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
mod track;
mod transition;

pub(crate) use chart::{
    By, ChartInput, Kept, Watch, begin, choice_of, cite, copy_link, reveal, settle, show,
};
pub(crate) use export::{download, draw, print};
pub(crate) use track::{ScrollSource, Track, TrackEvent, is_busy, measure, scroll_to};
pub(crate) use transition::transition;
