//! The carousel of related stories: a list that the browser scrolls, with two buttons.

use super::teaser::teaser;
use crate::carousel::{Action, State};
use crate::dom;
use crate::model::Related;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub(super) struct CarouselProps {
    pub(super) related: Rc<Related>,
}

/// See `ArticleWidgetProps`.
impl PartialEq for CarouselProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.related, &other.related)
    }
}

/// A row of teasers that scrolls sideways (W3C APG carousel, basic style).
pub(super) struct Carousel {
    state: State,
    viewport: NodeRef,
    track: Option<dom::Track>,
}

/// What a carousel is told.
pub(super) enum Message {
    /// The browser reported something.
    Track(Action),
    /// The reader wants to go where this leads.
    Go(fn(&State) -> Option<f64>),
}

impl Component for Carousel {
    type Message = Message;
    type Properties = CarouselProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            state: State::default(),
            viewport: NodeRef::default(),
            track: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        let before = self.state.clone();
        match message {
            Message::Track(action) => self.state = self.state.update(&action),
            Message::Go(step) => {
                // Measured now: the first press may come before the browser has reported anything.
                if let Some(measured) = dom::measure(&self.viewport) {
                    self.state = self.state.update(&Action::Measured(measured));
                }
                if let Some(place) = step(&self.state) {
                    self.state = self.state.update(&Action::Requested(place));
                    dom::scroll_to(&self.viewport, place);
                }
            }
        }
        self.state != before
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (related, state) = (&ctx.props().related, &self.state);
        let go = |step| ctx.link().callback(move |_: MouseEvent| Message::Go(step));
        let title_id = format!("related-{}-title", related.id);
        let count = related.teasers.len();
        // Before anything is measured the buttons stand as they most likely will.
        let (can_go_back, can_go_on) = if state.is_measured() {
            (state.can_go_to_previous(), state.can_go_to_next())
        } else {
            (false, count > 1)
        };
        // Which buttons there is no use for; see `carousel.css`.
        let idle = match count {
            _ if !can_go_back && !can_go_on => Some("both"),
            // How many fit is up to the width, which the styles know.
            2 if !state.is_measured() => Some("of-2"),
            3 if !state.is_measured() => Some("of-3"),
            _ => None,
        };
        html! {
            <section class="carousel" part="carousel" aria-roledescription="carousel" aria-labelledby={title_id.clone()}>
                <div class="carousel-head">
                    <h2 class="carousel-title" id={title_id}>{ &related.title }</h2>
                    // Where everything is in view there is nowhere to go.
                    <div class="carousel-buttons" data-idle={idle}>
                        { button("Previous story", "M15 5l-7 7 7 7", can_go_back, go(State::previous)) }
                        { button("Next story", "M9 5l7 7-7 7", can_go_on, go(State::next)) }
                    </div>
                </div>
                <div class="viewport" ref={&self.viewport}>
                    for (index, story) in related.teasers.iter().enumerate() {
                        <div
                            class="slide"
                            role="group"
                            aria-roledescription="slide"
                            aria-label={format!("{} of {count}", index + 1)}
                        >
                            { teaser(story) }
                        </div>
                    }
                </div>
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            let link = ctx.link().clone();
            let on_action = move |action| link.send_message(Message::Track(action));
            self.track = dom::Track::watch(&self.viewport, on_action);
        }
    }
}

/// A button that keeps its focus at the ends, where it says that it leads nowhere.
fn button(
    label: &'static str,
    arrow: &'static str,
    enabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            class="carousel-button"
            type="button"
            aria-label={label}
            aria-disabled={(!enabled).to_string()}
            {onclick}
        >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={arrow} /></svg>
        </button>
    }
}
