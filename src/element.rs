//! The bridge between the custom element and the views.
//!
//! The loader (`embed.js`, written by hand) owns the element: its life in the page, where its
//! document comes from, what stands there while there is no article, and every event. It calls in
//! here for what only the views can do. Nothing else in the crate
//! knows that a custom element exists.

mod json;

use crate::digest;
use crate::document::Value;
use crate::model::{Article, Related, Teaser};
use crate::problem::Problem;
use crate::view::{ChartEvent, Host, Mount, MountProps, SlideEvent};
use js_sys::{Array, Error, Function, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback};

/// A third of the size of the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Whom to tell of a panic, after which this instance of the module must not be called again.
///
/// `on_panic` is called with the message, in the middle of the panic.
#[wasm_bindgen]
pub fn watch(on_panic: Function) {
    ON_PANIC.set(Some(on_panic));
    yew::set_custom_panic_hook(Box::new(|info| {
        ON_PANIC.with_borrow(|on_panic| {
            if let Some(on_panic) = on_panic {
                // Whoever fails to listen cannot be told.
                let _ = on_panic.call1(&JsValue::NULL, &info.to_string().into());
            }
        });
    }));
}

/// The digest of a document's text, to compare with that of prerendered markup; see
/// [`digest::digest`].
#[wasm_bindgen]
#[must_use]
pub fn digest(text: &str) -> String {
    digest::digest(text)
}

/// One article in the page: the views, mounted once, in one root.
///
/// Yew never forgets a root that it was mounted in. So a root is kept for another article when
/// its element leaves the page, instead of being taken down.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Mount>,
    /// What it shows.
    props: MountProps,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts an article in `root`.
    ///
    /// `document` is the document as the browser's JSON parser gives it. `is_prerendered` says
    /// that `root` holds what this very build wrote for it, and `has_all_stories` that all stories of its
    /// rows are among that. `has_links` says whether charts offer
    /// links to their state. `on_event` is called whenever the reader has done something that the page is
    /// told of: with the event's name (`chart`, `slide`) and its detail. `on_rendered` is called a little later, when the
    /// article is in `root`, with a list of what had to be left out of it: `{ path, message }`.
    ///
    /// # Errors
    ///
    /// An `Error` that says why the document cannot be shown; `root` is as it was.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        document: &JsValue,
        is_prerendered: bool,
        has_all_stories: bool,
        has_links: bool,
        on_event: Function,
        on_rendered: Function,
    ) -> Result<Self, Error> {
        let mut props = props(document, has_links, on_event, on_rendered)?;
        props.host.has_all_stories = has_all_stories;
        let renderer = yew::Renderer::<Mount>::with_root_and_props(root, props.clone());
        let app = if is_prerendered {
            renderer.hydrate()
        } else {
            renderer.render()
        };
        Ok(Self { app, props })
    }

    /// Shows another document in place of the last one; see [`Widget::new`].
    ///
    /// # Errors
    ///
    /// An `Error` that says why the document cannot be shown; the last one stays.
    pub fn show(
        &mut self,
        document: &JsValue,
        has_links: bool,
        on_event: Function,
        on_rendered: Function,
    ) -> Result<(), Error> {
        self.update(props(document, has_links, on_event, on_rendered)?);
        Ok(())
    }

    /// Lets other teasers take the place of those of a row of related stories, and leaves all else
    /// as the reader has it.
    ///
    /// `row` is the id of the row, `teasers` a list as documents have it. What is wrong in there is left
    /// out: the loader's own script has written it. Where nothing is left, the row keeps its own.
    pub fn relate(&mut self, row: &str, teasers: &JsValue) {
        // Nothing in there is nested deep.
        let list = json::to_value(teasers).unwrap_or(Value::Null);
        let teasers = Teaser::read_list(&list);
        let mut props = self.props.clone();
        let mut rows = props.article.iter().flat_map(|article| &article.related);
        if let Some(own) = rows.find(|own| &*own.id == row)
            && !teasers.is_empty()
        {
            props.host.feed = Some(Rc::new(Related {
                id: own.id.clone(),
                title: own.title.clone(),
                teasers,
            }));
            self.update(props);
        }
    }

    /// Lets go of the article, and ends whatever its views had under way.
    pub fn clear(&mut self) {
        self.update(MountProps::default());
    }

    fn update(&mut self, props: MountProps) {
        self.props = props.clone();
        self.app.update(props);
    }
}

fn props(
    document: &JsValue,
    has_links: bool,
    on_event: Function,
    on_rendered: Function,
) -> Result<MountProps, Error> {
    let (article, problems) = read(document).map_err(|message| Error::new(&message))?;
    let on_slide_event = on_event.clone();
    Ok(MountProps {
        article: Some(Rc::new(article)),
        host: Host {
            has_links,
            on_chart: Some(Callback::from(move |event: ChartEvent| {
                let [chart, choice, value] =
                    [&*event.chart, event.choice, &event.value].map(JsValue::from_str);
                let detail = [("chart", chart), ("choice", choice), ("value", value)];
                tell(&on_event, "chart", &detail);
            })),
            on_slide: Some(Callback::from(move |event: SlideEvent| {
                let [related, by] = [&*event.related, event.by].map(JsValue::from_str);
                let [first, last, count] =
                    [event.first, event.last, event.count].map(JsValue::from);
                let detail = [
                    ("related", related),
                    ("first", first),
                    ("last", last),
                    ("count", count),
                    ("by", by),
                ];
                tell(&on_slide_event, "slide", &detail);
            })),
            ..Host::default()
        },
        on_rendered: Callback::from(move |()| {
            let problems: Array = problems.iter().map(to_problem).collect();
            // As below.
            let _ = on_rendered.call1(&JsValue::NULL, &problems);
        }),
    })
}

/// Tells the loader of an event for the page.
fn tell(on_event: &Function, name: &str, detail: &[(&str, JsValue)]) {
    // An error in there is the loader's own, and reported by the browser.
    let _ = on_event.call2(&JsValue::NULL, &name.into(), &to_object(detail));
}

fn read(document: &JsValue) -> Result<(Article, Vec<Problem>), String> {
    Article::read(&json::to_value(document)?).map_err(|problem| problem.to_string())
}

fn to_problem(Problem { path, message, .. }: &Problem) -> Object {
    to_object(&[("path", path.into()), ("message", message.into())])
}

fn to_object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh plain object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
