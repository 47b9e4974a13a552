//! An article and the rows of stories after it.

use super::article_header::article_header;
use super::article_notes::{article_notes, takeaways};
use super::blocks::body;
use super::host::Host;
use super::island::{island, islands};
use super::setting::Setting;
use super::widget_state::WidgetState;
use crate::messages::Language;
use crate::model::Article;
use std::rc::Rc;
use yew::prelude::*;

/// The markup of an article and of the rows of stories after it.
pub(super) fn article(article: &Rc<Article>, host: &Host, widget: &WidgetState) -> Html {
    let setting = Setting::new(host, Language::of(&article.language));
    let mut islands = islands(article);
    let minutes = article.minutes();
    let body = body(
        article,
        &mut islands,
        host,
        widget,
        setting,
        minutes.is_some(),
    );
    html! {
        // The key makes all parts anew for another article: no choice of the reader for the last one stays.
        <div
            key={Rc::as_ptr(article) as usize}
            class="article-widget"
            lang={article.language.clone()}
            dir={article.direction()}
        >
            <article class="article" part={setting.part("article")} aria-labelledby={setting.id(&["headline"])}>
                { article_header(article, minutes, setting) }
                { takeaways(article, setting) }
                <div class="body">
                    { body }
                </div>
                { article_notes(article, setting) }
            </article>
            for following in islands {
                { island(&following, host, widget) }
            }
        </div>
    }
}
