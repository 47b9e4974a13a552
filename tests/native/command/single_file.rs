//! `prerender --single-file`: a page that asks for nothing.

use super::{directory, result, run};
use crate::authoring::EVERY_FEATURE;
use crate::small_json;
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n ...";

/// Runs the command on a document in a directory.
fn prerendered(directory: &Path, document: &str, more: &[&str]) -> (i32, String, String) {
    fs::write(directory.join("story.json"), document).unwrap();
    let arguments = [&["prerender", "story.json", "--single-file"], more].concat();
    let output = run(directory, &arguments, b"");
    let (code, out, words) = result(&output);
    (code, out.into(), words.into())
}

/// A document with a picture.
fn with_picture(src: &str) -> String {
    let mut document = small_json();
    let image = json!({ "src": src, "width": 8, "height": 8, "decorative": true });
    let body = document["body"].as_array_mut().unwrap();
    body.push(json!({ "figure": { "image": image } }));
    document.to_string()
}

/// The addresses of pictures in a document.
fn pictures(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| pictures(item, found)),
        Json::Object(fields) => {
            if let Some(src) = fields.get("src").and_then(Json::as_str)
                && fields.contains_key("height")
            {
                found.push(src.into());
            }
            fields.values().for_each(|value| pictures(value, found));
        }
        _ => {}
    }
}

/// The tags of a page, without those of its styles.
fn tags(html: &str) -> Vec<&str> {
    let parts = html.split('<').skip(1);
    parts.map(|part| part.split('>').next().unwrap()).collect()
}

#[test]
fn a_browser_would_fetch_nothing() {
    let directory = directory("single_file/nothing");
    // One picture is on another site.
    let document = EVERY_FEATURE.replace("https://example.org/ice.png", "ice.png");
    let mut files = Vec::new();
    pictures(&serde_json::from_str(&document).unwrap(), &mut files);
    assert!(files.len() >= 5, "{files:?}");
    for file in &files {
        let path = directory.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, PNG).unwrap();
    }
    for more in [
        &[][..],
        &["--light"],
        &["--canonical", "https://example.org/a.html"],
    ] {
        let (code, html, words) = prerendered(&directory, &document, more);
        assert_eq!((code, words.as_str()), (0, ""));
        let mut count = 0;
        for tag in tags(&html) {
            let name = tag.split([' ', '/']).next().unwrap();
            let is_canonical = tag.contains("rel=\"canonical\"");
            assert!(
                ![
                    "script", "source", "iframe", "object", "embed", "video", "audio", "base"
                ]
                .contains(&name)
                    && (name != "link" || is_canonical),
                "{tag}"
            );
            for attribute in [
                " srcset=",
                " poster=",
                " data=",
                " background=",
                " style=",
                " ping=",
            ] {
                assert!(!tag.contains(attribute), "{tag}");
            }
            if tag.contains(" src=") {
                assert!(
                    tag.contains(" src=\"data:image/png;base64,iVBORw0KGgo"),
                    "{tag}"
                );
                count += 1;
            }
        }
        assert!(count >= 5, "{count}");
        for word in ["url(", "@import", "<!--", "http-equiv=\"refresh\""] {
            assert!(!html.contains(word), "{word}");
        }
        let policy = "content=\"default-src 'none'; img-src data:; style-src 'sha256-";
        assert!(html.contains(policy));
        // As where there are no scripts, the controls of charts and rows are hidden.
        assert!(!html.contains("scripting: none"));
        let is_whole = html.contains("href=\"https://example.org/stories/one.html#top\"");
        assert_eq!(is_whole, more.contains(&"--canonical"));
        assert!(html.contains("href=\"#"));
    }
}

#[test]
fn pictures_that_would_be_requests_are_named() {
    let directory = directory("single_file/pictures");
    fs::write(directory.join("notes.txt"), "no picture").unwrap();
    for (src, expected) in [
        ("none.png", "the picture `none.png`: cannot read none.png: "),
        (
            "notes.txt",
            "the picture `notes.txt` is neither PNG, JPEG, GIF, WebP, AVIF nor SVG: save it as one of these\n",
        ),
        (
            "https://example.org/a.png",
            "the picture `https://example.org/a.png` is on another site: save it beside the document, and name that file\n",
        ),
        (
            "//example.org/a.png",
            "the picture `//example.org/a.png` is on another site: ",
        ),
        (
            "/a.png",
            "the picture `/a.png` is named from the root of a site: name its file relative to the document\n",
        ),
    ] {
        let (code, html, words) = prerendered(&directory, &with_picture(src), &[]);
        let expected = format!("error: story.json: {expected}");
        assert!(words.starts_with(&expected), "{words}");
        assert_eq!((code, html.as_str()), (1, ""));
    }
}

#[test]
fn pictures_are_known_by_their_bytes() {
    let directory = directory("single_file/kinds");
    for (file, bytes, kind) in [
        ("a%20b.png?v=1#c", PNG, "image/png"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.gif", b"GIF89a", "image/gif"),
        ("a.webp", b"RIFF1234WEBP", "image/webp"),
        ("a.avif", b"\0\0\0\x1cftypavif", "image/avif"),
        ("a.svg", b"<?xml version=\"1.0\"?>\n<svg/>", "image/svg+xml"),
    ] {
        let name = file.split('?').next().unwrap().replace("%20", " ");
        fs::write(directory.join(name), bytes).unwrap();
        let (code, html, words) = prerendered(&directory, &with_picture(file), &[]);
        assert_eq!((code, words.as_str()), (0, ""));
        assert!(
            html.contains(&format!(" src=\"data:{kind};base64,")),
            "{file}"
        );
    }
}

#[test]
fn what_would_be_a_request_is_refused() {
    let directory = directory("single_file/conflicts");
    for more in [
        &["--link-styles"][..],
        &["--linked", "--src", "a.json"],
        &["--src", "a.json"],
        &["--assets", "widget/"],
        &["--nonce", "abc"],
    ] {
        let (code, _, words) = prerendered(&directory, &small_json().to_string(), more);
        assert!(
            words.contains("'--single-file' cannot be used with"),
            "{words}"
        );
        assert_eq!(code, 2);
    }
    for (css, expected) in [
        ("a { color: red }", ""),
        ("a { background: url(data:image/png;base64,AA) }", ""),
        (
            "a { background: URL( 'a.png' ) }",
            "error: story.json: the styles ask for another file (`url(`): leave it out, or write it as a data: address\n",
        ),
        (
            "@import 'a.css';",
            "error: story.json: the styles ask for another file (`@import`)",
        ),
    ] {
        fs::write(directory.join("own.css"), css).unwrap();
        let more = ["--inline-styles", "own.css"];
        let (code, _, words) = prerendered(&directory, &small_json().to_string(), &more);
        assert!(words.starts_with(expected), "{words}");
        assert_eq!(code, i32::from(!expected.is_empty()));
    }
    fs::create_dir_all(directory.join("stories")).unwrap();
    let arguments = ["prerender", "stories", "--single-file", "--out", "site"];
    let output = run(&directory, &arguments, b"");
    let (code, _, words) = result(&output);
    assert!(
        words.contains("--single-file is a page of one document"),
        "{words}"
    );
    assert_eq!(code, 2);
}
