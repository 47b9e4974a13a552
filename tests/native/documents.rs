//! Documents: the default article is complete, and every mistake is named where it stands.

use super::{check, default_article, default_json, small_json};
use article_widget::model::{Article, Block, Inline, plain_text};
use serde_json::{Value as Json, json};

/// Everything that a reader can read of an article's text.
fn text_of(article: &Article) -> String {
    let mut text = vec![article.headline.clone()];
    text.extend(article.standfirst.clone());
    text.extend(body_of(article));
    if let Some(related) = &article.related {
        for teaser in &related.teasers {
            text.push(teaser.headline.clone());
            text.extend(teaser.summary.clone());
        }
    }
    text.join("\n")
}

fn body_of(article: &Article) -> Vec<String> {
    let mut text = Vec::new();
    for block in &article.body {
        match block {
            Block::Heading(words) | Block::Paragraph(words) => text.push(plain_text(words)),
            Block::Terms(terms) => {
                for term in terms {
                    text.push(format!(
                        "{}: {}",
                        plain_text(&term.term),
                        plain_text(&term.text)
                    ));
                }
            }
            Block::Chart(_) | Block::Missing => {}
        }
    }
    text
}

#[test]
fn the_default_article_has_every_part() {
    let article = default_article();
    assert!(article.standfirst.is_some() && article.byline.is_some());
    assert_eq!(article.dateline.as_deref(), Some("24 February 2025"));
    assert_eq!(
        article.published.as_ref().map(|p| p.iso.as_str()),
        Some("2025-02-24")
    );
    let count = |kind: fn(&Block) -> bool| article.body.iter().filter(|b| kind(b)).count();
    assert_eq!(count(|b| matches!(b, Block::Heading(_))), 7);
    assert_eq!(count(|b| matches!(b, Block::Chart(_))), 1);
    let terms: Vec<usize> = article
        .body
        .iter()
        .filter_map(|b| match b {
            Block::Terms(terms) => Some(terms.len()),
            _ => None,
        })
        .collect();
    assert_eq!(terms, [4]);
    assert_eq!(article.related.unwrap().teasers.len(), 6);
}

#[test]
fn the_default_article_has_the_length_of_a_newspaper_article() {
    let words = body_of(&default_article())
        .join(" ")
        .split_whitespace()
        .count();
    assert!((1_300..=1_700).contains(&words), "{words} words");
}

#[test]
fn the_default_article_states_every_fact() {
    let text = text_of(&default_article());
    for fact in [
        "over 380 billion yuan",
        "about $53 billion",
        "next three years",
        "Jack Ma",
        "billionaire",
        "data centres",
        "cloud-computing network",
        "past decade",
        "e-commerce",
        "31 December 2024",
        "280.15 billion yuan",
        "$38.58 billion",
        "slightly above",
        "21 February 2025",
        "14%",
        "Eddie Wu",
        "artificial general intelligence",
        "AGI",
        "hypothetical",
        "human-like reasoning",
        "OpenAI",
        "Microsoft",
        "Alphabet",
        "One week before",
        "Xi Jinping",
        "Liang Wenfeng",
        "DeepSeek",
        "first significant public engagement",
        "2020",
        "thaw",
        "largest in China",
        "Apple has reportedly picked",
        "local rules",
        "price cuts",
        "Tencent",
        "Amazon Web Services (AWS)",
        "Qwen",
        "Moonshot",
        "Zhipu",
        "$80 billion",
        "July 2024 to June 2025",
        "$65 billion",
        "calendar 2025",
        "TikTok",
        "reportedly plans to spend 150 billion yuan",
        "7.26 yuan to the dollar",
        "Labour",
        "Nvidia",
        "domestic alternatives",
        "leading provider",
        "usual partner",
        "health care",
        "logistics",
        "Beijing",
        "autonomy",
        "export sanctions",
        "Western rivals",
        "mismanaged",
        "Ant Group",
        "$34 billion",
        "heavy fines",
        "above $850 billion",
        "more than $100 billion",
        "three-year high in Hong Kong",
        "more than 68%",
        "24 February 2025",
        "only begun",
        "Hermes",
        "brunt",
        "International Monetary Fund (IMF)",
        "turbulent 2025",
        "Pension Transitional Arrangement Directorate (PTAD)",
        "N5,694,967,800.00",
        "137,897 pensioners",
        "Harvard",
        "Google for Startups Accelerator Africa",
        "European Central Bank (ECB)",
        "a quarter of a percentage point",
    ] {
        assert!(text.contains(fact), "the article does not say {fact:?}");
    }
}

#[test]
fn the_prose_states_the_figures_of_the_data() {
    use article_widget::chart::{Basis, figure};
    use article_widget::format;
    use article_widget::model::Currency;
    let article = default_article();
    let text = body_of(&article).join("\n");
    let chart = article.body.iter().find_map(|block| match block {
        Block::Chart(chart) => Some(chart.clone()),
        _ => None,
    });
    let chart = chart.unwrap();
    for commitment in &*chart.commitments {
        for money in commitment.stated() {
            let stated = format::money(money);
            assert!(
                text.contains(&stated),
                "the article does not say {stated:?}"
            );
        }
    }
    let units = |index: usize, basis| {
        let commitment = &chart.commitments[index];
        figure(commitment, basis, Currency::USD, &chart.rates)
            .unwrap()
            .units
    };
    let [alibaba, microsoft, meta, bytedance] = [0, 1, 2, 3];
    let (total, per_year) = (Basis::Total, Basis::PerYear);
    let billions = |index, basis| {
        format!(
            "${} billion",
            format::three_digits(units(index, basis) / 1e9)
        )
    };
    let times = |index, basis| {
        let ratio = units(index, basis) / units(alibaba, basis);
        format!("{} times", (ratio * 10.0).round() / 10.0)
    };
    for computed in [
        billions(bytedance, total),
        billions(alibaba, per_year),
        times(microsoft, total),
        times(meta, total),
        times(microsoft, per_year),
        times(meta, per_year),
    ] {
        assert!(
            text.contains(&computed),
            "the article does not say {computed:?}"
        );
    }
}

/// The path and message of the one problem that makes a document unusable.
fn refusal(json: &Json) -> (String, String) {
    let problem = check(json).expect_err("the document was accepted");
    (problem.path, problem.message)
}

#[test]
fn what_is_no_document_is_refused() {
    for (json, path, words) in [
        (
            json!([]),
            "",
            "found a list, expected a document, which is an object",
        ),
        (json!("text"), "", "found the text `text`"),
        (json!({}), "", "the field `version` is missing"),
        (
            json!({ "version": "one" }),
            "version",
            "found the text `one`, expected a whole number",
        ),
    ] {
        let (found_path, message) = refusal(&json);
        assert_eq!(found_path, path, "{message}");
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn another_version_and_a_missing_headline_are_refused() {
    let mut json = small_json();
    json["version"] = json!(2);
    let (path, message) = refusal(&json);
    assert_eq!(path, "version");
    assert!(
        message.contains("version 2") && message.contains("reads version 1"),
        "{message}"
    );
    let mut json = small_json();
    json["headline"] = json!(" ");
    assert_eq!(refusal(&json).0, "headline");
    json["headline"] = json!(["A"]);
    let (path, message) = refusal(&json);
    assert_eq!(
        (path.as_str(), message.as_str()),
        ("headline", "found a list, expected a text")
    );
}

/// The problems of a document that is shown all the same, as `path: message`.
fn problems(json: &Json) -> (Article, Vec<String>) {
    let (article, problems) = check(json).expect("the document was refused");
    (article, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn an_unknown_block_keeps_its_words_and_its_neighbours() {
    let mut json = small_json();
    json["body"] = json!([
        { "paragraph": "Before." },
        { "poem": { "lines": 3, "text": ["Roses", "are red"], "href": "javascript:alert(1)" } },
        { "video": { "href": "x.mp4" } },
        { "paragraph": "After." },
    ]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            "body[1]: `poem` is not known here: use heading, paragraph, terms or chart",
            "body[2]: `video` is not known here: use heading, paragraph, terms or chart",
        ]
    );
    assert_eq!(body_of(&article), ["Before.", "Roses are red", "After."]);
    assert_eq!(article.body[2], Block::Missing);
}

#[test]
fn a_block_of_the_wrong_shape_is_named_and_left_out_alone() {
    let mut json = small_json();
    json["body"] = json!([
        { "paragraph": 5 },
        { "terms": [{ "term": "Whole", "text": "kept" }, { "term": "Half" }] },
        { "paragraph": "One.", "heading": "Two." },
        {},
        "text",
        null,
        { "paragraph": "After." },
    ]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            "body[0].paragraph: found 5, expected a text, or a list of texts and marks",
            "body[1].terms[1]: the field `text` is missing",
            "body[2]: a second kind, `heading`, in one object: give it an object of its own",
            "body[3]: the object is empty: give it a kind",
            "body[4]: found the text `text`, expected an object with one block",
            "body[5]: found null, expected an object with one block",
        ]
    );
    assert_eq!(
        body_of(&article),
        ["Whole: kept", "Half: ", "One. Two.", "text", "After."],
        "words were lost"
    );
}

#[test]
fn a_field_of_a_newer_version_does_no_harm_to_a_block() {
    let mut json = small_json();
    json["body"] = json!([{ "tone": "calm", "paragraph": "Kept.", "id": "p1" }]);
    let (article, problems) = problems(&json);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(body_of(&article), ["Kept."]);
}

#[test]
fn a_wrong_part_of_the_head_is_named_and_left_out_alone() {
    let mut json = default_json();
    json["kicker"] = json!(5);
    json["standfirst"] = json!(["a"]);
    json["published"] = json!(20_250_224);
    json["language"] = json!("English, mostly");
    json["related"] = json!({ "teasers": [] });
    json["commitments"] = json!({});
    let (article, problems) = problems(&json);
    let paths: Vec<&str> = problems
        .iter()
        .map(|p| p.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        paths,
        [
            "commitments",
            "kicker",
            "standfirst",
            "published",
            "body[16].chart",
            "related",
            "language"
        ]
    );
    assert!(article.body.len() > 25 && article.byline.is_some());
}

#[test]
fn a_heading_without_words_is_left_out() {
    let mut json = small_json();
    json["body"] = json!([{ "heading": [" ", { "strong": [] }] }, { "paragraph": "After." }]);
    let (article, problems) = problems(&json);
    assert_eq!(problems, ["body[0].heading: a heading needs words"]);
    assert_eq!(body_of(&article), ["After."]);
}

#[test]
fn a_link_inside_of_a_link_keeps_its_words() {
    let inner = json!({ "link": { "href": "inner.html", "text": "inner" } });
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": [
        { "link": { "href": "outer.html", "text": ["an ", { "strong": [inner, " one"] }] } },
    ] }]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        [
            "body[0].paragraph[0].link.text[1].strong[0].link: a link cannot stand inside of another link"
        ]
    );
    assert_eq!(body_of(&article), ["an inner one"]);
    assert!(!format!("{article:?}").contains("inner.html"));
}

#[test]
fn an_address_that_could_run_code_loses_its_link_and_keeps_its_words() {
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": [
        "See ", { "link": { "href": " java\nscript:alert(1)", "text": ["the ", { "strong": "story" }] } }, ".",
    ] }]);
    json["related"] = json!({ "title": "More", "teasers": [
        { "headline": "Bad", "href": "data:text/html,x" },
        { "headline": "Good", "href": "good.html" },
    ] });
    let (article, problems) = problems(&json);
    assert_eq!(problems.len(), 2);
    assert!(
        problems[0].starts_with("body[0].paragraph[1].link.href: `javascript:alert(1)` is not"),
        "{problems:?}"
    );
    assert!(
        problems[1].starts_with("related.teasers[0].href: `data:text/html,x`"),
        "{problems:?}"
    );
    assert_eq!(body_of(&article), ["See the story."]);
    let related = article.related.unwrap();
    assert_eq!(related.teasers[0].address, None);
    assert_eq!(
        related.teasers[1].address.as_ref().unwrap().as_str(),
        "good.html"
    );
}

#[test]
fn an_unknown_mark_keeps_its_words() {
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": ["A ", { "blink": ["very ", "old"] }, " mark."] }]);
    let (article, problems) = problems(&json);
    assert_eq!(
        problems,
        ["body[0].paragraph[1]: `blink` is not known here: use strong, emphasis or link"]
    );
    assert_eq!(body_of(&article), ["A very old mark."]);
}

#[test]
fn marks_nest() {
    let mut json = small_json();
    json["body"] = json!([{ "paragraph": [{ "strong": [{ "emphasis": "both" }] }] }]);
    let (article, problems) = problems(&json);
    assert!(problems.is_empty());
    let both = Inline::Emphasis(vec![Inline::Text("both".into())]);
    assert_eq!(
        article.body,
        [Block::Paragraph(vec![Inline::Strong(vec![both])])]
    );
}

/// Changes one commitment of the default article and returns what is wrong then.
fn with_commitment(change: impl FnOnce(&mut Json)) -> Vec<String> {
    let mut json = default_json();
    change(&mut json["commitments"][1]);
    let (article, problems) = problems(&json);
    assert!(
        !article
            .body
            .iter()
            .any(|block| matches!(block, Block::Chart(_))),
        "a chart that lacks a company would state another finding"
    );
    assert!(article.body.len() > 25, "the text was lost");
    assert!(
        problems.last().unwrap().contains("the chart is left out"),
        "{problems:?}"
    );
    problems
}

#[test]
fn a_wrong_amount_is_named_with_its_path() {
    let first = |change: fn(&mut Json)| with_commitment(change).remove(0);
    assert_eq!(
        first(|c| c["amount"]["value"] = json!(-80)),
        "commitments[1].amount.value: -80 is negative: give zero or more"
    );
    assert_eq!(
        first(|c| c["amount"]["value"] = json!(80.5)),
        "commitments[1].amount.value: a number with a fraction must stand in quotes, so that no digit is lost"
    );
    assert_eq!(
        first(|c| c["amount"]["value"] = json!("eighty")),
        "commitments[1].amount.value: `eighty` is not a number: write it like 380 or \"38.58\""
    );
    assert_eq!(
        first(|c| c["amount"]["scale"] = json!("bilion")),
        "commitments[1].amount.scale: `bilion` is not known: use thousand, million, billion or trillion"
    );
    assert_eq!(
        first(|c| c["amount"]["hedge"] = json!("roughly")),
        "commitments[1].amount.hedge: `roughly` is not known: use over, about or nearly"
    );
    assert!(
        first(|c| c["amount"]["currency"] = json!("dollar"))
            .starts_with("commitments[1].amount.currency: `dollar` is not a currency")
    );
    assert!(
        first(|c| c["period"]["months"] = json!(0))
            .starts_with("commitments[1].period.months: a period of 0 months")
    );
    assert!(
        first(|c| c["period"]["start"] = json!("2024-13"))
            .starts_with("commitments[1].period.start: `2024-13` is not a month")
    );
    assert!(
        first(|c| c["status"] = json!("rumoured"))
            .starts_with("commitments[1].status: `rumoured` is not known")
    );
    assert_eq!(
        first(|c| c["id"] = json!("alibaba")),
        "commitments[1].id: the id `alibaba` is taken: give each its own"
    );
    assert!(first(|c| c["id"] = json!("a b")).starts_with("commitments[1].id: `a b` is not an id"));
    assert_eq!(
        first(|c| {
            c.as_object_mut().unwrap().remove("status");
        }),
        "commitments[1]: the field `status` is missing"
    );
}

#[test]
fn a_wrong_chart_or_rate_is_named_with_its_path() {
    let mut json = small_json();
    json["body"] =
        json!([{ "chart": { "id": "c", "title": "T", "currency": "USD", "source": "S" } }]);
    assert_eq!(
        problems(&json).1,
        ["body[0].chart: a chart needs something to compare: add it to `commitments`"]
    );
    let mut json = default_json();
    json["exchangeRates"][0]["rate"] = json!(0);
    assert!(problems(&json).1[0].starts_with("exchangeRates[0].rate: a rate of zero"));
    let mut json = default_json();
    let chart = json["body"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .position(|b| b.get("chart").is_some())
        .unwrap();
    json["body"][chart]["chart"]["highlight"] = json!("ali");
    assert_eq!(
        problems(&json).1,
        [format!(
            "body[{chart}].chart.highlight: there is no commitment with the id `ali`"
        )]
    );
    let mut json = default_json();
    json["exchangeRates"] = json!([]);
    assert_eq!(
        problems(&json).1,
        [format!(
            "body[{chart}].chart.currency: `bytedance` has no figure in USD: state an equivalent, or add an exchange rate"
        )]
    );
    let twin = default_json()["body"][chart].clone();
    let mut json = default_json();
    json["body"].as_array_mut().unwrap().push(twin);
    let last = json["body"].as_array().unwrap().len() - 1;
    assert_eq!(
        problems(&json).1,
        [format!(
            "body[{last}].chart.id: the id `ai-spending` is taken: give each its own"
        )]
    );
}

#[test]
fn a_wrong_date_is_named_and_the_article_shown_without_it() {
    let mut json = small_json();
    json["published"] = json!("yesterday");
    let (article, problems) = problems(&json);
    assert!(problems[0].starts_with("published: `yesterday` is not a date"));
    assert_eq!(article.published, None);
}

#[test]
fn unknown_fields_do_no_harm() {
    let mut json = small_json();
    json["mood"] = json!({ "deep": [1, 2.5, null, true] });
    assert_eq!(problems(&json).1, Vec::<String>::new());
}
