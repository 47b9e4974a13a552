//! The ids and names of the parts of a chart. The name of a group or a region ends in the chart's title:
//! screen readers announce the names, which differ if there are several charts.

use super::setting::Setting;
use crate::model::{Chart, Id};
use yew::AttrValue;

/// The id of the title of a chart.
pub(super) fn title_id(chart: &Chart, setting: Setting<'_>) -> String {
    setting.id(&["chart-", &chart.id, "-title"])
}

/// The id of the name of a part of a chart, and the value of `aria-labelledby` for its whole name.
pub(super) fn name_of(chart: &Chart, part: &str, setting: Setting<'_>) -> (AttrValue, AttrValue) {
    let id = setting.id(&["chart-", &chart.id, ".", part]);
    let name = [&id, " ", &title_id(chart, setting)].concat();
    (id.into(), name.into())
}

/// The id of the row of a commitment in the table of a chart. Ids of charts and commitments have no dot, so that it is
/// unique.
pub(super) fn row_id(commitment: &Id, chart: &Id, setting: Setting<'_>) -> String {
    setting.id(&["datum-", commitment, ".", chart])
}
