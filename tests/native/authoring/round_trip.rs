//! Export followed by import gives the same document, for all documents.

use super::{EVERY_FEATURE, article, canonical, import};
use article_widget::authoring::markdown;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

/// Texts with a meaning in Markdown, YAML, HTML or JSON.
const FRAGMENTS: &[&str] = &[
    "word",
    "a",
    "Z",
    "0",
    "12. ",
    "3) ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\\",
    "`",
    "``",
    "```",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "^",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#32;",
    "#",
    "## ",
    "> ",
    "- ",
    "+ ",
    "* ",
    "---",
    "===",
    "***",
    "|",
    "| a | b |",
    "!",
    "![",
    "[^",
    "[^note]",
    "]:",
    "[x]: y",
    "](",
    "Table: ",
    ": ",
    ":",
    "— ",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "。",
    "「",
    "」",
    "漢字",
    "é",
    "e\u{301}",
    "ß",
    "😀",
    "\u{a0}",
    "\u{feff}",
    "\u{200b}",
    "\u{200f}",
    "\"",
    "'",
    ";",
    ",",
    "{",
    "}",
    "%",
    "@",
    "$",
    "=",
    "~",
    "null",
    "true",
    "2025-01-01",
    "0x1f",
    ".5",
    "1e3",
    "...",
    "datum:a",
    "term:",
    "https://example.org/",
    "www.example.org",
    "a@example.org",
    "<datum:aurora>",
    "...\n",
    "\n---\n",
];

/// Texts composed of these fragments.
fn text() -> impl Strategy<Value = String> {
    vec(select(FRAGMENTS), 1..6).prop_map(|parts| parts.concat())
}

/// A text that is not empty, without the characters that no text has.
fn words() -> impl Strategy<Value = String> {
    const ANY: &str = r"[^\p{Cc}\p{Cn}\p{Co}\p{Zl}\p{Zp}]{0,32}";
    prop_oneof![3 => text(), 1 => ANY, 1 => "[a-z ]{1,12}"]
        .prop_filter("an empty text is a mistake", |text| !text.trim().is_empty())
}

fn address() -> impl Strategy<Value = String> {
    const ADDRESSES: &[&str] = &[
        "https://example.org/",
        "https://example.org/a_(b)?c=d&e=f#g",
        "mailto:desk@example.org",
        "tel:+4930",
        "a b.html",
        "#top",
        "?x=<y>",
        "a\\b",
        "a`b*c_d[e]f",
        "x&amp;y;z",
        "%20",
        "a\"b'c",
        "ü/漢",
        "//example.org/x",
        "(",
        ")",
        "a)b(c",
    ];
    select(ADDRESSES).prop_map(str::to_owned)
}

/// References to figures whose words agree with the data.
fn datum() -> impl Strategy<Value = Json> {
    let references = [
        json!({ "of": "aurora" }),
        json!({ "of": "aurora", "in": "USD" }),
        json!({ "of": "aurora", "in": "USD", "basis": "per-year" }),
        json!({ "of": "aurora", "text": "over 380 billion yuan" }),
        json!({ "of": "aurora", "in": "USD", "text": "about $53 billion" }),
        json!({ "of": "borealis", "text": "$80 billion" }),
        json!({ "of": "borealis", "ratioTo": "aurora" }),
        json!({ "of": "cirrus", "shareOf": "borealis" }),
    ];
    select(references.to_vec())
}

/// Inline content. Links contain no other links, terms or footnotes.
fn inlines(depth: u32, is_link: bool, has_notes: bool) -> BoxedStrategy<Json> {
    let plain = words().prop_map(Json::String);
    if depth == 0 {
        return plain.boxed();
    }
    let inner = move || inlines(depth - 1, is_link, has_notes);
    let mark = prop_oneof![
        3 => inner().prop_map(|text| json!({ "strong": text })),
        3 => inner().prop_map(|text| json!({ "emphasis": text })),
        2 => inner().prop_map(|text| json!({ "superscript": text })),
        2 => inner().prop_map(|text| json!({ "subscript": text })),
        2 => words().prop_map(|text| json!({ "code": text })),
        2 => datum().prop_map(|datum| json!({ "datum": datum })),
    ];
    let mark = if is_link {
        mark.boxed()
    } else {
        let link = (address(), inlines(depth - 1, true, has_notes));
        let link = link.prop_map(|(href, text)| json!({ "link": { "href": href, "text": text } }));
        let own = address().prop_map(|href| json!({ "link": { "href": href, "text": href } }));
        let term = (words(), words());
        let term = term.prop_map(
            |(text, definition)| json!({ "term": { "text": text, "definition": definition } }),
        );
        let notes = select(&["method", "Rates_2"][..]).prop_map(|id| json!({ "footnote": id }));
        let notes = if has_notes {
            notes.boxed()
        } else {
            Just(json!("")).boxed()
        };
        prop_oneof![8 => mark, 2 => link, 1 => own, 1 => term, 1 => notes].boxed()
    };
    let piece = prop_oneof![text().prop_map(Json::String), mark];
    prop_oneof![
        2 => plain,
        3 => vec(piece, 0..5)
            .prop_filter("a list of empty texts is a mistake", |pieces| {
                let is_blank = |piece: &Json| piece.as_str().is_some_and(|text| text.trim().is_empty());
                pieces.is_empty() || !pieces.iter().all(is_blank)
            })
            .prop_map(|pieces| json!(pieces)),
    ]
    .boxed()
}

fn content() -> BoxedStrategy<Json> {
    inlines(2, false, true)
}

/// Content that contains words, for headings.
fn heading() -> impl Strategy<Value = Json> {
    (content(), words()).prop_map(|(content, words)| match content {
        Json::Array(mut pieces) => {
            pieces.push(words.into());
            json!(pieces)
        }
        content => content,
    })
}

fn with(mut object: Json, fields: impl IntoIterator<Item = (&'static str, Option<Json>)>) -> Json {
    for (key, value) in fields {
        if let Some(value) = value {
            object[key] = value;
        }
    }
    object
}

fn figure() -> impl Strategy<Value = Json> {
    (1..65_535_u32, words(), option::of(content()), option::of(words())).prop_map(|(width, words, caption, credit)| {
        let sources = json!([{ "src": "a.avif", "width": width, "type": words }]);
        let image = json!({ "src": "a.png", "width": width, "height": 1, "sources": sources, "alternative": words });
        with(json!({ "image": image }), [("caption", caption), ("credit", credit.map(Json::String))])
    })
}

fn table() -> impl Strategy<Value = Json> {
    (1..4_usize, 1..3_usize).prop_flat_map(|(columns, rows)| {
        let column = (content(), option::of(select(&["center", "end"][..])));
        let column = column.prop_map(|(title, align)| {
            with(
                json!({ "title": title }),
                [("align", align.map(Into::into))],
            )
        });
        let rows = vec(vec(content(), columns), rows);
        (
            option::of(content()),
            vec(column, columns),
            rows,
            any::<bool>(),
        )
            .prop_map(|(caption, columns, rows, plain)| {
                let table = json!({ "columns": columns, "rows": rows });
                let fields = [
                    ("caption", caption),
                    ("plainRows", plain.then_some(true.into())),
                ];
                with(table, fields)
            })
    })
}

fn quotation() -> impl Strategy<Value = Json> {
    (vec(content(), 1..4), option::of(content())).prop_map(|(paragraphs, attribution)| {
        with(
            json!({ "paragraphs": paragraphs }),
            [("attribution", attribution)],
        )
    })
}

/// Blocks that an aside may contain.
fn block() -> impl Strategy<Value = Json> {
    let terms =
        (content(), content()).prop_map(|(term, text)| json!({ "term": term, "text": text }));
    let pull = (content(), option::of(content()));
    prop_oneof![
        4 => content().prop_map(|text| json!({ "paragraph": text })),
        2 => vec(content(), 1..4).prop_map(|items| json!({ "list": items })),
        2 => vec(content(), 1..4).prop_map(|items| json!({ "numbered-list": items })),
        2 => vec(terms, 1..3).prop_map(|terms| json!({ "terms": terms })),
        2 => quotation().prop_map(|quotation| json!({ "quotation": quotation })),
        1 => pull.prop_map(|(text, of)| json!({ "pull-quote": with(json!({ "text": text }), [("attribution", of)]) })),
        1 => figure().prop_map(|figure| json!({ "figure": figure })),
        2 => table().prop_map(|table| json!({ "table": table })),
    ]
}

fn top_block() -> impl Strategy<Value = Json> {
    let aside = (option::of(content()), vec(block(), 1..4));
    prop_oneof![
        12 => block(),
        2 => heading().prop_map(|text| json!({ "heading": text })),
        1 => heading().prop_map(|text| json!({ "subheading": text })),
        1 => Just(json!({ "divider": {} })),
        2 => aside.prop_map(|(title, body)| json!({ "aside": with(json!({ "body": body }), [("title", title)]) })),
    ]
}

fn document() -> impl Strategy<Value = Json> {
    let texts = (words(), words(), words(), words());
    let contents = (
        heading(),
        content(),
        vec(content(), 0..3),
        vec(content(), 0..3),
    );
    let note = || inlines(1, false, false);
    (texts, contents, vec(top_block(), 0..7), (note(), note(), note()), address()).prop_map(
        |(texts, (headline, standfirst, takeaways, sources), mut body, notes, href)| {
            let mut document: Json =
                serde_json::from_str(EVERY_FEATURE).expect("JSON");
            body.push(json!({ "paragraph": [{ "footnote": "method" }, { "footnote": "Rates_2" }] }));
            body.push(json!({ "chart": "four-plans" }));
            body.push(json!({ "chart": "all-plans" }));
            body.push(json!({ "chart": "multiples" }));
            document["kicker"] = texts.0.clone().into();
            document["byline"] = texts.1.clone().into();
            document["headline"] = headline;
            document["standfirst"] = standfirst;
            document["takeaways"] = takeaways.into();
            document["sources"] = sources.clone().into();
            document["methodology"] = sources.into();
            document["corrections"][0]["text"] = notes.2.clone();
            document["body"] = body.into();
            document["footnotes"] = json!([{ "id": "method", "text": notes.0 }, { "id": "Rates_2", "text": notes.1 }]);
            document["commitments"][0]["name"] = texts.2.clone().into();
            document["commitments"][1]["period"]["name"] = texts.3.clone().into();
            document["charts"][0]["note"] = notes.2;
            document["related"][0]["title"] = texts.3.into();
            document["related"][0]["teasers"][0]["summary"] = texts.2.into();
            document["related"][0]["teasers"][0]["href"] = href.into();
            document["related"][0]["teasers"][0]["source"] = texts.1.clone().into();
            document["related"][0]["teasers"][1]["image"]["alternative"] = texts.0.clone().into();
            document["related"][0]["teasers"][1]["tags"] = json!([texts.0, texts.1]);
            document
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_document(document in document()) {
        let text = markdown(&article(&document)).expect("there is always a way to write it");
        prop_assert_eq!(canonical(&import(&text)), canonical(&document), "{}", text);
    }

    /// An import of any text ends, and every problem has a place.
    #[test]
    fn any_text(parts in vec(prop_oneof![text(), "\\PC{0,20}", Just("\n\n".to_owned())], 0..30)) {
        use article_widget::authoring::{ImportFormat, Import};
        let text = parts.concat();
        let lines = text.split(['\n', '\r']).count() + 1;
        for text in [text.clone(), format!("---\nlanguage: en\n{text}\n---\n{text}")] {
            if let Err(mistakes) = Import::new(&text, ImportFormat::Markdown).document() {
                prop_assert!(!mistakes.is_empty());
                prop_assert!(mistakes.iter().all(|mistake| mistake.place.as_ref().unwrap().start.line <= 2 * lines + 3));
            }
        }
    }
}

/// Markdown written by hand keeps its meaning on the way to JSON and back. A second export changes nothing.
#[test]
fn what_was_exported_once_is_exported_the_same_again() {
    let once = markdown(&article(&import(include_str!("../every-feature.md")))).unwrap();
    assert_eq!(markdown(&article(&import(&once))).unwrap(), once);
}
