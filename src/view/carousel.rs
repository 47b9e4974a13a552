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

/// Classes for the buttons of two and of three teasers; see `carousel.css`.
const FEW: [&str; 2] = ["carousel-buttons-of-2", "carousel-buttons-of-3"];

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.update(&action))
    }
}

/// A row of teasers that scrolls sideways (W3C APG carousel, basic style).
#[component]
pub(super) fn Carousel(props: &CarouselProps) -> Html {
    let related = &props.related;
    let viewport = use_node_ref();
    let reducer = use_reducer_eq(State::default);
    let dispatcher = reducer.dispatcher();
    dom::use_track(&viewport, {
        let dispatcher = dispatcher.clone();
        move |action| dispatcher.dispatch(action)
    });
    let go = |step: fn(&State) -> Option<f64>| {
        let (viewport, dispatcher, state) = (viewport.clone(), dispatcher.clone(), reducer.clone());
        Callback::from(move |_: MouseEvent| {
            // Measured now: the first press may come before the browser has reported anything.
            let measured = dom::measure(&viewport).map(Action::Measured);
            let state = measured.map_or_else(|| (*state).clone(), |now| state.update(&now));
            if let Some(place) = step(&state) {
                dispatcher.dispatch(Action::Requested(place));
                dom::scroll_to(&viewport, place);
            }
        })
    };
    let title_id = format!("related-{}-title", related.id);
    let count = related.teasers.len();
    // Before anything is measured the buttons stand as they most likely will.
    let (can_go_back, can_go_on) = if reducer.is_measured() {
        (reducer.can_go_to_previous(), reducer.can_go_to_next())
    } else {
        (false, count > 1)
    };
    let buttons = match count {
        _ if !can_go_back && !can_go_on => Some("carousel-buttons-idle"),
        // How many fit is up to the width, which the styles know.
        2 | 3 if !reducer.is_measured() => Some(FEW[count - 2]),
        _ => None,
    };
    html! {
        <section class="carousel" part="carousel" aria-roledescription="carousel" aria-labelledby={title_id.clone()}>
            <div class="carousel-head">
                <h2 class="carousel-title" id={title_id}>{ &related.title }</h2>
                // Where everything is in view there is nowhere to go.
                <div class={classes!("carousel-buttons", buttons)}>
                    { button("Previous story", "M15 5l-7 7 7 7", can_go_back, go(State::previous)) }
                    { button("Next story", "M9 5l7 7-7 7", can_go_on, go(State::next)) }
                </div>
            </div>
            <div class="viewport" ref={&viewport}>
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
