//! A chart, and the words around it.

use super::locale::Locale;
use super::markup::{class, elements, plain, texts};
use super::{Check, SHORT};

/// The label of a row in a chart.
pub(super) fn label(it: &Locale, chart: &str, id: &str) -> String {
    let sum = it.figure(
        id,
        if chart == "both, per year" {
            "a_year"
        } else {
            "short"
        },
    );
    let text = match (chart, id) {
        ("ratios", _) => format!("{}×", it.about(id, "multiple")),
        ("times" | "long", "eschel") => it.with(
            "chart.open_sum",
            &[("sum", &sum), ("length", &it.length(id))],
        ),
        ("times" | "long", _) => {
            let is_long = ["alder", "douglasie"].contains(&id);
            let message = if is_long {
                "chart.spread_over"
            } else {
                "chart.in_a_period"
            };
            it.with(message, &[("sum", &sum), ("length", &it.length(id))])
        }
        _ => sum,
    };
    if id == "douglasie" {
        text + "†"
    } else {
        text
    }
}

pub(super) fn check_chart(check: &mut Check<'_>, html: &str, chart: &str, ids: &[&str]) {
    let it = check.locale;
    let each =
        |text: &dyn Fn(&str) -> String| -> Vec<_> { ids.iter().map(|id| text(id)).collect() };
    let (mut marked, mut details) = (each(&|id| label(it, chart, id)), each(&|id| it.detail(id)));
    if chart == "both" {
        let by_year = ["birke", "cedro", "alder", "douglasie"];
        marked.extend(by_year.map(|id| label(it, "both, per year", id)));
        marked.push(it.word("chart.not_known"));
        details.extend_from_within(..);
    }
    check.all(
        &format!("label in {chart}"),
        &texts(html, &class("label")),
        &marked,
    );
    check.all(
        &format!("detail in {chart}"),
        &texts(html, &class("row-detail")),
        &details,
    );
    let numbers = |list: &str| -> Vec<String> {
        let list = it.icu[list].as_array().unwrap().iter();
        list.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    let ticks: Vec<_> = elements(html, &class("axis"))
        .iter()
        .flat_map(|(_, axis)| texts(axis, "<text"))
        .collect();
    match chart {
        "bars" => check.some(
            "axis of sums",
            &ticks,
            &[&[it.number(0).to_owned()], &*numbers("ticks")].concat(),
        ),
        // Years where there is no room for months.
        "times" => {
            let months = [numbers("short_months"), numbers("dated_years")].concat();
            check.some("axis of months", &ticks, &months);
        }
        "long" => check.some("axis of years", &ticks, &numbers("dated_years")),
        _ => {}
    }
    if chart == "bars" {
        let values = [("shown", it.number(20)), ("count", it.number(21))];
        check.all(
            "more rows",
            &texts(html, &class("button show-more")),
            &[it.with("controls.show_more", &values)],
        );
    }
    if chart == "ratios" {
        let values = [("company", "Alder"), ("number", it.number(1))];
        let line = elements(html, &class("reference"));
        check.all(
            "baseline",
            &texts(line[0].1, "<text"),
            &[it.with("chart.baseline", &values)],
        );
    }
}

pub(super) fn check_words(check: &mut Check<'_>, html: &str, chart: &str) {
    let it = check.locale;
    let dollars = it.currency("USD");
    let sums = it.word(if chart == "both" {
        "chart.both_sums"
    } else {
        "chart.unlike_totals"
    });
    let subtitle = match chart {
        "times" | "long" => it.with("chart.totals_over_time", &[("currency", &dollars)]),
        "ratios" => it.with(
            "chart.as_multiples_of",
            &[("sums", &sums), ("company", "Alder")],
        ),
        _ => it.with("chart.as_bars", &[("sums", &sums), ("currency", &dollars)]),
    };
    check.all(
        &format!("subtitle of {chart}"),
        &texts(html, &class("chart-subtitle")),
        std::slice::from_ref(&subtitle),
    );
    let notes = texts(elements(html, &class("chart-notes"))[0].1, "<p");
    check.all(
        "source",
        &notes[notes.len() - 1..],
        &[it.with("chart.source", &[("source", "Vorbo")])],
    );
    let described = texts(html, &class("visually-hidden")).swap_remove(0);
    match chart {
        "times" => check_times(check, html, &notes[0], (&subtitle, described)),
        "bars" => check_end_of_list(check, described),
        "ratios" => check_remarks(check, &notes[0]),
        _ => {}
    }
}

/// The remark on a date and the description of the timeline.
fn check_times(
    check: &mut Check<'_>,
    html: &str,
    note: &str,
    (subtitle, described): (&str, String),
) {
    let it = check.locale;
    let remark = it.with(
        "chart.dated",
        &[("remark", "Vorbo"), ("date", &it.date("2025-05"))],
    );
    let remark = format!("{} {remark}", it.number(1));
    check.all("remark on a date", &[note.into()], &[remark]);
    let numbers = texts(html, "data-narrow=\"\" x=");
    check.all("number of the remark", &numbers, &[it.number(1).into()]);
    let rows: Vec<_> = SHORT
        .map(|id| {
            it.with(
                "chart.row",
                &[("company", it.name(id)), ("figure", &it.words(id, "short"))],
            )
        })
        .into();
    let rows = it.list(&rows.iter().map(|row| &**row).collect::<Vec<_>>());
    let heading = it.with(
        "chart.heading",
        &[
            ("subtitle", subtitle),
            ("order", &it.word("sentence_orders.amount")),
        ],
    );
    let values = [
        ("kind", &*it.word("chart.timeline")),
        ("heading", &heading),
        ("rows", &rows),
    ];
    let first = it.with("chart.description", &values);
    let values = [
        ("first", "Cedro"),
        ("times", it.icu("/lead")),
        ("second", "Faggio"),
    ];
    let second = it.with("chart.leads", &values);
    let whole = it.with("chart.sentences", &[("first", &first), ("second", &second)]);
    check.all("description", &[described], &[whole]);
}

/// How many companies have no row.
fn check_end_of_list(check: &mut Check<'_>, mut described: String) {
    let it = check.locale;
    let more = it.plural(
        "chart.more",
        it.icu("/plurals/1"),
        &[("count", it.number(1))],
    );
    if described.contains(&plain(&more)) {
        described.clone_from(&more);
    }
    check.all("description of many", &[described], &[more]);
}

/// The remarks on unlike periods and the rate of exchange.
fn check_remarks(check: &mut Check<'_>, note: &str) {
    let it = check.locale;
    let lasts = |companies: &[&str], length: &str| {
        it.with(
            "chart.last_for",
            &[("companies", &it.list(companies)), ("length", length)],
        )
    };
    let groups = [
        lasts(&["Alder"], &it.length("alder")),
        lasts(&["Birke", "Cedro"], &it.length("birke")),
        lasts(&["Douglasie"], &it.length("douglasie")),
        lasts(&["Eschel"], &it.length("eschel")),
    ];
    let join = |first: String, second: &String| {
        it.with("chart.groups", &[("first", &first), ("second", second)])
    };
    let groups = groups[1..].iter().fold(groups[0].clone(), join);
    let periods = it.with("chart.periods_differ", &[("groups", &groups)]);
    let units = it.names("USD").0.into_iter();
    let whole = units.map(|unit| {
        let values = [
            ("rate", it.icu("/rate")),
            ("quote", &it.currency("CNY")),
            ("base", &unit),
            ("date", &it.date("2025-02-21")),
            ("source", "Vorbo"),
        ];
        let conversion = format!("†\u{a0}{}", it.with("chart.conversion", &values));
        it.with(
            "chart.sentences",
            &[("first", &periods), ("second", &conversion)],
        )
    });
    check.any("note", &[note.into()], &[whole.collect()]);
}
