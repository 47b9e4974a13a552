//! Words that change as the reader chooses.
//!
//! Programs of a reader (translators, highlighters) put nodes of their own in the place of texts, and Yew writes on into
//! those that are no longer on the page. So whatever holds words that change has them as its `key`: when they change, it
//! is made anew.
//!
//! What must stay has a part that is made anew: an element that has the focus, or a live region, which
//! screen readers observe.

use yew::prelude::*;

/// Such a part: all that its element holds. Nothing, where there are no words.
pub(super) fn changing(words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <span key={words}>{ words }</span> }
}
