//! How a browser shows a document with errors: only the invalid part is left out, and its words are kept.

use super::super::{chart_of, default_json, full_json, read, small_json};
use super::{block_words, paths, problems};
use article_widget::document::{Problem, ProblemKind};
use article_widget::model::{Block, Inline, Inlines};
use serde_json::{Value as Json, json};

const BLOCKS: &str = "heading, subheading, paragraph, list, numbered-list, terms, quotation, \
                      pull-quote, figure, table, aside, chart, related or divider";
const MARKS: &str = "strong, emphasis, code, superscript, subscript, link, term, footnote or datum";

/// The problem that makes a document unusable.
fn refusal(json: &Json) -> Problem {
    read(json).expect_err("the document was accepted")
}

/// A document whose body is this one block.
fn with_block(block: &Json) -> Json {
    let mut json = small_json();
    json["body"] = json!([block]);
    json
}

/// The words that are shown of a block, and its problems.
fn read_block(block: &Json) -> (Vec<String>, Vec<String>) {
    let (article, problems) = problems(&with_block(block));
    (block_words(&article), problems)
}

#[test]
fn what_is_no_document_is_refused() {
    for (json, path, kind, words) in [
        (
            json!([]),
            "",
            ProblemKind::Type,
            "found a list, expected a document, which is an object",
        ),
        (
            json!("text"),
            "",
            ProblemKind::Type,
            "found the text `text`",
        ),
        (json!(null), "", ProblemKind::Type, "found null"),
        (
            json!({}),
            "",
            ProblemKind::Missing,
            "the field `version` is missing",
        ),
        (
            json!({ "version": "one" }),
            "version",
            ProblemKind::Type,
            "found the text `one`, expected the number 1",
        ),
        (
            json!({ "version": 2 }),
            "version",
            ProblemKind::Value,
            "version 2 is not known to this widget, which reads version 1",
        ),
        (
            json!({ "version": 1, "headline": "A", "language": "en" }),
            "",
            ProblemKind::Missing,
            "the field `body` is missing",
        ),
        (
            json!({ "version": 1, "headline": "A", "language": "en", "body": {} }),
            "body",
            ProblemKind::Type,
            "found an object, expected a list",
        ),
    ] {
        let found = refusal(&json);
        assert_eq!((found.path.as_str(), found.kind), (path, kind), "{found}");
        assert!(found.message.contains(words), "{found}");
    }
}

#[test]
fn a_document_without_a_headline_is_refused_for_that_whatever_else_is_wrong() {
    for (headline, message) in [
        (json!(null), "the field `headline` is missing"),
        (json!(" "), "headline: an article needs a headline"),
        (
            json!(["", { "emphasis": " " }]),
            "headline: an article needs a headline",
        ),
        (
            json!(5),
            "headline: found a number, expected a text, or a list of texts and marks",
        ),
    ] {
        let mut json = small_json();
        json["headline"] = headline;
        json["published"] = json!("yesterday");
        json["body"] = json!([{ "video": 1 }]);
        assert_eq!(refusal(&json).to_string(), message);
    }
}

#[test]
fn a_headline_may_have_marks() {
    let mut json = small_json();
    json["headline"] = json!(["A ", { "emphasis": "marked" }, " headline"]);
    let (article, problems) = problems(&json);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(article.headline.plain_text(), "A marked headline");
}

#[test]
fn an_unknown_block_keeps_its_words_and_its_neighbours() {
    let mut json = small_json();
    json["body"] = json!([
        { "paragraph": "Before." },
        { "poem": { "lines": 3, "text": ["Roses", { "strong": "are red" }], "href": "javascript:alert(1)" } },
        { "video": { "href": "x.mp4" } },
        { "paragraph": "After." },
    ]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            format!("body[1].poem: `poem` is not known here: use {BLOCKS}"),
            format!("body[2].video: `video` is not known here: use {BLOCKS}"),
        ]
    );
    assert_eq!(
        block_words(&article),
        ["Before.", "Roses are red", "After."]
    );
    assert_eq!(article.body[2], Block::Missing);
}

#[test]
fn a_block_of_the_wrong_shape_is_named_and_left_out_alone() {
    let mut json = small_json();
    json["body"] = json!([
        { "paragraph": 5 },
        { "terms": [{ "term": "Whole", "text": "kept" }, { "term": "Half" }, "alone", 5] },
        { "paragraph": "One.", "heading": "Two." },
        {},
        "text",
        null,
        { "$comment": "only a remark" },
        { "paragraph": "After." },
    ]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            "body[0].paragraph: found a number, expected a text, or a list of texts and marks",
            "body[1].terms[1]: the field `text` is missing",
            "body[1].terms[2]: found the text `alone`, expected an object with a term and a text",
            "body[1].terms[3]: found a number, expected an object with a term and a text",
            "body[2].heading: a second kind, `heading`, in one object: give it an object of its own",
            "body[3]: the object is empty: give it a kind",
            "body[4]: found the text `text`, expected an object with one block",
            "body[5]: found null, expected an object with one block",
            "body[6]: the object is empty: give it a kind",
        ]
    );
    assert_eq!(
        block_words(&article),
        [
            "Whole: kept / Half:  / alone: ",
            "One. Two.",
            "text",
            "After."
        ],
        "words were lost"
    );
}

#[test]
fn every_block_that_is_wrong_keeps_its_words() {
    for (block, problem, words) in [
        (
            json!({ "paragraph": { "strong": "alone" } }),
            "body[0].paragraph: found an object, expected a text",
            "alone",
        ),
        (
            json!({ "list": "one" }),
            "body[0].list: found the text `one`, expected a list",
            "one",
        ),
        (
            json!({ "numbered-list": ["first", 2, "third"] }),
            "body[0].numbered-list[1]: found a number",
            "first / third",
        ),
        (
            json!({ "quotation": { "paragraphs": [], "attribution": "Mary Shelley" } }),
            "body[0].quotation.paragraphs: a quotation needs words",
            "Mary Shelley",
        ),
        (
            json!({ "quotation": "Said." }),
            "body[0].quotation: found the text `Said.`, expected a quotation",
            "Said.",
        ),
        (
            json!({ "pull-quote": { "words": 1, "attribution": "Mary Shelley" } }),
            "body[0].pull-quote: the field `text` is missing",
            "Mary Shelley",
        ),
        (
            json!({ "figure": {
                "image": { "src": "a.jpg", "width": 4, "height": 3 },
                "caption": ["A ", { "strong": "caption" }],
            } }),
            "body[0].figure.image: a picture needs either an `alternative` text",
            "A  caption",
        ),
        (
            json!({ "table": {
                "caption": "Plans",
                "columns": [{ "title": "A" }, { "title": "B" }],
                "rows": [["1", "2"], ["3"]],
            } }),
            "body[0].table.rows[1]: the row has 1 cell, the table 2 columns",
            "Plans A B 1 2 3",
        ),
        (
            json!({ "aside": { "title": "Facts" } }),
            "body[0].aside: the field `body` is missing",
            "Facts",
        ),
    ] {
        let (found, problems) = read_block(&block);
        assert_eq!(found, [words], "{problems:?}");
        assert!(problems[0].starts_with(problem), "{problems:?}");
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}

#[test]
fn a_name_that_leads_nowhere_is_not_shown_as_words() {
    for (block, problem) in [
        (
            json!({ "chart": "nowhere" }),
            "body[0].chart: there is no chart with the id `nowhere`",
        ),
        (
            json!({ "related": "nowhere" }),
            "body[0].related: there is no row of related stories with the id `nowhere`",
        ),
    ] {
        let (article, problems) = problems(&with_block(&block));
        assert_eq!(problems, [problem]);
        assert_eq!(article.body, [Block::Missing]);
    }
    let (words, problems) =
        read_block(&json!({ "paragraph": ["A note", { "footnote": "nowhere" }, "."] }));
    assert_eq!(
        problems,
        ["body[0].paragraph[1].footnote: there is no footnote with the id `nowhere`"]
    );
    assert_eq!(words, ["A note."]);
}

#[test]
fn a_wrong_mark_in_a_table_does_not_cost_the_table() {
    let (article, problems) = problems(&with_block(&json!({ "table": {
        "caption": "Plans",
        "columns": [{ "title": ["A", { "blink": "!" }] }, { "title": "B" }],
        "rows": [["1", [{ "blink": "2" }]], ["3", { "strong": "4" }]],
    } })));
    assert_eq!(
        paths(&problems),
        [
            "body[0].table.columns[0].title[1].blink",
            "body[0].table.rows[0][1][0].blink",
            "body[0].table.rows[1][1]"
        ]
    );
    assert!(matches!(article.body[..], [Block::Table(_)]));
    assert_eq!(block_words(&article), ["1 | 2 / 3 | 4"]);
}

#[test]
fn a_table_that_lacks_a_cell_is_not_shown_as_one() {
    for (columns, rows, wrong) in [
        (
            json!([{ "title": "A" }, { "title": "B" }]),
            json!([["1", 2]]),
            "body[0].table.rows[0][1]",
        ),
        (
            json!([{ "title": "A" }, { "title": "B" }]),
            json!([["1", "2"], "3"]),
            "body[0].table.rows[1]",
        ),
        (
            json!([{ "title": "A" }, 5]),
            json!([["1", "2"]]),
            "body[0].table.columns[1]",
        ),
    ] {
        let (article, problems) = problems(&with_block(
            &json!({ "table": { "caption": "Plans", "columns": columns, "rows": rows } }),
        ));
        assert_eq!(paths(&problems), [wrong]);
        assert!(matches!(article.body[..], [Block::Paragraph(_)]));
    }
}

#[test]
fn what_opens_a_section_cannot_stand_in_an_aside() {
    for block in [
        json!({ "heading": "H" }),
        json!({ "subheading": "H" }),
        json!({ "aside": { "body": [] } }),
        json!({ "chart": "ai-spending" }),
        json!({ "related": "more" }),
        json!({ "divider": {} }),
    ] {
        let mut json = default_json();
        json["body"] = json!([{ "aside": { "body": [block, { "paragraph": "Kept." }] } }]);
        let (article, problems) = problems(&json);
        assert!(
            problems[0].starts_with("body[0].aside.body[0]."),
            "{problems:?}"
        );
        assert!(block_words(&article)[0].ends_with("Kept."));
        // The chart is kept.
        assert!(matches!(article.body[..], [_, Block::Chart(_)]));
    }
}

#[test]
fn a_field_of_a_newer_version_does_no_harm() {
    let mut json = full_json();
    json["mood"] = json!({ "deep": [1, 2.5, null, true] });
    json["body"][1]["tone"] = json!("calm");
    json["commitments"][0]["colour"] = json!("red");
    json["charts"][0]["shape"] = json!(["round"]);
    let (article, problems) = problems(&json);
    assert_eq!(problems, Vec::<String>::new());
    let (plain, _) = read(&full_json()).unwrap();
    assert_eq!(article, plain);
}

#[test]
fn a_wrong_part_of_the_head_is_named_and_left_out_alone() {
    let mut json = default_json();
    json["kicker"] = json!(5);
    json["standfirst"] = json!(5);
    json["published"] = json!(20_250_224);
    json["modified"] = json!("today");
    json["language"] = json!("English, mostly");
    json["related"] = json!({ "teasers": [] });
    json["takeaways"] = json!(true);
    json["sources"] = json!("A source");
    json["corrections"] =
        json!([{ "text": "No date." }, { "date": "2025-02-25", "text": "Kept." }]);
    let (article, problems) = problems(&json);
    assert_eq!(
        paths(&problems),
        [
            "language",
            "related",
            "kicker",
            "standfirst",
            "published",
            "modified",
            "takeaways",
            "corrections[0]",
            "sources",
        ]
    );
    assert_eq!(article.language, "");
    assert!(article.body.len() > 25 && article.byline.is_some());
    assert_eq!(article.corrections.len(), 1);
}

#[test]
fn commitments_that_cannot_be_read_cost_the_chart_and_not_the_text() {
    let mut json = default_json();
    json["commitments"] = json!({});
    let (article, problems) = problems(&json);
    assert_eq!(
        problems[..2],
        [
            "commitments: found an object, expected a list",
            "charts[0]: the chart is left out, because a commitment that it compares is wrong",
        ]
    );
    assert!(article.charts.is_empty() && article.body.contains(&Block::Missing));
    assert!(article.body.len() > 25);
}

#[test]
fn a_heading_without_words_is_left_out() {
    for kind in ["heading", "subheading"] {
        let mut json = small_json();
        json["body"] = json!([{ kind: [" ", { "strong": [] }] }, { "paragraph": "After." }]);
        let (article, problems) = problems(&json);
        assert_eq!(problems, [format!("body[0].{kind}: a heading needs words")]);
        assert_eq!(article.body.len(), 1);
        assert_eq!(block_words(&article), ["After."]);
    }
}

#[test]
fn what_can_be_pressed_inside_of_a_link_keeps_its_words() {
    let mut json = full_json();
    for (inner, words) in [
        (
            json!({ "link": { "href": "inner.html", "text": "inner" } }),
            "an inner one",
        ),
        (
            json!({ "term": { "text": "inner", "definition": "far out" } }),
            "an inner one",
        ),
        (json!({ "footnote": "plain" }), "an  one"),
    ] {
        let kind = inner.as_object().unwrap().keys().next().unwrap().clone();
        json["body"] = json!([{ "paragraph": [
            { "link": { "href": "outer.html", "text": ["an ", { "strong": [inner, " one"] }] } },
        ] }]);
        let (article, problems) = problems(&json);
        let path = format!("body[0].paragraph[0].link.text[1].strong[0].{kind}");
        let problem = format!("{path}: what can be pressed cannot stand inside of a link");
        assert_eq!(problems, [problem]);
        assert_eq!(block_words(&article), [words]);
        assert!(!format!("{:?}", article.body).contains("inner.html"));
    }
}

#[test]
fn an_address_that_could_run_code_loses_its_link_and_keeps_its_words() {
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": [
        "See ", { "link": { "href": " java\nscript:alert(1)", "text": ["the ", { "strong": "story" }] } }, ".",
    ] }]);
    json["related"] = json!([{ "id": "more", "title": "More", "teasers": [
        { "headline": "Bad", "href": "data:text/html,x" },
        { "headline": "Good", "href": "good.html" },
    ] }]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            "related[0].teasers[0].href: `data:text/html,x` is not an address that this widget opens: use http, https, mailto, tel or a relative one",
            "body[0].paragraph[1].link.href: `javascript:alert(1)` is not an address that this widget opens: use http, https, mailto, tel or a relative one",
        ]
    );
    assert_eq!(block_words(&article), ["See the story."]);
    let teasers = &article.related[0].teasers;
    assert_eq!(teasers[0].address, None);
    assert_eq!(teasers[1].address.as_ref().unwrap().as_str(), "good.html");
}

#[test]
fn what_is_wrong_with_a_teaser_costs_that_field_alone() {
    let right = json!({
        "kicker": "Ice",
        "headline": "Kept",
        "summary": "All else, too.",
        "href": "kept.html",
        "source": "The Gazette",
        "published": "2025-02-24T09:30:00+08:00",
        "image": { "src": "kept.jpg", "width": 800, "height": 450 },
        "tags": ["north", "Ice"],
    });
    let with = |teaser: &Json| {
        let mut json = small_json();
        json["related"] = json!([{ "id": "more", "title": "More", "teasers": [teaser] }]);
        let (article, problems) = problems(&json);
        let paths = paths(&problems).into_iter().map(str::to_owned);
        let paths: Vec<String> = paths.collect();
        (article.related[0].teasers[0].clone(), paths)
    };
    let (whole, none) = with(&right);
    assert_eq!(none, Vec::<String>::new());
    assert_eq!(whole.source.as_deref(), Some("The Gazette"));
    assert_eq!(whole.published.as_ref().unwrap().day, 24);
    assert_eq!(whole.tags, ["north", "Ice"]);
    for (field, wrong, at) in [
        ("source", json!(5), "source"),
        ("published", json!("yesterday"), "published"),
        ("image", json!("kept.jpg"), "image"),
        ("image", json!({ "src": "kept.jpg", "width": 800 }), "image"),
        (
            "image",
            json!({ "src": "javascript:x", "width": 8, "height": 4 }),
            "image.src",
        ),
        (
            "image",
            json!({ "src": "a.jpg", "width": 8, "height": 4, "decorative": false }),
            "image",
        ),
        ("tags", json!("north"), "tags"),
    ] {
        let mut json = right.clone();
        json[field] = wrong.clone();
        let (read, problems) = with(&json);
        let place = format!("related[0].teasers[0].{at}");
        assert_eq!(problems, [place], "{field}: {wrong}");
        json.as_object_mut().unwrap().remove(field);
        let (without, problems) = with(&json);
        assert_eq!(problems, Vec::<String>::new(), "without {field}");
        assert_ne!(without, whole, "{field}");
        assert_eq!(read, without, "{field}: {wrong}");
    }
    let mut json = right.clone();
    json["tags"] = json!(["north", 5, "Ice"]);
    let (read, problems) = with(&json);
    assert_eq!(problems, ["related[0].teasers[0].tags[1]"]);
    assert_eq!(read, whole);
}

#[test]
fn the_picture_of_a_teaser_is_decorative_unless_it_has_an_alternative() {
    for (says, alternative, decorative) in [
        (json!({}), None, true),
        (json!({ "decorative": null }), None, true),
        (json!({ "decorative": true }), None, true),
        (
            json!({ "alternative": "A harbour" }),
            Some("A harbour"),
            false,
        ),
        (
            json!({ "alternative": "A harbour", "decorative": false }),
            Some("A harbour"),
            false,
        ),
    ] {
        let mut image = json!({ "src": "a.jpg", "width": 800, "height": 450 });
        for (key, value) in says.as_object().unwrap() {
            image[key] = value.clone();
        }
        let mut json = small_json();
        json["related"] = json!([{ "id": "more", "title": "More", "teasers": [
            { "headline": "One", "href": "one.html", "image": image },
        ] }]);
        let (article, problems) = problems(&json);
        assert_eq!(problems, Vec::<String>::new(), "{says}");
        let image = article.related[0].teasers[0].image.as_ref().unwrap();
        assert_eq!(image.alternative.as_deref(), alternative, "{says}");
        assert_eq!(image.decorative, decorative, "{says}");
    }
}

#[test]
fn a_teaser_is_about_the_ids_and_names_among_its_tags() {
    let with = |tags: Json| {
        let mut json = small_json();
        json["related"] = json!([{ "id": "more", "title": "More", "teasers": [
            { "headline": "One", "href": "one.html", "tags": tags },
        ] }]);
        let (article, _) = problems(&json);
        article.related[0].teasers[0].clone()
    };
    let teaser = with(json!(["alibaba", "Deutsche Telekom", "Ørsted"]));
    for (id, name) in [
        ("alibaba", "Alibaba Group"),
        ("ALIBABA", "x"),
        ("baba", "Alibaba"),
        ("dt", "deutsche telekom"),
        ("orsted", "Ørsted"),
    ] {
        assert!(teaser.is_about(id, name), "{id}, {name}");
    }
    for (id, name) in [
        ("ali", "Ali"),
        ("alibaba-2", "Alibaba Two"),
        ("dt", "Deutsche"),
        ("", ""),
        // Only ASCII letters are compared without case.
        ("orsted", "ørsted"),
    ] {
        assert!(!teaser.is_about(id, name), "{id}, {name}");
    }
    assert!(!with(json!([])).is_about("alibaba", "Alibaba"));
    assert!(!with(Json::Null).is_about("", ""));
}

#[test]
fn a_picture_comes_from_the_web() {
    let figure = |src: &str| {
        json!({ "figure": {
            "image": { "src": src, "width": 4, "height": 3, "alternative": "A plant" },
            "caption": "Kept.",
        } })
    };
    for src in ["mailto:a@example.org", "a b.jpg", "a.jpg,", "tel:1"] {
        let (words, problems) = read_block(&figure(src));
        assert_eq!(words, ["Kept."]);
        assert_eq!(
            problems,
            [
                "body[0].figure.image.src: a picture has an http, https or relative address without spaces"
            ]
        );
    }
    let (words, problems) = read_block(&figure("javascript:alert(1)"));
    assert_eq!((words.len(), problems.len()), (1, 1));
    for src in ["a.jpg", "https://example.org/a,b.jpg", "//example.org/a"] {
        let (_, problems) = read_block(&figure(src));
        assert_eq!(problems, Vec::<String>::new());
    }
}

#[test]
fn an_unknown_mark_keeps_its_words() {
    let (words, problems) = read_block(
        &json!({ "paragraph": ["A ", { "underline": ["very ", { "strong": "old" }] }, " mark."] }),
    );
    assert_eq!(
        problems,
        [format!(
            "body[0].paragraph[1].underline: `underline` is not known here: use {MARKS}"
        )]
    );
    assert_eq!(words, ["A very old mark."]);
}

#[test]
fn marks_nest() {
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": [{ "strong": [{ "emphasis": "both" }] }] }]);
    let (article, problems) = problems(&json);
    assert!(problems.is_empty());
    let both = Inline::Emphasis(Inlines(vec![Inline::Text("both".into())]));
    let strong = Inline::Strong(Inlines(vec![both]));
    assert_eq!(article.body, [Block::Paragraph(Inlines(vec![strong]))]);
}

/// Changes one commitment of the default article and returns the problems.
fn with_commitment(change: impl FnOnce(&mut Json)) -> Vec<String> {
    let mut json = default_json();
    change(&mut json["commitments"][1]);
    let (article, problems) = problems(&json);
    let is_chart = |block: &Block| matches!(block, Block::Chart(_));
    assert!(
        !article.body.iter().any(is_chart),
        "a chart that lacks a company would state another finding"
    );
    assert!(article.body.len() > 25, "the text was lost");
    assert!(
        problems[1].contains("the chart is left out"),
        "{problems:?}"
    );
    problems
}

#[test]
fn a_wrong_amount_is_named_with_its_path() {
    let first = |change: fn(&mut Json)| with_commitment(change).remove(0);
    for (found, problem) in [
        (
            first(|c| c["amount"]["value"] = json!(-80)),
            "amount.value: -80 is negative: give zero or more",
        ),
        (
            first(|c| c["amount"]["value"] = json!(80.5)),
            "amount.value: a number with a fraction must stand in quotes, so that no digit is lost",
        ),
        (
            first(|c| c["amount"]["value"] = json!("eighty")),
            "amount.value: `eighty` is not a number: write it like 380 or \"38.58\"",
        ),
        (
            first(|c| c["amount"]["scale"] = json!("bilion")),
            "amount.scale: `bilion` is not known here: did you mean `billion`?",
        ),
        (
            first(|c| c["amount"]["hedge"] = json!("roughly")),
            "amount.hedge: `roughly` is not known here: use over, at-least, about, nearly or up-to",
        ),
        (
            first(|c| c["amount"]["currency"] = json!("dollar")),
            "amount.currency: `dollar` is not a currency: write its ISO 4217 code, three capital letters such as USD",
        ),
        (
            first(|c| c["period"] = json!({ "start": "2024-07", "months": 0 })),
            "period.months: found 0, expected a whole number from 1 to 1200",
        ),
        (
            first(|c| c["period"] = json!({ "start": "2024-13", "months": 1 })),
            "period.start: `2024-13` is not a month or a day: write it like 2025-02 or 2025-02-24",
        ),
        (
            first(|c| c["status"] = json!("rumoured")),
            "status: `rumoured` is not known here: use announced, planned, earmarked or reported",
        ),
        (
            first(|c| c["id"] = json!("alibaba")),
            "id: the id `alibaba` is taken: give each its own",
        ),
        (
            first(|c| c["id"] = json!("a b")),
            "id: `a b` is not an id: use letters from a to z, digits, - and _",
        ),
    ] {
        assert_eq!(found, format!("commitments[1].{problem}"));
    }
    let missing = first(|c| {
        c.as_object_mut().unwrap().remove("status");
    });
    assert_eq!(missing, "commitments[1]: the field `status` is missing");
}

#[test]
fn a_chart_whose_own_commitments_are_right_is_shown_whatever_the_others_are() {
    let mut json = full_json();
    json["commitments"][2]["amount"]["value"] = json!(-1);
    let (article, problems) = problems(&json);
    assert_eq!(
        paths(&problems)[..2],
        ["commitments[2].amount.value", "charts[0].commitments[2]"]
    );
    assert_eq!(article.charts.len(), 1);
    assert_eq!(&*chart_of(&article).id, "two");
    assert!(article.body.contains(&Block::Missing));
}

#[test]
fn a_wrong_chart_or_rate_is_named_with_its_path() {
    let mut json = small_json();
    json["charts"] = json!([{ "id": "c", "title": "T", "currency": "USD", "source": "S" }]);
    assert_eq!(
        problems(&json).1,
        ["charts[0]: a chart needs something to compare: add it to `commitments`"]
    );
    let mut json = default_json();
    json["exchangeRates"][0]["rate"] = json!(0);
    assert!(problems(&json).1[0].starts_with("exchangeRates[0].rate: a rate of zero"));
    let mut json = default_json();
    json["charts"][0]["highlight"] = json!("ali");
    let (article, found) = problems(&json);
    assert_eq!(
        found,
        ["charts[0].highlight: there is no commitment of this chart with the id `ali`"]
    );
    assert_eq!(chart_of(&article).highlight, None);
    let mut json = default_json();
    json["exchangeRates"] = json!([]);
    assert_eq!(
        problems(&json).1[0],
        "charts[0].currency: `bytedance` has no figure in USD: state an equivalent, or add an exchange rate"
    );
    let mut json = default_json();
    let twin = json["charts"][0].clone();
    json["charts"].as_array_mut().unwrap().push(twin);
    let (article, found) = problems(&json);
    assert_eq!(
        found,
        ["charts[1].id: the id `ai-spending` is taken: give each its own"]
    );
    assert_eq!(article.charts.len(), 1);
}

#[test]
fn a_wrong_date_is_named_and_the_article_shown_without_it() {
    let mut json = small_json();
    json["published"] = json!("yesterday");
    let (article, problems) = problems(&json);
    assert!(problems[0].starts_with("published: `yesterday` is not a date"));
    assert_eq!(article.published, None);
}
