//! A page with one widget for tests: its content, its controls and the events that it reported.

use article_widget::element::{CheckedDocument, Widget};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Function, JSON, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// How often the widget has reported that it is rendered.
type RenderCount = Rc<Cell<usize>>;

/// The choices that the widget reported: the chart, the name of the choice and its value.
type Chosen = Rc<RefCell<Vec<[String; 3]>>>;

pub(crate) struct Page {
    host: HtmlElement,
    shadow: ShadowRoot,
    widget: Option<Widget>,
    render_count: RenderCount,
    chosen: Chosen,
    on_event: Closure<dyn FnMut(String, JsValue)>,
    on_rendered: Closure<dyn FnMut()>,
    /// The problems of the document that the widget shows.
    left_out: Array,
}

impl Page {
    /// A page with a root element, in which no widget is mounted yet.
    fn prepare() -> (Self, Element) {
        let document = gloo::utils::document();
        let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        let shadow = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .unwrap();
        let styles = document.create_element("style").unwrap();
        styles.set_text_content(Some(include_str!("../../style/carousel.css")));
        // Turns motion off, which would only slow the tests down.
        let answer = Function::new_with_args("query", "return { matches: /reduce/.test(query) }");
        Reflect::set(&js_sys::global(), &"matchMedia".into(), &answer).expect("a window");
        let root = document.create_element("div").unwrap();
        root.set_attribute("part", "root").unwrap();
        shadow.append_with_node_2(&styles, &root).unwrap();
        document.body().unwrap().append_child(&host).unwrap();
        let render_count = RenderCount::default();
        let on_rendered = {
            let render_count = render_count.clone();
            Closure::new(move || render_count.set(render_count.get() + 1))
        };
        let chosen = Chosen::default();
        let on_event = {
            let chosen = chosen.clone();
            Closure::new(move |event: String, detail: JsValue| {
                if event == "chart" {
                    let chosen_now = ["chart", "choice", "value"].map(|name| field(&detail, name));
                    chosen.borrow_mut().push(chosen_now);
                }
            })
        };
        let page = Self {
            chosen,
            on_event,
            host,
            shadow,
            widget: None,
            render_count,
            on_rendered,
            left_out: Array::new(),
        };
        (page, root)
    }

    fn on_event(&self) -> Function {
        self.on_event.as_ref().clone().unchecked_into()
    }

    fn on_rendered(&self) -> Function {
        self.on_rendered.as_ref().clone().unchecked_into()
    }

    /// Mounts a widget for a document with this text.
    ///
    /// # Errors
    ///
    /// The widget's message if it shows nothing.
    pub(crate) async fn try_open(json: &str) -> Result<Self, String> {
        let (mut page, root) = Self::prepare();
        let checked = CheckedDocument::article(&parsed(json)).map_err(|error| message(&error))?;
        page.left_out = checked.problems();
        let (on_event, on_rendered) = (page.on_event(), page.on_rendered());
        let widget = Widget::new(
            root,
            &checked,
            "",
            false,
            false,
            false,
            false,
            "",
            on_event,
            on_rendered,
        );
        page.widget = Some(widget.map_err(|error| message(&error))?);
        page.until(|page| page.render_count() == 1).await;
        Ok(page)
    }

    /// The same for a document that must be shown.
    pub(crate) async fn open(json: &str) -> Self {
        Self::try_open(json).await.expect("the document is shown")
    }

    fn widget(&mut self) -> &mut Widget {
        self.widget.as_mut().expect("a widget")
    }

    /// Shows another document without waiting for it.
    pub(crate) fn show(&mut self, json: &str) -> Result<(), String> {
        let (on_event, on_rendered) = (self.on_event(), self.on_rendered());
        let checked = CheckedDocument::article(&parsed(json)).map_err(|error| message(&error))?;
        self.widget()
            .show(&checked, false, "", on_event, on_rendered);
        self.left_out = checked.problems();
        Ok(())
    }

    pub(crate) fn clear(&mut self) {
        self.widget().clear();
    }

    /// How many articles the widget has rendered.
    pub(crate) fn render_count(&self) -> usize {
        self.render_count.get()
    }

    /// The choices that the widget reported, each as `chart choice value`.
    pub(crate) fn chosen(&self) -> Vec<String> {
        self.chosen
            .borrow()
            .iter()
            .map(|all| all.join(" "))
            .collect()
    }

    /// The problems of the last document, as `path: message`.
    pub(crate) fn problems(&self) -> Vec<String> {
        let problems = self.left_out.iter();
        problems.map(|problem| in_words(&problem)).collect()
    }

    /// Waits until a condition is true. Panics after the limit below.
    pub(crate) async fn until(&self, is_so: impl Fn(&Self) -> bool) {
        // Waits for half a minute at most: a test that never ends would not say why.
        for _ in 0..1_500 {
            if is_so(self) {
                return;
            }
            TimeoutFuture::new(20).await;
        }
        panic!("what was waited for never came");
    }

    /// Lets pending tasks and network requests finish.
    pub(crate) async fn settle(&self) {
        for _ in 0..10 {
            TimeoutFuture::new(20).await;
        }
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.shadow.query_selector_all(selector).unwrap();
        (0..list.length())
            .map(|index| list.item(index).unwrap().unchecked_into())
            .collect()
    }

    fn one(&self, selector: &str) -> Element {
        self.all(selector)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("there is no {selector}"))
    }

    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|element| element.text_content().unwrap())
            .collect()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap()
    }

    pub(crate) fn attribute(&self, selector: &str, name: &str) -> String {
        self.one(selector).get_attribute(name).unwrap_or_default()
    }

    pub(crate) fn scrolled(&self, selector: &str) -> i32 {
        self.one(selector).scroll_left()
    }

    pub(crate) async fn click(&self, selector: &str) {
        self.one(selector).unchecked_into::<HtmlElement>().click();
        yew::scheduler::flush().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(widget) = &mut self.widget {
            widget.clear();
        }
        self.host.remove();
    }
}

fn parsed(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn message(error: &js_sys::Error) -> String {
    error.message().into()
}

fn in_words(problem: &JsValue) -> String {
    format!("{}: {}", field(problem, "path"), field(problem, "message"))
}

fn field(object: &JsValue, name: &str) -> String {
    let value = Reflect::get(object, &name.into()).expect("an object");
    value.as_string().expect("a text")
}
