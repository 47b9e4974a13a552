//! The texts about a chart.

use super::super::{chart_of, default_article, default_json, full_json, shown};
use super::random::cases;
use super::{after, some, sort};
use article_widget::chart::words;
use article_widget::chart::{
    Action, ChartBasis, ChartColumn, FEW, Form, Medium, Sort, SortBy, State, layout,
};
use article_widget::format;
use article_widget::messages::Language;
use article_widget::model::{Chart, Inlines};
use article_widget::quantity::{Basis, Currency};
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;

const EN: Language = Language::ENGLISH;
const PER_YEAR: Action = Action::Compare(ChartBasis::PerYear);
const YUAN: Action = Action::ShowIn(Currency::CNY);

fn default_chart() -> Rc<Chart> {
    chart_of(&default_article())
}

fn described(chart: &Chart, state: &State) -> String {
    words::description(chart, state, &layout(chart, state))
}

fn announced(chart: &Chart, state: &State) -> String {
    words::announcement(chart, state, &layout(chart, state))
}

#[test]
fn the_subtitle_says_what_is_compared_and_its_unit() {
    let chart = default_chart();
    let (timeline, ratio) = (Action::ShowAs(Form::Timeline), Action::ShowAs(Form::Ratio));
    for (actions, expected) in [
        (
            vec![],
            "Total commitment over unlike periods, in US dollars",
        ),
        (vec![PER_YEAR], "Commitment per year, in US dollars"),
        (vec![YUAN], "Total commitment over unlike periods, in yuan"),
        (
            vec![timeline.clone()],
            "Total commitment, in US dollars, as area: time × sum per year",
        ),
        (
            vec![timeline, PER_YEAR, YUAN],
            "Total commitment, in yuan, as area: time × sum per year",
        ),
        (
            vec![ratio.clone()],
            "Total commitment over unlike periods, as a multiple of Alibaba’s",
        ),
        (
            vec![ratio, PER_YEAR, Action::MeasureBy(1)],
            "Commitment per year, as a multiple of Microsoft’s",
        ),
    ] {
        assert_eq!(words::subtitle(&chart, &after(&chart, actions)), expected);
    }
}

#[test]
fn only_unlike_periods_need_a_word() {
    let mut json = full_json();
    // A calendar year is twelve months in every notation.
    json["commitments"][0]["period"] = json!({ "start": "2025-01-01", "end": "2025-12-31" });
    let article = shown(&json);
    let chart = &article.charts[0];
    assert_eq!(chart.spans().len(), 1);
    assert_eq!(
        words::subtitle(chart, &State::new(chart)),
        "Total commitment, in US dollars"
    );
    let remarks = words::remarks(chart, &State::new(chart)).join(" ");
    assert!(!remarks.contains("periods"), "{remarks}");
}

#[test]
fn the_subtitle_says_where_nobody_stated_the_currency() {
    let mut json = default_json();
    json["exchangeRates"].as_array_mut().unwrap().push(json!(
        { "base": "EUR", "quote": "USD", "rate": "1.05", "date": "2025-01-31", "source": "S" }
    ));
    let chart = chart_of(&shown(&json));
    let state = after(&chart, [Action::ShowIn(Currency::EUR)]);
    assert_eq!(
        words::subtitle(&chart, &state),
        "Total commitment over unlike periods, in euros (converted)"
    );
}

#[test]
fn a_long_name_of_the_baseline_takes_no_line_of_its_own() {
    let mut json = default_json();
    json["commitments"][0]["name"] = json!("A company with a long name");
    let chart = chart_of(&shown(&json));
    let state = after(&chart, [Action::ShowAs(Form::Ratio)]);
    assert_eq!(
        words::subtitle(&chart, &state),
        "Total commitment over unlike periods, as a multiple of the baseline’s"
    );
}

#[test]
fn the_description_says_what_the_marks_say() {
    let chart = default_chart();
    for (actions, expected) in [
        (
            vec![],
            "Bar chart. Total commitment over unlike periods, in US dollars, largest first: \
             Microsoft $80bn, Meta $65bn, Alibaba about $53bn and ByteDance $20.7bn (converted). \
             Microsoft leads with 1.2 times the figure of Meta.",
        ),
        (
            vec![PER_YEAR, sort(SortBy::Name, false)],
            "Bar chart. Commitment per year, in US dollars, from A to Z: \
             Alibaba about $17.7bn, ByteDance $20.7bn (converted), Meta $65bn and Microsoft $80bn. \
             Microsoft leads with 1.2 times the figure of Meta.",
        ),
        (
            vec![Action::ShowAs(Form::Ratio), PER_YEAR],
            "Bar chart. Commitment per year, as a multiple of Alibaba’s, largest first: \
             Microsoft about 4.5×, Meta about 3.7×, ByteDance about 1.2× (converted) and \
             Alibaba about 1×. \
             Microsoft leads with 1.2 times the figure of Meta.",
        ),
        (
            vec![
                Action::ShowAs(Form::Timeline),
                YUAN,
                Action::Show(1, false),
                Action::Show(2, false),
            ],
            "Timeline. Total commitment, in yuan, as area: time × sum per year, largest first: \
             Alibaba over CN¥380bn and ByteDance CN¥150bn. \
             Alibaba leads with 2.5 times the figure of ByteDance.",
        ),
        (
            vec![Action::ShowAs(Form::Ratio), Action::MeasureBy(1)],
            "Bar chart. Total commitment over unlike periods, as a multiple of Microsoft’s, \
             largest first: Microsoft 1×, Meta 0.81×, Alibaba about 0.66× and \
             ByteDance 0.26× (converted). Microsoft leads with 1.2 times the figure of Meta.",
        ),
        (
            vec![Action::Search("Meta".into())],
            "Bar chart. Total commitment over unlike periods, in US dollars, largest first: Meta $65bn.",
        ),
        (
            vec![Action::Search("nobody".into())],
            "Bar chart. Total commitment over unlike periods, in US dollars, largest first: nothing.",
        ),
    ] {
        assert_eq!(described(&chart, &after(&chart, actions)), expected);
    }
}

#[test]
fn what_is_not_known_leads_nobody() {
    let article = shown(&full_json());
    let chart = &article.charts[1];
    assert_eq!(
        described(chart, &after(chart, [PER_YEAR])),
        "Bar chart. Commitment per year, in US dollars, largest first: East $20bn and South not known."
    );
    let mut json = full_json();
    json["commitments"][3]["amount"] = json!({ "value": 0, "currency": "USD" });
    let article = shown(&json);
    let chart = &article.charts[1];
    assert_eq!(
        described(chart, &State::new(chart)),
        "Bar chart. Total commitment over unlike periods, in US dollars, largest first: \
         East $20bn and South $0.",
        "nothing is a multiple of zero"
    );
}

/// The default chart with a company for each of these sums, in billions of dollars.
fn worth(sums: impl IntoIterator<Item = u32>) -> Rc<Chart> {
    let mut json = default_json();
    let template = json["commitments"][2].clone();
    let commitment = |(index, sum): (usize, u32)| {
        let mut commitment = template.clone();
        commitment["id"] = json!(format!("c{index}"));
        commitment["name"] = json!(format!("C{index}"));
        commitment["amount"]["value"] = json!(sum);
        commitment
    };
    json["commitments"] = sums.into_iter().enumerate().map(commitment).collect();
    json["charts"][0]["highlight"] = json!(null);
    chart_of(&shown(&json))
}

#[test]
fn a_near_tie_has_no_leader() {
    for (first, lead) in [
        (100, ""),
        (105, ""),
        (106, " C1 leads with 1.1 times the figure of C0."),
        (200, " C1 leads with 2 times the figure of C0."),
        (123_456, " C1 leads with 1.2k times the figure of C0."),
    ] {
        let chart = worth([100, first]);
        let described = described(&chart, &State::new(&chart));
        let end = described.split_once('.').unwrap().1;
        let end = end.split_once("bn.").expect("the last sum").1;
        assert_eq!(end, lead, "{first} and 100");
    }
}

#[test]
fn what_has_no_row_could_lead_and_could_be_last() {
    // The last company of the document is far ahead of all others.
    let count = u32::try_from(FEW).unwrap() + 5;
    let chart = worth((1..count).chain([1_000]));
    let leads = " leads with 42 times the figure of C23.";
    let short = after(&chart, []);
    let described_as = |actions: Vec<Action>| described(&chart, &after(&chart, actions));
    assert!(described(&chart, &short).ends_with(&format!(" and 5 more. C24{leads}")));
    for action in [
        sort(SortBy::Amount, true),
        sort(SortBy::PerYear, false),
        sort(SortBy::Name, false),
        sort(SortBy::Name, true),
        sort(SortBy::Document, false),
        sort(SortBy::Document, true),
    ] {
        let words = described_as(vec![action.clone()]);
        assert!(words.ends_with(" and 5 more."), "{words}");
        let words = described_as(vec![action, Action::ShowMore]);
        assert!(words.ends_with(leads), "{words}");
    }
    assert_eq!(
        announced(&chart, &short),
        "Total commitment, in US dollars, largest first. First C24 $1000bn."
    );
    assert_eq!(
        announced(&chart, &after(&chart, [Action::ShowMore])),
        "Total commitment, in US dollars, largest first. First C24 $1000bn, last C0 $1bn."
    );
    // All companies that match the search have rows.
    assert_eq!(
        announced(&chart, &after(&chart, [Action::Search("c2".into())])),
        "Total commitment, in US dollars, largest first. 6 of 25 companies. \
         First C24 $1000bn, last C2 $3bn."
    );
}

#[test]
fn the_caption_says_how_much_is_missing() {
    let chart = worth(1..=1_000);
    for (shown, part) in [(1_000, ""), (20, ", 20 of 1,000"), (0, ", 0 of 1,000")] {
        assert_eq!(
            words::caption(&chart, &State::new(&chart), shown),
            format!("The data{part}, largest first")
        );
    }
}

#[test]
fn an_announcement_says_who_is_first_and_last() {
    let chart = default_chart();
    for (actions, expected) in [
        (
            vec![],
            "Total commitment over unlike periods, in US dollars, largest first. \
             First Microsoft $80bn, last ByteDance $20.7bn (converted).",
        ),
        (
            vec![PER_YEAR, sort(SortBy::Amount, true)],
            "Commitment per year, in US dollars, smallest first. \
             First Alibaba about $17.7bn, last Microsoft $80bn.",
        ),
        (
            vec![Action::Show(1, false)],
            "Total commitment over unlike periods, in US dollars, largest first. \
             3 of 4 companies. First Meta $65bn, last ByteDance $20.7bn (converted).",
        ),
        (
            vec![Action::Search("meta".into())],
            "Total commitment over unlike periods, in US dollars, largest first. \
             1 of 4 companies. Meta $65bn.",
        ),
        (
            vec![Action::Search("nobody".into())],
            "Total commitment over unlike periods, in US dollars, largest first. 0 of 4 companies.",
        ),
    ] {
        assert_eq!(announced(&chart, &after(&chart, actions)), expected);
    }
}

#[test]
fn every_order_has_words_of_its_own() {
    let chart = default_chart();
    let mut captions = Vec::new();
    for by in super::random::ORDERS {
        for is_reversed in [false, true] {
            captions.push(words::caption(
                &chart,
                &after(&chart, [sort(by, is_reversed)]),
                chart.commitments.len(),
            ));
        }
    }
    let ends: Vec<&str> = captions
        .iter()
        .map(|caption| caption.strip_prefix("The data, ").expect("the beginning"))
        .collect();
    assert_eq!(
        ends,
        [
            "largest first",
            "smallest first",
            "largest per year first",
            "smallest per year first",
            "from A to Z",
            "from Z to A",
            "as listed",
            "as listed, from the end",
        ]
    );
}

#[test]
fn remarks_say_what_must_not_be_overlooked() {
    let chart = default_chart();
    assert_eq!(
        words::remarks(&chart, &State::new(&chart)),
        [
            "The periods differ: Alibaba three years; Microsoft, Meta and ByteDance one year.",
            "†\u{a0}Converted at 7.26 yuan to the US dollar, the rate of 31 December 2024 (implied by Alibaba’s revenue, which was stated in both currencies).",
        ]
    );
    assert_eq!(
        words::source(&chart, EN),
        "Source: The companies’ announcements and plans, and reports on ByteDance, as of 24 February 2025"
    );
    let article = shown(&full_json());
    assert_eq!(
        words::remarks(&article.charts[1], &State::new(&article.charts[1]))[0],
        "The periods differ: South open-ended; East one year."
    );
}

#[test]
fn a_rate_that_converts_nothing_needs_no_word() {
    let mut json = default_json();
    for commitment in json["commitments"].as_array_mut().unwrap() {
        commitment["amount"] = json!({ "value": 5, "currency": "USD" });
        commitment["equivalents"] = json!([{ "value": 36, "currency": "CNY" }]);
        commitment["period"] = json!({ "year": 2025 });
        commitment["status"] = json!("planned");
    }
    let chart = chart_of(&shown(&json));
    assert_eq!(words::remarks(&chart, &State::new(&chart)), [""; 0]);
}

#[test]
fn many_periods_are_named_in_part() {
    let mut json = default_json();
    let template = json["commitments"][1].clone();
    let commitment = |index: u32| {
        let mut commitment = template.clone();
        commitment["id"] = json!(format!("c{index}"));
        commitment["name"] = json!(format!("C{index}"));
        // Seven periods of one year, then periods of two years, three years and so on.
        let years = index.saturating_sub(6).max(1);
        commitment["period"] = json!({ "start": "2025-01", "years": years });
        commitment
    };
    json["commitments"] = (1..=14).map(commitment).collect();
    let chart = chart_of(&shown(&json));
    assert_eq!(
        words::remarks(&chart, &State::new(&chart))[0],
        "The periods differ: C1, C2, C3, C4, C5 and 2 more one year; C8 two years; C9 three years; \
         C10 four years; C11 five years; others still other lengths."
    );
}

#[test]
fn the_facts_about_a_commitment_are_those_that_its_row_does_not_show() {
    let chart = default_chart();
    let reading = |actions: Vec<Action>, index: usize| {
        words::reading(&chart, &after(&chart, actions), &chart.commitments[index])
    };
    let both = Action::Compare(ChartBasis::Both);
    for (actions, index, expected) in [
        (
            vec![],
            0,
            "AI and cloud infrastructure · three years from February 2025 · \
             stated as over 380 billion yuan · about $17.7bn a year · \
             Source: Alibaba’s announcement",
        ),
        (
            vec![Action::Compare(ChartBasis::PerYear)],
            1,
            // A sum for one year is not said twice.
            "AI data centres · fiscal year 2025 (July 2024 – June 2025) · Source: Microsoft’s plan",
        ),
        (
            vec![Action::Compare(ChartBasis::PerYear)],
            0,
            "AI and cloud infrastructure · three years from February 2025 · \
             stated as over 380 billion yuan · about $53bn in total · \
             Source: Alibaba’s announcement",
        ),
        (
            vec![],
            3,
            "AI · 2025 · stated as 150 billion yuan · Source: Reports",
        ),
        (vec![both], 2, "AI · 2025 · Source: Meta’s plan"),
        (
            vec![Action::ShowAs(Form::Timeline)],
            2,
            "AI · 2025 · Source: Meta’s plan",
        ),
    ] {
        assert_eq!(reading(actions, index), expected);
    }
}

#[test]
fn an_area_of_a_timeline_says_its_sum_and_its_time() {
    let chart = default_chart();
    let state = after(&chart, [Action::ShowAs(Form::Timeline)]);
    let rows = layout(&chart, &state).rows;
    let words: Vec<String> = rows
        .iter()
        .map(|row| words::spread(&chart, &state, row))
        .collect();
    assert_eq!(
        words,
        [
            "$80bn in one year",
            "$65bn in one year",
            "about $53bn spread over three years",
            "$20.7bn in one year",
        ]
    );
}

#[test]
fn each_rate_has_a_sign_of_its_own() {
    let mut json = default_json();
    json["commitments"][1]["amount"] =
        json!({ "value": 70, "scale": "billion", "currency": "EUR" });
    json["exchangeRates"].as_array_mut().unwrap().push(json!({
        "base": "EUR", "quote": "USD", "rate": "1.05", "date": "2024-12-31", "source": "a bank"
    }));
    let chart = chart_of(&shown(&json));
    let state = State::new(&chart);
    let signs: Vec<Option<&str>> = layout(&chart, &state)
        .rows
        .iter()
        .map(|row| words::converted_sign(&chart, &state, row))
        .collect();
    // Microsoft, Meta, Alibaba, ByteDance.
    assert_eq!(signs, [Some("‡"), None, None, Some("†")]);
    let remarks = words::remarks(&chart, &state);
    assert!(remarks[1].starts_with("†\u{a0}Converted at 7.26"));
    assert!(remarks[2].starts_with("‡\u{a0}Converted at 1.05"));
    // In yuan, the rate of the euro converts nothing.
    let yuan = after(&chart, [Action::ShowIn(Currency::CNY)]);
    assert_eq!(words::remarks(&chart, &yuan).len(), 2);
}

/// A text without the signs around names from right to left.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn words_name_what_is_shown_and_say_what_is_converted(case in cases()) {
        let (chart, state) = (&case.chart, &case.state);
        let layout = layout(chart, state);
        let description = plain(&words::description(chart, state, &layout));
        let mut rest = description.as_str();
        for row in &layout.rows {
            let name = &chart.commitments[row.index].name;
            let figure = row.figure.as_ref();
            let converted = if figure.is_some_and(|figure| figure.is_converted) { " (converted)" } else { "" };
            // Labels of ratios have no hedge. Stripes show it instead, so the description must say it.
            let is_vague = state.form == Form::Ratio && figure.is_some() && [row.index, state.baseline].iter().any(|&index| {
                let sum = chart.commitments[index].sum(state.basis, state.currency, &chart.rates);
                sum.is_some_and(|sum| sum.hedge.is_some())
            });
            let about = if is_vague { "about " } else { "" };
            let words = format!("{name} {about}{}{converted}", row.label());
            let found = rest.split_once(&words);
            prop_assert!(found.is_some(), "{words:?} is missing in {rest:?}");
            rest = found.unwrap().1;
        }
        let announcement = plain(&words::announcement(chart, state, &layout));
        let has_last = layout.rows.len() == layout.count && layout.count > 1;
        prop_assert_eq!(announcement.contains(", last "), has_last);
        prop_assert_eq!(announcement.contains(" First "), layout.rows.len() > 1);
        for text in [description, announcement, words::caption(chart, state, layout.rows.len()), words::subtitle(chart, state)] {
            prop_assert!(!text.contains("  ") && !text.contains(".."), "{text}");
        }
        let is_total_over_unlike = state.form != Form::Timeline && state.basis == Basis::Total && !state.has_both && chart.spans().len() > 1;
        prop_assert_eq!(words::subtitle(chart, state).contains("unlike periods"), is_total_over_unlike);
        for commitment in &*chart.commitments {
            let sum = commitment.sum(Basis::Total, state.currency, &chart.rates);
            let is_converted = sum.is_some_and(|sum| sum.is_converted);
            prop_assert_eq!(ChartColumn::Total.text(Medium::Table, chart, state, commitment).ends_with(" (converted)"), is_converted);
            // A rate that was used is named in the notes.
            let remarks = words::remarks(chart, state).concat();
            let is_said = remarks.contains("†\u{a0}Converted at ");
            prop_assert!(!is_converted || is_said);
        }
    }

    #[test]
    fn the_company_that_leads_is_ahead_of_all_and_only_where_that_is_certain(case in cases()) {
        let (chart, state) = (&case.chart, &case.state);
        let shown = layout(chart, state);
        let description = plain(&words::description(chart, state, &shown));
        // All visible companies, including those without a row.
        let all = layout(chart, &State { limit: usize::MAX, ..state.clone() });
        let mut figures: Vec<(f64, &str)> = all
            .rows
            .iter()
            .filter_map(|row| Some((row.figure.as_ref()?.value, chart.commitments[row.index].name.as_str())))
            .collect();
        figures.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let is_certain = shown.rows.len() == shown.count || state.sort == Sort::default();
        let lead = match figures[..] {
            [(first, name), (second, _), ..] if second > 0.0 => Some((first / second, name)),
            _ => None,
        };
        // A lead that would be written as "once", or hardly more, is not mentioned.
        let lead = lead.filter(|&(by, _)| is_certain && by > 1.05);
        let Some((by, name)) = lead else {
            prop_assert!(!description.contains(" leads with "), "{description}");
            return Ok(());
        };
        let times = format::times(by, Language::ENGLISH).replace('×', "");
        let seconds = figures.iter().filter(|(value, _)| *value >= figures[1].0);
        let mut sentences = seconds.map(|(_, second)| format!(" {name} leads with {times} times the figure of {second}."));
        prop_assert!(sentences.any(|sentence| description.ends_with(&sentence)), "{description}");
    }
}

#[test]
fn notes_are_about_what_is_shown() {
    let mut json = default_json();
    json["charts"][0]["note"] = json!("Always.");
    json["charts"][0]["notes"] = json!([
        { "text": "Dollars.", "currency": "USD" },
        { "text": "By the year.", "basis": "per-year" },
        { "text": "Whole yuan.", "currency": "CNY", "basis": "total" },
    ]);
    let chart = chart_of(&shown(&json));
    let yuan = Action::ShowIn(Currency::CNY);
    let both = Action::Compare(ChartBasis::Both);
    for (actions, expected) in [
        (vec![], "Always. Dollars."),
        (vec![PER_YEAR], "Always. Dollars. By the year."),
        (vec![yuan.clone()], "Always. Whole yuan."),
        (vec![yuan.clone(), PER_YEAR], "Always. By the year."),
        (vec![yuan.clone(), both], "Always. By the year. Whole yuan."),
        (
            vec![yuan, Action::ShowAs(Form::Timeline)],
            "Always. By the year. Whole yuan.",
        ),
    ] {
        let state = after(&chart, actions);
        let notes: Vec<String> = words::notes(&chart, &state)
            .map(Inlines::plain_text)
            .collect();
        assert_eq!(notes.join(" "), expected);
    }
}

#[test]
fn a_rate_is_written_in_the_language_of_the_article() {
    let chart = default_chart();
    let language = Language::of("de");
    let state = State {
        language,
        ..State::new(&chart)
    };
    let remarks = words::remarks(&chart, &state);
    assert!(
        remarks[1].starts_with("†\u{a0}Umgerechnet mit 7,26 Yuan je Dollar"),
        "{remarks:?}"
    );
}
