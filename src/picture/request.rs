//! Which chart of an article is drawn, and in which state.

use crate::chart::{Action, Interaction, State, choices};
use crate::messages::Language;
use crate::model::{Article, Chart};
use std::rc::Rc;

/// A chart of an article in a state that a reader can choose.
#[derive(Clone, Debug)]
pub struct ChosenChart {
    /// The chart.
    pub chart: Rc<Chart>,
    /// Its state.
    pub interaction: Interaction,
    /// Whether the text of the article runs from right to left.
    pub is_right_to_left: bool,
}

/// The choice that names the chart of a link.
const CHART: &str = "article-widget";
/// What readers can do and links do not name.
const UNLINKED: [&str; 2] = ["search", "more"];

/// Finds a chart of an article: the one with this id, or the one that the state names, or the first.
///
/// The state is written as in links to it, such as `article-widget=ai-spending&basis=per-year`, where the first part may
/// be left out. As in a link, what it does not name is as in a chart of whole sums in bars. Without a state the chart is as
/// it opens.
///
/// # Errors
///
/// A sentence that says what is not known, and what is.
pub fn chosen(
    article: &Article,
    id: Option<&str>,
    state: Option<&str>,
) -> Result<ChosenChart, String> {
    let parts = state.map(parts).transpose()?.unwrap_or_default();
    let mut named = parts.iter().filter(|(key, _)| *key == CHART);
    let linked = named.next().map(|(_, id)| *id);
    if let (Some(id), Some(linked)) = (id, linked)
        && id != linked
    {
        return Err(format!(
            "the state is one of the chart `{linked}`, but the chart is to be `{id}`: name one of them"
        ));
    }
    let chart = find(article, id.or(linked))?;
    let mut interaction = Interaction::new(&chart, Language::of(&article.language));
    if state.is_some() {
        let mut state = State::new(&chart);
        for (key, value) in parts {
            if key != CHART {
                choose(&chart, &mut state, key, value)?;
            }
        }
        interaction.update(&chart, Action::Restore(Box::new(state)));
    }
    Ok(ChosenChart {
        chart,
        interaction,
        is_right_to_left: article.direction() == "rtl",
    })
}

/// The choices of a state, each with its value.
fn parts(state: &str) -> Result<Vec<(&str, &str)>, String> {
    let state = state.strip_prefix('#').unwrap_or(state);
    let parts = state.split('&').filter(|part| !part.is_empty());
    let pair = |part: &'_ str| format!("`{part}` in the state is no choice: write NAME=VALUE");
    parts
        .map(|part| part.split_once('=').ok_or_else(|| pair(part)))
        .collect()
}

fn find(article: &Article, id: Option<&str>) -> Result<Rc<Chart>, String> {
    let mut charts = article.charts.iter();
    let found = match id {
        Some(id) => charts.find(|chart| *chart.id == *id),
        None => charts.next(),
    };
    if let Some(chart) = found {
        return Ok(chart.clone());
    }
    let known: Vec<&str> = article.charts.iter().map(|chart| &*chart.id).collect();
    Err(match id {
        _ if known.is_empty() => "there is no chart in the document".into(),
        Some(id) => format!("there is no chart `{id}`: known are {}", list(&known)),
        None => unreachable!("the first of several charts is found"),
    })
}

/// Makes one choice.
fn choose(chart: &Chart, state: &mut State, key: &str, value: &str) -> Result<(), String> {
    let known = choices(chart);
    let Some(values) = known.iter().find(|(name, _)| *name == key) else {
        if UNLINKED.contains(&key) {
            state.update(Action::parse(chart, key, value).expect("it takes every value"));
            return Ok(());
        }
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let names = [&names, &UNLINKED[..]].concat();
        return Err(format!(
            "`{key}` is no choice of the chart `{}`: known are {}",
            chart.id,
            list(&names)
        ));
    };
    let action = Action::parse(chart, key, value).ok_or_else(|| {
        let values: Vec<&str> = values.1.iter().map(String::as_str).collect();
        format!(
            "`{key}={value}`: the chart `{}` has no such value; known are {}",
            chart.id,
            list(&values)
        )
    })?;
    if let Action::Show(index, false) = action
        && !state.can_hide(index)
    {
        return Err(format!(
            "`{key}={value}` would leave nothing to draw: show one commitment"
        ));
    }
    state.update(action);
    Ok(())
}

/// Names in a sentence. Of very many, the first ones.
fn list(names: &[&str]) -> String {
    const MOST: usize = 30;
    let more = names.len().saturating_sub(MOST);
    let names = names[..names.len() - more].join(", ");
    if more > 0 {
        format!("{names} and {more} more")
    } else {
        names
    }
}
