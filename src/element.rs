//! The bridge between the custom element and the views.
//!
//! The loader (`embed.js`, written by hand) owns the element: its life in the page, where its
//! document comes from, what stands there while there is no article, and every event. It calls in
//! here for what only the views can do. Nothing else in the crate
//! knows that a custom element exists.

mod json;

use crate::carousel::SelectedCompany;
use crate::digest::Digests;
use crate::document::{Problem, Value};
use crate::messages::{self, Language};
use crate::model::{Article, Data, Id, Related, Teaser};
use crate::view::{ChartEvent, Content, Host, Island, Mount, MountProps, Names, SlideEvent};
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

/// Sets the function that is called with the message of a panic, in the middle of the panic. After that, this
/// instance of the module must not be called again.
#[wasm_bindgen]
pub fn watch(on_panic: Function) {
    ON_PANIC.set(Some(on_panic));
    yew::set_custom_panic_hook(Box::new(|info| {
        ON_PANIC.with_borrow(|on_panic| {
            if let Some(on_panic) = on_panic {
                // An error of the listener is its own.
                let _ = on_panic.call1(&JsValue::NULL, &info.to_string().into());
            }
        });
    }));
}

/// Adds the texts of a language for documents with this tag; see [`messages::add`]. Gives whether they are of this build.
#[wasm_bindgen(js_name = addLanguage)]
#[must_use]
pub fn add_language(tag: &str, texts: String) -> bool {
    messages::add(tag, texts)
}

/// A document that has been read and checked.
#[wasm_bindgen]
pub struct CheckedDocument {
    content: CheckedContent,
    problems: Vec<Problem>,
}

enum CheckedContent {
    /// All of it.
    Article(Rc<Article>),
    /// What the islands of a prerendered article are made from.
    Data(Data, Digests),
}

#[wasm_bindgen]
impl CheckedDocument {
    /// Reads a whole document, as the browser's JSON parser gives it.
    ///
    /// # Errors
    ///
    /// An `Error` that says why it cannot be shown.
    pub fn article(document: &JsValue) -> Result<Self, Error> {
        let value = json::to_value(document).map_err(|problem| to_error(&problem))?;
        let (article, problems) = Article::read(&value).map_err(|problem| to_error(&problem))?;
        Ok(Self {
            content: CheckedContent::Article(Rc::new(article)),
            problems,
        })
    }

    /// Reads the data of a document, whose text stands in the page already.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn data(document: &JsValue) -> Result<Self, Error> {
        let value = json::to_value(document).map_err(|problem| to_error(&problem))?;
        let (data, problems) = Data::read(&value).map_err(|problem| to_error(&problem))?;
        Ok(Self {
            content: CheckedContent::Data(data, Digests::of(&value)),
            problems,
        })
    }

    /// What had to be left out: a list of `{ path, message }`.
    #[must_use]
    pub fn problems(&self) -> Array {
        self.problems.iter().map(to_problem).collect()
    }

    /// The stamp of the markup that this build writes for an island of this name; see
    /// [`Digests::stamp`]. Empty where only a whole article was read.
    #[must_use]
    pub fn stamp(&self, island: &str, written: &str) -> String {
        match &self.content {
            CheckedContent::Data(_, digests) => digests.stamp(island, written),
            CheckedContent::Article(_) => String::new(),
        }
    }
}

impl CheckedDocument {
    /// The article, or the island of this name.
    fn content(&self, island: &str, is_in_section: bool) -> Option<Content> {
        let data = match &self.content {
            CheckedContent::Article(article) => return Some(Content::Article(article.clone())),
            CheckedContent::Data(data, _) => data,
        };
        let (kind, id) = island.split_once(':')?;
        let island = if kind == "chart" {
            let mut charts = data.charts.iter();
            Island::Chart {
                chart: charts.find(|chart| &*chart.id == id)?.clone(),
                is_in_section,
                is_right_to_left: data.direction() == "rtl",
                language: Language::of(&data.language),
            }
        } else {
            let mut rows = data.related.iter();
            Island::Related {
                related: rows.find(|row| &*row.id == id)?.clone(),
                text_language: data.text_language(),
                language: Language::of(&data.language),
            }
        };
        Some(Content::Island(island))
    }
}

/// One article or one island in the page: the views, mounted once, in one root.
///
/// Yew never forgets a root that it was mounted in: the scripts let go of a whole instance
/// of the module now and then.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Mount>,
    /// What it shows.
    props: MountProps,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts what was read in `root`: the whole article, or of its data the island of this name.
    ///
    /// `is_in_section` says that a heading of the text stands above the island.
    /// `is_prerendered` says that `root` holds what this very build wrote for it, and `has_all_stories`
    /// that all stories of a row are among that. `has_links` says whether charts offer
    /// links to their state. All ids begin with `prefix`; it is empty in a shadow tree. `on_event` is
    /// called when the reader has done something that concerns the page or other islands, with the event's name
    /// (`chart`, `slide`, `pick`) and its detail. `on_rendered` is called a little later, when everything is in
    /// `root`.
    ///
    /// # Errors
    ///
    /// An `Error` that says that there is no such island; `root` is as it was.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "each would be a field to set")]
    #[expect(
        clippy::fn_params_excessive_bools,
        reason = "they come from JavaScript"
    )]
    pub fn new(
        root: Element,
        checked: &CheckedDocument,
        island: &str,
        is_in_section: bool,
        is_prerendered: bool,
        has_all_stories: bool,
        has_links: bool,
        prefix: &str,
        on_event: Function,
        on_rendered: Function,
    ) -> Result<Self, Error> {
        let content = checked
            .content(island, is_in_section)
            .ok_or_else(|| to_error(&["the document has no ", island].concat()))?;
        let mut props = props(content, has_links, prefix, on_event, on_rendered);
        props.widget.has_all_stories = has_all_stories;
        let renderer = yew::Renderer::<Mount>::with_root_and_props(root, props.clone());
        let app = if is_prerendered {
            renderer.hydrate()
        } else {
            renderer.render()
        };
        Ok(Self { app, props })
    }

    /// Shows another article in place of the last one; see [`Widget::new`].
    pub fn show(
        &mut self,
        checked: &CheckedDocument,
        has_links: bool,
        prefix: &str,
        on_event: Function,
        on_rendered: Function,
    ) {
        let content = checked.content("", false).unwrap_or_default();
        self.update(props(content, has_links, prefix, on_event, on_rendered));
    }

    /// Sets the company that the reader has selected in a chart, for a row of stories; no company where
    /// `commitment` is empty.
    pub fn pick(&mut self, chart: &str, commitment: &str, name: &str) {
        let mut props = self.props.clone();
        props.widget.selected = (!commitment.is_empty()).then(|| SelectedCompany {
            chart: chart.into(),
            commitment: commitment.into(),
            name: name.into(),
        });
        self.update(props);
    }

    /// Lets other teasers take the place of those of a row of related stories, and leaves all else
    /// as the reader has it.
    ///
    /// `row` is the id of the row, `teasers` a list as documents have it, or `null` for those of the
    /// document. What is wrong in there is left out: the loader's own script has written it. Where nothing
    /// is left, the row keeps its own.
    pub fn relate(&mut self, row: &str, teasers: &JsValue) {
        // Nothing in there is nested deep.
        let list = json::to_value(teasers).unwrap_or(Value::Null);
        let teasers = Teaser::read_list(&list);
        let mut props = self.props.clone();
        let own = match &props.content {
            Content::Article(article) => article.related.iter().find(|own| &*own.id == row),
            Content::Island(Island::Related { related, .. }) => Some(related),
            _ => None,
        };
        props.widget.feed = own.filter(|_| !teasers.is_empty()).map(|own| {
            Rc::new(Related {
                id: own.id.clone(),
                title: own.title.clone(),
                teasers,
            })
        });
        self.update(props);
    }

    /// Lets go of it, and ends whatever its views had under way.
    pub fn clear(&mut self) {
        self.update(MountProps::default());
    }

    fn update(&mut self, props: MountProps) {
        self.props = props.clone();
        self.app.update(props);
    }
}

fn props(
    content: Content,
    has_links: bool,
    prefix: &str,
    on_event: Function,
    on_rendered: Function,
) -> MountProps {
    let (on_slide, on_pick) = (on_event.clone(), on_event.clone());
    MountProps {
        content,
        host: Host {
            has_links,
            names: Names::new(prefix),
            on_chart: Some(Callback::from(move |event: ChartEvent| {
                let detail = [
                    ("chart", &*event.chart),
                    ("choice", event.choice),
                    ("value", &event.value),
                ];
                emit(&on_event, "chart", &detail.map(in_javascript));
            })),
            on_pick: Some(Callback::from(
                move |(chart, pick): (Id, Option<SelectedCompany>)| {
                    let (commitment, name) = match &pick {
                        Some(pick) => (&*pick.commitment, &*pick.name),
                        None => ("", ""),
                    };
                    let detail = [
                        ("chart", &*chart),
                        ("commitment", commitment),
                        ("name", name),
                    ];
                    emit(&on_pick, "pick", &detail.map(in_javascript));
                },
            )),
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
                emit(&on_slide, "slide", &detail);
            })),
        },
        on_rendered: Callback::from(move |()| {
            // As below.
            let _ = on_rendered.call0(&JsValue::NULL);
        }),
        ..MountProps::default()
    }
}

/// Emits an event to the scripts.
fn emit(on_event: &Function, name: &str, detail: &[(&str, JsValue)]) {
    // An error in there is the loader's own, and reported by the browser.
    let _ = on_event.call2(&JsValue::NULL, &name.into(), &to_object(detail));
}

fn in_javascript<'a>((name, text): (&'a str, &str)) -> (&'a str, JsValue) {
    (name, JsValue::from_str(text))
}

fn to_error(problem: &impl ToString) -> Error {
    Error::new(&problem.to_string())
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
