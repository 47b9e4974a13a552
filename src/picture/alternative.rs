//! A picture in words, for those who do not see it.

use super::request::ChosenChart;
use crate::chart::words;
use crate::format;
use crate::model::Inlines;

/// The title of a chart, the words that the widget has for those who do not see it (what is compared, each name with its
/// figure, who leads), the remarks on it, and its source.
pub(super) fn alternative(chosen: &ChosenChart) -> String {
    let ChosenChart {
        chart, interaction, ..
    } = chosen;
    let state = interaction.state();
    let mut all = vec![sentence(&chart.title.plain_text())];
    for panel in interaction.panels() {
        all.push(words::description(chart, &panel.state, &panel.layout));
    }
    all.push(sentence(&words::dated_remarks(
        chart,
        false,
        state.language,
    )));
    all.push(sentence(&words::source(chart, state.language)));
    all.extend(chart.license.as_ref().map(Inlines::plain_text));
    all.retain(|words| !words.is_empty());
    format::joined(&all, state.language.messages().chart.sentences)
}

/// Words with a stop at their end.
pub(super) fn sentence(words: &str) -> String {
    if words.ends_with(|sign: char| sign.is_alphanumeric() || sign == ')') {
        format!("{words}.")
    } else {
        words.into()
    }
}
