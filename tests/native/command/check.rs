//! The commands `check` and `schema`.

use super::{directory, result};
use crate::authoring::EVERY_FEATURE;
use crate::authoring::check::{SMALL, TEN_MISTAKES, TEN_PLACES};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;

fn run(directory: &Path, arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let output = super::run(directory, arguments, input);
    let (code, out, errors) = result(&output);
    (code, out.to_owned(), errors.to_owned())
}

#[test]
fn people_read_problems_with_excerpts() {
    let directory = directory("check/people");
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

2 documents checked: 2 errors in 1 of them
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
    assert!(out.ends_with("\n1 document checked: 1 error\n"), "{out}");
}

#[test]
fn a_long_line_is_shown_in_part() {
    let directory = directory("check/long");
    let mut document: Json = serde_json::from_str(EVERY_FEATURE).unwrap();
    document["body"][4]["paragraph"][1]["datum"]["off"] = "x".repeat(500).into();
    document["commitments"][0]["status"] = "\u{1b}[31m".into();
    fs::write(directory.join("a.json"), document.to_string()).unwrap();
    let (code, out, _) = run(&directory, &["check", "a.json"], b"");
    assert_eq!(code, 1);
    // Control characters in a document must not reach the terminal.
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
    let directory = directory("check/tools");
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
            "severity": "error",
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
fn a_file_that_cannot_be_read_has_an_exit_code_of_its_own() {
    let directory = directory("check/failures");
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
            "1 document checked: 4 errors\n",
            "error: cannot read latin.json: ",
        ),
        // If no document was checked, none is reported as free of problems.
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
fn remarks_are_named_and_no_problem() {
    let directory = directory("check/remarks");
    let text = SMALL.replacen("\"headline\": \"", "\"headline\": \"Zucker\u{ad}rohr ", 1);
    assert_ne!(text, SMALL);
    fs::write(directory.join("a.json"), text).unwrap();
    let (code, out, _) = run(&directory, &["check", "a.json"], b"");
    assert_eq!(code, 0);
    assert!(
        out.contains("note[value]: the text has U+00AD, which has no width"),
        "{out}"
    );
    assert!(out.ends_with("1 document checked: no problem\n"), "{out}");
    let (code, out, _) = run(&directory, &["check", "--format", "json", "a.json"], b"");
    assert_eq!(code, 0);
    let out: Vec<Json> = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&out[0]["severity"], &out[0]["path"]),
        (&json!("remark"), &json!("headline"))
    );
}

#[test]
fn warnings_fail_only_where_they_count_as_errors() {
    let directory = directory("check/warnings");
    let table = r#"{ "version": 1, "language": "en", "headline": "A", "body": [
  { "table": { "columns": [{ "title": "Year" }], "rows": [["2025"]] } }
] }"#;
    fs::write(directory.join("table.json"), table).unwrap();
    fs::write(directory.join("small.json"), SMALL).unwrap();
    let bad = table.replace("headline", "hedline");
    fs::write(directory.join("bad.json"), bad).unwrap();
    for (arguments, code, starts, summary) in [
        (
            &["table.json"][..],
            0,
            "warning[missing]: the table has no caption",
            "1 document checked: 1 warning",
        ),
        (
            &["--strict", "table.json"],
            1,
            "error[missing]: the table has no caption",
            "1 document checked: 1 error",
        ),
        (
            &["table.json", "small.json"],
            0,
            "warning[missing]: ",
            "2 documents checked: 1 warning in 1 of them",
        ),
        (
            &["bad.json"],
            1,
            "error[missing]: the field `headline` is missing",
            "1 document checked: 2 errors, 1 warning",
        ),
        (
            &["bad.json", "table.json", "small.json"],
            1,
            "error[missing]: ",
            "3 documents checked: 2 errors, 2 warnings in 2 of them",
        ),
        (
            &["--strict", "small.json"],
            0,
            "1 document checked",
            "no problem",
        ),
    ] {
        let arguments = [&["check"], arguments].concat();
        let (found, out, errors) = run(&directory, &arguments, b"");
        assert_eq!((found, errors.as_str()), (code, ""), "{arguments:?}: {out}");
        assert!(out.starts_with(starts), "{arguments:?}: {out}");
        assert!(
            out.ends_with(&format!("{summary}\n")),
            "{arguments:?}: {out}"
        );
    }
    for (strict, code, severity) in [(None, 0, "warning"), (Some("--strict"), 1, "error")] {
        let arguments = ["check", "--format", "json", "table.json"].into_iter();
        let arguments: Vec<&str> = arguments.chain(strict).collect();
        let (found, out, _) = run(&directory, &arguments, b"");
        let out: Vec<Json> = serde_json::from_str(&out).unwrap();
        assert_eq!(found, code);
        assert_eq!(out[0]["severity"], severity);
        assert_eq!(out[0]["line"], 2);
    }
}

#[test]
fn documents_are_mended_in_their_files() {
    let directory = directory("check/fix");
    let wrong = "{\r\n  \"language\": \"en\",\r\n  \"hedline\": \"A\",\r\n  \"boddy\": [{ \"poem\": \"x\" }]\r\n}\r\n";
    let mended = "{\r\n  \"version\": 1,\r\n  \"language\": \"en\",\r\n  \"headline\": \"A\",\r\n  \"body\": [{ \"poem\": \"x\" }]\r\n}\r\n";
    let path = directory.join("a.json");
    fs::write(&path, wrong).unwrap();
    let (code, out, errors) = run(&directory, &["check", "--fix", "a.json"], b"");
    assert_eq!(fs::read_to_string(&path).unwrap(), mended);
    assert_eq!(
        errors,
        "fixed: a.json:2: `\"version\": 1` is new\nfixed: a.json:4: `hedline` is now `headline`\nfixed: a.json:5: `boddy` is now `body`\n"
    );
    assert_eq!(code, 1);
    assert!(
        out.starts_with("error[unknown]: `poem` is not known here"),
        "{out}"
    );
    assert!(out.contains("a.json:5:14"), "{out}");
    assert!(out.ends_with("1 document checked: 1 error\n"), "{out}");
    // A second time nothing changes.
    let (code, again, errors) = run(&directory, &["check", "--fix", "a.json"], b"");
    assert_eq!((code, again, errors.as_str()), (1, out, ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), mended);
    // No other file is left.
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);

    fs::write(directory.join("b.json"), "{ \"hedline\": \"A\", }").unwrap();
    let utf_16 = wrong.encode_utf16().flat_map(u16::to_le_bytes);
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf_16).collect();
    fs::write(directory.join("c.json"), &utf_16).unwrap();
    fs::write(directory.join("d.json"), SMALL).unwrap();
    let arguments = [
        "check", "--fix", "--format", "json", "b.json", "c.json", "d.json",
    ];
    let (code, out, errors) = run(&directory, &arguments, b"");
    assert_eq!(code, 2);
    assert_eq!(
        errors,
        "error: cannot mend c.json: save it as text in UTF-8\n"
    );
    let out: Vec<Json> = serde_json::from_str(&out).unwrap();
    assert_eq!(out[0]["kind"], "syntax");
    assert_eq!(out[1]["file"], "c.json");
    assert_eq!(fs::read(directory.join("c.json")).unwrap(), utf_16);
    assert_eq!(fs::read_to_string(directory.join("d.json")).unwrap(), SMALL);
    // Only files can be changed.
    let (code, out, errors) = run(&directory, &["check", "--fix", "d.json", "-"], b"{}");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        errors.starts_with("error: --fix changes files, and - is standard input"),
        "{errors}"
    );
}

#[test]
fn the_help_states_the_exit_codes() {
    let (code, out, _) = run(&directory("check/help"), &["check", "--help"], b"");
    assert_eq!(code, 0);
    let words: Vec<&str> = out.split_whitespace().collect();
    let words = words.join(" ");
    assert!(words.contains("Ends with 0 if there is no error, 1 if there is one, and 2"));
    for field in [
        "file",
        "line",
        "column",
        "endLine",
        "endColumn",
        "path",
        "kind",
        "severity",
        "message",
    ] {
        assert!(out.contains(&format!("\n  {field} ")), "{field}: {out}");
    }
}

#[test]
fn the_schema_is_written() {
    let directory = directory("check/schema");
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

#[test]
fn what_older_widgets_pass_over_is_named() {
    let directory = directory("check/widget");
    let json =
        r#"{"version":1,"language":"en","headline":"A","authors":[{"name":"Ada"}],"body":[]}"#;
    let arguments = ["check", "-", "--widget", "0.0.9"];
    let (code, out, errors) = run(&directory, &arguments, json.as_bytes());
    assert_eq!((code, errors.as_str()), (1, ""));
    let message = "error[unknown]: release 0.1.0 brought `authors`, and widgets of release 0.0.9 pass over it: ";
    assert!(out.starts_with(message), "{out}");
    let (code, ..) = run(
        &directory,
        &["check", "-", "--widget", "0.1.0"],
        json.as_bytes(),
    );
    assert_eq!(code, 0);
    let (code, _, errors) = run(
        &directory,
        &["check", "-", "--widget", "1"],
        json.as_bytes(),
    );
    assert_eq!(code, 2);
    assert!(errors.contains("three numbers"), "{errors}");
}
