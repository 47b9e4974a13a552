//! Choices as words, and links that restore a state.

use super::super::{chart_of, default_article, default_json, shown};
use super::random::{FORMS, cases};
use super::{after, some, sort};
use article_widget::chart::{Action, ChartBasis, FEW, Form, Panel, SortBy, State};
use article_widget::quantity::{Basis, Currency};
use proptest::prelude::*;
use proptest::sample::select;

/// The prefix of the fragment of every link. It must not change, because readers have saved links.
const PREFIX: &str = "article-widget=";

#[test]
fn choices_have_words() {
    let chart = chart_of(&default_article());
    for (action, key, words) in [
        (Action::ShowAs(Form::Bars), "form", "bars"),
        (Action::ShowAs(Form::Timeline), "form", "timeline"),
        (Action::ShowAs(Form::Ratio), "form", "ratio"),
        (Action::Compare(ChartBasis::Total), "basis", "total"),
        (Action::Compare(ChartBasis::PerYear), "basis", "per-year"),
        (Action::ShowIn(Currency::CNY), "currency", "CNY"),
        (sort(SortBy::Amount, false), "sort", "amount"),
        (sort(SortBy::Amount, true), "sort", "amount-reversed"),
        (sort(SortBy::PerYear, false), "sort", "per-year"),
        (sort(SortBy::Name, false), "sort", "name"),
        (sort(SortBy::Document, true), "sort", "document-reversed"),
        (Action::MeasureBy(1), "baseline", "microsoft"),
        (Action::Highlight(Some(2)), "highlight", "meta"),
        (Action::Highlight(None), "highlight", "none"),
        (Action::Show(3, false), "hide", "bytedance"),
        (Action::Show(3, true), "show", "bytedance"),
        (Action::ShowAll, "show", "all"),
        (
            Action::Search("Ali & Co = 5".into()),
            "search",
            "Ali & Co = 5",
        ),
    ] {
        assert_eq!(action.words(&chart), Some((key, words.to_owned())));
        assert_eq!(Action::parse(&chart, key, words), Some(action));
    }
    // Following a figure is reported, but it is not a choice that could be read back.
    for action in [Action::Activate(1), Action::Find(1, Basis::Total)] {
        assert_eq!(action.words(&chart), Some(("datum", "microsoft".into())));
    }
    assert_eq!(Action::parse(&chart, "datum", "microsoft"), None);
}

#[test]
fn what_is_no_choice_of_view_has_no_words() {
    let chart = chart_of(&default_article());
    let restored = Box::new(State::new(&chart));
    for action in [
        Action::ShowMore,
        Action::Open(Panel::Options),
        Action::Restore(restored),
    ] {
        assert_eq!(action.words(&chart), None);
    }
    for (key, words, action) in [
        ("more", "", Action::ShowMore),
        ("open", "none", Action::Open(Panel::None)),
        ("open", "options", Action::Open(Panel::Options)),
        ("open", "take-away", Action::Open(Panel::Export)),
    ] {
        assert_eq!(Action::parse(&chart, key, words), Some(action));
    }
}

#[test]
fn what_a_chart_does_not_have_is_no_choice() {
    let chart = chart_of(&default_article());
    for (key, words) in [
        ("form", "pie"),
        ("form", ""),
        ("basis", "total "),
        ("currency", "EUR"),
        ("currency", "usd"),
        ("sort", "reversed"),
        ("sort", "-reversed"),
        ("sort", "name-reversed-reversed"),
        ("baseline", "none"),
        ("baseline", "tencent"),
        ("highlight", "tencent"),
        ("hide", "all"),
        ("show", ""),
        ("open", "sesame"),
        ("take", "csv"),
        ("", ""),
    ] {
        assert_eq!(Action::parse(&chart, key, words), None, "{key}={words}");
    }
}

#[test]
fn a_link_says_what_is_not_as_at_first() {
    let chart = chart_of(&default_article());
    assert_eq!(
        State::new(&chart).to_fragment(&chart),
        "article-widget=ai-spending"
    );
    let state = after(
        &chart,
        [
            Action::ShowAs(Form::Ratio),
            Action::Compare(ChartBasis::PerYear),
            Action::ShowIn(Currency::CNY),
            sort(SortBy::Name, true),
            Action::MeasureBy(1),
            Action::Highlight(None),
            Action::Show(2, false),
            Action::Show(3, false),
            Action::Search("Alibaba".into()),
            Action::Open(Panel::Export),
        ],
    );
    assert_eq!(
        state.to_fragment(&chart),
        "article-widget=ai-spending&form=ratio&basis=per-year&currency=CNY&sort=name-reversed\
         &baseline=microsoft&highlight=none&hide=meta&hide=bytedance"
    );
}

#[test]
fn links_to_elsewhere_are_refused() {
    let chart = chart_of(&default_article());
    for fragment in [
        "",
        "ai-spending",
        "article-widget",
        "article-widget=",
        "article-widget=other",
        "article-widget=other&form=ratio",
        "article-widget=ai-spending-2&form=ratio",
        "article-widget=ai-spending=form&form=ratio",
        "my-article-widget=ai-spending",
        "article-widget=ai-spending-",
        "datum-alibaba.ai-spending",
        ":~:text=article-widget=ai-spending",
    ] {
        assert_eq!(State::from_fragment(&chart, fragment), None, "{fragment}");
    }
}

#[test]
fn what_a_link_says_of_things_that_are_gone_is_ignored() {
    let chart = chart_of(&default_article());
    let first = State::new(&chart);
    for end in [
        "",
        "&",
        "&&",
        "&=",
        "&form",
        "&form=",
        "&form=pie",
        "&currency=EUR",
        "&highlight=tencent&baseline=tencent&hide=tencent&show=tencent",
        "&unknown=1",
    ] {
        let fragment = format!("{PREFIX}ai-spending{end}");
        assert_eq!(
            State::from_fragment(&chart, &fragment),
            Some(first.clone()),
            "{fragment}"
        );
    }
    let fragment = format!("{PREFIX}ai-spending&hide=tencent&form=ratio&sort=&basis=per-year");
    let state = State::from_fragment(&chart, &fragment).unwrap();
    assert_eq!((state.form, state.basis), (Form::Ratio, Basis::PerYear));
    assert_eq!(state.hidden, [false; 4]);
    // One company stays visible, even if a link hides all of them.
    let fragment =
        format!("{PREFIX}ai-spending&hide=alibaba&hide=microsoft&hide=meta&hide=bytedance");
    let state = State::from_fragment(&chart, &fragment).unwrap();
    assert_eq!(state.hidden, [true, true, true, false]);
}

/// Changes that mail programs make to a link.
const ESCAPES: [fn(&str) -> String; 12] = [
    |link| link.replace('=', "%3D"),
    |link| link.replace('=', "%3d"),
    |link| link.replace('&', "%26"),
    |link| link.replace('-', "%2D"),
    |link| link.replace('%', "%25"),
    |link| link.replace('&', "&amp;"),
    |link| link.replace('&', "&#38;"),
    |link| link.replace('&', "&#x26;"),
    |link| link.replace('=', "&#61;"),
    |link| link.replace('=', "&#x3D;"),
    // Quoted-printable.
    |link| link.replace('=', "=3D"),
    // Every character, including letters.
    |link| {
        let escaped = link.bytes().map(|byte| format!("%{byte:02x}"));
        escaped.collect::<Vec<_>>().concat()
    },
];
/// Characters that may precede or follow a link.
const HEADS: [&str; 8] = ["#", "%23", "%20", "<", "%3C", "\"", "(", "&quot;"];
const TAILS: [&str; 23] = [
    ")",
    ".",
    ",",
    ">",
    "\"",
    "'",
    ";",
    ":",
    "!",
    "?",
    "]",
    "+",
    "%20",
    "%29",
    "%3E",
    "%22",
    "%0D%0A",
    "&gt;",
    "&quot;",
    ").",
    "\u{201d}",
    "%E2%80%9D",
    "?utm_source=mail&utm_medium=form",
];

#[test]
fn what_programs_of_mail_make_of_a_link_leads_where_it_led() {
    let chart = chart_of(&default_article());
    let state = after(
        &chart,
        [
            Action::ShowAs(Form::Ratio),
            Action::Compare(ChartBasis::PerYear),
            sort(SortBy::Name, true),
            Action::Show(2, false),
        ],
    );
    for state in [State::new(&chart), state] {
        let link = state.to_fragment(&chart);
        let expected = State::from_fragment(&chart, &link);
        assert!(expected.is_some());
        let mut damaged: Vec<String> = HEADS.iter().map(|head| format!("{head}{link}")).collect();
        damaged.extend(TAILS.iter().map(|tail| format!("{link}{tail}")));
        for escape in ESCAPES {
            let once = escape(&link);
            damaged.extend(ESCAPES.iter().map(|again| again(&once)));
            damaged.push(once);
        }
        for link in damaged {
            assert_eq!(State::from_fragment(&chart, &link), expected, "{link}");
        }
    }
}

#[test]
fn a_link_is_read_as_it_is_where_that_means_something() {
    let mut json = default_json();
    json["charts"][0]["id"] = "3D".into();
    json["commitments"][1]["id"] = "3Dalibaba".into();
    let chart = chart_of(&shown(&json));
    for (fragment, place) in [
        ("article-widget=3D&highlight=alibaba", 0),
        ("article-widget=3D&highlight=3Dalibaba", 1),
        ("article-widget=3D3D&highlight=3Dalibaba", 0),
        ("article-widget=3D3D&highlight=3D3Dalibaba", 1),
    ] {
        let state = State::from_fragment(&chart, fragment).unwrap();
        assert_eq!(state.highlight, Some(place), "{fragment}");
    }
}

#[test]
fn a_link_that_never_ends_is_read_in_a_moment() {
    let chart = chart_of(&default_article());
    let link = format!("{PREFIX}ai-spending&form=%{}3D", "25".repeat(1_000_000));
    assert!(State::from_fragment(&chart, &link).is_some());
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn damaged_links_lead_back(
        case in cases(),
        head in prop::option::of(select(HEADS.to_vec())),
        tail in prop::option::of(select(TAILS.to_vec())),
        escapes in prop::collection::vec(select(ESCAPES.to_vec()), 0..4),
    ) {
        let link = case.state.to_fragment(&case.chart);
        let whole = [head.unwrap_or_default(), &link, tail.unwrap_or_default()].concat();
        let damaged = escapes.iter().fold(whole, |link, escape| escape(&link));
        prop_assert_eq!(
            State::from_fragment(&case.chart, &damaged),
            State::from_fragment(&case.chart, &link),
            "{}", damaged
        );
    }

    #[test]
    fn choices_come_back_from_their_words(case in cases()) {
        for action in case.actions {
            let Some((key, words)) = action.words(&case.chart) else { continue };
            let expected = match action {
                Action::Activate(_) | Action::Find(..) => None,
                action => Some(action),
            };
            prop_assert_eq!(Action::parse(&case.chart, key, &words), expected);
        }
    }

    #[test]
    fn links_lead_back(case in cases()) {
        let fragment = case.state.to_fragment(&case.chart);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=&".contains(&byte);
        prop_assert!(fragment.bytes().all(is_plain), "{fragment} needs no escapes");
        // A link contains the current highlight, but no earlier one.
        let extra = case.state.highlight.or(State::new(&case.chart).extra);
        let expected = State {
            search: "".into(),
            limit: FEW,
            extra,
            has_changed: false,
            picked: None,
            ..case.state
        };
        prop_assert_eq!(State::from_fragment(&case.chart, &fragment), Some(expected));
    }

    #[test]
    fn no_fragment_does_harm(case in cases(), noise in "[a-z0-9=&%-]{0,40}", form in 0..3_usize) {
        let fragment = format!("{}&{noise}", case.state.to_fragment(&case.chart));
        let state = State::from_fragment(&case.chart, &fragment).expect("it is this chart's");
        prop_assert!(state.hidden.contains(&false));
        let mut state = state;
        state.update(Action::ShowAs(FORMS[form]));
        let layout = article_widget::chart::layout(&case.chart, &state);
        prop_assert!(layout.rows.len() <= FEW + 1);
        let _ = State::from_fragment(&case.chart, &noise);
    }
}
