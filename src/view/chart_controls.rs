//! The controls of a chart: the switch above it, and the choices below it.

use super::changing::changing;
use super::chart_names::name_of;
use super::choice::{ControlOption, choices, select};
use super::setting::Setting;
use crate::chart::{self, Action, ChartBasis, FEW, Form, Layout, Panel, Sort, State};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;
use yew::prelude::*;

/// The switch above a chart: whole sums, yearly ones or both. A timeline shows both in one and has none. For a reader
/// who has come from a figure in the text, there is a button beside it that leads back.
pub(super) fn switch(
    chart: &Chart,
    state: &State,
    has_way_back: bool,
    setting: Setting<'_>,
) -> Html {
    if state.form == Form::Timeline {
        return Html::default();
    }
    let messages = &setting.messages().controls;
    let basis = |label: &'static str, basis| {
        let action = Action::Compare(basis);
        option(chart, label, &action, state.compared() == basis)
    };
    html! {
        <div class="chart-controls" lang={setting.language.mark().0}>
            { choices(messages.compare, name_of(chart, "basis", setting), vec![
                basis(messages.total, ChartBasis::Total),
                basis(messages.per_year, ChartBasis::PerYear),
                basis(messages.both, ChartBasis::Both),
            ]) }
            if has_way_back {
                <button class="button back" type="button">
                    { setting.messages().article.back_to_text }
                </button>
            }
        </div>
    }
}

/// The button below a chart that opens the panel of the other choices.
pub(super) fn explore(chart: &Chart, state: &State, setting: Setting<'_>) -> Html {
    html! {
        <div class="chart-explore" lang={setting.language.mark().0}>
            { opener(setting.messages().controls.explore, Panel::Options, "options", state) }
            if state.panel == Panel::Options {
                { options(chart, state, setting) }
            }
        </div>
    }
}

fn option(
    chart: &Chart,
    label: impl Into<AttrValue>,
    action: &Action,
    is_chosen: bool,
) -> ControlOption {
    ControlOption {
        label: label.into(),
        value: value(chart, action),
        is_chosen,
    }
}

/// An action as the value of a control.
pub(super) fn value(chart: &Chart, action: &Action) -> AttrValue {
    action.words(chart).unwrap_or_default().1.into()
}

/// A button that does something with the chart.
pub(super) fn button(name: &'static str, value: &'static str, label: &'static str) -> Html {
    html! { <button class="button" type="button" {name} {value}>{ label }</button> }
}

/// A button that opens and closes a panel.
pub(super) fn opener(
    label: &'static str,
    panel: Panel,
    value: &'static str,
    state: &State,
) -> Html {
    let (value, expanded) = if state.panel == panel {
        ("none", "true")
    } else {
        (value, "false")
    };
    html! {
        <button class="button opener" type="button" name="open" {value} aria-expanded={expanded}>
            { label }
        </button>
    }
}

/// A search field, if there are more companies than a reader sees at a glance.
pub(super) fn chart_search(chart: &Chart, state: &State) -> Html {
    if chart.commitments.len() <= FEW {
        return Html::default();
    }
    html! {
        <label class="field chart-search">
            <span class="field-label" lang={state.language.mark().0}>{ state.language.messages().controls.find_company }</span>
            <input type="search" name="search" value={state.search.clone()} />
        </label>
    }
}

/// A button that shows more rows.
pub(super) fn show_more(layout: &Layout, language: Language) -> Html {
    if layout.rows.len() >= layout.count {
        return Html::default();
    }
    let number = |number| format::count(number, language);
    let (shown, count) = (number(layout.rows.len()), number(layout.count));
    let label = language
        .messages()
        .controls
        .show_more
        .with([&shown, &count]);
    html! { <button class="button show-more" type="button" name="more" lang={language.mark().0}>{ changing(&label) }</button> }
}

/// The panel with the choices that few readers need. It has those that mean something in the form.
fn options(chart: &Chart, state: &State, setting: Setting<'_>) -> Html {
    let messages = &setting.messages().controls;
    let group = |legend, key, list| choices(legend, name_of(chart, key, setting), list);
    let mut forms = Vec::new();
    for &form in &Form::ALL {
        let label = form.label(state.language);
        forms.push(option(
            chart,
            label,
            &Action::ShowAs(form),
            state.form == form,
        ));
    }
    let mut currencies = Vec::new();
    for choice in chart::currencies(chart) {
        let action = Action::ShowIn(choice.currency);
        let is_chosen = state.currency == choice.currency;
        currencies.push(option(
            chart,
            choice.label(setting.language),
            &action,
            is_chosen,
        ));
    }
    let mut orders = Vec::new();
    for &sort in &Sort::ALL {
        let label = sort.label(setting.language);
        orders.push(option(
            chart,
            label,
            &Action::SortBy(sort),
            sort == state.sort,
        ));
    }
    let no_highlight = Action::Highlight(None);
    let mut highlights = vec![option(
        chart,
        messages.no_highlight,
        &no_highlight,
        state.highlight.is_none(),
    )];
    highlights.extend(companies(chart, state, state.highlight));
    let (id, name) = name_of(chart, "companies", setting);
    html! {
        <div class="chart-panel">
            { group(messages.show_as, "form", forms) }
            if currencies.len() > 1 {
                { group(messages.currency, "currency", currencies) }
            }
            { select(messages.sort_by, "sort", orders) }
            if state.form == Form::Ratio {
                { select(messages.baseline, "baseline", companies(chart, state, Some(state.baseline))) }
            }
            { select(messages.highlight, "highlight", highlights) }
            <fieldset class="companies" aria-labelledby={name}>
                <legend {id}>{ messages.companies }</legend>
                for index in chart::found(chart, state).take(MOST_OFFERED) {
                    { company(chart, state, index) }
                }
                // It is not `disabled`, so that it keeps the focus when all companies are shown.
                <button
                    class="link-button"
                    type="button"
                    name="show"
                    value="all"
                    aria-disabled={(!state.hidden.contains(&true)).to_string()}
                >
                    { messages.show_all_companies }
                </button>
            </fieldset>
        </div>
    }
}

/// The most companies that a list offers. The search finds the others.
const MOST_OFFERED: usize = 50;

/// The first companies that match the search, and the one that is chosen.
fn companies(chart: &Chart, state: &State, chosen: Option<usize>) -> Vec<ControlOption> {
    let mut places: Vec<usize> = chart::found(chart, state).take(MOST_OFFERED).collect();
    places.extend(chosen.filter(|chosen| !places.contains(chosen)));
    let choice = |&index: &usize| {
        let commitment = &chart.commitments[index];
        ControlOption {
            label: commitment.name.clone().into(),
            value: commitment.id.to_string().into(),
            is_chosen: Some(index) == chosen,
        }
    };
    places.iter().map(choice).collect()
}

/// A checkbox that shows or hides a company. At least one company stays.
fn company(chart: &Chart, state: &State, index: usize) -> Html {
    let is_shown = !state.hidden[index];
    html! {
        <label class="company">
            <input
                type="checkbox"
                name="hide"
                value={chart.commitments[index].id.to_string()}
                checked={is_shown}
                disabled={is_shown && !state.can_hide(index)}
            />
            { changing(&chart.commitments[index].name) }
        </label>
    }
}
