//! `prerender --picture` and `--pictures`: pictures for where pages are shared.

use super::{directory, result, run};
use crate::small_json;
use resvg::tiny_skia::Pixmap;
use std::fs;
use std::path::Path;

const DOCUMENT: &str = include_str!("../../../articles/alibaba-ai-investment.json");
const ARABIC: &str = include_str!("../../../articles/alibaba-ai-investment-ar.json");

fn prerendered(directory: &Path, arguments: &[&str], document: &str) -> (i32, String, String) {
    let all = [&["prerender", "-"], arguments].concat();
    let output = run(directory, &all, document.as_bytes());
    let (code, out, words) = result(&output);
    (code, out.into(), words.into())
}

/// The values of Open Graph's properties for pictures.
fn pictures(html: &str) -> Vec<(String, String)> {
    let parts = html.split("<meta property=\"og:image").skip(1);
    parts
        .map(|part| {
            let (name, rest) = part.split_once("\" content=\"").unwrap();
            (name.into(), rest.split('"').next().unwrap().into())
        })
        .collect()
}

#[test]
fn a_page_names_the_picture_of_its_headline_and_chart() {
    let directory = directory("share/page");
    for (arguments, address) in [
        (
            &[
                "--page",
                "--canonical",
                "https://example.org/news/a.html?b=c",
            ][..],
            "https://example.org/news/card.png",
        ),
        (
            &["--page", "--canonical", "https://example.org"],
            "https://example.org/card.png",
        ),
        (
            &["--page", "--picture-url", "https://cdn.example.org/1.png"],
            "https://cdn.example.org/1.png",
        ),
        (
            &["--single-file", "--canonical", "https://example.org/a/"],
            "https://example.org/a/card.png",
        ),
        (
            &[
                "--page",
                "--canonical",
                "https://example.org/a",
                "--image",
                "https://example.org/b.jpg",
            ],
            "https://example.org/card.png",
        ),
    ] {
        let all = [arguments, &["--picture", "card.png"]].concat();
        let (code, html, words) = prerendered(&directory, &all, DOCUMENT);
        assert_eq!(code, 0, "{words}");
        let found = pictures(&html);
        let expected = [("", address), (":width", "1200"), (":height", "630")];
        for ((name, value), (expected_name, expected)) in found.iter().zip(expected) {
            assert_eq!((name.as_str(), value.as_str()), (expected_name, expected));
        }
        assert_eq!(found[3].0, ":alt");
        assert!(found[3].1.starts_with(
            "Third in total, last by the year: what Alibaba’s promise amounts to. Bar chart. "
        ));
        assert_eq!(
            found.len(),
            if arguments.contains(&"--image") { 5 } else { 4 }
        );
        assert!(html.contains("content=\"summary_large_image\""));
        assert_eq!(
            html.contains(&format!("\"image\":[\"{address}\"")),
            arguments.contains(&"--page")
        );
    }
    let file = fs::read(directory.join("card.png")).unwrap();
    let pixmap = Pixmap::decode_png(&file).unwrap();
    assert_eq!((pixmap.width(), pixmap.height()), (1200, 630));
    let pixel = |x, y| {
        let pixel = pixmap.pixel(x, y).unwrap();
        (pixel.red(), pixel.green(), pixel.blue())
    };
    let white = (0xff, 0xff, 0xff);
    // The margins are free, but for the bar above the headline.
    for y in 0..630 {
        assert!(
            (0..50).chain(1_150..1_200).all(|x| pixel(x, y) == white),
            "{y}"
        );
    }
    for x in 0..1_200 {
        assert!(
            (14..40).chain(602..630).all(|y| pixel(x, y) == white),
            "{x}"
        );
    }
    assert_eq!(pixel(60, 4), (0x9a, 0x1b, 0x2f));
    let has_ink = |rows: std::ops::Range<u32>| {
        let count = rows.flat_map(|y| (0..1_200).map(move |x| (x, y)));
        count.filter(|&(x, y)| pixel(x, y) != white).count()
    };
    assert!(has_ink(40..200) > 10_000, "a large headline");
    assert!(has_ink(240..480) > 40_000, "a chart");
    assert!(has_ink(480..602) > 2_000, "the source");
}

#[test]
fn what_is_missing_is_named() {
    let directory = directory("share/missing");
    for (arguments, document, code, expected) in [
        (
            &["--page", "--picture", "a.png"][..],
            DOCUMENT,
            2,
            "a page names its picture by a whole address: give --canonical, or --picture-url",
        ),
        (
            &["--picture", "a.png"],
            DOCUMENT,
            2,
            "--picture belongs to a page: add --page",
        ),
        (
            &["--page", "--font", "a.ttf"],
            DOCUMENT,
            2,
            "--font is for pictures: add --picture or --pictures",
        ),
        (
            &["--pictures", "--base-url", "https://example.org/"],
            DOCUMENT,
            2,
            "--pictures is for a folder of documents: give --picture FILE.png for one",
        ),
        (
            &[
                "--page",
                "--picture",
                "a.png",
                "--picture-url",
                "https://example.org/a.png",
            ],
            &small_json().to_string(),
            1,
            "error: standard input: there is no chart in the document to draw: leave --picture out",
        ),
        (
            &[
                "--page",
                "--picture",
                "a.png",
                "--picture-url",
                "https://example.org/a.png",
            ],
            ARABIC,
            1,
            "error: standard input: no font has glyphs for Arabic (",
        ),
    ] {
        let (found, html, words) = prerendered(&directory, arguments, document);
        assert!(words.contains(expected), "{words}");
        assert_eq!((found, html.as_str()), (code, ""), "{words}");
        assert!(!directory.join("a.png").exists());
    }
}

#[test]
fn a_site_has_a_picture_beside_each_page_with_a_chart() {
    let directory = directory("share/site");
    let documents = directory.join("stories");
    fs::create_dir_all(&documents).unwrap();
    fs::write(documents.join("a b.json"), DOCUMENT).unwrap();
    fs::write(documents.join("plain.json"), small_json().to_string()).unwrap();
    let arguments = ["prerender", "stories", "--out", "site", "--pictures"];
    let output = run(&directory, &arguments, b"");
    assert_eq!(output.status.code(), Some(2), "without --base-url");
    let all = [&arguments[..], &["--base-url", "https://example.org/news"]].concat();
    let output = run(&directory, &all, b"");
    assert_eq!(output.status.code(), Some(0));
    let page = |name: &str| fs::read_to_string(directory.join("site").join(name)).unwrap();
    assert_eq!(
        pictures(&page("a b.html"))[0].1,
        "https://example.org/news/a%20b.chart.png"
    );
    assert!(directory.join("site/a b.chart.png").is_file());
    assert!(pictures(&page("plain.html")).is_empty());
    assert!(!directory.join("site/plain.chart.png").exists());
}

#[test]
fn pictures_of_others_stay_unless_they_are_to_be_replaced() {
    let directory = directory("share/foreign");
    fs::create_dir_all(directory.join("stories")).unwrap();
    fs::create_dir_all(directory.join("site")).unwrap();
    fs::write(directory.join("stories/a.json"), DOCUMENT).unwrap();
    let plain = small_json().to_string();
    fs::write(directory.join("stories/plain.json"), plain).unwrap();
    let photo = Pixmap::new(3, 2).unwrap().encode_png().unwrap();
    // The document without a chart gets no picture, so this one is in nobody's way.
    fs::write(directory.join("site/plain.chart.png"), &photo).unwrap();
    let picture = directory.join("site/a.chart.png");
    fs::write(&picture, &photo).unwrap();
    let arguments = [
        "prerender",
        "stories",
        "--out",
        "site",
        "--pictures",
        "--base-url",
        "https://example.org/",
    ];
    let output = run(&directory, &arguments, b"");
    let (code, out, words) = result(&output);
    let expected = "error: site/a.chart.png is not a picture of this command, and stays as it is; no page was written: name another folder with --out, or replace it with --force\n";
    assert_eq!((code, out, words), (1, "", expected));
    assert_eq!(fs::read(&picture).unwrap(), photo);
    assert!(!directory.join("site/a.html").exists());

    let without = run(&directory, &arguments[..4], b"");
    assert_eq!(without.status.code(), Some(0), "no picture is drawn");
    let all = [&arguments[..], &["--force"]].concat();
    assert_eq!(run(&directory, &all, b"").status.code(), Some(0));
    let drawn = fs::read(&picture).unwrap();
    assert_ne!(drawn, photo);
    // The own picture is replaced without a question.
    assert_eq!(run(&directory, &arguments, b"").status.code(), Some(0));
    assert_eq!(fs::read(&picture).unwrap(), drawn);
    assert_eq!(
        fs::read(directory.join("site/plain.chart.png")).unwrap(),
        photo
    );
}
