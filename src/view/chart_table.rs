//! The data of a chart as a table, in the reader's currency and order.

use super::chart_controls::value;
use super::chart_names::{name_of, row_id};
use super::inlines::anchor;
use super::setting::Setting;
use crate::chart::{Action, ChartColumn, Medium, Sort, SortBy, State, columns, words};
use crate::model::{Chart, Commitment};
use yew::prelude::*;

/// The table under a chart, which the reader opens. It has a row for each of these commitments.
pub(super) fn chart_table(
    chart: &Chart,
    state: &State,
    places: &[usize],
    setting: Setting<'_>,
) -> Html {
    let caption = words::caption(chart, state, places.len());
    let messages = &setting.messages().chart;
    let columns = columns(chart, state, Medium::Table);
    let (id, name) = name_of(chart, "data", setting);
    let (lang, dir) = setting.language.mark();
    html! {
        <details class="chart-data">
            <summary {lang} {dir}>{ messages.show_table }</summary>
            // The table is wider than a phone and scrolls, so the keyboard must reach it.
            <div
                class="table-frame"
                role="region"
                aria-label={messages.table}
                aria-labelledby={name}
                tabindex="0"
                {id}
            >
                <table>
                    <caption key={&*caption} {lang} {dir}>{ &caption }</caption>
                    <thead {lang}>
                        <tr>
                            for column in &columns {
                                { heading(chart, state, *column) }
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for place in places {
                            { row(chart, state, &columns, &chart.commitments[*place], setting) }
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

/// The heading of a column. That of names or of sums sorts by it: a press on the column that sorts reverses the order.
fn heading(chart: &Chart, state: &State, column: ChartColumn) -> Html {
    let title = column.heading(Medium::Table, chart, state);
    let align = align(column);
    let Some(by) = sort_of(column, state) else {
        return html! { <th key={&*title} scope="col" data-align={align}>{ title }</th> };
    };
    let is_sorted = state.sort.by == by;
    let is_reversed = is_sorted && !state.sort.is_reversed;
    let is_ascending = (by == SortBy::Name) != state.sort.is_reversed;
    let order = if is_ascending {
        "ascending"
    } else {
        "descending"
    };
    let action = Action::SortBy(Sort { by, is_reversed });
    // Where its words stay and the button comes or goes, the heading is made anew, too.
    html! {
        <th key={format!("sort {title}")} scope="col" data-align={align} aria-sort={is_sorted.then_some(order)}>
            <button class="heading-button" type="button" name="sort" value={value(chart, &action)}>
                { title }
            </button>
        </th>
    }
}

/// The order that the heading of a column stands for.
fn sort_of(column: ChartColumn, state: &State) -> Option<SortBy> {
    match column {
        ChartColumn::Company => Some(SortBy::Name),
        ChartColumn::Total if state.basis.is_total() => Some(SortBy::Amount),
        ChartColumn::PerYear => Some(SortBy::PerYear),
        _ => None,
    }
}

/// The alignment of a column.
fn align(column: ChartColumn) -> Option<&'static str> {
    column.is_figure().then_some("end")
}

fn row(
    chart: &Chart,
    state: &State,
    columns: &[ChartColumn],
    commitment: &Commitment,
    setting: Setting<'_>,
) -> Html {
    let place = row_id(&commitment.id, &chart.id, setting);
    let cell = |(index, column): (usize, &ChartColumn)| {
        let text = column.text(Medium::Table, chart, state, commitment);
        if *column == ChartColumn::Company {
            html! {
                <th key="" scope="row" id={place.clone()}>
                    { anchor(place.clone()) }
                    <bdi>{ text }</bdi>
                </th>
            }
        } else {
            // Adjacent cells may have the same words, so the index is part of the key.
            let is_of_document = matches!(column, ChartColumn::Purpose | ChartColumn::Source);
            html! {
                <td key={format!("{index} {text}")} data-align={align(*column)}>
                    if is_of_document {
                        <bdi>{ text }</bdi>
                    } else {
                        { text }
                    }
                </td>
            }
        }
    };
    html! {
        <tr key={commitment.id.to_string()}>
            { for columns.iter().enumerate().map(cell) }
        </tr>
    }
}
