//! The index page of a site.

use super::{small_json, story};
use article_widget::prerender::{Entry, Folder, Styles, WebAddress, index};
use serde_json::json;

fn entry(file: &str, headline: &str, published: Option<&str>) -> Entry {
    let mut json = small_json();
    json["headline"] = json!(headline);
    json["published"] = json!(published);
    Entry {
        file: file.into(),
        story: story(&json),
    }
}

fn assets() -> Folder {
    Folder::parse("widget/").unwrap()
}

#[test]
fn the_newest_story_comes_first() {
    let entries = [
        entry("a.html", "Undated", None),
        entry("b.html", "Second", Some("2025-02-24")),
        entry("c.html", "Fourth", Some("2024-12-31T23:30:00-01:00")),
        entry("d.html", "Fifth", Some("2024-12-31")),
        // It was published on the 24th local time, but in UTC that is before the day of b.
        entry("e.html", "Third", Some("2025-02-24T07:30:00+08:00")),
        entry("f.html", "First", Some("2025-02-24T00:01:00Z")),
    ];
    let html = index(&entries, &assets(), &Styles::Linked, None, None);
    let headlines: Vec<&str> = html
        .split("\">")
        .filter_map(|rest| rest.split_once("</a>").map(|(headline, _)| headline))
        .collect();
    assert_eq!(
        headlines,
        ["First", "Second", "Third", "Fourth", "Fifth", "Undated"]
    );
}

#[test]
fn a_story_is_listed_with_what_is_known_of_it() {
    let mut json = small_json();
    json["language"] = json!("ar");
    json["headline"] = json!("A <b> & “c”");
    json["standfirst"] = json!("What it says.");
    json["published"] = json!("2025-02-24T09:30:00+08:00");
    let entries = [
        Entry {
            file: "ä b#1.html".into(),
            story: story(&json),
        },
        entry("plain.html", "Plain", None),
    ];
    let address = WebAddress::parse("https://example.org/news/").unwrap();
    let html = index(
        &entries,
        &assets(),
        &Styles::Linked,
        Some("The <Daily>"),
        Some(&address),
    );
    assert_eq!(
        html,
        r#"<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="article-widget">
<title>The &lt;Daily&gt;</title>
<link rel="canonical" href="https://example.org/news/">
<link rel="stylesheet" href="widget/page.css">
</head>
<body>
<main class="page-stories">
<h1>The &lt;Daily&gt;</h1>
<article lang="ar" dir="rtl">
<h2><a href="%C3%A4%20b%231.html">A &lt;b&gt; &amp; “c”</a></h2>
<p>What it says.</p>
<p><time datetime="2025-02-24T09:30:00+08:00" lang="en" dir="ltr">24 February 2025, 09:30 UTC+08:00</time></p>
</article>
<article lang="en" dir="ltr">
<h2><a href="plain.html">Plain</a></h2>
</article>
</main>
</body>
</html>
"#
    );
}
