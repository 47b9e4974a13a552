//! The markup of the views, rendered by Yew's server renderer.

mod annotations;
mod carousel;
mod chart;

use super::{check, default_article, default_json, full_json, shown, small_json};
use article_widget::model::Article;
use article_widget::view::{ArticleWidget, ArticleWidgetProps};
use serde_json::{Value as Json, json};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// The article as static HTML.
fn render(article: Article) -> String {
    let props = ArticleWidgetProps {
        article: Rc::new(article),
        on_chart: None,
        on_slide: None,
        has_links: false,
    };
    let renderer = LocalServerRenderer::<ArticleWidget>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// The text that a reader sees: the markup without its tags.
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
fn the_carousel_follows_the_pattern_for_carousels() {
    let html = render(default_article());
    assert!(html.contains(r#"aria-roledescription="carousel""#));
    assert_eq!(html.matches(r#"aria-roledescription="slide""#).count(), 6);
    assert!(html.contains(r#"aria-label="1 of 6: Hermes price increase"#));
    assert!(html.contains(r#"aria-label="Next stories""#));
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

/// The values of an attribute, in the order of the markup.
fn values(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let after = html.split(&start).skip(1);
    after
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    let mut json = full_json();
    // The id of a part may be one that the widget uses for something else.
    json["charts"][0]["id"] = json!("title");
    json["body"][8] = json!({ "chart": "title" });
    json["body"][4]["paragraph"][4]["datum"]["shareOf"] = json!("title");
    json["related"][0]["id"] = json!("headline");
    json["body"][12] = json!({ "related": "headline" });
    json["related"][1]["id"] = json!("1");
    json["footnotes"][0]["id"] = json!("reference");
    json["body"][1]["paragraph"][13]["footnote"] = json!("reference");
    json["footnotes"][1]["id"] = json!("reference-reference");
    for path in ["/takeaways/0/2/footnote", "/body/4/paragraph/8/footnote"] {
        *json.pointer_mut(path).unwrap() = json!("reference-reference");
    }
    let html = render(check(&json).unwrap_or_else(|problems| panic!("{problems:#?}")));
    let ids = values(&html, "id");
    for (index, id) in ids.iter().enumerate() {
        assert!(!ids[..index].contains(id), "the id {id:?} stands twice");
    }
    let names = values(&html, "aria-labelledby");
    let names = names.iter().flat_map(|names| names.split(' '));
    let mut references: Vec<String> = names.map(Into::into).collect();
    references.extend(values(&html, "popovertarget"));
    let links = values(&html, "href");
    let links = links.iter().filter_map(|link| link.strip_prefix('#'));
    references.extend(links.map(Into::into));
    // Article, takeaways, two charts with two names for each of three parts, three carousels with two for
    // their dots; a term; eight figures; three references, two ways back.
    let labels = 7 + 2 * 3 * 2 + 3 * 2;
    assert_eq!(references.len(), labels + 1 + 8 + 3 + 2, "{references:?}");
    for reference in references {
        assert!(
            ids.contains(&reference),
            "there is no element with the id {reference:?}"
        );
    }
    // Radio buttons with the same name are one group.
    let names = values(&html, "name");
    let group = |name: &str| names.iter().filter(|other| *other == name).count();
    assert_eq!(group("chart-title.basis"), 3);
    assert_eq!(group("chart-two.basis"), 3);
}

#[test]
fn a_small_document_has_no_empty_parts_and_the_direction_of_its_language() {
    let mut json = small_json();
    let html = render(shown(&json));
    for part in ["credits", "carousel", "takeaways", "article-notes"] {
        assert!(!html.contains(part), "{part}");
    }
    assert!(html.contains(r#"lang="en" dir="ltr""#), "{html}");
    json["language"] = json!("ar-EG");
    assert!(render(shown(&json)).contains(r#"lang="ar-EG" dir="rtl""#));
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let mut json = default_json();
    let attack = r#"<img src=x onerror="alert(1)">"#;
    json["headline"] = json!(attack);
    json["commitments"][0]["name"] = json!(attack);
    json["related"][0]["teasers"][0]["headline"] = json!(attack);
    let html = render(shown(&json));
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img src=x"));
}

#[test]
fn a_part_that_cannot_be_shown_leaves_a_note_and_the_rest() {
    let mut json = small_json();
    json["body"] = json!([{ "video": 1 }, { "paragraph": "After." }]);
    let text = text_of(&render(shown(&json)));
    assert!(text.contains("A part of this article cannot be shown here."));
    assert!(text.contains("After."));
}

/// The markup of a body with one block.
fn block(block: &Json) -> String {
    let mut json = full_json();
    json["body"] = json!([block]);
    let html = render(shown(&json));
    let (_, rest) = html.split_once(r#"<div class="body">"#).unwrap();
    rest.split_once("</div><footer").unwrap().0.to_owned()
}

/// The markup of a text.
fn inline(text: &Json) -> String {
    let mut json = full_json();
    json["body"] = json!([{ "paragraph": text }, { "divider": {} }]);
    json.as_object_mut().unwrap().remove("dateline");
    let html = render(shown(&json));
    let (_, rest) = html.split_once(r#"<div class="body"><p>"#).unwrap();
    rest.split_once("</p><hr").unwrap().0.to_owned()
}

#[test]
fn every_mark_has_its_element() {
    for (mark, markup) in [
        (json!({ "strong": "x" }), "<strong>x</strong>"),
        (json!({ "emphasis": "x" }), "<em>x</em>"),
        (json!({ "code": "<x>" }), "<code>&lt;x&gt;</code>"),
        (json!({ "superscript": "x" }), "<sup>x</sup>"),
        (json!({ "subscript": "x" }), "<sub>x</sub>"),
        (
            json!({ "link": { "href": "?a=1&b", "text": [{ "strong": "x" }] } }),
            r#"<a href="?a=1&amp;b"><strong>x</strong></a>"#,
        ),
        (
            json!({ "datum": { "of": "east" } }),
            r##"<a href="#datum-east.all" class="datum">$20 billion</a>"##,
        ),
        (
            json!({ "datum": { "of": "east", "text": "twenty <billion>" } }),
            r##"<a href="#datum-east.all" class="datum">twenty &lt;billion&gt;</a>"##,
        ),
        (json!({ "footnote": "nowhere" }), ""),
    ] {
        let mut expected = format!("a {markup} b");
        if markup.contains("#datum-") {
            expected = format!("<span>{expected}</span>");
        }
        assert_eq!(inline(&json!(["a ", mark, " b"])), expected);
    }
}

#[test]
fn a_term_opens_its_definition_without_a_script() {
    let html = inline(&json!([
        { "term": { "text": "AGI", "definition": "a <goal>" } },
        { "emphasis": [{ "term": { "text": "AGI", "definition": "again" } }] },
    ]));
    let targets = values(&html, "popovertarget");
    assert_eq!(targets.len(), 2);
    assert_ne!(targets[0], targets[1]);
    assert_eq!(values(&html, "id"), targets);
    assert!(html.contains("<dfn>AGI</dfn></button>"), "{html}");
    assert!(
        html.contains(r#"popover="auto" class="definition">a &lt;goal&gt;</span>"#),
        "{html}"
    );
    assert_eq!(html.matches(r#"type="button""#).count(), 2);
}

#[test]
fn footnotes_are_numbered_and_lead_back() {
    let mut json = small_json();
    json["footnotes"] = json!([
        { "id": "a", "text": "Note A." },
        { "id": "b", "text": ["Note ", { "emphasis": "B" }, "."] },
    ]);
    json["body"] = json!([{ "paragraph": [
        "One", { "footnote": "b" }, ", two", { "footnote": "a" }, ", one", { "footnote": "b" },
    ] }]);
    let html = render(shown(&json));
    let text = text_of(&html);
    assert!(text.contains("One1, two2, one1"), "{text}");
    assert!(text.contains("Note B.↩Note A.↩"), "{text}");
    assert_eq!(
        values(&html, "href"),
        [
            "#footnote-b",
            "#footnote-a",
            "#footnote-b",
            "#reference-b",
            "#reference-a"
        ]
    );
    let ids = values(&html, "id");
    assert_eq!(
        ids[1..],
        ["reference-b", "reference-a", "footnote-b", "footnote-a"]
    );
    assert_eq!(html.matches(r#"role="doc-noteref""#).count(), 3);
    assert_eq!(html.matches(r#"aria-label="Footnote 1""#).count(), 2);
    assert_eq!(html.matches(r#"role="doc-backlink""#).count(), 2);
}

#[test]
fn every_block_has_its_elements() {
    for (content, markup) in [
        (
            json!({ "list": ["One", [{ "strong": "Two" }]] }),
            r#"<ul class="list"><li>One</li><li><strong>Two</strong></li></ul>"#,
        ),
        (
            json!({ "numbered-list": ["One"] }),
            r#"<ol class="list"><li>One</li></ol>"#,
        ),
        (
            json!({ "terms": [{ "term": "A", "text": [{ "emphasis": "b" }] }] }),
            r#"<dl class="terms"><div class="term"><dt>A</dt><dd><em>b</em></dd></div></dl>"#,
        ),
        (
            json!({ "quotation": { "paragraphs": ["One", "Two"], "attribution": "Me" } }),
            r#"<figure class="quotation"><blockquote><p>One</p><p>Two</p></blockquote><figcaption class="attribution">Me</figcaption></figure>"#,
        ),
        (
            json!({ "pull-quote": { "text": "One" } }),
            r#"<figure class="pull-quote"><p>One</p></figure>"#,
        ),
        (
            json!({ "aside": { "title": "Facts", "body": [{ "paragraph": "One" }, { "list": ["Two"] }] } }),
            r#"<aside aria-label="Facts" class="aside"><p class="aside-title">Facts</p><p>One</p><ul class="list"><li>Two</li></ul></aside>"#,
        ),
        (
            json!({ "aside": { "body": [{ "paragraph": "One" }] } }),
            r#"<aside role="note" class="aside"><p>One</p></aside>"#,
        ),
        (json!({ "divider": {} }), r#"<hr class="divider">"#),
        (
            json!({ "chart": "nowhere" }),
            r#"<p class="missing">A part of this article cannot be shown here.</p>"#,
        ),
    ] {
        let html = block(&content);
        let html = html.replace("/>", ">");
        // Charts that no block places come after it.
        assert!(html.starts_with(markup), "{html}");
    }
}

#[test]
fn headings_skip_no_level() {
    let mut json = full_json();
    json["body"] = json!([
        { "subheading": "First" },
        { "chart": "all" },
        { "heading": "Second" },
        { "subheading": "Third" },
        { "chart": "two" },
    ]);
    let html = render(shown(&json));
    let levels: Vec<&str> = html
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.get(..1).filter(|level| "123456".contains(level)))
        .collect();
    // Headline, takeaways, the body, the notes, and three carousels with their stories.
    assert_eq!(
        levels.concat(),
        "1".to_owned() + "2" + "22" + "233" + "2222" + "23" + "233" + "23"
    );
}

#[test]
fn the_dateline_opens_the_first_paragraph() {
    let mut json = full_json();
    json["body"] = json!([{ "list": ["x"] }, { "paragraph": "One." }, { "paragraph": "Two." }]);
    let html = render(shown(&json));
    let opening = r#"<p><span class="dateline">Lagos</span> — One.</p><p>Two.</p>"#;
    assert!(html.contains(opening), "{html}");
}

#[test]
fn the_dateline_does_not_repeat_the_day_of_publication() {
    let opening = |language: &str, dateline: &str, published: &str| {
        let mut json = small_json();
        json["language"] = json!(language);
        json["dateline"] = json!(dateline);
        json["published"] = json!(published);
        json["body"] = json!([{ "paragraph": "One." }]);
        let html = render(shown(&json));
        let (_, rest) = html.split_once(r#"<div class="body"><p>"#).unwrap();
        text_of(rest.split_once("</p>").unwrap().0)
    };
    let day = "2025-02-24";
    for (language, dateline, shown) in [
        ("en", "Lagos, 24 February 2025", "Lagos — One."),
        ("en", "Lagos 24 February 2025", "Lagos — One."),
        ("en", "24 February 2025", "One."),
        ("de", "Lagos, 24. Februar 2025", "Lagos — One."),
        ("es", "Lagos, 24 de febrero de 2025", "Lagos — One."),
        ("ar", "Lagos, 24 فبراير 2025", "Lagos — One."),
        ("tlh", "Lagos, 2025-02-24", "Lagos — One."),
        (
            "en",
            "Lagos, 23 February 2025",
            "Lagos, 23 February 2025 — One.",
        ),
        ("en", "Lagos", "Lagos — One."),
        ("en", "2025", "2025 — One."),
    ] {
        assert_eq!(opening(language, dateline, day), shown);
    }
    let with_time = opening("en", "Lagos, 24 February 2025", "2025-02-24T23:30:00+01:00");
    assert_eq!(with_time, "Lagos — One.");
    let unknown = opening("en", "Lagos, 24 February 2025", "someday");
    assert_eq!(unknown, "Lagos, 24 February 2025 — One.");
}

#[test]
fn pictures_of_authors_stand_beside_the_byline() {
    let mut json = small_json();
    let picture = |src: &str| json!({ "src": src, "width": 96, "height": 120 });
    json["byline"] = json!("Ann and Bo");
    json["authors"] = json!([
        { "name": "Ann", "picture": picture("ann.jpg") },
        { "name": "Bo" },
        { "name": "Cy", "picture": picture("javascript:alert(1)") },
        { "name": "Di", "picture": picture("di.jpg") },
    ]);
    let html = render(shown(&json));
    let (_, rest) = html.split_once(r#"<p class="credits">"#).unwrap();
    let (pictures, _) = rest
        .split_once(r#"<span class="byline">By Ann and Bo<"#)
        .unwrap();
    assert_eq!(pictures.matches("<img").count(), 2, "{pictures}");
    for src in ["ann.jpg", "di.jpg"] {
        let start = format!(r#"<img src="{src}" width="96" height="120" alt="""#);
        assert!(pictures.contains(&start), "{pictures}");
    }
}

/// An article with so many sections, each with a paragraph of so many of these words.
fn long(language: &str, sections: usize, words: usize, word: &str) -> Article {
    let mut json = small_json();
    json["language"] = json!(language);
    let body: Vec<Json> = (1..=sections)
        .flat_map(|number| {
            let heading = json!({ "heading": ["Section ", { "strong": number.to_string() }] });
            [heading, json!({ "paragraph": word.repeat(words) })]
        })
        .collect();
    json["body"] = json!(body);
    shown(&json)
}

#[test]
fn a_long_article_lists_its_sections() {
    let html = render(long("en", 4, 270, "word "));
    let summary = "<summary>Reading time: 5 minutes · 4 sections</summary>";
    assert!(html.contains(summary), "{html}");
    let list = r##"<ol><li><a href="#section-1">Section 1</a></li>"##;
    assert!(html.contains(list), "{html}");
    for number in 1..=4 {
        let id = format!("section-{number}");
        let heading = format!(
            r#"<h2 id="{id}" tabindex="-1"><slot name="{id}"></slot>Section <strong>{number}</strong></h2>"#
        );
        assert!(html.contains(&heading), "{html}");
        assert_eq!(html.matches(&format!(r##"href="#{id}""##)).count(), 1);
    }
}

#[test]
fn an_article_that_is_short_or_has_few_sections_has_no_such_list() {
    for (sections, words) in [(3, 1_000), (4, 240), (0, 9_000)] {
        let html = render(long("en", sections, words, "word "));
        assert!(!html.contains("<details"), "{sections} × {words}");
        assert!(!html.contains("section-"), "{sections} × {words}");
    }
}

#[test]
fn the_time_to_read_goes_by_words_or_by_characters() {
    for (language, word, words, minutes) in [
        ("en", "word ", 575, 10),
        ("de", "Wörter\u{a0}und\n", 288, 10),
        ("ar", "كلمة، ", 575, 10),
        ("ko", "낱말 ", 575, 10),
        ("zh", "文字，", 625, 10),
        ("ja", "かカ。", 625, 10),
        ("zh-Hant", "AI 文字 ", 300, 10),
    ] {
        let article = long(language, 4, words, word);
        assert_eq!(article.minutes(), Some(minutes), "{language}");
    }
}

#[test]
fn a_picture_reserves_its_place_and_offers_its_files() {
    let html = block(&full_json()["body"][13]);
    let (picture, rest) = html.split_once("</figure>").unwrap();
    assert!(picture.starts_with(r#"<figure class="picture"><picture>"#));
    assert_eq!(
        values(picture, "srcset"),
        [
            "plant-600.avif 600w, plant-1200.avif 1200w",
            "plant-600.webp 600w",
            "plant-600.jpg 600w, plant.jpg 1200w",
        ]
    );
    assert_eq!(values(picture, "type"), ["image/avif", "image/webp"]);
    assert_eq!(values(picture, "sizes"), ["50vw"; 3]);
    assert_eq!(values(picture, "src"), ["plant.jpg"]);
    assert_eq!(values(picture, "width"), ["1200"]);
    assert_eq!(values(picture, "height"), ["800"]);
    assert_eq!(values(picture, "alt"), ["A plant at &quot;night&quot;"]);
    assert_eq!(values(picture, "loading"), ["lazy"]);
    assert!(picture.ends_with(
        r#"<figcaption class="caption"><span>The plant, <em>lit</em></span> <span class="credit">Photograph: A. Byron</span></figcaption>"#
    ));
    assert!(!rest.contains("<picture"));
}

#[test]
fn a_decorative_picture_is_silent_and_a_single_file_has_no_choice() {
    let html = block(&full_json()["body"][14]);
    let picture = html.split_once("</figure>").unwrap().0;
    assert_eq!(values(picture, "alt"), [""]);
    assert!(!picture.contains("srcset") && !picture.contains("<figcaption"));
}

#[test]
fn a_table_names_its_columns_and_rows() {
    let html = block(&full_json()["body"][15]);
    let table = html.split_once("</table>").unwrap().0;
    assert_eq!(values(table, "aria-label"), ["Plans by year"]);
    assert_eq!(values(table, "tabindex"), ["0"]);
    assert!(table.contains("<caption>Plans by <strong>year</strong></caption>"));
    assert_eq!(values(table, "scope"), ["col", "col", "col", "row", "row"]);
    assert!(
        table.contains(concat!(
            r#"<tr><th scope="row">East</th><td data-align="center"></td>"#,
            r#"<td data-align="end">2<sup>nd</sup></td></tr>"#
        )),
        "{table}"
    );
    let plain = block(&full_json()["body"][16]);
    let plain = plain.split_once("</table>").unwrap().0;
    assert_eq!(values(plain, "scope"), ["col"]);
    assert!(plain.contains("<td>1</td>"));
}

#[test]
fn a_table_without_a_caption_has_the_name_of_its_columns() {
    let html = block(
        &json!({ "table": { "columns": [{ "title": "Plan" }, { "title": "Year" }], "rows": [["A", "1"]] } }),
    );
    let table = html.split_once("</table>").unwrap().0;
    assert_eq!(values(table, "aria-label"), ["Plan and Year"]);
    assert_eq!(values(table, "role"), ["region"]);
    assert!(!table.contains("<caption"), "{table}");
    let html = block(&json!({ "table": { "columns": [{ "title": "" }], "rows": [["A"]] } }));
    let table = html.split_once("</table>").unwrap().0;
    assert_eq!(values(table, "tabindex"), ["0"]);
    assert!(
        !table.contains("role=") && !table.contains("aria-label"),
        "{table}"
    );
}

#[test]
fn takeaways_come_before_the_text_and_notes_after_it() {
    let html = render(shown(&full_json()));
    let text = text_of(&html);
    let mut rest = text.as_str();
    for part in [
        "A headline with stress",
        "One plan is at least 300 billion yuan.",
        "By Ada Byron",
        "Published 24 February 2025",
        "Updated 25 February 2025, 09:30 UTC+08:00",
        "Key takeaways",
        "North spends about $41.5 billion1",
        "A subheading before any heading",
        "CO2",
        "All of them",
        "Earlier",
        "Key facts",
        "Two of them",
        "The end.",
        "Corrections",
        "25 February 2025: An earlier version said 40.",
        "Notes",
        "As stated: at least 300 billion yuan.",
        "A plain note.",
        "Sources",
        "A data set",
        "How the figures were found",
        "Nothing was estimated.",
        "More stories",
        "Last stories",
    ] {
        rest = rest
            .split_once(part)
            .unwrap_or_else(|| {
                panic!(
                    "{part:?} is missing after {:?}",
                    &text[..text.len() - rest.len()]
                )
            })
            .1;
    }
}

#[test]
fn rows_of_stories_stand_where_they_are_placed_or_follow() {
    let html = render(shown(&full_json()));
    assert_eq!(
        html.matches(r#"aria-roledescription="carousel""#).count(),
        3
    );
    let (inside, after) = html.split_once("<footer").unwrap();
    assert!(inside.contains(r#"id="related-inside-title""#));
    assert!(after.contains(r#"id="related-after-title""#));
    assert!(after.contains(r#"id="related-last-title""#));
}

/// The markup of a paragraph of these pieces. A piece in brackets is a figure, one between asterisks is strong,
/// and `^` is a reference to a footnote. In the result, brackets surround figures that link to a chart, and
/// braces surround sentences that can be marked.
fn marked(pieces: &[&str]) -> String {
    let piece = |piece: &&str| {
        let inner = piece.get(1..piece.len().saturating_sub(1));
        match (piece.chars().next(), inner) {
            (Some('['), Some(words)) => json!({ "datum": { "of": "east", "text": words } }),
            (Some('*'), Some(words)) => json!({ "strong": words }),
            (Some('^'), _) => json!({ "footnote": "plain" }),
            _ => json!(piece),
        }
    };
    let pieces: Vec<Json> = pieces.iter().map(piece).collect();
    let mut html = inline(&json!(pieces));
    let note = html.find("<sup").zip(html.find("</sup>"));
    if let Some((start, end)) = note {
        html.replace_range(start..end + "</sup>".len(), "^");
    }
    for (tag, sign) in [
        (r##"<a href="#datum-east.all" class="datum">"##, "["),
        ("</a>", "]"),
        ("<span>", "{"),
        ("</span>", "}"),
        ("<strong>", "*"),
        ("</strong>", "*"),
    ] {
        html = html.replace(tag, sign);
    }
    html
}

#[test]
fn sentences_that_state_a_figure_can_be_marked() {
    for (pieces, html) in [
        (&["No figure. None."] as &[&str], "No figure. None."),
        (&["All of it ", "[5]"], "{All of it [5]}"),
        (
            &["One. Two ", "[5]", " three. Four."],
            "One. {Two [5] three.} Four.",
        ),
        (&["[5]", ". ", "[6]", "! ", "*So*"], "{[5].} {[6]!} *So*"),
        (&["One.  Two ", "[5]", ".\n"], "One.  {Two [5].\n}"),
        (
            &["Is 53.5. Or ", "[5.5]", " now."],
            "Is 53.5. {Or [5.5] now.}",
        ),
        (
            &["A Holding Ltd. will ", "[5]", "."],
            "{A Holding Ltd. will [5].}",
        ),
        (
            &["In the U.S. Senate J. Ma said ", "[5]"],
            "{In the U.S. Senate J. Ma said [5]}",
        ),
        (&["(So.) “", "[5]", ".” Then he"], "(So.) {“[5].”} Then he"),
        (
            &["“How much?” he asked: ", "[5]"],
            "{“How much?” he asked: [5]}",
        ),
        (&["As of A. ", "[5]", ". “Two”"], "{As of A. [5].} “Two”"),
        // A footnote belongs to the sentence before it.
        (&["[5]", ".", "^", " Two."], "{[5].^} Two."),
        (&["[5]", "。", "^", "二。"], "{[5]。^}二。"),
        (
            &["前年。约", "[5]", "亿。“明年”。"],
            "前年。{约[5]亿。}“明年”。",
        ),
        (&["前年。", "[5]", "。", "[6]"], "前年。{[5]。}{[6]}"),
        // A full stop inside of a mark belongs to the mark.
        (&["*One.*", " Two ", "[5]", "."], "{*One.* Two [5].}"),
        (&["One", ". ", "*two*", " ", "[5]"], "{One. *two* [5]}"),
        (&["One", ".", " ", "Two ", "[5]"], "One. {Two [5]}"),
        (&["Bis 5. ö ", "[5]", ". ё. Э"], "{Bis 5. ö [5]. ё.} Э"),
    ] {
        assert_eq!(marked(pieces), html, "{pieces:?}");
    }
}

#[test]
fn figures_lead_to_their_rows_where_links_may_stand() {
    let mut json = full_json();
    let figure = |of: &str| json!({ "datum": { "of": of } });
    json["headline"] = json!(["Up to ", figure("south")]);
    json["takeaways"] = json!([]);
    json["corrections"] = json!([]);
    json["charts"][1]["title"] = json!(["A title with ", figure("east")]);
    json["charts"][1]["note"] = json!(["A note with ", figure("east")]);
    json["footnotes"][0]["text"] = json!(["A footnote with ", figure("west")]);
    json["body"] = json!([
        { "heading": ["On ", figure("east")] },
        { "paragraph": [{ "link": { "href": "/a", "text": [{ "strong": [figure("east")] }] } }] },
        { "list": [[{ "emphasis": [figure("east")] }]] },
        { "chart": "all" },
        { "chart": "two" },
    ]);
    let html = render(shown(&json));
    let links: Vec<_> = values(&html, "href")
        .into_iter()
        .filter(|link| link.starts_with("#datum-"))
        .collect();
    // The table of the first chart has rows for North, East and West.
    // The headline has no link.
    assert!(!links.contains(&"#datum-south.two".to_owned()));
    assert_eq!(links[..2], ["#datum-north.all", "#datum-east.all"]);
    assert!(
        links[2..].contains(&"#datum-west.all".to_owned()),
        "{links:?}"
    );
    assert_eq!(html.matches("<span>$20 billion</span>").count(), 3);
    assert!(html.contains(r#"<a href="/a"><strong><span>$20 billion</span></strong></a>"#));
    // Each row of every table has a slot, which a page can fill.
    let places = values(&html, "name");
    let rows: Vec<_> = places
        .iter()
        .filter(|name| name.starts_with("datum-"))
        .collect();
    assert_eq!(rows.len(), 5);
    for row in rows {
        let header = format!(r#"<th scope="row" id="{row}"><slot name="{row}"></slot>"#);
        assert!(html.contains(&header), "{row}");
    }
}

#[test]
fn a_chart_stands_beside_its_section_only_where_text_of_some_length_does() {
    let beside = |body: Json, placement: Option<&str>| {
        let mut json = default_json();
        json["body"] = body;
        json["charts"][0]["placement"] = placement.map_or(Json::Null, Json::from);
        render(shown(&json)).contains(r#"<div class="beside">"#)
    };
    let paragraph = |words: usize| json!({ "paragraph": "word ".repeat(words) });
    let heading = json!({ "heading": "A section" });
    let chart = json!({ "chart": "ai-spending" });
    let long = json!([heading, paragraph(120), chart, paragraph(120)]);
    assert!(beside(long.clone(), Some("beside")));
    assert!(!beside(long, None));
    // Not the whole article counts, but its section.
    let short = json!([paragraph(240), heading, chart, paragraph(20)]);
    assert!(!beside(short, Some("beside")));
}

#[test]
fn words_of_another_language_than_the_article_are_marked() {
    // The words are in English, as long as there is no file for the language.
    let parts = [
        r#"class="byline""#,
        r#"class="published""#,
        r#"class="notes-title""#,
        r#"class="chart-subtitle""#,
        r#"class="row-detail""#,
        r#"class="visually-hidden""#,
        r#"class="missing""#,
        r#"class="chart-controls""#,
        r#"class="carousel-controls""#,
        r#"class="chart-take-away""#,
        "summary",
        "caption",
    ];
    for (language, is_marked) in [
        ("ug", true),
        ("tlh", true),
        ("en-NZ", false),
        ("ar", false),
        ("no", false),
    ] {
        let mut json = full_json();
        json["language"] = json!(language);
        json["body"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "video": 1 }));
        let html = render(shown(&json));
        let english = html.matches(r#"lang="en""#).count();
        assert_eq!(english > 0, is_marked, "{language}");
        for part in parts {
            let mut tags = html
                .split('<')
                .filter_map(|tag| Some(tag.split_once('>')?.0));
            let tag = tags.find(|tag| {
                tag.split(' ').next() == Some(part) || tag.contains(&[" ", part].concat())
            });
            let tag = tag.unwrap_or_else(|| panic!("{part} is missing"));
            assert_eq!(
                tag.contains(r#"lang="en""#),
                is_marked,
                "{part} in {language}: {tag}"
            );
        }
    }
}
