//! A chart with its title, controls, drawing, table and source; it holds the reader's choices.

use super::changing::changing;
use super::chart_controls::{chart_controls, chart_search, show_more};
use super::chart_names::title_id;
use super::chart_notes::chart_notes;
use super::chart_plot::{Pointing, chart_plot};
use super::chart_table::chart_table;
use super::chart_take_away::chart_take_away;
use super::chart_tip::Tip;
use super::host::{ChartEvent, Host, Pick};
use super::inlines::inlines;
use crate::chart::{self, Action, Layout, State, export, words};
use crate::dom::{self, By, Told};
use crate::model::Chart;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub(super) struct ChartFigureProps {
    pub(super) chart: Rc<Chart>,
    /// Whether a heading of the text stands above it, so that no level is skipped.
    pub(super) is_in_section: bool,
    /// Whether the text runs from right to left, and the axis with it.
    pub(super) is_right_to_left: bool,
    pub(super) host: Host,
}

/// See `ArticleWidgetProps`.
impl PartialEq for ChartFigureProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart)
            && self.is_in_section == other.is_in_section
            && self.host.is_same_to_charts(&other.host)
    }
}

/// A chart of commitments.
// A struct: a reader would pay for every hook.
pub(super) struct ChartFigure {
    state: State,
    layout: Layout,
    /// Whether it answers to the reader: not while it is written as text, nor while a browser takes such
    /// text over.
    is_alive: bool,
    /// The place of the commitment whose row the keyboard reaches.
    active: Option<usize>,
    /// The tip that is open.
    tip: Option<Tip>,
    /// The place of the commitment whose figures in the text are marked.
    cited: Option<usize>,
    /// The place of a commitment whose row is to be shown once it is drawn.
    sought: Option<usize>,
    /// Whether the drawing may have changed since it was on the page.
    is_changed: bool,
    /// What came of taking something away.
    outcome: &'static str,
    frame: NodeRef,
    plot: NodeRef,
    watch: Option<dom::Watch>,
    /// How often it has been rendered afresh, because programs had taken elements away.
    round: usize,
    /// What is the reader's, while that is done.
    kept: Option<dom::Kept>,
}

/// What a chart is told.
pub(super) enum Message {
    /// The reader used a control; see [`dom::choice_of`].
    Chose(String),
    /// Something else happened to it.
    Told(Told),
    /// It is on the page, and answers to the reader from now on.
    Born,
    /// Something has been taken away, or could not be.
    Taken(&'static str),
}

impl Component for ChartFigure {
    type Message = Message;
    type Properties = ChartFigureProps;

    fn create(ctx: &Context<Self>) -> Self {
        let chart = &ctx.props().chart;
        let state = State::new(chart);
        Self {
            layout: chart::layout(chart, &state),
            state,
            is_alive: false,
            active: None,
            tip: None,
            cited: None,
            sought: None,
            is_changed: true,
            outcome: "",
            frame: NodeRef::default(),
            plot: NodeRef::default(),
            watch: None,
            round: 0,
            kept: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let chart = &ctx.props().chart;
        if let Some(kept) = dom::Kept::of_broken(&self.frame) {
            self.kept = Some(kept);
            self.watch = None;
            self.round += 1;
        }
        match message {
            Message::Chose(words) => {
                let (key, value) = words.split_once('=').unwrap_or_default();
                if let Some(action) = Action::parse(chart, key, value) {
                    self.act(ctx, action);
                } else {
                    self.outcome = "";
                    self.take_away(ctx, value);
                }
            }
            Message::Told(Told::Figure(id)) => {
                if let Some(index) = chart.place(&id) {
                    self.sought = Some(index);
                    self.act(ctx, Action::Find(index));
                }
            }
            Message::Told(Told::Fragment(fragment)) => {
                let Some(state) = State::from_fragment(chart, &fragment) else {
                    return false;
                };
                self.change(chart, Action::Restore(Box::new(state)));
                dom::reveal(&self.frame);
            }
            Message::Told(Told::Mark(pointed)) => {
                let Some(row) = self.layout.rows.get(pointed.place) else {
                    return false;
                };
                let index = row.index;
                self.tip = Some(Tip {
                    index,
                    is_left: pointed.is_right,
                    is_above: pointed.is_low,
                });
                if pointed.by != By::Rest {
                    self.active = Some(index);
                }
                if pointed.by == By::Activation {
                    self.act(ctx, Action::Pick(index));
                }
            }
            Message::Told(Told::Stretch(percent)) => {
                self.change(chart, Action::Stretch(percent.into()));
            }
            Message::Told(Told::Left) => return self.tip.take().is_some(),
            Message::Born => self.is_alive = true,
            Message::Taken(outcome) => self.outcome = outcome,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ChartFigureProps {
            chart,
            is_in_section,
            is_right_to_left,
            host,
        } = ctx.props();
        let (state, names) = (&self.state, &host.names);
        let title_id = title_id(chart, names);
        let subtitle = words::subtitle(chart, state);
        let description = words::description(chart, state, &self.layout);
        let choose = |event: &Event| dom::choice_of(event).map(Message::Chose);
        html! {
            <figure
                key={self.round}
                class="chart"
                part={names.part("chart")}
                aria-labelledby={title_id.clone()}
                onchange={ctx.link().batch_callback(move |event: Event| choose(&event))}
                oninput={ctx.link().batch_callback(move |event: InputEvent| choose(&event))}
                onclick={ctx.link().batch_callback(move |event: MouseEvent| choose(&event))}
            >
                <figcaption class="chart-head">
                    if *is_in_section {
                        <h3 class="chart-title" id={title_id}>{ inlines(&chart.title, names) }</h3>
                    } else {
                        <h2 class="chart-title" id={title_id}>{ inlines(&chart.title, names) }</h2>
                    }
                    <p key={&*subtitle} class="chart-subtitle">{ &subtitle }</p>
                </figcaption>
                { chart_controls(chart, state, names) }
                { chart_search(chart, state) }
                <p key={&*description} class="visually-hidden">{ &description }</p>
                <p class="visually-hidden" aria-live="polite">
                    if state.has_changed {
                        { changing(&words::announcement(chart, state, &self.layout)) }
                    }
                </p>
                { chart_plot(chart, state, &self.layout, self.pointing(), *is_right_to_left, names) }
                { show_more(&self.layout) }
                { chart_notes(chart, names) }
                { chart_take_away(state, host.has_links, self.outcome) }
                { chart_table(chart, state, &self.in_table(chart), names) }
            </figure>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let ChartFigureProps { chart, host, .. } = ctx.props();
        if self.watch.is_none() {
            let link = ctx.link().clone();
            let on_told = move |told| link.send_message(Message::Told(told));
            let has_links = host.has_links;
            self.watch = dom::Watch::new(&self.frame, &chart.id, has_links, is_first, on_told);
        }
        if is_first {
            ctx.link().send_message(Message::Born);
        }
        if let Some(kept) = self.kept.take() {
            kept.give(&self.frame);
        }
        let is_sought = |row: &chart::Row| Some(row.index) == self.sought;
        let place = self.layout.rows.iter().position(is_sought);
        self.sought = None;
        // Before its transition: it is seen where it comes from.
        if let Some(place) = place {
            dom::show(&self.frame, place);
        }
        if self.is_changed {
            self.is_changed = false;
            dom::transition(&self.plot);
        }
        dom::settle(&self.frame);
        let cited = self.tip.map(|tip| tip.index);
        if self.cited != cited {
            let id = |index: usize| &*chart.commitments[index].id;
            if let Some(index) = self.cited {
                dom::cite(&self.frame, id(index), false);
            }
            if let Some(index) = cited {
                dom::cite(&self.frame, id(index), true);
            }
            self.cited = cited;
        }
    }
}

impl ChartFigure {
    /// Does what the reader did, and says so.
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let ChartFigureProps { chart, host, .. } = ctx.props();
        if let (Some(on_chart), Some((choice, value))) = (&host.on_chart, action.words(chart)) {
            on_chart.emit(ChartEvent {
                chart: chart.id.clone(),
                choice,
                value,
            });
        }
        let before = self.state.highlight;
        self.change(chart, action);
        let picked = self.state.highlight;
        if let (Some(on_pick), true) = (&host.on_pick, picked != before) {
            on_pick.emit((
                chart.id.clone(),
                picked.map(|place| Pick::new(chart, place)),
            ));
        }
    }

    fn change(&mut self, chart: &Chart, action: Action) {
        let is_more = action == Action::ShowMore;
        let before = self.layout.rows.len();
        self.state.update(action);
        self.layout = chart::layout(chart, &self.state);
        self.is_changed = true;
        self.outcome = "";
        if is_more {
            // The button may be gone: reading goes on at the first new row.
            self.sought = self.layout.rows.get(before).map(|row| row.index);
        }
    }

    /// The places of the commitments that the table shows: those of the rows. Until the chart answers to
    /// the reader, who could not ask for more, as many as there may be rows.
    fn in_table(&self, chart: &Chart) -> Vec<usize> {
        if self.is_alive {
            return self.layout.rows.iter().map(|row| row.index).collect();
        }
        chart::order(chart, &self.state, chart::MANY).0
    }

    /// Lets the reader take something away.
    fn take_away(&self, ctx: &Context<Self>, what: &str) {
        let (chart, state) = (&ctx.props().chart, &self.state);
        let told = |done, failed| {
            let link = ctx.link().clone();
            move |is_done| link.send_message(Message::Taken(if is_done { done } else { failed }))
        };
        match what {
            "csv" => dom::download(
                &format!("{}.csv", chart.id),
                "text/csv",
                &export::csv(chart, state),
            ),
            "link" => dom::copy_link(
                &state.to_fragment(chart),
                told(
                    "The link is copied.",
                    "The browser did not let the link be copied.",
                ),
            ),
            "svg" | "png" => dom::draw(
                &self.plot,
                &format!("{}.{what}", chart.id),
                what == "png",
                told(
                    "The picture is among your downloads.",
                    "This page does not let the picture be made.",
                ),
            ),
            "print" => dom::print(),
            _ => {}
        }
    }

    /// Where pointers and keys are.
    fn pointing(&self) -> Pointing<'_> {
        let is_active = |row: &chart::Row| Some(row.index) == self.active;
        let place = self.layout.rows.iter().position(is_active);
        Pointing {
            frame: &self.frame,
            plot: &self.plot,
            active: self.is_alive.then_some(place.unwrap_or_default()),
            tip: self.tip,
        }
    }
}
