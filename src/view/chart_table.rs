//! The data of a chart as a table, in the reader's currency and order.

use super::chart_names::name_of;
use super::inlines::anchor;
use super::names::Names;
use crate::chart::{Form, State, words};
use crate::format;
use crate::model::{Basis, Chart, Commitment, Id};
use yew::prelude::*;

/// The table under a chart, which the reader opens: the commitments in these places.
pub(super) fn chart_table(chart: &Chart, state: &State, places: &[usize], names: &Names) -> Html {
    let currency = format::currency(state.currency);
    let caption = words::caption(chart, state, places.len());
    let mut columns = vec![
        ("As stated".into(), None),
        (format!("Total, in {currency}"), NUMBER),
        (format!("Per year, in {currency}"), NUMBER),
    ];
    if state.form == Form::Ratio {
        let baseline = &chart.commitments[state.baseline].name;
        columns.push((format!("Multiple of {baseline}"), NUMBER));
    }
    columns.extend(["Period", "Status", "Purpose", "Source"].map(|title| (title.into(), None)));
    let (id, name) = name_of(chart, "data", names);
    html! {
        <details class="chart-data">
            <summary>{ "Show the data as a table" }</summary>
            // Wider than a phone: it scrolls by itself, so a keyboard must be able to reach it.
            <div
                class="table-frame"
                role="region"
                aria-label="Chart data"
                aria-labelledby={name}
                tabindex="0"
                {id}
            >
                <table>
                    <caption key={&*caption}>{ &caption }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Company" }</th>
                            for (title, align) in columns {
                                <th key={&*title} scope="col" data-align={align}>{ title }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for place in places {
                            { row(chart, state, &chart.commitments[*place], names) }
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

/// How numbers are set.
const NUMBER: Option<&str> = Some("end");

fn row(chart: &Chart, state: &State, commitment: &Commitment, names: &Names) -> Html {
    let place = row_id(&commitment.id, &chart.id, names);
    let sum = |basis| (words::cell(chart, state, basis, commitment), NUMBER);
    let mut cells = vec![
        (words::as_stated(commitment), None),
        sum(Basis::Total),
        sum(Basis::PerYear),
    ];
    if state.form == Form::Ratio {
        cells.push((words::multiple(chart, state, commitment), NUMBER));
    }
    cells.extend([
        (format::period(&commitment.period), None),
        (commitment.status.words().into(), None),
        (commitment.purpose.clone(), None),
        (commitment.source.clone(), None),
    ]);
    html! {
        <tr key={commitment.id.to_string()}>
            <th scope="row" id={place.clone()}>
                { anchor(place) }
                { &commitment.name }
            </th>
            for (column, (text, align)) in cells.into_iter().enumerate() {
                // Cells beside each other may say the same.
                <td key={format!("{column} {text}")} data-align={align}>{ text }</td>
            }
        </tr>
    }
}

/// The id of the row of a commitment in the table of a chart. Neither of their ids has a point.
pub(super) fn row_id(commitment: &Id, chart: &Id, names: &Names) -> String {
    names.id(&["datum-", commitment, ".", chart])
}
