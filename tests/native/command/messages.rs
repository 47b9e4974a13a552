//! The command `messages`, and the option of `prerender` of the same name.

use super::{directory, result, run};
use crate::default_json;
use serde_json::{Value as Json, json};
use std::fs;

#[test]
fn a_file_is_checked() {
    let directory = directory("messages/check");
    let cases = [
        (
            json!({ "language": "de", "stories": { "read_more": "Weiterlesen" } }),
            0,
            "",
        ),
        (
            json!({ "stories": { "read_more": "Weiterlesen" } }),
            1,
            "own.json: language: the file does not say for which language it is: add its tag, such as de\n",
        ),
        (
            json!({ "language": "de", "stories": { "read_on": "Weiterlesen" } }),
            1,
            "own.json: stories.read_on: there is no such message\n",
        ),
    ];
    for (file, code, problem) in cases {
        fs::write(directory.join("own.json"), file.to_string()).unwrap();
        let output = run(&directory, &["messages", "check", "own.json"], b"");
        assert_eq!(result(&output), (code, problem, ""), "{file}");
    }
    let output = run(&directory, &["messages", "check", "none.json"], b"");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_texts_of_all_languages_are_written() {
    let directory = directory("messages/texts");
    let output = run(&directory, &["messages", "texts", "--out", "messages"], b"");
    assert_eq!(result(&output), (0, "", ""));
    let texts = |name: &str| -> Vec<String> {
        let path = directory.join(format!("messages/{name}.json"));
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let german = texts("de");
    assert_eq!((&*german[1], &*german[4]), ("de", "Erneut versuchen"));
    assert_eq!(texts("no")[1], "nb");
    assert_eq!(texts("und").len(), german.len());
    let names = fs::read_to_string(directory.join("messages/names.json")).unwrap();
    let names: Json = serde_json::from_str(&names).unwrap();
    assert_eq!(names.as_array().unwrap().len() + 2, german.len());
    assert_eq!(names[3], json!(["article", "by", ["byline"]]));
}

#[test]
fn a_publisher_replaces_words_and_adds_languages() {
    let directory = directory("messages/prerender");
    let house = json!({ "language": "de", "columns": { "company": "Konzern" } });
    fs::write(directory.join("house.json"), house.to_string()).unwrap();
    let added = json!({ "language": "gsw", "columns": { "company": "Firma" } });
    fs::write(directory.join("added.json"), added.to_string()).unwrap();
    let heading = |language: &str, own: Option<&str>| {
        let mut json = default_json();
        json["language"] = json!(language);
        fs::write(directory.join("a.json"), json.to_string()).unwrap();
        let own: Vec<&str> = own.map_or_else(Vec::new, |own| {
            vec!["--messages", own, "--messages-src", "words.json"]
        });
        let output = run(
            &directory,
            &[&["prerender", "a.json"], &own[..]].concat(),
            b"",
        );
        let (code, html, error) = result(&output);
        assert_eq!(code, 0, "{error}");
        assert_eq!(html.contains(r#" messages="words.json">"#), !own.is_empty());
        let companies = ["Konzern", "Firma", "Unternehmen", "Company"];
        let found = |company: &&&str| {
            html.contains(&format!(r#"scope="col">{company}<"#))
                || html.contains(&format!(">{company}</"))
        };
        *companies.iter().find(found).unwrap()
    };
    assert_eq!(heading("de", None), "Unternehmen");
    assert_eq!(heading("de-AT", Some("house.json")), "Konzern");
    assert_eq!(heading("en", Some("house.json")), "Company");
    assert_eq!(heading("gsw", None), "Company");
    assert_eq!(heading("gsw", Some("added.json")), "Firma");
}

#[test]
fn a_faulty_file_ends_the_command() {
    let directory = directory("messages/faulty");
    fs::write(directory.join("a.json"), default_json().to_string()).unwrap();
    let faulty = json!({ "language": "en", "article": { "by": "By" } });
    fs::write(directory.join("own.json"), faulty.to_string()).unwrap();
    let arguments = [
        "prerender",
        "a.json",
        "--messages",
        "own.json",
        "--messages-src",
        "own.json",
    ];
    let output = run(&directory, &arguments, b"");
    let problem =
        "error: own.json: article.by: lacks {byline}, which stands for a text of the article\n";
    assert_eq!(result(&output), (1, "", problem));
}
