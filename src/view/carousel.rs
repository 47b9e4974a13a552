//! The carousel of related stories: a row that the browser scrolls, with buttons.

use super::changing::changing;
use super::host::{Host, Pick, SlideEvent};
use super::slides::{FIRST, SOME, Slides};
use crate::carousel::{self, Action, Go, InView, Rects, State};
use crate::dom::{self, Happened, Mover};
use crate::format::{self, Locale};
use crate::model::{Related, Teaser};
use std::iter;
use std::rc::Rc;
use yew::prelude::*;

/// How many places to rest at get a button each: as many as fit the narrowest row.
const MOST_DOTS: usize = 10;

/// The carousel of a row, or of what stands in its place.
pub(super) fn carousel(related: &Rc<Related>, host: &Host, locale: Locale) -> Html {
    let feed = host.feed.as_ref().filter(|feed| feed.id == related.id);
    html! {
        <Carousel related={feed.unwrap_or(related).clone()} host={host.clone()} {locale} />
    }
}

#[derive(Clone, Properties)]
pub(super) struct CarouselProps {
    related: Rc<Related>,
    host: Host,
    locale: Locale,
}

/// See `ArticleWidgetProps`.
impl PartialEq for CarouselProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.related, &other.related)
            && self.host.pick == other.host.pick
            && self.host.on_slide == other.host.on_slide
    }
}

/// A row of teasers that scrolls sideways (W3C APG carousel, basic style, with slide pickers).
pub(super) struct Carousel {
    state: State,
    /// The places of the stories in the order that they are shown in.
    order: Rc<[usize]>,
    /// How many stories may be on the page.
    limit: usize,
    /// The company whose stories come first.
    pick: Option<Pick>,
    said: Said,
    /// What is to be done once it is on the page.
    due: Due,
    viewport: NodeRef,
    track: Option<dom::Track>,
}

/// What screen readers were told last.
enum Said {
    Nothing,
    /// Where a press has led.
    Place(InView),
    /// How many stories are about the company that was picked; none after its pick was taken back.
    Order(usize),
}

/// What follows a rendering.
#[derive(Clone, Copy, PartialEq)]
enum Due {
    Nothing,
    /// The row is longer.
    Measure,
    /// The row begins anew.
    Rewind,
}

/// What a carousel is told.
pub(super) enum Message {
    /// The reader used a control; see [`dom::choice_of`].
    Chose(String),
    /// Something happened to the track.
    Happened(Happened, Rects),
}

impl Component for Carousel {
    type Message = Message;
    type Properties = CarouselProps;

    fn create(ctx: &Context<Self>) -> Self {
        let count = ctx.props().related.teasers.len();
        Self {
            state: State::default(),
            order: carousel::order(count, |_| false).0.into(),
            limit: if ctx.props().host.has_all_stories {
                count
            } else {
                FIRST
            },
            pick: None,
            said: Said::Nothing,
            due: Due::Nothing,
            viewport: NodeRef::default(),
            track: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &CarouselProps) -> bool {
        if !Rc::ptr_eq(&ctx.props().related, &before.related) {
            self.pick = None;
            self.arrange(ctx, None);
            self.said = Said::Nothing;
        }
        self.follow(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let before = self.look();
        match message {
            Message::Chose(words) => {
                // Measured now: the first press may come before the browser has reported anything.
                if let Some(rects) = dom::measure(&self.viewport) {
                    self.act(Action::Seen(rects), Mover::Button);
                }
                let (_, value) = words.split_once('=').unwrap_or_default();
                let go = match value {
                    "next" => Go::Next,
                    "previous" => Go::Previous,
                    snap => Go::To(snap.parse().unwrap_or_default()),
                };
                // The same words as before would be no news to screen readers.
                self.said = Said::Nothing;
                self.act(Action::Go(go), Mover::Button);
            }
            Message::Happened(happened, rects) => {
                self.act(Action::Seen(rects), Mover::Scrolling);
                match happened {
                    Happened::Nothing => {}
                    Happened::Focused(slide) => {
                        self.act(Action::Go(Go::Reveal(slide)), Mover::Keyboard);
                    }
                    Happened::Released(velocity) => {
                        self.act(Action::Go(Go::Release(velocity)), Mover::Drag);
                    }
                    Happened::Rested(mover) => {
                        return self.rest(ctx, mover) || before != self.look();
                    }
                }
            }
        }
        self.grow(ctx) || before != self.look()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CarouselProps {
            related,
            locale,
            host,
        } = ctx.props();
        let names = &host.names;
        let id = names.id(&["related-", &related.id]);
        let title_id = format!("{id}-title");
        let choose = ctx.link().batch_callback(|event: MouseEvent| {
            let choice = dom::choice_of(&event)?;
            Some(Message::Chose(choice))
        });
        let count = related.teasers.len();
        html! {
            <section class="carousel" part={names.part("carousel")} id={id.clone()} aria-roledescription="carousel" aria-labelledby={title_id.clone()}>
                <div class="carousel-head">
                    <h2 class="carousel-title" id={title_id}>{ &related.title }</h2>
                    if let Some(pick) = &self.pick {
                        <p key={&*pick.name} class="carousel-note" aria-hidden="true">
                            { &*pick.name }{ " first" }
                        </p>
                    }
                    { self.controls(&id, count, choose) }
                </div>
                <p class="visually-hidden" aria-live="polite">{ changing(&self.message(count)) }</p>
                <div class="viewport" ref={&self.viewport}>
                    for from in iter::once(0).chain((FIRST..self.limit.min(count)).step_by(SOME)) {
                        // In another order they are other slides, and so are the stories of a feed: programs may have
                        // taken some of these away, which Yew would look for.
                        <Slides key={self.order.as_ptr() as usize + from} related={related.clone()} order={self.order.clone()} {from} locale={*locale} teaser_part={names.part("teaser")} />
                    }
                </div>
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let tell = |link: &yew::html::Scope<Self>, happened, rects| {
            link.send_message(Message::Happened(happened, rects));
        };
        if is_first {
            let link = ctx.link().clone();
            let on_happened = move |happened, rects| tell(&link, happened, rects);
            self.track = dom::Track::watch(&self.viewport, on_happened);
        }
        if self.due == Due::Rewind {
            dom::scroll_to(&self.viewport, 0.0, Mover::Nobody);
        }
        if self.due != Due::Nothing
            && let Some(rects) = dom::measure(&self.viewport)
        {
            tell(ctx.link(), Happened::Nothing, rects);
        }
        self.due = Due::Nothing;
    }
}

impl Carousel {
    /// What the controls say.
    fn look(&self) -> (Option<InView>, (usize, usize), bool, bool) {
        let state = &self.state;
        (
            state.in_view(),
            state.selected_snap(),
            state.can_go_to_previous(),
            state.can_go_to_next(),
        )
    }

    /// Takes in what happened, and asks the browser for what follows.
    fn act(&mut self, action: Action, mover: Mover) {
        if let Some(place) = self.state.update(action) {
            dom::scroll_to(&self.viewport, place, mover);
        }
    }

    /// Says where the row has come to rest. Gives whether there is something new to show.
    fn rest(&mut self, ctx: &Context<Self>, mover: Mover) -> bool {
        let before = self.state.at_rest();
        self.state.update(Action::Rested);
        let now = self.state.at_rest();
        let mut is_new = self.grow(ctx);
        if let Some(in_view) = now.filter(|_| now != before && mover != Mover::Nobody) {
            let CarouselProps { related, host, .. } = ctx.props();
            let count = related.teasers.len();
            match (mover, &self.said) {
                (Mover::Button, _) => self.said = Said::Place(in_view),
                // Whoever scrolls sees or hears where that leads, so it is not said; nor is a place left to
                // be read that is no longer so.
                (_, Said::Place(_)) => self.said = Said::Nothing,
                _ => {}
            }
            is_new = true;
            if let Some(on_slide) = &host.on_slide {
                on_slide.emit(SlideEvent {
                    related: related.id.clone(),
                    first: in_view.first + 1,
                    last: in_view.last + 1,
                    count,
                    by: match mover {
                        Mover::Nobody | Mover::Scrolling => "scroll",
                        Mover::Button => "button",
                        Mover::Keyboard => "keyboard",
                        Mover::Drag => "drag",
                    },
                });
            }
        }
        self.follow(ctx) || is_new
    }

    /// Puts more stories on the page as the reader comes near the end of those that are. Gives
    /// whether it has.
    fn grow(&mut self, ctx: &Context<Self>) -> bool {
        let Some(InView { first, last }) = self.state.in_view() else {
            return false;
        };
        // A step ahead, and the part of a story that is seen after that.
        let is_near = last + (last - first + 1) + 1 >= self.limit;
        let has_more = self.limit < ctx.props().related.teasers.len();
        if is_near && has_more {
            self.limit += SOME;
            self.due = Due::Measure;
        }
        is_near && has_more
    }

    /// Brings the stories forward that are about the company that the reader has picked, or puts them
    /// back. Nothing moves under a reader: while one is in there, or it is on its way, it waits. Gives
    /// whether it has done something.
    fn follow(&mut self, ctx: &Context<Self>) -> bool {
        let CarouselProps { related, host, .. } = ctx.props();
        let pick = &host.pick;
        let is_about = |teaser: &Teaser| pick.as_ref().is_some_and(|pick| pick.is_of(teaser));
        // Without stories of its own a company changes nothing, but ends what another had changed.
        let wanted = pick
            .clone()
            .filter(|_| related.teasers.iter().any(is_about));
        if wanted == self.pick || dom::is_busy(&self.viewport) {
            return false;
        }
        self.arrange(ctx, wanted);
        true
    }

    fn arrange(&mut self, ctx: &Context<Self>, pick: Option<Pick>) {
        let teasers = &ctx.props().related.teasers;
        let is_wanted = |index: usize| {
            pick.as_ref()
                .is_some_and(|pick| pick.is_of(&teasers[index]))
        };
        let (order, wanted) = carousel::order(teasers.len(), is_wanted);
        self.order = order.into();
        self.said = Said::Order(wanted);
        self.pick = pick;
        self.limit = FIRST;
        self.due = Due::Rewind;
    }

    /// What screen readers are told.
    fn message(&self, count: usize) -> String {
        match (&self.said, &self.pick) {
            (Said::Nothing, _) => String::new(),
            (Said::Place(in_view), _) => stories(*in_view, count, "Story ", "Stories "),
            (Said::Order(wanted), Some(pick)) => {
                let name = &pick.name;
                let (stories, come) = match wanted {
                    1 => (" story about ", " comes first."),
                    _ => (" stories about ", " come first."),
                };
                [&format::count(*wanted), stories, name, come].concat()
            }
            (Said::Order(_), None) => "The stories are in their first order again.".into(),
        }
    }

    /// The buttons.
    fn controls(&self, id: &str, count: usize, choose: Callback<MouseEvent>) -> Html {
        let state = &self.state;
        let (selected, snaps) = state.selected_snap();
        // Before anything is measured the buttons stand as they most likely will.
        let (can_go_back, can_go_on) = if state.is_measured() {
            (state.can_go_to_previous(), state.can_go_to_next())
        } else {
            (false, count > 1)
        };
        let dots = if count <= FIRST { count } else { 0 };
        let has_dots = dots > 0;
        let dots_id = has_dots.then(|| [id, "-dots"].concat());
        // Two rows have each their own.
        let names = has_dots.then(|| [id, "-dots ", id, "-title"].concat());
        html! {
            // Where all stories fit the styles hide them; see `carousel.css`.
            <div class="carousel-controls" onclick={choose}>
                { arrow("previous", "Previous stories", can_go_back) }
                <div
                    class="dots"
                    role={has_dots.then_some("group")}
                    id={dots_id}
                    aria-label={has_dots.then_some("Choose which stories to show")}
                    aria-labelledby={names}
                >
                    for snap in 0..dots {
                        { self.dot(snap, selected, snaps, count) }
                    }
                    if let Some(in_view) = state.in_view().filter(|_| !has_dots || snaps > MOST_DOTS) {
                        { place(&stories(in_view, count, "", "")) }
                    }
                </div>
                { arrow("next", "Next stories", can_go_on) }
            </div>
        }
    }

    /// The button of a snap. All of them are there from the start, so that controls keep their places;
    /// what the width has no use for is hidden.
    fn dot(&self, snap: usize, selected: usize, snaps: usize, count: usize) -> Html {
        let is_hidden = snap >= snaps || !(2..=MOST_DOTS).contains(&snaps);
        let label = match self.state.in_view_at(snap) {
            Some(in_view) if !is_hidden => stories(in_view, count, "Story ", "Stories "),
            _ => String::new(),
        };
        let current = (snap == selected && !is_hidden).then_some("true");
        html! {
            <button
                class="dot"
                type="button"
                name="go"
                value={snap.to_string()}
                hidden={is_hidden}
                aria-label={label}
                aria-current={current}
                aria-disabled={current}
            />
        }
    }
}

/// Which stories are in view, where they have no button each.
fn place(words: &str) -> Html {
    html! { <p key={words} class="carousel-place">{ words }</p> }
}

/// Which stories: `Stories 2 to 4 of 6`, or without words before them `2–4 of 6`.
fn stories(InView { first, last }: InView, count: usize, one: &str, more: &str) -> String {
    let [from, to, count] = [first + 1, last + 1, count].map(format::count);
    if first == last {
        [one, &from, " of ", &count].concat()
    } else {
        let until = if more.is_empty() { "–" } else { " to " };
        [more, &from, until, &to, " of ", &count].concat()
    }
}

/// A button that keeps its focus at the ends, where it says that it leads nowhere.
fn arrow(value: &'static str, label: &'static str, is_enabled: bool) -> Html {
    html! {
        <button
            class="carousel-button"
            type="button"
            name="go"
            {value}
            aria-label={label}
            aria-disabled={if is_enabled { "false" } else { "true" }}
        />
    }
}
