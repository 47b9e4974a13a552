//! The carousel of related stories: a row that the browser scrolls, with buttons.

use super::carousel_controls::carousel_controls;
use super::changing::changing;
use super::host::{Host, SlideEvent};
use super::slides::Slides;
use super::widget_state::WidgetState;
use crate::carousel::{
    self, Announcement, CarouselAction, CarouselState, Controls, Go, Rects, SelectedCompany,
    Summary, Window,
};
use crate::dom::{self, ScrollSource, TrackEvent};
use crate::messages::Language;
use crate::model::Related;
use std::rc::Rc;
use yew::prelude::*;

/// The numbers that a row may have fewer stories than, as the style sheet asks for them.
const FEWER: &str = "6 5 4 3 2";

/// The carousel of a row of stories, or of the feed that replaces it.
pub(super) fn carousel(
    related: &Rc<Related>,
    host: &Host,
    widget: &WidgetState,
    text_language: Language,
    language: Language,
) -> Html {
    let feed = widget.feed.as_ref().filter(|feed| feed.id == related.id);
    let related = feed.unwrap_or(related).clone();
    let (host, widget) = (host.clone(), widget.clone());
    html! { <Carousel {related} {host} {widget} {text_language} {language} /> }
}

#[derive(Clone, Properties)]
pub(super) struct CarouselProps {
    related: Rc<Related>,
    host: Host,
    widget: WidgetState,
    text_language: Language,
    language: Language,
}

/// See `ArticleWidgetProps`.
impl PartialEq for CarouselProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.related, &other.related)
            && self.host == other.host
            && self.widget.selected == other.widget.selected
    }
}

/// A row of teasers that scrolls sideways (W3C APG carousel, basic style, with slide pickers).
pub(super) struct Carousel {
    state: CarouselState,
    /// What the controls show.
    shown: Summary,
    /// The indices of the stories, in the order of the slides.
    order: Rc<[usize]>,
    /// The stories that are on the page.
    window: Window,
    /// The company whose stories come first.
    selected: Option<SelectedCompany>,
    announcement: Announcement,
    pending: PendingEffect,
    viewport: NodeRef,
    track: Option<dom::Track>,
}

/// What has to be done after the next rendering.
#[derive(Clone, Copy, PartialEq)]
enum PendingEffect {
    None,
    /// Measure the row, because it is longer.
    Measure,
    /// Scroll the row to its start, and measure it.
    Rewind,
}

/// The messages of a carousel.
pub(super) enum CarouselMessage {
    /// The reader used a control; see [`dom::choice_of`].
    Chose(String),
    /// Something happened to the track.
    Track(TrackEvent, Option<Rects>),
}

impl Component for Carousel {
    type Message = CarouselMessage;
    type Properties = CarouselProps;

    fn create(ctx: &Context<Self>) -> Self {
        let count = ctx.props().related.teasers.len();
        Self {
            state: CarouselState::default(),
            shown: Summary::default(),
            order: carousel::order(count, |_| false).0.into(),
            window: if ctx.props().widget.has_all_stories {
                Window::whole(count)
            } else {
                Window::default()
            },
            selected: None,
            announcement: Announcement::None,
            pending: PendingEffect::None,
            viewport: NodeRef::default(),
            track: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &CarouselProps) -> bool {
        if !Rc::ptr_eq(&ctx.props().related, &before.related) {
            self.arrange(ctx, None);
            self.announcement = Announcement::None;
        }
        self.follow(ctx);
        self.shown = self.state.summary();
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: CarouselMessage) -> bool {
        let is_new = match message {
            CarouselMessage::Chose(words) => {
                // The first press may come before the first report of the browser.
                if !self.state.is_measured()
                    && let Some(rects) = dom::measure(&self.viewport)
                {
                    self.act(CarouselAction::Seen(rects), ScrollSource::Button);
                }
                let (_, value) = words.split_once('=').unwrap_or_default();
                let go = match value {
                    "next" => Go::Next,
                    "previous" => Go::Previous,
                    snap => Go::To(snap.parse().unwrap_or_default()),
                };
                // Screen readers do not announce the same words again.
                self.announcement = Announcement::None;
                if self.act(CarouselAction::Go(go), ScrollSource::Button) {
                    // The row moves first; the controls follow with the first report that it does.
                    return false;
                }
                self.grow(ctx)
            }
            CarouselMessage::Track(event, rects) => {
                if let Some(rects) = rects {
                    self.act(CarouselAction::Seen(rects), ScrollSource::Scrolling);
                }
                match event {
                    TrackEvent::Nothing | TrackEvent::Rested(_) => {}
                    TrackEvent::Scrolled(left) => {
                        self.act(CarouselAction::Scrolled(left), ScrollSource::Scrolling);
                    }
                    TrackEvent::Focused(slide) => {
                        let reveal = CarouselAction::Go(Go::Reveal(slide));
                        self.act(reveal, ScrollSource::Keyboard);
                    }
                    TrackEvent::Released(velocity) => {
                        let release = CarouselAction::Go(Go::Release(velocity));
                        self.act(release, ScrollSource::Drag);
                    }
                }
                if let TrackEvent::Rested(scroll_source) = event {
                    self.rest(ctx, scroll_source)
                } else {
                    self.grow(ctx)
                }
            }
        };
        let summary = self.state.summary();
        let is_changed = summary != self.shown;
        self.shown = summary;
        is_new || is_changed
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CarouselProps {
            related,
            text_language,
            language,
            host,
            ..
        } = ctx.props();
        let names = &host.names;
        let messages = &language.messages().stories;
        let id = names.id(&["related-", &related.id]);
        let title_id = format!("{id}-title");
        let choose = ctx.link().batch_callback(|event: MouseEvent| {
            let choice = dom::choice_of(&event)?;
            Some(CarouselMessage::Chose(choice))
        });
        let count = related.teasers.len();
        // A part of it for rows of one to five stories.
        let fewer = (1..6).contains(&count).then(|| &FEWER[..11 - 2 * count]);
        let (lang, dir) = language.mark();
        let announcement = self
            .announcement
            .words(count, self.selected.as_ref(), *language);
        html! {
            <section class="carousel" data-fewer={fewer} part={names.part("carousel")} id={id.clone()} aria-roledescription={messages.carousel} aria-labelledby={title_id.clone()}>
                <div class="carousel-head">
                    <h2 class="carousel-title" id={title_id}>{ &related.title }</h2>
                    if let Some(company) = &self.selected {
                        <p key={&*company.name} class="carousel-note" aria-hidden="true" {lang} {dir}>
                            { messages.company_first.with([&company.name]) }
                        </p>
                    }
                    { carousel_controls(&Controls::new(&self.state, count), &id, count, *language, choose) }
                </div>
                <p class="visually-hidden" aria-live="polite" {lang} {dir}>{ changing(&announcement) }</p>
                <div class="viewport" ref={&self.viewport}>
                    for from in self.window.groups(count) {
                        // The key makes all slides anew for another order and for a feed: programs may have removed some
                        // slides, which Yew would look for.
                        <Slides key={self.order.as_ptr() as usize + from} related={related.clone()} order={self.order.clone()} {from} text_language={*text_language} language={*language} teaser_part={names.part("teaser")} />
                    }
                </div>
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let send = |link: &yew::html::Scope<Self>, event, rects| {
            link.send_message(CarouselMessage::Track(event, rects));
        };
        if is_first {
            let link = ctx.link().clone();
            let on_event = move |event, rects| send(&link, event, rects);
            self.track = dom::Track::watch(&self.viewport, on_event);
        }
        if self.pending == PendingEffect::Rewind {
            dom::scroll_to(&self.viewport, 0.0, ScrollSource::Page);
        }
        if self.pending != PendingEffect::None
            && let Some(rects) = dom::measure(&self.viewport)
        {
            send(ctx.link(), TrackEvent::Nothing, Some(rects));
        }
        self.pending = PendingEffect::None;
    }
}

impl Carousel {
    /// Updates the state, and asks the browser to scroll if the state says so. Returns whether it has asked.
    fn act(&mut self, action: CarouselAction, scroll_source: ScrollSource) -> bool {
        let place = self.state.update(action);
        if let Some(place) = place {
            dom::scroll_to(&self.viewport, place, scroll_source);
        }
        place.is_some()
    }

    /// Announces and reports where the row has come to rest. Returns whether it has to be rendered again.
    fn rest(&mut self, ctx: &Context<Self>, scroll_source: ScrollSource) -> bool {
        let before = self.state.at_rest();
        self.state.update(CarouselAction::Rested);
        let now = self.state.at_rest();
        let mut is_new = self.grow(ctx);
        if let Some(in_view) = now.filter(|_| now != before && scroll_source != ScrollSource::Page)
        {
            let CarouselProps { related, host, .. } = ctx.props();
            let count = related.teasers.len();
            let is_by_button = scroll_source == ScrollSource::Button;
            self.announcement = self.announcement.at_rest(in_view, is_by_button);
            is_new = true;
            if let Some(on_slide) = &host.on_slide {
                on_slide.emit(SlideEvent {
                    related: related.id.clone(),
                    first: in_view.first + 1,
                    last: in_view.last + 1,
                    count,
                    by: match scroll_source {
                        ScrollSource::Page | ScrollSource::Scrolling => "scroll",
                        ScrollSource::Button => "button",
                        ScrollSource::Keyboard => "keyboard",
                        ScrollSource::Drag => "drag",
                    },
                });
            }
        }
        self.follow(ctx) || is_new
    }

    /// Adds stories to the page when the reader comes near the last one. Returns whether it has added some.
    fn grow(&mut self, ctx: &Context<Self>) -> bool {
        let count = ctx.props().related.teasers.len();
        let in_view = self.state.in_view();
        let grows = in_view.is_some_and(|in_view| self.window.grow(in_view, count));
        if grows {
            self.pending = PendingEffect::Measure;
        }
        grows
    }

    /// Brings the stories about the selected company forward, or back into the usual order. It waits while the
    /// focus is in the row or the row scrolls, so that nothing moves under the reader. Returns whether the order
    /// has changed.
    fn follow(&mut self, ctx: &Context<Self>) -> bool {
        let CarouselProps {
            related, widget, ..
        } = ctx.props();
        let wanted = SelectedCompany::with_stories(widget.selected.as_ref(), &related.teasers);
        if wanted == self.selected || dom::is_busy(&self.viewport) {
            return false;
        }
        self.arrange(ctx, wanted);
        true
    }

    fn arrange(&mut self, ctx: &Context<Self>, selected: Option<SelectedCompany>) {
        let teasers = &ctx.props().related.teasers;
        let is_wanted = |index: usize| {
            let mut company = selected.iter();
            company.any(|company| company.is_subject_of(&teasers[index]))
        };
        let (order, wanted) = carousel::order(teasers.len(), is_wanted);
        self.order = order.into();
        self.announcement = Announcement::Order(wanted);
        self.selected = selected;
        self.window = Window::default();
        self.pending = PendingEffect::Rewind;
    }
}
