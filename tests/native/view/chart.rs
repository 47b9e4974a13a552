//! The markup of charts before a script runs.

use super::super::{default_article, default_json, full_json, shown};
use super::{render, text_of, values};
use article_widget::chart::export::Export;
use article_widget::chart::{Action, FEW, MANY};
use serde_json::{Value as Json, json};

/// The markup of the first chart of an article.
fn chart(json: &Json) -> String {
    let html = render(shown(json));
    let (_, rest) = html.split_once(r#"<figure part="chart""#).expect("a chart");
    let (chart, _) = rest.split_once("</figure>").expect("its end");
    format!(r#"<figure part="chart"{chart}</figure>"#)
}

/// The text between the first occurrence of one text and the next occurrence of another.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start} in {html}"));
    rest.split_once(end)
        .unwrap_or_else(|| panic!("no {end} in {rest}"))
        .0
}

/// The markup of the drawing.
fn plot(html: &str) -> &str {
    between(
        html,
        r#"<div aria-hidden="true""#,
        r#"<div class="chart-explore""#,
    )
}

/// The rows of the drawing.
fn rows(html: &str) -> Vec<&str> {
    plot(html)
        .split("<div ")
        .filter(|row| row.contains(r#"class="row""#))
        .collect()
}

/// The default document with one panel.
fn totals() -> Json {
    let mut json = default_json();
    json["charts"][0]["basis"] = json!("total");
    json
}

/// The tags with a class.
fn tags<'a>(html: &'a str, class: &str) -> Vec<&'a str> {
    let class = format!(r#"class="{class}""#);
    html.split('<').filter(|tag| tag.contains(&class)).collect()
}

/// A chart of this many commitments.
fn many(count: usize) -> Json {
    let mut json = default_json();
    let template = json["commitments"][1].clone();
    let commitment = |index: usize| {
        let mut commitment = template.clone();
        commitment["id"] = json!(format!("c{index}"));
        commitment
    };
    json["commitments"] = (0..count).map(commitment).collect();
    json["charts"][0]
        .as_object_mut()
        .unwrap()
        .remove("highlight");
    json
}

#[test]
fn marks_are_silent_and_unreachable_until_they_answer() {
    let html = chart(&default_json());
    let plot = plot(&html);
    assert!(plot.contains(r#" aria-hidden="true""#), "{plot}");
    for word in [
        "role=",
        "tabindex",
        "aria-pressed",
        "aria-describedby",
        "aria-label",
    ] {
        assert!(!plot.contains(word), "{word} in {plot}");
    }
    assert!(!html.contains(r#"class="reading""#), "no mark is read");
    assert!(!html.contains(r#"role="application""#));
}

#[test]
fn words_say_what_marks_show() {
    let html = chart(&totals());
    let words: Vec<&str> = html
        .split(r#"class="visually-hidden">"#)
        .skip(1)
        .map(|rest| rest.split_once("</p>").expect("a paragraph").0)
        .collect();
    assert_eq!(
        words,
        [
            "Bar chart. Total commitment over unlike periods, in US dollars, largest first: \
             Microsoft $80bn, Meta $65bn, Alibaba about $53bn and ByteDance $20.7bn (converted). \
             Microsoft leads with 1.2 times the figure of Meta. \
             Alibaba’s announcement (24 February 2025)",
            "",
        ],
        "a description, and nothing to announce"
    );
    assert_eq!(values(&html, "aria-live"), ["polite"]);
    assert_eq!(
        values(&html, "aria-labelledby"),
        [
            "chart-ai-spending-title",
            "chart-ai-spending.basis chart-ai-spending-title",
            "chart-ai-spending.data chart-ai-spending-title",
            "chart-ai-spending.exports chart-ai-spending-title",
        ]
    );
    assert_eq!(values(&html, "id")[0], "chart-ai-spending-title");
    assert!(html.contains(
        r#"class="chart-subtitle">Total commitment over unlike periods, in US dollars</p>"#
    ));
}

#[test]
fn each_row_has_its_texts_its_mark_and_its_label() {
    let html = chart(&totals());
    let rows = rows(&html);
    let texts: Vec<String> = rows
        .iter()
        .map(|row| text_of(&["<div ", row].concat()))
        .collect();
    assert_eq!(
        texts,
        [
            "Microsoft fiscal year 2025 · planned $80bn",
            "Meta 2025 · earmarked $65bn",
            "Alibaba three years · announced about $53bn",
            "ByteDance 2025 · reportedly planned $20.7bn†",
        ]
    );
    let widths: Vec<String> = rows
        .iter()
        .map(|row| values(tags(row, "mark")[0], "width")[0].clone())
        .collect();
    assert_eq!(widths, ["100%", "81.25%", "66.25%", "25.826%"]);
    for row in &rows {
        assert_eq!(row.matches(r#"class="mark""#).count(), 1);
        assert_eq!(row.matches(r#"class="label""#).count(), 1);
    }
    let highlighted: Vec<bool> = rows
        .iter()
        .map(|row| row.contains("data-highlighted"))
        .collect();
    assert_eq!(highlighted, [false, false, true, false]);
    // The sign is alone in its element, so that it can be told from the figure.
    let signs: Vec<bool> = rows.iter().map(|row| row.contains(">†</span>")).collect();
    assert_eq!(signs, [false, false, false, true]);
}

#[test]
fn a_chart_whose_order_turns_opens_on_two_panels() {
    let html = chart(&default_json());
    let headings: Vec<String> = html
        .split(r#"class="panel-heading">"#)
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(headings, ["In total", "Per year"]);
    let names: Vec<String> = rows(&html)
        .iter()
        .map(|row| between(row, r#"class="row-name">"#, "<").to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "Microsoft",
            "Meta",
            "Alibaba",
            "ByteDance",
            "Microsoft",
            "Meta",
            "ByteDance",
            "Alibaba"
        ]
    );
    // The line leads from the middle of the third row to the middle of the fourth.
    let link = between(&html, r#"class="panel-link""#, "</svg>");
    assert_eq!(values(link, "y1"), ["62.5%"]);
    assert_eq!(values(link, "y2"), ["87.5%"]);
}

#[test]
fn what_is_not_certain_looks_so_and_is_explained() {
    let html = chart(&totals());
    let kinds: Vec<Vec<String>> = rows(&html)
        .iter()
        .map(|row| values(row, "data-kind"))
        .collect();
    assert_eq!(
        kinds,
        [
            vec![],
            vec![],
            vec!["hedged".to_owned()],
            vec!["reported".to_owned()]
        ]
    );
    let notes = between(&html, r#"class="chart-notes">"#, "</div>");
    let notes = text_of(notes);
    for words in [
        "The periods differ: ",
        "†\u{a0}Converted at 7.26 yuan to the US dollar, the rate of 31 December 2024",
        "Alibaba’s dollar figure is the equivalent stated with its commitment.",
        "Source: The companies’ announcements and plans",
    ] {
        assert!(notes.contains(words), "{words:?} is missing in {notes:?}");
    }
}

#[test]
fn what_is_certain_needs_no_signs() {
    let mut json = many(2);
    json["exchangeRates"] = json!([]);
    let html = chart(&json);
    for word in ["data-kind", "†", "url(#", "data-highlighted"] {
        assert!(!html.contains(word), "{word}");
    }
}

#[test]
fn the_table_names_its_columns_and_rows() {
    let html = chart(&default_json());
    let table = between(&html, "<table>", "</table>");
    assert!(table.starts_with("<caption>The data, largest first</caption>"));
    let scopes = values(table, "scope");
    assert_eq!(scopes, [["col"; 8].as_slice(), &["row"; 4]].concat());
    assert_eq!(
        values(table, "id"),
        ["microsoft", "meta", "alibaba", "bytedance"].map(|id| format!("datum-{id}.ai-spending"))
    );
    let head = between(table, "<thead>", "</thead>");
    assert_eq!(
        text_of(&head.replace("</th>", "|")),
        "Company|As stated|Total, in US dollars|Per year, in US dollars|Period|Status|Purpose|Source|"
    );
    let body: Vec<String> = between(table, "<tbody>", "</tbody>")
        .split("</tr>")
        .map(|row| text_of(&row.replace("</td>", "|").replace("</th>", "|")))
        .collect();
    assert_eq!(
        body[2..4],
        [
            "Alibaba|over 380 billion yuan (about $53 billion)|about $53bn|about $17.7bn|three years from February 2025|announced|AI and cloud infrastructure|Alibaba’s announcement|",
            "ByteDance|150 billion yuan|$20.7bn (converted)|$20.7bn (converted)|2025|reportedly planned|AI|Reports|",
        ]
    );
    // Numbers are right-aligned, and so are their titles.
    let align = |tag: &str| {
        let cells = table.split('<').filter(|cell| cell.starts_with(tag));
        let cells: Vec<bool> = cells
            .map(|cell| values(cell, "data-align") == ["end"])
            .collect();
        cells
    };
    let numbers = [true, true, false, false, false, false];
    let head = [[false, false].as_slice(), &numbers].concat();
    assert_eq!(align("th ")[..8], head);
    assert_eq!(
        align("td"),
        [[false].as_slice(), &numbers].concat().repeat(4)
    );
    // The table can be opened without a script.
    assert!(html.contains("<summary>Table</summary>"));
    let frame = between(&html, "<summary>", "<table>");
    assert!(frame.contains(r#"role="region""#) && frame.contains(r#"tabindex="0""#));
}

#[test]
fn controls_say_what_they_choose() {
    let json = default_json();
    let html = chart(&json);
    let article = default_article();
    let chart = &article.charts[0];
    let mut chosen = Vec::new();
    for control in html
        .split('<')
        .filter(|tag| tag.starts_with("input") || tag.starts_with("button"))
    {
        let (name, value) = (values(control, "name"), values(control, "value"));
        let (name, value) = (&name[0], &value[0]);
        let key = name.strip_prefix("chart-ai-spending.").unwrap_or(name);
        let is_export = key == "take" && Export::parse(value).is_some();
        let action = Action::parse(chart, key, value);
        assert!(
            is_export || action.is_some(),
            "{name} {value} chooses nothing"
        );
        if control.contains(" checked") {
            chosen.push(format!("{key}={value}"));
        }
    }
    assert_eq!(chosen, ["basis=both"]);
    let groups = values(&html, "name");
    let basis = "chart-ai-spending.basis";
    assert_eq!(groups.iter().filter(|name| *name == basis).count(), 3);
    assert_eq!(values(&html, "aria-expanded"), ["false", "false"]);
    assert_eq!(html.matches("<legend id=\"chart-ai-spending.").count(), 1);
}

#[test]
fn only_many_companies_need_a_search_and_more_rows() {
    let few = chart(&many(FEW));
    assert!(!few.contains(r#"type="search""#) && !few.contains("Show more"));
    assert_eq!(rows(&few).len(), FEW);

    let html = chart(&many(FEW + 1));
    let search = between(&html, r#"class="field chart-search">"#, "</label>");
    assert_eq!(values(search, "type"), ["search"]);
    assert_eq!(values(search, "name"), ["search"]);
    assert!(text_of(search).contains("Find a company"));
    assert!(html.contains(">20 of 21 are shown. Show more</span></button>"));
    assert_eq!(rows(&html).len(), FEW);
}

/// The ids of the rows of the table, and the number of rows that its caption states.
fn table(html: &str) -> (Vec<String>, &str) {
    let caption = between(html, "<caption>", "</caption>");
    let (_, rest) = caption.split_once("The data").expect("the data");
    let part = rest.strip_suffix(", largest first").expect("the order");
    (values(between(html, "<tbody>", "</tbody>"), "id"), part)
}

#[test]
fn without_a_script_the_table_has_what_has_no_row_yet() {
    // The highlighted company has the last row.
    for (count, is_highlighted, in_drawing, in_table, part) in [
        (FEW + 1, false, FEW, FEW + 1, ""),
        (MANY, false, FEW, MANY, ""),
        (MANY + 2, false, FEW, MANY, ", 1,000 of 1,002"),
        // Each company with a row in the drawing also has one in the table.
        (MANY + 2, true, FEW + 1, MANY + 1, ", 1,001 of 1,002"),
    ] {
        let mut json = many(count);
        let last = format!("c{}", count - 1);
        if is_highlighted {
            json["charts"][0]["highlight"] = json!(last);
        }
        let html = chart(&json);
        assert_eq!(rows(&html).len(), in_drawing, "{count}");
        let (ids, words) = table(&html);
        assert_eq!((ids.len(), words), (in_table, part), "{count}");
        for (index, id) in ids.iter().take(MANY).enumerate() {
            assert_eq!(*id, format!("datum-c{index}.ai-spending"));
        }
        if is_highlighted {
            assert_eq!(ids[MANY], format!("datum-{last}.ai-spending"));
        }
    }
}

#[test]
fn ticks_are_turned_round_where_text_runs_from_right_to_left() {
    let mut json = many(9);
    let ltr = chart(&json);
    json["language"] = json!("ar");
    let rtl = chart(&json);
    let ticks = |html: &str| -> Vec<String> {
        let axis = between(html, r#"class="axis">"#, "</svg>");
        let labels = axis.split("<text").skip(1);
        labels.map(|tag| values(tag, "x")[0].clone()).collect()
    };
    assert_eq!(ticks(&ltr), ["0%", "25%", "50%", "75%", "100%"]);
    // The labels are longer in Arabic, so there are fewer.
    assert_eq!(ticks(&rtl), ["100%", "50%", "0%"]);
}

#[test]
fn charts_have_no_styles_no_scripts_and_no_empty_names() {
    for json in [default_json(), full_json(), many(21)] {
        let html = chart(&json);
        for word in [
            " style=",
            "<style",
            "<script",
            "javascript:",
            " onclick",
            r#"id="""#,
            r#"name="""#,
        ] {
            assert!(!html.contains(word), "{word} in {html}");
        }
    }
}
