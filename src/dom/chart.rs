//! A chart and the page around it: its marks under pointers and keys, the figures in the text that
//! cite it, and how to cite the page.

use crate::format;
use js_sys::{Array, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, Node};
use yew::NodeRef;

use super::export::callback;

#[cfg_attr(browser, wasm_bindgen(module = "/src/dom/chart.js"))]
#[cfg_attr(not(browser), wasm_bindgen)]
extern "C" {
    #[wasm_bindgen(js_name = watch)]
    fn watch_node(
        frame: &Node,
        id: &str,
        has_links: bool,
        is_first: bool,
        report: &Closure<dyn Fn(String)>,
    ) -> Function;

    #[wasm_bindgen(js_name = show)]
    fn show_in(frame: &Node, place: usize);

    #[wasm_bindgen(js_name = reveal)]
    fn reveal_from(frame: &Node);

    #[wasm_bindgen(js_name = cite)]
    fn cite_from(frame: &Node, id: &str, is_cited: bool);

    #[wasm_bindgen(js_name = preview)]
    fn preview_from(frame: &Node, share: &str);

    /// The choice that an event on a control makes, for example `basis=per-year`: the part of the control's name after
    /// the dot, and its value. A checkbox gives `show` or `hide` and its value.
    ///
    /// It reads `change` events, `input` events of searches, and `click` events of buttons.
    #[wasm_bindgen(js_name = choiceOf)]
    pub(crate) fn choice_of(event: &Event) -> Option<String>;

    /// How to cite the page, in lines: its title, and its address without the fragment.
    pub(crate) fn citation() -> String;

    #[wasm_bindgen(js_name = copyLink)]
    fn copy_link_to(fragment: &str, on_done: JsValue);

    fn ranks(tag: &str, names: &Array) -> Vec<u32>;
}

/// From now on, names from A to Z have the order that the browser has for their language. On a server it does nothing.
pub(crate) fn provide_collation() {
    if cfg!(not(browser)) {
        return;
    }
    format::provide(|tag, names| {
        let list = Array::new();
        for name in names {
            list.push(&JsValue::from_str(name));
        }
        ranks(tag, &list)
    });
}

/// An event for a chart, beside the choices in its controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ChartInput {
    /// The reader reads a mark.
    Mark(Pointed),
    /// The reader reads no mark any more.
    Left,
    /// The reader activated a figure in the text that cites the commitment of this id: the id, then the choices with
    /// which the chart shows this figure, divided by spaces.
    Figure(String),
    /// The reader points at such a figure, or it has the focus: the same words.
    Preview(String),
    /// The address of the page has this fragment, from the start or after a change.
    Fragment(String),
}

/// A mark that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pointed {
    /// Its row, counted from zero through all panels.
    pub(crate) place: usize,
    /// The reason.
    pub(crate) by: By,
}

/// The reason why a mark is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// A pointer rests on it.
    Rest,
    /// It has the focus.
    Focus,
    /// A press or a key has activated it.
    Activation,
}

impl ChartInput {
    fn parse(words: &str) -> Option<Self> {
        let (what, value) = words.split_once('=')?;
        Some(match what {
            "figure" => Self::Figure(value.into()),
            "preview" => Self::Preview(value.into()),
            "fragment" => Self::Fragment(value.into()),
            _ => {
                let (place, by) = value.split_once(' ')?;
                let by = match by {
                    "press" => By::Activation,
                    "focus" => By::Focus,
                    _ => By::Rest,
                };
                let pointed = |place| Self::Mark(Pointed { place, by });
                place.parse().map_or(Self::Left, pointed)
            }
        })
    }
}

/// Listens to the events of a chart; ends when dropped.
///
/// In the frame of its plot the arrow keys, Home and End move the focus from `.row` to `.row`. A row under a pointer, with
/// the focus or after a press is read. Escape and a press elsewhere end this. Another Escape moves the focus back to the
/// figure in the text that the reader has followed to the row. Such figures are links `a.datum` to
/// `#datum-{commitment}.{chart}` in the same article.
#[must_use = "dropping the watch ends it"]
pub(crate) struct Watch {
    end: Function,
    // The page calls it, so it must live as long.
    _report: Closure<dyn Fn(String)>,
}

impl Watch {
    /// `None` where there is no frame. With `has_links` it reports the fragment of the page's address when that changes,
    /// with `is_first` also the present one.
    pub(crate) fn new(
        frame: &NodeRef,
        id: &str,
        has_links: bool,
        is_first: bool,
        on_input: impl Fn(ChartInput) + 'static,
    ) -> Option<Self> {
        let report = Closure::<dyn Fn(String)>::new(move |words: String| {
            if let Some(input) = ChartInput::parse(&words) {
                on_input(input);
            }
        });
        Some(Self {
            end: watch_node(&frame.get()?, id, has_links, is_first, &report),
            _report: report,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It does not fail.
        let _ = self.end.call0(&JsValue::NULL);
    }
}

/// Moves the focus to a `.row`, counted from zero, which brings it into view and reads it.
pub(crate) fn show(frame: &NodeRef, place: usize) {
    if let Some(frame) = frame.get() {
        show_in(&frame, place);
    }
}

/// Scrolls the page to the title of a chart.
pub(crate) fn reveal(frame: &NodeRef) {
    if let Some(frame) = frame.get() {
        reveal_from(&frame);
    }
}

/// Adds the class `is-cited` to the figures in the text that cite a commitment, or removes it.
pub(crate) fn cite(frame: &NodeRef, id: &str, is_cited: bool) {
    if let Some(frame) = frame.get() {
        cite_from(&frame, id, is_cited);
    }
}

/// Draws a bar of this length, such as `62.5%`, behind the figure in the text that the reader points at or has focused.
pub(crate) fn preview(frame: &NodeRef, share: &str) {
    if let Some(frame) = frame.get() {
        preview_from(&frame, share);
    }
}

/// Copies the address of this page to the clipboard, with another fragment, which is given without `#`. Browsers allow
/// this while they handle a press.
///
/// `on_done` is called once, a little later, with whether that succeeded.
pub(crate) fn copy_link(fragment: &str, on_done: impl Fn(bool) + 'static) {
    copy_link_to(fragment, callback(on_done));
}
