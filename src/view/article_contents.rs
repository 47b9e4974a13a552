//! The list of the sections of a long article, opened on demand.

use super::setting::Setting;
use crate::format;
use crate::messages::PluralMessage;
use crate::model::{Article, Inlines};
use yew::prelude::*;

/// How long the article takes to read, as the control that opens the list of its sections.
pub(super) fn article_contents(article: &Article, minutes: usize, setting: Setting<'_>) -> Html {
    let count = article.sections().count();
    let messages = &setting.messages().article;
    let number = |number, message: PluralMessage<1>| {
        let text = format::count(number, setting.language);
        message.with(number, setting.language.formats().rules(), [&text])
    };
    let section = |(index, text): (usize, &Inlines)| {
        let address = ["#", &section_id(index + 1, setting)].concat();
        html! { <li><a href={address}>{ text.plain_text() }</a></li> }
    };
    let (lang, dir) = setting.language.mark();
    html! {
        <details class="contents">
            <summary {lang} {dir}>
                { [&*number(minutes, messages.reading_time), " · ", &number(count, messages.sections)].concat() }
            </summary>
            <ol>{ for article.sections().enumerate().map(section) }</ol>
        </details>
    }
}

/// The id of the heading of a section, counted from 1.
pub(super) fn section_id(number: usize, setting: Setting<'_>) -> String {
    setting.id(&["section-", &number.to_string()])
}
