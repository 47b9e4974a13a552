//! What stands in the element at each moment: loading, the article, or why there is none.

use super::events;
use super::failure::Failure;
use super::load::{Load, Loaded};
use crate::model::Article;
use crate::problem::Problem;
use crate::view::ArticleWidget;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ShellProps {
    /// The custom element.
    pub(super) host: HtmlElement,
    /// The address of the document.
    pub(super) src: Option<String>,
}

/// Loads the document and shows what comes of it.
pub(super) struct Shell {
    stage: Stage,
    /// Whether the host page has been told of the stage.
    is_told: bool,
    /// Whether another try is under way, for which the reader pressed a button that keeps its focus.
    is_retrying: bool,
    /// Whether the focus was on something that the next stage takes away, and must be given a place.
    is_losing_focus: bool,
    /// The load that led, or leads, to the stage; dropping it calls it off.
    load: Load,
}

enum Stage {
    Loading,
    Ready(Rc<Article>, Vec<Problem>),
    Failed(Failure),
}

pub(super) enum Message {
    /// The load has come to its end.
    Loaded(Result<Loaded, Failure>),
    /// The reader asks for another try.
    Retry,
}

impl Shell {
    fn load(ctx: &Context<Self>) -> Load {
        let link = ctx.link().clone();
        Load::start(ctx.props().src.clone(), move |result| {
            link.send_message(Message::Loaded(result));
        })
    }
}

impl Component for Shell {
    type Message = Message;
    type Properties = ShellProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            stage: Stage::Loading,
            is_told: false,
            is_retrying: false,
            is_losing_focus: false,
            load: Self::load(ctx),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &ShellProps) -> bool {
        *self = <Self as Component>::create(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Loaded(result) => {
                self.stage = match result {
                    Ok((article, problems)) => Stage::Ready(Rc::new(article), problems),
                    Err(failure) => Stage::Failed(failure),
                };
                self.is_told = false;
                self.is_retrying = false;
                let inside = ctx.props().host.shadow_root();
                self.is_losing_focus = inside.is_some_and(|root| root.active_element().is_some());
            }
            Message::Retry if self.is_retrying => return false,
            Message::Retry => {
                self.is_retrying = true;
                self.load = Self::load(ctx);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.stage {
            Stage::Loading => html! {
                // What the publisher put inside the element stands there until the article does.
                <slot>
                    <div class="status" role="status" lang="en">
                        <p class="status-text">{ "Loading the article …" }</p>
                    </div>
                </slot>
            },
            Stage::Ready(article, _) => html! { <ArticleWidget article={article} /> },
            Stage::Failed(failure) => {
                let retry = ctx.link().callback(|_| Message::Retry);
                failed(failure, self.is_retrying, retry)
            }
        }
    }

    // Runs when the stage is on the page, which is what "ready" promises.
    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.is_told {
            return;
        }
        let host = &ctx.props().host;
        match &self.stage {
            Stage::Loading => return,
            Stage::Ready(_, problems) => {
                if self.is_losing_focus {
                    focus_headline(host);
                }
                for problem in problems {
                    let warning = format!("<article-widget> {problem}");
                    web_sys::console::warn_1(&warning.into());
                }
                events::ready(host, problems);
            }
            Stage::Failed(failure) => {
                let error = format!("<article-widget> {failure}");
                web_sys::console::error_1(&error.into());
                events::error(host, failure);
            }
        }
        self.is_told = true;
    }
}

/// Puts the focus where reading begins.
fn focus_headline(host: &HtmlElement) {
    let headline = host
        .shadow_root()
        .and_then(|root| root.query_selector("h1").ok().flatten())
        .and_then(|headline| headline.dyn_into::<HtmlElement>().ok());
    if let Some(headline) = headline {
        // Fails for elements that are not shown; then there is nothing to focus.
        let _ = headline.focus();
    }
}

fn failed(failure: &Failure, is_retrying: bool, retry: Callback<MouseEvent>) -> Html {
    let label = if is_retrying {
        "Trying again …"
    } else {
        "Try again"
    };
    html! {
        <div class="status status-failed" role="alert" lang="en">
            <p class="status-text">{ "This article could not be loaded." }</p>
            <p class="status-detail">{ &failure.message }</p>
            if failure.code.may_pass() {
                <button
                    class="status-button"
                    type="button"
                    aria-disabled={is_retrying.to_string()}
                    onclick={retry}
                >
                    { label }
                </button>
            }
            // What the publisher put inside the element for this case.
            <slot />
        </div>
    }
}
