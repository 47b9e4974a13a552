//! The default article is complete.

use super::super::{chart_of, default_article, default_json};
use super::{block_words, text_of};
use article_widget::model::Block;
use serde_json::Value as Json;

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
    let is_list = |block: &&Block| matches!(block, Block::Terms(terms) if terms.len() == 4);
    assert_eq!(article.body.iter().filter(is_list).count(), 1);
    assert_eq!(article.related.len(), 1);
    assert_eq!(article.related[0].teasers.len(), 6);
}

#[test]
fn the_default_article_has_the_length_of_a_newspaper_article() {
    let words = block_words(&default_article())
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
    use article_widget::format;
    use article_widget::messages::Language;
    use article_widget::quantity::{Basis, Currency};
    let article = default_article();
    let text = block_words(&article).join("\n");
    let chart = chart_of(&article);
    for commitment in &*chart.commitments {
        for money in commitment.stated() {
            let stated = format::money(money, Language::ENGLISH);
            assert!(
                text.contains(&stated),
                "the article does not say {stated:?}"
            );
        }
    }
    let units = |index: usize, basis| {
        let commitment = &chart.commitments[index];
        let sum = commitment.sum(basis, Currency::USD, &chart.rates);
        sum.unwrap().units
    };
    let [alibaba, microsoft, meta, bytedance] = [0, 1, 2, 3];
    let (total, per_year) = (Basis::Total, Basis::PerYear);
    let billions = |index, basis| {
        let short =
            format::short_units(units(index, basis), Currency::USD, None, Language::ENGLISH);
        short.replace("bn", " billion")
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

/// The texts of a document, without the words of references to figures.
fn typed_texts(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::String(text) => found.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| typed_texts(item, found)),
        Json::Object(fields) => {
            for (key, value) in fields {
                if key != "datum" {
                    typed_texts(value, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn no_figure_of_the_data_is_typed_by_hand() {
    let json = default_json();
    let mut texts = Vec::new();
    for part in ["headline", "standfirst", "takeaways", "body", "charts"] {
        typed_texts(&json[part], &mut texts);
    }
    assert!(texts.len() > 40, "{} texts", texts.len());
    for figure in [
        "380",
        "53 billion",
        "80 billion",
        "65 billion",
        "150 billion",
        "20.7",
        "17.7",
        "127",
        "two-thirds",
        "two-fifths",
        " times",
    ] {
        let typed = texts.iter().find(|text| text.contains(figure));
        assert_eq!(typed, None, "{figure} belongs into a datum reference");
    }
}
