//! How other sites embed the pages of a site.

use super::{between, plain_page, small_json, story};
use article_widget::prerender::{Folder, Oembed, Page, WebAddress};
use serde_json::{Value as Json, json};

fn address(text: &str) -> WebAddress {
    WebAddress::parse(text).unwrap()
}

fn oembed(base: &str, assets: &str, name: Option<&str>) -> Oembed {
    let base = address(base).into_folder().unwrap();
    let assets = Folder::parse(assets).unwrap();
    Oembed::new(base, &assets, name.map(str::to_owned)).unwrap()
}

fn read(text: &str) -> Json {
    serde_json::from_str(text).expect("JSON")
}

/// What a browser reads in an attribute.
fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for (escaped, character) in [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(escaped, character);
    }
    text
}

#[test]
fn a_page_is_embedded_in_a_frame() {
    let mut json = small_json();
    json["byline"] = json!("By Ada Byron and Carl Sample");
    let site = oembed("https://a.example/news", "widget", Some("Daily"));
    let page = address("https://a.example/news/two%20words.html");
    let text = site.render(&story(&json), &page);
    assert_eq!(
        read(&text),
        json!({
            "version": "1.0",
            "type": "rich",
            "title": "A headline",
            "author_name": "Ada Byron, Carl Sample",
            "provider_name": "Daily",
            "provider_url": "https://a.example/news/",
            "width": 640,
            "height": 800,
            "html": "<iframe src=\"https://a.example/news/widget/frame.html\
                ?src=https%3A%2F%2Fa.example%2Fnews%2Ftwo%2520words.html&amp;base=document\" \
                title=\"A headline\" width=\"640\" height=\"800\" frameborder=\"0\"></iframe>",
            "generator": "article-widget",
        })
    );
    assert!(Oembed::is_generated(&text));
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut json = small_json();
    json.as_object_mut().unwrap().remove("byline");
    let site = oembed("https://a.example/", "./", None);
    let read = read(&site.render(&story(&json), &address("https://a.example/a.html")));
    assert_eq!(read.get("author_name"), None);
    assert_eq!(read.get("provider_name"), None);
}

#[test]
fn the_frame_is_in_the_folder_of_the_widget() {
    let cases = [
        (
            "https://a.example/news",
            "./",
            "https://a.example/news/frame.html",
            None,
        ),
        (
            "https://a.example/news/",
            "../w/",
            "https://a.example/w/frame.html",
            None,
        ),
        (
            "https://a.example/news/",
            "/w",
            "https://a.example/w/frame.html",
            None,
        ),
        (
            "https://A.example:443/",
            "https://a.example/w/",
            "https://a.example/w/frame.html",
            None,
        ),
        (
            "https://a.example/",
            "//cdn.example/w/",
            "https://cdn.example/w/frame.html",
            Some(("https://cdn.example/w/frame.json", "https://a.example")),
        ),
        (
            "https://a.example:8443/",
            "https://a.example/w/",
            "https://a.example/w/frame.html",
            Some(("https://a.example/w/frame.json", "https://a.example:8443")),
        ),
        (
            "https://ä.example/",
            "https://cdn.example/",
            "https://cdn.example/frame.html",
            Some(("https://cdn.example/frame.json", "https://xn--4ca.example")),
        ),
    ];
    for (base, assets, frame, configuration) in cases {
        let site = oembed(base, assets, None);
        let json = read(&site.render(&story(&small_json()), &address("https://a.example/a.html")));
        let html = json["html"].as_str().unwrap();
        assert_eq!(between(html, "src=\"", "?src="), frame, "{base} {assets}");
        let configuration = configuration.map(|(file, origin)| (file.into(), origin.into()));
        assert_eq!(site.configuration(), configuration, "{base} {assets}");
    }
    let base = address("https://a%b.example/");
    assert!(Oembed::new(base, &Folder::parse("./").unwrap(), None).is_err());
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    for headline in [
        "\"Quoted\" & 'so'",
        "</iframe><script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "&quot;&lt;",
        "Back\\slash, \u{2028}, \u{1F5DE} and é",
    ] {
        let mut json = small_json();
        json["headline"] = json!(headline);
        let story = story(&json);
        let site = oembed("https://a.example/", "./", Some(headline));
        let page = address("https://a.example/a'&b.html");
        let text = site.render(&story, &page);
        assert!(!text.contains(['<', '>', '&']), "{text}");
        let json = read(&text);
        assert_eq!(json["title"], headline);
        assert_eq!(json["provider_name"], headline);
        let html = json["html"].as_str().unwrap();
        assert_eq!(html.matches('<').count(), 2, "{html}");
        assert_eq!(html.matches('"').count(), 10, "{html}");
        assert_eq!(unescaped(between(html, "title=\"", "\"")), headline);
        let src = unescaped(between(html, "src=\"", "\""));
        assert_eq!(
            src,
            "https://a.example/frame.html?src=https%3A%2F%2Fa.example%2Fa%27%26b.html&base=document"
        );

        let address = Some(address("https://a.example/a'&b.oembed.json"));
        let html = Page {
            oembed: address,
            ..plain_page()
        }
        .render(&story);
        let link = html.lines().find(|line| line.contains("json+oembed"));
        let link = link.expect("the page names its oEmbed document");
        assert!(link.starts_with(
            r#"<link rel="alternate" type="application/json+oembed" href="https://a.example/a&#39;&amp;b.oembed.json" title=""#
        ));
        assert_eq!(unescaped(between(link, "title=\"", "\"")), headline);
    }
    assert!(
        !plain_page()
            .render(&story(&small_json()))
            .contains("oembed")
    );
}

#[test]
fn documents_of_others_are_told_apart() {
    for other in [
        "",
        "{",
        "null",
        "[]",
        r#"{ "version": "1.0", "type": "rich", "html": "article-widget" }"#,
        r#"{ "generator": "article-widget" }"#,
        r#"{ "type": "rich", "generator": "article-widget 2" }"#,
    ] {
        assert!(!Oembed::is_generated(other), "{other}");
    }
}
