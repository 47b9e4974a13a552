//! The chart as numbers, words and exported files.

mod annotations;
mod codec;
mod columns;
mod export;
mod facts;
mod interaction;
mod labels;
mod languages;
mod layout;
mod many;
mod picture;
mod random;
mod state;
mod text;
mod words;

use article_widget::chart::{Action, PixelLength, Row, Sort, SortBy, State};
use article_widget::model::Chart;

/// The state after these actions.
fn after(chart: &Chart, actions: impl IntoIterator<Item = Action>) -> State {
    let mut state = State::new(chart);
    actions.into_iter().for_each(|action| state.update(action));
    state
}

/// Each row as a reader sees it, for example `Meta $65bn`. A dagger marks a conversion.
fn rows(chart: &Chart, state: &State) -> Vec<String> {
    let row = |row: &Row| {
        let is_converted = row
            .figure
            .as_ref()
            .is_some_and(|figure| figure.is_converted);
        let mark = if is_converted { "†" } else { "" };
        let name = &chart.commitments[row.index].name;
        format!("{name} {}{mark}", row.label())
    };
    let layout = article_widget::chart::layout(chart, state);
    layout.rows.iter().map(row).collect()
}

/// A length as a number of pixels.
fn pixels(length: PixelLength) -> f64 {
    length.to_string().parse().expect("a number")
}

/// The action that sorts the rows like this.
fn sort(by: SortBy, is_reversed: bool) -> Action {
    Action::SortBy(Sort { by, is_reversed })
}

/// How many charts each property is tried with. A chart has up to forty commitments, which is more than
/// most of the errors need.
fn some() -> proptest::test_runner::Config {
    proptest::test_runner::Config {
        cases: 100,
        failure_persistence: None,
        ..Default::default()
    }
}
