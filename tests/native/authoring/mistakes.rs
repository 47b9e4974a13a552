//! Texts that cannot be imported, and the lines of their problems.

use super::{FRONT_MATTER, listed};
use article_widget::authoring::{Import, ImportFormat};

fn mistakes(text: &str) -> Vec<String> {
    listed(Import::new(text, ImportFormat::Markdown).document())
}

/// The problems of a body that begins on line 5.
fn in_body(body: &str) -> Vec<String> {
    mistakes(&format!("{FRONT_MATTER}{body}"))
}

#[test]
fn what_markdown_would_pass_over() {
    let body = "\
[a](datum:a?basis=per year) and <datum:a?basis=per year>

[1](a b) [B](term:\"c d\")

*[here](https://example.org/a b)*

Table: T

| A | B |
|---|---|
| a \\| | b |
  c | d | e
";
    let starts = [
        "5: `datum:` stands in what looks like a link but is none: write it without spaces",
        "7: `](` is a part of a link that is none: write %20 for a space",
        "7: `term:` stands in what looks like a link but is none: write a space",
        "9: `https:` stands in what looks like a link but is none: write %20",
        "16: the row has 3 cells, the table 2 columns: give one for each",
    ];
    let found = in_body(body);
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (message, start) in found.iter().zip(starts) {
        assert!(message.starts_with(start), "{found:#?}");
    }
}

#[test]
fn yaml_that_was_meant_as_words() {
    for (headline, mend) in [
        ("Trams: two cities", "put a text that has a colon"),
        ("*Two* cities", "put a text that begins with * into quotes"),
    ] {
        let found = mistakes(&format!(
            "---\nlanguage: en\nheadline: {headline}\n---\nX.\n"
        ));
        assert!(
            found.len() == 1 && found[0].starts_with("3: not YAML: ") && found[0].contains(mend),
            "{found:?}"
        );
    }
}

#[test]
fn all_at_once_each_with_its_line() {
    let body = "\
A paragraph with <b>HTML</b>.

- An item
  - A nested one

![A picture](a.png)

# A second headline

```figur
```

    indented

| A |
|---|
| 1 |

3. Three

A line\\
broken.
";
    assert_eq!(
        in_body(body),
        [
            "5: `<b>` is HTML, which a document cannot hold: use Markdown, or write \\< for a plain <",
            "5: `</b>` is HTML, which a document cannot hold: use Markdown, or write \\< for a plain <",
            "8: an item of a list cannot hold a list: make it one list, or two after each other",
            "10: a picture needs a width and a height: write it as a fenced block, ```figure",
            "12: a heading with one # below the headline is taken for a heading of the text: better write ##",
            "14: `figur` is not known here: did you mean `figure`?",
            "17: an indented block: remove the spaces before it",
            "19: the table has no caption: write what it shows into the field `caption` (in Markdown, a paragraph `Table: …` above the table)",
            "23: a list begins with 1, not with 3: number it from 1, or write \\. after a number that begins a sentence",
            "25: a line break within a text: make two paragraphs, or remove it",
        ]
    );
}

/// Bodies with one error each.
const BODIES: &[(&str, &str)] = &[
    (
        "#### Deep\n",
        "5: there are two levels of headings, ## and ###: write ###",
    ),
    (
        "<div>\nx\n</div>\n",
        "5: HTML, which a document cannot hold: use Markdown, or write \\< for a plain <",
    ),
    (
        "-\n",
        "5: an item of a list is empty: write something, or remove it",
    ),
    (
        "- a\n\n  b\n",
        "7: an item of a list is one paragraph: join them, or take the second one out",
    ),
    (
        "> a\n> — b\n",
        "5: a line that begins with a dash within a paragraph: put a line with only > before it if it says whose words they are",
    ),
    (
        "> - a\n",
        "5: a quotation is paragraphs: take out what is not",
    ),
    (
        "Term\n\n: One\n\n: Two\n",
        "9: a second text about one term: join them into one",
    ),
    (
        "```\nx\n```\n",
        "5: a fenced block without its kind: write it after ```, as in ```figure",
    ),
    (
        "```chart\nx\n",
        "5: a fenced block that never ends: close it with ```",
    ),
    (
        "x\n\n```block\n{\n  \"paragraph\": x\n}\n```\n",
        "9: a text needs double quotes around it; without them only numbers, true, false and null can stand here",
    ),
    (
        "```block\n{ \"chart\": \"a\",\n\"chart\": \"b\" }\n```\n",
        "7: the field `chart` stands in this object twice, of which only the last one counts: leave one out",
    ),
    (
        "[a](https://example.org/ \"title\")\n",
        "5: a link has no title: remove what stands in quotes, or write `term:` as the address to explain a term",
    ),
    (
        "[a](datum:x \"title\")\n",
        "5: a figure has no title: remove what stands in quotes",
    ),
    (
        "x\n[a](datum:x?un=USD)\n",
        "6: `un` is not known here: did you mean `in`?",
    ),
    (
        "<datum:x?in=USD&in=CNY>\n",
        "5: `in` stands in a figure twice: keep one",
    ),
    (
        "[*a*](datum:x)\n",
        "5: a figure has words without marks: put the marks around it",
    ),
    (
        "[*a*](term: \"x\")\n",
        "5: a term has words without marks: put the marks around it",
    ),
    (
        "A.\n\nA.[^no]\n",
        "7: there is no footnote with the id `no`",
    ),
    (
        "A.[^a]\n\n[^a]: x\n\n[^a]: y\n",
        "9: the id `a` is taken: give each its own",
    ),
    (
        "A.[^a]\n\n[^a]: x\n\n    y\n",
        "9: a footnote is one paragraph: join them, or take the second one out",
    ),
    (
        "```aside\ntitle: T\nbody: |\n  One.\n\n  ![x](y)\n```\n",
        "10: a picture needs a width and a height: write it as a fenced block, ```figure",
    ),
    (
        "```figure\nimage:\n  src: a.png\n  width: 0\n  height: 1\n  decorative: true\n```\n",
        "8: found 0, expected a whole number from 1 to 65535",
    ),
    (
        "```pull-quote\ntext: [\n```\n",
        "7: not YAML: while parsing a node, did not find expected node content",
    ),
    (
        "```pull-quote\ntext: a\ntext: b\n```\n",
        "7: `text` stands here twice: keep one",
    ),
    (
        "```chart\nnone\n```\n",
        "6: there is no chart with the id `none`",
    ),
];

#[test]
fn one_at_a_time() {
    for (body, expected) in BODIES {
        assert_eq!(in_body(body), [*expected], "{body}");
    }
}

#[test]
fn front_matter() {
    for (text, expected) in [
        (
            "---\nlanguage: en\n",
            "1: the front matter never ends: put a line with `---` after it",
        ),
        (
            "---\n- en\n---\nX.\n",
            "2: front matter has fields, such as `language: en`",
        ),
        (
            "---\nlanguage: en\nheadline: H\nheadline: I\n---\nX.\n",
            "4: `headline` stands here twice: keep one",
        ),
        (
            "---\nlanguage: en\nheadline: 'H\n---\nX.\n",
            "3: not YAML: ",
        ),
        (
            "---\nlanguage: en\nheadline: H\nbody: []\n---\nX.\n",
            "4: the body comes after the front matter: move it there",
        ),
        (
            "---\nlanguage: en\nheadline: H\nkicker: *a\n---\nX.\n",
            "4: ",
        ),
        (
            "---\nlanguage: !x en\nheadline: H\n---\nX.\n",
            "2: a YAML tag (`!…`) means nothing here: remove it",
        ),
        (
            "---\nlanguage: en\nheadline: H\nhedline: x\n---\nX.\n",
            "4: `hedline` is not known here: did you mean `headline`?",
        ),
        (
            "---\nlanguage: en\nheadline: H\ntakeaways:\n  - a\n  - a ![b](c)\n---\nX.\n",
            "6: a picture needs a width and a height: write it as a fenced block, ```figure",
        ),
        (
            "---\nlanguage: en\nheadline: H\nstandfirst: |\n  one\n\n  two\n---\nX.\n",
            "6: this is one text without paragraphs: remove the blank line",
        ),
        (
            "---\nlanguage: en\nheadline: H\ncommitments:\n  - id: a\n    name: A\n    amount: { value: 1, currency: USD }\n    period:\n      year: 2025\n    status: planed\n    purpose: p\n    source: s\n---\nX.\n",
            "10: `planed` is not known here: did you mean `planned`?",
        ),
        ("X.\n", "1: the field `language` is missing"),
    ] {
        let found = mistakes(text);
        assert!(found[0].starts_with(expected), "{text}\n{found:#?}");
    }
}

#[test]
fn what_follows_from_a_mistake_is_none() {
    let text = "---\nlanguage: en\nheadline: H\ncommitments:\n  - { id: a, name: A, amount: { value: 1, currency: USD }, period: { year: 2025 }, status: planned, purpose: p, source: s }\ncharts:\n  - { id: c, title: C, currency: USD, source: s }\n---\n```char\nc\n```\n";
    assert_eq!(
        mistakes(text),
        ["9: `char` is not known here: did you mean `chart`?"]
    );
}

#[test]
fn depth_is_bounded() {
    let deep = format!(
        "---\nlanguage: en\nheadline: {}\n---\nX.\n",
        "[".repeat(100_000)
    );
    assert!(mistakes(&deep)[0].contains("recursion limit"));
    let deep = format!(
        "---\nlanguage: en\nheadline:\n  {}x\n---\nX.\n",
        "- ".repeat(100_000)
    );
    assert!(
        mistakes(&deep)[0].contains("levels deep"),
        "{:?}",
        mistakes(&deep)
    );
    let marks = format!("{}x{}\n", "*a ".repeat(60), "*".repeat(60));
    assert!(in_body(&marks)[0].contains("too many"));
    let quotes = format!("{}x\n", "> ".repeat(5_000));
    assert!(!in_body(&quotes).is_empty());
}

#[test]
fn length_is_bounded() {
    let long = "x".repeat(4_000_001);
    assert!(mistakes(&long)[0].starts_with("1: a text of more than 4000000 bytes"));
}
