//! Whole pages.

use super::{data, default_story, plain_fragment, plain_page, small_json, story};
use article_widget::prerender::{Page, WebAddress};
use serde_json::json;

fn address(text: &str) -> WebAddress {
    WebAddress::parse(text).unwrap()
}

fn full_page() -> Page {
    Page {
        fragment: plain_fragment(),
        canonical: Some(address("https://example.org/alibaba.html?a=1&b=2")),
        images: vec![
            address("https://example.org/1.png"),
            address("https://example.org/2.png"),
        ],
        site_name: Some("The “Daily” & Sons".into()),
    }
}

#[test]
fn the_head_says_what_the_page_is() {
    let story = default_story();
    let html = full_page().render(&story);
    let standfirst = story.article().standfirst.as_ref().unwrap();
    let standfirst = standfirst.plain_text();
    for line in [
        "<!doctype html>",
        r#"<html lang="en" dir="ltr">"#,
        r#"<meta charset="utf-8">"#,
        r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
        r#"<meta name="color-scheme" content="light dark">"#,
        r#"<meta name="generator" content="article-widget">"#,
        "<title>Alibaba commits over 380 billion yuan to artificial intelligence</title>",
        &format!(r#"<meta name="description" content="{standfirst}">"#),
        r#"<link rel="canonical" href="https://example.org/alibaba.html?a=1&amp;b=2">"#,
        r#"<meta property="og:type" content="article">"#,
        r#"<meta property="og:title" content="Alibaba commits over 380 billion yuan to artificial intelligence">"#,
        &format!(r#"<meta property="og:description" content="{standfirst}">"#),
        r#"<meta property="og:url" content="https://example.org/alibaba.html?a=1&amp;b=2">"#,
        r#"<meta property="og:image" content="https://example.org/1.png">"#,
        r#"<meta property="og:image" content="https://example.org/2.png">"#,
        r#"<meta property="og:site_name" content="The “Daily” &amp; Sons">"#,
        r#"<meta property="article:published_time" content="2025-02-24">"#,
    ] {
        assert!(html.lines().any(|found| found == line), "{line}");
    }
    assert!(html.contains(&format!(
        "<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        plain_fragment().render(&story)
    )));
}

#[test]
fn search_engines_are_told_what_is_known() {
    let json = data(&full_page().render(&default_story()), "application/ld+json");
    let story = default_story();
    let article = story.article();
    assert_eq!(
        json,
        json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.headline.plain_text(),
            "description": article.standfirst.as_ref().unwrap().plain_text(),
            "datePublished": "2025-02-24",
            "author": [{ "@type": "Organization", "name": "the article-widget desk" }],
            "image": ["https://example.org/1.png", "https://example.org/2.png"],
            "publisher": { "@type": "Organization", "name": "The “Daily” & Sons" },
            "inLanguage": "en",
            "mainEntityOfPage": {
                "@type": "WebPage",
                "@id": "https://example.org/alibaba.html?a=1&b=2",
            },
        })
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut json = small_json();
    let html = plain_page().render(&story(&json));
    for word in [
        "description",
        "canonical",
        "og:url",
        "og:image",
        "og:site_name",
        "published",
    ] {
        assert!(!html.contains(word), "{word}");
    }
    assert_eq!(
        data(&html, "application/ld+json"),
        json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "A headline",
            "inLanguage": "en",
        })
    );
    json["byline"] = json!("Ada Byron and Mary Shelley");
    let html = plain_page().render(&story(&json));
    assert_eq!(
        data(&html, "application/ld+json")["author"],
        json!([
            { "@type": "Person", "name": "Ada Byron" },
            { "@type": "Person", "name": "Mary Shelley" },
        ])
    );
}

#[test]
fn the_page_is_in_the_language_of_its_article() {
    let mut json = small_json();
    json["language"] = json!("ar-EG");
    let html = plain_page().render(&story(&json));
    assert!(html.contains(r#"<html lang="ar-EG" dir="rtl">"#));
}

#[test]
fn a_strict_policy_lets_it_through() {
    let html = full_page().render(&default_story());
    assert!(!html.contains(" style=") && !html.contains("<style"));
    for script in html.split("<script ").skip(1) {
        let may_stand = script.starts_with(r#"type="application/json">"#)
            || script.starts_with(r#"type="application/ld+json">"#)
            || script.starts_with(r#"type="module" src="./embed.js"></script>"#);
        assert!(may_stand, "{}", &script[..60]);
    }
    let handlers = html.split(" on").skip(1).filter(|rest| {
        let name = rest.split('=').next().unwrap();
        name.len() < 20 && name.chars().all(|c| c.is_ascii_lowercase())
    });
    assert_eq!(handlers.count(), 0);
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let attack = "</title></script><!--<script>\"'>&lt;";
    let mut json = small_json();
    for field in ["headline", "standfirst", "byline"] {
        json[field] = json!(attack);
    }
    let page = Page {
        site_name: Some(attack.into()),
        ..plain_page()
    };
    let html = page.render(&story(&json));
    let escaped = "&lt;/title&gt;&lt;/script&gt;&lt;!--&lt;script&gt;&quot;&#39;&gt;&amp;lt;";
    assert!(html.contains(&format!("<title>{escaped}</title>")));
    assert!(html.contains(&format!(r#"<meta name="description" content="{escaped}">"#)));
    assert!(html.contains(&format!(
        r#"<meta property="og:site_name" content="{escaped}">"#
    )));
    assert_eq!(html.matches("<script").count(), 3);
    assert_eq!(html.matches("</script").count(), 3);
    let ld = data(&html, "application/ld+json");
    assert_eq!(ld["headline"], attack);
    assert_eq!(ld["publisher"]["name"], attack);
}
