//! The checker reports every error at once, including those that a browser ignores.

use super::super::{check, full_json, read, small_json, value};
use super::mistakes;
use article_widget::document::{MAX_PROBLEMS, Problem, ProblemKind, Severity};
use article_widget::model::Article;
use serde_json::{Value as Json, json};

#[test]
fn a_document_with_every_part_is_sound() {
    let json = full_json();
    let article = check(&json).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let (shown, problems) = read(&json).unwrap();
    assert_eq!(problems, []);
    assert_eq!(article, shown, "both readings give one article");
}

#[test]
fn what_is_read_is_written_again() {
    let article = check(&full_json()).unwrap();
    let mut written = serde_json::to_value(&article).unwrap();
    // Comments are ignored, and footnotes are in the order of the text.
    let mut json = full_json();
    for field in ["$schema", "$comment"] {
        json.as_object_mut().unwrap().remove(field);
    }
    json["footnotes"].as_array_mut().unwrap().reverse();
    assert_eq!(written, json);
    written["footnotes"].as_array_mut().unwrap().reverse();
    assert_eq!(check(&written).unwrap(), article);
}

#[test]
fn every_mistake_is_named_at_once() {
    let mut json = full_json();
    json["hedline"] = json!("Twice");
    json["language"] = json!("English, mostly");
    json["published"] = json!("2025-02-30");
    json["takeaways"][0] = json!({ "strong": "bare" });
    json["body"][1]["paragraph"][5]["cod"] = json!("x");
    json["body"][4]["paragraph"][0]["datum"]["of"] = json!("nort");
    json["body"][11]["pull-quote"]["text"] = json!("  ");
    json["body"][13]["figure"]["image"]["width"] = json!(0);
    json["commitments"][1]["period"]["fiscalYear"] = json!("2025");
    json["exchangeRates"][0]["quote"] = json!("YUA");
    json["charts"][0]["source"] = json!("");
    json["related"][1]["teasers"][0]["href"] = json!("javascript:x");
    json["corrections"][0]["date"] = json!("Tuesday");
    let mut found = mistakes(&json);
    found.sort();
    let mut expected = [
        "body[1].paragraph[5].cod: `cod` is not known here: did you mean `code`?",
        "body[11].pull-quote.text: an empty text: write something, or leave it out",
        "body[13].figure.image.width: found 0, expected a whole number from 1 to 65535",
        "body[4].paragraph[0].datum.of: there is no commitment with the id `nort`: did you mean `north`?",
        "charts[0].source: an empty text: write something, or leave it out",
        "commitments[1].period.fiscalYear: found the text `2025`, expected a whole number from 1 to 9999",
        "corrections[0].date: `Tuesday` is not a date: write it like 2025-02-24 or 2025-02-24T09:30:00+08:00",
        "exchangeRates[0].quote: `YUA` is not among the currencies of ISO 4217: see its list of codes",
        "hedline: `hedline` is not known here: did you mean `headline`?",
        "language: `English, mostly` is not a language: write its tag, such as en or zh-Hant",
        "published: `2025-02-30` is not a date: write it like 2025-02-24 or 2025-02-24T09:30:00+08:00",
        "related[1].teasers[0].href: `javascript:x` is not an address that this widget opens: use http, https, mailto, tel or a relative one",
        "takeaways[0]: found an object, expected a text, or a list of texts and marks",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn the_consequences_of_a_mistake_are_no_mistakes() {
    let mut json = full_json();
    json["commitments"][1]["amount"]["value"] = json!(-1);
    assert_eq!(
        mistakes(&json),
        ["commitments[1].amount.value: -1 is negative: give zero or more"],
        "two charts and three sentences refer to it"
    );
    let mut json = full_json();
    json["footnotes"][0]["text"] = json!(5);
    json["related"][0]["teasers"][0] = json!({});
    json["charts"][0]["currency"] = json!(5);
    assert_eq!(
        mistakes(&json),
        [
            "charts[0].currency: found a number, expected a text",
            "footnotes[0].text: found a number, expected a text, or a list of texts and marks",
            "related[0].teasers[0]: the field `headline` is missing",
            "related[0].teasers[0]: the field `href` is missing",
        ]
    );
}

#[test]
fn unknown_fields_are_named_wherever_they_stand() {
    for (path, nearest) in [
        ("/kickr", "kicker"),
        ("/body/1/paragraf", "paragraph"),
        ("/body/1/paragraph/1/Strong", "strong"),
        ("/body/1/paragraph/9/link/herf", "href"),
        ("/body/1/paragraph/11/term/definiton", "definition"),
        ("/body/4/paragraph/0/datum/per", ""),
        ("/body/7/terms/0/txt", "text"),
        ("/body/9/quotation/attributon", "attribution"),
        ("/body/13/figure/captoin", "caption"),
        ("/body/13/figure/image/alternativ", "alternative"),
        ("/body/13/figure/image/sources/0/witdh", "width"),
        ("/body/15/table/row", "rows"),
        ("/body/15/table/columns/0/titel", "title"),
        ("/body/17/aside/bdy", "body"),
        ("/body/18/divider/x", ""),
        ("/footnotes/0/txet", "text"),
        ("/corrections/0/dat", "date"),
        ("/commitments/0/equivalent", "equivalents"),
        ("/commitments/0/amount/scales", "scale"),
        ("/commitments/0/period/month", "months"),
        ("/exchangeRates/0/rates", "rate"),
        ("/charts/0/Note", "note"),
        ("/related/0/teaser", "teasers"),
        ("/related/0/teasers/0/headlin", "headline"),
        ("/related/1/teasers/1/tag", "tags"),
        ("/related/1/teasers/1/image/heigth", "height"),
    ] {
        let mut json = full_json();
        let (parent, field) = path.rsplit_once('/').unwrap();
        let parent = json.pointer_mut(parent).expect(path);
        parent[field] = json!(0);
        let problems = check(&json).expect_err(path);
        let [problem] = &problems[..] else {
            panic!("{path}: {problems:#?}")
        };
        assert_eq!(problem.kind, ProblemKind::Unknown);
        assert!(
            problem.path.ends_with(field)
                && problem.path.split(['.', '[']).count() == path.split('/').count() - 1,
            "{path}: {problem}"
        );
        let mend = match nearest {
            "" => format!("`{field}` is not known here: use "),
            nearest => format!("`{field}` is not known here: did you mean `{nearest}`?"),
        };
        assert!(
            problem.message.starts_with(&mend) || field == "x",
            "{problem}"
        );
        assert_eq!(read(&json).unwrap().1, [], "a browser passes over {path}");
    }
}

#[test]
fn remarks_may_stand_in_every_object() {
    fn remark(json: &mut Json) {
        match json {
            Json::Array(items) => items.iter_mut().for_each(remark),
            Json::Object(fields) => {
                fields.values_mut().for_each(remark);
                fields.insert("$comment".into(), json!({ "any": "thing" }));
            }
            _ => {}
        }
    }
    let mut json = full_json();
    remark(&mut json);
    assert_eq!(check(&json).unwrap(), check(&full_json()).unwrap());
}

#[test]
fn empty_texts_are_named_where_something_was_to_be_written() {
    for path in [
        "/kicker",
        "/standfirst",
        "/byline",
        "/authors/0/name",
        "/takeaways/1",
        "/body/5/list/0",
        "/body/13/figure/credit",
        "/body/13/figure/image/alternative",
        "/sources/0",
        "/commitments/0/name",
        "/charts/0/source",
        "/related/1/title",
        "/related/1/teasers/0/summary",
        "/related/1/teasers/1/source",
        "/related/1/teasers/1/image/alternative",
        "/related/1/teasers/1/tags/0",
    ] {
        let mut json = full_json();
        *json.pointer_mut(path).expect(path) = json!(" ");
        let problems = mistakes(&json);
        assert!(
            problems[0].contains(": an empty text: write something, or leave it out"),
            "{path}: {problems:?}"
        );
        assert!(read(&json).is_ok());
    }
}

#[test]
fn what_is_never_used_is_named() {
    let mut json = small_json();
    json["footnotes"] = json!([{ "id": "note", "text": "Nobody refers to me." }]);
    json["commitments"] = full_json()["commitments"].clone();
    json["exchangeRates"] = full_json()["exchangeRates"].clone();
    json["charts"] = full_json()["charts"].clone();
    // It is shown all the same.
    let (article, problems) = Article::inspect(&value(&json));
    assert!(article.is_some());
    assert!(problems.iter().all(|problem| {
        (problem.kind, problem.severity) == (ProblemKind::Unused, Severity::Warning)
    }));
    assert_eq!(
        mistakes(&json),
        [
            "footnotes[0]: nothing in the text refers to `note`: add {\"footnote\": …} where it belongs",
            "charts[0]: nothing in the text refers to `all`: add {\"chart\": …} where it belongs",
            "charts[1]: nothing in the text refers to `two`: add {\"chart\": …} where it belongs",
        ]
    );
    assert_eq!(read(&json).unwrap().1, []);
}

#[test]
fn a_row_without_stories_is_a_mistake_and_no_loss() {
    let mut json = small_json();
    json["related"] = json!([{ "id": "none", "title": "None", "teasers": [] }]);
    assert_eq!(
        mistakes(&json),
        ["related[0].teasers: a row of stories needs one: add it, or leave the row out"]
    );
    let (article, problems) = read(&json).unwrap();
    assert!(article.related.is_empty() && problems.is_empty());
}

#[test]
fn every_field_that_must_be_there_is_missed() {
    fn remove(json: &mut Json, path: &str) {
        let (parent, field) = path.rsplit_once('/').unwrap();
        let parent = json.pointer_mut(parent).expect(path);
        let removed = parent.as_object_mut().unwrap().remove(field);
        assert!(removed.is_some(), "{path}");
    }
    for path in [
        "/version",
        "/language",
        "/headline",
        "/body",
        "/footnotes/0/text",
        "/corrections/0/date",
        "/corrections/0/text",
        "/commitments/3/name",
        "/commitments/3/amount/currency",
        "/commitments/3/period/start",
        "/commitments/3/purpose",
        "/commitments/3/source",
        "/exchangeRates/0/base",
        "/exchangeRates/0/date",
        "/exchangeRates/0/source",
        "/charts/0/title",
        "/charts/0/currency",
        "/charts/0/source",
        "/related/2/title",
        "/related/2/teasers",
        "/related/2/teasers/0/headline",
        "/related/1/teasers/1/image/src",
        "/related/1/teasers/1/image/width",
        "/related/1/teasers/1/image/sources/0/width",
        "/body/1/paragraph/9/link/href",
        "/body/1/paragraph/9/link/text",
        "/body/1/paragraph/11/term/definition",
        "/body/4/paragraph/0/datum/of",
        "/body/13/figure/image/src",
        "/body/13/figure/image/height",
        "/body/13/figure/image/sources/0/width",
        "/body/15/table/columns/0/title",
        "/body/17/aside/body",
    ] {
        let mut json = full_json();
        remove(&mut json, path);
        let problems = check(&json).expect_err(path);
        let field = path.rsplit('/').next().unwrap();
        let is_it = |problem: &&_| {
            let problem: &article_widget::document::Problem = problem;
            problem.message == format!("the field `{field}` is missing")
        };
        let problem = problems.iter().find(is_it);
        let problem = problem.unwrap_or_else(|| panic!("{path}: {problems:#?}"));
        assert_eq!(problem.kind, ProblemKind::Missing);
    }
}

#[test]
fn an_object_without_fields_wants_none() {
    let mut json = small_json();
    json["body"] = json!([{ "divider": { "width": 5 } }]);
    assert_eq!(
        mistakes(&json),
        ["body[0].divider.width: `width` is not known here: leave it out"]
    );
}

/// Data that would never be shown or used are reported.
#[test]
fn second_sums_and_rates_are_named() {
    let mut json = full_json();
    let sum = |code: &str| json!({ "value": 5, "currency": code });
    let amount = &json["commitments"][0]["amount"]["currency"];
    let equivalents = json!([sum("JPY"), sum(amount.as_str().unwrap()), sum("JPY")]);
    json["commitments"][0]["equivalents"] = equivalents;
    let rate = |base: &str, quote: &str| json!({ "base": base, "quote": quote, "rate": 2, "date": "2025-02-24", "source": "a bank" });
    let rates = json["exchangeRates"].as_array_mut().unwrap();
    let first = rates.len();
    rates.extend([rate("CHF", "SEK"), rate("SEK", "CHF"), rate("CHF", "NOK")]);
    let mistakes = mistakes(&json);
    for (path, message) in [
        ("commitments[0].equivalents[1]", "a second sum in CNY, "),
        ("commitments[0].equivalents[2]", "a second sum in JPY, "),
    ] {
        let start = format!("{path}: {message}");
        assert!(
            mistakes.iter().any(|other| other.starts_with(&start)),
            "{mistakes:?}"
        );
    }
    let rates = mistakes
        .iter()
        .filter(|other| other.starts_with("exchangeRates"));
    let expected = format!(
        "exchangeRates[{}]: a second rate between SEK and CHF, of which only the first one counts: leave one out",
        first + 1
    );
    assert_eq!(rates.collect::<Vec<_>>(), [&expected]);
}

#[test]
fn addresses_that_no_browser_can_open_are_named() {
    let mut json = crate::small_json();
    json["body"] = serde_json::json!([
        { "paragraph": [{ "link": { "href": "http://f:b/c", "text": "a link" } }] },
        { "figure": { "image": { "src": "http://[1::2]:3:4", "width": 1, "height": 1, "decorative": true } } },
    ]);
    let expected = [
        "body[0].paragraph[0].link.href: `http://f:b/c` is not an address that a browser can open: invalid port number",
        "body[1].figure.image.src: `http://[1::2]:3:4` is not an address that a browser can open: invalid port number",
    ];
    let lines = |problems: Vec<Problem>| -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    };
    assert_eq!(lines(check(&json).unwrap_err()), expected);
    // What is written all the same has both: a browser decides for itself.
    let (article, problems) = read(&json).unwrap();
    assert_eq!(lines(problems), expected);
    assert_eq!(article.body.len(), 2);
}

#[test]
fn the_word_before_a_byline_is_not_written_twice() {
    for (language, byline, is_fine) in [
        ("en", "By Ada Byron", false),
        ("de-AT", "Von Anna Beispiel", false),
        ("fr", "Par Anne Exemple", false),
        ("es", "Por Ana Ejemplo", false),
        ("en", "Byron", true),
        ("en", "Ada Byron", true),
        ("en", "Von Neumann", true),
        ("nl", "Von Neumann", true),
        ("de", "von Anna", true),
    ] {
        let mut json = small_json();
        json["language"] = json!(language);
        json["byline"] = json!(byline);
        let (article, problems) = Article::inspect(&value(&json));
        assert!(article.is_some());
        assert_eq!(problems.len(), usize::from(!is_fine), "{byline}");
        for problem in problems {
            let line = problem.to_string();
            assert!(line.starts_with("byline: the page writes “"), "{line}");
            assert_eq!(problem.severity, Severity::Warning);
        }
    }
}

#[test]
fn a_table_without_a_caption_is_shown_with_a_warning() {
    let mut json = full_json();
    json["body"][15]["table"]
        .as_object_mut()
        .unwrap()
        .remove("caption");
    let (article, problems) = Article::inspect(&value(&json));
    assert!(article.is_some());
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].severity, Severity::Warning);
    let line = problems[0].to_string();
    assert!(
        line.starts_with("body[15].table: the table has no caption"),
        "{line}"
    );
    assert_eq!(read(&json).unwrap().1, []);
    // A caption that is wrong is no absent one.
    json["body"][15]["table"]["caption"] = json!(5);
    assert!(mistakes(&json)[0].starts_with("body[15].table.caption: found a number"));
    assert_eq!(read(&json).unwrap().1.len(), 1);
}

#[test]
fn warnings_do_not_hide_errors() {
    let mut json = small_json();
    let note = |index| json!({ "id": format!("n{index}"), "text": "Never referred to." });
    json["footnotes"] = (0..MAX_PROBLEMS).map(note).collect();
    json["related"] = json!([{ "id": "a", "title": "A", "teasers": [{}] }]);
    assert!(check(&json).is_err());
    json["related"] = json!([]);
    assert!(check(&json).is_ok());
    json["footnotes"]
        .as_array_mut()
        .unwrap()
        .push(note(MAX_PROBLEMS));
    json["headline"] = json!(["A ", { "emphasys": "headline" }]);
    assert!(check(&json).is_err());
}

#[test]
fn a_picture_lacks_all_that_it_lacks_at_once() {
    let mut json = small_json();
    json["body"] = json!([{ "figure": { "image": { "src": "a.jpg" } } }]);
    let problems = check(&json).unwrap_err();
    let messages: Vec<&str> = problems.iter().map(|found| &*found.message).collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    for (message, start) in messages.iter().zip([
        "the field `width` is missing",
        "the field `height` is missing",
        "a picture needs either an `alternative` text",
    ]) {
        assert!(message.starts_with(start), "{message}");
    }
}
