//! Words that change with the reader's choices.
//!
//! Programs of a reader (translators, highlighters) replace texts by nodes of their own, and Yew goes on writing into
//! the old texts, which are no longer on the page. So an element with words that change has these words as its `key`:
//! when they change, the element is made anew.
//!
//! Some elements must not be made anew: an element that has the focus, and a live region, which screen readers observe.
//! Inside of these, a part with the words is made anew.

use yew::prelude::*;

/// Such a part, the whole content of its element. It is empty if there are no words.
pub(super) fn changing(words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <span key={words}>{ words }</span> }
}
