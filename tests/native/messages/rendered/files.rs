//! The table of a chart, its files, and what screen readers hear after a choice.

use super::chart::label;
use super::locale::Locale;
use super::markup::{elements, plain, texts};
use super::{Check, FEW, MANY, SHORT};
use crate::shown;
use article_widget::chart::export::csv;
use article_widget::chart::export::picture::{PictureShape, picture};
use article_widget::chart::{Action, Interaction, words};
use article_widget::messages::{Language, is_right_to_left};
use article_widget::model::Chart;
use serde_json::json;

/// The cells of a commitment in a table or a file.
pub(super) fn cells(it: &Locale, id: &str, has_multiple: bool) -> Vec<Vec<String>> {
    let year = match id {
        "eschel" => it.word("chart.not_known_without_end"),
        _ => it.words(id, "a_year"),
    };
    let mut cells = vec![
        vec![it.name(id).to_owned()],
        it.as_stated(id),
        vec![it.words(id, "short")],
        vec![year],
    ];
    if has_multiple {
        cells.push(vec![it.multiple(id)]);
    }
    cells.extend([it.period(id), it.status(id)].map(|text| vec![text]));
    cells
}

pub(super) fn check_table(check: &mut Check<'_>, html: &str, chart: &str, ids: &[&str]) {
    let it = check.locale;
    let table = elements(html, "<table")[0].1;
    let caption = it.with(
        "chart.data",
        &[("order", &it.word("sentence_orders.amount"))],
    );
    check.all("caption", &texts(table, "<caption"), &[caption]);
    let column = |name| it.word(&format!("columns.{name}"));
    let sum = |name| {
        it.with(
            &format!("columns.{name}"),
            &[("currency", &it.currency("USD"))],
        )
    };
    let mut headings = vec![
        column("company"),
        column("as_stated"),
        sum("total_in"),
        sum("per_year_in"),
    ];
    if chart == "ratios" {
        headings.push(it.with("columns.multiple_of", &[("company", "Alder")]));
    }
    headings.extend([column("period"), column("status"), column("purpose")]);
    if chart == "times" {
        headings.push(column("remark"));
    }
    headings.push(column("source"));
    check.all("heading", &texts(table, r#"scope="col""#), &headings);
    for (row, id) in texts_of_rows(table).iter().zip(ids) {
        let expected = cells(it, id, chart == "ratios");
        check.any(
            &format!("cell of {id} in {chart}"),
            &row[..expected.len()],
            &expected,
        );
    }
}

pub(super) fn texts_of_rows(table: &str) -> Vec<Vec<String>> {
    let rows = elements(table, "<tr").into_iter().skip(1);
    rows.map(|(_, row)| [texts(row, "<th"), texts(row, "<td")].concat())
        .collect()
}

/// The files of a chart, and what screen readers hear after a choice.
pub(super) fn check_exports(check: &mut Check<'_>, everything: &mut String) {
    let it = check.locale;
    let mut json = it.document.clone();
    json["language"] = json!(it.tag);
    let article = shown(&json);
    let language = Language::of(&it.tag);
    for (chart, id) in article
        .charts
        .iter()
        .zip(["bars", "times", "ratios", "long", "both"])
    {
        let interaction = Interaction::new(chart, language);
        let file = csv(chart, interaction.state(), "");
        let svg = picture(
            chart,
            &interaction,
            PictureShape::Page,
            "",
            is_right_to_left(&it.tag),
        );
        *everything += &file;
        check_picture(check, &svg, id);
        if id == "ratios" {
            check_file(check, &file);
        }
    }
    check_announcement(check, &article.charts[0]);
}

/// The labels in the picture of a chart.
fn check_picture(check: &mut Check<'_>, svg: &str, id: &str) {
    let it = check.locale;
    let drawn = texts(svg, "<text");
    let ids: &[&str] = match id {
        "bars" => &MANY,
        "times" => &SHORT,
        _ => &FEW,
    };
    let marked: Vec<_> = ids
        .iter()
        .map(|commitment| label(it, id, commitment))
        .collect();
    let find = |text: &String| drawn.iter().find(|drawn| **drawn == plain(text));
    let there: Vec<_> = marked
        .iter()
        .map(|text| find(text).cloned().unwrap_or_default())
        .collect();
    check.all(&format!("picture of {id}"), &there, &marked);
}

/// The figures in the file of a chart.
fn check_file(check: &mut Check<'_>, file: &str) {
    let it = check.locale;
    let lines: Vec<Vec<String>> = file
        .lines()
        .map(|line| {
            line.trim_matches(['\u{feff}', '"'])
                .split("\",\"")
                .map(plain)
                .collect()
        })
        .collect();
    let column = |name| it.word(&format!("columns.{name}"));
    let sum = |name| {
        it.with(
            "columns.in_currency",
            &[("column", &column(name)), ("currency", "USD")],
        )
    };
    let headings = [
        column("company"),
        column("as_stated"),
        sum("total"),
        sum("per_year"),
        column("converted"),
        column("start"),
        column("period"),
        column("status"),
        column("purpose"),
        column("source"),
        it.word("article.notes"),
    ];
    check.all("heading of a file", &lines[0], &headings);
    for (line, commitment) in lines[1..].iter().zip(FEW) {
        let is_converted = column(if commitment == "douglasie" {
            "yes"
        } else {
            "no"
        });
        let expected = [
            it.as_stated(commitment),
            vec![is_converted],
            vec![it.period(commitment)],
            vec![it.status(commitment)],
        ];
        check.any(
            "file",
            &[1, 4, 6, 7].map(|column| line[column].clone()),
            &expected,
        );
    }
}

/// What is announced when one of many companies is found.
fn check_announcement(check: &mut Check<'_>, chart: &Chart) {
    let it = check.locale;
    let mut interaction = Interaction::new(chart, Language::of(&it.tag));
    interaction.update(chart, Action::Search("Alder".into()));
    let panel = &interaction.panels()[0];
    let ours = words::announcement(chart, &panel.state, &panel.layout);
    let subtitle = it.with(
        "chart.as_bars",
        &[
            ("sums", &it.word("chart.unlike_totals")),
            ("currency", &it.currency("USD")),
        ],
    );
    let heading = it.with(
        "chart.heading",
        &[
            ("subtitle", &subtitle),
            ("order", &it.word("sentence_orders.amount")),
        ],
    );
    let row = it.with(
        "chart.row",
        &[
            ("company", "Alder"),
            ("figure", &it.figure("alder", "short")),
        ],
    );
    let only = it.with("chart.only", &[("row", &row)]);
    let companies = it.plural(
        "chart.companies_of",
        it.icu("/plurals/1"),
        &[("shown", it.number(1)), ("count", it.number(21))],
    );
    let join = |first: String, second: String| {
        it.with("chart.sentences", &[("first", &first), ("second", &second)])
    };
    let expected = join(
        join(
            it.with("chart.announced", &[("heading", &heading)]),
            companies,
        ),
        only,
    );
    check.all("announcement", &[ours], &[expected]);
}
