//! The parts of an article and its carousel.

use super::Check;
use super::markup::{class, labels, texts};
use serde_json::Value as Json;

pub(super) fn check_article(check: &mut Check<'_>, html: &str) {
    let it = check.locale;
    let names = it.list(&["Alder", "Birke", "Cedro"]);
    check.all(
        "byline",
        &texts(html, &class("byline")),
        &[it.with("article.by", &[("byline", &names)])],
    );
    let dated = |name: &str, date| it.with(name, &[("date", &it.date(date))]);
    let days = [
        dated("article.published", "2025-02-24"),
        dated("article.updated", "2025-03-01"),
    ];
    check.all("dates", &texts(html, &class("published")), &days);
    let counted = |name, number: usize| {
        let category = it.icu(&format!("/plurals/{number}"));
        it.plural(name, category, &[("count", it.number(number))])
    };
    let contents = [
        counted("article.reading_time", 5),
        counted("article.sections", 4),
    ]
    .join(" · ");
    check.all("contents", &texts(html, "<summary")[..1], &[contents]);
    check_figures(check, html);
    let note = it.with("article.footnote", &[("number", it.number(1))]);
    check.all("footnote", &labels(html, r#"role="doc-noteref""#), &[note]);
    check.all(
        "number of the footnote",
        &texts(html, r#"role="doc-noteref""#),
        &[it.number(1).into()],
    );
    check.all(
        "way back",
        &labels(html, r#"role="doc-backlink""#),
        &[it.word("article.back_to_text")],
    );
    check.all(
        "correction",
        &texts(html, &class("correction-date")),
        &[it.date("2025-12-31")],
    );
    let titles = [
        "takeaways",
        "corrections",
        "notes",
        "sources",
        "methodology",
    ];
    let titles = titles.map(|title| it.word(&format!("article.{title}")));
    check.all("titles", &texts(html, &class("notes-title")), &titles);
}

/// The figures in the text.
fn check_figures(check: &mut Check<'_>, html: &str) {
    let it = check.locale;
    let figures = [
        it.in_full("alder", "long", "CNY"),
        it.in_full("birke", "long", "USD"),
        it.in_full("alder", "dollars", "USD"),
        vec![it.plural(
            "figures.times",
            it.icu("/ratio_plural"),
            &[("number", it.icu("/ratio"))],
        )],
        vec![it.icu("/share").into()],
    ];
    let words = ["over", "", "about", "", "about"];
    let hedged = figures
        .iter()
        .zip(words)
        .map(|(figures, hedge)| match hedge {
            "" => figures.clone(),
            _ => figures
                .iter()
                .map(|it_is| it.with(&format!("figures.{hedge}"), &[("figure", it_is)]))
                .collect(),
        });
    check.any(
        "datum",
        &texts(html, &class("datum")),
        &hedged.collect::<Vec<_>>(),
    );
}

pub(super) fn check_carousel(check: &mut Check<'_>, html: &str) {
    let it = check.locale;
    let stories = it.document["related"][0]["teasers"].as_array().unwrap();
    let count = it.number(stories.len());
    let slide = |number: usize| {
        let values = [
            ("place", it.number(number)),
            ("count", count),
            ("headline", "Vorbo"),
        ];
        it.with("stories.slide_of", &values)
    };
    let slides: Vec<_> = (1..=stories.len()).map(slide).collect();
    check.all("slide", &labels(html, &class("slide")), &slides);
    let day = |story: &Json| it.date(story["published"].as_str().unwrap());
    let days: Vec<_> = stories.iter().map(day).collect();
    check.all(
        "day of a story",
        &texts(html, &class("teaser-published")),
        &days,
    );
    let buttons = ["previous", "next"].map(|name| it.word(&format!("stories.{name}")));
    check.all("button", &labels(html, &class("carousel-button")), &buttons);
}
