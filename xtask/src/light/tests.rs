//! Every construct of the article's styles, before and after; and the styles themselves.

use super::*;
use crate::{bundle::STYLES, manifests};
use std::fs;

fn made_from(css: &str) -> String {
    let result = scoped(css).unwrap();
    result.strip_prefix(RESET).unwrap().trim_end().to_owned()
}

#[test]
fn the_host_becomes_the_element() {
    for (selector, expected) in [
        (":host", "article-widget"),
        (":host([hidden])", "article-widget[hidden]"),
        (":host(:not([theme]))", "article-widget:not([theme])"),
        (
            ":host([theme=\"dark\"]) [part=\"root\"]",
            "article-widget[theme=\"dark\"] .article-widget-light",
        ),
        (
            ":host([theme=\"a)b\"]) .plot",
            "article-widget[theme=\"a)b\"] .article-widget-light .plot",
        ),
    ] {
        assert_eq!(scoped_selector(selector).unwrap(), expected);
    }
}

#[test]
fn everything_else_is_below_the_root() {
    for (selector, expected) in [
        ("[part=\"root\"]", ".article-widget-light"),
        ("[part=\"root\"][hidden]", ".article-widget-light[hidden]"),
        ("a", ".article-widget-light a"),
        ("*", ".article-widget-light *"),
        ("::before", ".article-widget-light ::before"),
        (":dir(rtl) .icon", ".article-widget-light :dir(rtl) .icon"),
        (
            ".body > p:is(.a, .b)",
            ".article-widget-light .body > p:is(.a, .b)",
        ),
    ] {
        assert_eq!(scoped_selector(selector).unwrap(), expected);
    }
}

#[test]
fn lists_are_parted_at_their_own_commas() {
    assert_eq!(
        made_from(":host, .a:is(b, c), [title=\"x,y\"] { top: 0 }"),
        "article-widget,\n\
         .article-widget-light .a:is(b, c),\n\
         .article-widget-light [title=\"x,y\"] { top: 0 }"
    );
}

#[test]
fn groups_hold_rules_and_blocks_stay_as_they_are() {
    assert_eq!(
        made_from("@media print { @container (inline-size > 4em) { a { top: 0 } } }"),
        "@media print {\n@container (inline-size > 4em) {\n\
         .article-widget-light a { top: 0 }\n}\n}"
    );
    assert_eq!(
        made_from(".a { content: \"}\"; &:hover { top: 0 } @media print { top: 1px } }"),
        ".article-widget-light .a { content: \"}\"; &:hover { top: 0 } @media print { top: 1px } }"
    );
    let frames = "@keyframes turn { to { rotate: 1turn } }";
    assert_eq!(made_from(frames), frames);
}

#[test]
fn comments_go_and_strings_stay() {
    assert_eq!(
        made_from("/* a { */\n.a /* b */ { content: \"/* \\\" */\"; /* c } */ top: 0 }"),
        ".article-widget-light .a { content: \"/* \\\" */\";  top: 0 }"
    );
}

#[test]
fn what_is_not_understood_is_refused() {
    for css in [
        ":host > .a { top: 0 }",
        ":host::before { top: 0 }",
        ":host-context(.a) { top: 0 }",
        ":host(article-widget) { top: 0 }",
        ".a:not(:host) { top: 0 }",
        "@layer a { b { top: 0 } }",
        "@import \"a.css\";",
        ".a { top: 0",
        ".a } b { top: 0 }",
    ] {
        let error = scoped(css).unwrap_err();
        assert!(error.to_string().contains("light DOM"), "{css}: {error:#}");
    }
}

/// All selectors of a style sheet, in groups or not.
fn selectors(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = css.trim_start();
    while let Some(start) = position(rest, '{') {
        let (head, block) = (rest[..start].trim_end(), &rest[start + 1..]);
        let end = position(block, '}').unwrap();
        if !head.starts_with('@') {
            found.extend(
                split(head, ',')
                    .iter()
                    .map(|selector| selector.trim().to_owned()),
            );
        } else if !head.starts_with("@keyframes") {
            found.extend(selectors(&block[..end]));
        }
        rest = block[end + 1..].trim_start();
    }
    found
}

#[test]
fn the_styles_of_the_article_reach_nothing_else() {
    let read = |name| fs::read_to_string(manifests::root().join("style").join(name)).unwrap();
    let css: String = STYLES.map(read).concat();
    let light = scoped(&css).unwrap();
    let found = selectors(&light);
    assert_eq!(
        found.len(),
        selectors(&without_comments(&css)).len() + selectors(RESET).len()
    );
    for selector in found {
        // Of the element itself, or of its one root and what is below.
        assert!(
            selector.contains(LIGHT_ROOT) || selector.starts_with(HOST) && !selector.contains(' '),
            "{selector}"
        );
        assert!(selector.matches(LIGHT_ROOT).count() <= 1, "{selector}");
        assert!(!selector.contains(ROOT), "{selector}");
        assert!(!selector.contains(":host"), "{selector}");
    }
    assert!(!light.contains(":host"));
}
