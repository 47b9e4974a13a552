//! The whole widget: an article and the carousel of its related stories.

use super::article_header::article_header;
use super::article_notes::{article_notes, takeaways};
use super::blocks::body;
use super::carousel::Carousel;
use crate::model::Article;
use std::rc::Rc;
use yew::prelude::*;

/// What [`ArticleWidget`] shows.
#[derive(Clone, Properties)]
pub struct ArticleWidgetProps {
    /// The article, checked.
    pub article: Rc<Article>,
}

/// Another `Rc` is another article. To compare what is in them would cost a reader a kilobyte of
/// WebAssembly.
impl PartialEq for ArticleWidgetProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
    }
}

/// A news article with its charts, followed by a carousel of related stories.
///
/// It brings markup and behaviour; the styles are in the files of the folder `style`.
#[component]
pub fn ArticleWidget(props: &ArticleWidgetProps) -> Html {
    let article = &props.article;
    html! {
        // Another article is another widget: nothing that the reader chose for the last one stays.
        <div
            key={Rc::as_ptr(article) as usize}
            class="article-widget"
            lang={article.language.clone()}
            dir={article.direction()}
        >
            <article class="article" part="article" aria-labelledby="headline">
                { article_header(article) }
                { takeaways(article) }
                <div class="body">
                    { body(article) }
                </div>
                { article_notes(article) }
            </article>
            for related in article.following() {
                <Carousel related={related.clone()} />
            }
        </div>
    }
}
