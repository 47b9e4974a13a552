//! Whole pages.

use super::{data, default_story, plain_fragment, plain_page, small_json, story};
use article_widget::prerender::{Page, WebAddress};
use serde_json::{Value as Json, json};

fn address(text: &str) -> WebAddress {
    WebAddress::parse(text).unwrap()
}

fn full_page() -> Page {
    Page {
        fragment: plain_fragment(),
        canonical: Some(address("https://example.org/alibaba.html?a=1&b=2")),
        picture: None,
        images: vec![
            address("https://example.org/1.png"),
            address("https://example.org/2.png"),
        ],
        site_name: Some("The “Daily” & Sons".into()),
        oembed: None,
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
        r#"<meta property="og:locale" content="en_US">"#,
        r#"<meta property="og:site_name" content="The “Daily” &amp; Sons">"#,
        r#"<meta property="article:author" content="the article-widget desk">"#,
        r#"<meta name="twitter:card" content="summary_large_image">"#,
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
    json["language"] = json!("tlh");
    let html = plain_page().render(&story(&json));
    assert!(html.contains(r#"<meta name="twitter:card" content="summary">"#));
    for word in [
        "description",
        "canonical",
        "og:url",
        "og:image",
        "og:site_name",
        "published",
        "og:locale",
        "article:",
    ] {
        assert!(!html.contains(word), "{word}");
    }
    assert_eq!(
        data(&html, "application/ld+json"),
        json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "A headline",
            "inLanguage": "tlh",
        })
    );
    json["language"] = json!("en");
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

/// The JSON-LD of a document on a page with this address.
fn linked_data(json: &Json, canonical: Option<&str>) -> Json {
    let page = Page {
        canonical: canonical.map(address),
        ..plain_page()
    };
    data(&page.render(&story(json)), "application/ld+json")
}

#[test]
fn bylines_are_divided_in_their_language() {
    for (language, byline, names) in [
        (
            "de",
            "Anna Beispiel und Jonas Muster",
            &["Anna Beispiel", "Jonas Muster"][..],
        ),
        (
            "es-MX",
            "Ana Ejemplo y Luis Prueba",
            &["Ana Ejemplo", "Luis Prueba"],
        ),
        (
            "fr",
            "Anne Exemple et Paul Essai",
            &["Anne Exemple", "Paul Essai"],
        ),
        (
            "en",
            "Ada Byron & Carl Sample",
            &["Ada Byron", "Carl Sample"],
        ),
        (
            "en",
            "Ada Byron, Carl Sample",
            &["Ada Byron", "Carl Sample"],
        ),
        (
            "en",
            "Ada Byron; Carl Sample",
            &["Ada Byron", "Carl Sample"],
        ),
        (
            "en",
            "Ada Byron and Carl Sample in Beijing",
            &["Ada Byron", "Carl Sample"],
        ),
        ("en", "By Ada Byron", &["Ada Byron"]),
        (
            "nl",
            "Anna Voorbeeld en Piet Proef",
            &["Anna Voorbeeld en Piet Proef"],
        ),
    ] {
        let mut json = small_json();
        json["language"] = json!(language);
        json["byline"] = json!(byline);
        let people = names
            .iter()
            .map(|name| json!({ "@type": "Person", "name": name }));
        let people: Vec<Json> = people.collect();
        assert_eq!(
            linked_data(&json, None)["author"],
            json!(people),
            "{byline}"
        );
    }
}

#[test]
fn authors_are_people_with_addresses() {
    let mut json = small_json();
    json["byline"] = json!("Ann Example, our correspondent, and others");
    json["authors"] = json!([
        {
            "name": "Ann Example",
            "href": "https://example.org/people/ann",
            "picture": { "src": "https://example.org/ann.jpg", "width": 96, "height": 96 },
        },
        {
            "name": "Bo Sample y Cajal",
            "href": "../people/bo",
            "picture": { "src": "bo.jpg", "width": 96, "height": 96 },
        },
        { "name": "Reuters", "href": "mailto:desk@example.org" },
    ]);
    let author = |canonical| linked_data(&json, canonical)["author"].clone();
    let person = |name| json!({ "@type": "Person", "name": name });
    let mut expected = json!([
        {
            "@type": "Person",
            "name": "Ann Example",
            "url": "https://example.org/people/ann",
            "image": "https://example.org/ann.jpg",
        },
        person("Bo Sample y Cajal"),
        { "@type": "Organization", "name": "Reuters" },
    ]);
    assert_eq!(author(None), expected);
    expected[1]["url"] = json!("https://example.org/people/bo");
    expected[1]["image"] = json!("https://example.org/news/bo.jpg");
    assert_eq!(author(Some("https://example.org/news/a.html")), expected);
}

#[test]
fn where_there_is_no_byline_the_authors_are_shown() {
    let mut json = small_json();
    json["authors"] =
        json!([{ "name": "Ann Example" }, { "name": "Bo Sample" }, { "name": "Cy Test" }]);
    let html = plain_page().render(&story(&json));
    assert!(
        html.contains("By Ann Example, Bo Sample and Cy Test<"),
        "{html}"
    );
    json["byline"] = json!("the desk");
    let html = plain_page().render(&story(&json));
    assert!(html.contains("By the desk<") && !html.contains("Example, Bo"));
}

#[test]
fn pictures_of_the_article_stand_for_it_with_whole_addresses() {
    let mut json = small_json();
    let figure = |src: &str, width: u32| {
        let image = json!({ "src": src, "width": width, "height": 400, "decorative": true });
        json!({ "figure": { "image": image } })
    };
    json["body"] = json!([
        figure("img/first.jpg", 800),
        figure("icon.png", 40),
        { "aside": { "body": [figure("//cdn.example.org/second.jpg", 800)] } },
        figure("https://example.net/third.jpg", 800),
    ]);
    let images = |canonical| linked_data(&json, canonical)["image"].clone();
    assert_eq!(images(None), json!(["https://example.net/third.jpg"]));
    assert_eq!(
        images(Some("https://example.org/news/a.html")),
        json!([
            "https://example.org/news/img/first.jpg",
            "https://cdn.example.org/second.jpg",
            "https://example.net/third.jpg",
        ])
    );
    let page = Page {
        picture: None,
        images: full_page().images,
        ..plain_page()
    };
    let given = data(&page.render(&story(&json)), "application/ld+json");
    assert_eq!(
        given["image"],
        json!(["https://example.org/1.png", "https://example.org/2.png"])
    );
}

/// The elements `meta` for services where pages are shared, each as `name=value`, in their order.
fn shared(html: &str) -> Vec<String> {
    let metas = html.lines().filter_map(|line| {
        let line = line.strip_prefix("<meta ")?.strip_suffix("\">")?;
        let (_, line) = line.split_once("=\"")?;
        let (name, value) = line.split_once("\" content=\"")?;
        name.contains(':').then(|| format!("{name}={value}"))
    });
    metas.collect()
}

#[test]
fn a_shared_page_has_a_card() {
    let mut json = small_json();
    json["language"] = json!("en-GB");
    json["kicker"] = json!("Technology");
    json["byline"] = json!("Ada Byron and Carl Sample in Beijing");
    json["published"] = json!("2025-02-24");
    let figure = |src: &str, alternative: Option<&str>| {
        let mut image = json!({ "src": src, "width": 800, "height": 400 });
        match alternative {
            Some(text) => image["alternative"] = json!(text),
            None => image["decorative"] = json!(true),
        }
        json!({ "figure": { "image": image } })
    };
    json["body"] = json!([
        figure("hall.jpg", Some("A \"white\" hall")),
        figure("https://example.net/b.jpg", None),
    ]);
    let page = Page {
        canonical: Some(address("https://example.org/news/a.html")),
        ..plain_page()
    };
    assert_eq!(
        shared(&page.render(&story(&json))),
        [
            "og:type=article",
            "og:title=A headline",
            "og:url=https://example.org/news/a.html",
            "og:image=https://example.org/news/hall.jpg",
            "og:image:width=800",
            "og:image:height=400",
            "og:image:alt=A &quot;white&quot; hall",
            "og:image=https://example.net/b.jpg",
            "og:image:width=800",
            "og:image:height=400",
            "og:locale=en_GB",
            "article:author=Ada Byron",
            "article:author=Carl Sample",
            "article:section=Technology",
            "article:published_time=2025-02-24",
            "twitter:card=summary_large_image",
        ]
    );
    // Of a given picture only that is known which the document says of it.
    let page = Page {
        picture: None,
        images: vec![
            address("https://example.org/news/hall.jpg"),
            address("https://example.org/card.png"),
        ],
        ..page
    };
    let images = shared(&page.render(&story(&json)));
    let images: Vec<&String> = images
        .iter()
        .filter(|meta| meta.starts_with("og:image"))
        .collect();
    assert_eq!(
        images,
        [
            "og:image=https://example.org/news/hall.jpg",
            "og:image:width=800",
            "og:image:height=400",
            "og:image:alt=A &quot;white&quot; hall",
            "og:image=https://example.org/card.png",
        ]
    );
    json["authors"] = json!([{ "name": "Ann Example" }]);
    let names = shared(&page.render(&story(&json)));
    assert!(names.contains(&"article:author=Ann Example".into()));
    assert!(!names.iter().any(|name| name.contains("Byron")));
}

#[test]
fn a_correction_is_a_change() {
    let mut json = small_json();
    json["published"] = json!("2025-02-24");
    let changed = |json: &Json| linked_data(json, None)["dateModified"].clone();
    assert_eq!(changed(&json), Json::Null);
    json["corrections"] = json!([
        { "date": "2025-02-26", "text": "A" },
        { "date": "2025-02-25T23:00+08:00", "text": "B" },
    ]);
    assert_eq!(changed(&json), "2025-02-26");
    json["modified"] = json!("2025-02-27T09:30:00Z");
    assert_eq!(changed(&json), "2025-02-27T09:30:00Z");
    let html = plain_page().render(&story(&json));
    assert!(
        html.contains(r#"<meta property="article:modified_time" content="2025-02-27T09:30:00Z">"#)
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
    assert!(!html.contains(" style="));
    let sources = full_page().style_sources();
    assert_eq!(html.matches("<style").count(), sources.len());
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
