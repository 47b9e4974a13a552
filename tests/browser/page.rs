//! A page with one widget, as a test sees it: what is shown, what can be pressed, what was told.

use article_widget::element::Widget;
use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, CustomEvent, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode, Url,
};

const EVENTS: [&str; 2] = ["article-widget-ready", "article-widget-error"];

pub(crate) struct Page {
    host: HtmlElement,
    shadow: ShadowRoot,
    widget: Option<Widget>,
    told: Rc<RefCell<Vec<CustomEvent>>>,
    _listeners: Vec<EventListener>,
}

impl Page {
    /// Mounts a widget for a document with this text, and does not wait for it.
    pub(crate) fn start(json: Option<&str>) -> Self {
        Self::start_at(json.map(address_of))
    }

    fn start_at(src: Option<String>) -> Self {
        let document = gloo::utils::document();
        let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        let shadow = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .unwrap();
        let styles = document.create_element("style").unwrap();
        // As the style sheet has it, but without the smooth scrolling that only costs time here.
        let text = include_str!("../../style/carousel.css").replace("scroll-behavior", "--ignored");
        styles.set_text_content(Some(&text));
        let root = document.create_element("div").unwrap();
        root.set_attribute("part", "root").unwrap();
        shadow.append_with_node_2(&styles, &root).unwrap();
        document.body().unwrap().append_child(&host).unwrap();
        let told = Rc::new(RefCell::new(Vec::new()));
        let listeners = EVENTS.map(|name| {
            let told = told.clone();
            // On the document: events must bubble, and leave the shadow tree.
            let host = host.clone();
            EventListener::new(&document, name, move |event| {
                if event.target().as_ref() == Some(host.as_ref()) {
                    told.borrow_mut().push(event.clone().unchecked_into());
                }
            })
        });
        let widget = Widget::new(host.clone(), root, src);
        Self {
            host,
            shadow,
            widget: Some(widget),
            told,
            _listeners: listeners.into(),
        }
    }

    /// Mounts a widget for a document with this text and waits until it has told how it went.
    pub(crate) async fn open(json: Option<&str>) -> Self {
        Self::open_at(json.map(address_of).as_deref()).await
    }

    /// The same for a document at this address.
    pub(crate) async fn open_at(src: Option<&str>) -> Self {
        let page = Self::start_at(src.map(Into::into));
        page.until(|page| !page.events().is_empty()).await;
        page
    }

    pub(crate) fn set_source(&mut self, json: &str) {
        self.widget
            .as_mut()
            .unwrap()
            .set_source(Some(address_of(json)));
    }

    pub(crate) fn destroy(&mut self) {
        self.widget.take().unwrap().destroy();
    }

    /// Waits until something is so; the test's own limit ends it otherwise.
    pub(crate) async fn until(&self, is_so: impl Fn(&Self) -> bool) {
        while !is_so(self) {
            TimeoutFuture::new(20).await;
        }
    }

    /// Lets everything run that is due already, network included.
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

    /// The names of the events so far.
    pub(crate) fn events(&self) -> Vec<String> {
        self.told
            .borrow()
            .iter()
            .map(|event| event.type_())
            .collect()
    }

    fn last_detail(&self, name: &str) -> JsValue {
        let told = self.told.borrow();
        let event = told.last().expect("nothing was told");
        Reflect::get(&event.detail(), &name.into()).unwrap()
    }

    /// A text in the detail of the last event.
    pub(crate) fn detail(&self, name: &str) -> String {
        self.last_detail(name).as_string().unwrap_or_default()
    }

    /// The problems in the detail of the last event, as `path: message`.
    pub(crate) fn problems(&self) -> Vec<String> {
        let problems: Array = self.last_detail("problems").unchecked_into();
        let text = |problem: &JsValue, name: &str| {
            Reflect::get(problem, &name.into())
                .unwrap()
                .as_string()
                .unwrap()
        };
        problems
            .iter()
            .map(|problem| format!("{}: {}", text(&problem, "path"), text(&problem, "message")))
            .collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(widget) = self.widget.take() {
            widget.destroy();
        }
        self.host.remove();
    }
}

/// An address under which the browser finds this text.
fn address_of(json: &str) -> String {
    let parts = Array::of1(&json.into());
    let blob = Blob::new_with_str_sequence(&parts).unwrap();
    Url::create_object_url_with_blob(&blob).unwrap()
}
