//! Native controls that choose one among several.
//!
//! They have no handlers of their own. The name and the value of a control are an action, in the words of
//! [`Action::parse`](crate::chart::Action::parse), and the chart around the controls listens.

use yew::prelude::*;

/// One of the values that can be chosen.
pub(super) struct ControlOption {
    /// Its label.
    pub(super) label: AttrValue,
    /// Its value.
    pub(super) value: AttrValue,
    pub(super) is_chosen: bool,
}

/// A group of radio buttons that look like one segmented control.
///
/// `id` groups the buttons and is the id of the legend: it is unique in the widget. `name` has the ids of the name of
/// the group.
pub(super) fn choices(
    legend: &'static str,
    (id, name): (AttrValue, AttrValue),
    choices: Vec<ControlOption>,
) -> Html {
    html! {
        <fieldset class="choices" aria-labelledby={name}>
            <legend id={id.clone()}>{ legend }</legend>
            <div class="choices-row">
                for choice in choices {
                    <label class="choice">
                        <input
                            type="radio"
                            name={id.clone()}
                            value={choice.value}
                            checked={choice.is_chosen}
                        />
                        <span class="choice-label">{ choice.label }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

/// A list. Once the reader has chosen, browsers ignore the attribute `selected` in the markup:
/// `dom::settle` sets the property.
pub(super) fn select(label: &'static str, name: &'static str, choices: Vec<ControlOption>) -> Html {
    html! {
        <label class="field">
            <span class="field-label">{ label }</span>
            <select {name}>
                for (place, choice) in choices.into_iter().enumerate() {
                    <option
                        key={[&*place.to_string(), " ", &choice.label].concat()}
                        value={choice.value}
                        dir="auto"
                        selected={choice.is_chosen}
                    >
                        { choice.label }
                    </option>
                }
            </select>
        </label>
    }
}
