//! A Yew app that shows an article: the component takes its place among the app's own.
//!
//! `cargo xtask build` in the root of the repository, then `trunk serve` in this folder.

use article_widget::document::Value;
use article_widget::document::{Problem, ProblemKind};
use article_widget::model::Article;
use article_widget::view::ArticleWidget;
use std::rc::Rc;
use yew::prelude::*;

const DOCUMENT: &str = include_str!("../../../articles/alibaba-ai-investment.json");

/// An article from the text of a document; what is wrong with one part of it is left out.
fn article(json: &str) -> Result<Rc<Article>, Problem> {
    let value: Value = serde_json::from_str(json)
        .map_err(|error| Problem::new(ProblemKind::Syntax, String::new(), error.to_string()))?;
    Article::read(&value).map(|(article, _problems)| Rc::new(article))
}

/// The app: a control of its own, and the article.
#[component]
fn App() -> Html {
    // Read once; an article is shared, never copied.
    let article = use_memo((), |()| article(DOCUMENT));
    let is_read = use_state_eq(|| false);
    let toggle = {
        let is_read = is_read.clone();
        move |_: MouseEvent| is_read.set(!*is_read)
    };
    html! {
        <main>
            <p>
                <button id="read" type="button" aria-pressed={is_read.to_string()} onclick={toggle}>
                    { if *is_read { "Read" } else { "Mark as read" } }
                </button>
            </p>
            // The styles are for what is inside of this.
            <div class="article-widget-light">
                { match &*article {
                    Ok(article) => html! { <ArticleWidget {article} /> },
                    Err(problem) => html! { <p role="alert">{ problem.to_string() }</p> },
                } }
            </div>
        </main>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
