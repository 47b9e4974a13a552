//! The line above the drawing with the facts about one commitment.

use super::changing::changing;
use super::setting::Setting;
use crate::chart::{State, words};
use crate::model::Chart;
use yew::prelude::*;

/// The id of the line, which describes the marks that it is about.
pub(super) fn reading_id(chart: &Chart, setting: Setting<'_>) -> String {
    setting.id(&["chart-", &chart.id, "-reading"])
}

/// The subtitle, and in its place the facts about the commitment that is read.
///
/// The place is as high as the longest of these texts (see [`words::longest`]): the style sheet lays that one out, unseen,
/// from an attribute.
pub(super) fn chart_reading(
    chart: &Chart,
    state: &State,
    longest: &AttrValue,
    read: Option<usize>,
    setting: Setting<'_>,
) -> Html {
    let subtitle = words::subtitle(chart, state);
    html! {
        <div class="chart-reading" data-longest={longest}>
            <p key={&*subtitle} class="chart-subtitle" lang={setting.language.mark().0} dir={setting.language.mark().1}>{ &subtitle }</p>
            if let Some(commitment) = read.map(|index| &chart.commitments[index]) {
                <p key={&*commitment.id} class="reading" id={reading_id(chart, setting)}>
                    <strong>{ &commitment.name }</strong>
                    { changing(&[" ", &words::reading(chart, state, commitment)].concat()) }
                </p>
            }
        </div>
    }
}
