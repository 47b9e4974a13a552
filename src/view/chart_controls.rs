//! The reader's choices for a chart.

use super::changing::changing;
use super::chart_names::name_of;
use super::choice::{Choice, choices, select};
use super::names::Names;
use crate::chart::{self, Action, FEW, Form, Layout, Panel, Sort, SortBy, State};
use crate::format;
use crate::model::{Basis, Chart};
use yew::prelude::*;

/// The controls above a chart.
pub(super) fn chart_controls(chart: &Chart, state: &State, names: &Names) -> Html {
    let group = |legend, key, list| choices(legend, name_of(chart, key, names), list);
    let choice = |label: &'static str, action: Action, is_chosen| Choice {
        label: label.into(),
        value: value(chart, &action),
        is_chosen,
    };
    let form = |form: Form| choice(form.label(), Action::ShowAs(form), state.form == form);
    let basis = |label, basis| choice(label, Action::Compare(basis), state.basis == basis);
    let currencies: Vec<Choice> = chart::currencies(chart)
        .into_iter()
        .map(|choice| Choice {
            label: currency(choice),
            value: value(chart, &Action::ShowIn(choice.currency)),
            is_chosen: state.currency == choice.currency,
        })
        .collect();
    html! {
        <>
            <div class="chart-controls">
                { group("Show as", "form", Form::ALL.map(form).into()) }
                { group("Compare", "basis", vec![
                    basis("Total", Basis::Total),
                    basis("Per year", Basis::PerYear),
                ]) }
                if currencies.len() > 1 {
                    { group("Currency", "currency", currencies) }
                }
                { opener("Options", Panel::Options, "options", state) }
            </div>
            if state.panel == Panel::Options {
                { options(chart, state, names) }
            }
        </>
    }
}

/// An action as the value of a control.
fn value(chart: &Chart, action: &Action) -> AttrValue {
    action.words(chart).unwrap_or_default().1.into()
}

/// Names of currencies begin with a letter from A to Z; the tables for every other alphabet
/// would cost kilobytes of WebAssembly.
fn currency(choice: chart::Choice) -> AttrValue {
    let mut name = format::currency(choice.currency);
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if choice.is_converted {
        name.push_str(" (converted)");
    }
    name.into()
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

/// A search where there is more than a reader sees at a glance.
pub(super) fn chart_search(chart: &Chart, state: &State) -> Html {
    if chart.commitments.len() <= FEW {
        return Html::default();
    }
    html! {
        <label class="field chart-search">
            <span class="field-label">{ "Find a company" }</span>
            <input type="search" name="search" value={state.search.clone()} />
        </label>
    }
}

/// A button for the rows beyond the last.
pub(super) fn show_more(layout: &Layout) -> Html {
    if layout.rows.len() >= layout.count {
        return Html::default();
    }
    let label = format!(
        "{} of {} are shown. Show more",
        format::count(layout.rows.len()),
        format::count(layout.count)
    );
    html! { <button class="button show-more" type="button" name="more">{ changing(&label) }</button> }
}

/// The choices that not every reader needs.
fn options(chart: &Chart, state: &State, names: &Names) -> Html {
    const ORDERS: [(&str, SortBy, bool); 8] = [
        ("Largest first", SortBy::Amount, false),
        ("Smallest first", SortBy::Amount, true),
        ("Largest per year first", SortBy::PerYear, false),
        ("Smallest per year first", SortBy::PerYear, true),
        ("Name, A to Z", SortBy::Name, false),
        ("Name, Z to A", SortBy::Name, true),
        ("As listed", SortBy::Document, false),
        ("As listed, from the end", SortBy::Document, true),
    ];
    let orders = ORDERS.iter().map(|&(label, by, is_reversed)| {
        let sort = Sort { by, is_reversed };
        Choice {
            label: label.into(),
            value: value(chart, &Action::SortBy(sort)),
            is_chosen: sort == state.sort,
        }
    });
    let nobody = Choice {
        label: "None".into(),
        value: value(chart, &Action::Highlight(None)),
        is_chosen: state.highlight.is_none(),
    };
    let (id, name) = name_of(chart, "companies", names);
    let mut highlights = vec![nobody];
    highlights.extend(companies(chart, state, state.highlight));
    html! {
        <div class="chart-panel">
            { select("Sort by", "sort", orders.collect()) }
            { select("Baseline of ratios", "baseline", companies(chart, state, Some(state.baseline))) }
            { select("Highlight", "highlight", highlights) }
            <fieldset class="companies" aria-labelledby={name}>
                <legend {id}>{ "Companies" }</legend>
                for index in chart::found(chart, state).take(MOST_OFFERED) {
                    { company(chart, state, index) }
                }
                // It keeps its focus where there is nothing more to show.
                <button
                    class="link-button"
                    type="button"
                    name="show"
                    value="all"
                    aria-disabled={(!state.hidden.contains(&true)).to_string()}
                >
                    { "Show all companies" }
                </button>
            </fieldset>
        </div>
    }
}

/// How many companies a list offers at most; the search finds the others.
const MOST_OFFERED: usize = 50;

/// The first companies that match the search, and the one that is chosen.
fn companies(chart: &Chart, state: &State, chosen: Option<usize>) -> Vec<Choice> {
    let mut places: Vec<usize> = chart::found(chart, state).take(MOST_OFFERED).collect();
    places.extend(chosen.filter(|chosen| !places.contains(chosen)));
    let choice = |&index: &usize| {
        let commitment = &chart.commitments[index];
        Choice {
            label: commitment.name.clone().into(),
            value: commitment.id.to_string().into(),
            is_chosen: Some(index) == chosen,
        }
    };
    places.iter().map(choice).collect()
}

/// A box that takes a company in or leaves it out; at least one stays.
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
