//! The widget's style sheets, as a release has them in files and as they stand in prerendered markup.
//!
//! The sources are small files for people, one for each part of the article. A reader gets one sheet without remarks
//! and without nesting, which the oldest supported browsers do not know. The build takes the sheets from here, so a file
//! of a release and the styles in the markup are the same bytes.

mod css;
mod light;

use crate::digest::tag;
use std::sync::LazyLock;

/// The styles of the element itself.
const HOST: &str = include_str!("../../style/host.css");
/// The styles of its content, in the order of the cascade.
const INSIDE: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/article.css"),
    include_str!("../../style/blocks.css"),
    include_str!("../../style/chart.css"),
    include_str!("../../style/carousel.css"),
);
/// The styles that only an article needs that is alive.
const LIVE: &str = include_str!("../../style/live.css");
/// The styles of a page that is around one article.
const AROUND: &str = include_str!("../../style/page.css");

/// The sheet for articles in shadow trees.
pub(super) static SHADOW: LazyLock<String> =
    LazyLock::new(|| css::compact(&format!("{HOST}{INSIDE}")));
/// The sheet for articles among the page's own elements.
pub(super) static LIGHT: LazyLock<String> =
    LazyLock::new(|| css::compact(&light::scoped(HOST, INSIDE)));
/// The sheet for articles that no script is ever going to bring alive: as where there are no scripts at all.
pub(super) static ALONE: LazyLock<String> =
    LazyLock::new(|| LIGHT.replace(WITHOUT_SCRIPTS, "@media all"));
/// The condition of rules for readers without scripts, as it is in shortened sheets.
const WITHOUT_SCRIPTS: &str = "@media (scripting: none)";
/// The sheet for pages around one article.
pub(super) static PAGE: LazyLock<String> = LazyLock::new(|| css::compact(AROUND));

/// The mark; see `mark`.
static MARK: LazyLock<String> = LazyLock::new(|| tag(&format!("{}{}", *SHADOW, *LIGHT)));

/// The files of a release: their names and their texts.
#[must_use]
pub fn style_sheets() -> [(&'static str, String); 4] {
    [
        ("article-widget.css", SHADOW.clone()),
        ("article-widget.light.css", LIGHT.clone()),
        ("article-widget.live.css", css::compact(LIVE)),
        (
            "article-widget.live.light.css",
            css::compact(&light::nested(LIVE)),
        ),
    ]
}

/// The mark of the style sheets of this release. Styles in the markup carry it, and the engine of another release
/// replaces them where its own markup needs others. `xtask/src/bundle/mark.rs` makes the same mark of the files.
pub(super) fn mark() -> &'static str {
    &MARK
}

#[cfg(test)]
mod tests {
    use super::{ALONE, AROUND, HOST, INSIDE, LIVE, style_sheets};

    /// A rule with a property that is set nowhere is silently ignored.
    #[test]
    fn every_private_property_that_is_used_is_set() {
        let text = [HOST, INSIDE, LIVE].concat();
        let places = text.split("var(").skip(1).map(str::trim_start);
        let mut used: Vec<&str> = places
            .map(|rest| rest.split([',', ')']).next().unwrap())
            .filter(|name| !name.starts_with("--article-widget-"))
            .collect();
        used.sort_unstable();
        used.dedup();
        assert!(used.contains(&"--paper"), "{used:?}");
        used.retain(|name| !text.contains(&format!("{name}: ")));
        assert!(used.is_empty(), "{used:?}");
    }

    /// Some of the supported browsers know these properties by another name only.
    #[test]
    fn prefixed_names_come_before_the_plain_ones() {
        let text = [HOST, INSIDE, LIVE, AROUND].concat();
        let mut lines = text.lines().map(str::trim);
        let mut before = "";
        for line in &mut lines {
            for name in [
                "hyphens",
                "print-color-adjust",
                "user-select",
                "backdrop-filter",
                "mask",
            ] {
                if line.starts_with(&format!("{name}:")) {
                    assert_eq!(before, format!("-webkit-{line}"));
                }
            }
            before = line;
        }
    }

    #[test]
    fn a_sheet_can_stand_in_a_page_of_any_character_set() {
        for (name, text) in style_sheets() {
            assert!(text.is_ascii(), "{name}");
            assert!(!text.contains("</") && !text.contains("/*"), "{name}");
            assert!(!text.contains('\n') && !text.contains('&'), "{name}");
        }
    }

    #[test]
    fn without_any_script_the_controls_are_hidden() {
        assert!(ALONE.matches("@media all").count() >= 2);
        assert!(!ALONE.contains("scripting"));
    }

    #[test]
    fn sheets_are_for_their_tree() {
        let [(_, shadow), (_, light), (_, live), (_, live_light)] = style_sheets();
        assert!(shadow.starts_with(":host{display:block;"));
        assert!(shadow.contains(r#"[part="root"]::before{"#));
        assert!(light.starts_with("article-widget{display:block;"));
        assert!(light.contains(".article-widget-light::before{"));
        assert!(!light.contains(":host") && !light.contains("[part="));
        assert!(live.starts_with(".choice input:hover"));
        assert!(live_light.starts_with(".article-widget-light .choice input:hover"));
    }
}
