//! The interaction of a reader with a chart.

use super::super::{chart_of, default_article};
use article_widget::chart::export::{Export, ExportOutcome};
use article_widget::chart::{Action, ChartBasis, Form, Interaction, MANY};
use article_widget::messages::Language;
use article_widget::model::Chart;
use article_widget::quantity::Basis;
use std::rc::Rc;

/// A chart of this many commitments, and its interaction.
fn chart(count: usize) -> (Chart, Interaction) {
    let chart = Rc::unwrap_or_clone(chart_of(&default_article()));
    let commitment = |index: usize| {
        let mut commitment = chart.commitments[index % 4].clone();
        commitment.name = format!("Company {index}");
        commitment
    };
    let chart = Chart {
        highlight: None,
        commitments: (0..count).map(commitment).collect(),
        ..chart.clone()
    };
    let mut interaction = Interaction::new(&chart, Language::ENGLISH);
    interaction.hydrate();
    (chart, interaction)
}

/// The commitment of each row.
fn rows(interaction: &Interaction) -> Vec<usize> {
    let rows = interaction.panels()[0].layout.rows.iter();
    rows.map(|row| row.index).collect()
}

#[test]
fn until_it_answers_the_table_has_every_row() {
    let (chart, mut interaction) = chart(MANY + 5);
    let before = Interaction::new(&chart, Language::ENGLISH);
    assert_eq!(before.active_row(), None);
    assert_eq!(before.in_table(&chart).len(), MANY);
    assert_eq!(interaction.active_row(), Some(0));
    assert_eq!(interaction.in_table(&chart), rows(&interaction));
    interaction.update(&chart, Action::ShowMore);
    assert_eq!(interaction.in_table(&chart).len(), MANY);
}

#[test]
fn the_keyboard_reaches_the_row_that_was_last_used_or_the_first() {
    let (chart, mut interaction) = chart(4);
    let last = rows(&interaction)[3];
    assert_eq!(interaction.open(3, true), Some(last));
    assert_eq!(interaction.active_row(), Some(3));
    // The active row moves with its commitment.
    let mut reversed = interaction.state().sort;
    reversed.is_reversed = true;
    interaction.update(&chart, Action::SortBy(reversed));
    assert_eq!(interaction.active_row(), Some(0));
    interaction.update(&chart, Action::Show(last, false));
    assert_eq!(interaction.active_row(), Some(0));
    assert!(!rows(&interaction).contains(&last));
}

#[test]
fn a_mark_is_read_until_that_ends() {
    let (_, mut interaction) = chart(4);
    let index = rows(&interaction)[1];
    assert_eq!(interaction.open(8, false), None);
    assert_eq!(interaction.read(), None);
    assert_eq!(interaction.open(1, false), Some(index));
    assert_eq!(interaction.read(), Some(index));
    assert!(interaction.close());
    assert!(!interaction.close());
}

#[test]
fn rows_are_counted_through_both_panels() {
    let chart = chart_of(&default_article());
    let mut interaction = Interaction::new(&chart, Language::ENGLISH);
    interaction.hydrate();
    let names = |panel: usize| -> Vec<&str> {
        let rows = interaction.panels()[panel].layout.rows.iter();
        rows.map(|row| &*chart.commitments[row.index].name)
            .collect()
    };
    assert_eq!(names(0), ["Microsoft", "Meta", "Alibaba", "ByteDance"]);
    assert_eq!(names(1), ["Microsoft", "Meta", "ByteDance", "Alibaba"]);
    let alibaba = chart.place("alibaba");
    assert_eq!(interaction.open(7, true), alibaba);
    assert_eq!(interaction.active_row(), Some(7));
    // Without the second panel the first row has the tab stop.
    interaction.update(&chart, Action::Compare(ChartBasis::Total));
    assert_eq!(interaction.active_row(), Some(0));
}

#[test]
fn reading_goes_on_where_the_reader_has_asked_for_something() {
    for (action, row) in [
        // The first of the added rows.
        (Action::ShowMore, Some(20)),
        // The row of a figure in the text, at any position.
        (Action::Find(7, Basis::Total), Some(7)),
        (Action::Highlight(Some(7)), None),
        (Action::ShowAs(Form::Ratio), None),
    ] {
        let (chart, mut interaction) = chart(30);
        interaction.update(&chart, action.clone());
        let sought = interaction.take_sought_row();
        let is_it = |place: usize| match action {
            Action::Find(index, _) => rows(&interaction)[place] == index,
            _ => Some(place) == row,
        };
        assert_eq!(sought.is_some(), row.is_some(), "{action:?}");
        assert!(sought.is_none_or(is_it), "{action:?}: {sought:?}");
        assert_eq!(interaction.take_sought_row(), None, "only once");
    }
}

#[test]
fn a_figure_of_the_text_is_shown_as_it_is_stated() {
    let chart = chart_of(&default_article());
    for (before, figure, label, panel) in [
        // "over 380 billion yuan"
        (vec![], "alibaba", "over CN¥380bn", 0),
        (vec![], "alibaba currency=USD", "about $53bn", 0),
        // "$17.7 billion a year", where both sums are shown, and where only whole ones are.
        (
            vec![],
            "alibaba currency=USD basis=per-year",
            "about $17.7bn",
            1,
        ),
        (
            vec![Action::Compare(ChartBasis::Total)],
            "alibaba currency=USD basis=per-year",
            "about $17.7bn",
            0,
        ),
        // "about 1.5 times", "about 4.5 times"
        (vec![], "microsoft baseline=alibaba", "1.5×", 0),
        (
            vec![Action::ShowAs(Form::Timeline)],
            "microsoft baseline=alibaba basis=per-year",
            "4.5×",
            1,
        ),
        (
            vec![
                Action::Compare(ChartBasis::PerYear),
                Action::ShowAs(Form::Ratio),
            ],
            "microsoft",
            "$80bn",
            0,
        ),
    ] {
        let mut interaction = Interaction::new(&chart, Language::ENGLISH);
        interaction.hydrate();
        for action in before {
            interaction.update(&chart, action);
        }
        let bar = interaction.preview(&chart, figure).expect("a bar");
        assert!(!interaction.has_way_back(), "only a preview");
        for action in interaction.actions_for(&chart, figure) {
            interaction.update(&chart, action);
        }
        assert!(interaction.has_way_back());
        let row = interaction.take_sought_row().expect("a row");
        let count = interaction.panels()[0].layout.rows.len();
        assert_eq!(row / count, panel, "{figure}");
        let layout = &interaction.panels()[panel].layout;
        let row = &layout.rows[row % count];
        assert_eq!(row.label(), label, "{figure}");
        assert_eq!(row.mark.expect("a mark").width, bar, "{figure}");
        interaction.close();
        assert!(!interaction.has_way_back());
    }
    let interaction = Interaction::new(&chart, Language::ENGLISH);
    assert_eq!(interaction.actions_for(&chart, "nobody"), []);
    assert_eq!(interaction.preview(&chart, "nobody"), None);
}

#[test]
fn the_outcome_of_an_export_stands_until_something_else_is_chosen() {
    for (export, is_done, words) in [
        (Export::Link, true, "The link is copied."),
        (
            Export::Link,
            false,
            "The browser did not let the link be copied.",
        ),
        (Export::Svg, true, "The picture is among your downloads."),
        (
            Export::Wide,
            false,
            "This page does not let the picture be made.",
        ),
    ] {
        let (chart, mut interaction) = chart(4);
        let outcome = ExportOutcome { export, is_done };
        assert_eq!(outcome.words(Language::ENGLISH), words);
        interaction.export(Some(outcome));
        interaction.open(0, false);
        assert_eq!(interaction.outcome(), Some(outcome));
        interaction.update(&chart, Action::Compare(ChartBasis::PerYear));
        assert_eq!(interaction.outcome(), None);
    }
    for export in Export::ALL {
        assert_eq!(Export::parse(export.name()), Some(export));
    }
    assert_eq!(Export::parse("take-away"), None);
}
