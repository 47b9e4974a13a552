//! The names of a chart's groups and regions. Each ends in the chart's title: where there are several
//! charts, those who hear the names can tell them apart.

use super::setting::Setting;
use crate::model::Chart;
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
