//! How plain text is converted.

use super::listed;
use article_widget::authoring::{Import, ImportFormat};
use serde_json::{Value as Json, json};

fn import(text: &str) -> Json {
    let import = Import {
        language: Some("en"),
        ..Import::new(text, ImportFormat::Plain)
    };
    import
        .document()
        .unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

#[test]
fn lines_become_blocks() {
    let text = "\
A headline

The first paragraph
goes on here, with *no* [marks].

A heading
=========

1. Not a list.

A part
------
Right below it.

What comes next

- One
- Two

* * *

The end
";
    let document = import(text);
    assert_eq!(document["headline"], "A headline");
    assert_eq!(
        document["body"],
        json!([
            { "paragraph": "The first paragraph goes on here, with *no* [marks]." },
            { "heading": "A heading" },
            { "paragraph": "1. Not a list." },
            { "subheading": "A part" },
            { "paragraph": "Right below it." },
            { "heading": "What comes next" },
            { "list": ["One", "Two"] },
            { "divider": {} },
            { "paragraph": "The end" },
        ])
    );
}

#[test]
fn short_lines_in_a_row_are_no_headings() {
    let document = import("H\n\nRoses are red\n\nViolets are blue\n\nA sentence.\n");
    assert_eq!(
        document["body"],
        json!([
            { "paragraph": "Roses are red" },
            { "heading": "Violets are blue" },
            { "paragraph": "A sentence." },
        ])
    );
}

#[test]
fn an_underlined_headline_and_text_right_below_it() {
    let document = import("H\n===\nText.\n\nMore.\n");
    assert_eq!(document["headline"], "H");
    assert_eq!(
        document["body"],
        json!([{ "paragraph": "Text." }, { "paragraph": "More." }])
    );
    assert_eq!(
        import("H\nText.\n")["body"],
        json!([{ "paragraph": "Text." }])
    );
}

#[test]
fn front_matter_may_come_first() {
    let text = "---\nlanguage: de\nkicker: Energie\n---\nTitel\n\nEin *Satz*.\n";
    let document = import(text);
    assert_eq!(document["language"], "de");
    assert_eq!(document["body"], json!([{ "paragraph": "Ein *Satz*." }]));
}

#[test]
fn a_text_needs_a_language_and_a_headline() {
    assert_eq!(
        listed(Import::new("", ImportFormat::Plain).document()),
        [
            "1: the field `language` is missing",
            "1: the field `headline` is missing"
        ]
    );
}
