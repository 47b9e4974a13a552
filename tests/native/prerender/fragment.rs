//! The element with its prerendered article.

use super::{
    between, data, default_json, default_story, plain_fragment, small_json, story, text_of,
};
use article_widget::digest::Digests;
use article_widget::document::Value;
use article_widget::prerender::{
    Folder, Fragment, InlineStyles, Nonce, Placement, Reference, Story, Styles, style_sheets,
    written,
};
use serde_json::{Value as Json, json};

/// The content of the root.
fn root(html: &str) -> &str {
    between(html, r#"<div part="root">"#, "</div></template>")
}

/// The islands of an article in order: name, stamp and content.
fn islands(html: &str) -> Vec<(&str, &str, &str)> {
    let islands = html.split(r#" data-island=""#).skip(1).map(|rest| {
        let (name, rest) = rest.split_once('"').unwrap();
        let stamp = between(rest, r#"data-digest=""#, "\">");
        let start = rest.find('>').unwrap() + 1;
        let end = rest.rfind("<!--</[]>--></div>").unwrap() + "<!--</[]>-->".len();
        // The first island ends before the text that follows it.
        let end = match rest[start..].find("<!--</[]>--></div><p>") {
            Some(at) => start + at + "<!--</[]>-->".len(),
            None => end,
        };
        (name, stamp, &rest[start..end])
    });
    islands.collect()
}

/// Every string of a document that is shown to readers.
fn words(json: &Json, found: &mut Vec<String>) {
    const FOR_MACHINES: [&str; 29] = [
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
        "placement",
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
                // A chart lists its commitments by id.
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
        placement: Placement::Shadow(Styles::Linked),
        ..plain_fragment()
    };
    let html = fragment.render(&story(&small_json()));
    let (element, rest) = html.split_once('>').unwrap();
    assert_eq!(element, "<div");
    let (element, rest) = rest.split_once('>').unwrap();
    let tag = element
        .strip_prefix(r#"<article-widget src="a.json?x=1&amp;y=2" data-build=""#)
        .and_then(|rest| rest.strip_suffix('"'));
    assert!(
        tag.is_some_and(|tag| tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_hexdigit())),
        "{element}"
    );
    let start = concat!(
        r#"<template shadowrootmode="open">"#,
        r#"<link rel="stylesheet" href="https://cdn.example.org/a&amp;b/article-widget.css">"#,
        r#"<div part="root"><div lang="en" "#,
    );
    let end = concat!(
        r#"</div></template><script type="application/json">{"version":1,"language":"en","#,
        r#""headline":"A headline","body":[{"paragraph":"A paragraph."}]}</script>"#,
        "</article-widget>",
        r#"<script type="module" src="https://cdn.example.org/a&amp;b/embed.js"></script></div>"#,
        "\n",
    );
    assert!(rest.starts_with(start), "{html}");
    assert!(html.ends_with(end), "{html}");
    let without = plain_fragment().render(&story(&small_json()));
    assert!(
        without.starts_with("<div><article-widget><template"),
        "{without}"
    );
    assert!(without.ends_with("<script type=\"module\" src=\"./embed.js\"></script></div>\n"));
}

#[test]
fn every_word_of_the_article_is_in_it() {
    let mut json = default_json();
    // These are shown in other words: rates in the notes of the chart, sums in short form.
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
    let plot = between(
        &html,
        r#"class="plot-frame""#,
        r#"<div class="chart-explore""#,
    );
    // Two panels.
    assert_eq!(plot.matches(r#"class="mark""#).count(), 2 * 4);
    let plot = text_of(&["<div", plot].concat());
    for label in ["$80bn", "$65bn", "about $53bn", "$20.7bn"] {
        assert!(plot.contains(label), "{label} is missing in {plot:?}");
    }
    let table = between(&html, "<tbody>", "</tbody>");
    assert_eq!(table.matches("<tr>").count(), 4);
    for commitment in json["commitments"].as_array().unwrap() {
        for field in ["name", "purpose", "source"] {
            let cell = format!("<bdi>{}</bdi>", commitment[field].as_str().unwrap());
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

fn digests(json: &Json) -> Digests {
    Digests::of(&serde_json::from_value::<Value>(json.clone()).unwrap())
}

#[test]
fn each_island_has_a_stamp_of_its_data_and_its_markup() {
    let html = plain_fragment().render(&default_story());
    let islands = islands(&html);
    let names: Vec<&str> = islands.iter().map(|island| island.0).collect();
    assert_eq!(names, ["chart:ai-spending", "related:more"]);
    let digests = digests(&default_json());
    for (name, stamp, inside) in islands {
        assert_eq!(stamp, digests.stamp(name, &written(inside)), "{name}");
    }
}

#[test]
fn a_stamp_tells_what_belongs_to_its_island() {
    let stamps = |json: &Json| {
        let digests = digests(json);
        ["chart:a", "related:b"].map(|name| digests.stamp(name, "markup"))
    };
    let whole = default_json();
    let [chart, row] = stamps(&whole);
    assert_ne!(chart, row);
    let changed = |change: fn(&mut Json)| {
        let mut json = whole.clone();
        change(&mut json);
        stamps(&json)
    };
    let of_text: [fn(&mut Json); 4] = [
        |json| json["headline"] = json!("Another"),
        |json| json["body"] = json!([]),
        |json| json["footnotes"] = json!([]),
        |json| json["other"] = json!(1),
    ];
    for change in of_text {
        assert_eq!(changed(change), [chart.clone(), row.clone()]);
    }
    let of_chart: [fn(&mut Json); 4] = [
        |json| json["commitments"][0]["amount"]["value"] = json!(381),
        |json| json["commitments"][1]["name"] = json!("Micro"),
        |json| json["exchangeRates"] = json!([]),
        |json| json["charts"][0]["note"] = json!(["A ", "note"]),
    ];
    for change in of_chart {
        let [other, same] = changed(change);
        assert!(other != chart && same == row);
    }
    let of_row: [fn(&mut Json); 2] = [
        |json| json["related"][0]["title"] = json!("Others"),
        |json| json["related"][0]["teasers"][0]["tags"] = json!(["x"]),
    ];
    for change in of_row {
        let [same, other] = changed(change);
        assert!(same == chart && other != row);
    }
    let [other, others] = changed(|json| json["language"] = json!("de"));
    assert!(other != chart && others != row);
    assert_ne!(digests(&whole).stamp("chart:a", "other markup"), chart);
}

#[test]
fn values_that_are_not_equal_have_other_digests() {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!("1"),
        json!(""),
        json!("null"),
        json!([]),
        json!({}),
        json!([[]]),
        json!([1, 2]),
        json!([12]),
        json!(["1", "2"]),
        json!(["12"]),
        json!([["1"], "2"]),
        json!([["1", "2"]]),
        json!({ "a": 1 }),
        json!({ "a": 1, "b": 2 }),
        json!({ "a": 2, "b": 1 }),
        json!({ "a": { "b": 2 } }),
    ];
    let stamps = values.map(|value| digests(&json!({ "related": value })).stamp("related:a", ""));
    for (index, stamp) in stamps.iter().enumerate() {
        assert!(!stamps[..index].contains(stamp), "value {index}");
    }
    // Tools that rewrite JSON may sort keys.
    let (one, other) = (
        r#"{"charts":{"a":1,"b":[2]}}"#,
        r#"{"charts":{"b":[2],"a":1}}"#,
    );
    let [one, other] = [one, other].map(|text| digests(&serde_json::from_str(text).unwrap()));
    assert_eq!(one, other);
}

#[test]
fn components_can_be_found_again_and_are_not_named() {
    let html = plain_fragment().render(&default_story());
    for (name, _, inside) in islands(&html) {
        assert!(inside.starts_with("<!--<[]>--><!--<[]>--><"), "{name}");
        assert!(inside.ends_with("><!--</[]>--><!--</[]>-->"), "{name}");
    }
    assert!(!root(&html).contains("::"), "a component is named");
    // The text is not part of a component, so nothing hydrates it.
    assert!(root(&html).starts_with("<div "));
}

/// Where an article can stand, without options.
const PLACEMENTS: [Placement; 2] = [
    Placement::Shadow(Styles::Inline(None)),
    Placement::Light(Styles::Inline(None)),
];

#[test]
fn a_fragment_stands_on_one_line() {
    let mut json = default_json();
    json["body"][0] = json!({ "paragraph": "A line.\n\nAnother.\r\n\r\nA third." });
    json["charts"][0]["note"] = json!("A note.\n\n  On lines.");
    for placement in PLACEMENTS {
        let fragment = Fragment {
            placement,
            ..plain_fragment()
        };
        let html = fragment.render(&story(&json));
        assert!(html.starts_with("<div><article-widget>") && html.ends_with("</div>\n"));
        assert_eq!(html.lines().count(), 1);
        assert!(
            html.contains("<p>A line.&#10;&#10;Another.&#13;&#10;")
                || html.contains("A line.&#10;&#10;Another.")
        );
        assert!(html.contains("<span>A note.&#10;&#10;  On lines.</span>"));
    }
}

#[test]
fn the_document_travels_with_it() {
    let html = plain_fragment().render(&default_story());
    let json = data(&html, "application/json");
    // They are compared as texts, because the order of the keys matters.
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
    for placement in PLACEMENTS {
        let fragment = Fragment {
            placement,
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
fn styles_stand_in_the_markup() {
    let nonce = || Nonce::parse("abc123").unwrap();
    let given = |nonce| Styles::Given(InlineStyles::new(".a > .b{}", nonce).unwrap());
    let [(_, shadow), (_, light), ..] = style_sheets();
    for (placement, attributes, css) in [
        (Placement::Shadow(Styles::default()), "", &*shadow),
        (Placement::Light(Styles::default()), "", &light),
        (
            Placement::Shadow(Styles::Inline(Some(nonce()))),
            r#" nonce="abc123""#,
            &shadow,
        ),
        (
            Placement::Light(Styles::Inline(Some(nonce()))),
            r#" nonce="abc123""#,
            &light,
        ),
        (Placement::Shadow(given(None)), "", ".a > .b{}"),
        (
            Placement::Light(given(Some(nonce()))),
            r#" nonce="abc123""#,
            ".a > .b{}",
        ),
    ] {
        let is_own = !matches!(placement.styles(), Styles::Given(_));
        let has_nonce = !attributes.is_empty();
        let fragment = Fragment {
            placement,
            ..plain_fragment()
        };
        let html = fragment.render(&story(&small_json()));
        assert!(
            html.contains(&format!("{attributes}>{css}</style><div ")),
            "{html}"
        );
        assert_eq!(html.matches("<style").count(), 1);
        assert_eq!(html.contains("<style data-sheet=\""), is_own);
        assert!(!html.contains("<link"));
        let hashes = usize::from(!has_nonce);
        assert_eq!(fragment.style_sources().len(), hashes);
    }
}

#[test]
fn the_light_form_is_content_of_the_page() {
    let fragment = Fragment {
        placement: Placement::Light(Styles::Linked),
        ..plain_fragment()
    };
    let html = fragment.render(&default_story());
    let start = concat!(
        r#"<div><article-widget><link rel="stylesheet" href="./article-widget.light.css">"#,
        r#"<div class="article-widget-light""#
    );
    assert!(html.starts_with(start), "{html}");
    assert!(!html.contains("<template"));
    assert!(html.contains("</div><script type=\"application/json\">{"));
    // Both placements contain the same article.
    let shadow = plain_fragment().render(&default_story());
    assert_eq!(text_of(&html), text_of(&shadow));
    assert_eq!(islands(&html).len(), islands(&shadow).len());
}

/// The values of all attributes of this name.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let rests = html.split(&*start).skip(1);
    rests.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn the_names_of_a_light_article_are_its_own() {
    let light = |json: &Json| {
        let fragment = Fragment {
            placement: Placement::Light(Styles::Linked),
            ..plain_fragment()
        };
        fragment.render(&story(json))
    };
    let mut json: Json = serde_json::from_str(include_str!("../full.json")).unwrap();
    let html = light(&json);
    let prefix = values(&html, "data-names")[0];
    assert!(prefix.starts_with("article-") && prefix.ends_with('-'));
    let ids = values(&html, "id");
    assert!(ids.len() > 20, "{ids:?}");
    let own: Vec<&str> = ids
        .iter()
        .filter_map(|id| id.strip_prefix(prefix))
        .collect();
    assert_eq!(own.len(), ids.len(), "{ids:?}");
    // Every reference to an id finds its element.
    let mut references: Vec<&str> = ["aria-labelledby", "aria-describedby", "popovertarget"]
        .iter()
        .flat_map(|name| values(&html, name))
        .flat_map(|value| value.split(' '))
        .collect();
    references.extend(
        values(&html, "href")
            .iter()
            .filter_map(|href| href.strip_prefix('#')),
    );
    references.extend(
        values(&html, "fill")
            .iter()
            .filter_map(|fill| fill.strip_prefix("url(#")?.strip_suffix(')')),
    );
    assert!(references.len() > 20, "{references:?}");
    for id in references {
        assert!(ids.contains(&id), "{id}");
    }
    // Radio buttons with the same name in two charts would be one group.
    let groups = values(&html, "name");
    let mut groups = groups.iter().filter(|name| name.contains("chart-"));
    assert!(groups.all(|name| name.starts_with(prefix)));
    assert_eq!(html.matches(" part=").count(), 0);
    // The names stay the same if the body changes, and differ for another headline.
    json["body"][0] = json!({ "paragraph": "Another beginning." });
    assert_eq!(values(&light(&json), "data-names")[0], prefix);
    json["headline"] = json!("Another headline");
    assert_ne!(values(&light(&json), "data-names")[0], prefix);
    // In a shadow tree ids have no prefix, and pages can style the parts.
    let shadow = plain_fragment().render(&story(&json));
    let shadow_ids = values(&shadow, "id");
    assert!(own.iter().all(|id| shadow_ids.contains(id)));
    assert!(values(&shadow, "part").contains(&"chart"));
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
    let mut html = plain_fragment().render(&story(&json));
    // The list of sections leads to theirs, which stand between the others.
    for number in 1..=7 {
        let anchor = format!(r#"<span slot="section-{number}" id="section-{number}"></span>"#);
        assert_eq!(html.matches(&anchor).count(), 1, "section {number}");
        html = html.replace(&anchor, "");
    }
    // The anchors are in the order of the table.
    let anchors = ["microsoft", "meta", "alibaba", "bytedance"]
        .map(|of| format!(r#"<span slot="datum-{of}.c" id="datum-{of}.c"></span>"#));
    let notes = ["reference-rate", "footnote-rate"]
        .map(|place| format!(r#"<span slot="{place}" id="{place}"></span>"#));
    let anchors = [&notes[0], &*anchors.concat(), &notes[1]].concat();
    assert!(
        html.contains(&format!("</template>{anchors}<script")),
        "{html}"
    );
    // A row without a link to it has no anchor.
    json["body"] = json!([
        { "paragraph": ["Text with href=\"#datum-meta.c\" ", { "datum": { "of": "alibaba" } }] },
    ]);
    for field in ["headline", "standfirst"] {
        json[field] = json!("Without a figure");
    }
    json["takeaways"].take();
    let html = plain_fragment().render(&story(&json));
    let anchor = r#"<span slot="datum-alibaba.c" id="datum-alibaba.c"></span>"#;
    assert!(
        html.contains(&format!("</template>{anchor}<script")),
        "{html}"
    );
    // Light DOM needs no anchors: links reach its ids directly.
    let light = Fragment {
        placement: Placement::Light(Styles::Linked),
        ..plain_fragment()
    };
    assert!(!light.render(&story(&json)).contains("<span slot"));
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
