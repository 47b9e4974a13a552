//! A choice of one among a few, as native radio buttons.

use yew::prelude::*;

/// One thing that can be chosen, and the action that chooses it.
pub(super) struct Choice<A> {
    pub(super) label: AttrValue,
    pub(super) action: A,
    pub(super) is_chosen: bool,
}

/// A group of radio buttons that look like one segmented control.
///
/// `name` ties the buttons together and is unique in the widget.
pub(super) fn choices<A: Clone + 'static>(
    legend: &'static str,
    name: String,
    choices: Vec<Choice<A>>,
    on_action: &Callback<A>,
) -> Html {
    let name = AttrValue::from(name);
    html! {
        <fieldset class="choices">
            <legend>{ legend }</legend>
            <div class="choices-row">
                for choice in choices {
                    <label class="choice">
                        <input
                            type="radio"
                            name={name.clone()}
                            value={choice.label.clone()}
                            checked={choice.is_chosen}
                            onchange={on_action.reform(move |_: Event| choice.action.clone())}
                        />
                        <span class="choice-label">{ choice.label }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
