//! Text with marks.

use crate::model::Inline;
use yew::prelude::*;

/// The markup of inline content.
pub(super) fn inlines(content: &[Inline]) -> Html {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => html! { text },
            Inline::Strong(text) => html! { <strong>{ inlines(text) }</strong> },
            Inline::Emphasis(text) => html! { <em>{ inlines(text) }</em> },
            Inline::Link { address, text } => html! {
                <a href={address.as_str().to_owned()}>{ inlines(text) }</a>
            },
        })
        .collect()
}
