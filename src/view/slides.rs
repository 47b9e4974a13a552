//! A group of slides.

use super::teaser::teaser;
use crate::carousel;
use crate::format;
use crate::messages::Language;
use crate::model::{Related, Teaser};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct SlidesProps {
    pub(super) related: Rc<Related>,
    /// The indices of the stories, in the order of the slides.
    pub(super) order: Rc<[usize]>,
    /// The first slide of the group, as a place in that order.
    pub(super) from: usize,
    pub(super) text_language: Language,
    pub(super) language: Language,
    /// The value of the attribute `part` of teasers.
    pub(super) teaser_part: Option<&'static str>,
}

/// See `ArticleWidgetProps`.
impl PartialEq for SlidesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.related, &other.related)
            && Rc::ptr_eq(&self.order, &other.order)
            && self.from == other.from
    }
}

/// A group of the slides of a row; see [`carousel::Window`].
// A component, so that a step in a row of many stories is not slower: only the controls are rendered again.
pub(super) struct Slides;

impl Component for Slides {
    type Message = ();
    type Properties = SlidesProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let SlidesProps {
            related,
            order,
            from,
            text_language,
            language,
            teaser_part,
        } = ctx.props();
        let count = order.len();
        html! {
            for (place, index) in order.iter().enumerate().skip(*from).take(carousel::group_size(*from)) {
                { slide(&related.teasers[*index], *index, (place, count), *text_language, *language, *teaser_part) }
            }
        }
    }
}

/// A slide with its teaser: the story with this index, in this place of the order.
fn slide(
    story: &Teaser,
    index: usize,
    (place, count): (usize, usize),
    text_language: Language,
    language: Language,
    part: Option<&'static str>,
) -> Html {
    let messages = &language.messages().stories;
    let number = |number| format::count(number, language);
    let (number, all) = (number(place + 1), number(count));
    html! {
        <div
            key={index}
            class="slide"
            role="group"
            aria-roledescription={messages.slide}
            aria-label={messages.slide_of.with([&number, &all, &story.headline])}
            data-late={carousel::is_late(place).then_some("")}
        >
            { teaser(story, text_language, language, part) }
        </div>
    }
}
