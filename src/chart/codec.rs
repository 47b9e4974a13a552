//! The codec of actions: the short words that stand for them in controls, events and links.
//!
//! A link ends in a fragment like `article-widget=ai-spending&form=ratio&basis=per-year`: the id of the chart, then
//! each choice that differs from the first state. Ids are plain letters, so nothing needs to be escaped. Mail
//! programs escape some characters all the same, and take characters around a link for a part of it. A damaged link is
//! read where only one reading is possible.

use super::state::{Action, Panel, Sort, SortBy, State, currencies};
use crate::model::{Chart, ChartBasis, Form};

/// The beginning of every fragment.
const PREFIX: &str = "article-widget=";

const ORDERS: [(&str, SortBy); 4] = [
    ("amount", SortBy::Amount),
    ("per-year", SortBy::PerYear),
    ("name", SortBy::Name),
    ("document", SortBy::Document),
];
const REVERSED: &str = "-reversed";
const NONE: &str = "none";
const ALL: &str = "all";
const PANELS: [(&str, Panel); 3] = [
    (NONE, Panel::None),
    ("options", Panel::Options),
    ("take-away", Panel::Export),
];

/// The name of a value in a list.
fn name<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    let known = names.iter().find(|(_, other)| other == value);
    known.map_or("", |(name, _)| name)
}

/// The value of a name in a list.
fn value<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    let known = names.iter().find(|(other, _)| *other == name);
    known.map(|(_, value)| *value)
}

impl Action {
    /// The choice and its value, for example `("form", "ratio")`; `None` for actions that are not reported.
    #[must_use]
    pub fn words(&self, chart: &Chart) -> Option<(&'static str, String)> {
        let id = |index: usize| chart.commitments[index].id.to_string();
        Some(match self {
            Self::ShowAs(form) => ("form", name(Form::NAMES, form).into()),
            Self::Compare(basis) => ("basis", name(ChartBasis::NAMES, basis).into()),
            Self::ShowIn(currency) => ("currency", currency.code().into()),
            Self::SortBy(sort) => {
                let end = if sort.is_reversed { REVERSED } else { "" };
                ("sort", format!("{}{end}", name(&ORDERS, &sort.by)))
            }
            Self::MeasureBy(index) => ("baseline", id(*index)),
            Self::Highlight(Some(index)) => ("highlight", id(*index)),
            Self::Highlight(None) => ("highlight", NONE.into()),
            Self::Activate(index) | Self::Find(index, _) => ("datum", id(*index)),
            Self::Show(index, false) => ("hide", id(*index)),
            Self::Show(index, true) => ("show", id(*index)),
            Self::ShowAll => ("show", ALL.into()),
            Self::Search(words) => ("search", words.to_string()),
            Self::ShowMore | Self::Open(_) | Self::Restore(_) => return None,
        })
    }

    /// The action for these words of a control or of a link; `None` if the chart does not have it.
    #[must_use]
    pub fn parse(chart: &Chart, key: &str, words: &str) -> Option<Self> {
        let place = || chart.place(words);
        Some(match key {
            "form" => Self::ShowAs(value(Form::NAMES, words)?),
            "basis" => Self::Compare(value(ChartBasis::NAMES, words)?),
            "currency" => {
                let mut offered = currencies(chart).into_iter();
                Self::ShowIn(offered.find(|c| c.currency.code() == words)?.currency)
            }
            "sort" => {
                let by = words.strip_suffix(REVERSED);
                Self::SortBy(Sort {
                    by: value(&ORDERS, by.unwrap_or(words))?,
                    is_reversed: by.is_some(),
                })
            }
            "baseline" => Self::MeasureBy(place()?),
            "highlight" if words == NONE => Self::Highlight(None),
            "highlight" => Self::Highlight(Some(place()?)),
            "hide" => Self::Show(place()?, false),
            "show" if words == ALL => Self::ShowAll,
            "show" => Self::Show(place()?, true),
            "search" => Self::Search(words.into()),
            "more" => Self::ShowMore,
            "open" => Self::Open(value(&PANELS, words)?),
            _ => return None,
        })
    }
}

impl State {
    /// The fragment of a link to this state of a chart, without the `#`. It leaves the search out, whose words are
    /// private.
    #[must_use]
    pub fn to_fragment(&self, chart: &Chart) -> String {
        let first = Self::new(chart);
        let mut choices = Vec::new();
        let mut add = |is_other: bool, action: Action| {
            if is_other {
                choices.extend(action.words(chart));
            }
        };
        add(self.form != first.form, Action::ShowAs(self.form));
        add(
            self.compared() != first.compared(),
            Action::Compare(self.compared()),
        );
        add(
            self.currency != first.currency,
            Action::ShowIn(self.currency),
        );
        add(self.sort != first.sort, Action::SortBy(self.sort));
        add(
            self.baseline != first.baseline,
            Action::MeasureBy(self.baseline),
        );
        add(
            self.highlight != first.highlight,
            Action::Highlight(self.highlight),
        );
        for (index, is_hidden) in self.hidden.iter().enumerate() {
            add(*is_hidden, Action::Show(index, false));
        }
        let mut fragment = format!("{PREFIX}{}", chart.id);
        for (key, words) in choices {
            fragment = format!("{fragment}&{key}={words}");
        }
        fragment
    }

    /// The state that a fragment leads to; `None` for a fragment of another chart or of the page. It ignores choices
    /// that the chart does not have, because the document may have changed since.
    #[must_use]
    pub fn from_fragment(chart: &Chart, fragment: &str) -> Option<Self> {
        let fragment = plain(fragment);
        let mut parts = fragment.split('&').filter_map(|part| part.split_once('='));
        let (_, id) = parts.find(|&(key, _)| Some(key) == PREFIX.strip_suffix('='))?;
        // Quoted-printable text has `=3D` for `=`.
        let quoted = id.strip_suffix(&*chart.id)?;
        if !["", "3D", "3D3D"].contains(&quoted) {
            return None;
        }
        let mut state = Self::new(chart);
        for (key, words) in parts {
            let words = words.strip_prefix(quoted).unwrap_or(words);
            if let Some(action) = Action::parse(chart, key, words) {
                state.update(action);
            }
        }
        state.has_changed = false;
        state.picked = None;
        Some(state)
    }
}

/// The choices that a link can name, each with its values. In the order in which [`State::to_fragment`] writes them.
#[must_use]
pub fn choices(chart: &Chart) -> Vec<(&'static str, Vec<String>)> {
    fn names<T>(all: &[(&'static str, T)]) -> Vec<String> {
        all.iter().map(|(name, _)| (*name).into()).collect()
    }
    let offered = currencies(chart).into_iter();
    let ids: Vec<String> = chart.commitments.iter().map(|c| c.id.to_string()).collect();
    let mut orders = names(&ORDERS);
    orders.extend(ORDERS.map(|(name, _)| format!("{name}{REVERSED}")));
    let mut marks = vec![NONE.into()];
    marks.extend(ids.iter().cloned());
    vec![
        ("form", names(Form::NAMES)),
        ("basis", names(ChartBasis::NAMES)),
        (
            "currency",
            offered.map(|c| c.currency.code().into()).collect(),
        ),
        ("sort", orders),
        ("baseline", ids.clone()),
        ("highlight", marks),
        ("hide", ids),
    ]
}

/// How often a link may have been escaped.
const MOST_ESCAPES: usize = 5;

/// A fragment without escapes, and with `&` for every character that no link has. Parts that are no choices are ignored
/// later.
fn plain(fragment: &str) -> String {
    let mut text = fragment.as_bytes().to_vec();
    for _ in 0..MOST_ESCAPES {
        let mut plainer = Vec::new();
        let mut rest = &*text;
        while let [first, others @ ..] = rest {
            let (sign, after) = escape(rest).unwrap_or((*first, others));
            plainer.push(sign);
            rest = after;
        }
        text = plainer;
    }
    let is_plain = |sign: u8| sign.is_ascii_alphanumeric() || b"-_=".contains(&sign);
    let signs = text.into_iter();
    signs
        .map(|sign| if is_plain(sign) { sign.into() } else { '&' })
        .collect()
}

/// The character of the escape at the beginning of a text, and the rest of the text.
fn escape(text: &[u8]) -> Option<(u8, &[u8])> {
    const ENTITIES: [(&[u8], u8); 6] = [
        (b"&amp;", b'&'),
        (b"&#38;", b'&'),
        (b"&#x26;", b'&'),
        (b"&#61;", b'='),
        (b"&#x3d;", b'='),
        (b"&#x3D;", b'='),
    ];
    if let [b'%', high, low, after @ ..] = text {
        let digit = |sign: u8| char::from(sign).to_digit(16);
        let number = digit(*high)? * 16 + digit(*low)?;
        return Some((u8::try_from(number).ok()?, after));
    }
    let mut read = ENTITIES.iter();
    read.find_map(|(entity, sign)| Some((*sign, text.strip_prefix(*entity)?)))
}
