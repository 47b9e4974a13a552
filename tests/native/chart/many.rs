//! A chart of ten thousand commitments.

use super::super::{chart_of, default_article};
use super::{after, sort};
use article_widget::chart::{
    self, Action, ChartBasis, FEW, Form, Layout, Row, SortBy, State, export, found, layout, words,
};
use article_widget::model::Chart;
use article_widget::quantity::{Basis, Decimal};
use std::rc::Rc;

const MANY: usize = 10_000;

/// Commitments of 0 to 9,999 billion dollars a year, in no order.
fn many() -> Chart {
    let chart = Rc::unwrap_or_clone(chart_of(&default_article()));
    let template = chart.commitments[2].clone();
    let commitment = |index: usize| {
        let mut commitment = template.clone();
        commitment.name = format!("Company {index:04}");
        commitment.amount.value = Decimal::parse(&worth(index).to_string()).unwrap();
        commitment
    };
    Chart {
        highlight: None,
        commitments: (0..MANY).map(commitment).collect(),
        ..chart
    }
}

/// What a company spends, in billions of dollars. No two companies spend the same.
fn worth(index: usize) -> usize {
    index * 7919 % MANY
}

fn worths(rows: &[Row]) -> Vec<usize> {
    rows.iter().map(|row| worth(row.index)).collect()
}

#[test]
fn the_largest_have_rows_and_the_rest_is_counted() {
    let chart = many();
    let state = State::new(&chart);
    let first = layout(&chart, &state);
    assert_eq!((first.rows.len(), first.count), (FEW, MANY));
    let largest: Vec<usize> = (MANY - FEW..MANY).rev().collect();
    assert_eq!(worths(&first.rows), largest);
    let words = words::description(&chart, &state, &first);
    // The first company is hardly ahead of the second, so no lead is mentioned.
    assert!(words.ends_with(" and 9,980 more."), "{words}");

    let more = layout(&chart, &after(&chart, [Action::ShowMore]));
    assert_eq!((more.rows.len(), more.count), (chart::MANY, MANY));
    let all: Vec<Action> = vec![Action::ShowMore; 11];
    assert_eq!(layout(&chart, &after(&chart, all)).rows.len(), MANY);
}

#[test]
fn the_smallest_come_first_in_the_other_order() {
    let chart = many();
    for form in [Form::Bars, Form::Timeline, Form::Ratio] {
        let actions = [
            Action::ShowAs(form),
            Action::Compare(ChartBasis::PerYear),
            sort(SortBy::Amount, true),
        ];
        let rows = layout(&chart, &after(&chart, actions)).rows;
        assert_eq!(worths(&rows), (0..FEW).collect::<Vec<_>>());
    }
}

#[test]
fn a_company_that_is_highlighted_or_found_keeps_a_row_beyond_the_last() {
    let chart = many();
    let of_worth = |sum| (0..MANY).find(|&index| worth(index) == sum).unwrap();
    let (smallest, small) = (of_worth(0), of_worth(1));
    let beyond = |actions: Vec<Action>| -> Vec<usize> {
        let layout = layout(&chart, &after(&chart, actions));
        assert_eq!(layout.count, MANY);
        worths(&layout.rows[FEW..])
    };
    let highlight = Action::Highlight;
    assert_eq!(beyond(vec![]), [0; 0]);
    for (actions, expected) in [
        (vec![Action::Find(smallest, Basis::Total)], 0),
        (vec![highlight(Some(smallest))], 0),
        (
            vec![highlight(Some(smallest)), Action::Find(small, Basis::Total)],
            1,
        ),
        // The row stays if the highlight is removed, or if another company among the rows is picked.
        (
            vec![Action::Find(smallest, Basis::Total), highlight(None)],
            0,
        ),
        (
            vec![
                Action::Find(smallest, Basis::Total),
                Action::Activate(smallest),
            ],
            0,
        ),
        (
            vec![
                Action::Find(smallest, Basis::Total),
                Action::Activate(of_worth(MANY - 1)),
            ],
            0,
        ),
    ] {
        let words = format!("{actions:?}");
        assert_eq!(beyond(actions), [expected], "{words}");
    }
    // A company among the first rows has only that one row.
    assert_eq!(
        beyond(vec![Action::Find(of_worth(MANY - 1), Basis::Total)]),
        [0; 0]
    );
    let left_out = vec![
        Action::Find(smallest, Basis::Total),
        Action::Show(smallest, false),
    ];
    let layout = layout(&chart, &after(&chart, left_out));
    assert_eq!((layout.rows.len(), layout.count), (FEW, MANY - 1));
}

#[test]
fn the_order_goes_on_beyond_the_last_row() {
    let chart = many();
    for limit in [0, 1, MANY - 1, MANY, MANY + 1] {
        let state = State {
            limit,
            ..State::new(&chart)
        };
        let Layout { rows, count, .. } = layout(&chart, &state);
        let worths: Vec<usize> = rows.iter().map(|row| worth(row.index)).collect();
        let expected = (0..MANY).rev().take(limit);
        assert!(worths.into_iter().eq(expected), "the first {limit}");
        assert_eq!(count, MANY);
    }
}

#[test]
fn a_search_finds_one_among_all() {
    let chart = many();
    let state = after(&chart, [Action::Search("ny 4321".into())]);
    let layout = layout(&chart, &state);
    let found: Vec<usize> = found(&chart, &state).collect();
    assert_eq!(found, [4321]);
    assert_eq!((layout.rows.len(), layout.count), (1, 1));
    assert_eq!(layout.rows[0].index, 4321);
}

#[test]
fn a_file_has_them_all() {
    let chart = many();
    let file = export::csv(&chart, &State::new(&chart), "");
    assert_eq!(file.lines().count(), 1 + MANY);
}
