//! The place of one article: what the custom element and the prerenderer mount, and what
//! [`ArticleWidget`](super::ArticleWidget) is inside. It holds what its parts have in common.

use super::article_widget::article_widget;
use super::host::{Host, Pick};
use crate::model::{Article, Chart};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Default, Properties)]
pub(crate) struct MountProps {
    /// The article; `None` while the place waits for another.
    pub(crate) article: Option<Rc<Article>>,
    /// The page around the widget.
    #[prop_or_default]
    pub(crate) host: Host,
    /// Called when the article is on the page. Another callback is another call, even for an
    /// equal article.
    #[prop_or_default]
    pub(crate) on_rendered: Callback<()>,
}

/// Whoever sets them has something new to show.
impl PartialEq for MountProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// An article, or nothing.
// A struct, because a component's own `rendered` costs a reader less than an effect.
pub(crate) struct Mount {
    /// The company that the reader has picked.
    pick: Option<Pick>,
    on_pick: Callback<(Rc<Chart>, Option<usize>)>,
    /// For whom `on_rendered` has been called.
    is_told: bool,
}

impl Component for Mount {
    /// What was picked in a chart, by its place among the commitments.
    type Message = (Rc<Chart>, Option<usize>);
    type Properties = MountProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            pick: None,
            on_pick: ctx.link().callback(|picked| picked),
            is_told: false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &MountProps) -> bool {
        self.is_told = false;
        if !same(ctx.props().article.as_ref(), before.article.as_ref()) {
            self.pick = None;
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, (chart, index): Self::Message) -> bool {
        // What is no longer picked in one chart leaves what is picked in another.
        let is_news = index.is_some() || self.pick.as_ref().is_some_and(|pick| pick.is_in(&chart));
        if is_news {
            self.pick = index.map(|index| Pick::new(chart, index));
        }
        is_news
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        match &props.article {
            // Not the component: every component costs a reader a kilobyte.
            Some(article) => {
                let host = Host {
                    pick: self.pick.clone(),
                    on_pick: Some(self.on_pick.clone()),
                    ..props.host.clone()
                };
                article_widget(article, &host)
            }
            None => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if !self.is_told {
            self.is_told = true;
            ctx.props().on_rendered.emit(());
        }
    }
}

fn same(one: Option<&Rc<Article>>, other: Option<&Rc<Article>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        _ => false,
    }
}
