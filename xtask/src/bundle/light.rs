//! The style sheet for articles that stand among the page's own elements, without a shadow tree
//! around them: made from the one for shadow trees.
//!
//! Nesting does it, which esbuild writes out for browsers that do not know it.

use anyhow::{Result, ensure};

/// The element.
const HOST: &str = "article-widget";
/// The place below which everything is the article's: in the shadow tree, and in the page's own. There it
/// is a class, so that it can stand outside of the element, too: around the component of a Yew app.
const ROOT: &str = "[part=\"root\"]";
const LIGHT_ROOT: &str = ".article-widget-light";

/// Takes back what the page's own rules do to the parts of the article. It wins against selectors
/// that name only elements; every rule of the article comes later and weighs at least as much.
///
/// `revert` takes back what attributes say, too. That would cost a drawing or a picture its size and place, and
/// in some browsers a text its language; `revert-layer` does not, but leaves the page's layers. What is hidden
/// stays so.
const RESET: &str = "\
:where(:not(svg, svg *, img)), &::before, &::after, ::before, ::after {
  all: revert;
  -webkit-locale: revert-layer;
}
:where(svg, svg *, img) {
  all: revert-layer;
}
[hidden] {
  display: none;
}
";

/// The same styles, for the element and what is in its root alone.
///
/// `host` is about the element itself, `inside` about the root and what is in it.
pub(crate) fn scoped(host: &str, inside: &str) -> Result<String> {
    let host = host
        .replace(":host(:not(:defined))", &format!("{HOST}:not(:defined)"))
        .replace(":host([", &format!("{HOST}["))
        .replace("])", "]")
        .replace(":host", HOST)
        .replace(ROOT, LIGHT_ROOT);
    ensure!(
        !host.contains(&format!("{HOST}(")),
        "of `:host(…)` only attributes and `:not(:defined)` are understood"
    );
    Ok(host + &nested(&format!("{RESET}{inside}"))?)
}

/// The same styles for what is in the root, without the element and without taking anything back:
/// for a sheet that follows one that does.
pub(crate) fn nested(inside: &str) -> Result<String> {
    ensure!(
        !inside.contains(":host"),
        "rules for `:host` belong into host.css"
    );
    let inside = inside.replace(ROOT, "&");
    Ok(format!("{LIGHT_ROOT} {{\n{inside}}}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_becomes_the_element_and_the_root_a_class() {
        let host = ":host {}\n:host(:not(:defined)) .a {}\n:host([a=\"b\"]) [part=\"root\"] {}\n";
        let styles = scoped(host, "[part=\"root\"] {}\n.a {}\n").unwrap();
        let expected = format!(
            "article-widget {{}}\narticle-widget:not(:defined) .a {{}}\narticle-widget[a=\"b\"] .article-widget-light {{}}\n\
             .article-widget-light {{\n{RESET}& {{}}\n.a {{}}\n}}\n"
        );
        assert_eq!(styles, expected);
    }

    #[test]
    fn a_sheet_that_follows_takes_nothing_back() {
        let styles = nested("[part=\"root\"] {}\n.a {}\n").unwrap();
        assert_eq!(styles, ".article-widget-light {\n& {}\n.a {}\n}\n");
        assert!(nested(":host {}").is_err());
    }

    #[test]
    fn what_would_reach_further_is_refused() {
        for (host, inside) in [(":host(.a) {}", ""), ("", ".a:not(:host) {}")] {
            assert!(scoped(host, inside).is_err(), "{host}{inside}");
        }
    }
}
