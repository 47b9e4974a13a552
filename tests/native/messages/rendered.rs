//! A whole page, its tables and its files in every language: every figure is as ICU writes it (see
//! `xtask/cldr/rendered.mjs`), and every word is from the file of the language.
//!
//! Spaces that break no line, and signs of direction around names, have tests of their own.

mod article;
mod chart;
mod english;
mod files;
mod locale;
mod markup;

use crate::prerender::{plain_fragment, story, text_of};
use article::{check_article, check_carousel};
use article_widget::prerender::{Placement, Styles};
use chart::{check_chart, check_words};
use english::english_in;
use files::{check_exports, check_table};
use locale::Locale;
use markup::{class, elements, labels, plain, without_comments};
use serde_json::{Value as Json, json};
use std::fmt::Write as _;

const ICU: &str = include_str!("rendered.json");
/// The commitments of charts in the order of their sums.
const MANY: [&str; 20] = [
    "h",
    "g",
    "l",
    "birke",
    "cedro",
    "alder",
    "k",
    "douglasie",
    "u",
    "j",
    "eschel",
    "i",
    "r",
    "faggio",
    "q",
    "p",
    "o",
    "n",
    "m",
    "t",
];
const FEW: [&str; 5] = ["birke", "cedro", "alder", "douglasie", "eschel"];
const SHORT: [&str; 3] = ["cedro", "faggio", "p"];
/// What English writes as newspapers do: `$53bn`, `three years`.
const OF_HOUSE: [&str; 10] = [
    "datum",
    "detail",
    "label",
    "axis of sums",
    "note",
    "cell",
    "description",
    "announcement",
    "file",
    "picture",
];

/// The places where texts are not as expected.
struct Check<'a> {
    locale: &'a Locale,
    found: String,
    count: usize,
}

impl Check<'_> {
    /// Compares texts with those that are expected; several are allowed for each.
    fn any(&mut self, place: &str, ours: &[String], expected: &[Vec<String>]) {
        let tag = &self.locale.tag;
        if tag.starts_with("en") && OF_HOUSE.iter().any(|house| place.starts_with(house)) {
            return;
        }
        self.count += expected.len();
        if ours.len() != expected.len() || ours.is_empty() {
            writeln!(self.found, "{tag} {place}: {ours:?}, not {expected:?}").unwrap();
            return;
        }
        for (ours, expected) in ours.iter().zip(expected) {
            if !expected
                .iter()
                .any(|expected| plain(expected) == plain(ours))
            {
                writeln!(self.found, "{tag} {place}: {ours:?}, not {expected:?}").unwrap();
            }
        }
    }

    fn all(&mut self, place: &str, ours: &[String], expected: &[String]) {
        let expected: Vec<_> = expected.iter().map(|text| vec![text.clone()]).collect();
        self.any(place, ours, &expected);
    }

    /// Compares some of the texts that can stand there, in their order.
    fn some(&mut self, place: &str, ours: &[String], known: &[String]) {
        let is_there = |known: &&String| ours.contains(&plain(known));
        let expected: Vec<_> = known.iter().filter(is_there).cloned().collect();
        self.all(place, ours, &expected);
    }
}

#[test]
fn every_page_has_the_figures_of_icu_and_the_words_of_its_language() {
    let icu: Json = serde_json::from_str(ICU).unwrap();
    let mut found = String::new();
    for (tag, icu) in icu.as_object().unwrap() {
        let locale = Locale::new(tag, icu);
        let mut json = locale.document.clone();
        json["language"] = json!(tag);
        // A long article has a list of its sections.
        for _ in 0..4 {
            let text = json!({ "paragraph": "vorbo ".repeat(300) });
            json["body"].as_array_mut().unwrap().push(text);
        }
        let mut fragment = plain_fragment();
        // Rules have the same signs as the elements that they are for.
        fragment.placement = Placement::Shadow(Styles::Linked);
        let html = without_comments(&fragment.render(&story(&json)));
        let mut check = Check {
            locale: &locale,
            found: String::new(),
            count: 0,
        };
        check_article(&mut check, &html);
        check_carousel(&mut check, &html);
        let charts = elements(&html, &class("chart"));
        assert_eq!(charts.len(), 5, "{tag}");
        for ((_, html), (chart, ids)) in charts.iter().zip([
            ("bars", &MANY[..]),
            ("times", &SHORT),
            ("ratios", &FEW),
            ("long", &FEW),
            ("both", &FEW),
        ]) {
            check_chart(&mut check, html, chart, ids);
            check_words(&mut check, html, chart);
            check_table(&mut check, html, chart, ids);
        }
        let mut everything = text_of(&html.replace('>', "> "));
        everything += &labels(&html, " aria-label=").join("\n");
        check_exports(&mut check, &mut everything);
        assert!(check.count > 60, "{tag}: {} texts", check.count);
        found += &check.found;
        if !tag.starts_with("en") {
            for word in english_in(&everything, &locale) {
                writeln!(found, "{tag}: {word:?} is English").unwrap();
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}
