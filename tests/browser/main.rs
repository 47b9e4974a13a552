//! The widget in a real browser, mounted in the same way as by the custom element. wasm-pack runs these tests.

#![cfg(target_arch = "wasm32")]

mod page;

use page::Page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = include_str!("../../articles/alibaba-ai-investment.json");

/// The default article with one text replaced.
fn changed(from: &str, to: &str) -> String {
    assert!(ARTICLE.contains(from), "the article no longer has {from:?}");
    ARTICLE.replacen(from, to, 1)
}

/// The button that opens the panel with form, currency and order.
const EXPLORE: &str = "button[value='options']";

#[wasm_bindgen_test]
async fn mounts_the_article_and_says_so_once() {
    let page = Page::open(ARTICLE).await;
    page.settle().await;
    assert_eq!(page.render_count(), 1);
    assert!(page.text("h1").contains("Alibaba"));
    assert_eq!(page.texts(".teaser").len(), 6);
    assert_eq!(page.texts("tbody tr").len(), 4);
    assert_eq!(page.texts("[style]").len(), 0);
    assert_eq!(page.problems(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_toggle_turns_the_ranking() {
    let page = Page::open(ARTICLE).await;
    let totals = ["Microsoft", "Meta", "Alibaba", "ByteDance"];
    let yearly = ["Microsoft", "Meta", "ByteDance", "Alibaba"];
    assert_eq!(page.texts(".row-name"), [totals, yearly].concat());
    page.click("input[value='per-year']").await;
    assert_eq!(page.texts(".row-name"), yearly);
    assert_eq!(
        page.text(".chart-subtitle"),
        "Commitment per year, in US dollars"
    );
    page.click(EXPLORE).await;
    page.click("input[value='CNY']").await;
    assert_eq!(
        page.texts(".label"),
        ["CN¥581bn†", "CN¥472bn†", "CN¥150bn", "about CN¥127bn"]
    );
    assert_eq!(
        page.texts("tbody th"),
        ["Microsoft", "Meta", "ByteDance", "Alibaba"]
    );
    page.click("input[value='ratio']").await;
    assert_eq!(page.texts(".label")[3], "1×");
    page.click("input[value='bars']").await;
    page.click("input[value='total']").await;
    assert_eq!(page.texts(".label")[2], "over CN¥380bn");
}

#[wasm_bindgen_test]
async fn what_the_reader_does_to_a_chart_is_reported() {
    let mut page = Page::open(ARTICLE).await;
    assert_eq!(page.chosen(), Vec::<String>::new());
    page.click(EXPLORE).await;
    for value in ["per-year", "CNY", "ratio", "total", "bars"] {
        page.click(&format!("input[value='{value}']")).await;
    }
    let chosen = [
        "ai-spending basis per-year",
        "ai-spending currency CNY",
        "ai-spending form ratio",
        "ai-spending basis total",
        "ai-spending form bars",
    ];
    assert_eq!(page.chosen(), chosen);
    // Showing another article reports nothing. What the reader then does to it is reported.
    page.show(&changed("Alibaba commits ", "Another headline for "))
        .unwrap();
    page.until(|page| page.render_count() == 2).await;
    assert_eq!(page.chosen(), chosen);
    page.click("input[value='total']").await;
    assert_eq!(page.chosen().len(), 6);
}

/// tests/e2e covers scrolling, in whole pages and three browsers.
#[wasm_bindgen_test]
async fn the_carousel_begins_at_its_start() {
    let page = Page::open(ARTICLE).await;
    let is_disabled = |button: &str| page.attribute(button, "aria-disabled");
    assert_eq!(is_disabled("[aria-label='Previous stories']"), "true");
    assert_eq!(is_disabled("[aria-label='Next stories']"), "false");
    assert_eq!(page.scrolled(".viewport"), 0);
}

#[wasm_bindgen_test]
async fn what_is_no_document_is_named() {
    for (json, message) in [
        ("[]", "found a list, expected a document"),
        (
            "{\"version\": 1, \"language\": \"en\", \"body\": []}",
            "the field `headline` is missing",
        ),
        (
            &changed("\"version\": 1", "\"version\": 2"),
            "version: version 2 is not known",
        ),
        (
            &format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)),
            "levels deep",
        ),
    ] {
        let Err(error) = Page::try_open(json).await else {
            panic!("{message:?} was shown");
        };
        assert!(error.contains(message), "{error} for {message:?}");
    }
}

#[wasm_bindgen_test]
async fn a_wrong_part_is_left_out_and_reported() {
    let page = Page::open(&changed("\"value\": 65", "\"value\": -65")).await;
    assert_eq!(
        page.problems()[0],
        "commitments[2].amount.value: -65 is negative: give zero or more"
    );
    assert_eq!(page.texts(".plot").len(), 0);
    assert!(page.text(".missing").contains("cannot be shown"));
    assert_eq!(page.texts(".teaser").len(), 6);
}

#[wasm_bindgen_test]
async fn numbers_keep_their_kind_on_the_way_from_the_browser() {
    for (value, problem) in [
        ("65.0", None),
        ("\"65.50\"", None),
        ("65.5", Some("must stand in quotes")),
        ("1e300", Some("must stand in quotes")),
        ("true", Some("found true, expected a whole number")),
    ] {
        let json = changed("\"value\": 65", &format!("\"value\": {value}"));
        let page = Page::open(&json).await;
        match problem {
            None => assert_eq!(page.problems(), Vec::<String>::new(), "for {value}"),
            Some(words) => assert!(page.problems()[0].contains(words), "{:?}", page.problems()),
        }
    }
}

#[wasm_bindgen_test]
async fn another_document_takes_the_place_of_the_first() {
    let mut page = Page::open(ARTICLE).await;
    page.click("input[value='per-year']").await;
    page.show(&changed("Alibaba commits ", "Another headline for "))
        .unwrap();
    page.until(|page| page.render_count() == 2).await;
    assert!(page.text("h1").starts_with("Another headline"));
    assert!(
        page.text(".chart-subtitle")
            .starts_with("Commitment in total")
    );
}

#[wasm_bindgen_test]
async fn an_equal_document_is_reported_again() {
    let mut page = Page::open(ARTICLE).await;
    page.show(ARTICLE).unwrap();
    page.until(|page| page.render_count() == 2).await;
    assert!(page.text("h1").starts_with("Alibaba"));
}

#[wasm_bindgen_test]
async fn what_is_no_document_leaves_the_last_one() {
    let mut page = Page::open(ARTICLE).await;
    let error = page.show("[]").unwrap_err();
    assert!(error.contains("found a list"));
    page.settle().await;
    assert_eq!(page.render_count(), 1);
    assert!(page.text("h1").starts_with("Alibaba"));
}

#[wasm_bindgen_test]
async fn a_cleared_root_is_empty_and_can_be_used_again() {
    let mut page = Page::open(ARTICLE).await;
    page.clear();
    page.settle().await;
    assert_eq!(page.texts("[part=root] *").len(), 0);
    assert_eq!(page.render_count(), 1);
    page.show(ARTICLE).unwrap();
    page.until(|page| page.render_count() == 2).await;
    assert_eq!(page.texts(".teaser").len(), 6);
    page.click("input[value='per-year']").await;
    assert!(page.text(".chart-subtitle").contains("per year"));
}
