//! The carousel of related stories: a list that the browser scrolls, with two buttons.

use super::teaser::teaser;
use crate::carousel::{Action, State};
use crate::dom;
use crate::model::Related;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CarouselProps {
    pub(super) related: Rc<Related>,
}

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
    let go_to = |target: Option<f64>| {
        let (viewport, dispatcher) = (viewport.clone(), dispatcher.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(place) = target {
                dispatcher.dispatch(Action::Requested(place));
                dom::scroll_to(&viewport, place);
            }
        })
    };
    let is_idle = !reducer.can_go_to_previous() && !reducer.can_go_to_next();
    let count = related.teasers.len();
    html! {
        <section class="carousel" aria-roledescription="carousel" aria-labelledby="related-title">
            <div class="carousel-head">
                <h2 class="carousel-title" id="related-title">{ &related.title }</h2>
                // Where everything is in view, or not measured yet, there is nowhere to go.
                <div class={classes!("carousel-buttons", is_idle.then_some("carousel-buttons-idle"))}>
                    { button("Previous story", "M15 5l-7 7 7 7", reducer.can_go_to_previous(), go_to(reducer.previous())) }
                    { button("Next story", "M9 5l7 7-7 7", reducer.can_go_to_next(), go_to(reducer.next())) }
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
