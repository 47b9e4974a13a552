//! What stands in the element at each moment: loading, the article, or why there is none.

use super::events;
use super::failure::Failure;
use super::load::{Load, Loaded};
use crate::model::Article;
use crate::problem::Problem;
use crate::view::ArticleWidget;
use std::rc::Rc;
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
    /// The load that led, or leads, to the stage; dropping it calls it off.
    _load: Load,
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
    fn start(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        Self {
            stage: Stage::Loading,
            is_told: false,
            _load: Load::start(ctx.props().src.clone(), move |result| {
                link.send_message(Message::Loaded(result));
            }),
        }
    }
}

impl Component for Shell {
    type Message = Message;
    type Properties = ShellProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self::start(ctx)
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &ShellProps) -> bool {
        *self = Self::start(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Loaded(Ok((article, problems))) => {
                self.stage = Stage::Ready(Rc::new(article), problems);
            }
            Message::Loaded(Err(failure)) => self.stage = Stage::Failed(failure),
            Message::Retry => *self = Self::start(ctx),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.stage {
            Stage::Loading => html! {
                <div class="status" role="status">
                    <p class="status-text">{ "Loading the article …" }</p>
                </div>
            },
            Stage::Ready(article, _) => html! { <ArticleWidget article={article} /> },
            Stage::Failed(failure) => failed(failure, ctx.link().callback(|_| Message::Retry)),
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
                for problem in problems {
                    let warning = format!("<article-widget> {problem}");
                    web_sys::console::warn_1(&warning.into());
                }
                events::ready(host, problems);
            }
            Stage::Failed(failure) => events::error(host, failure),
        }
        self.is_told = true;
    }
}

fn failed(failure: &Failure, retry: Callback<MouseEvent>) -> Html {
    html! {
        <div class="status status-failed" role="alert">
            <p class="status-text">{ "This article could not be loaded." }</p>
            <p class="status-detail">{ &failure.message }</p>
            if failure.code.may_pass() {
                <button class="status-button" type="button" onclick={retry}>{ "Try again" }</button>
            }
            // What the publisher put inside the element for this case.
            <slot />
        </div>
    }
}
