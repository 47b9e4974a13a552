//! Each action of a reader changes only what it names.

use super::super::{chart_of, default_article, default_json, shown};
use super::random::cases;
use super::{after, some, sort};
use article_widget::chart::{Action, ChartBasis, FEW, Form, Panel, Sort, SortBy, State};
use article_widget::messages::Language;
use article_widget::quantity::{Basis, Currency};
use proptest::prelude::*;

#[test]
fn a_chart_begins_as_its_document_says() {
    let article = default_article();
    let chart = chart_of(&article);
    let state = State::new(&chart);
    let expected = State {
        form: Form::Bars,
        basis: Basis::Total,
        has_both: false,
        currency: Currency::USD,
        sort: Sort {
            by: SortBy::Amount,
            is_reversed: false,
        },
        baseline: 0,
        highlight: Some(0),
        picked: None,
        hidden: vec![false; 4],
        search: "".into(),
        limit: FEW,
        extra: Some(0),
        panel: Panel::None,
        has_changed: false,
        language: Language::ENGLISH,
    };
    assert_eq!(state, expected);
    let mut json = default_json();
    json["charts"][0]["highlight"] = "meta".into();
    let state = State::new(&chart_of(&shown(&json)));
    assert_eq!(
        (state.baseline, state.highlight, state.extra),
        (2, Some(2), Some(2))
    );
    json["charts"][0]
        .as_object_mut()
        .unwrap()
        .remove("highlight");
    let state = State::new(&chart_of(&shown(&json)));
    assert_eq!(
        (state.baseline, state.highlight, state.extra),
        (0, None, None)
    );
}

#[test]
fn a_chart_opens_on_both_sums_where_the_order_turns() {
    let json = default_json();
    let opening = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut json = json.clone();
        change(&mut json);
        State::opening(&chart_of(&shown(&json)))
    };
    assert_eq!(opening(&|_| {}).compared(), ChartBasis::Both);
    // Nothing turns.
    let state = opening(&|json| {
        json["commitments"][0]["period"] = json["commitments"][2]["period"].clone();
    });
    assert_eq!(state.compared(), ChartBasis::Total);
    // The document says otherwise.
    for (field, value, expected) in [
        (
            "basis",
            "per-year",
            (Form::Bars, ChartBasis::PerYear, SortBy::Amount, false),
        ),
        (
            "basis",
            "total",
            (Form::Bars, ChartBasis::Total, SortBy::Amount, false),
        ),
        (
            "form",
            "timeline",
            (Form::Timeline, ChartBasis::Total, SortBy::Amount, false),
        ),
        (
            "sort",
            "name",
            (Form::Bars, ChartBasis::Total, SortBy::Name, false),
        ),
    ] {
        let state = opening(&|json| json["charts"][0][field] = value.into());
        let found = (
            state.form,
            state.compared(),
            state.sort.by,
            state.sort.is_reversed,
        );
        assert_eq!(found, expected, "{field}: {value}");
    }
    // A glance does not take in more.
    let state = opening(&|json| {
        let all = json["commitments"].as_array_mut().unwrap();
        for index in 0..5 {
            let mut other = all[1].clone();
            other["id"] = format!("c{index}").into();
            all.push(other);
        }
    });
    assert_eq!(state.compared(), ChartBasis::Total);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn each_action_changes_what_it_names_and_nothing_else() {
    let chart = chart_of(&default_article());
    let first = State::new(&chart);
    let sorted = Sort {
        by: SortBy::Name,
        is_reversed: true,
    };
    let other = after(&chart, [Action::Compare(ChartBasis::PerYear)]);
    // `has_changed` says that the shown data or their order differ, so that a screen reader announces it.
    let changed = State {
        has_changed: true,
        ..first.clone()
    };
    let hidden = |places: &[usize]| {
        let hidden = (0..4).map(|index| places.contains(&index)).collect();
        State {
            hidden,
            ..changed.clone()
        }
    };
    for (actions, expected) in [
        (
            vec![Action::ShowAs(Form::Timeline)],
            State {
                form: Form::Timeline,
                ..changed.clone()
            },
        ),
        (
            vec![Action::Compare(ChartBasis::PerYear)],
            State {
                basis: Basis::PerYear,
                ..changed.clone()
            },
        ),
        (
            vec![Action::Compare(ChartBasis::Both)],
            State {
                has_both: true,
                ..changed.clone()
            },
        ),
        (
            vec![Action::ShowIn(Currency::CNY)],
            State {
                currency: Currency::CNY,
                ..changed.clone()
            },
        ),
        (
            vec![sort(SortBy::Name, true)],
            State {
                sort: sorted,
                ..changed.clone()
            },
        ),
        (
            vec![Action::MeasureBy(2)],
            State {
                baseline: 2,
                ..changed.clone()
            },
        ),
        (
            vec![Action::Highlight(Some(2))],
            State {
                highlight: Some(2),
                picked: Some(2),
                extra: Some(2),
                ..first.clone()
            },
        ),
        (
            vec![Action::Highlight(None)],
            State {
                highlight: None,
                ..first.clone()
            },
        ),
        (
            vec![Action::Activate(2)],
            State {
                picked: Some(2),
                ..first.clone()
            },
        ),
        (
            vec![Action::Activate(0), Action::Activate(0)],
            State {
                picked: None,
                ..first.clone()
            },
        ),
        (
            vec![Action::Show(1, false), Action::Show(2, false)],
            hidden(&[1, 2]),
        ),
        (
            vec![
                Action::Show(1, false),
                Action::Show(2, false),
                Action::Show(1, true),
            ],
            hidden(&[2]),
        ),
        (
            vec![
                Action::Show(1, false),
                Action::Show(2, false),
                Action::ShowAll,
            ],
            hidden(&[]),
        ),
        (
            vec![
                Action::Show(1, false),
                Action::Search("x".into()),
                Action::Find(1, Basis::Total),
            ],
            State {
                picked: Some(1),
                extra: Some(1),
                ..changed.clone()
            },
        ),
        (
            vec![Action::Search("x".into())],
            State {
                search: "x".into(),
                ..changed.clone()
            },
        ),
        (
            vec![Action::ShowMore],
            State {
                limit: 1_000,
                ..changed.clone()
            },
        ),
        (
            vec![Action::ShowMore, Action::ShowMore],
            State {
                limit: 2_000,
                ..changed.clone()
            },
        ),
        (
            vec![Action::Open(Panel::Options)],
            State {
                panel: Panel::Options,
                ..first.clone()
            },
        ),
        (vec![Action::Restore(Box::new(other.clone()))], other),
    ] {
        let words = format!("{actions:?}");
        assert_eq!(after(&chart, actions), expected, "{words}");
    }
}

#[test]
fn the_last_company_stays() {
    let chart = chart_of(&default_article());
    let hide = [2, 0, 3, 1].map(|index| Action::Show(index, false));
    let state = after(&chart, hide);
    assert_eq!(state.hidden, [true, false, true, true]);
    assert!(!state.can_hide(1));
    assert!(state.can_hide(0));
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn at_least_one_company_stays(case in cases()) {
        let mut state = State::new(&case.chart);
        for action in case.actions {
            state.update(action);
            prop_assert!(state.hidden.contains(&false));
            prop_assert_eq!(state.hidden.len(), case.chart.commitments.len());
        }
        for index in 0..state.hidden.len() {
            state.update(Action::Show(index, false));
        }
        prop_assert_eq!(state.hidden.iter().filter(|is_hidden| !**is_hidden).count(), 1);
    }

    #[test]
    fn choices_do_not_disturb_each_other(case in cases()) {
        // The last action of each kind counts, regardless of the others.
        let mut expected = State::new(&case.chart);
        let mut compared = expected.compared();
        for action in &case.actions {
            match action {
                Action::ShowAs(form) => expected.form = *form,
                Action::Compare(basis) => compared = *basis,
                Action::ShowIn(currency) => expected.currency = *currency,
                Action::SortBy(sort) => expected.sort = *sort,
                Action::MeasureBy(index) => expected.baseline = *index,
                _ => {}
            }
        }
        let chosen = |state: &State| (state.form, state.currency, state.sort, state.baseline);
        prop_assert_eq!(case.state.compared(), compared);
        prop_assert_eq!(chosen(&case.state), chosen(&expected));
    }

    #[test]
    fn the_company_that_was_highlighted_or_searched_for_last_keeps_a_row(case in cases()) {
        let sought = case.actions.iter().rev().find_map(|action| match action {
            Action::Highlight(index) => *index,
            Action::Find(index, _) => Some(*index),
            // A picked company already has a row.
            _ => None,
        });
        prop_assert_eq!(case.state.extra, sought.or(State::new(&case.chart).highlight));
    }
}
