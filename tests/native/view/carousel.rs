//! The markup of the carousel before any interaction.

use super::{render, text_of};
use crate::{check, small_json};
use serde_json::{Value as Json, json};

/// The markup of a row of these stories, in a document of this language.
fn row(language: &str, teasers: &[Json]) -> String {
    let mut json = small_json();
    json["language"] = json!(language);
    json["related"] = json!([{ "id": "more", "title": "More", "teasers": teasers }]);
    let html = render(check(&json).expect("a sound document"));
    let (_, carousel) = html
        .split_once(" aria-roledescription=")
        .expect("a carousel");
    carousel.to_owned()
}

/// A story with this number.
fn story(number: usize) -> Json {
    json!({ "headline": format!("Story {number}"), "href": format!("story-{number}.html") })
}

/// This many stories.
fn stories(count: usize) -> Vec<Json> {
    (1..=count).map(story).collect()
}

#[test]
fn its_controls_stand_as_they_most_likely_will() {
    let html = row("en", &stories(6));
    let disabled = |label: &str| {
        let (_, rest) = html
            .split_once(&format!(r#"aria-label="{label}""#))
            .expect(label);
        let (_, value) = rest.split_once(r#"aria-disabled=""#).expect("a state");
        value.starts_with("true")
    };
    assert!(disabled("Previous stories") && !disabled("Next stories"));
    let group = html.split('<').find(|tag| tag.contains(r#"class="dots""#));
    let group = group.expect("a group of dots");
    assert!(group.contains(r#"role="group""#));
    assert!(group.contains(r#"aria-label="Choose which stories to show""#));
    // The number of dots depends on the width, which is not known yet.
    assert_eq!(html.matches(r#"class="dot""#).count(), 6);
    assert!(!html.contains("aria-current"));
    let (_, live) = html
        .split_once(r#"aria-live="polite""#)
        .expect("what is said");
    let (_, said) = live.split_once('>').unwrap();
    assert!(said.starts_with("</p>"), "nothing to say yet");
}

#[test]
fn one_story_leads_nowhere() {
    let one = row("en", &stories(1));
    let (_, next) = one.split_once(r#"aria-label="Next stories""#).unwrap();
    assert!(next.starts_with(r#" aria-disabled="true""#), "{next}");
}

#[test]
fn twelve_stories_are_on_the_page_at_first() {
    for (count, slides, dots) in [(12, 12, 12), (13, 12, 0), (1000, 12, 0)] {
        let html = row("en", &stories(count));
        assert_eq!(
            html.matches(r#"aria-roledescription="slide""#).count(),
            slides,
            "{count}"
        );
        assert_eq!(html.matches(r#"class="dot""#).count(), dots, "{count}");
        assert!(!html.contains("data-late"));
    }
    assert!(
        row("en", &stories(1000)).contains("12 of 1"),
        "it says how many there are"
    );
}

#[test]
fn a_story_has_a_link_whose_name_is_its_headline() {
    let html = row("en", &[story(1)]);
    assert_eq!(html.matches("<a ").count(), 1);
    let link = html
        .split_once("<a ")
        .unwrap()
        .1
        .split_once("</a>")
        .unwrap()
        .0;
    assert!(link.contains(r#"href="story-1.html""#), "{link}");
    assert!(
        text_of(&format!("<a {link}")).ends_with("Read more: Story 1"),
        "{link}"
    );
}

#[test]
fn the_day_of_publication_is_in_the_language_of_the_document() {
    let published = |language| {
        let mut story = story(1);
        story["published"] = json!("2025-02-24T09:30:00+08:00");
        story["source"] = json!("The Herald");
        row(language, &[story])
    };
    for (language, words) in [
        ("en", "24 February 2025"),
        ("de", "24. Februar 2025"),
        ("fr", "24 février 2025"),
        ("es", "24 de febrero de 2025"),
    ] {
        let html = published(language);
        assert!(
            html.contains(&format!(">{words}</time>")),
            "{language}: {html}"
        );
        assert!(html.contains(r#"datetime="2025-02-24T09:30:00+08:00""#));
        assert!(text_of(&html).contains("The Herald"));
    }
}

#[test]
fn a_picture_has_its_size_its_files_and_no_words_that_the_headline_says() {
    let mut story = story(1);
    story["image"] = json!({
        "src": "a.jpg",
        "width": 1200,
        "height": 800,
        "sources": [{ "src": "a-400.jpg", "width": 400 }, { "src": "a-400.avif", "width": 400, "type": "image/avif" }],
    });
    let html = row("en", &[story]);
    for part in [
        r#"width="1200""#,
        r#"height="800""#,
        r#"loading="lazy""#,
        r#"alt="""#,
        "a-400.jpg 400w",
        r#"type="image/avif""#,
        "sizes=",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(!html.contains("data-plain"));
    assert!(row("en", &[self::story(1)]).contains("data-plain"));
}
