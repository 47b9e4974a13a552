//! The command `prerender`.

use super::directory;
use crate::prerender::{data, plain_fragment, plain_page, story};
use crate::small_json;
use article_widget::prerender::style_sheets;
use serde_json::json;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path};
use std::process::Output;

/// Runs the command in a directory; `input` is its standard input.
fn run_with(directory: &Path, arguments: &[&str], input: &str) -> Output {
    let arguments = [&["prerender"], arguments].concat();
    super::run(directory, &arguments, input.as_bytes())
}

fn run(directory: &Path, arguments: &[&str]) -> Output {
    run_with(directory, arguments, "")
}

/// The result without the line about the styles, which comes last.
fn result(output: &Output) -> (i32, &str, &str) {
    let (code, out, errors) = super::result(output);
    let styles = errors.rfind("style-src: ").unwrap_or(errors.len());
    (code, out, &errors[..styles])
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_document_becomes_a_fragment() {
    let directory = directory("prerender/fragment");
    let json = small_json();
    fs::write(directory.join("a.json"), json.to_string()).unwrap();
    let expected = plain_fragment().render(&story(&json));
    let output = run(&directory, &["a.json"]);
    assert_eq!(result(&output), (0, expected.as_str(), ""));
    let output = run_with(&directory, &["-"], &json.to_string());
    assert_eq!(result(&output), (0, expected.as_str(), ""));

    fs::write(directory.join("out.html"), "old").unwrap();
    let output = run(&directory, &["a.json", "--out", "out.html"]);
    assert_eq!(result(&output), (0, "", ""));
    assert_eq!(
        fs::read_to_string(directory.join("out.html")).unwrap(),
        expected
    );
    assert_eq!(names(&directory), ["a.json", "out.html"]);
}

#[test]
fn options_reach_the_markup() {
    let directory = directory("prerender/options");
    fs::write(directory.join("a.json"), small_json().to_string()).unwrap();
    fs::write(directory.join("a.css"), ".a{}\n").unwrap();
    let fragment = |options: &str| {
        let mut arguments = vec!["a.json"];
        arguments.extend(options.split(' '));
        let output = run(&directory, &arguments);
        let (code, html, errors) = result(&output);
        assert_eq!((code, errors), (0, ""));
        html.to_owned()
    };
    let html = fragment("--assets /w --src /a.json --inline-styles a.css --nonce n0");
    assert!(html.starts_with(r#"<div><article-widget src="/a.json" data-build=""#));
    assert!(html.contains(r#"<style nonce="n0">.a{}</style>"#));
    assert!(html.contains(r#"src="/w/embed.js""#));
    let html = fragment("--link-styles --assets /w");
    assert!(html.contains(r#"<link rel="stylesheet" href="/w/article-widget.css">"#));
    let html = fragment("--link-styles --light");
    assert!(html.contains(r#"<link rel="stylesheet" href="./article-widget.light.css">"#));

    let html = fragment(
        "--page --nonce n0 --canonical https://a.example/a --image https://a.example/1.png \
         --image https://a.example/2.png --site-name Daily",
    );
    assert!(html.starts_with("<!doctype html>"));
    assert!(html.contains(r#"<style nonce="n0">:root{"#));
    assert!(!html.contains(r#"rel="stylesheet""#));
    let ld = data(&html, "application/ld+json");
    assert_eq!(ld["mainEntityOfPage"]["@id"], "https://a.example/a");
    assert_eq!(ld["image"][1], "https://a.example/2.png");
    assert_eq!(ld["publisher"]["name"], "Daily");
}

#[test]
fn the_hashes_of_styles_are_told() {
    let directory = directory("prerender/hashes");
    fs::create_dir(directory.join("in")).unwrap();
    fs::write(directory.join("in/a.json"), small_json().to_string()).unwrap();
    fs::write(directory.join("a.css"), "a{}\n").unwrap();
    let told = |arguments: &str| {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let output = run(&directory, &arguments);
        let (code, _, errors) = super::result(&output);
        assert_eq!(code, 0, "{errors}");
        errors.to_owned()
    };
    let line = |sources: &[String]| format!("style-src: {}\n", sources.join(" "));
    let fragment = told("in/a.json");
    assert_eq!(fragment, line(&plain_fragment().style_sources()));
    assert_ne!(told("in/a.json --light"), fragment);
    let page = line(&plain_page().style_sources());
    assert_eq!(page.matches("'sha256-").count(), 2, "{page}");
    assert_eq!(told("in/a.json --page"), page);
    assert_eq!(told("in --out out"), page);
    let given = "style-src: 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='\n";
    assert_eq!(told("in/a.json --inline-styles a.css"), given);
    assert_eq!(told("in/a.json --page --inline-styles a.css"), given);
    for none in [
        "--link-styles",
        "--nonce abc",
        "--inline-styles a.css --nonce abc",
    ] {
        assert_eq!(told(&format!("in/a.json {none}")), "");
    }
}

#[test]
fn the_styles_of_a_release_are_written() {
    let directory = directory("prerender/styles");
    let output = super::run(&directory, &["styles", "--out", "new/styles"], b"");
    assert_eq!(super::result(&output), (0, "", ""));
    let sheets = style_sheets();
    let written = directory.join("new/styles");
    assert_eq!(names(&written), sheets.clone().map(|(name, _)| name));
    for (name, text) in sheets {
        assert_eq!(fs::read_to_string(written.join(name)).unwrap(), text);
    }
}

#[test]
fn a_folder_becomes_a_site() {
    let directory = directory("prerender/site");
    let input = directory.join("in");
    fs::create_dir(&input).unwrap();
    let json = small_json();
    fs::write(input.join("one.json"), json.to_string()).unwrap();
    fs::write(input.join("two words.json"), json.to_string()).unwrap();
    fs::write(input.join("notes.txt"), "not a document").unwrap();
    let output = run(&directory, &["in", "--out", "new/out"]);
    assert_eq!(result(&output), (0, "", ""));
    let out = directory.join("new/out");
    assert_eq!(names(&out), ["index.html", "one.html", "two words.html"]);
    let page = fs::read_to_string(out.join("one.html")).unwrap();
    assert_eq!(page, plain_page().render(&story(&json)));
    let list = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(list.contains(r#"<a href="two%20words.html">A headline</a>"#));
    assert!(list.contains("<style>:root{") && !list.contains("<link"));

    let options = [
        "in",
        "--out",
        "new/out",
        "--base-url",
        "https://a.example/news",
    ];
    assert_eq!(result(&run(&directory, &options)), (0, "", ""));
    let page = fs::read_to_string(out.join("two words.html")).unwrap();
    let canonical = r#"<link rel="canonical" href="https://a.example/news/two%20words.html">"#;
    assert!(page.contains(canonical));
    let list = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(list.contains(r#"<link rel="canonical" href="https://a.example/news/">"#));
}

#[test]
fn a_site_whose_address_is_known_can_be_embedded() {
    let directory = directory("prerender/oembed");
    let input = directory.join("in");
    fs::create_dir(&input).unwrap();
    fs::write(input.join("two words.json"), small_json().to_string()).unwrap();
    let out = directory.join("out");
    let base = ["in", "--out", "out", "--base-url", "https://a.example/news"];
    let with = |more: &[&str]| run(&directory, &[&base, more].concat());
    assert_eq!(result(&with(&["--site-name", "Daily"])), (0, "", ""));
    let name = "two words.oembed.json";
    assert_eq!(names(&out), ["index.html", "two words.html", name]);
    let page = fs::read_to_string(out.join("two words.html")).unwrap();
    let link = r#"<link rel="alternate" type="application/json+oembed" href="https://a.example/news/two%20words.oembed.json" title="A headline">"#;
    assert!(page.contains(link), "{page}");
    let read = || -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(out.join(name)).unwrap()).unwrap()
    };
    assert_eq!(read()["provider_name"], "Daily");
    let frame = "https://a.example/news/frame.html?src=https%3A%2F%2Fa.example%2Fnews%2Ftwo%2520words.html&amp;base=document";
    assert!(read()["html"].as_str().unwrap().contains(frame));

    // Its own documents are replaced. Where the frame is of another origin, it has to be told.
    let output = with(&["--assets", "https://cdn.example/w"]);
    let message =
        "oembed: https://cdn.example/w/frame.json has to name the origin \"https://a.example\"\n";
    assert_eq!(result(&output), (0, "", message));
    let frame = "https://cdn.example/w/frame.html?src=";
    assert!(read()["html"].as_str().unwrap().contains(frame));

    // Those of others stay, and nothing else is written.
    let own = r#"{ "version": "1.0", "type": "rich", "html": "" }"#;
    fs::write(out.join(name), own).unwrap();
    let output = with(&[]);
    let (code, _, errors) = result(&output);
    let start =
        format!("error: out{MAIN_SEPARATOR}{name} is not an oEmbed document of this command");
    assert_eq!(code, 1);
    assert!(
        errors.starts_with(&start) && errors.contains("--force"),
        "{errors}"
    );
    assert_eq!(fs::read_to_string(out.join(name)).unwrap(), own);
    let page = fs::read_to_string(out.join("two words.html")).unwrap();
    assert!(page.contains("https://cdn.example/w/embed.js"));
    assert_eq!(result(&with(&["--force"])), (0, "", ""));
    assert_eq!(read()["type"], "rich");

    // Without the address there is none, and the one of another time is nobody's business.
    fs::write(out.join(name), own).unwrap();
    assert_eq!(result(&run(&directory, &base[..3])), (0, "", ""));
    assert_eq!(fs::read_to_string(out.join(name)).unwrap(), own);
    let page = fs::read_to_string(out.join("two words.html")).unwrap();
    assert!(!page.contains("oembed"));
}

#[test]
fn a_broken_document_does_not_stop_the_others() {
    let directory = directory("prerender/broken");
    let input = directory.join("in");
    fs::create_dir(&input).unwrap();
    let mut json = small_json();
    fs::write(input.join("good.json"), json.to_string()).unwrap();
    fs::write(input.join("index.json"), json.to_string()).unwrap();
    json["body"][0]["paragraph"] = 1.into();
    fs::write(input.join("odd.json"), json.to_string()).unwrap();
    json["headline"] = 1.into();
    fs::write(input.join("bad.json"), json.to_string()).unwrap();
    fs::write(input.join("worse.json"), "{").unwrap();
    fs::write(input.join("latin.json"), b"\"\xe4\"").unwrap();
    let output = run(&directory, &["in", "--out", "out"]);
    let (code, out, errors) = result(&output);
    assert_eq!((code, out), (1, ""));
    let named = |text: &str| text.replace("in/", &format!("in{MAIN_SEPARATOR}"));
    let expected = [
        "warning: in/odd.json: body[0].paragraph: ",
        "error: in/bad.json: headline: found a number, expected a text, or a list of texts and marks",
        "error: in/index.json: its page would be the list of all pages: rename it",
        "error: cannot read in/latin.json: it is not UTF-8: save it",
        "error: in/worse.json:1:1: this object is never closed: add a }",
    ];
    assert_eq!(errors.lines().count(), expected.len(), "{errors}");
    for (line, start) in errors.lines().zip(expected) {
        assert!(line.starts_with(&named(start)), "{errors}");
    }
    assert_eq!(
        names(&directory.join("out")),
        ["good.html", "index.html", "odd.html"]
    );
}

#[test]
fn strictly_nothing_is_written_that_a_strict_check_refuses() {
    let directory = directory("prerender/strict");
    let claim = |words: &str| {
        let mut json = small_json();
        json["commitments"] = json!([{
            "id": "a", "name": "A", "amount": { "value": 5, "scale": "billion", "currency": "USD" },
            "period": { "year": 2025 }, "status": "planned", "purpose": "p", "source": "s",
        }]);
        json["body"] =
            json!([{ "paragraph": ["It is ", { "datum": { "of": "a", "text": words } }, "."] }]);
        json.to_string()
    };
    let stale = claim("$4 billion");
    let table = r#"{ "version": 1, "language": "en", "headline": "A", "body": [{ "table": { "columns": [{ "title": "B" }], "rows": [["c"]] } }] }"#;
    let unknown =
        r#"{ "version": 1, "language": "en", "headline": "A", "kiker": "B", "body": [] }"#;
    for (document, error) in [
        (stale.as_str(), "error: standard input:1:"),
        (table, "error: standard input:1:"),
        (unknown, "error: standard input:1:52: kiker: "),
    ] {
        let output = run_with(&directory, &["-", "--strict", "--out", "a.html"], document);
        let (code, out, errors) = result(&output);
        assert_eq!((code, out), (1, ""), "{errors}");
        assert!(errors.starts_with(error), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
        assert_eq!(names(&directory), [""; 0]);
        let output = run_with(&directory, &["-"], document);
        assert_eq!(result(&output).0, 0);
    }
    let fine = claim("$5 billion");
    let output = run_with(&directory, &["-", "--strict"], &fine);
    assert_eq!(result(&output).0, 0);
    // In a folder, the others are written.
    fs::create_dir(directory.join("in")).unwrap();
    fs::write(directory.join("in/fine.json"), fine).unwrap();
    fs::write(directory.join("in/stale.json"), stale).unwrap();
    let output = run(&directory, &["in", "--strict", "--out", "out"]);
    let (code, _, errors) = result(&output);
    assert_eq!(code, 1);
    assert!(errors.starts_with("error: in/stale.json:1:"), "{errors}");
    assert_eq!(names(&directory.join("out")), ["fine.html", "index.html"]);
}

#[test]
fn hidden_files_and_json_of_other_programs_are_passed_over() {
    let directory = directory("prerender/foreign");
    let input = directory.join("in");
    fs::create_dir(&input).unwrap();
    fs::write(input.join("story.json"), small_json().to_string()).unwrap();
    // What a Mac leaves beside a file on a foreign disk, and what an editor keeps to undo.
    fs::write(
        input.join("._story.json"),
        b"\0\x05\x16\x07\0\x02\0\0Mac OS X",
    )
    .unwrap();
    fs::write(input.join(".undo.json"), "{").unwrap();
    let foreign = [
        ("config.json", r#"{ "version": 2, "routes": [] }"#),
        (
            "feed.json",
            r#"{ "version": "https://jsonfeed.org/version/1.1", "language": "en", "items": [] }"#,
        ),
        (
            "issue.json",
            r#"{ "title": "It fails", "body": "When I do this" }"#,
        ),
        (
            "linked-data.json",
            r#"{ "@type": "NewsArticle", "headline": "A headline" }"#,
        ),
        ("list.json", "[1, 2]"),
        (
            "package.json",
            "\u{feff}{ \"name\": \"site\", \"version\": \"1.0.0\" }",
        ),
        (
            "schema.json",
            r#"{ "type": "object", "properties": { "headline": {}, "body": {} } }"#,
        ),
        ("text.json", r#""version, headline, body""#),
    ];
    for (name, text) in foreign {
        fs::write(input.join(name), text).unwrap();
    }
    let output = run(&directory, &["in", "--out", "out"]);
    let (code, out, errors) = result(&output);
    assert_eq!((code, out), (0, ""), "{errors}");
    let expected: Vec<String> = foreign
        .iter()
        .map(|(name, _)| {
            format!("passed over: in{MAIN_SEPARATOR}{name}: it is JSON, but no document")
        })
        .collect();
    assert_eq!(errors.lines().collect::<Vec<_>>(), expected);
    assert_eq!(names(&directory.join("out")), ["index.html", "story.html"]);

    fs::remove_file(input.join("story.json")).unwrap();
    let output = run(&directory, &["in", "--out", "none"]);
    let (code, _, errors) = result(&output);
    assert_eq!(code, 1);
    assert!(
        errors.ends_with("error: in: there is no document in it\n"),
        "{errors}"
    );
    assert_eq!(names(&directory), ["in", "out"]);
}

#[test]
fn a_document_with_mistakes_is_not_passed_over() {
    let directory = directory("prerender/mistakes");
    for (index, text) in [
        r#"{ "version": 1, "language": "en" }"#,
        r#"{ "version": "1", "headline": "A", "body": [] }"#,
        r#"{ "headline": "A", "body": 1 }"#,
        r#"{ "language": "en", "body": [] }"#,
        r#"{ "version": 1, "headlin": "A", "body": [] }"#,
        "",
        "{ \"version\": 1,",
    ]
    .into_iter()
    .enumerate()
    {
        let input = directory.join(format!("in-{index}"));
        fs::create_dir(&input).unwrap();
        fs::write(input.join("story.json"), text).unwrap();
        let output = run(&directory, &[&format!("in-{index}"), "--out", "out"]);
        let (code, _, errors) = result(&output);
        assert_eq!(code, 1, "{text}");
        assert!(
            errors.starts_with("error: in-") && errors.lines().count() == 1,
            "{text}: {errors}"
        );
    }
}

#[test]
fn no_document_is_lost_for_its_name() {
    let directory = directory("prerender/names");
    let input = directory.join("in");
    fs::create_dir(&input).unwrap();
    fs::write(input.join("Story.JSON"), small_json().to_string()).unwrap();
    let arguments = ["in", "--out", "out"];
    assert_eq!(result(&run(&directory, &arguments)), (0, "", ""));
    assert_eq!(
        names(&directory.join("out")),
        ["Story.html", "index.html"],
        "capitals in the ending are none to other programs"
    );

    fs::write(input.join("story.json"), small_json().to_string()).unwrap();
    // Where the file system does not distinguish the two, there is one.
    if names(&input).len() == 2 {
        let output = run(&directory, &arguments);
        let (code, _, errors) = result(&output);
        assert_eq!(code, 1);
        assert!(
            errors.contains("story.json: its page has the same name as Story.html"),
            "{errors}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_no_document_is_an_error() {
    let directory = directory("prerender/links");
    let input = directory.join("in");
    fs::create_dir(&input).unwrap();
    fs::write(directory.join("real.json"), small_json().to_string()).unwrap();
    std::os::unix::fs::symlink("../real.json", input.join("a.json")).unwrap();
    std::os::unix::fs::symlink("nowhere.json", input.join("b.json")).unwrap();
    let output = run(&directory, &["in", "--out", "out"]);
    let (code, _, errors) = result(&output);
    assert_eq!(code, 1);
    assert!(errors.contains("b.json"), "{errors}");
    assert_eq!(names(&directory.join("out")), ["a.html", "index.html"]);
}

#[test]
fn pages_of_others_stay() {
    let directory = directory("prerender/others");
    let input = directory.join("in");
    let out = directory.join("out");
    fs::create_dir(&input).unwrap();
    fs::create_dir(&out).unwrap();
    for name in ["about.json", "story.json"] {
        fs::write(input.join(name), small_json().to_string()).unwrap();
    }
    // A page that embeds the widget is still a person's page.
    let own = r#"<!doctype html><article-widget src="story.json"></article-widget>"#;
    for (others, named) in [
        (&["index.html"][..], &["index.html"][..]),
        (&["about.html", "index.html"], &["about.html", "index.html"]),
        (&["about.html", "other.html"], &["about.html"]),
    ] {
        for name in others {
            fs::write(out.join(name), own).unwrap();
        }
        let output = run(&directory, &["in", "--out", "out"]);
        let (code, _, errors) = result(&output);
        assert_eq!(code, 1, "{others:?}");
        let lines: Vec<&str> = errors.lines().collect();
        assert_eq!(lines.len(), named.len(), "{errors}");
        for (line, name) in lines.iter().zip(named) {
            let start = format!("error: out{MAIN_SEPARATOR}{name} is not a page of this command");
            assert!(
                line.starts_with(&start) && line.contains("--force"),
                "{errors}"
            );
        }
        assert_eq!(names(&out), others, "nothing else is written");
        for name in others {
            assert_eq!(fs::read_to_string(out.join(name)).unwrap(), own);
            fs::remove_file(out.join(name)).unwrap();
        }
    }

    // Its own pages are replaced, those of others only where that is asked for.
    for _ in 0..2 {
        assert_eq!(
            result(&run(&directory, &["in", "--out", "out"])),
            (0, "", "")
        );
    }
    fs::write(out.join("index.html"), own).unwrap();
    let output = run(&directory, &["in", "--out", "out", "--force"]);
    assert_eq!(result(&output), (0, "", ""));
    assert_ne!(fs::read_to_string(out.join("index.html")).unwrap(), own);
}

#[test]
fn failures_are_result() {
    let directory = directory("prerender/failures");
    fs::write(directory.join("a.json"), small_json().to_string()).unwrap();
    fs::write(directory.join("b.json"), "{}").unwrap();
    fs::write(directory.join("a.css"), "</style>").unwrap();
    fs::create_dir(directory.join("folder")).unwrap();
    for (arguments, message) in [
        (
            vec!["b.json"],
            "error: b.json: the field `version` is missing\n",
        ),
        (vec!["c.json"], "error: cannot read c.json: "),
        (
            vec!["a.json", "--out", "none/a.html"],
            "error: cannot write none/a.html: ",
        ),
        (
            vec!["a.json", "--out", "folder"],
            "error: cannot write folder: it is not a file\n",
        ),
        (
            vec!["folder", "--out", "site"],
            "error: folder: there is no *.json file in it\n",
        ),
        (
            vec!["a.json", "--inline-styles", "a.css"],
            "error: a.css: a style sheet that holds",
        ),
        (
            vec!["-"],
            "error: standard input:1:1: there is nothing here: ",
        ),
    ] {
        let output = run(&directory, &arguments);
        let (code, out, errors) = result(&output);
        assert_eq!((code, out), (1, ""), "{arguments:?}");
        assert!(errors.starts_with(message), "{arguments:?}: {errors}");
    }
    assert_eq!(names(&directory), ["a.css", "a.json", "b.json", "folder"]);
}

#[test]
fn a_command_line_that_makes_no_sense_has_an_exit_code_of_its_own() {
    let directory = directory("prerender/usage");
    fs::write(directory.join("a.json"), small_json().to_string()).unwrap();
    fs::write(directory.join("a.css"), "").unwrap();
    for (arguments, message) in [
        ("", "required arguments"),
        ("a.json --unknown", "unexpected argument"),
        (
            "a.json --link-styles --inline-styles a.css",
            "cannot be used with",
        ),
        ("a.json --link-styles --nonce abc", "cannot be used with"),
        ("a.json --nonce a=b", "is not a nonce"),
        ("a.json --assets javascript:x", "invalid value"),
        ("a.json --page --canonical a.html", "give a whole address"),
        ("a.json --page --image /a.png", "give a whole address"),
        ("a.json --canonical https://a.example/", "add --page"),
        ("a.json --site-name Daily", "add --page"),
        ("a.json --force", "--force is for a folder"),
        (
            "a.json --base-url https://a.example/",
            "give --canonical for one",
        ),
        (".", "--out <PATH>"),
        (
            ". --out out --canonical https://a.example/",
            "give --base-url",
        ),
        (
            ". --out out --src a.json",
            "--src is the address of one document",
        ),
        (
            ". --out out --base-url https://a.example/?a",
            "neither ? nor #",
        ),
    ] {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let output = run(&directory, &arguments);
        let (code, out, errors) = result(&output);
        assert_eq!((code, out), (2, ""), "{arguments:?}: {errors}");
        assert!(errors.contains(message), "{arguments:?}: {errors}");
        assert!(errors.contains("--help"), "{arguments:?}: {errors}");
    }
    assert_eq!(names(&directory), ["a.css", "a.json"]);
}

#[cfg(unix)]
#[test]
fn what_is_replaced_keeps_its_place_and_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let directory = directory("prerender/replaced");
    fs::write(directory.join("a.json"), small_json().to_string()).unwrap();
    let real = directory.join("real.html");
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.html", directory.join("link.html")).unwrap();
    let output = run(&directory, &["a.json", "--out", "link.html"]);
    assert_eq!(result(&output), (0, "", ""));
    assert!(directory.join("link.html").is_symlink());
    assert!(
        fs::read_to_string(&real)
            .unwrap()
            .starts_with("<div><article-widget>")
    );
    // WASI has no permissions.
    if super::script().is_none() {
        let mode = fs::metadata(&real).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
    assert_eq!(names(&directory), ["a.json", "link.html", "real.html"]);
}
