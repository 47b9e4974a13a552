//! The whole widget: an article and the carousel of its related stories.

use super::host::{ChartEvent, Host, SlideEvent};
use super::mount::{Content, Mount};
use crate::model::Article;
use std::rc::Rc;
use yew::prelude::*;

/// What [`ArticleWidget`] shows.
#[derive(Clone, Properties)]
pub struct ArticleWidgetProps {
    /// The article, checked.
    pub article: Rc<Article>,
    /// Receives everything that a reader does to a chart.
    // Two callbacks that do nothing are not equal, so the default is none.
    #[prop_or_default]
    pub on_chart: Option<Callback<ChartEvent>>,
    /// Called when a reader has moved a row of related stories.
    #[prop_or_default]
    pub on_slide: Option<Callback<SlideEvent>>,
    /// Whether charts offer links to their state, and restore it from the fragment of the page's
    /// address.
    #[prop_or_default]
    pub has_links: bool,
}

/// Another `Rc` is another article. To compare what is in them would cost a reader a kilobyte of
/// WebAssembly.
impl PartialEq for ArticleWidgetProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && self.on_chart == other.on_chart
            && self.on_slide == other.on_slide
            && self.has_links == other.has_links
    }
}

/// A news article with its charts, followed by a carousel of related stories.
///
/// It brings markup and behaviour; the styles are in the files of the folder `style`.
// A struct like every component here: functions bring machinery for hooks, kilobytes of it.
#[derive(Debug)]
pub struct ArticleWidget;

impl Component for ArticleWidget {
    type Message = ();
    type Properties = ArticleWidgetProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let host = Host {
            on_chart: props.on_chart.clone(),
            on_slide: props.on_slide.clone(),
            has_links: props.has_links,
            ..Host::default()
        };
        html! { <Mount content={Content::Article(props.article.clone())} {host} /> }
    }
}
