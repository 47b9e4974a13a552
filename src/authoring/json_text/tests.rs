use super::*;
use proptest::prelude::*;

/// The text of a value and the text of its key.
fn found<'a>(text: &'a str, path: &str) -> (Option<&'a str>, &'a str) {
    let json = JsonText::read(text).unwrap_or_else(|found| panic!("{}", found.0));
    let places = json.places(&HashSet::from([path]));
    let place = &places[path];
    (
        place.key.clone().map(|key| &text[key]),
        &text[place.value.clone()],
    )
}

fn refused(text: &str) -> (ProblemKind, String, Range<usize>) {
    match JsonText::read(text) {
        Ok(_) => panic!("{text} was accepted"),
        Err(found) => (found.0.kind, found.0.message, found.1),
    }
}

#[test]
fn values_are_found_by_their_paths() {
    let text = r#"{ "a": [1, { "b c": "ä", "": null }], "a.b": { "x": true }, "é": 1.5 }"#;
    assert_eq!(found(text, ""), (None, text));
    assert_eq!(found(text, "a[0]"), (None, "1"));
    assert_eq!(found(text, r#"a[1]["b c"]"#), (Some(r#""b c""#), r#""ä""#));
    assert_eq!(found(text, r#"a[1][""]"#), (Some(r#""""#), "null"));
    assert_eq!(found(text, r#"["a.b"].x"#), (Some(r#""x""#), "true"));
    assert_eq!(found(text, "é"), (Some(r#""é""#), "1.5"));
    let json = JsonText::read(text).ok().unwrap();
    assert!(json.places(&HashSet::from(["a[2]", "a.b", "c"])).is_empty());
}

#[test]
fn the_last_field_of_a_name_counts() {
    let text = r#"{ "a": 1, "b": { "c": 1, "c": 2, "c": 3 }, "a": [2] }"#;
    assert_eq!(found(text, "a"), (Some(r#""a""#), "[2]"));
    assert_eq!(found(text, "a[0]"), (None, "2"));
    let json = JsonText::read(text).ok().unwrap();
    let Value::Object(entries) = json.value() else {
        panic!("it is an object")
    };
    assert_eq!(entries[0].1, Value::List(vec![Value::Integer(2)]));
    let found = json.duplicates();
    let found: Vec<_> = found
        .iter()
        .map(|(problem, range)| (problem.path.as_str(), problem.kind, range.start))
        .collect();
    let duplicate = ProblemKind::Duplicate;
    assert_eq!(
        found,
        [
            ("b.c", duplicate, 25),
            ("b.c", duplicate, 33),
            ("a", duplicate, 43)
        ]
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_document() {
    let text = "\u{feff}{ \"a\": 1, \"a\": 2 }";
    assert_eq!(found(text, "a"), (Some("\"a\""), "2"));
    let duplicates = JsonText::read(text).ok().unwrap().duplicates();
    assert_eq!(&text[duplicates[0].1.clone()], "\"a\"");
    assert_eq!(duplicates[0].1.start, 13);
    assert_eq!(refused("\u{feff}[1,]").2, 5..6);
}

#[test]
fn what_is_no_json_is_a_problem_with_its_place() {
    for (text, at, words) in [
        ("", 0..0, "nothing here"),
        (" \n ", 2..3, "nothing here"),
        ("// a\n{}", 0..4, "$comment"),
        ("{ \"a\": 1, /* b */ \"c\": 2 }", 10..17, "$comment"),
        ("[1, 2,]", 5..6, "last entry"),
        ("{ \"a\": 1, }", 8..9, "last entry"),
        ("{ \"a\": 1\n  \"b\": 2 }", 8..9, "comma is missing"),
        ("[1 2]", 2..3, "comma is missing"),
        ("[\"a\" \"b\"]", 4..5, "comma is missing"),
        (
            "[\"\"No,\" he said\"]",
            3..5,
            "write \\\" for a quote within",
        ),
        ("{ “a”: 1 }", 2..5, "quote for readers"),
        ("---\nlanguage: en\n---\n", 0..1, "looks like Markdown"),
        ("\u{feff}# Title\n", 3..4, "looks like Markdown"),
        ("{ 'a': 1 }", 2..3, "double quotes"),
        ("{ a: 1 }", 2..3, "name of a field"),
        ("{ \"a\" 1 }", 6..7, "colon"),
        ("{ \"a\": }", 7..8, "value missing"),
        ("[\"a\": 1]", 4..5, "colon stands outside"),
        ("{ \"a\": yes }", 7..10, "double quotes"),
        ("{ \"a\": [1, 2 }", 13..14, "] or a value"),
        ("{ \"a\": { \"b\": 1 ", 7..8, "never closed"),
        ("[[1], [2", 6..7, "never closed"),
        ("{} {}", 3..4, "has ended"),
        ("[\"a\\q\"]", 3..4, "meaning of its own"),
        ("[\"a]", 1..2, "never closed"),
        ("{ \"a\": \"b\n, \"c\": 1 }", 9..10, "closing quote"),
        ("[\"tab\there\"]", 5..6, "closing quote"),
        ("[01]", 2..3, "number of JSON"),
        ("[.5]", 1..2, "number"),
        ("[+5]", 1..2, "number"),
        ("[1e400]", 5..6, "not JSON: number out of range"),
        ("[\"\\ud800\"]", 2..3, "four hexadecimal digits"),
        ("[\u{b}1]", 1..2, "not JSON"),
    ] {
        let (kind, message, range) = refused(text);
        assert_eq!(
            (kind, &range),
            (ProblemKind::Syntax, &at),
            "{text:?}: {message}"
        );
        assert!(message.contains(words), "{text:?}: {message}");
    }
}

#[test]
fn what_is_too_deep_is_found() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert!(JsonText::read(&nested(100)).is_ok());
    for (depth, at) in [(101, 100..101), (127, 100..101)] {
        let (kind, message, range) = refused(&nested(depth));
        assert_eq!((kind, range), (ProblemKind::Limit, at));
        assert!(message.contains("100 levels"));
    }
    // The parser stops at its own recursion limit here, so the range is not known.
    for depth in [128, 1_000_000] {
        assert_eq!(refused(&nested(depth)).0, ProblemKind::Limit);
    }
    // A syntax error that only one parser reports must not let the other one overflow its stack.
    assert_eq!(refused(&"\u{b}[".repeat(100_000)).0, ProblemKind::Syntax);
}

/// JSON with details that parsers read differently.
fn json() -> impl Strategy<Value = String> {
    let space = prop::sample::select(vec!["", " ", "\n", "\t \r\n"]);
    let text = "\"([a-zé.\\[😀]|\\\\[\"\\\\/bfnrt]|\\\\u00e9|\\\\ud83d\\\\ude00){0,4}\"";
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "null", "true", "false", "0", "-0", "-1.5e-3", "80.0", "1E+2"
        ])
        .prop_map(String::from),
        text,
    ];
    leaf.prop_recursive(4, 40, 5, move |inner| {
        let item = (space.clone(), inner, space.clone())
            .prop_map(|(before, item, after)| format!("{before}{item}{after}"));
        let field = (space.clone(), text, item.clone())
            .prop_map(|(before, key, value)| format!("{before}{key}{before}:{value}"));
        prop_oneof![
            prop::collection::vec(item, 1..5).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(field, 1..5).prop_map(|all| format!("{{{}}}", all.join(","))),
        ]
    })
}

/// Checks that every value of a document is at the place that is reported for it.
fn agrees(value: &Value, path: &Path<'_>, text: &str, json: &JsonText<'_>) {
    let path_text = path.to_string();
    let places = json.places(&HashSet::from([path_text.as_str()]));
    let place = &places[&path_text];
    let (_, read) = json::read(&text[place.value.clone()]).unwrap();
    assert_eq!(&read, value, "{path_text}");
    match value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                agrees(item, &path.index(index), text, json);
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                agrees(item, &path.key(key), text, json);
            }
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn both_parsers_read_alike(text in json()) {
        let json = JsonText::read(&text).map_err(|found| found.0).unwrap();
        agrees(json.value(), &Path::Root, &text, &json);
    }

    #[test]
    fn no_text_is_too_much(text in "[\\[\\]{}:,\"'/*\\\\ \n\u{feff}éa0-9.eE+-]{0,60}") {
        if let Err(found) = JsonText::read(&text) {
            let (_, range) = *found;
            prop_assert!(text.get(range).is_some());
        }
    }
}
