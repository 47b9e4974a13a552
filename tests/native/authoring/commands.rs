//! The commands `import`, `export` and `new`, as a shell runs them.

use super::canonical;
use serde_json::Value as Json;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for each test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("authoring")
        .join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-widget"));
    command.current_dir(folder).args(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Some end before they read anything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn there_and_back() {
    let folder = folder("there_and_back");
    let every_feature = include_str!("../every-feature.json");
    let exported = run(
        &folder,
        &["export", "-", "--out", "story.md"],
        every_feature,
    );
    assert!(exported.status.success(), "{}", text(&exported.stderr));
    let table = run(&folder, &["export", "-", "--format", "csv"], every_feature);
    assert!(text(&table.stdout).starts_with("id,name,value,"));
    let imported = run(&folder, &["import", "story.md", "--out", "story.json"], "");
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let document: Json =
        serde_json::from_str(&fs::read_to_string(folder.join("story.json")).unwrap()).unwrap();
    assert_eq!(
        canonical(&document),
        canonical(&serde_json::from_str(every_feature).unwrap())
    );
}

#[test]
fn a_text_and_its_tables() {
    let folder = folder("a_text_and_its_tables");
    fs::write(folder.join("story.txt"), "A headline\n\nA paragraph.\n").unwrap();
    fs::write(
        folder.join("teasers.csv"),
        "headline,href\nOther,other.html\n",
    )
    .unwrap();
    fs::write(
        folder.join("plans.csv"),
        "id,name,value,currency,year,status,purpose,source\na,A,5,USD,2025,planned,p,s\n",
    )
    .unwrap();
    let arguments = [
        "import",
        "story.txt",
        "--language",
        "en",
        "--commitments",
        "plans.csv",
        "--teasers",
        "teasers.csv",
        "--teasers-title",
        "More",
    ];
    let output = run(&folder, &arguments, "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let document: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["headline"], "A headline");
    assert_eq!(document["commitments"][0]["id"], "a");
    assert_eq!(document["related"][0]["title"], "More");
}

#[test]
fn mistakes_have_their_files_and_lines_and_nothing_is_written() {
    let folder = folder("mistakes");
    fs::write(
        folder.join("story.md"),
        "---\nlanguage: en\n---\n# H\n\n<b>\n",
    )
    .unwrap();
    fs::write(folder.join("plans.csv"), "id\na\n").unwrap();
    let arguments = [
        "import",
        "story.md",
        "--commitments",
        "plans.csv",
        "--out",
        "story.json",
    ];
    let output = run(&folder, &arguments, "");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(
        errors.starts_with("error: story.md:6: HTML, which"),
        "{errors}"
    );
    assert!(
        errors.contains("error: plans.csv:2: the field `name` is missing (path: commitments[0])"),
        "{errors}"
    );
    assert!(!folder.join("story.json").exists());

    let output = run(
        &folder,
        &["export", "-"],
        "{ \"version\": 1,\n \"body\": [] }",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("error: standard input:1:1: the field `language` is missing")
    );
    assert_eq!(
        run(&folder, &["import", "none.md"], "").status.code(),
        Some(1)
    );
    assert_eq!(run(&folder, &["import"], "").status.code(), Some(2));
    assert_eq!(
        run(&folder, &["export", "-", "--format", "xml"], "")
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn new_documents_are_sound_and_overwrite_nothing() {
    let folder = folder("new");
    let new = |arguments: &[&str]| run(&folder, &[&["new"], arguments].concat(), "");
    assert!(new(&["--out", "story.json"]).status.success());
    assert!(run(&folder, &["check", "story.json"], "").status.success());
    let markdown = new(&["--format", "markdown"]);
    let imported = run(&folder, &["import", "-"], &text(&markdown.stdout));
    assert!(imported.status.success(), "{}", text(&imported.stderr));

    fs::write(folder.join("story.json"), "mine").unwrap();
    let refused = new(&["--out", "story.json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        text(&refused.stderr),
        "error: story.json exists already, and stays as it is\n"
    );
    assert_eq!(
        fs::read_to_string(folder.join("story.json")).unwrap(),
        "mine"
    );
}

#[test]
fn names_of_files_tell_the_form() {
    let folder = folder("names_of_files");
    for (arguments, file, start) in [
        (&["new", "--out", "a.md"][..], "a.md", "---\n"),
        (&["new", "--out", "a.json"], "a.json", "{"),
        (&["export", "a.json", "--out", "a.csv"], "a.csv", "id,name,"),
        (&["export", "a.json", "--out", "b.md"], "b.md", "---\n"),
    ] {
        let output = run(&folder, arguments, "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let written = fs::read_to_string(folder.join(file)).unwrap();
        assert!(written.starts_with(start), "{arguments:?}: {written}");
    }
    fs::write(folder.join("latin.csv"), b"id\n\xe9\n").unwrap();
    for (arguments, message) in [
        (&["import", "a.json"][..], "error: a.json is JSON, "),
        (
            &["export", "a.md"],
            "error: a.md:1:1: this is no JSON but looks like Markdown: ",
        ),
        (
            &["import", "a.md", "--commitments", "latin.csv"],
            "error: cannot read latin.csv: it is not UTF-8: save it",
        ),
    ] {
        let output = run(&folder, arguments, "");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{errors}");
        assert!(errors.starts_with(message), "{errors}");
    }
}
