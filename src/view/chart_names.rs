//! The ids and names of the parts of a chart. The name of a group or a region ends in the chart's title:
//! where there are several charts, those who hear the names can tell them apart.

use super::setting::Setting;
use crate::model::{Chart, Id};
use yew::AttrValue;

/// The id of the title of a chart.
pub(super) fn title_id(chart: &Chart, setting: Setting<'_>) -> String {
    setting.id(&["chart-", &chart.id, "-title"])
}

/// The id of what a part of a chart is called, and the ids of its whole name, for `aria-labelledby`.
pub(super) fn name_of(chart: &Chart, part: &str, setting: Setting<'_>) -> (AttrValue, AttrValue) {
    let id = setting.id(&["chart-", &chart.id, ".", part]);
    let name = [&id, " ", &title_id(chart, setting)].concat();
    (id.into(), name.into())
}

/// The id of the row of a commitment in the table of a chart. Neither of their ids has a point.
pub(super) fn row_id(commitment: &Id, chart: &Id, setting: Setting<'_>) -> String {
    setting.id(&["datum-", commitment, ".", chart])
}
