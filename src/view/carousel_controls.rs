//! The buttons of a carousel.

use crate::carousel::{Controls, Dot};
use crate::messages::Language;
use yew::prelude::*;

/// The buttons of the carousel of this id.
pub(super) fn carousel_controls(
    controls: &Controls,
    id: &str,
    count: usize,
    language: Language,
    choose: Callback<MouseEvent>,
) -> Html {
    let Controls { dots, in_view, .. } = controls;
    let messages = &language.messages().stories;
    let has_dots = !dots.is_empty();
    let dots_id = has_dots.then(|| [id, "-dots"].concat());
    // A page may have several rows.
    let names = has_dots.then(|| [id, "-dots ", id, "-title"].concat());
    html! {
        // The styles hide the buttons where all stories fit; see `carousel.css`.
        <div class="carousel-controls" lang={language.mark().0} onclick={choose}>
            { arrow("previous", messages.previous, controls.can_go_to_previous) }
            <div
                class="dots"
                role={has_dots.then_some("group")}
                id={dots_id}
                aria-label={has_dots.then_some(messages.choose)}
                aria-labelledby={names}
            >
                for (snap, button) in dots.iter().enumerate() {
                    { dot(*button, snap, count, language) }
                }
                if let Some(in_view) = in_view {
                    { place(&in_view.short_words(count, language)) }
                }
            </div>
            { arrow("next", messages.next, controls.can_go_to_next) }
        </div>
    }
}

/// The button of a snap.
fn dot(dot: Dot, snap: usize, count: usize, language: Language) -> Html {
    let label = dot.in_view.map(|in_view| in_view.words(count, language));
    let current = dot.is_selected.then_some("true");
    html! {
        <button
            class="dot"
            type="button"
            name="go"
            value={snap.to_string()}
            hidden={dot.is_hidden}
            aria-label={label.unwrap_or_default()}
            aria-current={current}
            aria-disabled={current}
        />
    }
}

/// The words for the stories in view, in rows whose snaps have no buttons.
fn place(words: &str) -> Html {
    html! { <p key={words} class="carousel-place">{ words }</p> }
}

/// A button that keeps its focus at the ends of the row: there it has `aria-disabled`.
fn arrow(value: &'static str, label: &'static str, is_enabled: bool) -> Html {
    html! {
        <button
            class="carousel-button"
            type="button"
            name="go"
            {value}
            aria-label={label}
            aria-disabled={if is_enabled { "false" } else { "true" }}
        />
    }
}
