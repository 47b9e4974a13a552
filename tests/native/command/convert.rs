//! The commands `import`, `export` and `new`.

use super::directory;
use crate::authoring::{EVERY_FEATURE, canonical};
use serde_json::Value as Json;
use std::fs;
use std::path::Path;
use std::process::Output;

fn run(directory: &Path, arguments: &[&str], input: &str) -> Output {
    super::run(directory, arguments, input.as_bytes())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn there_and_back() {
    let directory = directory("convert/there_and_back");
    let exported = run(
        &directory,
        &["export", "-", "--out", "story.md"],
        EVERY_FEATURE,
    );
    assert!(exported.status.success(), "{}", text(&exported.stderr));
    let table = run(
        &directory,
        &["export", "-", "--format", "csv"],
        EVERY_FEATURE,
    );
    assert!(text(&table.stdout).starts_with("\u{feff}id,name,value,"));
    let imported = run(
        &directory,
        &["import", "story.md", "--out", "story.json"],
        "",
    );
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let document: Json =
        serde_json::from_str(&fs::read_to_string(directory.join("story.json")).unwrap()).unwrap();
    assert_eq!(
        canonical(&document),
        canonical(&serde_json::from_str(EVERY_FEATURE).unwrap())
    );
}

#[test]
fn nothing_is_lost_by_a_mistaken_name() {
    let directory = directory("convert/mistaken_names");
    let markdown = "---\nlanguage: en\nheadline: A\n---\nText.\n";
    let json = r#"{ "version": 1, "language": "en", "headline": "A", "body": [] }"#;
    let table = "id,name,value,currency,year,status,purpose,source\n";
    fs::create_dir(directory.join("folder")).unwrap();
    let files = [("a.md", markdown), ("a.json", json), ("a.csv", table)];
    for (name, content) in files {
        fs::write(directory.join(name), content).unwrap();
    }
    let lost = "is what is read, and would be lost: name another file with --out";
    for (line, error) in [
        ("import a.md --out a.md", format!("a.md {lost}")),
        ("import a.md --out ./a.md", format!("./a.md {lost}")),
        (
            "import a.md --out folder/../a.md",
            format!("folder/../a.md {lost}"),
        ),
        (
            "import a.md --commitments a.csv --out a.csv",
            format!("a.csv {lost}"),
        ),
        ("export a.json --out a.json", format!("a.json {lost}")),
        (
            "export a.json --format markdown --out a.json",
            format!("a.json {lost}"),
        ),
        ("prerender a.json --out a.json", format!("a.json {lost}")),
        (
            "prerender a.json --page --out a.json",
            format!("a.json {lost}"),
        ),
        (
            "import a.md --out b.md",
            "b.md is no name for a document: end it in .json".into(),
        ),
        (
            "export a.json --out b.docx",
            "b.docx is no name for Markdown or a table: end it in .md".into(),
        ),
        (
            "prerender a.json --out b.json",
            "b.json is no name for HTML: end it in .html".into(),
        ),
        (
            "new --out b.csv",
            "b.csv is no name for a document: end it in .json".into(),
        ),
        (
            "schema --out b.MD",
            "b.MD is no name for a schema: end it in .json".into(),
        ),
        (
            "import a.md --out no/b.json",
            "cannot write no/b.json: there is no folder no".into(),
        ),
        (
            "new --out no/b.json",
            "cannot write no/b.json: there is no folder no".into(),
        ),
        ("import folder", "folder is a folder: name files".into()),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let output = run(&directory, &words, "");
        assert_eq!(text(&output.stderr), format!("error: {error}\n"), "{line}");
        assert_eq!(
            (output.status.code(), text(&output.stdout)),
            (Some(1), String::new())
        );
    }
    for (name, content) in files {
        assert_eq!(fs::read_to_string(directory.join(name)).unwrap(), content);
    }
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 4);
    // Endings of no known kind are the user's own matter, and so is a form that is asked for.
    for line in [
        "import a.md --out b.draft",
        "prerender a.json --out b.njk",
        "prerender a.json --out b.md",
        "new --format json --out c.md",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        assert!(run(&directory, &words, "").status.success(), "{line}");
    }
}

#[test]
fn an_import_remarks_on_invisible_characters() {
    let directory = directory("convert/an_import_remarks");
    let story = "---\nlanguage: de\nheadline: Zucker\u{ad}rohr\n---\nText.\u{2028}Wort\u{200b}e.\n";
    fs::write(directory.join("story.md"), story).unwrap();
    let table =
        "id,name,value,currency,year,status,purpose,source\na,A,5,USD,2025,planned,p\u{ad},s\n";
    fs::write(directory.join("plans.csv"), table).unwrap();
    let imported = run(
        &directory,
        &[
            "import",
            "story.md",
            "--commitments",
            "plans.csv",
            "--out",
            "story.json",
        ],
        "",
    );
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let remarks = text(&imported.stderr);
    let lines: Vec<&str> = remarks.lines().collect();
    let what = "which has no width: keep it only where it is meant";
    assert_eq!(
        lines,
        [
            format!("remark: story.md:3: the text has U+00AD, {what} (path: headline)"),
            format!("remark: story.md:5: the text has U+200B, {what} (path: body[0].paragraph)"),
            format!(
                "remark: plans.csv:2: the text has U+00AD, {what} (path: commitments[0].purpose)"
            ),
        ]
    );
    // A mistake leaves the document as it was.
    let before = fs::read_to_string(directory.join("story.json")).unwrap();
    fs::write(
        directory.join("story.md"),
        story.replace("headline", "haedline"),
    )
    .unwrap();
    let failed = run(
        &directory,
        &["import", "story.md", "--out", "story.json"],
        "",
    );
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        !text(&failed.stderr).contains("remark"),
        "{}",
        text(&failed.stderr)
    );
    assert_eq!(
        fs::read_to_string(directory.join("story.json")).unwrap(),
        before
    );
}

#[test]
fn what_people_have_becomes_a_document_with_warnings_and_remarks() {
    let directory = directory("convert/what_people_have");
    let story = "---\nlayout: post\nlanguage: en\ntags: [secret]\n---\n# H\n\n# Second\n\n| A |\n|---|\n| 1 |\n";
    fs::write(directory.join("story.md"), story).unwrap();
    let arguments = ["import", "story.md", "--out", "story.json"];
    let imported = run(&directory, &arguments, "");
    let errors = text(&imported.stderr);
    assert!(imported.status.success(), "{errors}");
    let starts = [
        "remark: story.md:2: `layout` is no field",
        "remark: story.md:4: `tags` is no field",
        "remark: story.md:8: a heading with one #",
        "warning: story.md:10: the table has no caption",
    ];
    assert_eq!(errors.lines().count(), starts.len(), "{errors}");
    for (line, start) in errors.lines().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
    let document = fs::read_to_string(directory.join("story.json")).unwrap();
    assert!(!document.contains("secret") && document.contains("\"heading\": \"Second\""));
    // With an error, they are named, too: they may be its cause.
    let story = story.replace("# H\n\n#", "##").replace("layout", "title");
    let imported = run(&directory, &["import", "-"], &story);
    let errors = text(&imported.stderr);
    assert_eq!(imported.status.code(), Some(1));
    assert!(errors.contains("remark: standard input:2: `title` is no field of a document, and left out: for readers, write `headline`"), "{errors}");
    assert!(
        errors.contains("error: standard input:1: the field `headline` is missing"),
        "{errors}"
    );
    assert!(!errors.contains("error: standard input:2"), "{errors}");
}

#[test]
fn a_text_and_its_tables() {
    let directory = directory("convert/a_text_and_its_tables");
    fs::write(directory.join("story.txt"), "A headline\n\nA paragraph.\n").unwrap();
    fs::write(
        directory.join("teasers.csv"),
        "headline,href\nOther,other.html\n",
    )
    .unwrap();
    fs::write(
        directory.join("plans.csv"),
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
    let output = run(&directory, &arguments, "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let document: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["headline"], "A headline");
    assert_eq!(document["commitments"][0]["id"], "a");
    assert_eq!(document["related"][0]["title"], "More");
}

#[test]
fn mistakes_have_their_files_and_lines_and_nothing_is_written() {
    let directory = directory("convert/mistakes");
    fs::write(
        directory.join("story.md"),
        "---\nlanguage: en\n---\n# H\n\n<b>\n",
    )
    .unwrap();
    fs::write(directory.join("plans.csv"), "id\na\n").unwrap();
    let arguments = [
        "import",
        "story.md",
        "--commitments",
        "plans.csv",
        "--out",
        "story.json",
    ];
    let output = run(&directory, &arguments, "");
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
    assert!(!directory.join("story.json").exists());

    let output = run(
        &directory,
        &["export", "-"],
        "{ \"version\": 1,\n \"body\": [] }",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("error: standard input:1:1: the field `language` is missing")
    );
    assert_eq!(
        run(&directory, &["import", "none.md"], "").status.code(),
        Some(1)
    );
    assert_eq!(run(&directory, &["import"], "").status.code(), Some(2));
    assert_eq!(
        run(&directory, &["export", "-", "--format", "xml"], "")
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn new_documents_are_sound_and_overwrite_nothing() {
    let directory = directory("convert/new");
    let new = |arguments: &[&str]| run(&directory, &[&["new"], arguments].concat(), "");
    assert!(new(&["--out", "story.json"]).status.success());
    assert!(
        run(&directory, &["check", "story.json"], "")
            .status
            .success()
    );
    let markdown = new(&["--format", "markdown"]);
    let imported = run(&directory, &["import", "-"], &text(&markdown.stdout));
    assert!(imported.status.success(), "{}", text(&imported.stderr));

    fs::write(directory.join("story.json"), "mine").unwrap();
    let refused = new(&["--out", "story.json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        text(&refused.stderr),
        "error: story.json exists already, and stays as it is\n"
    );
    assert_eq!(
        fs::read_to_string(directory.join("story.json")).unwrap(),
        "mine"
    );
}

#[test]
fn the_name_of_a_file_decides_its_form() {
    let directory = directory("convert/names_of_files");
    for (arguments, file, start) in [
        (&["new", "--out", "a.md"][..], "a.md", "---\n"),
        (&["new", "--out", "a.json"], "a.json", "{"),
        (
            &["export", "a.json", "--out", "a.csv"],
            "a.csv",
            "\u{feff}id,name,",
        ),
        (&["export", "a.json", "--out", "b.md"], "b.md", "---\n"),
    ] {
        let output = run(&directory, arguments, "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let written = fs::read_to_string(directory.join(file)).unwrap();
        assert!(written.starts_with(start), "{arguments:?}: {written}");
    }
    fs::write(directory.join("latin.csv"), b"id\n\xe9\n").unwrap();
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
        let output = run(&directory, arguments, "");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{errors}");
        assert!(errors.starts_with(message), "{errors}");
    }
}
