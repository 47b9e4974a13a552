//! The whole widget: an article with its charts and rows of related stories.

use super::host::{ChartEvent, Host, SlideEvent};
use super::mount::{Content, Mount};
use crate::model::Article;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`ArticleWidget`].
#[derive(Clone, Properties)]
pub struct ArticleWidgetProps {
    /// The article to show.
    pub article: Rc<Article>,
    /// Receives everything that a reader does to a chart.
    // The default is `None`, because two callbacks that do nothing are not equal.
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

/// Articles are compared by their `Rc`. To compare their contents would cost a reader a kilobyte of
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
/// It brings markup and behaviour. The styles are in the folder `style`.
// A struct, as every component here: function components bring kilobytes of code for hooks.
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
