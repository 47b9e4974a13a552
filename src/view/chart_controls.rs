//! The controls of a chart.

use super::changing::changing;
use super::chart_names::name_of;
use super::choice::{ControlOption, choices, select};
use super::setting::Setting;
use crate::chart::{self, Action, FEW, Form, Layout, Panel, Sort, State};
use crate::format;
use crate::messages::Language;
use crate::model::Chart;
use crate::quantity::Basis;
use yew::prelude::*;

/// The controls above a chart.
pub(super) fn chart_controls(chart: &Chart, state: &State, setting: Setting<'_>) -> Html {
    let messages = &setting.messages().controls;
    let group = |legend, key, list| choices(legend, name_of(chart, key, setting), list);
    let choice = |label: &'static str, action: Action, is_chosen| ControlOption {
        label: label.into(),
        value: value(chart, &action),
        is_chosen,
    };
    let mut forms = Vec::new();
    for &form in &Form::ALL {
        let label = form.label(state.language);
        forms.push(choice(label, Action::ShowAs(form), state.form == form));
    }
    let basis = |label, basis| choice(label, Action::Compare(basis), state.basis == basis);
    let currencies: Vec<ControlOption> = chart::currencies(chart)
        .into_iter()
        .map(|choice| ControlOption {
            label: choice.label(setting.language).into(),
            value: value(chart, &Action::ShowIn(choice.currency)),
            is_chosen: state.currency == choice.currency,
        })
        .collect();
    html! {
        <>
            <div class="chart-controls">
                { group(messages.show_as, "form", forms) }
                { group(messages.compare, "basis", vec![
                    basis(messages.total, Basis::Total),
                    basis(messages.per_year, Basis::PerYear),
                ]) }
                if currencies.len() > 1 {
                    { group(messages.currency, "currency", currencies) }
                }
                { opener(messages.options, Panel::Options, "options", state) }
            </div>
            if state.panel == Panel::Options {
                { options(chart, state, setting) }
            }
        </>
    }
}

/// An action as the value of a control.
fn value(chart: &Chart, action: &Action) -> AttrValue {
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
            <span class="field-label">{ state.language.messages().controls.find_company }</span>
            <input type="search" name="search" value={state.search.clone()} />
        </label>
    }
}

/// A button that shows more rows.
pub(super) fn show_more(layout: &Layout, language: Language) -> Html {
    if layout.rows.len() >= layout.count {
        return Html::default();
    }
    let number = |number| format::count(number, language.locale());
    let (shown, count) = (number(layout.rows.len()), number(layout.count));
    let label = language
        .messages()
        .controls
        .show_more
        .with([&shown, &count]);
    html! { <button class="button show-more" type="button" name="more">{ changing(&label) }</button> }
}

/// The panel with the choices that few readers need.
fn options(chart: &Chart, state: &State, setting: Setting<'_>) -> Html {
    let messages = &setting.messages().controls;
    let mut orders = Vec::new();
    for &sort in &Sort::ALL {
        orders.push(ControlOption {
            label: sort.label(setting.language).into(),
            value: value(chart, &Action::SortBy(sort)),
            is_chosen: sort == state.sort,
        });
    }
    let no_highlight = ControlOption {
        label: messages.no_highlight.into(),
        value: value(chart, &Action::Highlight(None)),
        is_chosen: state.highlight.is_none(),
    };
    let (id, name) = name_of(chart, "companies", setting);
    let mut highlights = vec![no_highlight];
    highlights.extend(companies(chart, state, state.highlight));
    html! {
        <div class="chart-panel">
            { select(messages.sort_by, "sort", orders) }
            { select(messages.baseline, "baseline", companies(chart, state, Some(state.baseline))) }
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
