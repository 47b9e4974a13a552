//! The files of languages.

mod english;
mod rendered;

use article_widget::messages::{self, Language};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;

/// The languages of the interface.
const LANGUAGES: [&str; 26] = [
    "ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "id", "it", "ja", "ko",
    "nb", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "vi", "zh",
];

fn path(tag: &str) -> String {
    format!("{}/src/messages/{tag}.json", env!("CARGO_MANIFEST_DIR"))
}

/// The file of a language.
fn file(tag: &str) -> Json {
    let text = fs::read_to_string(path(tag)).unwrap_or_else(|error| panic!("{tag}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{tag}: {error}"))
}

#[test]
fn every_file_is_sound() {
    let files = messages::languages().filter(|tag| Path::new(&path(tag)).exists());
    for tag in files {
        assert_eq!(messages::problems(Some(tag), &file(tag)), [""; 0], "{tag}");
        // Not all have formats of their own: de-AT has those of de.
        let formats = format!("cldr/{tag}");
        if Path::new(&path(&formats)).exists() {
            assert_eq!(
                messages::problems(Some(tag), &file(&formats)),
                [""; 0],
                "{tag}"
            );
        }
    }
}

#[test]
fn every_language_has_every_word_once_and_no_other() {
    /// The names of the words, in their order.
    fn names(file: &Json) -> Vec<String> {
        let is_of_words = |group: &str| {
            !["status", "plurals", "numbers", "dates", "lists", "units"].contains(&group)
        };
        let groups = file
            .as_object()
            .unwrap()
            .iter()
            .filter(|(group, _)| is_of_words(group));
        groups
            .flat_map(|(group, messages)| {
                messages
                    .as_object()
                    .unwrap()
                    .keys()
                    .map(move |name| format!("{group}.{name}"))
            })
            .collect()
    }
    let reference = names(&file("en"));
    for tag in LANGUAGES.into_iter().chain(["zh-Hant"]) {
        assert_eq!(names(&file(tag)), reference, "{tag}");
        let status = file(tag)["status"].clone();
        assert!(
            ["reference", "reviewed", "unreviewed"].contains(&status.as_str().unwrap()),
            "{tag}"
        );
        let texts = messages::texts(tag, None).expect("the texts of the language");
        assert!(
            texts.iter().all(|text| !text.contains(['{', '}', '\n'])),
            "{tag}"
        );
    }
}

#[test]
fn tags_lead_to_the_best_language() {
    for (tag, language) in [
        ("de", "de"),
        ("DE-at", "de"),
        ("de-CH-1996", "de-CH"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("iw", "he"),
        ("cmn", "zh"),
        ("arb-EG", "ar"),
        ("nn-NO", "nb"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-CN", "zh"),
        ("zh-Hans-SG", "zh"),
        ("pt-PT", "pt-PT"),
        ("pt-AO", "pt"),
        ("en-US", "en-US"),
        ("en-NZ", "en"),
        // In English as long as there is no file.
        ("tlh", "en"),
        ("", "en"),
        ("den", "en"),
    ] {
        assert_eq!(Language::of(tag).tag(), language, "{tag}");
    }
}

#[test]
fn faults_of_a_file_are_named_with_their_places() {
    for (file, problem) in [
        (
            json!([]),
            "the file: is not an object of groups of messages",
        ),
        (
            json!({ "article": 1 }),
            "article: is not a group of messages",
        ),
        (
            json!({ "article": { "by": 1 } }),
            "article.by: is not a text",
        ),
        (
            json!({ "article": { "bye": "x" } }),
            "article.bye: there is no such message",
        ),
        (
            json!({ "article": { "by": "Von" } }),
            "article.by: lacks {byline}, which stands for a text of the article",
        ),
        (
            json!({ "article": { "by": "Von {name} {byline}" } }),
            "article.by: has {name}, but what can stand in this message is {byline}",
        ),
        (
            json!({ "article": { "takeaways": "{x}" } }),
            "article.takeaways: has {x}, but nothing stands in this message",
        ),
        (
            json!({ "article": { "takeaways": "a\nb" } }),
            "article.takeaways: holds a line break or another control character: take it out",
        ),
        (
            json!({ "stories": { "about_company": { "one": "a {company}" } } }),
            "stories.about_company: lacks the form `other`, which is for all plurals that are not named",
        ),
        (
            json!({ "stories": { "about_company": { "few": "{company}", "other": "{count} {company}" } } }),
            "stories.about_company.few: the language has no such plural: it has one, other",
        ),
        (
            json!({ "stories": { "about_company": { "one": "eine", "other": "{count} {company}" } } }),
            "stories.about_company.one: lacks {company}, which stands for a text of the article",
        ),
        (
            json!({ "numbers": { "short": "zzz" } }),
            "numbers.short: `zzz` cannot be read: write a power of ten and its word, such as 6:# Mio.;9:# Mrd.",
        ),
        (
            json!({ "numbers": { "long": "6:# Million;x:# Milliarde" } }),
            "numbers.long: `6:# Million;x:# Milliarde` cannot be read: write a power of ten and its word, such as 6:# Mio.;9:# Mrd.",
        ),
        (
            json!({ "numbers": { "digits": "0123" } }),
            "numbers.digits: `0123` cannot be read: write ten digits, or nothing for 0 to 9",
        ),
        (
            json!({ "dates": { "short_months": "J|F" } }),
            "dates.short_months: `J|F` cannot be read: write twelve names with | between them",
        ),
    ] {
        assert_eq!(messages::problems(Some("de"), &file), [problem]);
    }
    for tag in ["english", "", "5", "xx_1", "de-"] {
        let problem =
            format!("language: `{tag}` is not a language: write its tag, such as en or zh-Hant");
        assert_eq!(messages::problems(Some(tag), &json!({})), [&*problem]);
        let named = json!({ "language": tag });
        assert_eq!(messages::problems(None, &named), [problem]);
    }
    let groups = &messages::problems(Some("de"), &json!({ "articel": {} }))[0];
    assert!(
        groups.starts_with("articel: there is no such group: the groups are loader, article, ")
    );
    let house = json!({ "numbers": { "short": "6:# Mio.;9:# Milliarden" }, "stories": { "read_more": "Weiterlesen" } });
    assert_eq!(messages::problems(Some("de"), &house), [""; 0]);
    let texts = messages::texts("de", house.as_object()).unwrap();
    assert!(
        texts.contains(&"Weiterlesen".into()) && texts.contains(&"6:# Mio.;9:# Milliarden".into())
    );
}

#[test]
fn the_schema_is_the_committed_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/messages.schema.json");
    let schema = messages::schema();
    if std::env::var_os("ARTICLE_WIDGET_WRITE").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let hint = "run the tests with ARTICLE_WIDGET_WRITE=1, which writes it";
    assert_eq!(
        fs::read_to_string(&path).unwrap_or_default(),
        schema,
        "{hint}"
    );
    let schema = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for tag in LANGUAGES {
        assert!(validator.is_valid(&file(tag)), "{tag}");
    }
    assert!(!validator.is_valid(&json!({ "article": { "bye": "x" } })));
}
