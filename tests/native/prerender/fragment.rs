//! The element with its article.

use super::{
    between, data, default_json, default_story, plain_fragment, small_json, story, text_of,
};
use article_widget::digest::digest;
use article_widget::prerender::{
    Folder, Form, Fragment, InlineStyles, Reference, Story, Styles, count_nodes,
};
use serde_json::{Value as Json, json};

/// The inside of the root, and its stamp.
fn root(html: &str) -> (&str, &str) {
    let stamp = between(html, r#"<div part="root" data-digest=""#, "\">");
    let inside = between(html, &format!("{stamp}\">"), "</div></template>");
    (inside, stamp)
}

/// Every string of a document that a reader should read.
fn words(json: &Json, found: &mut Vec<String>) {
    const FOR_MACHINES: [&str; 28] = [
        "$schema",
        "align",
        "alternative",
        "base",
        "basis",
        "chart",
        "currency",
        "date",
        "end",
        "footnote",
        "hedge",
        "highlight",
        "href",
        "id",
        "in",
        "language",
        "modified",
        "of",
        "published",
        "quote",
        "ratioTo",
        "scale",
        "shareOf",
        "sizes",
        "src",
        "start",
        "status",
        "type",
    ];
    match json {
        Json::String(text) => found.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| words(item, found)),
        Json::Object(fields) => {
            for (key, value) in fields {
                // A chart names the commitments that it compares.
                let is_names = key == "commitments" && value[0].is_string();
                if !is_names && !FOR_MACHINES.contains(&key.as_str()) {
                    words(value, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_parts_stand_in_their_places() {
    let fragment = Fragment {
        src: Some(Reference::parse("a.json?x=1&y=2").unwrap()),
        assets: Folder::parse("https://cdn.example.org/a&b").unwrap(),
        ..plain_fragment()
    };
    let html = fragment.render(&story(&small_json()));
    let start = concat!(
        r#"<article-widget src="a.json?x=1&amp;y=2"><template shadowrootmode="open">"#,
        r#"<link rel="stylesheet" href="https://cdn.example.org/a&amp;b/article-widget.css">"#,
        r#"<div part="root" data-digest=""#,
    );
    let end = concat!(
        r#"</div></template><script type="application/json">{"version":1,"language":"en","#,
        r#""headline":"A headline","body":[{"paragraph":"A paragraph."}]}</script>"#,
        "</article-widget>\n",
        r#"<script type="module" src="https://cdn.example.org/a&amp;b/embed.js"></script>"#,
        "\n",
    );
    assert!(html.starts_with(start), "{html}");
    assert!(html.ends_with(end), "{html}");
    let without = plain_fragment().render(&story(&small_json()));
    assert!(
        without.starts_with("<article-widget><template"),
        "{without}"
    );
    assert!(without.ends_with("<script type=\"module\" src=\"./embed.js\"></script>\n"));
}

#[test]
fn every_word_of_the_article_is_in_it() {
    let mut json = default_json();
    // Shown in other words: the chart says how it converts.
    json["exchangeRates"].take();
    for commitment in json["commitments"].as_array_mut().unwrap() {
        for field in ["amount", "equivalents"] {
            commitment[field].take();
        }
    }
    let mut expected = Vec::new();
    words(&json, &mut expected);
    assert!(expected.len() > 70, "only {}", expected.len());
    let text = text_of(&plain_fragment().render(&default_story()));
    for words in expected {
        assert!(text.contains(&words), "{words:?} is missing");
    }
}

#[test]
fn every_figure_row_and_link_of_the_article_is_in_it() {
    let html = plain_fragment().render(&default_story());
    let json = default_json();
    let mut drawings = html.split_inclusive("</svg>");
    let plot = drawings
        .find(|part| part.contains(r#"class="plot""#))
        .unwrap();
    let plot = &plot[plot.rfind("<svg").unwrap()..];
    let plot_marks = plot.matches(r#"class="mark""#).count();
    let plot = text_of(plot);
    // One of them has stripes.
    assert_eq!(plot_marks, 4 + 1);
    for label in ["$80bn", "$65bn", "about $53bn", "$20.7bn"] {
        assert!(plot.contains(label), "{label} is missing in {plot:?}");
    }
    let table = between(&html, "<tbody>", "</tbody>");
    assert_eq!(table.matches("<tr>").count(), 4);
    for commitment in json["commitments"].as_array().unwrap() {
        for field in ["name", "purpose", "source"] {
            let cell = format!(">{}</t", commitment[field].as_str().unwrap());
            assert!(table.contains(&cell), "{cell:?} is missing");
        }
    }
    for sum in [
        "over 380 billion yuan (about $53 billion)",
        "$80 billion",
        "150 billion yuan",
    ] {
        assert!(table.contains(sum), "{sum:?} is missing");
    }
    for teaser in json["related"][0]["teasers"].as_array().unwrap() {
        let link = format!(r#"href="{}""#, teaser["href"].as_str().unwrap());
        assert_eq!(html.matches(&link).count(), 1, "{link}");
    }
}

#[test]
fn the_stamp_tells_what_the_markup_was_made_of() {
    let html = plain_fragment().render(&default_story());
    let text = between(&html, r#"<script type="application/json">"#, "</script>");
    let (inside, stamp) = root(&html);
    let (of_text, of_nodes) = stamp.split_once('-').unwrap();
    assert_eq!(of_text, digest(text));
    assert_eq!(of_nodes, count_nodes(inside).to_string());
}

#[test]
fn components_can_be_found_again_and_are_not_named() {
    let html = plain_fragment().render(&default_story());
    let (inside, _) = root(&html);
    assert!(inside.starts_with("<!--<[]>--><div "), "{inside}");
    assert!(inside.ends_with("</div><!--</[]>-->"));
    assert!(!inside.contains("::"), "a component is named");
}

#[test]
fn the_document_travels_with_it() {
    let html = plain_fragment().render(&default_story());
    let json = data(&html, "application/json");
    // As texts, because the order of the keys counts.
    assert_eq!(json.to_string(), default_json().to_string());
    assert!(!between(&html, "application/json\">", "</script>").contains('<'));
}

#[test]
fn how_the_json_is_laid_out_does_not_matter() {
    let json = default_json();
    let pretty = format!("\u{feff}{}\n", serde_json::to_string_pretty(&json).unwrap());
    let pretty = Story::read(&pretty).unwrap();
    let fragment = plain_fragment();
    assert_eq!(fragment.render(&pretty), fragment.render(&story(&json)));
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let attack = "</script></template><!--<script>alert('1')</script>--><b \"&amp;";
    let mut json = small_json();
    for field in [
        "headline",
        "kicker",
        "standfirst",
        "byline",
        "dateline",
        attack,
    ] {
        json[field] = json!(attack);
    }
    json["body"] = json!([
        { "paragraph": [{ "link": { "href": attack, "text": attack } }] },
        { "terms": [{ "term": attack, "text": attack }] },
    ]);
    for form in [Form::Shadow(Styles::Linked), Form::Light] {
        let fragment = Fragment {
            form,
            ..plain_fragment()
        };
        let html = fragment.render(&story(&json));
        assert_eq!(html.matches("<script").count(), 2);
        assert_eq!(html.matches("</script").count(), 2);
        assert_eq!(html.matches("<!--").count(), html.matches("[]>-->").count());
        assert!(!html.contains("<b "));
        assert!(text_of(&html).contains(attack));
        assert_eq!(data(&html, "application/json"), json);
    }
}

#[test]
fn styles_can_stand_in_the_markup() {
    let styles = InlineStyles::new(".a > .b{}".into(), Some("abc123".into())).unwrap();
    let fragment = Fragment {
        form: Form::Shadow(Styles::Inline(styles)),
        ..plain_fragment()
    };
    let html = fragment.render(&story(&small_json()));
    let start = r#"<template shadowrootmode="open"><style nonce="abc123">.a > .b{}</style><div part="root""#;
    assert!(html.contains(start), "{html}");
    assert!(!html.contains("<link"));
}

#[test]
fn the_light_form_is_content_of_the_page() {
    let fragment = Fragment {
        form: Form::Light,
        ..plain_fragment()
    };
    let html = fragment.render(&default_story());
    let start = concat!(
        r#"<article-widget><link rel="stylesheet" href="./article-widget.light.css">"#,
        r#"<div part="root" data-digest=""#
    );
    assert!(html.starts_with(start), "{html}");
    assert!(!html.contains("<template"));
    assert!(html.contains("</div><script type=\"application/json\">{"));
    // Both forms hold the same article.
    let shadow = plain_fragment().render(&default_story());
    let (inside, stamp) = root(&shadow);
    assert!(html.contains(inside) && html.contains(stamp));
}

#[test]
fn figures_lead_out_of_the_shadow_tree_and_back_into_their_rows() {
    let mut json = default_json();
    json["charts"][0]["id"] = json!("c");
    for block in json["body"].as_array_mut().unwrap() {
        if block.get("chart").is_some() {
            block["chart"] = json!("c");
        }
    }
    let html = plain_fragment().render(&story(&json));
    // In the order of the table.
    let anchors = ["microsoft", "meta", "alibaba", "bytedance"]
        .map(|of| format!(r#"<i slot="datum-{of}.c" id="datum-{of}.c"></i>"#));
    let anchors = anchors.concat();
    assert!(
        html.contains(&format!("</template>{anchors}<script")),
        "{html}"
    );
    // A row that nothing leads to has none.
    json["body"] = json!([
        { "paragraph": ["Text with href=\"#datum-meta.c\" ", { "datum": { "of": "alibaba" } }] },
    ]);
    for field in ["headline", "standfirst"] {
        json[field] = json!("Without a figure");
    }
    json["takeaways"].take();
    let html = plain_fragment().render(&story(&json));
    let anchor = r#"<i slot="datum-alibaba.c" id="datum-alibaba.c"></i>"#;
    assert!(
        html.contains(&format!("</template>{anchor}<script")),
        "{html}"
    );
    // What stands in the page itself is reached as it is.
    let light = Fragment {
        form: Form::Light,
        ..plain_fragment()
    };
    assert!(!light.render(&story(&json)).contains("<i slot"));
}

#[test]
fn what_is_wrong_is_named() {
    for (text, message) in [
        ("", "not JSON: EOF while parsing a value at line 1 column 0"),
        (
            "{\n  \"version\": 1,\n}",
            "not JSON: trailing comma at line 3 column 1",
        ),
        (
            "[]",
            "found a list, expected a document, which is an object",
        ),
        (
            r#"{ "version": 1, "language": "en" }"#,
            "the field `headline` is missing",
        ),
        (
            r#"{ "version": 2, "language": "en", "headline": "A", "body": [] }"#,
            "version: version 2 is not known to this widget, which reads version 1",
        ),
    ] {
        assert_eq!(Story::read(text).unwrap_err().to_string(), message);
    }
    let deep = "[".repeat(101) + &"]".repeat(101);
    let message = Story::read(&deep).unwrap_err().to_string();
    assert!(message.starts_with("nested more than 100"), "{message}");

    let mut json = small_json();
    json["body"][0] = json!({ "video": 1 });
    let story = story(&json);
    let paths: Vec<_> = story.problems().iter().map(|p| p.path.as_str()).collect();
    assert_eq!(paths, ["body[0].video"]);
}
