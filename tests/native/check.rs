//! Every problem of a document, with its place: the checker, and the commands `article-widget
//! check` and `article-widget schema`, as a shell runs them.

use article_widget::authoring::check;
use article_widget::document::{Place, Position, Problem, ProblemKind};
use serde_json::{Value as Json, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const EVERY_FEATURE: &str = include_str!("every-feature.json");

const SMALL: &str = r#"{ "version": 1, "language": "en", "headline": "A headline", "body": [] }"#;

/// A document with ten different mistakes.
const TEN_MISTAKES: &str = r#"{
  "version": 1,
  "language": "en",
  "headline": ["Zwölf Äpfel ", { "strnog": "kosten" }, " mehr"],
  "kicker": "Märkte", "kicker": "Obst",
  "published": "2025-02-30",
  "body": [
    { "paragraph": 5 },
    { "paragraph": ["é ", { "link": { "text": "mehr", "href": "javascript:alert(1)" } }] },
	{ "quotation": { "attribution": "a desk" } },
    { "chart": "aples" }
  ],
  "footnotes": [
    { "id": "prices", "text": "In euros." }
  ],
  "commitments": [
    {
      "id": "apples",
      "name": "Apples",
      "amount": { "value": 1.5, "scale": "billion", "currency": "EUR" },
      "period": { "year": 2025, "years": 2 },
      "status": "planned",
      "purpose": "apples",
      "source": "Reports"
    }
  ]
}
"#;

/// Line, column, path and kind of each, in the order of the text.
const TEN_PLACES: [(usize, usize, &str, ProblemKind); 10] = [
    (4, 34, "headline[1].strnog", ProblemKind::Unknown),
    (5, 23, "kicker", ProblemKind::Duplicate),
    (6, 16, "published", ProblemKind::Value),
    (8, 20, "body[0].paragraph", ProblemKind::Type),
    (9, 63, "body[1].paragraph[1].link.href", ProblemKind::Value),
    (10, 17, "body[2].quotation", ProblemKind::Missing),
    (11, 16, "body[3].chart", ProblemKind::Reference),
    (14, 5, "footnotes[0]", ProblemKind::Unused),
    (20, 28, "commitments[0].amount.value", ProblemKind::Type),
    (21, 17, "commitments[0].period", ProblemKind::Value),
];

fn findings(text: &str) -> Vec<(Problem, Place)> {
    placed(check(text).expect_err("a document with problems"))
}

/// Problems with their places, which all problems of a text have.
fn placed(problems: Vec<Problem>) -> Vec<(Problem, Place)> {
    let placed = |problem: Problem| {
        let place = problem.place.clone().expect("a place");
        (problem, place)
    };
    problems.into_iter().map(placed).collect()
}

#[test]
fn ten_mistakes_are_ten_problems_each_in_its_place() {
    let findings = findings(TEN_MISTAKES);
    let found: Vec<_> = findings
        .iter()
        .map(|(problem, Place { start, .. })| {
            (
                start.line,
                start.column,
                problem.path.as_str(),
                problem.kind,
            )
        })
        .collect();
    assert_eq!(found, TEN_PLACES);
    // Of a field the name where the name is wrong, else the value; of an object its bracket.
    let marked = |place: usize| &TEN_MISTAKES[findings[place].1.range.clone()];
    assert_eq!(marked(0), r#""strnog""#);
    assert_eq!(marked(1), r#""kicker""#);
    assert_eq!(marked(3), "5");
    assert_eq!(marked(4), r#""javascript:alert(1)""#);
    assert_eq!(marked(5), "{");
    assert_eq!(marked(8), "1.5");
    let end = Position {
        line: 21,
        column: 45,
    };
    assert_eq!(
        (marked(9), findings[9].1.end),
        (r#"{ "year": 2025, "years": 2 }"#, end)
    );
}

#[test]
fn a_document_without_problems_is_an_article() {
    let article = check(EVERY_FEATURE).expect("no problem");
    assert_eq!(article.language, "en-GB");
    check(include_str!("../../articles/alibaba-ai-investment.json")).expect("no problem");
}

#[test]
fn columns_count_characters() {
    let text = SMALL.replace("A headline", "😀é").replace("[]", "5");
    for (text, column) in [
        (text.clone(), 61),
        // Neither a byte order mark nor the end of a line of Windows is a character of the line.
        (format!("\u{feff}{text}"), 61),
        (
            format!("\u{feff}{}", text.replace(", \"body", ",\r\n\"body")),
            9,
        ),
    ] {
        let findings = findings(&text);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].1.start.column, column, "{text}");
        assert_eq!(&text[findings[0].1.range.clone()], "5");
    }
}

#[test]
fn what_is_no_json_is_one_problem() {
    let findings = findings("{\n  \"version\": 1,\n  // a remark\n}");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].0.kind, ProblemKind::Syntax);
    assert!(findings[0].0.message.contains("`$comment`"));
    assert_eq!(findings[0].1.start, Position { line: 3, column: 3 });
    assert_eq!(
        findings[0].1.end,
        Position {
            line: 3,
            column: 14
        }
    );
}

#[test]
fn a_changed_figure_is_told_at_each_sentence_that_states_the_old_one() {
    for (changed, value, stale) in [
        (
            "/commitments/0/amount/value",
            480,
            vec!["over 380 billion yuan", "about 39%"],
        ),
        (
            "/commitments/0/equivalents/0/value",
            63,
            vec!["about $53 billion", "about 1.5 times"],
        ),
        (
            "/commitments/1/amount/value",
            95,
            vec!["$80 billion", "about 1.5 times"],
        ),
        (
            "/commitments/3/amount/value",
            250,
            vec!["150 billion yuan", "about 39%"],
        ),
    ] {
        let mut document: Json = serde_json::from_str(EVERY_FEATURE).unwrap();
        *document.pointer_mut(changed).unwrap() = value.into();
        let text = serde_json::to_string_pretty(&document).unwrap();
        let findings = placed(check(&text).err().unwrap_or_default());
        let found: Vec<Json> = findings
            .iter()
            .map(|(problem, place)| {
                assert_eq!(problem.kind, ProblemKind::Claim, "{problem}");
                serde_json::from_str(&text[place.range.clone()]).unwrap()
            })
            .collect();
        assert_eq!(found, stale, "{changed}");
    }
}

/// A directory of its own for a test, empty.
fn directory(test: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("check")
        .join(test);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn run(directory: &Path, arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_article-widget"))
        .args(arguments)
        .current_dir(directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end without reading.
    let _ = child.stdin.take().unwrap().write_all(input);
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

#[test]
fn people_read_problems_with_excerpts() {
    let directory = directory("people");
    fs::write(directory.join("a.json"), SMALL).unwrap();
    let bad = "{\n\t\"version\": 1,\n\t\"language\": \"en\",\n\t\"hedline\": \"É\",\n\t\"headline\": \"É\",\n\t\"body\": [{ \"paragraph\": {\n\t} }]\n}";
    fs::write(directory.join("b.json"), bad).unwrap();
    let (code, out, errors) = run(&directory, &["check", "a.json", "b.json"], b"");
    assert_eq!((code, errors.as_str()), (1, ""));
    let expected = "\
error[unknown]: `hedline` is not known here: did you mean `headline`?
  ┌─ b.json:4:2
  │
4 │     \"hedline\": \"É\",
  │     ^^^^^^^^^
  │
  = path: hedline

error[type]: found an object, expected a text, or a list of texts and marks
  ┌─ b.json:6:26
  │
6 │     \"body\": [{ \"paragraph\": {
  │                             ^
  │
  = path: body[0].paragraph

2 documents checked: 2 problems in 1 of them
";
    assert_eq!(out, expected);
    let fine = (0, "1 document checked: no problem\n".into(), String::new());
    assert_eq!(run(&directory, &["check", "a.json"], b""), fine);
    assert_eq!(run(&directory, &["check", "-"], SMALL.as_bytes()), fine);
    let (code, out, _) = run(&directory, &["check", "-"], b"{");
    assert_eq!(code, 1);
    assert!(
        out.contains("error[syntax]: this object is never closed"),
        "{out}"
    );
    assert!(out.contains("standard input:1:1"), "{out}");
    assert!(out.ends_with("\n1 document checked: 1 problem\n"), "{out}");
}

#[test]
fn a_long_line_is_shown_in_part() {
    let directory = directory("long");
    let mut document: Json = serde_json::from_str(EVERY_FEATURE).unwrap();
    document["body"][4]["paragraph"][1]["datum"]["off"] = "x".repeat(500).into();
    document["commitments"][0]["status"] = "\u{1b}[31m".into();
    fs::write(directory.join("a.json"), document.to_string()).unwrap();
    let (code, out, _) = run(&directory, &["check", "a.json"], b"");
    assert_eq!(code, 1);
    // Nor can what it holds command the terminal.
    assert!(!out.contains('\u{1b}'), "{out}");
    for line in out.lines().filter(|line| line.contains('…')) {
        assert!(line.chars().count() < 120, "{line}");
    }
    let line = out
        .lines()
        .position(|line| line.contains(r#""off":"xxx"#))
        .unwrap();
    let lines: Vec<&str> = out.lines().collect();
    let start = lines[line].find("\"off\"").unwrap();
    let start = lines[line][..start].chars().count();
    let caret = lines[line + 1].chars().position(|mark| mark == '^');
    assert_eq!(caret, Some(start), "{out}");
    assert!(lines[line].ends_with("xxx…"), "{out}");
}

#[test]
fn tools_read_problems_as_json() {
    let directory = directory("tools");
    fs::write(directory.join("a.json"), SMALL).unwrap();
    fs::write(directory.join("b.json"), TEN_MISTAKES).unwrap();
    let arguments = ["check", "--format", "json", "a.json", "-", "b.json"];
    let (code, out, errors) = run(&directory, &arguments, b"[1,]");
    assert_eq!((code, errors.as_str()), (1, ""));
    let out: Vec<Json> = serde_json::from_str(&out).unwrap();
    assert_eq!(out.len(), 1 + TEN_PLACES.len());
    assert_eq!(
        out[0],
        json!({
            "file": "-",
            "line": 1,
            "column": 3,
            "endLine": 1,
            "endColumn": 4,
            "path": "",
            "kind": "syntax",
            "message": "a comma follows the last entry: take it out",
        })
    );
    for (entry, (line, column, path, kind)) in out[1..].iter().zip(TEN_PLACES) {
        assert_eq!(entry["file"], "b.json");
        assert_eq!(
            (&entry["line"], &entry["column"]),
            (&line.into(), &column.into())
        );
        assert_eq!(entry["path"], path);
        assert_eq!(entry["kind"], serde_json::to_value(kind).unwrap());
    }
    let fine = (0, "[]\n".into(), String::new());
    assert_eq!(
        run(&directory, &["check", "--format", "json", "a.json"], b""),
        fine
    );
}

#[test]
fn what_cannot_be_looked_at_is_told_apart() {
    let directory = directory("failures");
    fs::write(directory.join("a.json"), SMALL).unwrap();
    fs::write(directory.join("b.json"), "{}").unwrap();
    fs::write(directory.join("latin.json"), b"\"\xe4\"").unwrap();
    for (arguments, summary, error) in [
        (
            vec!["check", "none.json", "a.json"],
            "1 document checked: no problem\n",
            "error: cannot read none.json: ",
        ),
        (
            vec!["check", "b.json", "latin.json"],
            "1 document checked: 4 problems\n",
            "error: cannot read latin.json: ",
        ),
        // Nothing is said to be without a problem.
        (
            vec!["check", "none.json"],
            "",
            "error: cannot read none.json: ",
        ),
        (vec!["check"], "", "error: the following required arguments"),
        (
            vec!["check", "a.json", "--format", "xml"],
            "",
            "error: invalid value 'xml'",
        ),
        (vec!["schema", "a.json"], "", "error: unexpected argument"),
    ] {
        let (code, out, errors) = run(&directory, &arguments, b"");
        assert_eq!(code, 2, "{arguments:?}: {errors}");
        assert!(out.ends_with(summary), "{arguments:?}: {out}");
        assert_eq!(out.is_empty(), summary.is_empty(), "{arguments:?}: {out}");
        assert!(errors.starts_with(error), "{arguments:?}: {errors}");
    }
}

#[test]
fn the_exit_codes_are_told() {
    let (code, out, _) = run(&directory("help"), &["check", "--help"], b"");
    assert_eq!(code, 0);
    let words: Vec<&str> = out.split_whitespace().collect();
    let words = words.join(" ");
    assert!(words.contains("Ends with 0 if there is no problem, 1 if there is one, and 2"));
    for field in [
        "file",
        "line",
        "column",
        "endLine",
        "endColumn",
        "path",
        "kind",
        "message",
    ] {
        assert!(out.contains(&format!("\n  {field} ")), "{field}: {out}");
    }
}

#[test]
fn the_schema_is_written() {
    let directory = directory("schema");
    let schema = article_widget::authoring::schema();
    let expected = (0, schema.clone(), String::new());
    assert_eq!(run(&directory, &["schema"], b""), expected);
    let nothing = (0, String::new(), String::new());
    assert_eq!(
        run(&directory, &["schema", "--out", "s.json"], b""),
        nothing
    );
    assert_eq!(
        fs::read_to_string(directory.join("s.json")).unwrap(),
        schema
    );
    let (code, _, errors) = run(&directory, &["schema", "--out", "none/s.json"], b"");
    assert_eq!(code, 1);
    assert!(
        errors.starts_with("error: cannot write none/s.json: "),
        "{errors}"
    );
}
