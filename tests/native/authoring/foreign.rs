//! Marks of other tools, and marks of Markdown that change words: each is an error with its line.

use super::{FRONT_MATTER, import, paragraph, problems};
use article_widget::authoring::{Import, ImportFormat};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

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
        ("- [Smith]:\n===\nWords", &[5]),
        ("> [Smith]:\n> Yes.", &[5]),
        ("[Smith]:\n+++\nWords", &[5]),
        ("[Smith]:\n\u{a0}\nWords", &[5]),
        ("Words\n---\n[Smith]:\n-1.\n Words", &[7]),
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
