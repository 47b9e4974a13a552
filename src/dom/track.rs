//! The track of a carousel: the browser scrolls it, and the reader drags it.

use crate::carousel::{Extent, Rects};
use gloo::events::EventListener;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, Node};
use yew::NodeRef;

#[cfg_attr(browser, wasm_bindgen(module = "/src/dom/track.js"))]
#[cfg_attr(not(browser), wasm_bindgen)]
extern "C" {
    fn watch(viewport: &Node) -> Function;

    #[wasm_bindgen(js_name = numbersOf)]
    fn numbers_of(event: &Event) -> Vec<f64>;

    #[wasm_bindgen(js_name = measure)]
    fn measure_node(viewport: &Node) -> Vec<f64>;

    #[wasm_bindgen(js_name = scrollTo)]
    fn scroll_node(viewport: &Node, place: f64, scroll_source: u8);

    #[wasm_bindgen(js_name = isBusy)]
    fn is_node_busy(viewport: &Node) -> bool;
}

/// An event of a track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum TrackEvent {
    /// Only the places of viewport and slides may have changed.
    Nothing,
    /// The track has scrolled to this place, as the browser counts it: in pixels, negative from right to left.
    Scrolled(f64),
    /// The track has come to rest.
    Rested(ScrollSource),
    /// The keyboard has moved the focus into the slide with this index.
    Focused(usize),
    /// The reader has dragged the track, and released it with this velocity in pixels per millisecond. It is positive
    /// towards the end of the row.
    Released(f64),
}

/// The source of a scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum ScrollSource {
    /// The program, not the reader.
    Page,
    /// A button of the carousel.
    Button,
    /// A wheel, a finger, a scroll bar.
    Scrolling,
    /// The keyboard.
    Keyboard,
    /// A drag with the mouse.
    Drag,
}

impl ScrollSource {
    const ALL: [Self; 5] = [
        Self::Page,
        Self::Button,
        Self::Scrolling,
        Self::Keyboard,
        Self::Drag,
    ];
}

/// Listens to the events of the track in a viewport; ends when dropped.
#[must_use = "dropping it ends the reports"]
pub(crate) struct Track {
    end: Function,
    _listener: EventListener,
}

impl Track {
    /// Calls a function for each event, with the places of viewport and slides where they may have changed. `None` where
    /// there is no viewport.
    pub(crate) fn watch(
        viewport: &NodeRef,
        on_event: impl Fn(TrackEvent, Option<Rects>) + 'static,
    ) -> Option<Self> {
        let node = viewport.get()?;
        let listener = EventListener::new(&node, "track", move |event| {
            if let [what, value, rects @ ..] = &*numbers_of(event) {
                let rects = to_rects(rects);
                let is_right_to_left = rects.as_ref().is_some_and(|rects| rects.is_right_to_left);
                on_event(to_event(*what, *value, is_right_to_left), rects);
            }
        });
        Some(Self {
            end: watch(&node),
            _listener: listener,
        })
    }
}

impl Drop for Track {
    fn drop(&mut self) {
        // It does not fail.
        let _ = self.end.call0(&JsValue::NULL);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small whole numbers"
)]
fn to_event(what: f64, value: f64, is_right_to_left: bool) -> TrackEvent {
    match what as u8 {
        1 => TrackEvent::Rested(ScrollSource::ALL[value as usize % ScrollSource::ALL.len()]),
        2 => TrackEvent::Focused(value as usize),
        3 if is_right_to_left => TrackEvent::Released(-value),
        3 => TrackEvent::Released(value),
        4 => TrackEvent::Scrolled(value),
        _ => TrackEvent::Nothing,
    }
}

fn to_rects(numbers: &[f64]) -> Option<Rects> {
    let (is_right_to_left, edges) = numbers.split_first()?;
    let mut extents = edges.chunks_exact(2).map(|edges| Extent {
        left: edges[0],
        right: edges[1],
    });
    Some(Rects {
        is_right_to_left: *is_right_to_left > 0.0,
        viewport: extents.next()?,
        slides: extents.collect(),
    })
}

/// Measures viewport and slides; `None` if there is no viewport.
pub(crate) fn measure(viewport: &NodeRef) -> Option<Rects> {
    to_rects(&measure_node(&viewport.get()?))
}

/// Asks the browser to scroll a viewport to a place, in CSS pixels from the start of its first slide.
///
/// The scroll is smooth, unless its source is the program, or the reader prefers less motion.
pub(crate) fn scroll_to(viewport: &NodeRef, place: f64, scroll_source: ScrollSource) {
    if let Some(node) = viewport.get() {
        scroll_node(&node, place, scroll_source as u8);
    }
}

/// Whether the focus is in a viewport, or its track scrolls.
pub(crate) fn is_busy(viewport: &NodeRef) -> bool {
    viewport.get().is_some_and(|node| is_node_busy(&node))
}
