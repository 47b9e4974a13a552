//! The exports of a chart: its data, its picture, a link to it, a print.

use super::changing::changing;
use super::chart_controls::{button, opener};
use super::chart_names::name_of;
use super::setting::Setting;
use crate::chart::export::{Export, ExportOutcome};
use crate::chart::{Panel, State, text};
use crate::messages::{Language, Messages};
use crate::model::Chart;
use yew::prelude::*;

/// The row of buttons below a chart, and the panel of pictures that one of them opens.
///
/// `outcome` is that of the last export.
pub(super) fn chart_export(
    chart: &Chart,
    state: &State,
    has_links: bool,
    outcome: Option<ExportOutcome>,
    setting: Setting<'_>,
) -> Html {
    let messages = &state.language.messages().exports;
    let (id, name) = name_of(chart, "exports", setting);
    let take = |export: Export| button("take", export.name(), export.label(state.language));
    html! {
        <div
            class="chart-take-away"
            lang={setting.language.mark().0}
            role="group"
            aria-label={messages.title}
            aria-labelledby={name}
            {id}
        >
            { take(Export::Csv) }
            { opener(messages.image, Panel::Export, "take-away", state) }
            if state.panel == Panel::Export {
                <div class="chart-panel">
                    for &export in &Export::PICTURES {
                        { take(export) }
                    }
                </div>
            }
            if has_links {
                { take(Export::Link) }
            }
            { take(Export::Print) }
            <p class="chart-outcome" role="status">
                { changing(outcome.map_or("", |outcome| outcome.words(state.language))) }
            </p>
        </div>
    }
}

/// Whether the words of the row below a chart are too long for one line on a phone, in the widest typeface.
pub(super) fn is_foot_long(language: Language) -> bool {
    const MOST: u32 = 190;
    let Messages { chart, exports, .. } = language.messages();
    let words = [chart.show_table, exports.csv, exports.image, exports.print];
    words
        .map(|words| text::width(words, text::SIZE))
        .iter()
        .sum::<u32>()
        > MOST
}

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use super::is_foot_long;
    use crate::messages::Language;

    #[test]
    fn long_words_have_two_lines_on_phones() {
        for (tag, is_long) in [
            ("en", false),
            ("zh", false),
            ("de", true),
            ("fr", true),
            ("ru", true),
        ] {
            assert_eq!(is_foot_long(Language::of(tag)), is_long, "{tag}");
        }
    }
}
