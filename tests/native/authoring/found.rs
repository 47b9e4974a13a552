//! Markdown as it is found in content management systems and repositories: it is taken, with remarks and warnings.

use super::{FRONT_MATTER, article, import, problems, remarks};
use article_widget::authoring::markdown;
use serde_json::{Value as Json, json};

const CAPTION: &str = "the table has no caption: write what it shows into the field `caption` (in Markdown, a paragraph `Table: …` above the table)";

#[test]
fn headings_of_level_one_are_headings_below_the_headline() {
    let named = "Remark: 5: the headline is that of line 3, and this is taken for a heading of the text: better write it as one";
    let below = "a heading with one # below the headline is taken for a heading of the text: better write ##";
    for (text, headline, body, expected) in [
        (
            "---\nlanguage: en\n---\n# H\n\n# One\n\nX.\n\nTwo\n===\n",
            "H",
            json!([{ "heading": "One" }, { "paragraph": "X." }, { "heading": "Two" }]),
            vec![
                format!("Remark: 6: {below}"),
                format!("Remark: 10: {below}"),
            ],
        ),
        (
            "---\nlanguage: en\nheadline: H\n---\n# *One*\n\n# Two\n",
            "H",
            json!([{ "heading": { "emphasis": "One" } }, { "heading": "Two" }]),
            vec![named.into(), format!("Remark: 7: {below}")],
        ),
        (
            "---\nlanguage: en\nheadline: H\n---\nX.\n\n# One\n",
            "H",
            json!([{ "paragraph": "X." }, { "heading": "One" }]),
            vec![format!("Remark: 7: {below}")],
        ),
        // Many tools write the headline twice.
        (
            "---\nlanguage: en\nheadline: A *word*\n---\n# A *word*\n\nX.\n",
            "",
            json!([{ "paragraph": "X." }]),
            vec!["Remark: 5: the headline of line 3 stands here again, and is left out".into()],
        ),
    ] {
        let document = import(text);
        if !headline.is_empty() {
            assert_eq!(document["headline"], headline, "{text}");
        }
        let heading = |block: &Json| match &block["heading"] {
            Json::Array(parts) if parts.len() == 1 => json!({ "heading": parts[0] }),
            _ => block.clone(),
        };
        let found: Vec<Json> = document["body"]
            .as_array()
            .unwrap()
            .iter()
            .map(heading)
            .collect();
        assert_eq!(Json::Array(found), body, "{text}");
        assert_eq!(remarks(text), expected, "{text}");
    }
    // Without a headline, nobody knows which heading is it.
    assert_eq!(
        problems("---\nlanguage: en\n---\nX.\n\n# One\n")[1..],
        ["6: a heading with one # is the headline, which comes first: write ##"]
    );
}

#[test]
fn tables_need_no_caption() {
    let table = "| A | B |\n|---|--:|\n| 1 | 2 |\n";
    for (before, line) in [("", 5), ("Words.\n\n", 7), ("## Title\n\n", 7)] {
        let text = format!("{FRONT_MATTER}{before}{table}");
        assert_eq!(remarks(&text), [format!("Warning: {line}: {CAPTION}")]);
        let document = import(&text);
        let blocks = document["body"].as_array().unwrap();
        assert_eq!(
            blocks.last().unwrap(),
            &json!({ "table": {
                "columns": [{ "title": "A" }, { "title": "B", "align": "end" }],
                "rows": [["1", "2"]],
            } })
        );
        // There and back.
        let written = markdown(&article(&document)).unwrap();
        assert_eq!(import(&written)["body"], document["body"], "{written}");
        assert!(written.ends_with("| --- | --: |\n| 1 | 2 |\n"), "{written}");
    }
    let text = format!("{FRONT_MATTER}Table: A caption\n\n{table}");
    assert_eq!(remarks(&text), [""; 0]);
    // A paragraph that would be taken for a caption.
    let mut document = import(&format!("{FRONT_MATTER}Words.\n\n{table}"));
    document["body"][0]["paragraph"] = "Table: of all".into();
    let written = markdown(&article(&document)).unwrap();
    assert_eq!(import(&written)["body"], document["body"], "{written}");
}

#[test]
fn fields_of_other_tools_are_left_out() {
    let text = "---\nlayout: post\nlanguage: en\ntitle: T\nheadline: H\nauthor: Jo\ndate: 2025-02-24T10:00:00Z\nTags:\n  - one\n  - two\ndraft: false\nslug: s\npermalink: /a/b/\nwp_id: 5\nog:\n  image: { a: 1 }\n---\nX.\n";
    let left_out = |line: usize, name: &str, same: &str| {
        let same = match same {
            "" => String::new(),
            same => format!(": for readers, write `{same}`"),
        };
        format!("Remark: {line}: `{name}` is no field of a document, and left out{same}")
    };
    assert_eq!(
        remarks(text),
        [
            left_out(2, "layout", ""),
            left_out(4, "title", "headline"),
            left_out(6, "author", "byline` or `authors"),
            left_out(7, "date", "published"),
            left_out(8, "Tags", ""),
            left_out(11, "draft", ""),
            left_out(12, "slug", ""),
            left_out(13, "permalink", ""),
            left_out(14, "wp_id", ""),
            left_out(15, "og", ""),
        ]
    );
    assert_eq!(
        import(text),
        import("---\nlanguage: en\nheadline: H\n---\nX.\n")
    );
    let toml = "+++\nlanguage = \"en\"\nheadline = \"H\"\nslug = \"s\"\n[params]\na = 1\n+++\nX.\n";
    assert_eq!(
        remarks(toml),
        [left_out(4, "slug", ""), left_out(5, "params", "")]
    );
    // A slip of the hand, and a field of something else than the document.
    for (field, message) in [
        (
            "kiker: K",
            "4: `kiker` is not known here: did you mean `kicker`?",
        ),
        (
            "Kicker: K",
            "4: `Kicker` is not known here: did you mean `kicker`?",
        ),
        (
            "related:\n  - { id: a, title: A, layout: x, teasers: [{ headline: H, href: a.html }] }",
            "5: `layout` is not known here: use id, title or teasers",
        ),
    ] {
        let text = format!("---\nlanguage: en\nheadline: H\n{field}\n---\nX.\n");
        assert_eq!(problems(&text), [message]);
    }
}

#[test]
fn what_nothing_refers_to_is_a_warning() {
    let text = format!("{FRONT_MATTER}A.\n\n[^a]: x\n");
    assert_eq!(
        remarks(&text),
        ["Warning: 7: nothing in the text refers to `a`: add {\"footnote\": …} where it belongs"]
    );
    assert_eq!(import(&text)["footnotes"][0]["text"], "x");
}
