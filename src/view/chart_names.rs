//! The names of a chart's groups and regions. Each ends in the chart's title: where there are several
//! charts, those who hear the names can tell them apart.

use super::names::Names;
use crate::model::Chart;
use yew::AttrValue;

/// The id of the title of a chart.
pub(super) fn title_id(chart: &Chart, names: &Names) -> String {
    names.id(&["chart-", &chart.id, "-title"])
}

/// The id of what a part of a chart is called, and the ids of its whole name, for `aria-labelledby`.
pub(super) fn name_of(chart: &Chart, part: &str, names: &Names) -> (AttrValue, AttrValue) {
    let id = names.id(&["chart-", &chart.id, ".", part]);
    let name = [&id, " ", &title_id(chart, names)].concat();
    (id.into(), name.into())
}
