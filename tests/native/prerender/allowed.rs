//! The lists of what may stand in an article that comes as HTML (`src/element/html/allowed.js`). They have what the views
//! write, and nothing else.

use super::{default_json, plain_fragment, story};
use crate::full_json;
use article_widget::prerender::{Placement, Styles};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// By the names of elements the names of their attributes, and by these the values that were written.
type Markup = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The script with the lists.
const SCRIPT: &str = include_str!("../../../src/element/html/allowed.js");
/// The elements of SVG that the views write. No element of HTML has the same name.
const OF_SVG: [&str; 4] = ["line", "rect", "svg", "text"];
/// Attributes that any element may have.
const OF_ALL: [&str; 2] = ["dir", "lang"];

/// A list of the script: a line for each element, which names its attributes.
fn list(name: &str) -> Vec<&'static str> {
    let start = format!("const {name} = `");
    let (_, rest) = SCRIPT.split_once(&start).expect("the list");
    let (lines, _) = rest.split_once('`').expect("its end");
    lines.lines().filter(|line| !line.is_empty()).collect()
}

/// Adds the elements and attributes of markup.
fn note(markup: &str, found: &mut Markup) {
    let markup = markup.replace("<!--<[]>-->", "");
    let markup = markup.replace("<!--</[]>-->", "");
    for tag in markup.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("the end of a tag");
        if tag.starts_with('/') {
            continue;
        }
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let attributes = found.entry(name.into()).or_default();
        while !rest.is_empty() {
            let (name, after) = rest.split_at(rest.find(['=', ' ']).unwrap_or(rest.len()));
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').expect("the end of a value"),
                None => ("", after),
            };
            let values = attributes.entry(name.into()).or_default();
            values.insert(value.into());
            rest = after.trim_start();
        }
    }
}

/// The root of the article in a fragment.
fn root(html: &str) -> &str {
    let start = ["<div part=\"root\"", "<div class=\"article-widget-light\""];
    let place = start.iter().find_map(|start| html.find(start));
    let (root, _) = html[place.expect("a root")..]
        .rsplit_once("</div>")
        .expect("the end of the fragment");
    let end = root.find("<span slot").or(root.find("<script"));
    &root[..end.unwrap_or(root.len())]
}

/// Documents that together have all that the views write.
fn documents() -> Vec<Json> {
    let every = include_str!("../every-feature.json");
    let every: Json = serde_json::from_str(every).unwrap();
    // So many companies that there is a search.
    let mut many = every.clone();
    let commitment = many["commitments"][0].clone();
    for number in 0..60 {
        let mut other = commitment.clone();
        other["id"] = json!(format!("company-{number}"));
        other["name"] = json!(format!("Company {number}"));
        many["commitments"].as_array_mut().unwrap().push(other);
    }
    many["charts"][0]
        .as_object_mut()
        .unwrap()
        .remove("commitments");
    // So many stories that the later ones are not rendered before they are seen.
    let teasers = many["related"][0]["teasers"].as_array_mut().unwrap();
    let teaser = teasers[0].clone();
    teasers.resize(30, teaser);
    let mut documents = vec![default_json(), full_json(), every, many];
    // The interface is in another language, or in another direction.
    for language in ["gv", "ar"] {
        let mut other = documents[2].clone();
        other["language"] = json!(language);
        documents.push(other);
    }
    documents
}

/// All that is prerendered of these documents.
fn written() -> Markup {
    let mut found = Markup::new();
    for document in documents() {
        let story = story(&document);
        for placement in [plain_fragment().placement, Placement::Light(Styles::Linked)] {
            let mut fragment = plain_fragment();
            fragment.is_linked = true;
            fragment.placement = placement;
            note(root(&fragment.render(&story)), &mut found);
        }
    }
    found
}

/// A list as it should be. Where the list in the script states values, these are stated.
fn expected(found: &Markup, is_listed: impl Fn(&str) -> bool, listed: &[&str]) -> Vec<String> {
    let elements = found.iter().filter(|(element, _)| is_listed(element));
    let lines = elements.map(|(element, attributes)| {
        let line = listed
            .iter()
            .find(|line| line.split(' ').next() == Some(element));
        let named = attributes
            .iter()
            .filter(|(name, _)| !OF_ALL.contains(&&***name));
        let words = named.map(|(name, values)| {
            let start = format!(" {name}=");
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            if line.is_some_and(|line| line.contains(&start)) {
                start + &values.join("|")
            } else {
                format!(" {name}")
            }
        });
        element.clone() + &words.collect::<String>()
    });
    lines.collect()
}

#[test]
fn the_lists_have_what_the_views_write() {
    let found = written();
    let is_svg = |element: &str| OF_SVG.contains(&element);
    for (name, lines) in [
        ("HTML", expected(&found, |e| !is_svg(e), &list("HTML"))),
        ("SVG", expected(&found, is_svg, &list("SVG"))),
    ] {
        assert_eq!(list(name), lines, "write:\n{}", lines.join("\n"));
    }
    let of_all = format!("const OF_ALL = {OF_ALL:?}");
    assert!(SCRIPT.contains(&of_all));
}

/// What runs code, sends data, asks for files or leaves the widget.
#[test]
fn nothing_in_the_lists_is_dangerous() {
    let elements = [
        "animate",
        "applet",
        "base",
        "embed",
        "foreignObject",
        "form",
        "frame",
        "frameset",
        "iframe",
        "image",
        "link",
        "math",
        "meta",
        "object",
        "portal",
        "script",
        "set",
        "style",
        "template",
        "use",
    ];
    let attributes = [
        "action",
        "autofocus",
        "background",
        "contenteditable",
        "data",
        "download",
        "fill",
        "filter",
        "form",
        "formaction",
        "is",
        "mask",
        "nonce",
        "ping",
        "srcdoc",
        "style",
        "target",
        "xlink:href",
        "xmlns",
    ];
    for line in [list("HTML"), list("SVG")].concat() {
        let mut words = line.split(' ');
        let element = words.next().unwrap();
        assert!(!elements.contains(&element), "{element}");
        for word in words {
            let (name, values) = word.split_once('=').unwrap_or((word, ""));
            assert!(!attributes.contains(&name), "{line}");
            assert!(!name.starts_with("on"), "{line}");
            // A submit button, or an order of the tabulator of its own, would concern the page around the widget.
            let stated = match (element, name) {
                ("button", "type") => "button",
                ("input", "type") => "radio|search",
                (_, "tabindex") if values == "0" => "0",
                (_, "tabindex") => "-1",
                (_, "popover") => "auto",
                _ => continue,
            };
            assert_eq!(values, stated, "{line}");
        }
    }
}
