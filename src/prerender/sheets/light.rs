//! Makes the style sheet for articles in light DOM from the one for shadow trees.
//!
//! The rules are nested below one class.

/// The element.
const HOST: &str = "article-widget";
/// The root of the article in a shadow tree, and in light DOM. There it is a class, because it can also be
/// outside of the element: around the component of a Yew app.
const ROOT: &str = "[part=\"root\"]";
const LIGHT_ROOT: &str = ".article-widget-light";

/// Takes back what the page's own rules do to the parts of the article. It wins against selectors
/// that name only elements; every rule of the article comes later and weighs at least as much.
///
/// `revert` also reverts attributes: a drawing or a picture would lose its size and place, and in some
/// browsers a text its language. `revert-layer` keeps them, but also the page's layers. Hidden elements
/// stay hidden.
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

/// The styles for light DOM. `host` styles the element itself, `inside` the root and its descendants.
///
/// # Panics
///
/// If `host` has a selector that is not understood, or `inside` one for the host.
pub(super) fn scoped(host: &str, inside: &str) -> String {
    let host = host
        .replace(":host(:not(:defined))", &format!("{HOST}:not(:defined)"))
        .replace(":host([", &format!("{HOST}["))
        .replace("])", "]")
        .replace(":host", HOST)
        .replace(ROOT, LIGHT_ROOT);
    assert!(
        !host.contains(&format!("{HOST}(")),
        "of `:host(…)` only attributes and `:not(:defined)` are understood"
    );
    host + &nested(&format!("{RESET}{inside}"))
}

/// The styles for the root and its descendants, without the reset: for a sheet that follows one with it.
///
/// # Panics
///
/// If there is a selector for the host.
pub(super) fn nested(inside: &str) -> String {
    assert!(
        !inside.contains(":host"),
        "rules for `:host` belong into host.css"
    );
    let inside = inside.replace(ROOT, "&");
    format!("{LIGHT_ROOT} {{\n{inside}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::catch_unwind;

    #[test]
    fn the_host_becomes_the_element_and_the_root_a_class() {
        let host = ":host {}\n:host(:not(:defined)) .a {}\n:host([a=\"b\"]) [part=\"root\"] {}\n";
        let styles = scoped(host, "[part=\"root\"] {}\n.a {}\n");
        let expected = format!(
            "article-widget {{}}\narticle-widget:not(:defined) .a {{}}\narticle-widget[a=\"b\"] .article-widget-light {{}}\n\
             .article-widget-light {{\n{RESET}& {{}}\n.a {{}}\n}}\n"
        );
        assert_eq!(styles, expected);
    }

    #[test]
    fn a_sheet_that_follows_takes_nothing_back() {
        let styles = nested("[part=\"root\"] {}\n.a {}\n");
        assert_eq!(styles, ".article-widget-light {\n& {}\n.a {}\n}\n");
        assert!(catch_unwind(|| nested(":host {}")).is_err());
    }

    #[test]
    fn what_would_reach_further_is_refused() {
        for (host, inside) in [(":host(.a) {}", ""), ("", ".a:not(:host) {}")] {
            assert!(
                catch_unwind(|| scoped(host, inside)).is_err(),
                "{host}{inside}"
            );
        }
    }
}
