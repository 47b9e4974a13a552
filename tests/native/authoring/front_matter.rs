//! Front matter as other tools and hands write it: no word and no figure of it is lost.

use super::{import, problems};
use serde_json::json;

#[test]
fn front_matter_may_come_after_blank_lines_and_end_with_dots() {
    let expected = import("---\nlanguage: en\nheadline: H\n---\nText.\n");
    for text in [
        "\n\n---\nlanguage: en\nheadline: H\n---\nText.\n",
        "  \n---\nlanguage: en\nheadline: H\n...\nText.\n",
        "---\nlanguage: en\nheadline: H\n...\n\nText.\n",
    ] {
        assert_eq!(import(text), expected, "{text:?}");
    }
    assert_eq!(
        problems("\n\n---\nlanguage: en\nheadline: H\nkiker: K\n---\nText.\n")[0],
        "6: `kiker` is not known here: did you mean `kicker`?"
    );
    assert_eq!(
        problems("\n{\n\"title\": \"A\"\n}\n\nText.\n"),
        ["2: front matter as JSON: write it as YAML, between lines with `---`"]
    );
}

#[test]
fn front_matter_can_be_toml() {
    let yaml = "---\nlanguage: en\nheadline: \"*H*\"\npublished: 2025-02-24\nbyline: \"007\"\ncommitments:\n  - { id: a, name: A, amount: { value: 38.50, currency: USD }, period: { year: 2025 }, status: planned, purpose: p, source: s }\n---\nText.\n";
    let toml = "+++\nlanguage = \"en\"\nheadline = \"*H*\"\npublished = 2025-02-24\nbyline = \"007\"\n\n[[commitments]]\nid = \"a\"\nname = \"A\"\namount = { value = 38.50, currency = \"USD\" }\nperiod = { year = 2025 }\nstatus = \"planned\"\npurpose = \"p\"\nsource = \"s\"\n+++\nText.\n";
    assert_eq!(import(toml), import(yaml));
    for (text, message) in [
        (
            "+++\nlanguage = \"en\"\nkiker = \"A\"\n+++\n# H\n\nText.\n",
            "3: `kiker` is not known here: ",
        ),
        (
            "+++\nlanguage = \"en\"\nheadline: A\n+++\nText.\n",
            "3: not TOML: ",
        ),
        (
            "+++\nlanguage = \"en\"\n",
            "1: the front matter never ends: put a line with `+++` after it",
        ),
    ] {
        let found = problems(text);
        assert!(found[0].starts_with(message), "{found:?}");
    }
}

#[test]
fn no_word_of_front_matter_is_lost() {
    let front = |fields: &str| format!("---\nlanguage: en\n{fields}\n---\nX.\n");
    for (fields, message) in [
        (
            "headline: We are #1 in chips",
            "3: YAML takes `#1 in chips` for a remark",
        ),
        (
            "headline: H\nkicker: #MeToo",
            "4: YAML takes `#MeToo` for a remark",
        ),
        (
            "headline: H\ntakeaways:\n  - A\n  - We are #1",
            "6: YAML takes `#1` for a remark",
        ),
        ("headline: \"A #1\" #b", "3: YAML takes `#b` for a remark"),
        (
            "headline: &Co Partners",
            "3: a YAML anchor (`&…`) means nothing here",
        ),
        (
            "headline: H\ntakeaways: &x\n  - A",
            "4: a YAML anchor (`&…`) means nothing here",
        ),
        (
            "headline: !important news",
            "3: a YAML tag (`!…`) means nothing here",
        ),
        (
            "headline: H\ntakeaways: !x\n  - A",
            "4: a YAML tag (`!…`) means nothing here",
        ),
    ] {
        let found = problems(&front(fields));
        assert!(found[0].starts_with(message), "{fields}: {found:?}");
    }
    for (fields, headline) in [
        ("headline: Words # a remark", "Words"),
        ("headline: \"We are #1\"", "We are #1"),
        ("headline: 'We are #1' # really", "We are #1"),
        ("headline: 'It''s #1'", "It's #1"),
        ("headline: \"A \\\" #1\"", "A \" #1"),
        ("headline: H #", "H"),
        (
            "headline: |\n  We are #1\n  in chips",
            "We are #1\nin chips\n",
        ),
        ("headline: >-\n  We are\n  #1", "We are #1"),
        ("headline: C#1", "C#1"),
        ("headline: 漢 “#1”", "漢 “#1”"),
        ("#kicker: K\nheadline: H", "H"),
        ("headline: 0x1F", "0x1F"),
    ] {
        let headline = headline.trim_end().replace('\n', " ");
        assert_eq!(import(&front(fields))["headline"], headline, "{fields}");
    }
}

#[test]
fn figures_have_their_decimal_digits_alone() {
    for (yaml, toml) in [
        ("0x10", "0x10"),
        ("0o17", "0o17"),
        ("0b11", "0b11"),
        ("1e3", "1e3"),
    ] {
        let commitment = |value: &str| {
            format!(
                "{{ value: {value}, currency: USD }}\n    period: {{ year: 2025 }}\n    status: planned\n    purpose: p\n    source: s\n"
            )
        };
        let text = format!(
            "---\nlanguage: en\nheadline: H\ncommitments:\n  - id: a\n    name: A\n    amount: {}---\nX.\n",
            commitment(yaml)
        );
        assert!(problems(&text)[0].contains("is not a number"), "{yaml}");
        let text = format!(
            "+++\nlanguage = \"en\"\nheadline = \"H\"\n[[commitments]]\nid = \"a\"\nname = \"A\"\namount = {{ value = {toml}, currency = \"USD\" }}\nperiod = {{ year = 2025 }}\nstatus = \"planned\"\npurpose = \"p\"\nsource = \"s\"\n+++\nX.\n"
        );
        assert!(
            problems(&text)[0].starts_with(&format!("7: `{toml}` is not a number")),
            "{toml}"
        );
    }
}

#[test]
fn front_matter_that_is_nearly_right_is_not_published() {
    for start in [
        " ---",
        "\u{a0}---",
        "\u{200b}---",
        "\u{feff}\u{feff}---",
        "-----",
    ] {
        let text = format!("{start}\nlanguage: en\nheadline: H\n---\nX.\n");
        assert_eq!(
            problems(&text),
            [
                "1: front matter begins with a line of three signs, `---` or `+++`: write nothing else on this line"
            ],
            "{start:?}"
        );
    }
    assert_eq!(
        problems("---\nlanguage: en\nheadline: H\n---\nX.\n\n---\nkicker: K\n---\nY.\n"),
        ["8: front matter stands at the beginning, before all other text: move it there"]
    );
    for text in [
        "{\"title\": \"A\"}\n\nText.\n",
        "{ \"title\": \"A\",\n}\nText.\n",
        "{}\nText.\n",
    ] {
        assert_eq!(
            problems(text),
            ["1: front matter as JSON: write it as YAML, between lines with `---`"]
        );
    }
    // A divider and a heading.
    let body = import("---\nlanguage: en\nheadline: H\n---\n\n---\n\nWords\n---\n")["body"].clone();
    assert_eq!(body, json!([{ "divider": {} }, { "heading": "Words" }]));
}

#[test]
fn lines_are_counted_as_editors_count_them() {
    for separator in ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("---\nlanguage: en\nheadline: H\n---\nOne{separator}two\n\nA[^x]\n");
            assert_eq!(
                problems(&text.replace('\n', end)),
                ["7: there is no footnote with the id `x`"],
                "{separator:?} {end:?}"
            );
        }
    }
}

#[test]
fn texts_that_yaml_takes_for_numbers_get_one_hint() {
    let text = "---\nlanguage: en\nheadline: 1984\nkicker: true\nbyline: 007\ncommitments:\n  - id: 360\n    name: 360\n    amount: { value: 12, scale: billion, currency: USD }\n    period: { year: 2025 }\n    status: planned\n    purpose: 5\n    source: S\n---\nText.\n";
    assert_eq!(
        problems(text),
        [
            "3: YAML takes this for no text: put it between quotes, as in \"2025\", here and on line 4, 5, 7, 8 and 12"
        ]
    );
    assert_eq!(
        problems("---\nlanguage: en\nheadline: 1984\n---\nText.\n"),
        ["3: YAML takes this for no text: put it between quotes, as in \"2025\""]
    );
}
