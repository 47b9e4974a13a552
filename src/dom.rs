//! What only a browser can measure or do, as values, callbacks and functions.
//!
//! A subscription ends when its handle is dropped. These functions are for effects and handlers of events, which do not
//! run while markup is written natively: outside of a browser they panic, or do nothing where there is no node.
//!
//! A function that would consist of calls into the browser is a script, in the file of the same name: each kind of call
//! from Rust costs a reader more bytes than the same call in a script. There are at most four scripts, see
//! tests/native/boundaries.rs. WebAssembly without a browser names no script: a server could not load it.
//!
//! May not import `element` or `view`.

mod chart;
mod export;
mod rendering;
mod track;

pub(crate) use chart::{
    By, ChartInput, Watch, choice_of, citation, cite, copy_link, preview, provide_collation,
    reveal, show,
};
pub(crate) use export::{download, draw, print};
pub(crate) use rendering::{Kept, begin, settle, transition};
pub(crate) use track::{ScrollSource, Track, TrackEvent, is_busy, measure, scroll_to};
