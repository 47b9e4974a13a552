//! `picture --html`: a chart in a newsletter.

use super::{directory, result, run};
use resvg::tiny_skia::Pixmap;
use std::fs;
use std::path::Path;

const DOCUMENT: &str = include_str!("../../../articles/alibaba-ai-investment.json");
const ARABIC: &str = include_str!("../../../articles/alibaba-ai-investment-ar.json");

fn drawn(directory: &Path, arguments: &[&str], document: &str) -> (i32, String, String) {
    let all = [&["picture", "-", "--html"], arguments].concat();
    let output = run(directory, &all, document.as_bytes());
    let (code, out, words) = result(&output);
    (code, out.into(), words.into())
}

/// The value of an attribute.
fn attribute<'a>(html: &'a str, name: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!(" {name}=\"")).expect(name);
    rest.split('"').next().unwrap()
}

#[test]
fn both_pictures_and_the_words_of_the_chart_are_there() {
    let directory = directory("mail/both");
    let arguments = [
        "--out",
        "chart.png",
        "--canonical",
        "https://example.org/news/a.html?b=1&c",
        "--width",
        "600",
        "--scale",
        "2",
        "--state",
        "basis=both",
    ];
    let (code, html, words) = drawn(&directory, &arguments, DOCUMENT);
    assert_eq!((code, words.as_str()), (0, ""));
    assert_eq!(html.lines().count(), 1);
    assert!(
        html.starts_with(
            "<a href=\"https://example.org/news/a.html?b=1&amp;c\"><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"https://example.org/news/chart.dark.png\"><img src=\"https://example.org/news/chart.png\" width=\"600\" height=\""
        ),
        "{html}"
    );
    assert!(html.ends_with("\"></picture></a>\n"), "{html}");
    for none in ["<script", " style=", " class=", " id="] {
        assert!(!html.contains(none), "{none}");
    }
    let alternative = attribute(&html, "alt");
    for expected in [
        "Third in total, last by the year: what Alibaba’s promise amounts to. Bar chart. Total commitment over unlike periods, in US dollars, largest first: Microsoft $80bn, Meta $65bn, Alibaba about $53bn and ByteDance $20.7bn (converted).",
        "Commitment per year, in US dollars, largest first: Microsoft $80bn, Meta $65bn, ByteDance $20.7bn (converted) and Alibaba about $17.7bn.",
        "Alibaba’s announcement (24 February 2025). Source: ",
    ] {
        assert!(alternative.contains(expected), "{alternative}");
    }
    // Twice the pixels that are shown; one ground is light, the other dark.
    let high: u32 = attribute(&html, "height").parse().unwrap();
    for (file, ground) in [("chart.png", 0xff), ("chart.dark.png", 0x16)] {
        let file = fs::read(directory.join(file)).unwrap();
        let pixmap = Pixmap::decode_png(&file).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (1_200, 2 * high));
        assert_eq!(pixmap.pixel(0, 0).unwrap().red(), ground);
    }
    // Its own pictures are replaced.
    assert_eq!(drawn(&directory, &arguments, DOCUMENT).0, 0);
}

#[test]
fn pictures_may_have_a_folder_of_their_own() {
    let directory = directory("mail/folder");
    let own = ["--out", "a b.png", "--base-url", "https://cdn.example/mail"];
    let (code, html, _) = drawn(&directory, &own, DOCUMENT);
    assert_eq!(code, 0);
    // Nobody has said where a link would lead.
    assert!(html.starts_with("<picture>"), "{html}");
    assert_eq!(
        attribute(&html, "src"),
        "https://cdn.example/mail/a%20b.png"
    );
    assert_eq!(
        attribute(&html, "srcset"),
        "https://cdn.example/mail/a%20b.dark.png"
    );
    let both = [&own[..], &["--canonical", "https://example.org/a"]].concat();
    let (_, html, _) = drawn(&directory, &both, DOCUMENT);
    assert_eq!(attribute(&html, "href"), "https://example.org/a");
    assert_eq!(
        attribute(&html, "src"),
        "https://cdn.example/mail/a%20b.png"
    );
}

#[test]
fn words_stay_words() {
    let directory = directory("mail/words");
    let mut json = crate::default_json();
    json["charts"][0]["title"] = "\"><script>alert('&')</script>\n\nmore".into();
    let arguments = ["--out", "a.png", "--base-url", "https://cdn.example/"];
    let (code, html, words) = drawn(&directory, &arguments, &json.to_string());
    assert_eq!((code, words.as_str()), (0, ""));
    assert!(
        html.contains(" alt=\"&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"),
        "{html}"
    );
    assert_eq!(html.lines().count(), 1, "{html}");
}

#[test]
fn what_does_not_go_together_is_named() {
    let directory = directory("mail/conflicts");
    let photo = Pixmap::new(3, 2).unwrap().encode_png().unwrap();
    fs::write(directory.join("own.dark.png"), &photo).unwrap();
    let page = ["--canonical", "https://example.org/a"];
    for (arguments, document, code, expected) in [
        (
            &["--out", "a.png"][..],
            DOCUMENT,
            2,
            "--html names pictures by whole addresses: give --canonical",
        ),
        (
            &[&page[..], &["--out", "a.svg"]].concat(),
            DOCUMENT,
            2,
            "programs for mail show no SVG",
        ),
        (&page, DOCUMENT, 2, "--out <FILE>"),
        (
            &[&page[..], &["--out", "a.png", "--theme", "dark"]].concat(),
            DOCUMENT,
            2,
            "cannot be used with",
        ),
        (
            &["--out", "a.png", "--base-url", "mail/"],
            DOCUMENT,
            2,
            "give a whole address",
        ),
        (
            &[&page[..], &["--out", "own.png"]].concat(),
            DOCUMENT,
            1,
            "own.dark.png is not a picture of this command, and stays as it is; nothing was written: name another file with --out",
        ),
        (
            &[&page[..], &["--out", "a.png"]].concat(),
            ARABIC,
            1,
            "no font has glyphs for Arabic",
        ),
    ] {
        let (found, html, words) = drawn(&directory, arguments, document);
        assert!(words.contains(expected), "{words}");
        assert_eq!((found, html.as_str()), (code, ""), "{words}");
        assert!(!directory.join("a.png").exists());
        assert!(!directory.join("own.png").exists());
    }
    assert_eq!(fs::read(directory.join("own.dark.png")).unwrap(), photo);
}
