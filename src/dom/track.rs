//! The track of a carousel as the browser scrolls it.

use super::resize::Resize;
use crate::carousel::{Action, Measured};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Reports where the slides in a viewport are, at the start, on every resize and every scroll; ends when
/// dropped.
#[must_use = "dropping it ends the reports"]
pub(crate) struct Track {
    _resize: Option<Resize>,
    _listeners: [EventListener; 3],
}

impl Track {
    /// `None` where there is no viewport.
    pub(crate) fn watch(
        viewport: &NodeRef,
        on_action: impl Fn(Action) + Clone + 'static,
    ) -> Option<Self> {
        let element: HtmlElement = viewport.cast()?;
        let report = {
            let (element, on_action) = (element.clone(), on_action.clone());
            move || on_action(Action::Measured(measure_element(&element)))
        };
        let (scrolled, inserted) = (report.clone(), report.clone());
        Some(Self {
            _resize: Resize::observe(&element, report),
            _listeners: [
                EventListener::new(&element, "scroll", move |_| scrolled()),
                // A browser that puts the viewport elsewhere starts its row anew, and only this
                // animation with it (see carousel.css).
                EventListener::new(&element, "animationstart", move |_| inserted()),
                EventListener::new(&element, "scrollend", move |_| on_action(Action::Settled)),
            ],
        })
    }
}

/// Asks the browser to scroll a viewport to a place, in CSS pixels from the start edge.
///
/// Whether it glides or jumps is said in the styles, which know the reader's preference.
pub(crate) fn scroll_to(viewport: &NodeRef, place: f64) {
    if let Some(element) = viewport.cast::<HtmlElement>() {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let place = place.round() as i32;
        element.set_scroll_left(if is_right_to_left(&element) {
            -place
        } else {
            place
        });
    }
}

/// Where the slides in a viewport are now; `None` where there is no viewport.
pub(crate) fn measure(viewport: &NodeRef) -> Option<Measured> {
    viewport.cast().as_ref().map(measure_element)
}

fn measure_element(viewport: &HtmlElement) -> Measured {
    let slides = viewport.children();
    let starts: Vec<i32> = (0..slides.length())
        .filter_map(|index| slides.item(index)?.dyn_into::<HtmlElement>().ok())
        .map(|slide| slide.offset_left())
        .collect();
    let first = starts.first().copied().unwrap_or_default();
    Measured {
        // Distances, because right-to-left tracks count both of these downwards from zero.
        slides: starts
            .iter()
            .map(|start| f64::from((start - first).abs()))
            .collect(),
        viewport: f64::from(viewport.client_width()),
        track: f64::from(viewport.scroll_width()),
        position: f64::from(viewport.scroll_left().abs()),
    }
}

/// Whether later slides lie to the left of earlier ones.
fn is_right_to_left(viewport: &HtmlElement) -> bool {
    let left = |element: Option<web_sys::Element>| {
        Some(element?.dyn_into::<HtmlElement>().ok()?.offset_left())
    };
    left(viewport.last_element_child()) < left(viewport.first_element_child())
}
