//! Markdown from other tools, keyboards and countries.

use super::{FRONT_MATTER, import, listed};
use article_widget::authoring::{Import, ImportFormat};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn paragraph(markdown: &str) -> Json {
    import(&format!("{FRONT_MATTER}{markdown}\n"))["body"][0]["paragraph"].clone()
}

fn problems(text: &str) -> Vec<String> {
    listed(Import::new(text, ImportFormat::Markdown).document())
}

#[test]
fn signs_of_figures_are_text() {
    for text in [
        "Demand went from ~$3bn–~$5bn (~2019) to (~2024), and chips from 10^6 to 10^9 gates.",
        "Output is between ~1.34 and ~5.4 gigawatts; costs rose (~3%) while prices fell (~5%).",
        "5~7 billion, 100~200 million",
        "价格~5亿~10亿元，约~3%~5%。",
        "売上は~5億~10億円",
        "x^2 + y^2 = z^2",
        "a ~ b ~ c",
        "ends with ~",
        "^",
    ] {
        assert_eq!(paragraph(text), text, "{text}");
        // The same holds in front matter.
        let in_front = format!(
            "---\nlanguage: en\nheadline: H\nstandfirst: {}\n---\nX.\n",
            json!(text)
        );
        assert_eq!(import(&in_front)["standfirst"], text, "{text}");
    }
}

#[test]
fn closed_pairs_are_superscripts_and_subscripts() {
    for (text, expected) in [
        (
            "CO~2~ and H~2~O",
            json!(["CO", { "subscript": "2" }, " and H", { "subscript": "2" }, "O"]),
        ),
        (
            "the 2^nd^ of 10^6^",
            json!(["the 2", { "superscript": "nd" }, " of 10", { "superscript": "6" }]),
        ),
        ("^a^", json!([{ "superscript": "a" }])),
        (
            "x^*n*^",
            json!(["x", { "superscript": [{ "emphasis": "n" }] }]),
        ),
        (
            "x^a~i~^",
            json!(["x", { "superscript": ["a", { "subscript": "i" }] }]),
        ),
        ("CO\\~2\\~, 10\\^6\\^", json!("CO~2~, 10^6^")),
        ("`CO~2~`", json!([{ "code": "CO~2~" }])),
        (
            "**CO~2~**",
            json!([{ "strong": ["CO", { "subscript": "2" }] }]),
        ),
    ] {
        assert_eq!(paragraph(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn no_sign_is_lost(text in "[A-Za-c0-9~^€%( –漢.,]{1,30}") {
        // Pairs of doubled signs are marks of other tools.
        let text = text.trim().replace("~~", "~").replace("%%", "%");
        let text = format!("a{text}z.");
        let written = write(&paragraph(&text));
        prop_assert_eq!(written, text);
    }
}

/// Converts inline content back to text with delimiters.
fn write(content: &Json) -> String {
    match content {
        Json::String(text) => text.clone(),
        Json::Array(pieces) => pieces.iter().map(write).collect(),
        mark => {
            let sign = if mark.get("superscript").is_some() {
                "^"
            } else {
                "~"
            };
            let inner = write(
                &mark[if sign == "^" {
                    "superscript"
                } else {
                    "subscript"
                }],
            );
            assert!(!inner.contains(' '), "{mark}");
            format!("{sign}{inner}{sign}")
        }
    }
}

#[test]
fn a_space_of_any_kind_follows_a_mark() {
    for space in ["\u{a0}", "\u{3000}"] {
        let text = "##_A section\n\n-_First\n-_Second\n\n###_A part\n\n1._One\n2._Two\n\n>_Words.\n\nTable:_A table\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
        let expected = import(&format!("{FRONT_MATTER}{}", text.replace('_', " ")));
        assert_eq!(
            import(&format!("{FRONT_MATTER}{}", text.replace('_', space))),
            expected
        );
    }
}

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
            "+++\nlanguage = \"en\"\ntitle = \"A\"\n+++\n# H\n\nText.\n",
            "3: `title` is not known here: ",
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

#[test]
fn marks_of_other_tools_have_their_lines() {
    let text = "{{< figure src=\"hall.jpg\" title=\"A hall\" >}}\n\nPrices rose.^[A note inside the line.] See {% raw %}x{% endraw %}.\nWords{: .lead }\n\n::: warning\nNot a block here.\n:::\n\n[[Another page]] and ==marked words==, :rocket: and $E=mc^2$.\n\n- [x] done\n";
    let found = problems(&format!("{FRONT_MATTER}{text}"));
    let lines: Vec<&str> = found
        .iter()
        .map(|problem| problem.split(" is ").next().unwrap())
        .collect();
    assert_eq!(
        lines,
        [
            "5: `{{< figure src=\"hall.jpg\" title=\"A hall\" >}}`",
            "7: `^[A note inside the line.]`",
            "7: `{% raw %}`",
            "7: `{% endraw %}`",
            "8: `{: .lead }`",
            "10: `:::`",
            "12: `:::`",
            "14: `[[Another page]]`",
            "14: `==marked words==`",
            "14: `:rocket:`",
            "14: `$E=mc^2$`",
            "16: `[x]`",
        ]
    );
    // Escaped characters and code are plain text.
    assert_eq!(paragraph("\\{{x}} and \\[[y]]"), "{{x}} and [[y]]");
    assert_eq!(paragraph("`{{x}}`"), json!([{ "code": "{{x}}" }]));
}

#[test]
fn marks_of_other_tools_may_have_marks_and_line_ends_inside() {
    for (text, line, quoted) in [
        (
            "Words\n{{< figure\n  src=\"a*b*c\" >}}",
            6,
            "{{< figure src=\"a…c\" >}}",
        ),
        ("{{< tweet <https://example.org/> >}}", 5, "{{< tweet … >}}"),
        ("Words\n\nThen {% include\n\na %}", 7, "{%"),
        ("Words.^[See [this](https://example.org/).]", 5, "^[See ….]"),
        ("$$\nE = mc^2\n$$", 5, "$$ E = mc^2 $$"),
        ("[[_TOC_]]", 5, "[[…]]"),
        ("Words **Bold **and more.", 5, "**"),
        ("> Words\n> > [!NOTE]", 6, ""),
        ("> [!NOTE]\n> Words.", 5, "[!NOTE]"),
        ("- One\n- [/] Two", 6, "[/]"),
        ("Words\n\n| A | B |\n|---|\n| 1 | 2 |", 7, "|"),
        ("##Heading\n\nWords.", 5, "##"),
        ("See [the text][name].", 5, "]["),
    ] {
        let found = problems(&format!("{FRONT_MATTER}{text}\n"));
        let start = match quoted {
            "" => format!("{line}: "),
            _ => format!("{line}: `{quoted}` is "),
        };
        assert!(
            found.first().is_some_and(|first| first.starts_with(&start)),
            "{text}: {found:?}"
        );
    }
    // The same holds in front matter.
    let found = problems("---\nlanguage: en\nheadline: A ~~struck~~ word\n---\nX.\n");
    assert!(found[0].starts_with("3: `~~struck~~` is "), "{found:?}");
    assert_eq!(
        problems(&format!("{FRONT_MATTER}Words\n\n-----  -----\nA      B\n")),
        [
            "7: a line of a table of another tool: write its rows as | A | B |, with |---|---| below the first one"
        ]
    );
}

#[test]
fn definitions_that_no_link_uses_are_not_left_out() {
    for (text, lines) in [
        ("[Smith]: Yes.\n\n[Jones]: No.", &[5, 7][..]),
        ("Words\n\n> [Smith]: Yes.", &[7]),
        (
            "[a]\n\n[a]: https://example.org/\n[a]: https://example.org/other",
            &[8],
        ),
        ("[Smith]:\nYes.", &[5]),
        ("[Smith]: Yes \"indeed\"", &[5]),
        ("Words\n[Smith]: Yes.\n\n[Jones]: No.", &[8]),
        ("- One\n- [Smith]: Yes.\n  Two", &[6]),
    ] {
        let found = problems(&format!("{FRONT_MATTER}{text}\n"));
        let expected: Vec<String> = lines.iter().map(|line| format!("{line}: `[")).collect();
        assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
        for (message, start) in found.iter().zip(&expected) {
            assert!(message.starts_with(start.as_str()), "{text}: {found:?}");
            assert!(
                message.contains("defines the address of a link that is nowhere"),
                "{found:?}"
            );
        }
    }
    for text in [
        "[A] and [b][A]\n\n[a]: https://example.org/",
        "[a b]\n\n[a b]:\nhttps://example.org/",
        "[Smith]: Yes, of course.",
        "Words\n[Smith]: Yes.",
        "`[a]: b`",
    ] {
        import(&format!("{FRONT_MATTER}{text}\n"));
    }
}

#[test]
fn stars_within_words_are_no_marks() {
    for text in [
        "Bürger*innen und Leser*innen",
        "Leser*innen/Bürger*innen",
        "5*3 or 4*2",
    ] {
        let found = problems(&format!("{FRONT_MATTER}{text}\n"));
        assert_eq!(
            found,
            ["5: a * within a word begins an emphasis: write \\* for each plain *"],
            "{text}"
        );
        let escaped = text.replace('*', "\\*");
        assert_eq!(paragraph(&escaped), text);
    }
    for (text, expected) in [
        (
            "un*believ*able",
            json!(["un", { "emphasis": "believ" }, "able"]),
        ),
        (
            "这是*重要 的*话",
            json!(["这是", { "emphasis": "重要 的" }, "话"]),
        ),
        ("Ein*e Leserin", json!("Ein*e Leserin")),
    ] {
        assert_eq!(paragraph(text), expected, "{text}");
    }
}

#[test]
fn lines_of_chinese_and_japanese_are_joined_without_a_space() {
    assert_eq!(
        paragraph("東京は\n日本の首都です。\n大きい"),
        "東京は日本の首都です。大きい"
    );
    assert_eq!(paragraph("Tokyo is\nlarge"), "Tokyo is large");
    assert_eq!(
        paragraph("東京は**日本**\nの首都"),
        json!(["東京は", { "strong": "日本" }, "の首都"])
    );
    let plain = Import {
        language: Some("ja"),
        ..Import::new("見出し\n\n東京は\n日本の首都です。\n", ImportFormat::Plain)
    };
    assert_eq!(
        plain.document().unwrap()["body"],
        json!([{ "paragraph": "東京は日本の首都です。" }])
    );
}

#[test]
fn invisible_characters_are_named_with_their_codes() {
    let document = |field: &str, text: &str| {
        let mut json: Json = json!({
            "version": 1, "language": "en", "headline": "H",
            "body": [{ "paragraph": ["Words ", { "link": { "href": "https://example.org/", "text": "more" } }] }],
            "commitments": [{
                "id": "a", "name": "Alder", "amount": { "value": "1.5", "currency": "USD" },
                "period": { "year": 2025 }, "status": "planned", "purpose": "p", "source": "s",
            }],
            "charts": [{ "id": "c", "title": "T", "currency": "USD", "source": "s" }],
        });
        *json.pointer_mut(field).expect("a field") = text.into();
        json["body"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "chart": "c" }));
        article_widget::authoring::check(&json.to_string())
    };
    for (field, text, message) in [
        (
            "/headline",
            "A\u{b}B",
            "headline: the text has U+000B, an invisible character: remove it",
        ),
        (
            "/body/0/paragraph/0",
            "A\u{8}",
            "body[0].paragraph[0]: the text has U+0008, an invisible character: remove it",
        ),
        (
            "/commitments/0/name",
            "A\u{1}",
            "commitments[0].name: the text has U+0001, an invisible character: remove it",
        ),
        (
            "/charts/0/title",
            "A\u{2028}B",
            "charts[0].title: the text has U+2028, an invisible character: remove it",
        ),
        (
            "/charts/0/source",
            "A\u{fffe}",
            "charts[0].source: the text has U+FFFE, an invisible character: remove it",
        ),
        (
            "/commitments/0/amount/value",
            "1\u{200b}5",
            "commitments[0].amount.value: `1\\u{200b}5` is not a number: write it like 380 or \"38.58\"",
        ),
        (
            "/commitments/0/id",
            "a\u{ad}",
            "commitments[0].id: `a\\u{ad}` is not an id: use letters from a to z, digits, - and _",
        ),
        (
            "/body/0/paragraph/1/link/href",
            "https://example.org/\u{200b}",
            "body[0].paragraph[1].link.href: `https://example.org/\\u{200b}` has U+200B, an invisible character: remove it",
        ),
    ] {
        let problems = document(field, text).expect_err(field);
        assert_eq!(problems[0].to_string(), message);
    }
    // German, Thai and Persian prose needs characters without a width.
    for text in [
        "Zucker\u{ad}rohr",
        "ไทย\u{200b}ไทย",
        "می\u{200c}خواهم",
        "a\tb",
    ] {
        assert!(document("/headline", text).is_ok(), "{text:?}");
    }
    // In imported text, the separators of word processors end lines.
    let text = "---\u{2028}language: en\u{2028}headline: H\u{2028}---\u{2028}One.\u{b}\u{b}Two.\n";
    assert_eq!(
        import(text)["body"],
        json!([{ "paragraph": "One." }, { "paragraph": "Two." }])
    );
}

/// A part of a text: words, or signs that mean something to Markdown or another tool.
fn part() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "\n\n", "\n", "\n- ", "\n> ", "\n## ", "\n---\n", "\n===\n", "\n```\n", "\n    ", "\n| ",
        "\n: ", "  \n", "\\\n", "*", "**", "_", "__", "~", "~~", "^", "`", "[", "]", "](", "][",
        "[a]: ", "\n[a]: ", "\n[a]:\n", "^[", "{", "}", "{{", "%%", "==", "++", "||", "$", "::",
        "#", "\\", "!", "!", "|", "\u{a0}", "\u{3000}", "\u{2028}", "\r", "\n%%\n", "\n+++\n",
        "\n[x] ", "\n(@) ", "\n#. ", "\t",
    ]);
    let words = "[a-zé漢かب]{1,4}( [a-z]{1,3})?";
    prop_oneof![words.prop_map(String::from), signs.prop_map(String::from)]
}

fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphabetic()).collect()
}

/// All texts of a value, in their order.
fn texts(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(texts).collect(),
        Json::Object(fields) => fields.values().map(texts).collect(),
        _ => String::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// The parts have no addresses, references and comments, so each of their letters is a word of the text.
    #[test]
    fn every_letter_is_kept_or_refused(parts in prop::collection::vec(part(), 1..12)) {
        let text = format!("Words {} end", parts.concat());
        let lines = 1 + text.replace("\r\n", "\n").matches(['\r', '\n']).count();
        match Import::new(&format!("{FRONT_MATTER}{text}"), ImportFormat::Markdown).document() {
            // A name within the text may make a definition further down its address.
            Ok(document) if document.to_string().contains("\"link\"") => {}
            Ok(document) => prop_assert_eq!(letters(&texts(&document["body"])), letters(&text), "{}", text),
            Err(problems) => for problem in problems {
                let line = problem.place.map(|place| place.start.line);
                prop_assert!(line.is_some_and(|line| (1..=4 + lines).contains(&line)), "{}: {:?}", text, line);
            },
        }
    }
}
