//! The data of a chart as a table, in the reader's currency and order.

use crate::chart::{Figure, Layout, State, figure, words};
use crate::format;
use crate::model::{Basis, Chart, Commitment};
use yew::prelude::*;

/// The table under a chart, which the reader opens.
pub(super) fn chart_table(chart: &Chart, state: State, layout: &Layout) -> Html {
    let currency = format::currency(state.currency);
    html! {
        <details class="chart-data">
            <summary>{ "Show the data as a table" }</summary>
            // Wider than a phone: it scrolls by itself, so a keyboard must be able to reach it.
            <div class="table-frame" role="region" aria-label="Chart data" tabindex="0">
                <table>
                    <caption>{ chart.title.plain_text() }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Company" }</th>
                            <th scope="col">{ "As stated" }</th>
                            <th scope="col" class="number">{ "Total, in " }{ &currency }</th>
                            <th scope="col" class="number">{ "Per year, in " }{ &currency }</th>
                            <th scope="col">{ "Period" }</th>
                            <th scope="col">{ "Status" }</th>
                            <th scope="col">{ "Purpose" }</th>
                            <th scope="col">{ "Source" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for bar in &layout.bars {
                            { row(chart, state, &chart.commitments[bar.index]) }
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

fn row(chart: &Chart, state: State, commitment: &Commitment) -> Html {
    let in_words = |basis| {
        let figure = figure(commitment, basis, state.currency, &chart.rates);
        figure_in_words(figure)
    };
    html! {
        <tr key={commitment.id.to_string()}>
            <th scope="row">{ &commitment.name }</th>
            <td>{ words::as_stated(commitment) }</td>
            <td class="number">{ in_words(Basis::Total) }</td>
            <td class="number">{ in_words(Basis::PerYear) }</td>
            <td>{ format::period(&commitment.period) }</td>
            <td>{ commitment.status.words() }</td>
            <td>{ &commitment.purpose }</td>
            <td>{ &commitment.source }</td>
        </tr>
    }
}

fn figure_in_words(figure: Option<Figure>) -> String {
    match figure {
        Some(figure) if figure.converted => format!("{} (converted)", figure.label),
        Some(figure) => figure.label,
        None => "not known".into(),
    }
}
