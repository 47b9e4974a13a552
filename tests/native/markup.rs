//! The markup that the views write, through Yew's server renderer.

use super::{check, default_article, default_json, small_json};
use article_widget::model::Article;
use article_widget::view::{ArticleWidget, ArticleWidgetProps};
use serde_json::json;
use std::rc::Rc;
use yew::LocalServerRenderer;

/// The article as static HTML.
fn render(article: Article) -> String {
    let props = ArticleWidgetProps {
        article: Rc::new(article),
    };
    let renderer = LocalServerRenderer::<ArticleWidget>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// What a reader reads: the markup without its tags.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text
}

#[test]
fn the_whole_article_is_in_the_markup() {
    let html = render(default_article());
    let text = text_of(&html);
    for part in [
        "Alibaba commits over 380 billion yuan",
        "By the article-widget desk",
        "Why now",
        "Data centres",
        "Third in total, last by the year",
        "Related stories",
        "ECB cuts its key interest rate",
    ] {
        assert!(text.contains(part), "{part:?} is missing");
    }
    assert!(html.contains(r#"<time datetime="2025-02-24">24 February 2025</time>"#));
    assert_eq!(
        html.matches("<article").count(),
        7,
        "one article and six teasers"
    );
}

#[test]
fn the_chart_comes_with_its_table() {
    let html = render(default_article());
    assert!(html.contains(r#"role="img""#));
    assert!(html.contains(
        r#"aria-label="Bar chart. Total commitment, in US dollars, largest first: Microsoft $80bn"#
    ));
    assert_eq!(html.matches("<rect").count(), 4);
    assert!(html.contains(r#"width="66.250%""#), "Alibaba: 53 of 80");
    assert_eq!(html.matches(r#"scope="row""#).count(), 4);
    assert_eq!(html.matches(r#"scope="col""#).count(), 8);
    assert!(html.contains("<caption>") && html.contains("<tbody>"));
    let text = text_of(&html);
    for cell in [
        "over 380 billion yuan (about $53 billion)",
        "$20.7bn (converted)",
        "about $17.7bn",
        "fiscal year 2025 (July 2024 – June 2025)",
    ] {
        assert!(text.contains(cell), "{cell:?} is missing");
    }
}

#[test]
fn the_carousel_follows_the_pattern_for_carousels() {
    let html = render(default_article());
    assert!(html.contains(r#"aria-roledescription="carousel""#));
    assert_eq!(html.matches(r#"aria-roledescription="slide""#).count(), 6);
    assert!(html.contains(r#"aria-label="1 of 6""#));
    assert!(html.contains(r#"aria-label="Next story""#));
    assert_eq!(html.matches("Read more").count(), 6);
}

#[test]
fn no_style_attributes_and_no_scripts() {
    let html = render(default_article());
    assert!(
        !html.contains(" style="),
        "strict pages forbid style attributes"
    );
    assert!(!html.contains("<script") && !html.contains("<style"));
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    let mut json = default_json();
    // A chart may have any id, even one that the widget uses for other things.
    let body = json["body"].as_array_mut().unwrap();
    let chart = body.iter_mut().find(|block| block.get("chart").is_some());
    chart.unwrap()["chart"]["id"] = json!("related");
    let html = render(check(&json).unwrap().0);
    let values = |name: &str| -> Vec<String> {
        let start = format!(" {name}=\"");
        let after = html.split(&start).skip(1);
        after
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let ids = values("id");
    for (index, id) in ids.iter().enumerate() {
        assert!(!ids[..index].contains(id), "the id {id:?} stands twice");
    }
    let references = values("aria-labelledby");
    assert!(!references.is_empty());
    for reference in references {
        assert!(
            ids.contains(&reference),
            "there is no element with the id {reference:?}"
        );
    }
}

#[test]
fn a_small_document_has_no_empty_parts_and_the_direction_of_its_language() {
    let mut json = small_json();
    let html = render(check(&json).unwrap().0);
    assert!(!html.contains("credits") && !html.contains("carousel"));
    assert!(html.contains(r#"lang="en" dir="ltr""#), "{html}");
    json["language"] = json!("ar-EG");
    assert!(render(check(&json).unwrap().0).contains(r#"lang="ar-EG" dir="rtl""#));
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let mut json = default_json();
    let attack = r#"<img src=x onerror="alert(1)">"#;
    json["headline"] = json!(attack);
    json["commitments"][0]["name"] = json!(attack);
    json["related"]["teasers"][0]["headline"] = json!(attack);
    let html = render(check(&json).unwrap().0);
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img src=x"));
}

#[test]
fn a_part_that_cannot_be_shown_leaves_a_note_and_the_rest() {
    let mut json = small_json();
    json["body"] = json!([{ "video": 1 }, { "paragraph": "After." }]);
    let text = text_of(&render(check(&json).unwrap().0));
    assert!(text.contains("A part of this article cannot be shown here."));
    assert!(text.contains("After."));
}
