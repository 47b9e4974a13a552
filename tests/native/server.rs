//! The library for JavaScript on a server (`src/server.rs`), as JavaScript calls it. `tests/npm` calls it from JavaScript.

use article_widget::authoring::{STARTER_JSON, STARTER_MARKDOWN};
use article_widget::server::{
    check, export_commitments, export_markdown, import_markdown, prerender, schema,
};
use serde_json::{Value as Json, json};

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// The refusal of a call.
fn refused(answer: Result<String, String>) -> Json {
    parsed(&answer.unwrap_err())
}

#[test]
fn problems_have_their_places() {
    assert_eq!(check(STARTER_JSON, "{}").unwrap(), "[]");
    let problems =
        parsed(&check(r#"{ "version": 1, "language": "en", "headline": 5 }"#, "{}").unwrap());
    let place = |index: usize| {
        let problem = &problems[index];
        let text = |name: &str| problem[name].as_str().unwrap().to_owned();
        (
            text("path"),
            text("kind"),
            problem["column"].as_u64().unwrap(),
        )
    };
    assert_eq!(place(0), (String::new(), "missing".into(), 1));
    assert_eq!(place(1), ("headline".into(), "type".into(), 47));
    // A soft hyphen is a remark.
    let remarks = STARTER_JSON.replacen("headline\": \"", "headline\": \"\u{ad}", 1);
    assert_eq!(
        parsed(&check(&remarks, "{}").unwrap())[0]["severity"],
        "remark"
    );
}

/// A document with a table that lacks a caption.
const TABLE: &str = r#"{ "version": 1, "language": "en", "headline": "A", "body": [{ "table": { "columns": [{ "title": "B" }], "rows": [["c"]] } }] }"#;

#[test]
fn warnings_are_errors_where_it_is_strict() {
    for (options, severity) in [
        ("{}", "warning"),
        (r#"{ "strict": false }"#, "warning"),
        (r#"{ "strict": true }"#, "error"),
    ] {
        let problems = parsed(&check(TABLE, options).unwrap());
        assert_eq!(problems[0]["severity"], severity, "{options}");
        assert_eq!(problems[0]["path"], "body[0].table");
    }
    assert!(prerender(TABLE, "{}").is_ok());
    let refusal = refused(prerender(TABLE, r#"{ "strict": true }"#));
    let message = refusal["message"].as_str().unwrap();
    assert!(message.starts_with("the table has no caption"), "{message}");
    assert_eq!(refusal["problems"][0]["severity"], "error");
    assert!(prerender(STARTER_JSON, r#"{ "strict": true }"#).is_ok());
}

#[test]
fn an_import_gives_warnings_and_remarks_together() {
    let text = "---\nlayout: post\nlanguage: en\nheadline: A\n---\n\n| B |\n|---|\n| c |\n";
    let imported = parsed(&import_markdown(text, "{}").unwrap());
    let remarks = imported["remarks"].as_array().unwrap();
    let found: Vec<_> = remarks
        .iter()
        .map(|remark| {
            (
                remark["line"].as_u64().unwrap(),
                remark["severity"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(found, [(2, "remark"), (7, "warning")]);
    // A refusal has the words of its first error.
    let refusal = refused(import_markdown(&text.replace("headline", "hedline"), "{}"));
    let message = refusal["message"].as_str().unwrap();
    assert!(
        message.starts_with("the field `headline` is missing"),
        "{message}"
    );
    assert_eq!(refusal["problems"].as_array().unwrap().len(), 4);
}

#[test]
fn an_article_becomes_html() {
    let html = |options: Json| {
        let answer = parsed(&prerender(STARTER_JSON, &options.to_string()).unwrap());
        assert_eq!(answer["problems"], json!([]));
        let html = answer["html"].as_str().unwrap().to_owned();
        (html, answer["styleSources"].as_array().unwrap().len())
    };
    for (options, words, sources) in [
        (json!({}), r#"src="./embed.js""#, 1),
        (json!({ "assets": "/w" }), r#"src="/w/embed.js""#, 1),
        (
            json!({ "src": "a.json" }),
            r#"<article-widget src="a.json" "#,
            1,
        ),
        (json!({ "light": true }), "article-widget-light", 1),
        (json!({ "linkStyles": true }), "article-widget.css", 0),
        (json!({ "nonce": "abc" }), r#"nonce="abc""#, 0),
        (
            json!({ "inlineStyles": "p { color: red }" }),
            "p { color: red }",
            1,
        ),
        (json!({ "page": {} }), "<!doctype html>", 2),
        (
            json!({ "page": { "canonical": "https://example.org/a" } }),
            r#"<link rel="canonical" href="https://example.org/a">"#,
            2,
        ),
        (
            json!({ "page": { "images": ["https://example.org/a.png"], "siteName": "The Site" } }),
            "The Site",
            2,
        ),
    ] {
        let (html, count) = html(options.clone());
        assert!(html.contains(words), "{options}: {words}");
        assert_eq!(count, sources, "{options}");
    }
    let (linked, _) = html(json!({ "src": "a.json", "linked": true }));
    assert!(!linked.contains("application/json"));
}

/// A document with a picture.
const PICTURE: &str = r#"{ "version": 1, "language": "en", "headline": "A", "body": [{ "figure": { "image": { "src": "a%20b.png?1", "width": 2, "height": 1, "alternative": "B" } } }] }"#;

#[test]
fn a_single_file_has_its_pictures_in_it() {
    // The first bytes of a PNG file.
    let options = json!({ "singleFile": true, "files": { "a b.png": "iVBORw0KGgo=" } });
    let answer = parsed(&prerender(PICTURE, &options.to_string()).unwrap());
    let html = answer["html"].as_str().unwrap();
    assert!(html.contains("src=\"data:image/png;base64,iVBORw0KGgo=\""));
    assert!(html.contains("default-src 'none'") && !html.contains("<script"));
    assert_eq!(answer["styleSources"], json!([]));
    for (file, words) in [
        (
            json!({}),
            "the picture `a%20b.png?1`: cannot read a b.png: it is not among `files`",
        ),
        (
            json!({ "a b.png": "?" }),
            "the picture `a%20b.png?1`: cannot read a b.png: ",
        ),
        (
            json!({ "a b.png": "YQ==" }),
            "the picture `a%20b.png?1` is neither PNG",
        ),
    ] {
        let options = json!({ "singleFile": true, "files": file });
        let refusal = refused(prerender(PICTURE, &options.to_string()));
        let message = refusal["message"].as_str().unwrap();
        assert!(message.starts_with(words), "{message}");
    }
}

#[test]
fn wrong_options_are_named() {
    for (options, words) in [
        (
            r#"{ "asets": "./" }"#,
            "options: unknown field `asets`, expected one of `assets`",
        ),
        (
            r#"{ "assets": 5 }"#,
            "options: invalid type: integer `5`, expected a string",
        ),
        (
            r#"{ "assets": "a b" }"#,
            "options: assets: ' ' cannot stand in an address",
        ),
        (r#"{ "linked": true }"#, "options: linked: "),
        (
            r#"{ "linkStyles": true, "nonce": "a" }"#,
            "options: linkStyles: ",
        ),
        (
            r#"{ "linkStyles": true, "inlineStyles": "" }"#,
            "options: linkStyles: ",
        ),
        (r#"{ "nonce": "'" }"#, "options: nonce: "),
        (
            r#"{ "inlineStyles": "</style>" }"#,
            "options: inlineStyles: ",
        ),
        (
            r#"{ "page": { "canonical": "a.html" } }"#,
            "options: page.canonical: ",
        ),
        (
            r#"{ "page": { "images": ["https://a.org/", "b"] } }"#,
            "options: page.images[1]: ",
        ),
        (
            r#"{ "messages": {}, "messagesSrc": "a.json" }"#,
            "options: messages: language: ",
        ),
        (
            r#"{ "messages": { "language": "en", "chart": 5 }, "messagesSrc": "a.json" }"#,
            "options: messages: ",
        ),
        (
            r#"{ "messages": { "language": "en" } }"#,
            "options: messages: the widget in the page needs them, too",
        ),
        (r#"{ "messagesSrc": "a.json" }"#, "options: messagesSrc: "),
        (r#"{ "files": { "a.png": "" } }"#, "options: files: "),
        (r#"{ "singleFile": true, "src": "a" }"#, "options: src: "),
        (
            r#"{ "singleFile": true, "linkStyles": true }"#,
            "options: linkStyles: ",
        ),
        ("[]", "options: give an object"),
    ] {
        let refusal = refused(prerender(STARTER_JSON, options));
        let message = refusal["message"].as_str().unwrap();
        assert!(message.starts_with(words), "{options}: {message}");
        assert_eq!(refusal["problems"], json!([]));
    }
    let refusal = refused(check(STARTER_JSON, r#"{ "widget": "new" }"#));
    assert!(
        refusal["message"]
            .as_str()
            .unwrap()
            .starts_with("options: widget: ")
    );
}

#[test]
fn texts_become_documents_and_back() {
    let text = "---\nlanguage: en\nheadline: A headline\n---\n\nA *short* paragraph.\n";
    let imported = parsed(&import_markdown(text, "{}").unwrap());
    assert_eq!(imported["document"]["headline"], "A headline");
    assert_eq!(imported["remarks"], json!([]));
    let document = imported["document"].to_string();
    assert_eq!(export_markdown(&document).unwrap(), text);
    let table = export_commitments(STARTER_JSON).unwrap();
    assert!(
        table.lines().next().unwrap().contains("id,name,"),
        "{table}"
    );

    let options = r#"{ "format": "text", "language": "en" }"#;
    let plain = parsed(&import_markdown("A headline\n\nA paragraph.\n", options).unwrap());
    assert_eq!(plain["document"]["language"], "en");
    let tables = r#"{ "language": "en", "commitments": "id,name\na,b\n" }"#;
    let refusal = refused(import_markdown("# A\n\nB.\n", tables));
    assert_eq!(refusal["problems"][0]["table"], "commitments");
    for refusal in [
        refused(import_markdown("Text.\n", "{}")),
        refused(export_markdown("{}")),
        refused(export_commitments("{")),
        refused(prerender("5", "{}")),
    ] {
        assert!(refusal["problems"][0]["line"].is_u64(), "{refusal}");
        assert!(!refusal["message"].as_str().unwrap().is_empty());
    }
}

#[test]
fn the_schema_is_that_of_the_command() {
    assert_eq!(schema(), article_widget::authoring::schema());
}

#[test]
fn a_text_with_errors_comes_back_as_a_draft() {
    let refusal = |text: &str| refused(import_markdown(text, "{}"));
    let stale = STARTER_MARKDOWN.replace("$40 billion", "$45 billion");
    let draft = refusal(&stale)["draft"].to_string();
    assert!(draft.contains("$45 billion"), "{draft}");
    assert_ne!(check(&draft, "{}").unwrap(), "[]");
    for nothing in ["", "---\nlanguage: [\n---\n", "Text."] {
        assert_eq!(refusal(nothing).get("draft"), None, "{nothing}");
    }
}
