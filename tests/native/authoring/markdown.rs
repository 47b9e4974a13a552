//! How Markdown is converted.

use super::{EVERY_FEATURE, FRONT_MATTER, article, canonical, import};
use article_widget::authoring::markdown;
use article_widget::prerender::{Folder, Fragment, Placement, Story, Styles};
use serde_json::{Value as Json, json};

fn every_feature() -> Json {
    serde_json::from_str(EVERY_FEATURE).expect("JSON")
}

fn body(markdown: &str) -> Json {
    import(&format!("{FRONT_MATTER}{markdown}"))["body"].clone()
}

#[test]
fn a_text_with_every_feature_is_the_document_written_by_hand() {
    let imported = import(include_str!("../every-feature.md"));
    assert_eq!(canonical(&imported), canonical(&every_feature()));
}

#[test]
fn it_renders_the_same() {
    let fragment = Fragment {
        assets: Folder::parse("./").unwrap(),
        src: None,
        messages: None,
        is_linked: false,
        placement: Placement::Light(Styles::default()),
    };
    let imported = import(include_str!("../every-feature.md"));
    // The document inside the element must be the same: Markdown does not keep comments and default values.
    let render = |json: &Json| {
        let story = Story::read(&canonical(json).to_string()).unwrap();
        assert_eq!(story.problems(), []);
        fragment.render(&story)
    };
    assert_eq!(render(&imported), render(&every_feature()));
}

#[test]
fn the_document_is_complete_and_in_order() {
    let document = import(include_str!("../every-feature.md"));
    let fields: Vec<&String> = document.as_object().unwrap().keys().collect();
    assert_eq!(fields[..4], ["$schema", "version", "language", "kicker"]);
    assert_eq!(fields.last().unwrap().as_str(), "related");
}

#[test]
fn export_is_pleasant() {
    for json in [
        every_feature(),
        serde_json::from_str(include_str!("../../../articles/alibaba-ai-investment.json")).unwrap(),
    ] {
        let text = markdown(&article(&json)).unwrap();
        assert!(!text.contains("```block"), "{text}");
        assert!(!text.contains("&#"), "{text}");
        assert_eq!(canonical(&import(&text)), canonical(&json));
    }
}

#[test]
fn the_first_heading_may_be_the_headline() {
    let document = import("---\nlanguage: en\n---\n# On *time*\n\nA paragraph.\n");
    assert_eq!(document["headline"], json!(["On ", { "emphasis": "time" }]));
    assert_eq!(document["body"], json!([{ "paragraph": "A paragraph." }]));
}

#[test]
fn line_ends_and_marks_of_byte_order_do_not_matter() {
    let text = "\u{feff}---\r\nlanguage: en\r\nheadline: H\r\n---\r\nOne\r\nline.\r\n\r\nTwo.\r\n";
    let paragraphs = json!([{ "paragraph": "One line." }, { "paragraph": "Two." }]);
    assert_eq!(import(text)["body"], paragraphs);
}

#[test]
fn remarks_are_passed_over() {
    let text = "<!-- a remark -->\n\nWords<!-- another --> and more.\n\n<!--\nlines\n-->\n\nEnd.\n";
    let paragraphs = json!([{ "paragraph": "Words and more." }, { "paragraph": "End." }]);
    assert_eq!(body(text), paragraphs);
}

#[test]
fn decimal_numbers_keep_their_digits_without_quotes() {
    let text = include_str!("../every-feature.md");
    assert!(text.contains("rate: 7.26\n"));
    assert_eq!(import(text)["exchangeRates"][0]["rate"], "7.26");
}

#[test]
fn texts_in_the_front_matter_begin_no_block() {
    let text = "---\nlanguage: en\nheadline: 1. May\ntakeaways:\n  - '# of cars'\n  - '- 5 degrees'\n---\nX.\n";
    let document = import(text);
    assert_eq!(document["headline"], "1. May");
    assert_eq!(document["takeaways"], json!(["# of cars", "- 5 degrees"]));
}

#[test]
fn footnotes_can_stand_in_the_front_matter_too() {
    let text = "---\nlanguage: en\nheadline: H\nfootnotes:\n  - id: A\n    text: Of *A*.\n---\nX.[^b_1] Y.[^A]\n\n[^b_1]: Of b.\n";
    let document = import(text);
    assert_eq!(
        document["footnotes"],
        json!([{ "id": "b_1", "text": "Of b." }, { "id": "A", "text": ["Of ", { "emphasis": "A" }, "."] }])
    );
}

#[test]
fn any_block_can_be_json() {
    let text = "```block\n{ \"paragraph\": [\"*\", { \"strong\": \"x\" }] }\n```\n";
    assert_eq!(
        body(text),
        json!([{ "paragraph": ["*", { "strong": "x" }] }])
    );
}

#[test]
fn a_list_in_yaml_is_inline_content_as_it_stands() {
    let text = "---\nlanguage: en\nheadline: ['*Not* stressed, ', { strong: '*s*' }]\n---\nX.\n";
    assert_eq!(
        import(text)["headline"],
        json!(["*Not* stressed, ", { "strong": "*s*" }])
    );
}

#[test]
fn marks_take_hold_in_scripts_without_spaces() {
    assert_eq!(
        body("これは**「太字」**です。\n"),
        json!([{ "paragraph": ["これは", { "strong": "「太字」" }, "です。"] }])
    );
}

#[test]
fn a_table_needs_no_blank_line_below_its_caption() {
    let text = "Table: Sums\n| A | B |\n|---|--:|\n| `a\\|b` | 2 |\n";
    assert_eq!(
        body(text),
        json!([{ "table": {
            "caption": "Sums",
            "columns": [{ "title": "A" }, { "title": "B", "align": "end" }],
            "rows": [[[{ "code": "a|b" }], "2"]],
        } }])
    );
}
