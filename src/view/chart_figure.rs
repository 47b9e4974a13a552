//! A chart with its title, controls, drawing, table and source. It holds the state of the reader's choices.

use super::changing::changing;
use super::chart_controls::{chart_search, explore, show_more, switch};
use super::chart_export::{chart_export, is_foot_long};
use super::chart_names::title_id;
use super::chart_notes::chart_notes;
use super::chart_plot::chart_plot;
use super::chart_pointing::Pointing;
use super::chart_reading::chart_reading;
use super::chart_table::chart_table;
use super::host::{ChartEvent, Host};
use super::inlines::inlines;
use super::setting::Setting;
use crate::carousel::SelectedCompany;
use crate::chart::export::picture::{PictureShape, picture};
use crate::chart::export::{self, Export, ExportOutcome};
use crate::chart::{Action, Form, Interaction, State, words};
use crate::dom::{self, By, ChartInput};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub(super) struct ChartFigureProps {
    pub(super) chart: Rc<Chart>,
    /// Whether a heading of the text precedes it: this decides on the level of its own heading.
    pub(super) is_in_section: bool,
    /// Whether the text and the axis run from right to left.
    pub(super) is_right_to_left: bool,
    pub(super) language: Language,
    pub(super) host: Host,
}

/// See `ArticleWidgetProps`.
impl PartialEq for ChartFigureProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart)
            && self.is_in_section == other.is_in_section
            && self.host == other.host
    }
}

/// A chart of commitments.
// A struct, because every hook of a function component would cost a reader bytes.
pub(super) struct ChartFigure {
    interaction: Interaction,
    /// The longest text of the line above the drawing, which is the same in every state.
    longest: AttrValue,
    /// The place of the commitment whose figures in the text are marked.
    cited: Option<usize>,
    /// Whether the drawing may have changed since the last rendering.
    is_changed: bool,
    frame: NodeRef,
    watch: Option<dom::Watch>,
    /// How often all elements have been made anew, because programs had removed some.
    round: usize,
    /// The focus and the open table, while the elements are made anew.
    kept: Option<dom::Kept>,
}

/// The messages of a chart.
pub(super) enum ChartMessage {
    /// The reader used a control; see [`dom::choice_of`].
    Chose(String),
    /// Something else happened to it.
    Input(ChartInput),
    /// It is on the page, and responds to the reader from now on.
    Hydrated,
    /// An export has succeeded or failed.
    Exported(ExportOutcome),
}

impl Component for ChartFigure {
    type Message = ChartMessage;
    type Properties = ChartFigureProps;

    fn create(ctx: &Context<Self>) -> Self {
        dom::provide_collation();
        let ChartFigureProps {
            chart, language, ..
        } = ctx.props();
        Self {
            interaction: Interaction::new(chart, *language),
            longest: words::longest(chart, *language).into(),
            cited: None,
            is_changed: true,
            frame: NodeRef::default(),
            watch: None,
            round: 0,
            kept: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: ChartMessage) -> bool {
        let chart = &ctx.props().chart;
        let kept = dom::Kept::of_broken(&self.frame);
        let is_broken = kept.is_some();
        if is_broken {
            self.kept = kept;
            self.watch = None;
            self.round += 1;
        }
        match message {
            ChartMessage::Chose(words) => {
                let (key, value) = words.split_once('=').unwrap_or_default();
                if let Some(action) = Action::parse(chart, key, value) {
                    self.act(ctx, action);
                } else if let Some(export) = Export::parse(value) {
                    self.interaction.export(None);
                    self.export(ctx, export);
                }
            }
            ChartMessage::Input(ChartInput::Figure(figure)) => {
                for action in self.interaction.actions_for(chart, &figure) {
                    self.act(ctx, action);
                }
            }
            ChartMessage::Input(ChartInput::Preview(figure)) => {
                if let Some(share) = self.interaction.preview(chart, &figure) {
                    dom::preview(&self.frame, &share.to_string());
                }
                return is_broken;
            }
            ChartMessage::Input(ChartInput::Fragment(fragment)) => {
                let Some(state) = State::from_fragment(chart, &fragment) else {
                    return is_broken;
                };
                self.change(chart, Action::Restore(Box::new(state)));
                dom::reveal(&self.frame);
            }
            ChartMessage::Input(ChartInput::Mark(pointed)) => {
                let is_active = pointed.by != By::Rest;
                let Some(index) = self.interaction.open(pointed.place, is_active) else {
                    return is_broken;
                };
                if pointed.by == By::Activation {
                    self.act(ctx, Action::Activate(index));
                }
            }
            ChartMessage::Input(ChartInput::Left) => {
                return self.interaction.close() || is_broken;
            }
            ChartMessage::Hydrated => self.interaction.hydrate(),
            ChartMessage::Exported(outcome) => self.interaction.export(Some(outcome)),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        dom::begin(&self.frame, self.is_changed);
        let ChartFigureProps {
            chart,
            is_in_section,
            is_right_to_left,
            language,
            host,
        } = ctx.props();
        let state = self.interaction.state();
        let setting = Setting::new(host, *language);
        let title_id = title_id(chart, setting);
        let (lang, dir) = language.mark();
        let mut description = Vec::new();
        let mut announcement = Vec::new();
        for panel in self.interaction.panels() {
            description.push(words::description(chart, &panel.state, &panel.layout));
            announcement.push(words::announcement(chart, &panel.state, &panel.layout));
        }
        // A timeline has them in its notes.
        if state.form != Form::Timeline && !chart.annotations.is_empty() {
            description.push(words::dated_remarks(chart, false, *language));
        }
        let sentences = language.messages().chart.sentences;
        let description = format::joined(&description, sentences);
        let choose = |event: &Event| dom::choice_of(event).map(ChartMessage::Chose);
        html! {
            <figure
                key={self.round}
                class="chart"
                part={setting.part("chart")}
                aria-labelledby={title_id.clone()}
                onchange={ctx.link().batch_callback(move |event: Event| choose(&event))}
                oninput={ctx.link().batch_callback(move |event: InputEvent| choose(&event))}
                onclick={ctx.link().batch_callback(move |event: MouseEvent| choose(&event))}
            >
                <figcaption class="chart-head">
                    if *is_in_section {
                        <h3 class="chart-title" id={title_id}>{ inlines(&chart.title, setting) }</h3>
                    } else {
                        <h2 class="chart-title" id={title_id}>{ inlines(&chart.title, setting) }</h2>
                    }
                </figcaption>
                { chart_reading(chart, state, &self.longest, self.interaction.read(), setting) }
                { switch(chart, state, self.interaction.has_way_back(), setting) }
                { chart_search(chart, state) }
                <p key={&*description} class="visually-hidden" {lang} {dir}>{ &description }</p>
                <p class="visually-hidden" aria-live="polite" {lang} {dir}>
                    if state.has_changed {
                        { changing(&format::joined(&announcement, sentences)) }
                    }
                </p>
                { chart_plot(chart, &self.interaction, self.pointing(), *is_right_to_left, setting) }
                { show_more(&self.interaction.panels()[0].layout, *language) }
                { explore(chart, state, setting) }
                { chart_notes(chart, state, &self.interaction.panels()[0].layout, setting) }
                <div class="chart-foot" data-long={is_foot_long(*language).then_some("")}>
                    { chart_table(chart, state, &self.interaction.in_table(chart), setting) }
                    { chart_export(chart, state, host.has_links, self.interaction.outcome(), setting) }
                </div>
            </figure>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let ChartFigureProps { chart, host, .. } = ctx.props();
        if self.watch.is_none() {
            let link = ctx.link().clone();
            let on_input = move |input| link.send_message(ChartMessage::Input(input));
            let has_links = host.has_links;
            self.watch = dom::Watch::new(&self.frame, &chart.id, has_links, is_first, on_input);
        }
        if is_first {
            ctx.link().send_message(ChartMessage::Hydrated);
        }
        if let Some(kept) = self.kept.take() {
            kept.give(&self.frame);
        }
        // Before the transition, so that the row is seen where it starts from.
        if let Some(row) = self.interaction.take_sought_row() {
            dom::show(&self.frame, row);
        }
        if self.is_changed {
            dom::transition(&self.frame);
        }
        dom::settle(&self.frame, self.is_changed);
        self.is_changed = false;
        let cited = self.interaction.read();
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
    /// Applies an action of the reader, and reports it to the page.
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let ChartFigureProps { chart, host, .. } = ctx.props();
        if let (Some(on_chart), Some((choice, value))) = (&host.on_chart, action.words(chart)) {
            on_chart.emit(ChartEvent {
                chart: chart.id.clone(),
                choice,
                value,
            });
        }
        let before = self.interaction.state().picked;
        self.change(chart, action);
        let picked = self.interaction.state().picked;
        if let (Some(on_pick), true) = (&host.on_pick, picked != before) {
            on_pick.emit((
                chart.id.clone(),
                picked.map(|place| SelectedCompany::new(chart, place)),
            ));
        }
    }

    fn change(&mut self, chart: &Chart, action: Action) {
        self.interaction.update(chart, action);
        self.is_changed = true;
    }

    /// Starts an export.
    fn export(&self, ctx: &Context<Self>, export: Export) {
        let (chart, state) = (&ctx.props().chart, self.interaction.state());
        let link = ctx.link().clone();
        let on_done = move |is_done| {
            link.send_message(ChartMessage::Exported(ExportOutcome { export, is_done }));
        };
        let file = format!("{}.{}", chart.id, export.extension());
        let shape = match export {
            Export::Csv => {
                let csv = export::csv(chart, state, &dom::citation());
                return dom::download(&file, "text/csv", &csv);
            }
            Export::Link => return dom::copy_link(&state.to_fragment(chart), on_done),
            Export::Print => return dom::print(),
            Export::Wide => PictureShape::Wide,
            Export::Tall => PictureShape::Tall,
            Export::Svg => PictureShape::Page,
        };
        let svg = picture(
            chart,
            &self.interaction,
            shape,
            &dom::citation(),
            ctx.props().is_right_to_left,
        );
        if export == Export::Svg {
            dom::download(&file, "image/svg+xml", &svg);
            on_done(true);
        } else {
            dom::draw(&file, &svg, on_done);
        }
    }

    /// What pointers and keys are at.
    fn pointing(&self) -> Pointing<'_> {
        Pointing {
            frame: &self.frame,
            active: self.interaction.active_row(),
            read: self.interaction.read(),
        }
    }
}
