//! Random charts and states, as documents and readers may make them.

use super::super::{chart_of, default_json, shown};
use article_widget::chart::{Action, ChartBasis, Form, Sort, SortBy, State, currencies};
use article_widget::model::Chart;
use article_widget::quantity::Basis;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use std::rc::Rc;

/// The largest number of commitments in a random chart.
const MOST: usize = 40;

pub(super) const FORMS: [Form; 3] = [Form::Bars, Form::Timeline, Form::Ratio];
pub(super) const BASES: [Basis; 2] = [Basis::Total, Basis::PerYear];
const COMPARED: [ChartBasis; 3] = [ChartBasis::Total, ChartBasis::PerYear, ChartBasis::Both];
pub(super) const ORDERS: [SortBy; 4] = [
    SortBy::Amount,
    SortBy::PerYear,
    SortBy::Name,
    SortBy::Document,
];

/// Names of up to 60 letters in several scripts, also without a space.
fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Za-z]{1,16}",
        1 => "[A-Z0-9&-]{1,60}",
        1 => "[а-яА-Я]{1,60}",
        1 => "[\u{5d0}-\u{5ea}]{1,20}",
        1 => "[\u{623}-\u{64a}]{1,60}",
        1 => "[\u{4e00}-\u{4eff}]{1,60}",
        1 => "[가-각ก-ฮ]{1,60}",
        1 => "[🏭🚀m%W]{1,60}",
    ];
    prop::collection::vec(word, 1..6).prop_map(|words| {
        let name: String = words.join(" ").chars().take(60).collect();
        name.trim_end().to_owned()
    })
}

/// Amounts from zero to thousands of billions.
fn amount(currency: &'static str) -> impl Strategy<Value = Json> {
    let value = prop_oneof![
        1 => Just(json!(0)),
        4 => (1..1_000_u32).prop_map(|value| json!(value)),
        2 => (0..100_000_u32).prop_map(|cents| json!(format!("{}.{:02}", cents / 100, cents % 100))),
        1 => (0..=999_999_999_999_999_u64).prop_map(|value| json!(value)),
    ];
    let hedge = prop::option::of(select(vec!["over", "at-least", "about", "nearly", "up-to"]));
    let scale = select(vec!["thousand", "million", "billion"]);
    (value, scale, hedge).prop_map(move |(value, scale, hedge)| {
        let mut amount = json!({ "value": value, "currency": currency });
        // The largest numbers have no scale, as in a table of single units.
        if value.as_u64().is_none_or(|value| value < 1_000_000) {
            amount["scale"] = json!(scale);
        }
        if let Some(hedge) = hedge {
            amount["hedge"] = json!(hedge);
        }
        amount
    })
}

fn period() -> impl Strategy<Value = Json> {
    let start = (2000..2030_u32, 1..=12_u32, prop::option::of(1..=28_u32));
    let length = prop_oneof![
        3 => (1..200_u32).prop_map(|months| json!({ "months": months })),
        1 => (1..20_u32).prop_map(|years| json!({ "years": years })),
        1 => Just(json!({ "openEnded": true })),
        1 => (2030..2040_u32, 1..=12_u32, 1..=28_u32)
            .prop_map(|(year, month, day)| json!({ "end": format!("{year}-{month:02}-{day:02}") })),
        1 => (2000..2030_u32).prop_map(|year| json!({ "year": year })),
    ];
    (start, length).prop_map(|((year, month, day), mut length)| {
        if length.get("year").is_none() {
            let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
            length["start"] = json!(format!("{year}-{month:02}{day}"));
        }
        length
    })
}

fn commitment() -> impl Strategy<Value = Json> {
    const CODES: [&str; 4] = ["USD", "CNY", "EUR", "CHF"];
    let sums = (0..CODES.len(), 0..CODES.len()).prop_flat_map(|(own, other)| {
        let equivalents = prop::collection::vec(amount(CODES[other]), usize::from(own != other));
        (amount(CODES[own]), prop::option::weighted(0.3, equivalents))
    });
    let status = select(vec!["announced", "planned", "earmarked", "reported"]);
    (name(), sums, period(), status).prop_map(|(name, (amount, equivalents), period, status)| {
        json!({
            "name": name,
            "amount": amount,
            "equivalents": equivalents.unwrap_or_default(),
            "period": period,
            "status": status,
            "purpose": "Plants",
            "source": "A report",
        })
    })
}

/// Charts of 1 to 40 commitments. Some of their sums cannot be converted.
pub(super) fn charts() -> impl Strategy<Value = Rc<Chart>> {
    let commitments = prop::collection::vec(commitment(), 1..=MOST);
    let rates = (any::<bool>(), any::<bool>());
    let highlight = prop::option::of(any::<Index>());
    (commitments, rates, highlight, any::<bool>()).prop_map(
        |(mut commitments, (has_yuan, has_euros), highlight, is_in_yuan)| {
            for (index, commitment) in commitments.iter_mut().enumerate() {
                commitment["id"] = json!(format!("c{index}"));
            }
            let rate = |base: &str, quote: &str, rate: &str| {
                json!({ "base": base, "quote": quote, "rate": rate, "date": "2025-01-31", "source": "a bank" })
            };
            let rates = [(has_yuan, rate("USD", "CNY", "7.26")), (has_euros, rate("EUR", "USD", "1.05"))];
            let mut json = default_json();
            let chart = &mut json["charts"][0];
            chart["currency"] = json!(if is_in_yuan { "CNY" } else { "USD" });
            let highlighted = highlight.map(|index| format!("c{}", index.index(commitments.len())));
            chart["highlight"] = json!(highlighted);
            json["exchangeRates"] = rates.into_iter().filter(|(has, _)| *has).map(|(_, rate)| rate).collect();
            json["commitments"] = json!(commitments);
            let chart = chart_of(&shown(&json));
            assert_eq!(chart.commitments.len(), commitments.len(), "the document is sound");
            chart
        },
    )
}

/// A chart, the actions of a reader, and the state after them.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) chart: Rc<Chart>,
    pub(super) actions: Vec<Action>,
    pub(super) state: State,
}

/// An action that does not depend on a particular chart.
#[derive(Debug)]
struct Wish {
    kind: u32,
    which: Index,
    flag: bool,
    words: String,
}

impl Wish {
    fn of(&self, chart: &Chart) -> Action {
        let place = self.which.index(chart.commitments.len());
        match self.kind {
            0 => Action::ShowAs(FORMS[self.which.index(FORMS.len())]),
            1 => Action::Compare(COMPARED[self.which.index(COMPARED.len())]),
            2 => {
                let offered = currencies(chart);
                Action::ShowIn(offered[self.which.index(offered.len())].currency)
            }
            3 => Action::SortBy(Sort {
                by: ORDERS[self.which.index(ORDERS.len())],
                is_reversed: self.flag,
            }),
            4 => Action::MeasureBy(place),
            5 => Action::Highlight(self.flag.then_some(place)),
            6 => Action::Activate(place),
            7 => Action::Find(place, Basis::Total),
            8 => Action::Show(place, false),
            9 => Action::Show(place, true),
            10 if self.flag => Action::ShowAll,
            10 => Action::Search(self.words.as_str().into()),
            _ => Action::ShowMore,
        }
    }
}

fn wish() -> impl Strategy<Value = Wish> {
    let words = prop_oneof!["[a-z]{0,2}", Just("zzzz".to_owned()), Just(" ".to_owned())];
    (0..12_u32, any::<Index>(), any::<bool>(), words).prop_map(|(kind, which, flag, words)| Wish {
        kind,
        which,
        flag,
        words,
    })
}

/// Charts in the states that readers made of them.
pub(super) fn cases() -> impl Strategy<Value = Case> {
    let wishes = prop::collection::vec(wish(), 0..12);
    (charts(), wishes).prop_map(|(chart, wishes)| {
        let actions: Vec<Action> = wishes.iter().map(|wish| wish.of(&chart)).collect();
        let state = super::after(&chart, actions.clone());
        Case {
            chart,
            actions,
            state,
        }
    })
}
